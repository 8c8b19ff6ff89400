"""A table whose rows the kind writes itself: labels, texts and single figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.figures import Figure, FigureBook
from generator.model.appendix_table import FixedCell, TableColumn, TableDescription
from generator.model.document import Column, RowRole, Table, TableCell, TableRow, Text
from generator.model.errors import DataError, Problem
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.report.tables.layout import MergeState
from generator.report.tables.value_cells import cell as value_cell
from generator.report.tables.value_cells import gap

_CELL = regex(r"([^\[\]]+)\[(.+)\]\.([^\[\]]+)")
"""A cell of a record, as sources and formulas call it."""


def fixed_table(
    description: TableDescription, book: FigureBook, texts: Sequence[Sequence[Text]], year: int
) -> Table:
    """The table; ``texts`` are the finished texts of its cells. The first rows of nothing but heads
    are its head. Raises DataError for a key that nobody holds."""
    maker = _FixedRows(description, book, year)
    rows = tuple(maker.rows(texts))
    return Table(description.name, (Column("left"),) * description.width, rows)


class _FixedRows(Struct, frozen=True):
    """Makes the rows of one such table."""

    description: TableDescription
    book: FigureBook
    year: int

    def rows(self, texts: Sequence[Sequence[Text]]) -> Iterator[TableRow]:
        """The rows; a head goes on as long as all cells are heads, and such rows further down look
        alike."""
        role: RowRole = "head"
        for number, (row, own) in enumerate(zip(self.description.rows, texts, strict=True)):
            name = f"{self.description.name}/{number + 1}"
            role = _role(row, role)
            cells = [
                self._cell(f"{name}/{at + 1}", cell, text, self._goes_on(number, row, at))
                for at, (cell, text) in enumerate(zip(row, own, strict=True))
            ]
            yield TableRow(name, tuple(cells), role)

    def _cell(self, identity: str, cell: FixedCell, text: Text, goes_on: bool) -> TableCell:
        made = TableCell(identity, (text,))
        if cell.figure:
            made = self._of_figure(identity, cell)
        vmerge: MergeState = "continue" if cell.above else "restart" if goes_on else None
        align = cell.align or ("center" if cell.head or cell.figure else "left")
        return replace(made, align=align, colspan=cell.span, vmerge=vmerge, strong=cell.head)

    def _of_figure(self, identity: str, cell: FixedCell) -> TableCell:
        """The cell of a figure; a gap where it is unknown and required."""
        figure = self._figure(cell.figure)
        if cell.required and not figure.known:
            return gap(identity, figure, self.description.source)
        column = TableColumn("", unit=cell.unit, places=cell.places)
        return value_cell(identity, figure, column, self.year)

    def _figure(self, key: str) -> Figure:
        if cell := _CELL.fullmatch(key):
            return self._of_record(*cell.groups())
        if key not in self.book:
            message, todo = f"没有键“{key}”", "请核对键的写法，或在 figures.csv 补上这一行"
            raise DataError(Problem(message, todo, self.description.source.file))
        return self.book.get(key)

    def _of_record(self, records: str, key: str, field: str) -> Figure:
        """What a cell of a record holds (项目[培训].总分), or its column computes."""
        try:
            return self.book.records[records][key].figure(field)
        except (KeyError, AttributeError):
            message, todo = f"没有“{records}[{key}].{field}”这一格", "请核对记录、键和列的写法"
            raise DataError(Problem(message, todo, self.description.source.file)) from None

    def _goes_on(self, number: int, row: Sequence[FixedCell], at: int) -> bool:
        """Whether the cell in the row below at the same place is part of a cell."""
        below = self.description.rows[number + 1 : number + 2]
        start = sum(cell.span for cell in row[:at])
        return any(_above_at(start, other) for other in below)


def _role(row: Sequence[FixedCell], above: RowRole) -> RowRole:
    """What a row is below one of that role."""
    if not all(cell.head for cell in row):
        return "body"
    return "head" if above == "head" else "subhead"


def _above_at(start: int, row: Sequence[FixedCell]) -> bool:
    """Whether a cell that goes on from the row above begins in that column."""
    column = 0
    for cell in row:
        if column == start:
            return cell.above
        column += cell.span
    return False
