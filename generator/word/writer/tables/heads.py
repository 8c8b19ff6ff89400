"""A head of a table in lines, broken between its words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.document import Text
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.word.writer.metrics import width

_WORD = regex(r"[和与及或]?(?:[^和与及或]{3}(?=$|[和与及或])|[^和与及或]{1,2})|[和与及或]$")
"""A word of a head.

Most have two characters; a joining word stands with the next, an odd character with the last.
"""


def broken_head(text: Text, room: float) -> Text:
    """A head with line ends between its words, where it does not fit in one line."""
    if len(text) != 1:
        return text
    lines = head_lines(text[0].text, room)
    return (replace(text[0], text="\n".join(lines)),)


def head_lines(text: str, room: float) -> list[str]:
    """A head in lines of no more than ``room`` 字: as few as can be, and as even.

    One that holds Latin letters or digits, or that cannot be made to fit, stays as it is.
    """
    if width(text) <= room or any(char.isascii() for char in text):
        return [text]
    words = _words(text, room)
    best = _settings(words, room)
    if best[0] is None:
        return [text]
    return list(_lines(words, best))


def _words(text: str, room: float) -> list[str]:
    """The words of a head; one that is longer than a line is cut."""
    words = [word for word in _WORD.findall(text) if word]
    most = max(1, math.floor(room))
    return [word[n : n + most] for word in words for n in range(0, len(word), most)]


class _Setting(NamedTuple):
    """Words in lines: how many lines, the sum of the squares of their lengths, and where the first
    one ends."""

    lines: int
    unevenness: int
    end: int


def _settings(words: Sequence[str], room: float) -> list[_Setting | None]:
    """From each word on, the words in the fewest lines, of these in the most even ones; of several
    such ways the one with the shortest first line. None where a word does not fit.

    Found from the last word on, so that the time is linear in the words.
    """
    best: list[_Setting | None] = [None] * len(words) + [_Setting(0, 0, len(words))]
    for start in reversed(range(len(words))):
        best[start] = min(_ways(words, start, room, best), default=None)
    return best


def _ways(
    words: Sequence[str], start: int, room: float, best: Sequence[_Setting | None]
) -> Iterator[_Setting]:
    """The words from ``start`` on: each first line that fits, above the best setting behind it."""
    length = 0
    for end in range(start + 1, len(words) + 1):
        length += len(words[end - 1])
        if length > room:
            return
        rest = best[end]
        if rest is not None:
            yield _Setting(rest.lines + 1, rest.unevenness + length**2, end)


def _lines(words: Sequence[str], best: Sequence[_Setting | None]) -> Iterator[str]:
    start = 0
    while start < len(words):
        setting = best[start]
        end = setting.end if setting else len(words)
        yield "".join(words[start:end])
        start = end
