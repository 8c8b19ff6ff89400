"""Cells of words in which something is crossed out, or raised in a number: headings, labels,
paragraphs, settings."""

from __future__ import annotations

from collections.abc import Mapping

from generator.package.intake.celltext import require_plain_looks
from generator.package.intake.grid import Grid, RawCell, letter
from generator.package.intake.notes import TableNotes
from generator.package.intake.unclear import UnclearCellError


def sheet_looks(sheet: Grid, file: str) -> TableNotes:
    """What is to be said of the looks of a sheet of words in that file."""
    notes = TableNotes(file=file, sheet=sheet.name)
    for row in sheet.rows_from(1):
        tell_looks(sheet.row(row), row, notes)
    return notes


def looks_fault(cell: RawCell) -> str:
    """What is wrong with the looks of a cell of words, and what to do; "" for nothing."""
    try:
        require_plain_looks(cell)
    except UnclearCellError as fault:
        return f"{fault.message}。{fault.todo}"
    return ""


def tell_looks(cells: Mapping[int, RawCell], row: int, notes: TableNotes) -> None:
    """A problem for each of the cells of a row that is not all content."""
    for column, cell in cells.items():
        try:
            require_plain_looks(cell)
        except UnclearCellError as fault:
            notes.problem(fault.message, fault.todo, row, letter(column))
