"""Chains: pairs and joins each of which begins behind the one before it on both sides."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from generator.regenerate.match.components import Pair


class Join(Struct, frozen=True):
    """Rows from ``top`` to ``bottom`` and columns from ``left`` to ``right`` put together.

    Counted like slices, from 0; ``gain`` is what that is worth, 0 for nothing.
    """

    top: int
    left: int
    bottom: int
    right: int
    gain: float

    @property
    def rows(self) -> slice:
        """Its rows."""
        return slice(self.top, self.bottom)

    @property
    def columns(self) -> slice:
        """Its columns."""
        return slice(self.left, self.right)


class _Chain(NamedTuple):
    """A chain by its last join; of two that are worth the same the earlier is the better."""

    worth: float
    order: int
    last: Join | None
    before: _Chain | None


_NO_CHAIN = _Chain(0.0, 0, None, None)


def best_chain(joins: Iterable[Join]) -> list[Join]:
    """The joins that follow one another and are worth most together."""
    valued = sorted((join for join in joins if join.gain), key=_beginning)
    ends: dict[int, list[_Chain]] = defaultdict(list)
    ended = _Ended(max((join.right for join in valued), default=0))
    next_row = 0
    for join in valued:
        for row in range(next_row, join.top + 1):
            ended.put_all(ends.pop(row, ()))
        next_row = join.top + 1
        before = ended.best(join.left)
        ends[join.bottom].append(_Chain(before.worth + join.gain, 0, join, before))
    for row in sorted(ends):
        ended.put_all(ends[row])
    return _joins(ended.best(ended.size))


def _beginning(join: Join) -> tuple[int, int, int, int]:
    return join.top, join.left, join.bottom, join.right


def _right(chain: _Chain) -> int:
    return chain.last.right if chain.last else 0


def _joins(chain: _Chain) -> list[Join]:
    result: list[Join] = []
    while chain.last and chain.before:
        result.append(chain.last)
        chain = chain.before
    return result[::-1]


class _Ended:
    """The best chain that has ended at a column or before it (a Fenwick tree)."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._best: list[_Chain] = [_NO_CHAIN] * (size + 1)
        self._count = 0

    def put_all(self, chains: Iterable[_Chain]) -> None:
        """The chains that end at a row."""
        for chain in sorted(chains, key=_right):
            self._count += 1
            self._put(_right(chain), chain._replace(order=-self._count))

    def _put(self, column: int, chain: _Chain) -> None:
        while column <= self.size:
            self._best[column] = max(self._best[column], chain, key=_value)
            column += column & -column

    def best(self, column: int) -> _Chain:
        """The best chain whose column is no larger."""
        best = _NO_CHAIN
        while column:
            best = max(best, self._best[column], key=_value)
            column -= column & -column
        return best


def _value(chain: _Chain) -> tuple[float, int]:
    return chain.worth, chain.order


def increasing(pairs: Collection[Pair]) -> list[Pair]:
    """The longest run of pairs that keeps the order on both sides (patience sorting)."""
    ordered = sorted(set(pairs))
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, para) in enumerate(ordered):
        at = bisect_left(tails, para)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [para]
        ends[at : at + 1] = [index]
    return _followed(ordered, before, ends[-1] if ends else -1)


def _followed(ordered: Sequence[Pair], before: Sequence[int], last: int) -> list[Pair]:
    chain: list[Pair] = []
    while last >= 0:
        chain.append(ordered[last])
        last = before[last]
    return chain[::-1]
