"""A numbered list in a cell: its items on lines of their own."""

from __future__ import annotations

import re

_MARKER = re.compile(
    r"(?P<full>[（(](?P<n>\d{1,2})[）)])|(?<![\d.．A-Za-z])(?P<m>\d{1,2})[.．](?=\s*[^\d\s.．])"
)


def items(text: str) -> tuple[str, ...]:
    """The lines of a text: broken where it is broken, and before each item of a list 1. 2. or （1）（2）.

    A mark counts as an item only where the next higher one follows it, or the next lower one goes before:
    a lone （1） in a sentence stays where it is.
    """
    return tuple(item for line in text.splitlines() for item in _split(line.strip()) if item)


def _split(line: str) -> list[str]:
    marks = [
        (found.start(), "（" if found["full"] else ".", int(found["n"] or found["m"]))
        for found in _MARKER.finditer(line)
    ]
    places = [place for n, (place, sign, number) in enumerate(marks) if _belongs(marks, n)]
    edges = [0, *(place for place in places if place), len(line)]
    return [line[start:end].strip() for start, end in zip(edges, edges[1:], strict=False)]


def _belongs(marks: list[tuple[int, str, int]], at: int) -> bool:
    """Whether a mark is the first of a list that goes on, or goes on a list."""
    _, sign, number = marks[at]
    before = next((other for _, kind, other in reversed(marks[:at]) if kind == sign), 0)
    after = next((other for _, kind, other in marks[at + 1 :] if kind == sign), 0)
    return (number == 1 and after == 2) or (number > 1 and before == number - 1)
