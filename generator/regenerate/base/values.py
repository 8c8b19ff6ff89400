"""A draft as it was written: its paragraphs and cells, and which words of them are which figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec import Struct

from generator.model.bookmarks import block_ident, figure_ident
from generator.model.replacing import replace

FURTHER = "~+"
"""What stands before the number of a further paragraph of a text."""
NUMBERING = "编号"
"""The key of a heading's number, a figure that follows from the headings before it."""


class Segment(NamedTuple):
    """Words of one kind: wording (``key`` None), or the figure of a key and its occurrence."""

    text: str
    key: str | None = None
    fid: str | None = None


class CellIdentity(Struct, frozen=True, gc=False):
    """Which cell of a draft: the ids of its table and row, and its index in the row."""

    table: str
    row: str
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or cell of a draft.

    ``element`` is what it is in the document: heading, paragraph, cell …, "other" for none.
    ``ident`` is its bookmark's, "" where it has none; ``text`` is its characters.
    """

    id: str
    element: str
    segments: tuple[Segment, ...]
    ident: str = ""
    cell: CellIdentity | None = None
    text: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "".join([segment.text for segment in self.segments]))

    @property
    def has_figures(self) -> bool:
        """Whether some of its words follow a key."""
        return any(segment.key for segment in self.segments)

    @property
    def occurrences(self) -> list[tuple[str, str]]:
        """The key and the occurrence (fid) of each of its figures, in order."""
        return [(segment.key or "", segment.fid) for segment in self.segments if segment.fid]


def name_of_further(name: str, element: str, count: int) -> str:
    """The name of the ``count``-th paragraph of the block ``name``, from the second on. The caption
    of a picture is called otherwise than the second picture of its block (甲~2)."""
    return f"{name}{FURTHER if element == 'paragraph' else '~'}{count}"


Counted = tuple[str] | tuple[str, str, int]
"""Wording, or a figure: its text and key, and n for the n-th figure of that key in its cell."""


RowCell = tuple[int, str, Sequence[Sequence[Counted]]]
"""A cell of a row: its index, the id of its block, its paragraphs."""


class BlockRow(NamedTuple):
    """A row of a table as it was just written: the cells that are not part of another. Idents and
    occurrences follow from the ids."""

    table: str
    row: str
    cells: Sequence[RowCell]

    def blocks(self) -> Iterator[Block]:
        """The blocks of its cells: only the first paragraph of a cell has the bookmark."""
        for column, name, paragraphs in self.cells:
            identity = CellIdentity(self.table, self.row, column)
            for count, parts in enumerate(paragraphs, start=1):
                segments = tuple(_segment(name, *part) for part in parts)
                if count == 1:
                    yield Block(name, "cell", segments, block_ident(name), identity)
                else:
                    yield Block(f"{name}~{count}", "cell", segments, "", identity)


def _segment(block: str, text: str, key: str | None = None, count: int = 1) -> Segment:
    return Segment(text) if key is None else Segment(text, key, figure_ident(block, key, count))


@dataclass(frozen=True)
class Base:
    """A draft: its id (which changes with anything the document says) and its blocks in order.

    ``place`` and ``year`` are those of the package that it was written for, "" and None where an
    earlier version stored it. ``names`` is what comments call figures, by key: for a draft that a
    file is brought up to, it is not stored.
    """

    id: str
    blocks: tuple[Block, ...]
    place: str = ""
    year: int | None = None
    names: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    def sharing(self, other: Base) -> Base:
        """The same draft, whose blocks that ``other`` has too are those of ``other``: of a large
        one they take half the room."""
        known = {block.id: block for block in other.blocks}
        shared = ((known.get(block.id), block) for block in self.blocks)
        return replace(self, blocks=tuple(old if old == block else block for old, block in shared))
