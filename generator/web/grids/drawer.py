"""A sheet as all windows share it: what stands in it, what could not be written, what can be taken
back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from generator.jobs.desk import CellEdit, Changed, EditRefusedError, SheetGrid, Undo
from generator.model.errors import NigaoError, StaleError
from generator.web.grids.refusals import (
    lacking,
    line_of_head,
    line_of_lacking,
    lines_of,
    lines_of_block,
    reasons_of,
)
from generator.web.grids.sheet_jobs import SheetJobs, is_new
from generator.web.grids.sheet_state import (
    Cell,
    KeptCell,
    SheetState,
    TypedCell,
    Unwritten,
    cell_of,
    lost,
    moved,
    overtaken,
    waiting_beside,
)
from generator.web.grids.sheet_versions import SheetVersions
from generator.web.grids.steps import Step, step, unguessed, unmoved
from generator.web.grids.typed_over import TypedOver, typed_over
from generator.web.grids.undo_lines import ROWS, where_are
from generator.web.grids.undo_stack import Undoable, UndoStack

_ELSEWHERE = "没有存：这张表在别处改过（比如在 Excel 里）。请按“重新读入”。"
_GONE = "没有存：这一行已经不在表里了。"
_OVERTAKEN = "另一个窗口刚改成“{}”。"
_CHOOSE = "没有存：{}用哪一个，请在表的上面选。"
_PASTE_AGAIN = "整块没有粘贴；要换成粘来的，请再粘贴一次。"


class Drawer:
    """A sheet of a package, as long as the server runs; opened by ``open_drawer``.

    ``version`` counts its states: what a window says is about the one that it showed. ``by`` is
    the window that makes a change.
    """

    def __init__(self, jobs: SheetJobs, grid: SheetGrid) -> None:
        self._jobs = jobs
        self._lock = asyncio.Lock()
        self._versions = SheetVersions(grid)
        self._undos = UndoStack()
        self._by = ""
        self.windows: list[Callable[[], None]] = []

    @property
    def version(self) -> int:
        """The number of the state of now."""
        return self._versions.now

    @property
    def shown(self) -> SheetState:
        """The state of now."""
        return self._versions.shown

    @property
    def is_stale(self) -> bool:
        """Whether somebody else wrote the file since it was read."""
        return self.shown.is_stale

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back: a change, or what was typed and not written."""
        return self._undos.top(self.shown) is not None

    def last_of_another(self, by: str) -> str:
        """Where the change was that would be taken back, if another window made it; else ""."""
        last = self._undos.top(self.shown)
        return last.place if last and last.by != by else ""

    @asynccontextmanager
    async def _turn(self, by: str) -> AsyncIterator[None]:
        """One change at a time, each made by a window."""
        async with self._lock:
            self._by = by
            yield

    async def look(self) -> None:
        """See whether somebody else wrote the file, or took it away; then the windows say so."""
        if self._lock.locked() or self.shown.is_stale:
            return
        try:
            now = await self._jobs.stamp()
        except NigaoError:
            now = ""
        if now != self.shown.grid.stamp and not self._lock.locked():
            self._mark_stale()

    async def is_as_read(self) -> bool:
        """Whether the file is the one that was read or written here last, and nothing in the sheet
        is computed from others."""
        if any(row.computed or row.filled for row in self.shown.grid.rows):
            return False
        return await self._jobs.stamp() == self.shown.grid.stamp

    async def reread(self, by: str = "") -> list[str]:
        """Read the sheet anew, and write what waits on the screen; gives lines on what found no
        place any more."""
        async with self._turn(by):
            seen = self.shown
            fresh = await self._jobs.grid()
            if fresh == seen.grid and not seen.is_stale:
                return []
            if fresh.stamp == seen.grid.stamp:
                self._show(SheetState(fresh, seen.unwritten), unmoved(fresh))
                return []
            way = unguessed(seen.grid, fresh)
            self._show(SheetState(fresh, dict(moved(seen.unwritten, way))), way)
            for cell, kept in list(self.shown.unwritten.items()):
                if not kept.asks:
                    await self._write([CellEdit(*cell, kept.text)])
            return list(lost(seen, way))

    async def type(self, version: int, edit: TypedCell, by: str = "") -> list[str]:
        """Write one cell; what cannot be written stays on the screen with its message, and what
        another window wrote meanwhile is not written over. Gives lines on what belongs to no
        cell."""
        async with self._turn(by):
            here = self._versions.here(version, [edit])
            if not here:
                return [_GONE]
            others = overtaken(self.shown, [edit], here)
            if others:
                told = {cell: _OVERTAKEN.format(text) for cell, text in others.items()}
                whys = {cell: _CHOOSE.format(line) for cell, line in told.items()}
                self._keep(here, whys, asks=True)
            else:
                await self._write(here)
            return []

    async def settle(self, cell: Cell, *, take: bool, by: str = "") -> list[str]:
        """Write what was typed over a cell that another window wrote, or drop it."""
        async with self._turn(by):
            seen = self.shown
            kept = seen.unwritten.get(cell)
            if kept and take:
                await self._write([CellEdit(*cell, kept.text)])
            elif kept:
                left = {other: kept for other, kept in seen.unwritten.items() if other != cell}
                self._show_typed(left)
            return []

    async def restore(self, version: int, cells: Sequence[KeptCell], by: str = "") -> list[str]:
        """Show again what was typed and not written before the server ended; nothing is written.
        Gives lines on what belongs to no row any more."""
        async with self._turn(by):
            seen, back = self.shown, {}
            for at, column, kept in cells:
                row = self._versions.row(version, at)
                if row is not None:
                    back[row, column] = kept
            self._type_over({**back, **seen.unwritten})
            return [] if len(back) == len(cells) else [_GONE]

    async def paste(
        self,
        version: int,
        edits: Sequence[TypedCell],
        *,
        headed: bool = False,
        labels: Sequence[str] = (),
        by: str = "",
    ) -> list[str]:
        """Write a block, all of it or nothing; gives lines on why it cannot be. One that is
        ``headed`` was put by the names of its columns; ``labels`` are names in its first row that
        no column has, where that may be a head. One that only lacks columns stays on the screen."""
        async with self._turn(by):
            here = self._versions.here(version, edits)
            if len(here) < len(edits):
                return [_GONE]
            others = overtaken(self.shown, edits, here)
            if others:
                told = (f"{self.shown.place(c)}：{_OVERTAKEN.format(t)}" for c, t in others.items())
                return [*told, _PASTE_AGAIN]
            waiting = list(waiting_beside(self.shown.unwritten, here))
            if waiting and not await self._try_change([*waiting, *here]):
                return []
            return await self._try_change(here, headed=headed, labels=labels)

    async def delete(self, version: int, indexes: Iterable[int], by: str = "") -> list[str]:
        """Delete rows; gives lines on why they cannot be. New ones that are not written go."""
        async with self._turn(by):
            rows = {row for at in indexes if (row := self._versions.row(version, at)) is not None}
            seen = self.shown
            left = {cell: kept for cell, kept in seen.unwritten.items() if cell[0] not in rows}
            self._show_typed(left)
            there = sorted(row for row in rows if not is_new(seen.grid, row))
            return await self._try(self._jobs.delete(seen.grid, there)) if there else []

    async def add_setting(self, item: str, words: str, by: str = "") -> list[str]:
        """Add an item to a list of the settings; gives lines on why it cannot be."""
        async with self._turn(by):
            return await self._try(self._jobs.add_setting(self.shown.grid, item, words))

    async def take_back(self) -> list[str]:
        """Take back what was typed last, whether it was written or not; gives lines on why that
        cannot be."""
        async with self._lock:
            last = self._undos.take(self.shown)
            if isinstance(last, Undo):
                return await self._undo(last)
            if last is not None:
                self._show_typed(last.taken_back(self.shown))
            return []

    def named(self, version: int, index: int) -> str:
        """What a line calls the row that a window of ``version`` showed at an index, with what it
        says first; "" where it is gone."""
        row = self._versions.row(version, index)
        return self.shown.named(row) if row is not None else ""

    async def _undo(self, taken: Undo) -> list[str]:
        try:
            changed = await self._jobs.undo(self.shown.grid, taken)
        except StaleError:
            self._undos.forget_written()
            self._mark_stale()
            return ["不能撤销：这张表后来在别处改过。"]
        self._show_file(changed.grid, step(self.shown.grid, changed.grid))
        return []

    # --- writing ----------------------------------------------------------------------------------

    async def _write(self, edits: Sequence[CellEdit]) -> None:
        """Write typed cells with what waits in their rows, or else alone, or else keep them on the
        screen."""
        waiting = list(waiting_beside(self.shown.unwritten, edits))
        reasons: Mapping[Cell, str] = {}
        for attempt in ([*waiting, *edits], edits) if waiting else (edits,):
            try:
                changed = await self._jobs.change(self.shown.grid, attempt)
            except EditRefusedError as refused:
                reasons = {**reasons, **reasons_of(self.shown.grid, attempt, refused)}
            except StaleError:
                self._keep(attempt, {cell_of(edit): _ELSEWHERE for edit in attempt})
                self._mark_stale()
                return
            else:
                self._take(changed, attempt)
                return
        self._keep([*waiting, *edits], reasons)

    async def _try_change(
        self, edits: Sequence[CellEdit], *, headed: bool = True, labels: Sequence[str] = ()
    ) -> list[str]:
        """Write cells; gives lines where that cannot be done."""
        try:
            self._take(await self._jobs.change(self.shown.grid, edits), edits)
        except EditRefusedError as refused:
            return list(self._refused(edits, refused, headed, labels))
        except StaleError:
            return self._stale()
        return []

    def _refused(
        self,
        edits: Sequence[CellEdit],
        refused: EditRefusedError,
        headed: bool,
        labels: Sequence[str],
    ) -> Iterable[str]:
        head = line_of_head(self.shown, edits, refused, labels)
        if head:
            return [head]
        titles = lacking(self.shown, edits, refused)
        if titles:
            self._keep(edits, reasons_of(self.shown.grid, edits, refused))
            return [line_of_lacking(titles)]
        if not headed:
            return lines_of_block(self.shown, edits, refused)
        return lines_of(self.shown, refused)

    async def _try(self, job: Coroutine[Any, Any, Changed]) -> list[str]:
        """Do a change of no cells; gives lines where it cannot be done."""
        try:
            self._take(await job, ())
        except EditRefusedError as refused:
            return list(lines_of(self.shown, refused))
        except StaleError:
            return self._stale()
        return []

    def _stale(self) -> list[str]:
        self._mark_stale()
        return [_ELSEWHERE]

    def _take(self, changed: Changed, edits: Sequence[CellEdit]) -> None:
        """What was written stands in the file now."""
        seen, written = self.shown, set(map(cell_of, edits))
        if changed.grid.stamp != seen.grid.stamp:
            cells = list(map(cell_of, edits))
            self._remember(changed.undo, where_are(seen, cells) if cells else ROWS)
        left = {cell: kept for cell, kept in seen.unwritten.items() if cell not in written}
        added = {edit.row for edit in edits if is_new(seen.grid, edit.row)}
        way = step(seen.grid, changed.grid, added)
        self._show(SheetState(changed.grid, dict(moved(left, way)), seen.is_stale), way)

    def _keep(
        self, edits: Sequence[CellEdit], reasons: Mapping[Cell, str], *, asks: bool = False
    ) -> None:
        """What could not be written stays on the screen, with its message."""
        kept = {
            cell_of(edit): Unwritten(edit.text, reasons.get(cell_of(edit), ""), asks)
            for edit in edits
        }
        self._type_over({**self.shown.unwritten, **kept})

    def _type_over(self, unwritten: Mapping[Cell, Unwritten]) -> None:
        """Show what is typed and not written; what is new of it can be taken back."""
        new = typed_over(self.shown, unwritten)
        if new.cells:
            self._remember(new, where_are(self.shown, list(new.cells)))
        self._show_typed(unwritten)

    def _remember(self, last: Undo | TypedOver, place: str) -> None:
        self._undos.remember(Undoable(last, self._by, place))

    def _mark_stale(self) -> None:
        seen = self.shown
        self._show(SheetState(seen.grid, seen.unwritten, True), unmoved(seen.grid))

    def _show_typed(self, unwritten: Mapping[Cell, Unwritten]) -> None:
        """Show what is typed over the file, which is as it was."""
        seen = self.shown
        self._show(SheetState(seen.grid, unwritten, seen.is_stale), unmoved(seen.grid))

    def _show_file(self, grid: SheetGrid, way: Step) -> None:
        seen = self.shown
        self._show(SheetState(grid, dict(moved(seen.unwritten, way)), seen.is_stale), way)

    def _show(self, state: SheetState, way: Step) -> None:
        """Make a state the one of now, and tell the windows."""
        self._undos.move(way)
        self._versions.add(state, way)
        for window in list(self.windows):
            window()


async def open_drawer(jobs: SheetJobs) -> Drawer:
    """The drawer of a sheet. Raises what ``desk.grid`` raises."""
    return Drawer(jobs, await jobs.grid())
