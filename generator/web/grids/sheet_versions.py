"""The states of a sheet by version, and where a row that a window showed is now."""

from __future__ import annotations

from collections.abc import Iterable

from generator.jobs.desk import CellEdit, SheetGrid
from generator.web.grids.sheet_state import SheetState, TypedCell
from generator.web.grids.steps import Step

_MOST_STEPS = 200
"""Changes that a window may be behind; it is told of each at once."""


class SheetVersions:
    """The states that a sheet had, and the step from each to the next; ``now`` is the number of the
    last one."""

    def __init__(self, grid: SheetGrid) -> None:
        self._states = {0: SheetState(grid, {})}
        self._steps: dict[int, Step] = {}
        self.now = 0

    @property
    def shown(self) -> SheetState:
        """The state of now."""
        return self._states[self.now]

    def add(self, state: SheetState, way: Step) -> None:
        """Make a state the one of now; the oldest one is forgotten."""
        self._steps[self.now] = way
        self.now += 1
        self._states[self.now] = state
        self._states.pop(self.now - _MOST_STEPS, None)
        self._steps.pop(self.now - _MOST_STEPS, None)

    def row(self, version: int, index: int) -> int | None:
        """The number now of the row that a window of ``version`` showed at an index; None where it
        is gone."""
        seen = self._states.get(version)
        at = seen.row_at(index) if seen else None
        for number in range(version, self.now):
            at = self._steps[number].of(at) if at is not None else None
        return at

    def here(self, version: int, edits: Iterable[TypedCell]) -> list[CellEdit]:
        """The edits of a window that showed ``version`` at the rows of now; those of rows that are
        gone are left out."""
        rows = ((self.row(version, edit.at), edit) for edit in edits)
        return [CellEdit(row, edit.column, edit.text) for row, edit in rows if row is not None]
