"""The finished cells of a record table with the formulas by which a sheet computes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from generator.figures import FigureBook, RowView
from generator.figures.table_checks import Comparison, comparisons, decimals
from generator.figures.table_rows import rows_of
from generator.model.appendix_table import TableColumn, TableDescription
from generator.model.document import CellFormula, SheetCell, Table, TableRow
from generator.model.replacing import replace
from generator.report.tables.sheet_formulas import sheet_formula

_AT_MOST = ("≤", "<")


def linked(
    table: Table, description: TableDescription, columns: Sequence[TableColumn], book: FigureBook
) -> Table:
    """The table, its computed cells and those that a check gives computed by the sheet.

    A number that was filed and is not what the formula gives stays a number: a sheet never shows
    another one.
    """
    if not description.checks and not any(column.formula for column in columns):
        return table
    links = _Links(table, description, columns, book)
    formulas = {**links.of_checks(), **links.of_columns()}
    return replace(table, rows=tuple(_with(row, formulas) for row in table.rows))


def _with(row: TableRow, formulas: Mapping[str, CellFormula]) -> TableRow:
    if not any(cell.id in formulas for cell in row.cells):
        return row
    cells = (replace(cell, formula=formulas.get(cell.id, ())) for cell in row.cells)
    return replace(row, cells=tuple(cells))


class _Links(Struct, frozen=True, dict=True):
    """Finds the formulas of the cells of one table, by the ids of these."""

    table: Table
    description: TableDescription
    columns: Sequence[TableColumn]
    book: FigureBook

    def of_columns(self) -> dict[str, CellFormula]:
        """Those of the columns that are computed."""
        computed = [column for column in self.columns if column.formula]
        return dict(
            self._nonempty(
                self._of_column(row, column) for row in self._rows for column in computed
            )
        )

    def _of_column(self, row: RowView, column: TableColumn) -> tuple[str, CellFormula]:
        cell = self._cell(row.key, column.name)
        if cell not in self._numbers or (column.field and row.filed(column.field).known):
            return cell, ()
        return cell, self._in_row(row, column.formula, column.places)

    def of_checks(self) -> dict[str, CellFormula]:
        """Those of the cells that a check says are computed, and that are."""
        found = comparisons(self.description, self.book)
        return dict(self._nonempty(map(self._of_check, found)))

    def _of_check(self, found: Comparison) -> tuple[str, CellFormula]:
        left, number = found.sides.left.strip("{}"), found.left.number_or_none
        field = found.field or left
        cell = self._cell(found.row.key, field)
        if (
            found.sides.sign != "="
            or not found.holds
            or cell not in self._numbers
            or number is None
        ):
            return cell, ()
        places = decimals(number) if found.sides.rounds else None
        if not found.field:
            return cell, self._in_row(found.row, found.sides.right, places)
        key = left if left != found.sides.left else ""
        if key != found.row.key:
            return cell, ()
        formula = found.sides.right
        return cell, sheet_formula(formula, lambda key: self._at(key, field), _never, places)

    def _in_row(self, row: RowView, formula: str, places: int | None) -> CellFormula:
        def at_most(field: str) -> bool:
            return bool(field) and row.filed(field).qualifier in _AT_MOST

        return sheet_formula(formula, lambda field: self._at(row.key, field), at_most, places)

    def _at(self, key: str, field: str) -> SheetCell:
        """Where the cell of a field stands that prints the number as it is. Raises KeyError."""
        location = self._numbers[self._cell(key, field)]
        cell = next(
            cell
            for column, cell in self.table.rows[location.row].placed()
            if column == location.column
        )
        row = self.book.records[self.description.records][key]
        column = next(own for own in self.columns if own.name == field)
        if column.field and cell.number != self.book.columns.meant(row, field).number_or_none:
            raise KeyError(field)
        return location

    def _cell(self, key: str, name: str) -> str:
        return f"{self.description.name}/{key}/{name}"

    @property
    def _rows(self) -> Iterable[RowView]:
        return rows_of(self.description, self.book)

    @cached_property
    def _numbers(self) -> Mapping[str, SheetCell]:
        """Where the cells stand that print a number, by id."""
        return {
            cell.id: SheetCell(index, column)
            for index, row in enumerate(self.table.rows)
            for column, cell in row.placed()
            if cell.number is not None
        }

    def _nonempty(
        self, formulas: Iterable[tuple[str, CellFormula]]
    ) -> Iterator[tuple[str, CellFormula]]:
        return ((cell, formula) for cell, formula in formulas if formula)


def _never(_: str) -> bool:
    return False
