"""The text outside of the draft's tables: its blocks, and how sure their paragraphs are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from generator.model.view import Para, Span, View
from generator.regenerate.base import Base, Block
from generator.regenerate.match.align import align, ambiguous
from generator.regenerate.match.components import Pair, TextGroup, components
from generator.regenerate.match.hints import filled

_RARELY_LOST = 0.3
"""Where more than this share of the bookmarks is alive, a text without any may be a copy."""


class FlowMatch(Struct, frozen=True):
    """The groups of the flowing text, and what is known of their places.

    ``sure`` are the blocks whose place a bookmark vouches for, ``vouched`` those paragraphs;
    ``unsure`` are blocks that may stand elsewhere. All by index.
    """

    groups: tuple[TextGroup, ...]
    sure: frozenset[int]
    vouched: frozenset[int]
    unsure: frozenset[int]


class _Flow(Struct, frozen=True, dict=True):
    """The blocks and paragraphs outside of tables, with their indexes in the draft and the file."""

    blocks: Mapping[int, Block]
    paras: Mapping[int, Para]
    bookmarks: Mapping[str, Span]

    @cached_property
    def ours(self) -> Sequence[str]:
        """What each block says."""
        return tuple(block.text for block in self.blocks.values())

    @cached_property
    def theirs(self) -> Sequence[str]:
        """What each paragraph says."""
        return tuple(para.text for para in self.paras.values())

    @cached_property
    def block_indexes(self) -> Sequence[int]:
        """The index in the draft of each block."""
        return tuple(self.blocks)

    @cached_property
    def para_indexes(self) -> Sequence[int]:
        """The index in the file of each paragraph."""
        return tuple(self.paras)

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """The number of each paragraph by its index in the file."""
        return {index: number for number, index in enumerate(self.paras)}

    def has(self, span: Span) -> bool:
        """Whether a span begins and ends in paragraphs outside of tables."""
        return span.first in self.numbers and span.last in self.numbers

    def group(self, group: TextGroup) -> TextGroup:
        """A group of numbers by the indexes of the draft and the file."""
        return TextGroup(
            tuple(map(self.block_indexes.__getitem__, group.blocks)),
            tuple(map(self.para_indexes.__getitem__, group.paras)),
        )


def match_flow(
    base: Base, view: View, bookmarks: Mapping[str, Span], tables: Collection[int]
) -> FlowMatch:
    """Match what stands outside of the tables of the file that are tables of the draft."""
    flow = _Flow(_blocks(base), _paras(view, tables), bookmarks)
    marked, votes = dict(_marked(flow)), _votes(flow)
    pairs = align(flow.ours, flow.theirs, marked, votes)
    sure = [pair for pair in pairs if _is_sure(pair, marked, votes)]
    unsure = ambiguous(flow.ours, flow.theirs, dict(sure)) | _may_be_copied(flow)
    return FlowMatch(
        tuple(map(flow.group, components(pairs))),
        frozenset(flow.block_indexes[block] for block, _ in sure),
        frozenset(flow.para_indexes[para] for _, para in sure),
        frozenset(flow.block_indexes[block] for block in unsure),
    )


def _blocks(base: Base) -> dict[int, Block]:
    """The blocks outside of tables."""
    return {index: block for index, block in enumerate(base.blocks) if block.cell is None}


def _paras(view: View, tables: Collection[int]) -> dict[int, Para]:
    """The paragraphs that may be edited and stand outside of some tables."""
    editable = ((index, para) for index, para in enumerate(view.paras) if not para.fixed)
    return {
        index: para
        for index, para in editable
        if para.cell is None or para.cell.table not in tables
    }


def _marked(flow: _Flow) -> Iterator[tuple[int, Span]]:
    """The bookmarks of blocks that are one paragraph: only then do they say which."""
    several = _in_several_paragraphs(flow.blocks.values())
    for number, block in enumerate(flow.blocks.values()):
        span = filled(flow.bookmarks, block.ident)
        if span and block.id not in several and flow.has(span):
            first, last = flow.numbers[span.first], flow.numbers[span.last]
            yield number, Span(first, span.start, last, span.end)


def _in_several_paragraphs(blocks: Iterable[Block]) -> set[str]:
    """The blocks of which further paragraphs follow (their ids are the first's with a number)."""
    further = [block.id for block in blocks if "~" in block.id and not block.ident]
    return {name.rpartition("~")[0] for name in further}


def _votes(flow: _Flow) -> dict[int, Counter[int]]:
    """In which paragraphs the marked figures of each block stand."""
    votes: dict[int, Counter[int]] = {}
    for number, block in enumerate(flow.blocks.values()):
        for _, fid in block.occurrences:
            span = filled(flow.bookmarks, fid)
            if span and span.first in flow.numbers:
                votes.setdefault(number, Counter())[flow.numbers[span.first]] += 1
    return votes


def _is_sure(pair: Pair, marked: Mapping[int, Span], votes: Mapping[int, Counter[int]]) -> bool:
    """Whether a bookmark of the block or of a figure in it stands in the paragraph."""
    block, para = pair
    if para in votes.get(block, ()):
        return True
    return block in marked and marked[block].first <= para <= marked[block].last


def _may_be_copied(flow: _Flow) -> set[int]:
    """The blocks that had a bookmark, where most bookmarks are alive: without one it may be a copy.

    Tables do not count: large ones have few bookmarks from the start.
    """
    blocks = flow.blocks.values()
    if _share_alive(flow) <= _RARELY_LOST:
        return set()
    return {number for number, block in enumerate(blocks) if block.ident}


def _share_alive(flow: _Flow) -> float:
    wanted = [ident for block in flow.blocks.values() for ident in _idents(block)]
    return sum(ident in flow.bookmarks for ident in wanted) / max(len(wanted), 1)


def _idents(block: Block) -> Iterator[str]:
    """The idents of a block and of its figures, as far as it says anything."""
    if block.text and block.ident:
        yield block.ident
    for _, fid in block.occurrences if block.text else ():
        yield fid
