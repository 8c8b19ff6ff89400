"""Where a title may be broken, and how much it would hurt (GB/T 9704-2012, 7.3.1: 词意完整)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from generator.model.regex import regex
from generator.word.writer.title_words import ORGANS, TRAILING, WORDS

_NUMBER = regex(
    r"[0-9A-Za-z][0-9A-Za-z.,%+\-—/]*(?:年度|年|月|日|号|季度)?"
    r"|第[一二三四五六七八九十百]+[章条次届批季]?"
)
_DOCUMENT = regex(r"的(?:报告|通知|请示|批复|意见|决定|函|通报|公告|通告|决议|议案|命令|纪要)")
_NEVER_FIRST = frozenset("的和与及暨或并之等、，。；：！？）》〉”’—…·")
_NEVER_LAST = frozenset("《〈（“‘第")
_MARKS = _NEVER_FIRST | _NEVER_LAST
_TRAILING = tuple(TRAILING)
_PHRASE_ENDS = (*ORGANS, "》", "）", "”", "，")
_BRACKETS = {"《": "》", "（": "）", "“": "”", "〈": "〉"}
_LONGEST_WORD = max(map(len, WORDS))
_INSIDE_WORD, _UNKNOWN, _BEFORE_TRAILING, _AFTER_JOINT, _IN_BRACKETS = 60.0, 6.0, 3.0, 3.0, 7.0


def break_costs(text: str) -> dict[int, float]:
    """The positions where a title may be broken, each with its cost.

    0 between phrases, more where words belong together.
    """
    edges = _edges(text)
    enclosed = set(_enclosed(text))
    costs: dict[int, float] = {}
    for position in range(1, len(text)):
        edge = edges[position]
        if edge == math.inf or _forbidden(text, position):
            continue
        brackets = _IN_BRACKETS if position in enclosed else 0.0
        costs[position] = edge + brackets + _between_phrases(text, position)
    return costs


def _forbidden(text: str, position: int) -> bool:
    return text[position] in _NEVER_FIRST or text[position - 1] in _NEVER_LAST


def _between_phrases(text: str, position: int) -> float:
    """What the words on both sides of a position say about breaking there."""
    before, after = text[:position], text[position:]
    if after.startswith(("关于", "《")):
        return 0.0
    if before.endswith("关于"):
        return 2.0
    if before.endswith(("和", "与", "及", "暨", "、")):
        return _AFTER_JOINT
    if after.startswith(_TRAILING):
        return _BEFORE_TRAILING
    return 0.0 if before.endswith(_PHRASE_ENDS) else 1.0


def _edges(text: str) -> dict[int, float]:
    """The cost of breaking at each position, as words go.

    Infinite inside a number, dear inside a word, 0 between two words that are known.
    """
    result: dict[int, float] = {}
    known = True
    for position, length, certain in _words(text):
        unknown_sides = 2 - known - certain
        result[position] = unknown_sides * _UNKNOWN
        inside = math.inf if _unbreakable(text, position) else _INSIDE_WORD
        result.update((position + n, inside) for n in range(1, length))
        known = certain or text[: position + length].endswith(ORGANS)
    return result


def _words(text: str) -> Iterator[tuple[int, int, bool]]:
    """The words one after the other: position, length, and whether the word is known."""
    position = 0
    while position < len(text):
        length, certain = _word(text, position)
        yield position, length, certain
        position += length


def _word(text: str, position: int) -> tuple[int, bool]:
    """The length of the word that begins here, and whether it is known."""
    number = _unbreakable(text, position)
    if number:
        return number, True
    longest = min(_LONGEST_WORD, len(text) - position)
    for length in range(longest, 0, -1):
        if _is_word(text[position : position + length]):
            return length, True
    return 1, text[position] in _MARKS


def _is_word(piece: str) -> bool:
    return piece in WORDS or (len(piece) > 1 and piece in ORGANS)


def _unbreakable(text: str, position: int) -> int:
    """The length of a number, or of 的报告 and the like, that begins here; 0 where none does."""
    match = _NUMBER.match(text, position) or _DOCUMENT.match(text, position)
    return match.end() - position if match else 0


def _enclosed(text: str) -> Iterator[int]:
    """The positions between a pair of brackets."""
    for opening, closing in _BRACKETS.items():
        start = text.find(opening)
        while start >= 0:
            end = text.find(closing, start)
            if end < 0:
                break
            yield from range(start + 1, end + 1)
            start = text.find(opening, end)
