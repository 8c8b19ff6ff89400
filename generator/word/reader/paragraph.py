"""A paragraph as it was read, and while it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.model.view import OBJECT, CellLocation
from generator.word.wordml import Element


class Piece(NamedTuple):
    """Characters of a paragraph and the node of a run that holds them; None: not editable."""

    start: int
    end: int
    run: Element | None
    node: Element | None


@dataclass(frozen=True, eq=False)
class ReadParagraph:
    """A paragraph: its w:p elements (several where marks are deleted), its text in pieces."""

    elements: tuple[Element, ...]
    cell: CellLocation | None
    fixed: bool
    text: str
    pieces: tuple[Piece, ...]

    @cached_property
    def text_pieces(self) -> tuple[Piece, ...]:
        """The pieces that may be edited."""
        return tuple(piece for piece in self.pieces if piece.node is not None)


class OpenParagraph:
    """A paragraph while it is read."""

    def __init__(self, cell: CellLocation | None, fixed: bool) -> None:
        self.elements: list[Element] = []
        self.length = 0
        self._cell, self._fixed = cell, fixed
        self._pieces: list[Piece] = []
        self._texts: list[str] = []

    def add_text(self, text: str, run: Element, node: Element) -> None:
        """Put characters at the end."""
        if text:
            self._add(text, run, node)

    def add_object(self) -> None:
        """Put what is never edited at the end."""
        self._add(OBJECT, None, None)

    def _add(self, text: str, run: Element | None, node: Element | None) -> None:
        end = self.length + len(text)
        self._pieces.append(Piece(self.length, end, run, node))
        self._texts.append(text)
        self.length = end

    def read(self) -> ReadParagraph:
        """The paragraph as it was read."""
        return ReadParagraph(
            tuple(self.elements),
            self._cell,
            self._fixed,
            "".join(self._texts),
            tuple(self._pieces),
        )
