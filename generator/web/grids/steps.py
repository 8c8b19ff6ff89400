"""Which row of a sheet is which after a change: numbers of rows move, what stands in them tells."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Mapping

from msgspec import Struct

from generator.jobs.desk import SheetGrid


class Step(Struct, frozen=True):
    """Where the rows of a sheet went in a change.

    ``rows`` are those of the sheet; behind its end (``old_end``, 0 where there is none) are rows
    that nobody wrote yet, of which ``added`` were written in this change.
    """

    rows: Mapping[int, int]
    old_end: int
    new_end: int
    added: tuple[int, ...] = ()

    def of(self, row: int) -> int | None:
        """The number that a row has now; None where it is gone."""
        if row in self.rows:
            return self.rows[row]
        if not self.old_end or row < self.old_end:
            return None
        written = sum(number < row for number in self.added)
        return self.new_end + row - self.old_end - written


def step(old: SheetGrid, new: SheetGrid, added: Collection[int] = ()) -> Step:
    """A change of ours: rows that say the same are the same, in their order; so are then the
    others. Those of ``added`` come after those that were there."""
    alike = _alike(old, new)
    taken = set(alike.values())
    rest_old = [row.row for row in old.rows if row.row not in alike]
    rest_new = [row.row for row in new.rows if row.row not in taken]
    known = [*rest_old, *sorted(added)]
    others = dict(zip(known, rest_new, strict=True)) if len(known) == len(rest_new) else {}
    return Step(alike | others, old.next_row, new.next_row, tuple(sorted(added)))


def unmoved(grid: SheetGrid) -> Step:
    """No change of the file: each row is where it was."""
    return Step({row.row: row.row for row in grid.rows}, grid.next_row, grid.next_row)


def unguessed(old: SheetGrid, new: SheetGrid) -> Step:
    """A change of somebody else: a row is known where it says the same and no other one does."""
    once_old, once_new = _once(old), _once(new)
    rows = {row: once_new[cells] for cells, row in once_old.items() if cells in once_new}
    return Step(rows, old.next_row, new.next_row)


def _alike(old: SheetGrid, new: SheetGrid) -> dict[int, int]:
    places: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for row in new.rows:
        places[row.cells].append(row.row)
    return {row.row: places[row.cells].popleft() for row in old.rows if places[row.cells]}


def _once(grid: SheetGrid) -> dict[tuple[str, ...], int]:
    """The rows that no other one is like."""
    rows: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for row in grid.rows:
        rows[row.cells].append(row.row)
    return {cells: numbers[0] for cells, numbers in rows.items() if len(numbers) == 1}
