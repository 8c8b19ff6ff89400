"""What was typed over a sheet and not written, as a step that can be taken back like any change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from generator.web.grids.sheet_state import Cell, SheetState, Unwritten, moved
from generator.web.grids.steps import Step


class _Typed(NamedTuple):
    """What was typed in a cell, and what was typed there ``before`` and not written either; None
    where the screen showed what the file says."""

    text: str
    before: Unwritten | None


class TypedOver(Struct, frozen=True):
    """Cells that were typed at once and could not be written, at the rows of now."""

    cells: Mapping[Cell, _Typed]

    def moved(self, way: Step) -> TypedOver:
        """The same after a change; cells whose row is gone are left out."""
        return TypedOver(dict(moved(self.cells, way)))

    def still_in(self, shown: SheetState) -> bool:
        """Whether any of it stands on the screen: else there is nothing to take back."""
        return any(self._still(shown))

    def taken_back(self, shown: SheetState) -> Mapping[Cell, Unwritten]:
        """What is typed and not written without it: where it stands no more, nothing changes."""
        still = dict(self._still(shown))
        left = {cell: kept for cell, kept in shown.unwritten.items() if cell not in still}
        return left | {cell: before for cell, before in still.items() if before}

    def _still(self, shown: SheetState) -> Iterator[tuple[Cell, Unwritten | None]]:
        for cell, (text, before) in self.cells.items():
            kept = shown.unwritten.get(cell)
            if kept and kept.text == text:
                yield cell, before


def typed_over(shown: SheetState, kept: Mapping[Cell, Unwritten]) -> TypedOver:
    """What is new of what could not be written: what stood so already was not typed now."""
    before = shown.unwritten
    return TypedOver(
        {
            cell: _Typed(item.text, before.get(cell))
            for cell, item in kept.items()
            if cell not in before or before[cell].text != item.text
        }
    )
