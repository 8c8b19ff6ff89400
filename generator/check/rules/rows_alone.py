"""A number of the text that names a row alone, and is one slip from what stands there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.reader import Quantity, spoken
from generator.check.rules.labels import COUNTED_ALIKE, core_of_label, without_tail
from generator.check.rules.one_scope import one_slip
from generator.check.rules.word_tables import NamedCell
from generator.model.regex import regex
from generator.model.severity import Severity
from generator.standard.wording.numbers import convert

_BEFORE = regex(
    r"(?:^|[，,：:；;。！])(?:\d*年?全年|今年|本年|累计|合计|共计?|[总已]|完成|实现|举办|开展|实施|组织|建设|建成|新建|改造|安排"
    r"|发放|达到?|了|年末|年底|[，,])*$"
)
"""What may stand between the beginning of a clause and the name of a row."""
_ENDS = regex(r"[。；;！？\n]")
_ELSE = regex(
    r"计划|预计|目标|任务|拟|力争|上年|去年|同期|[上下]半年|季度|\d月|前[一二三四\d]|截至|其中|[比较]|第[一二三\d]批"
)
"""What tells that a number is not that of the table, unless row or column are called so."""
_PLANNED = regex("计划|目标|指标值|预算|年初|上年|去年|任务|分值|得分|权重")
"""The columns that a number of the text is not meant for, where it is none of theirs."""
_YEAR = regex(r"(20\d\d)年")
_FILLERS = regex("(?:全年|共计?|已经?|了|为|是|达到?|的)+$")
_SHORTEST, _FEWEST_DIGITS, _SURE_DIGITS = 4, 3, 4


class _Slip(NamedTuple):
    """A cell whose value is one digit from a number of the text, or has two digits changed over."""

    cell: NamedCell
    is_sure: bool


def by_rows_alone(
    passage: Passage, rows: Mapping[str, Sequence[NamedCell]], year: int | None
) -> Iterator[tuple[Quantity, Finding]]:
    """The numbers of a paragraph before which the name of a row stands, that are none of the row's
    and one slip from one of them, with what is told of them."""
    for item in passage.quantities if rows else ():
        row = _row_named(passage.text[: item.start], rows) if item.unit and item.exact else ""
        if not row:
            continue
        words = passage.text[start_of_sentence(passage.text, item.start) : item.start]
        found = _slip(item, rows[row])
        if found and not speaks_of_else(words, (row,), year):
            yield item, _finding(passage, item, passage.text.rindex(row, 0, item.start), found)


def start_of_sentence(text: str, position: int) -> int:
    """Where the sentence begins in which a position lies."""
    return max((end.end() for end in _ENDS.finditer(text, 0, position)), default=0)


def speaks_of_else(words: str, names: Iterable[str], year: int | None) -> bool:
    """Whether the words of a sentence up to a number, but for the names of its cell, speak of
    another time, a plan or a part."""
    for name in names:
        words = words.replace(name, "")
    years = {int(found) for found in _YEAR.findall(words)}
    return bool(_ELSE.search(words)) or bool(years - {year})


def cells_by_row(cells: Iterable[NamedCell]) -> Mapping[str, Sequence[NamedCell]]:
    """The cells by the cores of the names of their rows, those of short names aside."""
    rows: dict[str, list[NamedCell]] = defaultdict(list)
    for cell in cells:
        core = core_of_label(cell.row)
        if len(core) >= _SHORTEST:
            rows[core].append(cell)
    return rows


def _row_named(before: str, rows: Mapping[str, Sequence[NamedCell]]) -> str:
    """The row whose name ends the words before a number and begins their clause; "" for none."""
    words = without_tail(_FILLERS.sub("", before.strip()))
    named = [row for row in rows if words.endswith(row) and _BEFORE.search(words[: -len(row)])]
    return max(named, key=len, default="")


def _slip(item: Quantity, cells: Sequence[NamedCell]) -> _Slip | None:
    """The one cell that the number may have been meant for; None where a cell has it, and where
    none or several are one slip away."""
    said = spoken(item.value)
    digits = sum(map(str.isdigit, said))
    if digits < _FEWEST_DIGITS:
        return None
    values = [(cell, value) for cell in cells if (value := _in_unit(cell, item.unit)) is not None]
    if any(_agree(item.value, value) for _, value in values):
        return None
    near = [
        (cell, spoken(value))
        for cell, value in values
        if one_slip(said, spoken(value)) and not _PLANNED.search(cell.column)
    ]
    if len({shown for _, shown in near}) != 1:
        return None
    cell, shown = near[0]
    return _Slip(cell, digits >= _SURE_DIGITS or sorted(said) == sorted(shown))


def _agree(said: Decimal, value: Decimal) -> bool:
    """Whether a number is that of a cell, as exactly as both are told; 9800 may be told of 9803."""
    zeros, places = _exponent(said), min(_exponent(value), 0)
    told = places if zeros == 1 else max(zeros, places)
    return abs(said - value) < Decimal(1).scaleb(told)


def _exponent(value: Decimal) -> int:
    """The power of ten of the last digit that is not 0."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _in_unit(cell: NamedCell, unit: str) -> Decimal | None:
    """The value of a cell in another unit; None where the two measure different things."""
    if any({cell.unit, unit} <= units for units in COUNTED_ALIKE):
        return cell.value
    try:
        return convert(cell.value, cell.unit, unit)
    except ValueError:
        return None


def _finding(passage: Passage, item: Quantity, start: int, slip: _Slip) -> Finding:
    cell = slip.cell
    shown = f"{spoken(cell.value)}{cell.unit}"
    words = passage.text[start : item.start]
    message = f"文中“{words}”是{item.text}，表中“{cell.row}”的“{cell.column}”是{shown}，只差一两个数字，请核对。"
    severity = Severity.WARNING if slip.is_sure else Severity.INFO
    sides = (passage.side(start, item.end), cell.passage.side())
    return Finding(severity, message, sides, shown, item.text)
