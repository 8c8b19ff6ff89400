"""Breaking a title by meaning into lines of a pleasing shape.

GB/T 9704-2012, 7.3.1 (规定): 词意完整, 排列对称, 长短适宜; lines in 梯形 (each longer, or each shorter,
than the one above) or 菱形 (longest in the middle). Every way to break the title is weighed and the
cheapest taken.
"""

from __future__ import annotations

import math
import operator
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, combinations, pairwise, product
from typing import NamedTuple

from generator.word.writer.metrics import width as measure
from generator.word.writer.title_breaks import break_costs

_MOST_LINES = 5
_CHOICES, _POSITIONS = 40, 24
_TOGETHER = _CHOICES**2
"""So many ways to set the whole of a title are weighed at most."""
_LINE, _SHORT_END, _HOURGLASS, _EQUAL, _ALIKE = 7.0, 12.0, 40.0, 14.0, 2.0


class _Way(NamedTuple):
    """One way to set a line of the title: its pieces, how wide they are, and what is wrong with
    where it is broken."""

    pieces: tuple[str, ...]
    widths: tuple[float, ...]
    cost: float


@lru_cache(maxsize=16)
def break_lines(lines: tuple[str, ...], width: float = 20) -> tuple[tuple[str, ...], ...]:
    """For each given line of a title the lines it is set in.

    Itself where it fits, else broken so that the whole title has the best shape.
    """
    ways = _weighable([_ways(line, width) for line in lines])
    best = min(product(*ways), key=lambda chosen: _weigh(chosen, width))
    return tuple(way.pieces for way in best)


def _weighable(ways: Sequence[list[_Way]]) -> list[list[_Way]]:
    """The best ways of each line; the fewer, the more lines can be set in several ways."""
    several = sum(len(own) > 1 for own in ways)
    most = max(1, round(_TOGETHER ** (1 / max(1, several))))
    return [own[:most] for own in ways]


def _weigh(chosen: Sequence[_Way], width: float) -> float:
    widths = [piece for way in chosen for piece in way.widths]
    return sum(way.cost for way in chosen) + _shape(widths, width)


def _ways(text: str, width: float) -> list[_Way]:
    """The best ways to set a line of a title."""
    whole = measure(text)
    if whole <= width:
        return [_Way((text,), (whole,), 0.0)]
    costs = break_costs(text)
    ways = list(_broken(text, _cheapest(costs), width))
    ways.sort(key=lambda way: way.cost + _shape(way.widths, width))
    return ways[:_CHOICES] or [_filled(text, costs, width)]


def _cheapest(costs: Mapping[int, float]) -> dict[int, float]:
    """The cheapest positions in the order of the text: so many can be combined."""
    positions = sorted(costs, key=lambda position: (costs[position], position))[:_POSITIONS]
    return {position: costs[position] for position in sorted(positions)}


def _broken(text: str, costs: Mapping[int, float], width: float) -> Iterator[_Way]:
    """Every way to break a text at the positions into as few lines as it needs, or one more."""
    before = (0.0, *accumulate(map(measure, text)))
    least = math.ceil(before[-1] / width)
    for count in range(least, min(least + 2, _MOST_LINES + 1)):
        for positions in combinations(costs, count - 1):
            edges = [before[position] for position in (0, *positions, len(text))]
            widths = tuple(map(operator.sub, edges[1:], edges))
            if max(widths) <= width:
                breaks = sum(map(costs.__getitem__, positions))
                yield _Way(_cut(text, positions), widths, breaks + _LINE * (count - least))


def _cut(text: str, positions: Sequence[int]) -> tuple[str, ...]:
    edges = (0, *positions, len(text))
    return tuple(text[start:end] for start, end in pairwise(edges))


def _filled(text: str, costs: Mapping[int, float], width: float) -> _Way:
    """A text of more lines than can be weighed, or that has no good positions.

    Line by line, each as full as is cheap.
    """
    before = (0.0, *accumulate(map(measure, text)))
    pieces, start = [], 0
    while before[-1] - before[start] > width:
        position = _cheap_end(before, start, costs, width)
        if position is None:
            break
        pieces.append(text[start:position])
        start = position
    pieces.append(text[start:])
    return _Way(tuple(pieces), tuple(map(measure, pieces)), 0.0)


def _cheap_end(
    before: Sequence[float], start: int, costs: Mapping[int, float], width: float
) -> int | None:
    """Where a line that begins at ``start`` ends best; None where nothing fits.

    ``before`` holds the width of the text in front of each position.
    """
    last = bisect_right(before, before[start] + width)
    fitting = [end for end in range(start + 1, last) if end in costs]
    return min(
        fitting, key=lambda end: costs[end] - 1.5 * (before[end] - before[start]), default=None
    )


def _shape(widths: Sequence[float], width: float) -> float:
    """What is wrong with the outline that lines of those widths draw."""
    if len(widths) < 2:
        return 0.0
    uneven = min(widths) / max(widths)
    return (
        _outline(widths)
        + (_SHORT_END if widths[-1] < 5 else 0.0)
        + 14.0 * max(0.0, 0.55 - uneven)
        + 3.0 * (max(widths) / width)
        + 6.0 * (1 - uneven)
    )


def _outline(widths: Sequence[float]) -> float:
    """What is wrong with the steps between lines: an hourglass, all equal, some alike."""
    steps = [after - before for before, after in pairwise(widths)]
    rising = [step > 0 for step in steps if abs(step) >= 1]
    if not rising:
        return _EQUAL
    falls_then_rises = any(not first and then for first, then in pairwise(rising))
    alike = sum(abs(step) < 1 for step in steps)
    return _HOURGLASS * falls_then_rises + _ALIKE * alike
