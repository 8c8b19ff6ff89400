"""Which paragraph is which block: by bookmarks, equal texts, moved ones, similar ones.

Blocks and paragraphs are texts here, named by their index. A block may be in several pairs (it was
split), so may a paragraph (it was merged).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product

from generator.model.view import Span
from generator.regenerate.match.bookmarked import brings_more, marked_pairs, voted_pairs
from generator.regenerate.match.candidates import Holders, likely_pairs
from generator.regenerate.match.components import Pair
from generator.regenerate.match.gaps import similar_between
from generator.regenerate.match.stretches import matches
from generator.regenerate.match.tokens import similarity

_ALIKE_MOVED = 0.6
"""Least similarity of a block and a paragraph that stands somewhere else."""
_LONG = 8
"""A text of so many characters is not found inside another one by chance."""
_MOST_COMPARED = 20_000
"""So many blocks times paragraphs are compared each with each."""
_SHORTEST = 3
"""A text of no more characters is not looked for where it was not."""


def align(
    blocks: Sequence[str],
    paras: Sequence[str],
    bookmarks: Mapping[int, Span],
    votes: Mapping[int, Counter[int]] | None = None,
) -> list[Pair]:
    """The pairs of blocks and paragraphs, sorted.

    ``bookmarks`` maps a block to the paragraphs that its bookmark spans, ``votes`` counts in which
    paragraphs the bookmarks of its figures stand.
    """
    votes = votes or {}
    pairs = list(marked_pairs(blocks, paras, bookmarks, votes))
    pairs += voted_pairs(blocks, paras, votes, pairs)
    pairs += _equal_in_order(blocks, paras, pairs)
    pairs += _equal_elsewhere(blocks, paras, pairs)
    pairs += similar_between(blocks, paras, pairs)
    pairs += _merged(blocks, paras, pairs) + _cut_off(blocks, paras, pairs)
    pairs += _similar_elsewhere(blocks, paras, pairs)
    return sorted(set(pairs))


def _equal_in_order(
    blocks: Sequence[str], paras: Sequence[str], pairs: Sequence[Pair]
) -> list[Pair]:
    """Equal texts in the same order, around the pairs that are known."""
    known = dict(pairs)
    left = _labels(blocks, known)
    right = _labels(paras, {para: para for _, para in pairs})
    equal = [pair for stretch in matches(left, right) for pair in stretch.pairs()]
    return [pair for pair in equal if pair[0] not in known and blocks[pair[0]].strip()]


def _labels(texts: Sequence[str], paras: Mapping[int, int]) -> list[tuple[str, str]]:
    """What is compared in order: the paragraph of a text where it is known, else its words."""
    return [
        ("known", str(paras[index])) if index in paras else ("text", text)
        for index, text in enumerate(texts)
    ]


def _equal_elsewhere(
    blocks: Sequence[str], paras: Sequence[str], pairs: Sequence[Pair]
) -> list[Pair]:
    """Equal texts that are the only ones of their kind: moved."""
    free_blocks, free_paras = _free(blocks, paras, pairs)
    ours = _by_text(blocks, free_blocks)
    theirs = _by_text(paras, free_paras)
    return [
        (indexes[0], theirs[text][0])
        for text, indexes in ours.items()
        if text.strip() and len(indexes) == len(theirs.get(text, ())) == 1
    ]


def _by_text(texts: Sequence[str], indexes: Iterable[int]) -> dict[str, list[int]]:
    result: dict[str, list[int]] = {}
    for index in indexes:
        result.setdefault(texts[index], []).append(index)
    return result


def _free(
    blocks: Sequence[str], paras: Sequence[str], pairs: Sequence[Pair]
) -> tuple[list[int], list[int]]:
    """The blocks and the paragraphs that are in no pair."""
    return (
        _without(len(blocks), {block for block, _ in pairs}),
        _without(len(paras), {para for _, para in pairs}),
    )


def _without(count: int, used: Collection[int]) -> list[int]:
    return [index for index in range(count) if index not in used]


def _merged(blocks: Sequence[str], paras: Sequence[str], pairs: Sequence[Pair]) -> list[Pair]:
    """Blocks that stand whole inside one paragraph."""
    free_blocks, _ = _free(blocks, paras, pairs)
    holders = Holders(paras)
    homes = [(block, _only_one(blocks[block], holders)) for block in free_blocks]
    return [(block, para) for block, para in homes if para is not None]


def _cut_off(blocks: Sequence[str], paras: Sequence[str], pairs: Sequence[Pair]) -> list[Pair]:
    """Paragraphs that stand whole inside one block."""
    _, free_paras = _free(blocks, paras, pairs)
    homes = _homes(pairs)
    holders = Holders(blocks)
    wholes = [(_only_one(paras[para], holders), para) for para in free_paras]
    return [
        (block, para)
        for block, para in wholes
        if block is not None and brings_more(blocks[block], homes.get(block, ()), para, paras)
    ]


def _homes(pairs: Iterable[Pair]) -> dict[int, list[int]]:
    """The paragraphs of each block."""
    homes: dict[int, list[int]] = {}
    for block, para in pairs:
        homes.setdefault(block, []).append(para)
    return homes


def _only_one(part: str, texts: Holders) -> int | None:
    """The only text that holds ``part``, and holds it once; None where there is none or more."""
    return texts.only_one(part) if len(part.strip()) >= _LONG else None


def _similar_elsewhere(
    blocks: Sequence[str], paras: Sequence[str], pairs: Sequence[Pair]
) -> list[Pair]:
    """Texts that were moved and edited: the most alike first."""
    free_blocks, free_paras = _free(blocks, paras, pairs)
    options = _options(_not_short(blocks, free_blocks), _not_short(paras, free_paras))
    rated = [(_likeness(blocks[block], paras[para]), (block, para)) for block, para in options]
    alike = [item for item in rated if item[0]]
    return _once_each(pair for _, pair in sorted(alike, key=lambda item: -item[0]))


def _options(blocks: Mapping[int, str], paras: Mapping[int, str]) -> Iterable[Pair]:
    """What is compared; of very many texts those that may be alike."""
    if len(blocks) * len(paras) <= _MOST_COMPARED:
        return product(blocks, paras)
    return sorted(likely_pairs(blocks, paras))


def _once_each(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs whose block and paragraph are in no pair before them."""
    taken: dict[int, int] = {}
    taken_paras: set[int] = set()
    for block, para in pairs:
        if block not in taken and para not in taken_paras:
            taken[block] = para
            taken_paras.add(para)
    return list(taken.items())


def _likeness(block: str, para: str) -> float:
    return similarity(block, para, _ALIKE_MOVED)


def _not_short(texts: Sequence[str], indexes: Iterable[int]) -> dict[int, str]:
    return {index: texts[index] for index in indexes if len(texts[index].strip()) > _SHORTEST}


def ambiguous(blocks: Sequence[str], paras: Sequence[str], sure: Iterable[int]) -> set[int]:
    """Blocks whose text the file has more or less often than the draft: the order had to decide.

    ``sure`` are the blocks that bookmarks have found.
    """
    known = set(sure)
    ours, theirs = Counter(blocks), Counter(paras)
    return {
        index
        for index, text in enumerate(blocks)
        if index not in known and 0 < theirs[text] != ours[text]
    }
