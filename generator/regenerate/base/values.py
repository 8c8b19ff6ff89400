"""A draft as it was written: its paragraphs and cells, and which words of them are which figure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

NUMBERING = "编号"
"""The key of a heading's number, a figure that follows from the headings before it."""


@dataclass(frozen=True)
class Segment:
    """Words of one kind: wording (``key`` None), or the figure of a key and its occurrence."""

    text: str
    key: str | None = None
    fid: str | None = None


@dataclass(frozen=True)
class CellIdentity:
    """Which cell of a draft: the ids of its table and row, and its index in the row."""

    table: str
    row: str
    column: int


@dataclass(frozen=True)
class Block:
    """A paragraph or cell of a draft.

    ``element`` is what it is in the document: heading, paragraph, cell …, "other" for none.
    ``ident`` is its bookmark's, "" where it has none.
    """

    id: str
    element: str
    segments: tuple[Segment, ...]
    ident: str = ""
    cell: CellIdentity | None = None

    @cached_property
    def text(self) -> str:
        """Its characters."""
        return "".join(segment.text for segment in self.segments)

    @property
    def has_figures(self) -> bool:
        """Whether some of its words follow a key."""
        return any(segment.key for segment in self.segments)

    @property
    def occurrences(self) -> list[tuple[str, str]]:
        """The key and the occurrence (fid) of each of its figures, in order."""
        return [(segment.key or "", segment.fid) for segment in self.segments if segment.fid]


@dataclass(frozen=True)
class Base:
    """A draft: its id (which changes with anything the document says) and its blocks in order.

    ``place`` and ``year`` are those of the package that it was written for, "" and None where an
    earlier version stored it.
    """

    id: str
    blocks: tuple[Block, ...]
    place: str = ""
    year: int | None = None
