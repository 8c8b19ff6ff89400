"""A head of a table in lines, broken between its words."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from generator.model.document import Text
from generator.word.writer.metrics import width

_WORD = re.compile(r"[和与及或]?(?:[^和与及或]{3}(?=$|[和与及或])|[^和与及或]{1,2})|[和与及或]$")
"""A word of a head.

Most have two characters; a joining word stands with the next, an odd character with the last.
"""


def broken_head(text: Text, room: float) -> Text:
    """A head with line ends between its words, where it does not fit in one line."""
    if len(text) != 1:
        return text
    lines = head_lines(text[0].text, room)
    return (text[0]._replace(text="\n".join(lines)),)


def head_lines(text: str, room: float) -> list[str]:
    """A head in lines of no more than ``room`` 字: as few as can be, and as even.

    One that holds Latin letters or digits, or that cannot be made to fit, stays as it is.
    """
    if width(text) <= room or any(char.isascii() for char in text):
        return [text]
    words = _words(text, room)
    for count in range(2, len(words) + 1):
        ways = [lines for lines in _ways(words, count) if max(map(len, lines)) <= room]
        if ways:
            return min(ways, key=_unevenness)
    return [text]


def _words(text: str, room: float) -> list[str]:
    """The words of a head; one that is longer than a line is cut."""
    words = [word for word in _WORD.findall(text) if word]
    most = max(1, math.floor(room))
    return [word[n : n + most] for word in words for n in range(0, len(word), most)]


def _ways(words: Sequence[str], count: int) -> Iterator[list[str]]:
    """Every way to set words in so many lines."""
    for inner in combinations(range(1, len(words)), count - 1):
        edges = (0, *inner, len(words))
        yield ["".join(words[first:last]) for first, last in pairwise(edges)]


def _unevenness(lines: Sequence[str]) -> int:
    return sum(len(line) ** 2 for line in lines)
