"""The rows of one table of the draft as they will stand in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from generator.regenerate.base import Block
from generator.regenerate.decide.order import in_order_of, movers
from generator.regenerate.decide.partners import rows_of
from generator.regenerate.decide.script import Script
from generator.regenerate.match import Matching
from generator.regenerate.match.cells import TableMatch

FileRow = tuple[int, int]
"""The number of a table of the file and of a row in it."""
Cells = Mapping[int, Sequence[Block]]
"""The cells of a row of a draft by column."""


class TableRows(Struct, frozen=True, dict=True):
    """A table of the draft with all parts that it has in the file (people may have split it).

    ``wanted`` are the rows of the new draft in order, with their cells; ``old`` those of the base;
    ``partners`` maps rows of the base to rows of the new draft.
    """

    id: str
    parts: tuple[TableMatch, ...]
    old: Mapping[str, Cells]
    wanted: Mapping[str, Cells]
    partners: Mapping[str, str]

    @cached_property
    def places(self) -> Mapping[str, FileRow]:
        """Where each row of the new draft stands in the file, if the base had it."""
        return {
            self.partners[row]: (part.theirs.number, at)
            for part in self.parts
            for row, at in part.rows.items()
            if self.partners.get(row) in self.wanted
        }

    @cached_property
    def old_names(self) -> Mapping[str, str]:
        """The row of the base that each row of the new draft is."""
        return {self.partners[row]: row for row in self.old if row in self.partners}

    @cached_property
    def moved_by_data(self) -> frozenset[str]:
        """The rows of the new draft that stand elsewhere than in the base."""
        return frozenset(movers(self._kept, list(self.wanted)))

    @cached_property
    def moved_by_hand(self) -> frozenset[str]:
        """The rows that stand elsewhere in the file than in the base."""
        there = {row: number for number, row in enumerate(sorted(self.places, key=self._place))}
        return frozenset(movers(self._kept, in_order_of(there)))

    def _place(self, row: str) -> FileRow:
        return self.places[row]

    @cached_property
    def _kept(self) -> list[str]:
        """The rows of the file that stay, by their new ids, in the order of the base."""
        rows = (self.partners.get(row, "") for row in self.old)
        return [row for row in rows if row in self.places]

    @cached_property
    def remerged(self) -> frozenset[str]:
        """The rows that stay and of which a cell begins to be merged with the one above, or no
        longer is."""
        return frozenset(
            self.partners[row]
            for row, cells in self.old.items()
            if self.partners.get(row) in self.places and self.new_columns(row)
        )

    def new_columns(self, row: str) -> tuple[int, ...]:
        """The columns of a row of the base in which its merge changes."""
        before, after = self.old[row], self.wanted[self.partners[row]]
        width = max([*before, *after]) + 1
        if max(before) != max(after):
            return ()
        return tuple(column for column in range(width) if (column in before) != (column in after))

    @property
    def come(self) -> list[str]:
        """The rows that the base did not have."""
        partners = set(self.partners.values())
        return [row for row in self.wanted if row not in partners]

    def part(self, number: int) -> TableMatch:
        """The part that is a table of the file."""
        return next(part for part in self.parts if part.theirs.number == number)


def tables_of(matching: Matching, script: Script) -> Iterator[TableRows]:
    """The tables of the draft that the file has."""
    old, new = _by_table(rows_of(matching.base)), _by_table(rows_of(script.new))
    parts: dict[str, list[TableMatch]] = {}
    for table in matching.tables:
        parts.setdefault(table.ours.id, []).append(table)
    for name, own in parts.items():
        yield TableRows(name, tuple(own), old[name], new.get(name, {}), script.rows)


def _by_table(rows: Mapping[str, Cells]) -> dict[str, dict[str, Cells]]:
    result: dict[str, dict[str, Cells]] = {}
    for row, cells in rows.items():
        block = next(iter(cells.values()))[0]
        if block.cell:
            result.setdefault(block.cell.table, {})[row] = cells
    return result
