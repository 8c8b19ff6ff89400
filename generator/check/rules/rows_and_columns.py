"""A number of the text that names row and column of a table of the same Word file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.check.finding import Finding
from generator.check.passages import Passage, prose
from generator.check.reader import Quantity, spoken
from generator.check.rules.labels import COUNTED_ALIKE, core_of_label, without_tail
from generator.check.rules.rows_alone import (
    by_rows_alone,
    cells_by_row,
    speaks_of_else,
    start_of_sentence,
)
from generator.check.rules.word_tables import NamedCell, named_cells
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity
from generator.standard.wording.numbers import convert, rounded

_FILLERS = regex(r"(?:全年|共计?|已经?|了|为|是|达到?|的)+$")
_BEGINS = regex(r"(?:^|[，,：:])(?:(?:今年|本年|20\d\d年)?(?:全年)?[，,]?)?$")
_SHORTEST = 2
_Names = tuple[str, str]


class _Cells(Struct, frozen=True):
    """The cells by the cores of their row and their column, either of them first; ``before`` has
    the first ones by the second."""

    named: Mapping[_Names, Sequence[NamedCell]]
    before: Mapping[str, Sequence[str]]


class _NamedNumber(Struct, frozen=True):
    """A number of the text, where the words begin that name its cell, and their cores."""

    item: Quantity
    start: int
    names: _Names


def text_and_cells(subject: Subject) -> Iterator[Finding]:
    """A number of the text that names a row and a column of a table has the value of that cell.

    查：Word 文件里，小句以表的行名和列名（前后不论）开头、紧接着一个数，与表里那一格不同；同一句后面的小句只说列名的，仍算这一行。
        列名不计括号里的单位和末尾的“人数”“数”等；单位写在列名的括号里、“单位”列、格里或表上面的“单位：”。
        小句只说行名（四个字以上）的，与这一行的数都不同、又与其中一个只差一位数字或前后颠倒的：四位以上的数或颠倒的提醒，三位的供参考。
    不查：约数；四舍五入、以整百整千说的；前面有“其中”“计划”“上年”“季度”等的，说的是别的年份的；几行同名的；合计行；
        单位不能换算的；数据包（另有“文表一致”“文表对照”）。
    例：青河镇培训120人，就业60人。／乡镇|培训人数（人）／青河镇|130／白石镇|95
        -> 文中“青河镇培训”是120人，表中“青河镇”的“培训人数（人）”是130人。
    依据：一件事只有一个数；文表一致。
    """
    if subject.draft is not None:
        return
    all_cells = list(named_cells(subject.passages))
    cells, rows = _by_names(all_cells), cells_by_row(all_cells)
    for passage in prose(subject.passages) if cells.named or rows else ():
        named = list(_said(passage, cells, subject.year))
        for said in named:
            found = cells.named[said.names]
            if not any(_agrees(said.item, cell) is not False for cell in found):
                yield _finding(passage, said, found[0])
        starts = {said.item.start for said in named}
        alone = by_rows_alone(passage, rows, subject.year)
        yield from (finding for item, finding in alone if item.start not in starts)


def _by_names(cells: Iterable[NamedCell]) -> _Cells:
    """The cells by their names, those with a name of one character aside."""
    named: dict[_Names, list[NamedCell]] = defaultdict(list)
    for cell in cells:
        row, column = core_of_label(cell.row), core_of_label(cell.column)
        if min(len(row), len(column)) >= _SHORTEST:
            named[row, column].append(cell)
            named[column, row].append(cell)
    before: dict[str, list[str]] = defaultdict(list)
    for first, second in named:
        before[second].append(first)
    return _Cells(named, before)


def _said(passage: Passage, cells: _Cells, year: int | None) -> Iterator[_NamedNumber]:
    """The numbers of a paragraph that name a cell, or go on about the row of the one before."""
    before: _NamedNumber | None = None
    for item in passage.quantities:
        start = start_of_sentence(passage.text, item.start)
        if before is not None and start > before.start:
            before = None
        said = _names(passage.text, start, item, cells) or _going_on(
            passage.text, item, before, cells
        )
        if said is None:
            continue
        before = said
        if (
            item.unit
            and item.exact
            and not speaks_of_else(passage.text[start : item.start], said.names, year)
        ):
            yield said


def _names(text: str, start: int, item: Quantity, cells: _Cells) -> _NamedNumber | None:
    """The cell whose names, the longest, stand right before a number and begin a clause."""
    words = without_tail(_without_fillers(text[start : item.start]))
    fitting = []
    for last in filter(words.endswith, cells.before):
        rest = _without_fillers(words.removesuffix(last))
        for first in filter(rest.endswith, cells.before[last]):
            ahead = rest.removesuffix(first)
            if _BEGINS.search(ahead):
                fitting.append(_NamedNumber(item, start + len(ahead), (first, last)))
    return min(fitting, key=lambda said: said.start, default=None)


def _going_on(
    text: str, item: Quantity, before: _NamedNumber | None, cells: _Cells
) -> _NamedNumber | None:
    """The cell in the row of the number before, where a clause names a column alone."""
    if before is None:
        return None
    clause = text[before.item.end : item.start]
    column = _without_fillers(clause.lstrip("，,、"))
    names = before.names[0], column
    is_clause = clause[:1] in ("，", ",", "、") and bool(column)
    return _NamedNumber(item, before.start, names) if is_clause and names in cells.named else None


def _without_fillers(words: str) -> str:
    return _FILLERS.sub("", words.strip())


def _agrees(item: Quantity, cell: NamedCell) -> bool | None:
    """Whether a number is that of a cell, as exactly as it is told; None where units measure
    different things."""
    value: Decimal | None = cell.value
    if not any({item.unit, cell.unit} <= units for units in COUNTED_ALIKE):
        value = _in_unit(cell, item.unit)
    if value is None:
        return None
    places = item.places or -_trailing_zeros(item.value)
    return _rounded_to(value, places) == item.value


def _in_unit(cell: NamedCell, unit: str) -> Decimal | None:
    """The value of a cell in another unit; None where the two measure different things."""
    try:
        return convert(cell.value, cell.unit, unit)
    except ValueError:
        return None


def _trailing_zeros(value: Decimal) -> int:
    """With how many zeros a whole number is told, from two on: 9800 for 9803."""
    digits = spoken(value)
    zeros = len(digits) - len(digits.rstrip("0"))
    return zeros if zeros > 1 and "." not in digits else 0


def _rounded_to(value: Decimal, places: int) -> Decimal:
    if places >= 0:
        return rounded(value, places)
    return rounded(value.scaleb(places), 0).scaleb(-places)


def _finding(passage: Passage, said: _NamedNumber, cell: NamedCell) -> Finding:
    shown = f"{spoken(cell.value)}{cell.unit}"
    words = passage.text[said.start : said.item.start]
    message = f"文中“{words}”是{said.item.text}，表中“{cell.row}”的“{cell.column}”是{shown}。"
    sides = (passage.side(said.start, said.item.end), cell.passage.side())
    return Finding(Severity.WARNING, message, sides, shown, said.item.text)
