"""Cells of a row that are part of the cell at their left: labels that span columns."""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures import RowView
from generator.model.appendix_table import TableColumn
from generator.model.document import TableCell
from generator.model.replacing import replace


def joins_left(column: TableColumn, row: RowView) -> bool:
    """Whether the cell of a record in a column is part of the one at its left."""
    return column.join_left and not row.record.cells[column.field].raw


def extent(columns: Sequence[TableColumn], at: int, row: RowView) -> int:
    """Over how many columns the cell goes that begins in column ``at``."""
    width = 1
    for column in columns[at + 1 :]:
        if not joins_left(column, row):
            break
        width += 1
    return width


def joined(
    columns: Sequence[TableColumn], row: RowView, cells: Sequence[TableCell]
) -> tuple[TableCell, ...]:
    """The cells of a record, a cell a column, without those that are part of another."""
    if not any(column.join_left for column in columns):
        return tuple(cells)
    return tuple(
        replace(cell, colspan=extent(columns, at, row))
        for at, (column, cell) in enumerate(zip(columns, cells, strict=True))
        if at == 0 or not joins_left(column, row)
    )
