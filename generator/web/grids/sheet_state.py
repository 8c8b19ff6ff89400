"""What windows show of a sheet: what its file says, and what is typed over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.jobs.desk import CellEdit, CellMessage, EditRefusedError, GridRow, SheetGrid
from generator.jobs.desk.whereabouts import ANYWHERE
from generator.web.grids.steps import Step


class TypedCell(NamedTuple):
    """What a window says of a cell: the row that it showed, from 0, and the name of the column."""

    at: int
    column: str
    text: str


class Unwritten(NamedTuple):
    """What stands in a cell on the screen and not in the file, and why."""

    text: str
    why: str


Cell = tuple[int, str]
"""A cell by the number of its row and the name of its column."""


def can_grow(grid: SheetGrid) -> bool:
    """Whether rows can be added to a sheet; what the upper level issues has its rows."""
    return grid.next_row > 0 and not any(row.locked for row in grid.rows)


def number_of(grid: SheetGrid, place: int, row: GridRow) -> int:
    """What the screen calls a row: its line in the file, as a spreadsheet counts; of a setting its
    place from 1 on; 0 for a row of the form that the file does not have."""
    if not grid.head:
        return place
    return row.row if row.filed else 0


@dataclass(frozen=True)
class SheetState:
    """A state of the sheet that windows show: the file, and what is typed over it."""

    grid: SheetGrid
    unwritten: Mapping[Cell, Unwritten]
    is_stale: bool = False

    def row_at(self, index: int) -> int:
        """The number of a row by its index; behind the end it is a new one."""
        behind = index - len(self.grid.rows)
        return self.grid.rows[index].row if behind < 0 else self.grid.next_row + behind

    def called(self, row: int) -> str:
        """What a line calls a row: by the number that the screen shows, else by what it says."""
        for place, item in enumerate(self.grid.rows, 1):
            if item.row == row:
                number = number_of(self.grid, place, item)
                return f"第{number}行" if number else f"“{next(self._words(item), '')}”"
        return f"第{row}行"

    def _words(self, row: GridRow) -> Iterator[str]:
        """What stands in a row and is not to be typed, the name first."""
        for column, text in zip(self.grid.columns, row.cells, strict=True):
            if text and not column.editable and column.name != "代码":
                yield text


def cell_of(edit: CellEdit) -> Cell:
    return edit.row, edit.column


def waiting_beside(
    unwritten: Mapping[Cell, Unwritten], edits: Sequence[CellEdit]
) -> Iterator[CellEdit]:
    """What is typed in the rows of the edits and not written, other cells than theirs."""
    rows, cells = {edit.row for edit in edits}, set(map(cell_of, edits))
    for cell, kept in unwritten.items():
        if cell[0] in rows and cell not in cells:
            yield CellEdit(*cell, kept.text)


def reasons_of(edits: Sequence[CellEdit], refused: EditRefusedError) -> dict[Cell, str]:
    """Why each of the cells is refused: what is said of it, of its row, or all that is said."""
    said = refused.messages
    every = " ".join(map(str, refused.problems))
    return {cell_of(edit): _of(said, edit) or every for edit in edits}


def _of(said: Sequence[CellMessage], edit: CellEdit) -> str:
    of_cell = [item.text for item in said if (item.row, item.column) == cell_of(edit)]
    of_row = [_with_column(item) for item in said if item.row == edit.row]
    return " ".join(of_cell or of_row)


def lines_of(shown: SheetState, refused: EditRefusedError) -> Iterator[str]:
    """What is wrong, a line a cell, by the rows that the screen counts; then what is wrong in other
    files."""
    for message in refused.messages:
        yield f"{shown.called(message.row)}{_with_column(message)}"
    for problem in refused.problems:
        if problem.file != shown.grid.sheet or problem.row is None:
            yield said_of(shown.grid, str(problem))


def said_of(grid: SheetGrid, line: str) -> str:
    """A line of a job without names of files: those of the sheet by its title."""
    return ANYWHERE.said(line.replace(grid.sheet, grid.title))


def _with_column(message: CellMessage) -> str:
    return f"“{message.column}”：{message.text}" if message.column else message.text


def moved(unwritten: Mapping[Cell, Unwritten], way: Step) -> Iterator[tuple[Cell, Unwritten]]:
    """What is typed and not written, at the rows of after a change."""
    for (row, column), kept in unwritten.items():
        now = way.of(row)
        if now is not None:
            yield (now, column), kept


def lost(unwritten: Mapping[Cell, Unwritten], way: Step) -> Iterator[str]:
    """A line for each typed text whose row is gone."""
    for (row, column), kept in unwritten.items():
        if way.of(row) is None:
            yield f"没有存下，原来的那一行找不到了：{column} 写的是“{kept.text}”"
