"""Words of the file that belong to no block: perhaps copied, typed again, or pasted as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import Indel

GRAM = 4
"""So many characters in a row that two texts have in common are no chance."""
_AKIN = 0.2
"""A text of which so large a share is in a block may come from it."""
_CLOSE = 0.15
"""A text that is less alike by no more than this may be meant just as well."""


class Loose(Struct, frozen=True):
    """Words of a paragraph that belong to no block as far as is known."""

    para: int
    text: str


def left_over(texts: Sequence[str], starts: Sequence[int], taken: Iterable[int]) -> list[str]:
    """What of each text is not among the characters ``taken``, its stretches a line each.

    ``taken`` counts from the first text's start; a text's own characters begin at ``starts``.
    Stretches too short to tell anything are left out.
    """
    used = set(taken)
    return [_left_of(text, start, used) for text, start in zip(texts, starts, strict=True)]


def _left_of(text: str, start: int, used: set[int]) -> str:
    kept = "".join("\n" if start + at in used else char for at, char in enumerate(text))
    return "\n".join(part for part in kept.split("\n") if len(part) >= GRAM)


def lasting(mapped: Iterable[int]) -> Iterator[int]:
    """Positions of characters that two texts have in common, without runs that may be chance.

    The words of another block hold such runs, too: cut there they would be too short to be known.
    """
    places = sorted(at for at in mapped if at >= 0)
    for _, run in groupby(enumerate(places), key=_distance):
        own = [at for _, at in run]
        if len(own) >= GRAM:
            yield from own


def _distance(numbered: tuple[int, int]) -> int:
    """The same for all of a run: how far a position is from its number."""
    number, at = numbered
    return at - number


def kin(blocks: Sequence[str], loose: Sequence[str]) -> list[set[int]]:
    """For each loose text the blocks (by index) that it seems to be made of, if any."""
    holders: dict[str, set[int]] = {gram: set() for text in loose for gram in _grams(text)}
    if not holders:
        return [set() for _ in loose]
    for index, text in enumerate(blocks):
        for gram in holders.keys() & _grams(text):
            holders[gram].add(index)
    return [_blocks_like(text, holders) for text in loose]


def _grams(text: str) -> list[str]:
    """Every few characters in a row, none of them across the end of a line."""
    every = [text[at : at + GRAM] for at in range(len(text) - GRAM + 1)]
    return [gram for gram in every if "\n" not in gram] if "\n" in text else every


def _blocks_like(text: str, holders: Mapping[str, set[int]]) -> set[int]:
    """The blocks that a text is most like, then those that the rest of it is most like, ..."""
    result: set[int] = set()
    rest = _grams(text)
    while best := _most_of(rest, holders):
        result |= best
        rest = [gram for gram in rest if best.isdisjoint(holders.get(gram, ()))]
    return result


def _most_of(grams: Sequence[str], holders: Mapping[str, set[int]]) -> set[int]:
    """The blocks that hold the most of some grams, none where that is little."""
    counted = Counter(block for gram in grams for block in holders.get(gram, ()))
    most = max(counted.values(), default=0)
    if most < _AKIN * len(grams):
        return set()
    return {block for block, count in counted.items() if count == most}


def alike(one: str, other: str) -> float:
    """How alike two texts are by their characters, from 0 to 1."""
    return Indel.normalized_similarity(one, other)


def nearly(text: str, blocks: Sequence[str], best: float) -> set[int]:
    """The blocks (by index) that are as much like a text as ``best``, or nearly so."""
    rated = process.extract(
        text,
        blocks,
        scorer=Indel.normalized_similarity,
        score_cutoff=max(best - _CLOSE, _CLOSE),
        limit=None,
    )
    return {index for _, _, index in rated}
