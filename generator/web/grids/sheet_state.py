"""What windows show of a sheet: what its file says, and what is typed over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from msgspec import Struct

from generator.jobs.desk import CellEdit, GridRow, SheetGrid
from generator.model.errors import excerpt
from generator.web.grids.options import is_advanced
from generator.web.grids.steps import Step

_Kept = TypeVar("_Kept")


class TypedCell(NamedTuple):
    """What a window says of a cell: the row that it showed, from 0, the name of the column, and
    what it showed there ``before``."""

    at: int
    column: str
    text: str
    before: str


class Unwritten(NamedTuple):
    """What stands in a cell on the screen and not in the file, and why. One that ``asks`` is
    written only when a person says so: another window wrote the cell meanwhile."""

    text: str
    why: str
    asks: bool = False


class KeptCell(NamedTuple):
    """What a browser kept of a cell that was not written: the row that it shows now, from 0."""

    at: int
    column: str
    kept: Unwritten


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


class SheetState(Struct, frozen=True, dict=True):
    """A state of the sheet that windows show: the file, and what is typed over it."""

    grid: SheetGrid
    unwritten: Mapping[Cell, Unwritten]
    is_stale: bool = False

    def row_at(self, index: int) -> int:
        """The number of a row by its index; behind the end it is a new one."""
        behind = index - len(self.grid.rows)
        return self.grid.rows[index].row if behind < 0 else self.grid.next_row + behind

    @cached_property
    def _by_number(self) -> dict[int, GridRow]:
        return {row.row: row for row in self.grid.rows}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {column.name: at for at, column in enumerate(self.grid.columns)}

    def filed(self, cell: Cell) -> str:
        """What the file says in a cell, "" for one of a new row."""
        row, at = self._by_number.get(cell[0]), self._places.get(cell[1])
        return "" if row is None or at is None else row.cells[at]

    def text(self, cell: Cell) -> str:
        """What a window shows in a cell: what is typed over it, else what the file says."""
        typed = self.unwritten.get(cell)
        return typed.text if typed else self.filed(cell)

    def place(self, cell: Cell) -> str:
        """What a line calls a cell: as the screen heads its column."""
        return f"{self.called(cell[0])}“{title_of(self.grid, cell[1])}”"

    def called(self, row: int) -> str:
        """What a line calls a row: by the number that the screen shows, else by what it says."""
        for place, item in enumerate(self.grid.rows, 1):
            if item.row == row:
                number = number_of(self.grid, place, item)
                return f"第{number}行" if number else f"“{next(self._words(item), '')}”"
        return f"第{row}行"

    def named(self, row: int) -> str:
        """What a line calls a row, with the first of what it says that is for everybody."""
        columns = (column for column in self.grid.columns if not is_advanced(column))
        texts = (self.text((row, column.name)) for column in columns)
        called = self.called(row)
        first = next(filter(None, texts), "")
        return f"{called}（{excerpt(first)}）" if first and first not in called else called

    def _words(self, row: GridRow) -> Iterator[str]:
        """What stands in a row and is not to be typed, the name first."""
        for column, text in zip(self.grid.columns, row.cells, strict=True):
            if text and not column.editable and column.name != "代码":
                yield text


def title_of(grid: SheetGrid, column: str) -> str:
    """What the screen calls the column of that name."""
    return next((item.title for item in grid.columns if item.name == column), column)


def cell_of(edit: CellEdit) -> Cell:
    return edit.row, edit.column


def waiting_beside(
    unwritten: Mapping[Cell, Unwritten], edits: Sequence[CellEdit]
) -> Iterator[CellEdit]:
    """What is typed in the rows of the edits and not written, other cells than theirs; not what a
    person is asked about."""
    rows, cells = {edit.row for edit in edits}, set(map(cell_of, edits))
    for cell, kept in unwritten.items():
        if cell[0] in rows and cell not in cells and not kept.asks:
            yield CellEdit(*cell, kept.text)


def overtaken(
    shown: SheetState, typed: Sequence[TypedCell], here: Sequence[CellEdit]
) -> dict[Cell, str]:
    """The cells of edits that another window wrote since they were shown, with what stands there
    now; ``here`` are the edits at the rows of now."""
    now = {cell_of(edit): shown.text(cell_of(edit)) for edit in here}
    return {
        cell_of(edit): now[cell_of(edit)]
        for seen, edit in zip(typed, here, strict=True)
        if now[cell_of(edit)] not in (seen.before, edit.text)
    }


def moved(cells: Mapping[Cell, _Kept], way: Step) -> Iterator[tuple[Cell, _Kept]]:
    """What is known of cells, at their rows of after a change; without those that are gone."""
    for (row, column), kept in cells.items():
        now = way.of(row)
        if now is not None:
            yield (now, column), kept


def lost(seen: SheetState, way: Step) -> Iterator[str]:
    """A line for each typed text whose row is gone."""
    for (row, column), kept in seen.unwritten.items():
        if way.of(row) is None:
            title = title_of(seen.grid, column)
            yield f"没有存下，原来的那一行找不到了：{title} 写的是“{kept.text}”"
