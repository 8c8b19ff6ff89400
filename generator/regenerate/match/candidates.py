"""Which of many texts a text may be like, without a look at all of them.

Texts that are alike share some stretch of characters that few others have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

_GRAM, _STEP = 5, 4
"""Of a text every fourth stretch of five characters is known: any eight in a row hold one."""
_WINDOWS = 10
"""So many places of a part are tried for the one that fewest texts share."""
_SHORT_GRAM = 3
_RARE = 24
"""A stretch that more texts share says little of any of them."""
_TELLING = 32
"""So many of the rarest stretches of a text are looked up."""
_MOST = 4
"""So many texts at most are taken as perhaps like another."""


class Holders:
    """Some texts by what they hold, for parts of eight characters and more."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._by_gram: dict[str, list[int]] = {}
        for index, text in enumerate(texts):
            for gram in {text[at : at + _GRAM] for at in range(0, len(text), _STEP)}:
                self._by_gram.setdefault(gram, []).append(index)

    def only_one(self, part: str) -> int | None:
        """The only text that holds a part, and holds it once; None where there is none or more."""
        holder: int | None = None
        for index in sorted(self._may_hold(part)):
            if part in self._texts[index]:
                if holder is not None:
                    return None
                holder = index
        return holder if holder is not None and self._texts[holder].count(part) == 1 else None

    def _may_hold(self, part: str) -> set[int]:
        """The texts that share the stretches of the part's most telling place."""
        last = max(1, len(part) - _GRAM - _STEP + 2)
        places = range(0, last, max(1, last // _WINDOWS))
        options = [self._at(part, place) for place in places]
        return set().union(*min(options, key=lambda lists: sum(map(len, lists))))

    def _at(self, part: str, place: int) -> list[list[int]]:
        grams = (part[at : at + _GRAM] for at in range(place, place + _STEP))
        return [self._by_gram.get(gram, []) for gram in grams]


def likely_pairs(blocks: Mapping[int, str], paras: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Blocks and paragraphs (by index) that share rare stretches, those that share most first."""
    ours = {index: _grams(text) for index, text in blocks.items()}
    theirs = {index: _grams(text) for index, text in paras.items()}
    holders = _holders(theirs, _rare(ours.values()) & _rare(theirs.values()))
    for index, grams in ours.items():
        for other in _most_shared(grams & holders.keys(), holders):
            yield index, other


def _rare(texts: Iterable[set[str]]) -> set[str]:
    """The stretches that few of some texts have."""
    counted = Counter(gram for grams in texts for gram in grams)
    return {gram for gram, count in counted.items() if count <= _RARE}


def _holders(texts: Mapping[int, set[str]], rare: set[str]) -> dict[str, list[int]]:
    """The texts that hold each of some stretches."""
    holders: dict[str, list[int]] = {}
    for index, grams in texts.items():
        for gram in grams & rare:
            holders.setdefault(gram, []).append(index)
    return holders


def _grams(text: str) -> set[str]:
    """Every few characters in a row, and the text where it is short."""
    return {text[at : at + _SHORT_GRAM] for at in range(max(1, len(text) - _SHORT_GRAM + 1))}


def _most_shared(grams: Iterable[str], holders: Mapping[str, Sequence[int]]) -> list[int]:
    """The texts that hold most of some stretches."""
    telling = sorted(grams, key=lambda gram: (len(holders[gram]), gram))[:_TELLING]
    counted = Counter(index for gram in telling for index in holders[gram])
    return sorted(counted, key=lambda index: (-counted[index], index))[:_MOST]
