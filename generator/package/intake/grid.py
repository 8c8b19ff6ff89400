"""A grid of cells: a sheet of a workbook or the rows of a CSV file, freed of how the file writes
them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from msgspec import Struct

CellValue = bool | int | float | str | dt.datetime | dt.date | dt.time | dt.timedelta | None

EPOCH = dt.datetime(1899, 12, 30)
"""The day from which a workbook counts, if it does not say otherwise."""


class CellMarks(Struct, frozen=True):
    """What the looks of some characters of a cell say of them: ``left`` is its text without those
    that are crossed out, ``level`` its text without those that are raised or lowered.

    ``in_number`` is whether some of the latter stand in a number or right behind one.
    """

    left: str
    level: str
    in_number: bool = False


class RawCell(Struct, frozen=True):
    """A cell as the file holds it: its value (of a formula the cached one), its formula ("" for
    none), its number format, and the day from which the workbook counts.

    ``removed`` are the invisible characters that its text was freed of; ``looks`` is None where all
    characters stand upright on the line and none is crossed out.
    """

    value: CellValue
    formula: str = ""
    format: str = "General"
    epoch: dt.datetime = EPOCH
    removed: str = ""
    looks: CellMarks | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it; a formula without its value is something."""
        return not self.text.strip() and (not self.formula or self.value is not None)

    @property
    def text(self) -> str:
        """The value where no type is asked for, "" where there is none."""
        return "" if self.value is None else str(self.value)

    @property
    def is_struck(self) -> bool:
        """Whether all that stands in it is crossed out."""
        return self.looks is not None and not self.looks.left.strip()


_NOTHING = RawCell(None)


class CellComment(Struct, frozen=True):
    """A comment (批注) on a cell, which is ``reference`` (D5) as the file writes it: its words,
    without the name of its author above them."""

    reference: str
    words: str


class MergedRange(Struct, frozen=True):
    """A merged range, first and last row and column."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell belongs to it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True)
class Grid:
    """A sheet or a CSV file: the rows that hold something in order, each with its filled cells by
    column in order (both counted from 1); its merged ranges, the rows and columns that are hidden,
    and whether it is hidden itself. ``name`` is that of the sheet, "" for a CSV file; ``comments``
    are None where they cannot be read."""

    name: str
    rows: Mapping[int, Mapping[int, RawCell]]
    merges: tuple[MergedRange, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    comments: tuple[CellComment, ...] | None = ()
    _numbers: list[int] = field(init=False, repr=False, compare=False, default_factory=list)

    def __post_init__(self) -> None:
        self._numbers.extend(self.rows)

    @property
    def last_row(self) -> int:
        """The last row that holds something, 0 where none does."""
        return self._numbers[-1] if self._numbers else 0

    def at(self, row: int, column: int) -> RawCell:
        """The cell that stands there."""
        return self.row(row).get(column, _NOTHING)

    def row(self, row: int) -> Mapping[int, RawCell]:
        """The filled cells of a row by column."""
        return self.rows.get(row, {})

    def rows_from(self, first: int) -> list[int]:
        """The rows that hold something, from ``first`` on."""
        return self._numbers[bisect_left(self._numbers, first) :]

    def merged(self, row: int, column: int) -> MergedRange | None:
        """The merged range that a cell of a filled row belongs to, None for a single one."""
        ranges = self._merges_of.get(row, [])
        index = bisect_right(ranges, column, key=lambda merge: merge.left) - 1
        return ranges[index] if index >= 0 and ranges[index].holds(row, column) else None

    def is_covered(self, row: int, column: int) -> bool:
        """Whether a merged range hides the cell behind its first one."""
        merge = self.merged(row, column)
        return merge is not None and (row, column) != (merge.top, merge.left)

    @cached_property
    def _merges_of(self) -> dict[int, list[MergedRange]]:
        """The merged ranges that pass each filled row, from left to right."""
        passing: dict[int, list[MergedRange]] = {}
        for merge in sorted(self.merges, key=lambda merge: merge.left):
            for row in rows_within(self._numbers, merge):
                passing.setdefault(row, []).append(merge)
        return passing


def rows_within(rows: Sequence[int], merge: MergedRange) -> Sequence[int]:
    """Those of the rows (in order) that a merged range passes."""
    return rows[bisect_left(rows, merge.top) : bisect_right(rows, merge.bottom)]


def letter(column: int) -> str:
    """The letters of a column: 1 → A, 27 → AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The column of these letters: A → 1, AA → 27."""
    number = 0
    for char in letters:
        number = 26 * number + ord(char) - ord("A") + 1
    return number
