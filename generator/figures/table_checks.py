"""What must hold in a table, row by row and column by column: both sides of each comparison."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.figures.records import RecordSet, RowView
from generator.figures.sides import Sides, keys_in, keys_of, sides_of
from generator.figures.table_rows import rows_of
from generator.model.appendix_table import TableCrossCheck, TableDescription
from generator.model.kind import FieldType

_NUMBERS = (FieldType.NUMBER, FieldType.FIGURE_KEY, FieldType.WORD_OR_NUMBER)
_SHARED_TYPES = (FieldType.DATE, FieldType.FLAG)
"""Types whose cells many rows share; those of a choice may be all that a row is called."""


class Comparison(Struct, frozen=True):
    """Two sides of a check of a table with their values: in one row, or in the column ``field`` of
    several. ``words`` name row or column; ``row`` is the row of the left side."""

    check: TableCrossCheck
    sides: Sides
    left: Figure
    right: Figure
    row: RowView
    field: str
    words: str

    @property
    def holds(self) -> bool:
        """Whether it holds; so does one with a side that is unknown."""
        a, b = self.left.number_or_none, self.right.number_or_none
        if a is None or b is None:
            return True
        if self.sides.rounds:
            places = min(decimals(a), decimals(b))
            a, b = _rounded(a, places), _rounded(b, places)
        return {"=": a == b, "≤": a <= b, "≥": a >= b, "≠": a != b}[self.sides.sign]


def decimals(number: Decimal) -> int:
    """How many decimals a number has."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), rounding="ROUND_HALF_UP")


def comparisons(table: TableDescription, book: FigureBook) -> Iterator[Comparison]:
    """Every comparison that the checks of a table ask for. Raises DataError where a formula is
    faulty."""
    if table.records not in book.records:
        return
    records = rows_of(table, book)
    for check in table.checks:
        sides = sides_of(check.each_row or check.each_column)
        if sides is not None and check.each_row:
            yield from _of_rows(table, book, check, sides, records)
        elif sides is not None:
            yield from _of_columns(table, book, check, sides, records)


def _of_rows(
    table: TableDescription,
    book: FigureBook,
    check: TableCrossCheck,
    sides: Sides,
    records: RecordSet,
) -> Iterator[Comparison]:
    within, source = book.columns.within, table.source
    for row in records:
        key = f"{records.spec.name}[{row.key}]"
        left, right = (within(row, side, source, key) for side in (sides.left, sides.right))
        yield Comparison(check, sides, left, right, row, "", row_label(table, row))


def _of_columns(
    table: TableDescription,
    book: FigureBook,
    check: TableCrossCheck,
    sides: Sides,
    records: RecordSet,
) -> Iterator[Comparison]:
    there = {row.key: row for row in records}
    keys = keys_of(sides)
    if not keys or not there.keys() >= set(keys):
        return
    first = there[keys[0]]
    for field in check.columns or number_columns(table, records):
        key = f"{records.spec.name}.{field}"
        left, right = (
            book.columns.between(side, table.source, key, _cells(side, there, field, book))
            for side in (sides.left, sides.right)
        )
        yield Comparison(check, sides, left, right, first, field, f"{field}列")


def _cells(
    side: str, rows: Mapping[str, RowView], field: str, book: FigureBook
) -> dict[str, Figure]:
    """The cells of a column that one side names, by the keys of their rows."""
    return {key: book.columns.meant(rows[key], field) for key in keys_in(side)}


def number_columns(table: TableDescription, records: RecordSet) -> Sequence[str]:
    """The fields of a table's columns that hold numbers."""
    types = {field.name: field.type for field in records.spec.fields}
    return [column.field for column in table.columns if types.get(column.field) in _NUMBERS]


def row_label(table: TableDescription, row: RowView) -> str:
    """What a row is called in a message: the last words before its first number that are no date
    and no choice, else its choice, else its key."""
    words = choice = ""
    for column in table.columns:
        if not column.field:
            continue
        holds = row.type_of(column.field)
        if holds in _NUMBERS:
            break
        said = row.record.cells[column.field].raw
        if holds is FieldType.CHOICE:
            choice = said or choice
        elif holds not in _SHARED_TYPES:
            words = said or words
    return f"{row.spec.name}“{words or choice or row.key}”"
