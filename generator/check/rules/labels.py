"""The text against the table by name: in a Word file, which has no keys, and for the numbers that
people typed into the texts of a package."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from msgspec import Struct

from generator.check.finding import Finding
from generator.check.passages import Passage, prose
from generator.check.reader import UNITS, Quantity, decimals, in_unit, spoken
from generator.check.rules.package_rows import PrintedRow, printed_rows
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity
from generator.standard.wording.numbers import rounded

_HEAD = regex(r"^(?:\d+[.．]\s*|[①-⑳]\s*|其中[：:]?\s*|[（(]?[一二三四五六七八九十]+[）)、]\s*)+")
_NOTE = regex(r"[（(][^（）()]*[）)]$")
_YEAR = regex(r"^(?:本年度?|全年|今年)|本年度?$")
"""What words leave out where they speak of the year of the report anyway."""
_TAIL = regex(r"(?:人次数?|人数|数[额量]?|金额|情况|个数|比例)$")
COUNTED_ALIKE = ({"人", "人次", "名"}, {"个", "项", "家", "对", "所"})
_SHORTEST, _SHORTEST_LABEL, _FEWEST_ROWS = 4, 6, 10


class _Row(Struct, frozen=True):
    """A row of a table: its label and the core of it, its unit, its numbers. Of a ``whole`` one
    the whole core stands before a number that is about it."""

    label: str
    core: str
    unit: str
    values: tuple[Decimal, ...]
    passage: Passage
    whole: bool = False

    @property
    def shown(self) -> str:
        """The numbers with their unit."""
        return f"{'、'.join(map(spoken, self.values))}{self.unit}"

    def is_named(self, core: str) -> bool:
        """Whether words before a number are the label; in a Word file also those that end it, or
        that a long label ends."""
        if self.whole:
            return self.core == core
        is_long = len(self.core) >= _SHORTEST_LABEL
        return self.core.endswith(core) or (is_long and core.endswith(self.core))


def text_and_table(subject: Subject) -> Iterator[Finding]:
    """A number of the text whose words are the label of one row of the table equals that row.

    查：数前面的词是表中唯一一行的指标名（序号、“其中”“本年”和末尾的“数”等不计），而两处的数不同；一行有几个数的，
        正文的数一个也不是。数据包里看直接写的数（由键填写的另有“文表一致”“前后一致”），指标名要完全相同。
    不查：约数；不足4个字的词；对得上几行的；单位不能换算的；Word 文件里不足10行的表，一行有几个数的表。
    例：正文写“到省外就业130人”，表中“到省外就业人数”是120人
        -> 正文“到省外就业”是130人，表中“到省外就业人数”是120人。
    依据：统计表填表说明：文表一致。
    """
    rows = _rows(subject)
    if subject.draft is None and len(rows) < _FEWEST_ROWS:
        return
    for passage in prose(subject.passages):
        for item in passage.quantities:
            row = None if passage.mark_at(item.start) else _row_of(item, rows)
            if row and _differ(item, row):
                yield _finding(passage, item, row)


def _rows(subject: Subject) -> list[_Row]:
    """The rows of tables that have a label and numbers in one unit."""
    if subject.draft is not None:
        return [_printed(row) for row in printed_rows(subject) if row.unit in UNITS]
    rows = (_row(passage) for passage in subject.passages if passage.role == "row")
    return [row for row in rows if row]


def _printed(row: PrintedRow) -> _Row:
    return _Row(row.label, core_of_label(row.label), row.unit, row.values, row.passage, whole=True)


def _row(passage: Passage) -> _Row | None:
    """The passage as a row of label, unit and number; None where it is none."""
    if len(passage.cells) < 3:
        return None
    label, unit, value = (re.sub(r"\s", "", cell) for cell in passage.cells[:3])
    if unit not in UNITS:
        return None
    try:
        number = Decimal(value.removesuffix(unit))
    except InvalidOperation:
        return None
    return _Row(passage.cells[0], core_of_label(label), unit, (number,), passage)


def core_of_label(label: str) -> str:
    """A label without its number, 其中, a note in brackets, 本年 and the 数 or 人数 at its end."""
    bare = _NOTE.sub("", re.sub(r"\s", "", _HEAD.sub("", label.strip())))
    return _TAIL.sub("", _YEAR.sub("", bare))


def without_tail(words: str) -> str:
    """Words without the 数 or 人数 at their end, as ``core_of_label`` leaves it out."""
    return _TAIL.sub("", words)


def _row_of(item: Quantity, rows: Sequence[_Row]) -> _Row | None:
    """The one row that the words before a number name; None where none or several are."""
    core = core_of_label(item.label)
    if len(core) < _SHORTEST or not item.unit or not item.exact:
        return None
    named = [row for row in rows if row.is_named(core)]
    return named[0] if len(named) == 1 else None


def _differ(item: Quantity, row: _Row) -> bool:
    """Whether the number is none of those of the row, at the coarser precision; not where units do
    not convert."""
    counted_alike = any({item.unit, row.unit} <= units for units in COUNTED_ALIKE)
    value = item.value if counted_alike else in_unit(item, row.unit)
    return value is not None and not any(_same(value, own) for own in row.values)


def _same(one: Decimal, other: Decimal) -> bool:
    places = min(decimals(one), decimals(other))
    return rounded(one, places) == rounded(other, places)


def _finding(passage: Passage, item: Quantity, row: _Row) -> Finding:
    message = f"正文“{item.label}”是{item.text}，表中“{row.label}”是{row.shown}。"
    side = passage.side(item.start - len(item.label), item.end)
    sides = (side, row.passage.side())
    return Finding(Severity.WARNING, message, sides, row.shown, item.text)
