"""Two Word files side by side: paragraphs that came, went or changed, and the words that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import add
from typing import Literal

from msgspec import Struct

from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.view import View, objects_in_words
from generator.regenerate.match.align import align
from generator.regenerate.match.components import TextGroup, components
from generator.regenerate.match.stretches import Stretch, matches
from generator.regenerate.match.tokens import tokens
from generator.regenerate.seen_cells import locations

_AROUND = 12
"""So many characters around a difference are shown."""
_BROKEN = "↵"
_NUMBER_BEFORE, _NUMBER_BEHIND = regex(r"\d[.,]?$"), regex(r"[.,]?\d")
_Located = tuple[str, str]
"""A text, and the cell that it stands in."""
_LABELS = {"new": "增", "gone": "删", "changed": "改", "moved": "移"}


class TextDifference(Struct, frozen=True):
    """A paragraph that is new, gone, changed or moved.

    ``old`` and ``new`` are the words that differ in brackets with some words around them, "" where
    there is no such side; ``words`` are those of the new side as they stand in the file, and what
    differs begins at character ``begins`` of them. ``location`` is the cell that it stands in, in
    words, "" outside of tables.
    """

    change: Literal["new", "gone", "changed", "moved"]
    old: str
    new: str
    words: str = ""
    begins: int = 0
    location: str = ""


def compare(old: View, new: View) -> list[TextDifference]:
    """What changed from one file to the other, in the order of the new; what went comes last."""
    return _compare(list(_said(old)), list(_said(new)))


def compare_texts(old: Iterable[str], new: Iterable[str]) -> list[TextDifference]:
    """The same of paragraphs."""
    return _compare(*([(text, "") for text in texts if text.strip()] for texts in (old, new)))


def _said(view: View) -> Iterator[_Located]:
    """What a file says, each text with the cell that it stands in."""
    pairs = zip(view.seen_texts, locations(view), strict=True)
    return ((text, where) for text, where in pairs if text.strip())


def _compare(old: Sequence[_Located], new: Sequence[_Located]) -> list[TextDifference]:
    left, right = [text for text, _ in old], [text for text, _ in new]
    groups = sorted(components(align(left, right, {})), key=lambda group: group.paras)
    told = [*_in_groups(left, right, groups), *_new(right, groups)]
    ordered = sorted(told, key=lambda item: item[0])
    there = [replace(difference, location=new[at][1]) for at, difference in ordered]
    gone = [replace(difference, location=old[at][1]) for at, difference in _gone(left, groups)]
    differences = [*there, *gone]
    return [_in_words(difference) for difference in differences]


def _in_groups(
    left: Sequence[str], right: Sequence[str], groups: Sequence[TextGroup]
) -> Iterator[tuple[int, TextDifference]]:
    """What changed in paragraphs that both files have, and which of them moved up."""
    furthest = -1
    for blocks, paras in groups:
        one, other = _joined(left, blocks), _joined(right, paras)
        if one != other:
            yield from ((paras[0], difference) for difference in _words(one, other))
        elif blocks[0] < furthest:
            shown = one[: 2 * _AROUND]
            yield paras[0], TextDifference("moved", shown, shown, shown)
        furthest = max(furthest, blocks[0])


def _joined(texts: Sequence[str], indexes: Sequence[int]) -> str:
    """Paragraphs as one text; a sign stands where a number would run from one into the next."""
    parts = [texts[index] for index in indexes]
    signs = [_between(*pair) for pair in pairwise(parts)]
    return "".join(map(add, parts, [*signs, ""]))


def _between(before: str, behind: str) -> str:
    broken = _NUMBER_BEFORE.search(before[-2:]) and _NUMBER_BEHIND.match(behind)
    return _BROKEN if broken else ""


def _new(right: Sequence[str], groups: Sequence[TextGroup]) -> Iterator[tuple[int, TextDifference]]:
    used = {index for group in groups for index in group.paras}
    for index, text in enumerate(right):
        if index not in used:
            yield index, TextDifference("new", "", text, text)


def _gone(left: Sequence[str], groups: Sequence[TextGroup]) -> Iterator[tuple[int, TextDifference]]:
    used = {index for group in groups for index in group.blocks}
    for index, text in enumerate(left):
        if index not in used:
            yield index, TextDifference("gone", text, "")


def _words(one: str, other: str) -> Iterator[TextDifference]:
    """The words of a paragraph that differ."""
    left, right = tokens(one), tokens(other)
    i = j = 0
    for stretch in [*matches(left, right), Stretch(len(left), len(right), 0)]:
        if i < stretch.old or j < stretch.new:
            old, new = _parted(left, i, stretch.old), _parted(right, j, stretch.new)
            yield TextDifference("changed", _shown(old), _shown(new), "".join(new), len(new[0]))
        i, j = stretch.old_end, stretch.new_end


def _parted(parts: Sequence[str], start: int, end: int) -> tuple[str, str, str]:
    """Words that differ between some words before and after them."""
    before, after = "".join(parts[:start])[-_AROUND:], "".join(parts[end:])[:_AROUND]
    return before, "".join(parts[start:end]), after


def _shown(parted: tuple[str, str, str]) -> str:
    before, words, after = parted
    return f"{before}〔{words}〕{after}"


def _in_words(difference: TextDifference) -> TextDifference:
    """A difference as people are shown it."""
    old, new = objects_in_words(difference.old), objects_in_words(difference.new)
    return replace(difference, old=old, new=new)


def as_text(differences: Sequence[TextDifference]) -> str:
    """The differences in lines."""
    if not differences:
        return "文字没有不同\n"
    lines = [f"{_LABELS[item.change]}{_where(item)}：{_line(item)}" for item in differences]
    return "".join(f"{line}\n" for line in [*lines, f"共 {len(differences)} 处不同"])


def _where(difference: TextDifference) -> str:
    return f"（{difference.location}）" if difference.location else ""


def _line(difference: TextDifference) -> str:
    if difference.change == "changed":
        return f"{difference.old} → {difference.new}"
    return difference.new or difference.old


def as_dict(difference: TextDifference) -> dict[str, str]:
    """A difference for programs."""
    said = {"kind": difference.change, "old": difference.old, "new": difference.new}
    return said | ({"cell": difference.location} if difference.location else {})
