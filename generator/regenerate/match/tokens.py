"""Texts as tokens, and how alike two texts are by them.

A number is one token, any other character is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from generator.model.regex import regex
from generator.regenerate.match.stretches import Stretch, matches

NUMBER = regex(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_TOKEN = regex(rf"{NUMBER.pattern}|.", re.DOTALL)
_COMMA = regex(r"(?<=\d),(?=\d{3})")
_LONGEST = 30
"""No number of a report has more characters."""
_TO_BE_PARTED = regex(rf"(?<!\d)\d{{4,{_LONGEST}}}(?!\d)")
"""Digits in which commas set thousands apart."""
_FILLED_UP = regex(r"(?<![\d.])(\d+)\.(\d*?)0+(?![\d.])")
"""A number whose decimals end with zeros: what stands before these are the groups."""
_SPELLED = regex(r"[\s,.]")
"""What may be spelled otherwise."""
_LAST_NUMBER = regex(r"(?<![\d.,])\d+(?:\.\d+)?(?![\d.,]|.*\d)")
_YEAR = regex(r"(?:19|20)\d\d")
_MONTHS, _DAYS = 12, 31
_LEAST_DIGITS, _LEAST_CHARACTERS = 2, 3
"""A value with fewer is met by chance."""
_ROUNDING = 1e-9
_BY_WORDS, _BY_NUMBERS = 0.45, 0.55
"""What characters and numbers count for where two texts have numbers."""


def tokens(text: str) -> list[str]:
    """The tokens of a text, in order; together they are the text."""
    return _TOKEN.findall(text)


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
    """Whether two texts say the same: commas may set thousands apart, zeros fill up decimals
    (30.00), blanks do not count."""
    return one == other or bare(one) == bare(other)


def bare(text: str) -> str:
    """A text without the commas in its numbers, the zeros that fill up their decimals, and
    blanks."""
    if not _SPELLED.search(text):
        return text
    return _FILLED_UP.sub(_as_short, "".join(without_commas(text).split()))


def _as_short(number: re.Match[str]) -> str:
    """A number without zeros at its end, unless it may be a day (6.10) or a month (2021.10)."""
    whole, decimals = number[1], number[2]
    if not decimals:
        return whole
    may_be_day = int(whole) <= _MONTHS and int(f"{decimals}0") <= _DAYS
    return number[0] if may_be_day or _YEAR.fullmatch(whole) else f"{whole}.{decimals}"


def without_commas(text: str) -> str:
    """A text without the commas that set thousands apart in its numbers."""
    return _COMMA.sub("", text) if "," in text else text


def with_habit(new: str, seen: str) -> str:
    """``new`` with commas in its numbers where ``seen`` sets them, with as many decimals where it
    fills them up with zeros."""
    number = _FILLED_UP.search(seen)
    if number and bare(seen) != "".join(without_commas(seen).split()):
        new = _LAST_NUMBER.sub(lambda found: _filled_up(found[0], number[0]), new, count=1)
    if not _COMMA.search(seen) or _COMMA.search(new):
        return new
    return _TO_BE_PARTED.sub(lambda found: f"{int(found[0]):,}", new)


def _filled_up(number: str, like: str) -> str:
    """A number with zeros behind its decimals, so that it has as many as another one."""
    whole, _, decimals = number.partition(".")
    return f"{whole}.{decimals.ljust(len(like.partition('.')[2]), '0')}"


def positions_of(part: str, text: str) -> list[int]:
    """Where ``part`` stands in ``text`` without cutting a number in two."""
    result: list[int] = []
    at = text.find(part) if part else -1
    while at >= 0:
        if is_whole(text, at, at + len(part)):
            result.append(at)
        at = text.find(part, at + 1)
    return result


def is_telling(value: str) -> bool:
    """Whether a value is so long that no other stands there by chance."""
    digits = sum(char.isdigit() for char in value)
    return digits >= _LEAST_DIGITS and len(value) >= _LEAST_CHARACTERS


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
    left, right = _numbers(one), _numbers(other)
    if not left or not right:
        return Indel.normalized_similarity(one, other, score_cutoff=least)
    shared = sum(min(count, right[number]) for number, count in left.items() if number in right)
    by_numbers = _BY_NUMBERS * 2 * shared / (left.total() + right.total())
    enough = min(least, max(0.0, (least - by_numbers) / _BY_WORDS - _ROUNDING))
    by_words = Indel.normalized_similarity(one, other, score_cutoff=enough)
    alike = max(by_words, _BY_WORDS * by_words + by_numbers)
    return alike if alike >= least else 0.0


@lru_cache(maxsize=8192)
def _numbers(text: str) -> Counter[str]:
    """How often each number stands in a text."""
    return Counter(NUMBER.findall(text))


def share_inside(part: str, whole: str) -> float:
    """The share of ``part`` that is found in ``whole`` in order."""
    if not part:
        return 0.0
    distance = Indel.distance(part, whole)
    return (len(part) + len(whole) - distance) / 2 / len(part)
