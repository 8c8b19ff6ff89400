"""Words and signs around a number that make another statement of it: 近, 约, 以上, a range, a minus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.model.regex import regex

_BEFORE = (
    ("at least", r"不(?:低|少|小)于|至少|最少|起码|不下|[≥≧]"),
    ("at most", r"不(?:高|多|大)于|不超过|至多|最多|[≤≦]"),
    ("under", r"接近了?|将近|(?<![附最临邻靠贴亲就远])近|不足|不满|(?<!达)不到|[低少小]于|[<＜]"),
    ("over", r"超[过出]|(?<![赶反])超|逾|突破了?|[高多大]于|[>＞]"),
    ("about", r"大约|大概|大致|(?<![签节预履合契公条特违制守解邀])约"),
    ("negative", r"(?<![抱胜担自肩])负|(?<![0-9A-Za-z年月日])[-－−]"),
    ("range", r"[0-9][^\s，。；、]{0,3}[-–—~～至到]"),
)
_BEHIND = (
    ("at least", r"及?以上"),
    ("at most", r"及?以[内下]"),
    ("about", r"左右|上下|（(?:大约|约)）"),
    ("over", r"[余多](?=[^\u4e00-\u9fff]|$|的|时)|[+＋]"),
    ("about", r"来(?=[^\u4e00-\u9fff]|$)"),
    ("range", r"[-–—~～至到][0-9][0-9.,]*[^\s，。；：、\d]?"),
    ("times", r"(?<=人)次"),
)
"""What is told as one is one statement, whichever of its words is used."""
_LONGEST = 8
"""So many characters before a number can belong to a qualifier."""
_ENDS = [(name, regex(rf"(?:{words})[ 　]?$")) for name, words in _BEFORE]
_BEGINS = [(name, regex(rf"[ 　]?(?:{words})")) for name, words in _BEHIND]
_DAY = regex(r"[年月日号时]$")


_OTHER_NUMBERS = ("under", "over", "negative", "range", "times")
"""What is so told is another number; what is about it, or at least or at most it, may be it."""


class Qualified(NamedTuple):
    """A number with the words around it, and what these say of it, before and behind, that makes
    it another number: 近27家 is not 27家, 约27家 and 27家以上 may be."""

    text: str
    said: tuple[str, ...]


def qualified(line: str, start: int, end: int) -> Qualified:
    """The number from ``start`` to ``end`` of a line with what stands directly around it; a range
    of days says the same of the first and the last."""
    is_day = bool(_DAY.search(line[start:end]))
    first, before = _first_match(_ENDS, line, max(0, start - _LONGEST), start, is_day=is_day)
    second, behind = _first_match(_BEGINS, line, end, len(line), is_day=is_day)
    said = tuple(name for name in (first, second) if name in _OTHER_NUMBERS)
    return Qualified(f"{before}{line[start:end]}{behind}", said)


def _first_match(
    patterns: Sequence[tuple[str, re.Pattern[str]]],
    line: str,
    start: int,
    end: int,
    *,
    is_day: bool,
) -> tuple[str, str]:
    """What the first of the patterns that fits says, and its words; ("", "") for nothing."""
    for name, pattern in patterns:
        found = (
            pattern.search(line, start, end) if patterns is _ENDS else pattern.match(line, start)
        )
        if found and not (is_day and name == "range"):
            return name, found[0]
    return "", ""
