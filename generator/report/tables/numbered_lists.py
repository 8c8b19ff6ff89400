"""A numbered list in a cell: its items on lines of their own."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.model.regex import regex

_MARKER = regex(
    r"(?P<full>[（(](?P<n>\d{1,2})[）)])|(?<![\d.．A-Za-z])(?P<m>\d{1,2})[.．](?=\s*[^\d\s.．])"
)

_SIGN = regex(r"\d[.．）)]")
"""What every mark of an item ends with."""


def items(text: str) -> tuple[str, ...]:
    """The lines of a text: broken where it is broken, and before each item of a list 1. 2. or
    （1）（2）.

    A mark counts as an item only where the next higher one follows it, or the next lower one goes
    before: a lone （1） in a sentence stays where it is.
    """
    return tuple(item for line in text.splitlines() for item in _split(line.strip()) if item)


def _split(line: str) -> list[str]:
    if not _SIGN.search(line):
        return [line]
    marks = [_mark(match) for match in _MARKER.finditer(line)]
    starts = {start for index, (start, _, _) in enumerate(marks) if _belongs(marks, index)}
    edges = [*sorted({0} | starts), len(line)]
    return [line[start:end].strip() for start, end in pairwise(edges)]


def _mark(match: re.Match[str]) -> tuple[int, str, int]:
    """Where a number stands, how it is written, and which it is."""
    return match.start(), "（" if match["full"] else ".", int(match["n"] or match["m"])


def _belongs(marks: list[tuple[int, str, int]], index: int) -> bool:
    """Whether a mark is the first of a list that goes on, or goes on a list."""
    _, sign, number = marks[index]
    before = next((n for _, other, n in reversed(marks[:index]) if other == sign), 0)
    after = next((n for _, other, n in marks[index + 1 :] if other == sign), 0)
    return (number == 1 and after == 2) or (number > 1 and before == number - 1)
