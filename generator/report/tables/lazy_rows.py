"""The rows of a large table, made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, overload

from generator.model.document import TableRow

if TYPE_CHECKING:
    Slice = slice[int | None, int | None, int | None]

LARGE = 2000
"""From so many rows on a table is not held as a whole."""


class Rows(Sequence[TableRow]):
    """``count`` rows; ``make`` gives the row at an index (from 0), anew each time it is asked."""

    def __init__(self, count: int, make: Callable[[int], TableRow]) -> None:
        self._count, self._make = count, make

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> TableRow: ...

    @overload
    def __getitem__(self, index: Slice) -> tuple[TableRow, ...]: ...

    def __getitem__(self, index: int | Slice) -> TableRow | tuple[TableRow, ...]:
        if isinstance(index, slice):
            return tuple(self._make(n) for n in range(*index.indices(self._count)))
        if not -self._count <= index < self._count:
            raise IndexError(index)
        return self._make(index % self._count)

    def __iter__(self) -> Iterator[TableRow]:
        return map(self._make, range(self._count))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Sequence)
            and len(self) == len(other)
            and all(mine == theirs for mine, theirs in zip(self, other, strict=True))
        )

    def __hash__(self) -> int:
        return hash((self._count, self[0] if self._count else None))


def rows(count: int, make: Callable[[int], TableRow]) -> Sequence[TableRow]:
    """``count`` rows, held as a whole unless there are very many."""
    return tuple(map(make, range(count))) if count < LARGE else Rows(count, make)
