"""The changes of a sheet that can be taken back, the last one first, whether they were written or
only typed."""

from __future__ import annotations

from typing import NamedTuple

from generator.jobs.desk import Undo
from generator.web.grids.sheet_state import SheetState
from generator.web.grids.steps import Step
from generator.web.grids.typed_over import TypedOver

_MOST_UNDOS = 50
"""Changes that can be taken back: each keeps the file as it was."""


class Undoable(NamedTuple):
    """A change that can be taken back: ``by`` which window it was made, and where."""

    last: Undo | TypedOver
    by: str
    place: str

    def is_in(self, shown: SheetState) -> bool:
        """Whether there is anything of it to take back."""
        return isinstance(self.last, Undo) or self.last.still_in(shown)

    def moved(self, way: Step) -> Undoable:
        """The same after a change of the sheet: what was typed stands at the rows of then."""
        return self if isinstance(self.last, Undo) else self._replace(last=self.last.moved(way))


class UndoStack:
    """The changes of a sheet that can be taken back."""

    def __init__(self) -> None:
        self._changes: list[Undoable] = []

    def remember(self, change: Undoable) -> None:
        """Put a change on top; the oldest one is forgotten."""
        self._changes = [*self._changes, change][-_MOST_UNDOS:]

    def top(self, shown: SheetState) -> Undoable | None:
        """The change that would be taken back of what is ``shown``; None where there is none."""
        return next((done for done in reversed(self._changes) if done.is_in(shown)), None)

    def take(self, shown: SheetState) -> Undo | TypedOver | None:
        """Take that change off, with those above it that are in the sheet no more."""
        while self._changes:
            done = self._changes.pop()
            if done.is_in(shown):
                return done.last
        return None

    def move(self, way: Step) -> None:
        """Follow a change of the sheet."""
        self._changes = [done.moved(way) for done in self._changes]

    def forget_written(self) -> None:
        """Keep what was only typed: somebody else wrote the file."""
        self._changes = [done for done in self._changes if isinstance(done.last, TypedOver)]
