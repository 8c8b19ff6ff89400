"""What a Word file says in the view with all changes accepted: paragraphs, cells and bookmarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

OBJECT = "\ufffc"
"""Stands for what is never edited: a picture, a note, a field with its result, a formula."""


@dataclass(frozen=True)
class CellLocation:
    """Which table of the body, which of its rows that are not deleted, which cell of the row."""

    table: int
    row: int
    column: int


@dataclass(frozen=True)
class Para:
    """A paragraph as a reader sees it; ``cell`` is None outside of tables.

    ``fixed`` is true where we never edit (a table inside a table).
    """

    text: str
    cell: CellLocation | None = None
    fixed: bool = False


@dataclass(frozen=True)
class Span:
    """A stretch of the file: from character ``start`` of paragraph ``first`` to ``end`` of
    ``last``."""

    first: int
    start: int
    last: int
    end: int

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return (self.first, self.start) >= (self.last, self.end)


@dataclass(frozen=True)
class View:
    """The paragraphs in order, and the bookmarks by name."""

    paras: tuple[Para, ...]
    spans: Mapping[str, Span] = field(default_factory=dict)
