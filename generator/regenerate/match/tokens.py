"""Texts as tokens: a number is one token, any other character is one; and which tokens of two texts are the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

from rapidfuzz.distance import Indel

NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_TOKEN = re.compile(rf"{NUMBER.pattern}|.", re.DOTALL)
_COMMA = re.compile(r"(?<=\d),(?=\d{3})")


def tokens(text: str) -> list[str]:
    """The tokens of a text, in order; together they are the text."""
    return _TOKEN.findall(text)


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int, int]]:
    """The runs of equal items (place in old, place in new, length), in order, without chance matches."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    middle: list[tuple[int, int, int]] = []
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    if left and right:
        found = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
        middle = [(a + start, b + start, size) for a, b, size in found if size]
    edges = [(0, 0, start)] if start else []
    tail = [(len(old) - end, len(new) - end, end)] if end else []
    return edges + middle + tail


def char_map(old: str, new: str) -> list[int]:
    """For each character of ``old`` its place in ``new``; -1 where it is gone. A number is there whole or not at all.

    A single character that stands alone between changed ones is chance, not identity: it counts as gone.
    """
    if old == new:
        return list(range(len(old)))
    old_tokens, new_tokens = tokens(old), tokens(new)
    old_at, new_at = _offsets(old_tokens), _offsets(new_tokens)
    result = [-1] * len(old)
    for a, b, size in matches(old_tokens, new_tokens):
        whole = a == 0 == b or (a + size, b + size) == (len(old_tokens), len(new_tokens))
        if size == 1 and not whole and not old_tokens[a][0].isdigit():
            continue
        for step in range(old_at[a + size] - old_at[a]):
            result[old_at[a] + step] = new_at[b] + step
    return result


def _offsets(parts: Sequence[str]) -> list[int]:
    offsets = [0]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    return offsets


def same(one: str, other: str) -> bool:
    """Whether two texts say the same: thousands may be set apart by commas, blanks do not count."""
    return one == other or bare(one) == bare(other)


def bare(text: str) -> str:
    """A text without the commas in its numbers and without blanks."""
    return "".join(_COMMA.sub("", text).split())


def with_habit(new: str, seen: str) -> str:
    """``new`` with commas in its numbers where ``seen`` sets them."""
    if not _COMMA.search(seen) or _COMMA.search(new):
        return new
    return re.sub(r"\d{4,}(?=\.|\D|$)", lambda found: f"{int(found[0]):,}", new)


def places_of(part: str, text: str) -> list[int]:
    """Where ``part`` stands in ``text`` without cutting a number in two."""
    result: list[int] = []
    at = text.find(part) if part else -1
    while at >= 0:
        if widen(text, at, at + len(part)) == (at, at + len(part)):
            result.append(at)
        at = text.find(part, at + 1)
    return result


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch made so wide that it cuts no number in two."""
    for found in NUMBER.finditer(text, max(0, start - 30)):
        if found.start() >= end:
            break
        if found.start() < start < found.end():
            start = found.start()
        if found.start() < end < found.end():
            end = found.end()
    return start, end


def similarity(one: str, other: str, least: float = 0.0) -> float:
    """How alike two texts are, from 0 to 1: by their characters, or by characters and numbers; 0 below ``least``."""
    if one == other:
        return 1.0
    text = Indel.normalized_similarity(one, other)
    left, right = Counter(NUMBER.findall(one)), Counter(NUMBER.findall(other))
    both = left.total() + right.total()
    if left and right:
        text = max(text, 0.45 * text + 0.55 * 2 * (left & right).total() / both)
    return text if text >= least else 0.0


def share_inside(part: str, whole: str) -> float:
    """The share of ``part`` that is found in ``whole`` in order."""
    if not part:
        return 0.0
    distance = Indel.distance(part, whole)
    return (len(part) + len(whole) - distance) / 2 / len(part)
