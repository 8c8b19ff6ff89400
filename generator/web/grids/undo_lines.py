"""What is said of a change of a sheet: where it was, and what stands there again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.web.grids.sheet_state import Cell, SheetState
from generator.web.grids.steps import Step, step

ROWS = "加了行或删了行"
"""What a change is called that wrote no cells."""


def location_of(shown: SheetState, cells: Sequence[Cell]) -> str:
    """Where cells are: the first one, and how many."""
    first = shown.place(cells[0])
    return f"{first}等 {len(cells)} 格" if len(cells) > 1 else first


def line_of_undo(before: SheetState, now: SheetState) -> str:
    """What was taken back between two states, by its rows and columns."""
    way = step(before.grid, now.grid)
    cells = list(_given_back(before, now, way))
    if cells:
        text = now.text(cells[0])
        alone = f"改回“{text}”" if text else "又是空的"
        return f"已撤销：{location_of(now, cells)}{alone if len(cells) == 1 else '改回了原来的'}。"
    went = [row.row for row in before.grid.rows if way.of(row.row) is None]
    if went:
        return f"已撤销：加上的{_rows(before, went)}去掉了。"
    known = {way.of(row.row) for row in before.grid.rows}
    came = [row.row for row in now.grid.rows if row.row not in known]
    return f"已撤销：删掉的{_rows(now, came)}又在了。" if came else "已撤销。"


def _given_back(before: SheetState, now: SheetState, way: Step) -> Iterator[Cell]:
    """The cells of now that show something else than before."""
    names = [column.name for column in before.grid.columns]
    there = {row.row: row.cells for row in now.grid.rows}
    typed = {row for row, _ in before.unwritten}
    for row in before.grid.rows:
        at = way.of(row.row)
        if at is None or (there.get(at) == row.cells and row.row not in typed):
            continue
        yield from (
            (at, name) for name in names if before.text((row.row, name)) != now.text((at, name))
        )
    for row_number, name in before.unwritten:
        at = way.of(row_number)
        is_new = row_number >= before.grid.next_row > 0
        if is_new and at and before.text((row_number, name)) != now.text((at, name)):
            yield at, name


def _rows(shown: SheetState, rows: Sequence[int]) -> str:
    first = shown.called(rows[0])
    return f"{first}等 {len(rows)} 行" if len(rows) > 1 else first
