"""The pairs that bookmarks give: those of blocks, and those of the figures in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel

from generator.model.view import Span
from generator.regenerate.match.components import Pair
from generator.regenerate.match.tokens import share_inside, similarity

_STRANGE = 0.15
"""Below this a bookmark stands on a text that has nothing to do with its block."""
_MOSTLY = 0.5
"""A text of which so much is inside another one belongs to it."""
_ALIKE_VOTED = 0.2
"""Least similarity of a block and the paragraph in which most of its figures stand."""
_MORE = 0.01
"""A further part of a split block makes it so much more like the block."""


def marked_pairs(
    blocks: Sequence[str],
    paras: Sequence[str],
    bookmarks: Mapping[int, Span],
    votes: Mapping[int, Counter[int]],
) -> Iterator[Pair]:
    """The pairs that the bookmarks of blocks give."""
    there = set(paras)
    for block, span in bookmarks.items():
        text, inside = blocks[block], _paras_inside(paras, span)
        if len(inside) > 1:
            parts = {para: _part(paras, span, para) for para in inside}
            split = _parts_of_split(text, parts, votes.get(block, ()))
            yield from ((block, para) for para in split)
        elif inside and not _is_strange(text, span, inside[0], paras, there):
            yield block, inside[0]


def _paras_inside(paras: Sequence[str], span: Span) -> list[int]:
    """The paragraphs of which the span holds some characters."""
    touched = range(span.first, span.last + 1)
    return [para for para in touched if _part(paras, span, para).strip()]


def _part(paras: Sequence[str], span: Span, para: int) -> str:
    """The part of a paragraph inside the span."""
    start = span.start if para == span.first else 0
    end = span.end if para == span.last else len(paras[para])
    return paras[para][start:end]


def _is_strange(
    text: str, span: Span, para: int, paras: Sequence[str], there: Collection[str]
) -> bool:
    """Whether the bookmark of a block stands on a text that has nothing to do with it."""
    if similarity(text, paras[para]) >= _STRANGE:
        return False
    return text in there or share_inside(_part(paras, span, para), text) < _MOSTLY


def _parts_of_split(text: str, parts: Mapping[int, str], voted: Collection[int]) -> list[int]:
    """The paragraphs of a split block, so that a copy between them is none.

    Those with its figures (else its ends), and others as far as they bring more of its text.
    ``parts`` is what its bookmark spans of each: one may have been joined to another paragraph.
    """
    belong = [para for para, part in parts.items() if share_inside(part, text) >= _MOSTLY]
    belong = belong or [next(iter(parts))]
    kept = sorted(set(voted).intersection(belong) or {belong[0], belong[-1]})
    for para in belong:
        if para not in kept and brings_more(text, kept, para, parts):
            kept = sorted([*kept, para])
    return kept


def brings_more(
    text: str, kept: Iterable[int], para: int, paras: Sequence[str] | Mapping[int, str]
) -> bool:
    """Whether some paragraphs are more like a text with a further one among them."""
    there = sorted(kept)
    before = "".join(paras[index] for index in there)
    after = "".join(paras[index] for index in sorted([*there, para]))
    least = Indel.normalized_similarity(text, before) + _MORE
    return Indel.normalized_similarity(text, after) > least


def voted_pairs(
    blocks: Sequence[str],
    paras: Sequence[str],
    votes: Mapping[int, Counter[int]],
    pairs: Sequence[Pair],
) -> list[Pair]:
    """The pairs that the bookmarks of figures give to blocks that have lost their own."""
    known = {block for block, _ in pairs}
    lost = [(block, counted) for block, counted in votes.items() if block not in known]
    voted = [(block, para, counted) for block, counted in lost for para in counted]
    return [
        (block, para)
        for block, para, counted in voted
        if _has_its_figures(blocks[block], paras[para], counted[para], counted.total())
    ]


def _has_its_figures(block: str, para: str, count: int, total: int) -> bool:
    """Whether a paragraph with ``count`` of the ``total`` figures of a block is made of it."""
    if share_inside(para, block) >= _MOSTLY or share_inside(block, para) >= _MOSTLY:
        return True
    return count * 2 > total and similarity(block, para) >= _ALIKE_VOTED
