"""Stretches of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from msgspec import Struct


class Spans(Struct, frozen=True):
    """Stretches in order, those that overlap made one: where each starts and where it ends."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> Spans:
        """The stretches from character to character."""
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(spans):
            if ends and start < ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(tuple(starts), tuple(ends))

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds a whole stretch."""
        index = bisect_right(self.starts, start) - 1
        return index >= 0 and end <= self.ends[index]

    def cut(self, start: int) -> bool:
        """Whether one of them begins before a position and ends behind it."""
        index = bisect_right(self.starts, start) - 1
        return index >= 0 and self.starts[index] < start < self.ends[index]
