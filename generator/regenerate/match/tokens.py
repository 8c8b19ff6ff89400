"""Texts as tokens, and which of them two texts share.

A number is one token, any other character is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import Indel

NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_TOKEN = re.compile(rf"{NUMBER.pattern}|.", re.DOTALL)
_COMMA = re.compile(r"(?<=\d),(?=\d{3})")
_LONGEST = 30
"""No number of a report has more characters."""
_BY_WORDS, _BY_NUMBERS = 0.45, 0.55
"""What characters and numbers count for where two texts have numbers."""


class Stretch(NamedTuple):
    """Items that an old and a new sequence share: where they begin in each, and how many."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        """Behind its last item in the old sequence."""
        return self.old + self.length

    @property
    def new_end(self) -> int:
        """Behind its last item in the new sequence."""
        return self.new + self.length

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The indexes of each item in the old and the new sequence."""
        return zip(range(self.old, self.old_end), range(self.new, self.new_end), strict=True)


def tokens(text: str) -> list[str]:
    """The tokens of a text, in order; together they are the text."""
    return _TOKEN.findall(text)


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Stretch]:
    """The stretches of equal items, in order, without chance matches."""
    start = _common_start(old, new)
    end = _common_end(old, new, min(len(old), len(new)) - start)
    old_end, new_end = len(old) - end, len(new) - end
    head = [Stretch(0, 0, start)] if start else []
    tail = [Stretch(old_end, new_end, end)] if end else []
    return [*head, *_inner_matches(old[start:old_end], new[start:new_end], start), *tail]


def _common_start(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _common_end(old: Sequence[Hashable], new: Sequence[Hashable], most: int) -> int:
    count = 0
    while count < most and old[-1 - count] == new[-1 - count]:
        count += 1
    return count


def _inner_matches(
    old: Sequence[Hashable], new: Sequence[Hashable], start: int
) -> Iterator[Stretch]:
    """The matches of what is left between equal ends; ``start`` items stand before it."""
    if not old or not new:
        return
    for a, b, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        if size:
            yield Stretch(a + start, b + start, size)


def char_map(old: str, new: str) -> list[int]:
    """For each character of ``old`` its position in ``new``; -1 where it is gone.

    A number is there whole or not at all. A single character that stands alone between changed
    ones is chance, not identity: it counts as gone.
    """
    if old == new:
        return list(range(len(old)))
    old_tokens, new_tokens = tokens(old), tokens(new)
    old_at, new_at = _offsets(old_tokens), _offsets(new_tokens)
    result = [-1] * len(old)
    for stretch in matches(old_tokens, new_tokens):
        if _is_chance(stretch, old_tokens, new_tokens):
            continue
        start, end = old_at[stretch.old], old_at[stretch.old_end]
        shift = new_at[stretch.new] - start
        result[start:end] = range(start + shift, end + shift)
    return result


def _is_chance(stretch: Stretch, old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether a stretch is a single character between changed ones."""
    if stretch.length > 1 or old[stretch.old][0].isdigit():
        return False
    at_start = stretch.old == 0 == stretch.new
    at_end = (stretch.old_end, stretch.new_end) == (len(old), len(new))
    return not at_start and not at_end


def _offsets(parts: Sequence[str]) -> list[int]:
    offsets = [0]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    return offsets


def same(one: str, other: str) -> bool:
    """Whether two texts say the same: commas may set thousands apart, blanks do not count."""
    return one == other or bare(one) == bare(other)


def bare(text: str) -> str:
    """A text without the commas in its numbers and without blanks."""
    return "".join(_COMMA.sub("", text).split())


def with_habit(new: str, seen: str) -> str:
    """``new`` with commas in its numbers where ``seen`` sets them."""
    if not _COMMA.search(seen) or _COMMA.search(new):
        return new
    return re.sub(r"\d{4,}(?=\.|\D|$)", lambda number: f"{int(number[0]):,}", new)


def positions_of(part: str, text: str) -> list[int]:
    """Where ``part`` stands in ``text`` without cutting a number in two."""
    result: list[int] = []
    at = text.find(part) if part else -1
    while at >= 0:
        if is_whole(text, at, at + len(part)):
            result.append(at)
        at = text.find(part, at + 1)
    return result


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch cuts no number in two."""
    return widen(text, start, end) == (start, end)


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch made so wide that it cuts no number in two."""
    for number in NUMBER.finditer(text, max(0, start - _LONGEST)):
        first, last = number.span()
        if first >= end:
            break
        start = first if first < start < last else start
        end = last if first < end < last else end
    return start, end


def similarity(one: str, other: str, least: float = 0.0) -> float:
    """How alike two texts are, from 0 to 1; 0 below ``least``.

    By their characters, or by characters and numbers, whichever is more.
    """
    if one == other:
        return 1.0
    alike = Indel.normalized_similarity(one, other)
    left, right = Counter(NUMBER.findall(one)), Counter(NUMBER.findall(other))
    if left and right:
        shared, both = (left & right).total(), left.total() + right.total()
        alike = max(alike, _BY_WORDS * alike + _BY_NUMBERS * 2 * shared / both)
    return alike if alike >= least else 0.0


def share_inside(part: str, whole: str) -> float:
    """The share of ``part`` that is found in ``whole`` in order."""
    if not part:
        return 0.0
    distance = Indel.distance(part, whole)
    return (len(part) + len(whole) - distance) / 2 / len(part)
