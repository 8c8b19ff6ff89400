"""A base as JSON, a line for each block, or for each row of a table.

What follows from a block's id is not spelt out: 1 stands for its own ident, n for the fid of the
n-th figure of that key in it. Earlier versions spelt out both.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import msgspec.json

from generator.model.bookmarks import block_ident, figure_ident
from generator.model.regex import regex
from generator.regenerate.base.sound import sound
from generator.regenerate.base.values import (
    FURTHER,
    Base,
    Block,
    BlockRow,
    CellIdentity,
    Segment,
)

_FIELDS_OF_ROW = len(BlockRow._fields)
_LINE = msgspec.json.Encoder()
_AS_THE_NEXT = regex("~(?=[0-9]+$)")
_OWN = 1
"""Stands for the ident that follows from the id of a block."""


def to_json(
    draft: str, blocks: Iterable[Block | BlockRow], place: str = "", year: int | None = None
) -> Iterator[str]:
    """The draft of that id as it is stored, in pieces."""
    origin = {"place": place, "year": year} if place else {}
    head = json.dumps({"id": draft, **origin}, ensure_ascii=False)
    yield f'{head[:-1]}, "blocks": ['
    figures = _Figures()
    before = "\n"
    for block in blocks:
        item = block if isinstance(block, BlockRow) else _packed(block, figures)
        yield f"{before}{_LINE.encode(item).decode()}"
        before = ",\n"
    yield "\n]}\n"


class _Figures:
    """Counts the figures of a block, whose later paragraphs are called after it (表/甲~2)."""

    def __init__(self) -> None:
        self._owner = ""
        self._counts: Counter[str] = Counter()

    def next(self, block: str, key: str) -> tuple[str, int]:
        """The name of the block that the paragraph belongs to, and the number of its next figure of
        that key."""
        owner = block.partition("~")[0]
        if owner != self._owner:
            self._owner = owner
            self._counts.clear()
        self._counts[key] += 1
        return owner, self._counts[key]


def _packed(block: Block, figures: _Figures) -> list[object]:
    cell = [block.cell.table, block.cell.row, block.cell.column] if block.cell else None
    ident = _OWN if block.ident == block_ident(block.id) else block.ident
    segments = [_packed_segment(segment, block.id, figures) for segment in block.segments]
    return [block.id, block.element, ident, cell, segments]


def _packed_segment(segment: Segment, block: str, figures: _Figures) -> list[object]:
    if segment.key is None and segment.fid is None:
        return [segment.text]
    if segment.key is None:
        return [segment.text, segment.key, segment.fid]
    owner, count = figures.next(block, segment.key)
    follows = segment.fid == figure_ident(owner, segment.key, count)
    return [segment.text, segment.key, count if follows else segment.fid]


def head_of(line: str) -> str:
    """A stored draft without its blocks, of its first line: what it says of itself, soon read."""
    return f"{line.rstrip()}]}}"


def from_json(text: str) -> Base:
    """A stored draft. Raises ValueError where the text is not one."""
    try:
        content = json.loads(text)
        lines = (
            BlockRow(*line).blocks() if len(line) == _FIELDS_OF_ROW else (_unpacked(*line),)
            for line in _taken_out(content["blocks"])
        )
        blocks = tuple(sound(chain.from_iterable(lines)))
        place, year = str(content.get("place", "")), content.get("year")
        return Base(str(content["id"]), blocks, place, None if year is None else int(year))
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError(f"not a stored draft: {error}") from None


def _taken_out(lines: list[list[Any]]) -> Iterator[list[Any]]:
    """The lines in order, each taken out of the list: its room is that of the next one's blocks."""
    lines.reverse()
    while lines:
        yield lines.pop()


def _unpacked(
    name: object,
    element: object,
    ident: object,
    cell: tuple[str, str, int] | None,
    segments: list[list[str | int | None]],
) -> Block:
    block = str(name)
    own = block_ident(block)
    if ident not in (_OWN, own, ""):
        raise ValueError("not its own bookmark")
    return Block(
        _named_apart(block, str(element)) if cell is None and not ident else block,
        str(element),
        tuple(_unpacked_segment(block, *segment) for segment in segments),
        own if ident else "",
        CellIdentity(*cell) if cell else None,
    )


def _named_apart(name: str, element: str) -> str:
    """The name of a further paragraph, which earlier versions called as the next block (甲~2)."""
    return _AS_THE_NEXT.sub(FURTHER, name) if element == "paragraph" else name


def _unpacked_segment(
    block: str, text: str | int | None, key: str | int | None = None, fid: str | int | None = None
) -> Segment:
    name = None if key is None else str(key)
    if isinstance(fid, int):
        return Segment(str(text), name, figure_ident(block.partition("~")[0], str(name), fid))
    return Segment(str(text), name, fid)
