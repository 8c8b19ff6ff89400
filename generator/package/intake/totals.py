"""Rows that say 合计 or 小计: set aside, and compared with the rows that they sum up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from generator.model.errors import excerpt
from generator.model.kind import FieldSpec, FieldType
from generator.model.regex import regex
from generator.package.intake.heads import plain_head
from generator.package.intake.notes import TableNotes
from generator.package.intake.numbers import CellError, parse_number

Row = tuple[int, tuple[str, ...]]
"""The number of a row in its file, and its cells."""

_TOTAL = regex(
    r"(本页|以上|全[县市区省州旗]|各项|分项)?(合计|总计|小计|共计|累计)(数|金额)?(（[^（）]*）)?[:：]?"
)


_TOTAL_OF = regex(r"[\u4e00-\u9fff]{1,8}(合计|小计|总计)(（[^（）]*）)?[:：]?")
"""The total of something named: 本年合计, 产业项目小计."""
_ALL = regex(r"全部(资金|项目|金额|经费|投资|投入)?(（[^（）]*）)?[:：]?")
_PART = "其中"
"""How the name of a row begins that is a part of the row above."""
SIGNS_OF_TOTAL = ("计", "全", "其")
"""One of them stands in every row that is set aside."""


def is_total(text: str) -> bool:
    """Whether a cell says that its row is a sum: 合计, 小 计, 总计（万元）."""
    return "计" in text and _TOTAL.fullmatch(plain_head(text)) is not None


def may_be_total(text: str) -> bool:
    """Whether a cell says, in any sort of table, that its row is a sum."""
    return is_total(text) or _is_total_of_something(text)


def may_be_set_aside(text: str) -> bool:
    """Whether a row in which this stands may be a sum, or a part of the row above."""
    return may_be_total(text) or _is_all(text) or _is_part(text)


def _is_all(name: str) -> bool:
    return _ALL.fullmatch(plain_head(name)) is not None


def _is_part(name: str) -> bool:
    return plain_head(name).startswith(_PART)


class _Sums(Struct, frozen=True):
    """The numbers of a table's rows: the columns that can be added up, and all that is no total.
    ``names`` is the column that says what a row is about, "" for none."""

    fields: Sequence[FieldSpec]
    notes: TableNotes
    names: str

    def name(self, row: Row) -> str:
        """What a row is called: its name, else its key; "" for neither."""
        cells = list(zip(row[1], self.fields, strict=True))
        named = (cell for cell, field in cells if field.name == self.names)
        keys = (cell for cell, field in cells if field.type is FieldType.KEY)
        return next(filter(str.strip, (*named, *keys)), "")

    def difference(self, total: Row, rows: Sequence[Row]) -> tuple[str, Decimal, Decimal] | None:
        """The first column in which a total is not the sum of some rows: its name, what the total
        says, what they make. None where there is none; what is no number is not compared."""
        for index, field in enumerate(self.fields):
            if field.type is FieldType.NUMBER and field.unit != "%":
                cells = [row[1][index] for row in rows]
                unequal = _unequal(total[1][index], cells, field.unit)
                if unequal is not None:
                    return field.name, *unequal
        return None

    def exceeding(self, part: Row, whole: Row) -> tuple[str, Decimal, Decimal] | None:
        """The first column in which a part is more than the whole: its name, the part, the whole.
        None where there is none."""
        for index, field in enumerate(self.fields):
            if field.type is FieldType.NUMBER and field.unit != "%":
                of_part, of_whole = (_number(row[1][index], field.unit) for row in (part, whole))
                if of_part is not None and of_whole is not None and of_part > of_whole:
                    return field.name, of_part, of_whole
        return None

    def count(self, row: Row) -> bool:
        """Whether a row holds anything that is added up."""
        cells = zip(row[1], self.fields, strict=True)
        return any(cell.strip() for cell, field in cells if field.type is FieldType.NUMBER)


def _unequal(total: str, cells: Sequence[str], unit: str) -> tuple[Decimal, Decimal] | None:
    """What a total says and what the cells make, where both are numbers and differ."""
    filed, summed = _number(total, unit), _sum(cells, unit)
    if filed is None or summed is None or filed == summed:
        return None
    return filed, summed


def without_totals(
    rows: Sequence[Row], fields: Sequence[FieldSpec], anywhere: bool, notes: TableNotes, names: str
) -> list[Row]:
    """The rows without totals; a total that is no sum of the rows is a problem.

    A total is told by its first text cell, ``anywhere``: by any of them.
    """
    sums = _Sums(fields, notes, names)
    totals = {row[0]: row for row in rows if _says_total(sums, row, anywhere)}
    kept = [row for row in rows if row[0] not in totals]
    for total in totals.values():
        _tell_total(sums, total, kept, list(totals))
    return kept


def _says_total(sums: _Sums, row: Row, anywhere: bool) -> bool:
    texts = [
        cell
        for cell, field in zip(row[1], sums.fields, strict=True)
        if cell.strip() and field.type is not FieldType.NUMBER
    ]
    if anywhere:
        return any(map(may_be_total, texts)) or _is_all(sums.name(row))
    return any(map(is_total, texts[:1]))


def without_parts(
    rows: Sequence[Row], fields: Sequence[FieldSpec], notes: TableNotes, names: str
) -> list[Row]:
    """The rows of facts without parts of the row above (其中：一期), which are in it already; a part
    that is no part is a problem. It is told by its name: what stands in the column ``names``, else
    its key; where it holds no number it adds nothing, and stays."""
    sums = _Sums(fields, notes, names)
    kept: list[Row] = []
    for row in rows:
        name = sums.name(row)
        if _is_part(name) and sums.count(row):
            _tell_part(sums, row, name, kept[-1] if kept else None)
        else:
            kept.append(row)
    return kept


def _tell_part(sums: _Sums, part: Row, name: str, whole: Row | None) -> None:
    """A part that is in the row above is passed over; one that cannot be is a problem."""
    said, number = excerpt(name), part[0]
    todo = "请改正；不是上面那一行的一部分的，名称里请去掉“其中”"
    if whole is None:
        sums.notes.problem(f"“{said}”上面没有行，不知道是哪一行的一部分", todo, number)
    elif exceeding := sums.exceeding(part, whole):
        column, of_part, of_whole = exceeding
        message = f"“{said}”写的是{of_part:f}，比第{whole[0]}行的{of_whole:f}还多"
        sums.notes.problem(message, todo, number, column)
    else:
        message = f"“{said}”没有读（“其中”的数已算在第{whole[0]}行里，不再加一次）"
        sums.notes.remark(message, number)


def _is_total_of_something(text: str) -> bool:
    """Whether a cell says of what its row is the sum; in a list of figures that may be a name."""
    return "计" in text and _TOTAL_OF.fullmatch(plain_head(text)) is not None


def _tell_total(sums: _Sums, total: Row, rows: Sequence[Row], totals: Sequence[int]) -> None:
    """A total that does not add up is a problem; one that does, or that cannot be added up, is
    passed over."""
    groups = [group for group in _summed(total[0], rows, totals) if group]
    filled = _differences(sums, total, groups)
    if len(filled) < len(groups) or not groups:
        sums.notes.remark("合计行没有读（合计由程序算）", total[0])
        return
    name, filed, summed = filled[0]
    where = "上面" if groups[0][0][0] < total[0] else "下面"
    message = f"合计行写的是{filed:f}，{where}各行加起来是{summed:f}"
    sums.notes.problem(message, "请核对，改好后可删去合计行", total[0], name)


def _differences(
    sums: _Sums, total: Row, groups: Sequence[Sequence[Row]]
) -> list[tuple[str, Decimal, Decimal]]:
    """The difference from each group of rows that the total is not the sum of."""
    differences = [sums.difference(total, group) for group in groups]
    return [difference for difference in differences if difference is not None]


def _summed(number: int, rows: Sequence[Row], totals: Sequence[int]) -> list[Sequence[Row]]:
    """The rows that a total may sum up: those above it as far as the next total, all where it is
    the first or the last one, and those below it as far as the next total."""
    at = bisect_left(totals, number)
    start = _first_behind(rows, totals[at - 1]) if at else 0
    here = _first_behind(rows, number)
    is_last = at + 1 == len(totals)
    end = len(rows) if is_last else _first_behind(rows, totals[at + 1])
    everything = [rows] if at == 0 or is_last else []
    return [rows[start:here], *everything, rows[here:end]]


def _first_behind(rows: Sequence[Row], number: int) -> int:
    return bisect_left(rows, number, key=lambda row: row[0])


def _sum(cells: Sequence[str], unit: str) -> Decimal | None:
    """The sum of what is filled; None where a cell is no number."""
    total = Decimal(0)
    for cell in filter(str.strip, cells):
        value = _number(cell, unit)
        if value is None:
            return None
        total += value
    return total


def _number(text: str, unit: str) -> Decimal | None:
    try:
        return parse_number(text, unit)
    except CellError:
        return None
