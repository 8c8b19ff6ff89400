"""A paragraph as it was read, and while it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.model.view import OBJECT, CellLocation, SeenBlock, SeenLook
from generator.word.wordml import Element


class Piece(NamedTuple):
    """Characters of a paragraph and the node of a run that holds them; None: not editable."""

    start: int
    end: int
    run: Element | None
    node: Element | None


@dataclass(frozen=True, eq=False)
class ReadParagraph:
    """A paragraph: its w:p elements (several where marks are deleted), its text in pieces.

    ``crossed`` are the runs that people crossed out (删除线): they are no part of the text.
    """

    elements: tuple[Element, ...]
    cell: CellLocation | None
    fixed: bool
    text: str
    pieces: tuple[Piece, ...]
    crossed: tuple[Element, ...] = ()

    @cached_property
    def text_pieces(self) -> tuple[Piece, ...]:
        """The pieces that may be edited."""
        return tuple(piece for piece in self.pieces if piece.node is not None)


class GridCell(NamedTuple):
    """A cell of a table; ``table`` counts all tables, ``column`` the columns of the grid before it.

    ``goes_on`` is true where it is merged with the cell above, ``deleted`` where it is deleted as a
    tracked change.
    """

    table: int
    row: int
    column: int
    goes_on: bool
    deleted: bool


class OpenParagraph:
    """A paragraph while it is read.

    ``fixed`` says that nobody edits it (nor what stands in a table inside a table), ``cells`` are
    the cells around it, the outermost first, ``beside`` what people see behind it:
    the text boxes that it holds, ``crossed`` the runs that people crossed out. ``number`` is its
    index in the body, None in a box or a note.
    """

    def __init__(
        self,
        cell: CellLocation | None,
        cells: tuple[GridCell, ...],
        *,
        fixed: bool = False,
        number: int | None = None,
    ) -> None:
        self.elements: list[Element] = []
        self.length = 0
        self.cells = cells
        self.number = number
        self.look = SeenLook()
        self.beside: list[SeenBlock] = []
        self.crossed: list[Element] = []
        self._cell = cell
        self._fixed = fixed or len(cells) > 1
        self._pieces: list[Piece] = []
        self._texts: list[str] = []
        self._seen: list[str] = []

    def add_text(self, text: str, run: Element, node: Element, *, seen: bool = True) -> None:
        """Put characters at the end; ``seen``: whether people see them."""
        if text:
            self._add(text, run, node)
            if seen:
                self._seen.append(text)

    @property
    def ends_with_digit(self) -> bool:
        """Whether the last character that people see is a digit."""
        return bool(self._seen) and self._seen[-1][-1:].isdigit()

    def add_object(self) -> None:
        """Put what is never edited at the end."""
        self._add(OBJECT, None, None)

    def add_seen(self, text: str) -> None:
        """Put characters at the end that people see and that are never edited."""
        self._seen.append(text)

    def _add(self, text: str, run: Element | None, node: Element | None) -> None:
        end = self.length + len(text)
        self._pieces.append(Piece(self.length, end, run, node))
        self._texts.append(text)
        self.length = end

    @property
    def seen(self) -> str:
        """The text that people see."""
        return "".join(self._seen)

    def read(self) -> ReadParagraph:
        """The paragraph as it was read."""
        return ReadParagraph(
            tuple(self.elements),
            self._cell,
            self._fixed,
            "".join(self._texts),
            tuple(self._pieces),
            tuple(self.crossed),
        )
