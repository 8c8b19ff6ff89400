"""The jobs of one sheet, off the event loop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

from msgspec import Struct
from nicegui import run

from generator.jobs import desk
from generator.jobs.desk import CellEdit, Changed, SheetGrid, Undo
from generator.jobs.desk.doubts import refuse_unoffered
from generator.jobs.desk.noticing import stamp

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


class SheetJobs(Struct, frozen=True):
    """A sheet of a package; each coroutine raises what its job raises."""

    package: Path
    sheet: str
    templates: Path | None

    async def grid(self) -> SheetGrid:
        """The sheet as its file says it."""
        return await _off(desk.grid, self.package, self.sheet, self.templates)

    async def stamp(self) -> str:
        """The stamp of its file."""
        return await _off(stamp, self.package, self.sheet)

    async def change(self, seen: SheetGrid, edits: Sequence[CellEdit]) -> Changed:
        """Write cells; a new row that is alone gets the key that it needs."""
        refuse_unoffered(seen, edits)
        about = (self.package, self.sheet, seen.stamp)
        rows = {edit.row for edit in edits}
        if len(rows) == 1 and is_new(seen, min(rows)):
            cells = {edit.column: edit.text for edit in edits}
            return await _off(desk.add_row, *about, cells, shown=seen, templates=self.templates)
        return await _off(desk.change, *about, edits, shown=seen, templates=self.templates)

    async def delete(self, seen: SheetGrid, rows: Sequence[int]) -> Changed:
        """Delete rows."""
        about = (self.package, self.sheet, seen.stamp)
        return await _off(desk.delete_rows, *about, rows, shown=seen, templates=self.templates)

    async def add_setting(self, seen: SheetGrid, item: str, words: str) -> Changed:
        """Add an item to a list of the settings."""
        about = (self.package, item, seen.stamp, words)
        return await _off(desk.add_setting, *about, templates=self.templates)

    async def undo(self, seen: SheetGrid, taken: Undo) -> Changed:
        """Take a change back."""
        return await _off(desk.undo, self.package, taken, shown=seen, templates=self.templates)


def is_new(grid: SheetGrid, row: int) -> bool:
    """Whether a row stands behind the end of the sheet, none of the file yet."""
    return 0 < grid.next_row <= row


async def _off(
    job: Callable[_Given, _Result], *given: _Given.args, **named: _Given.kwargs
) -> _Result:
    """What a job gives, off the event loop. Raises LookupError where the server is ending."""
    answer = await run.io_bound(job, *given, **named)
    if answer is None:
        raise LookupError("the server is ending")
    return answer
