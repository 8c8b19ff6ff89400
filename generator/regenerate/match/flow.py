"""The text outside of the draft's tables: its blocks, and how sure their paragraphs are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.view import Span, View
from generator.regenerate.base import Base, Block
from generator.regenerate.match.align import align, ambiguous
from generator.regenerate.match.components import Pair, TextGroup, components
from generator.regenerate.match.hints import filled

_RARELY_LOST = 0.3
"""Where more than this share of the bookmarks is alive, a text without any may be a copy."""


@dataclass(frozen=True)
class FlowMatch:
    """The groups of the flowing text, and what is known of their places.

    ``sure`` are the blocks whose place a bookmark vouches for, ``vouched`` those paragraphs;
    ``unsure`` are blocks that may stand elsewhere. All by index.
    """

    groups: tuple[TextGroup, ...]
    sure: frozenset[int]
    vouched: frozenset[int]
    unsure: frozenset[int]


@dataclass(frozen=True)
class _Flow:
    """The blocks and paragraphs (by index) outside of tables; ``at`` counts the paragraphs."""

    blocks: Sequence[int]
    paras: Sequence[int]
    at: Mapping[int, int]


def match_flow(
    base: Base, view: View, bookmarks: Mapping[str, Span], tables: Collection[int]
) -> FlowMatch:
    """Match what stands outside of the tables of the file that are tables of the draft."""
    flow = _flow(base, view, tables)
    blocks = [base.blocks[index] for index in flow.blocks]
    ours = [block.text for block in blocks]
    theirs = [view.paras[index].text for index in flow.paras]
    marked = dict(_marked(blocks, flow, bookmarks))
    votes = _votes(blocks, flow, bookmarks)
    pairs = align(ours, theirs, marked, votes)
    sure = [pair for pair in pairs if _is_sure(pair, marked, votes)]
    unsure = ambiguous(ours, theirs, [block for block, _ in sure])
    if _alive(base, bookmarks) > _RARELY_LOST:
        unsure |= {index for index, block in enumerate(blocks) if block.ident}
    return FlowMatch(
        tuple(_in_file(flow, group) for group in components(pairs)),
        frozenset(flow.blocks[block] for block, _ in sure),
        frozenset(flow.paras[para] for _, para in sure),
        frozenset(flow.blocks[block] for block in unsure),
    )


def _flow(base: Base, view: View, tables: Collection[int]) -> _Flow:
    paras = [
        index
        for index, para in enumerate(view.paras)
        if not para.fixed and (para.cell is None or para.cell.table not in tables)
    ]
    return _Flow(
        [index for index, block in enumerate(base.blocks) if block.cell is None],
        paras,
        {para: number for number, para in enumerate(paras)},
    )


def _in_file(flow: _Flow, group: TextGroup) -> TextGroup:
    """A group by the indexes of the draft and the file."""
    return TextGroup(
        tuple(flow.blocks[number] for number in group.blocks),
        tuple(flow.paras[number] for number in group.paras),
    )


def _marked(
    blocks: Sequence[Block], flow: _Flow, bookmarks: Mapping[str, Span]
) -> Iterator[tuple[int, Span]]:
    """The bookmarks of blocks that are one paragraph: only then do they say which."""
    several = _in_several_paragraphs(blocks)
    for number, block in enumerate(blocks):
        span = filled(bookmarks, block.ident)
        if span is None or block.id in several:
            continue
        if span.first in flow.at and span.last in flow.at:
            yield number, Span(flow.at[span.first], span.start, flow.at[span.last], span.end)


def _in_several_paragraphs(blocks: Iterable[Block]) -> set[str]:
    """The blocks of which further paragraphs follow (their ids are the first's with a number)."""
    return {block.id.rpartition("~")[0] for block in blocks if "~" in block.id and not block.ident}


def _votes(
    blocks: Sequence[Block], flow: _Flow, bookmarks: Mapping[str, Span]
) -> dict[int, Counter[int]]:
    """In which paragraphs the marked figures of each block stand."""
    votes: dict[int, Counter[int]] = {}
    for number, block in enumerate(blocks):
        for segment in block.segments:
            span = filled(bookmarks, segment.fid)
            if span and span.first in flow.at:
                votes.setdefault(number, Counter())[flow.at[span.first]] += 1
    return votes


def _is_sure(pair: Pair, marked: Mapping[int, Span], votes: Mapping[int, Counter[int]]) -> bool:
    """Whether a bookmark of the block or of a figure in it stands in the paragraph."""
    block, para = pair
    if para in votes.get(block, ()):
        return True
    return block in marked and marked[block].first <= para <= marked[block].last


def _alive(base: Base, bookmarks: Mapping[str, Span]) -> float:
    """The share of the base's bookmarks that the file still has.

    Outside of tables: large ones have few from the start.
    """
    wanted = [
        ident
        for block in base.blocks
        if block.cell is None and block.text
        for ident in (block.ident, *(segment.fid for segment in block.segments))
        if ident
    ]
    return sum(ident in bookmarks for ident in wanted) / max(len(wanted), 1)
