"""Breaking a title by meaning into lines of a pleasing shape.

GB/T 9704-2012, 7.3.1 (规定): 词意完整, 排列对称, 长短适宜; lines in 梯形 (each longer, or each shorter, than the
one above) or 菱形 (longest in the middle). Every way to break the title is weighed and the cheapest
taken.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from generator.word.writer.metrics import width as measure
from generator.word.writer.title_words import ORGANS, TRAILING, WORDS

_NUMBER = re.compile(
    r"[0-9A-Za-z][0-9A-Za-z.,%+\-—/]*(?:年度|年|月|日|号|季度)?"
    r"|第[一二三四五六七八九十百]+[章条次届批季]?"
)
_KIND = re.compile(r"的(?:报告|通知|请示|批复|意见|决定|函|通报|公告|通告|决议|议案|命令|纪要)")
_NEVER_FIRST = frozenset("的和与及暨或并之等、，。；：！？）》〉”’—…·")
_NEVER_LAST = frozenset("《〈（“‘第")
_BRACKETS = {"《": "》", "（": "）", "“": "”", "〈": "〉"}
_LONGEST_WORD = max(map(len, WORDS))
_MOST_LINES = 5
_CHOICES, _PLACES = 40, 24

_LINE, _SHORT_END, _HOURGLASS, _EQUAL, _ALIKE = 7.0, 12.0, 40.0, 14.0, 2.0
_INSIDE_WORD, _UNKNOWN, _BEFORE_TRAILING, _AFTER_JOINT, _IN_BRACKETS = 60.0, 6.0, 3.0, 3.0, 7.0


@dataclass(frozen=True)
class _Way:
    """One way to set a line of the title: the pieces and what is wrong with the places where it is
    broken.
    """

    pieces: tuple[str, ...]
    cost: float


def break_title(text: str, width: float = 20) -> tuple[str, ...]:
    """The lines of a title; ``width`` is what a line holds in 字. A title that fits stays on one
    line.
    """
    return break_lines((text,), width)[0]


def break_lines(lines: Sequence[str], width: float = 20) -> tuple[tuple[str, ...], ...]:
    """For each given line of a title the lines it is set in: itself where it fits, else broken so
    that the whole title has the best shape.
    """
    ways = [_ways(line, width) for line in lines]
    best = min(product(*ways), key=lambda chosen: _weigh(chosen, width))
    return tuple(way.pieces for way in best)


def _weigh(chosen: Sequence[_Way], width: float) -> float:
    pieces = [piece for way in chosen for piece in way.pieces]
    return sum(way.cost for way in chosen) + _shape([measure(piece) for piece in pieces], width)


def _ways(text: str, width: float) -> list[_Way]:
    if measure(text) <= width:
        return [_Way((text,), 0.0)]
    every = break_costs(text)
    costs = {
        place: every[place]
        for place in sorted(every, key=lambda place: (every[place], place))[:_PLACES]
    }
    least = math.ceil(measure(text) / width)
    found: list[_Way] = []
    for count in range(least, min(least + 2, _MOST_LINES + 1)):
        for places in combinations(sorted(costs), count - 1):
            edges = (0, *places, len(text))
            pieces = tuple(text[a:b] for a, b in pairwise(edges))
            if max(map(measure, pieces)) <= width:
                found.append(
                    _Way(pieces, sum(costs[place] for place in places) + _LINE * (count - least))
                )
    found.sort(key=lambda way: way.cost + _shape([measure(piece) for piece in way.pieces], width))
    return found[:_CHOICES] or [_filled(text, every, width)]


def _filled(text: str, costs: Mapping[int, float], width: float) -> _Way:
    """A text of more lines than can be weighed, or that has no good places: line by line, each as
    full as is cheap.
    """
    pieces, start = [], 0
    while measure(text[start:]) > width:
        fitting = [
            place for place in costs if place > start and measure(text[start:place]) <= width
        ]
        if not fitting:
            break
        place = min(fitting, key=lambda place: costs[place] - 1.5 * measure(text[start:place]))
        pieces.append(text[start:place])
        start = place
    return _Way((*pieces, text[start:]), 0.0)


def _shape(widths: Sequence[float], width: float) -> float:
    """What is wrong with the outline that lines of these widths draw."""
    if len(widths) < 2:
        return 0.0
    steps = [after - before for before, after in pairwise(widths)]
    signs = [step > 0 for step in steps if abs(step) >= 1]
    falls_then_rises = any(not a and b for a, b in pairwise(signs))
    uneven = min(widths) / max(widths)
    return (
        _HOURGLASS * falls_then_rises
        + (_EQUAL if not signs else _ALIKE * sum(abs(step) < 1 for step in steps))
        + (_SHORT_END if widths[-1] < 5 else 0.0)
        + 14.0 * max(0.0, 0.55 - uneven)
        + 3.0 * (max(widths) / width)
        + 6.0 * (1 - uneven)
    )


def break_costs(text: str) -> dict[int, float]:
    """Where a title may be broken, and how much it would hurt: 0 between phrases, more where words
    belong together.
    """
    edges = _edges(text)
    enclosed = set(_enclosed(text))
    costs: dict[int, float] = {}
    for place in range(1, len(text)):
        if (
            text[place] in _NEVER_FIRST
            or text[place - 1] in _NEVER_LAST
            or edges.get(place, 0) == math.inf
        ):
            continue
        cost = edges.get(place, 0.0) + (_IN_BRACKETS if place in enclosed else 0.0)
        costs[place] = cost + _phrase(text, place)
    return costs


def _phrase(text: str, place: int) -> float:
    """What the words on both sides of a place say about breaking there."""
    before, after = text[:place], text[place:]
    if after.startswith(("关于", "《")):
        return 0.0
    if before.endswith("关于"):
        return 2.0
    if before[-1] in "和与及暨、":
        return _AFTER_JOINT
    if any(after.startswith(word) for word in TRAILING):
        return _BEFORE_TRAILING
    return 0.0 if before.endswith(ORGANS) or before[-1] in "》）”，" else 1.0


def _edges(text: str) -> dict[int, float]:
    """For each place the cost of breaking there as words go: infinite inside a number, dear inside
    a word, nothing between two words that are known.
    """
    result: dict[int, float] = {}
    position = 0
    known = True
    while position < len(text):
        length, certain = _word(text, position)
        if position and not (known and certain):
            result[position] = _UNKNOWN if known or certain else 2 * _UNKNOWN
        inside = math.inf if _atom(text, position) else _INSIDE_WORD
        result.update((position + n, inside) for n in range(1, length))
        known = certain or text[: position + length].endswith(ORGANS)
        position += length
    return result


def _atom(text: str, position: int) -> int:
    found = _NUMBER.match(text, position) or _KIND.match(text, position)
    return found.end() - position if found else 0


def _word(text: str, position: int) -> tuple[int, bool]:
    """The length of the word that begins here, and whether it is known."""
    atom = _atom(text, position)
    if atom:
        return atom, True
    for length in range(min(_LONGEST_WORD, len(text) - position), 0, -1):
        piece = text[position : position + length]
        if piece in WORDS or (length > 1 and piece in ORGANS):
            return length, True
    return 1, text[position] in _NEVER_FIRST or text[position] in _NEVER_LAST


def _enclosed(text: str) -> Iterator[int]:
    """The places between a pair of brackets."""
    for opening, closing in _BRACKETS.items():
        start = text.find(opening)
        while start >= 0:
            end = text.find(closing, start)
            if end < 0:
                break
            yield from range(start + 1, end + 1)
            start = text.find(opening, end)
