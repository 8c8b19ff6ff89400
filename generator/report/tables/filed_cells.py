"""The cells of a record: what was filed, computed, or stands behind a key."""

from __future__ import annotations

from msgspec import Struct, field

from generator.figures import Figure, FigureBook, RowView
from generator.model.appendix_table import TableColumn
from generator.model.cell import Cell, Source
from generator.model.document import Mark, TableCell
from generator.model.errors import DataError, Problem, excerpt
from generator.model.kind import FieldType
from generator.model.replacing import replace
from generator.report.tables.value_cells import Said, bound, cell, cell_of, gap, said
from generator.standard.wording.numbers import num, qty


class FiledCells(Struct, frozen=True):
    """Makes the cells of the records of one table; ``source`` is where the table is described."""

    book: FigureBook
    source: Source
    year: int
    _said: dict[tuple[str, str, object, str], Said | None] = field(default_factory=dict)
    """What cells say, by column, words as filed, value and unit: many rows say the same."""

    def cell(self, identity: str, row: RowView, column: TableColumn) -> TableCell:
        """The cell of a record in a column.

        Raises DataError where it names a key whose figure has a unit that does not convert.
        """
        if not column.field:
            computed = self.book.columns.of_column(row, column, self.source)
            return self._made(identity, computed, column)
        try:
            return self._of_field(identity, row, column)
        except ValueError as error:
            raise DataError(_other_unit(error, row, column)) from None

    def _of_field(self, identity: str, row: RowView, column: TableColumn) -> TableCell:
        filed = row.record.cells[column.field]
        if filed.value is None and column.figure:
            return self._made(identity, self._meant(row, column.figure), column)
        if row.type_of(column.field) is FieldType.FIGURE_KEY:
            return _of_key(identity, self._meant(row, column.field), column, self.year)
        if filed.value is None:
            return self._made(identity, row.figure(column.field), column)
        mark = Mark("bound", row.key_of(column.field), (filed.source,))
        return cell_of(identity, self._words(row, filed, column), mark, column)

    def _made(self, identity: str, figure: Figure, column: TableColumn) -> TableCell:
        """The cell of a value that nobody filed there; a gap where it is unknown and required."""
        if column.required and not figure.known:
            return gap(identity, figure, self.source)
        return cell(identity, figure, column, self.year)

    def _meant(self, row: RowView, field: str) -> Figure:
        """The figure whose key a cell holds; the blank cell where it holds none."""
        figure = self.book.columns.meant(row, field)
        return figure if figure.number_or_none is not None else figure.renamed(value=None)

    def _words(self, row: RowView, filed: Cell, column: TableColumn) -> Said | None:
        """What a filled cell says."""
        same = (column.name, filed.raw, filed.value, filed.unit)
        if same not in self._said:
            figure = row.filed(column.field)
            mixed = row.type_of(column.field) is FieldType.WORD_OR_NUMBER
            has_number = mixed and figure.number_or_none is not None
            told = _signed(filed, figure, column) if has_number else None
            self._said[same] = told or said(figure, column, self.year)
        return self._said[same]


def _other_unit(error: ValueError, row: RowView, column: TableColumn) -> Problem:
    """That the figure which a cell names is in no unit of the column."""
    filed = row.record.cells.get(column.figure) or row.record.cells[column.field]
    key, source = str(filed.value), filed.source
    message = f"“{excerpt(key, 24)}”放不进“{column.name}”列：{error}"
    todo = "请核对键，或改附表说明里这一列的 unit"
    return Problem(message, todo, source.file, source.row or None, source.column or None)


def _signed(filed: Cell, figure: Figure, column: TableColumn) -> Said:
    """A number with its sign and the unit that was written with it: ≥95%."""
    number = figure.number_or_none
    unit = filed.unit if filed.raw.rstrip().endswith((filed.unit, "％")) else ""
    text = f"{filed.sign}{num(number, column.places, strip=False)}{unit}"
    return Said((text,), number)


def _of_key(identity: str, figure: Figure, column: TableColumn, year: int) -> TableCell:
    """The cell of a figure that the record names: with its unit where the column has none, with
    its places where the column says nothing of them."""
    told = replace(column, places=figure.places if column.places is None else column.places)
    words = said(figure, told, year)
    if words is not None and words.number is not None and not column.unit:
        words = _with_unit(words.lines[0], figure, told)
    return cell_of(identity, words, bound(figure), told)


def _with_unit(digits: str, figure: Figure, column: TableColumn) -> Said:
    if figure.qualifier:
        words = qty(figure.number_or_none, figure.unit, figure.qualifier, places=column.places)
        return Said((words,), None)
    return Said((f"{digits}{figure.unit}",), figure.number_or_none)
