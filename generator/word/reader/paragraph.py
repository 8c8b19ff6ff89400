"""A paragraph as it was read, and while it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct

from generator.model.regex import regex
from generator.model.view import OBJECT, CellLocation, Para, SeenBlock, SeenLook
from generator.word.wordml import Element

_NUMBER_BEFORE, _NUMBER_BEHIND = regex(r"\d[.,]?$"), regex(r"[.,]?\d")


_NO_LOOK = SeenLook()


class Piece(NamedTuple):
    """Characters of a paragraph and the node of a run that holds them; None: not editable."""

    start: int
    end: int
    run: Element | None
    node: Element | None


class Inside(NamedTuple):
    """The pieces of a paragraph's text, and the runs that people crossed out (删除线), which are no
    part of it."""

    pieces: tuple[Piece, ...]
    crossed: tuple[Element, ...]


class OpenField(NamedTuple):
    """A field that has begun, and the one around it: whether its result has begun and those of all
    around it have, too, so that people see what comes next.

    Paragraphs share the fields around them: a list of its own for each would be quadratic.
    """

    outer: OpenField | None
    shown: bool = False

    def with_result(self, *, seen: bool) -> OpenField:
        """The same field where its result begins, which people see or not."""
        return OpenField(self.outer, seen and (self.outer is None or self.outer.shown))


Fields = OpenField | None
"""The innermost field around a place, None for none."""
ReadInside = Callable[[Sequence[Element], Fields], Inside]
"""Reads what is inside the elements of a paragraph that begins in some fields."""


class ReadParagraph:
    """A paragraph: its w:p elements (several where marks are deleted), and what it says.

    What is inside its elements is read when it is first asked for, before anything is changed in
    them: few paragraphs are written into, and the nodes take more room than the texts.
    """

    __slots__ = ("_fields", "_inside", "_read", "elements", "para")

    def __init__(
        self, elements: tuple[Element, ...], para: Para, fields: Fields, read: ReadInside
    ) -> None:
        self.elements = elements
        self.para = para
        self._fields = fields
        self._read = read
        self._inside: Inside | None = None

    @property
    def text(self) -> str:
        """Its characters."""
        return self.para.text

    @property
    def cell(self) -> CellLocation | None:
        """The cell in which it stands, None outside of tables."""
        return self.para.cell

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of its text."""
        return self._nodes.pieces

    @property
    def text_pieces(self) -> tuple[Piece, ...]:
        """The pieces that may be edited."""
        return tuple(piece for piece in self.pieces if piece.node is not None)

    @property
    def crossed(self) -> tuple[Element, ...]:
        """The runs that people crossed out: they are no part of the text."""
        return self._nodes.crossed

    @property
    def _nodes(self) -> Inside:
        if self._inside is None:
            self._inside = self._read(self.elements, self._fields)
        return self._inside


class GridCell(Struct, frozen=True, gc=False):
    """A cell of a table; ``table`` counts all tables, ``column`` the columns of the grid before it.

    ``goes_on`` is true where it is merged with the cell above, ``deleted`` where it is deleted as a
    tracked change, ``covered`` where the cell above, being merged, stands over it.
    """

    table: int
    row: int
    column: int
    goes_on: bool
    deleted: bool
    covered: bool = False


class ClosedParagraph(Struct, frozen=True, gc=False):
    """A paragraph that was read: its elements, the fields in which it begins, what it says and what
    people see.

    ``cells`` are the cells around it, the outermost first, ``number`` is its index in the body,
    None in a box or a note, ``beside`` what people see behind it: the text boxes that it holds.
    """

    elements: tuple[Element, ...]
    fields: Fields
    para: Para
    seen: str
    look: SeenLook
    cells: tuple[GridCell, ...]
    number: int | None
    beside: tuple[SeenBlock, ...]


class OpenParagraph:
    """A paragraph while it is read.

    ``fixed`` says that nobody edits it (nor what stands in a table inside a table), ``crossed`` are
    the runs that people crossed out; the others are those of a ``ClosedParagraph``.
    """

    __slots__ = (
        "_cell",
        "_cells",
        "_fields",
        "_fixed",
        "_number",
        "_parting",
        "_pieces",
        "_seen",
        "_texts",
        "beside",
        "crossed",
        "elements",
        "length",
        "look",
    )

    def __init__(
        self,
        cell: CellLocation | None = None,
        cells: tuple[GridCell, ...] = (),
        *,
        fixed: bool = False,
        fields: Fields = None,
        number: int | None = None,
    ) -> None:
        self.elements: list[Element] = []
        self.length = 0
        self.look = _NO_LOOK
        self.beside: list[SeenBlock] = []
        self.crossed: list[Element] = []
        self._cell, self._cells, self._number = cell, cells, number
        self._fixed = fixed or len(cells) > 1
        self._fields = fields
        self._pieces: list[tuple[int, int, Element | None, Element | None]] = []
        self._texts: list[str] = []
        self._seen: list[str] = []
        self._parting = ""

    def add_text(self, text: str, run: Element, node: Element, seen: str) -> None:
        """Put characters at the end; ``seen`` is what people see of them."""
        if not text:
            return
        start, self.length = self.length, self.length + len(text)
        self._pieces.append((start, self.length, run, node))
        self._texts.append(text)
        if self._parting:
            self.add_seen(seen)
        elif seen:
            self._seen.append(seen)

    @property
    def ends_with_digit(self) -> bool:
        """Whether the last character that people see is a digit."""
        return bool(self._seen) and self._seen[-1][-1:].isdigit()

    def add_object(self) -> None:
        """Put what is never edited at the end."""
        start, self.length = self.length, self.length + 1
        self._pieces.append((start, self.length, None, None))
        self._texts.append(OBJECT)

    def add_seen(self, text: str) -> None:
        """Put characters at the end that people see, those too that are never edited."""
        if self._parting and text.strip():
            self._part(text)
        if text:
            self._seen.append(text)

    def part(self) -> None:
        """Something stands here that people see and that is not read: the digits before it and
        those behind it are no one number."""
        self._parting = self._parting or OBJECT

    def end_line(self) -> None:
        """A page or a column ends here, and with it the line, if the text goes on."""
        self._parting = "\n"

    def _part(self, text: str) -> None:
        """Part a text that people see from what stands before it."""
        before = next((part for part in reversed(self._seen) if part), "")
        if self._parting == "\n":
            goes_on = before[-1:] != "\n" != text[0]
            parted = goes_on and any(part.strip() for part in self._seen)
        else:
            parted = bool(_NUMBER_BEFORE.search(before) and _NUMBER_BEHIND.match(text))
        if parted:
            self._seen.append(self._parting)
        self._parting = ""

    @property
    def inside(self) -> Inside:
        """What is inside it."""
        return Inside(tuple(Piece(*piece) for piece in self._pieces), tuple(self.crossed))

    def closed(self, *, with_elements: bool) -> ClosedParagraph:
        """The paragraph as it was read, which takes a third of its room while it is."""
        return ClosedParagraph(
            tuple(self.elements) if with_elements else (),
            self._fields,
            Para("".join(self._texts), self._cell, self._fixed),
            "".join(self._seen),
            self.look,
            self._cells,
            self._number,
            tuple(self.beside),
        )
