"""Words of the user's file that the alignment gave to no block: perhaps copied, typed again, or pasted without marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Indel

from generator.regenerate.decide.script import Change
from generator.regenerate.match.tokens import places_of

_GRAM = 4
"""So many characters in a row that two texts have in common are no chance."""
_AKIN = 0.2
"""A text of which so large a share is in a block may come from it."""

_CLOSE = 0.15
"""A text that is less alike by no more than this may be meant just as well."""


@dataclass(frozen=True)
class Loose:
    """Words of a paragraph (by place) that belong to no block as far as is known."""

    para: int
    text: str


def left_over(texts: Sequence[str], starts: Sequence[int], taken: Iterable[int]) -> list[str]:
    """What of each text is not among the characters ``taken``, which count from the first text's start; a text's own
    characters begin at ``starts``. Stretches too short to tell anything are left out."""
    used = set(taken)
    result: list[str] = []
    for text, start in zip(texts, starts, strict=True):
        kept = "".join("\n" if start + at in used else char for at, char in enumerate(text))
        result.append("\n".join(part for part in kept.split("\n") if len(part) >= _GRAM))
    return result


def kin(blocks: Sequence[str], loose: Sequence[str]) -> list[set[int]]:
    """For each loose text the blocks (places) that it seems to be made of: none where it is like none."""
    grams: dict[str, set[int]] = {gram: set() for text in loose for gram in _grams(text)}
    for place, text in enumerate(blocks if grams else ()):
        for gram in grams.keys() & _grams(text):
            grams[gram].add(place)
    return [_made_of(text, grams) for text in loose]


def _grams(text: str) -> list[str]:
    found = (text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1))
    return [gram for gram in found if "\n" not in gram]


def _made_of(text: str, grams: Mapping[str, set[int]]) -> set[int]:
    """The blocks that a text is most like, then those that the rest of it is most like, and so on."""
    result: set[int] = set()
    rest = _grams(text)
    while True:
        counted = Counter(place for gram in rest for place in grams.get(gram, ()))
        most = max(counted.values(), default=0)
        if most == 0 or most < _AKIN * len(rest):
            return result
        best = {place for place, count in counted.items() if count == most}
        result |= best
        rest = [gram for gram in rest if best.isdisjoint(grams.get(gram, ()))]


def concerns(change: Change, block: str, text: str) -> bool:
    """Whether a change of a block is about words that a loose text has."""
    if change.start < change.end:
        return bool(places_of(block[change.start : change.end], text))
    before, after = (
        block[max(0, change.start - _GRAM) : change.start],
        block[change.end : change.end + _GRAM],
    )
    return any(len(part) == _GRAM and part in text for part in (before, after))


def alike(one: str, other: str) -> float:
    """How alike two texts are by their characters, from 0 to 1."""
    return Indel.normalized_similarity(one, other)


def nearly(text: str, blocks: Sequence[str], best: float) -> set[int]:
    """The blocks (places) that are as much like a text as ``best``, or nearly so."""
    found = process.extract(
        text,
        blocks,
        scorer=Indel.normalized_similarity,
        score_cutoff=max(best - _CLOSE, _CLOSE),
        limit=None,
    )
    return {place for _, _, place in found}
