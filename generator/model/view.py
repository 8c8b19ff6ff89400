"""What a Word file says in the view with all changes accepted.

Told twice: the paragraphs that a regeneration writes into, in which an object is one character; and
the text that people see, with what fields, text boxes and notes say.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from generator.model.regex import regex

OBJECT = "\ufffc"
"""Stands for what is never edited: a picture, a note, a field with its result, a formula."""
_OBJECTS, _IN_WORDS = regex(f"{OBJECT}+"), "〔公式、域、图或注〕"
INVISIBLE = "".join(
    map(chr, [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
)
"""Characters that nobody sees: where a line may end, which way a text runs."""


class CellLocation(Struct, frozen=True, gc=False):
    """Which table of the body, which of its rows that are not deleted, which cell of the row."""

    table: int
    row: int
    column: int


class Para(Struct, frozen=True, gc=False):
    """A paragraph as a reader sees it; ``cell`` is None outside of tables.

    ``fixed`` is true where we never edit (a table inside a table, content in several ways).
    """

    text: str
    cell: CellLocation | None = None
    fixed: bool = False


class Span(Struct, frozen=True, gc=False):
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


class SeenLook(Struct, frozen=True, gc=False):
    """How a paragraph is set.

    ``style`` is the id of its style, ``style_name`` the name, "" for none; ``level`` is the level
    of the outline that the paragraph or its style names (1 to 9), 0 for body text; ``centered`` is
    true where the paragraph itself says so.
    """

    style: str = ""
    style_name: str = ""
    level: int = 0
    centered: bool = False


class SeenParagraph(Struct, frozen=True, gc=False):
    """A paragraph outside of tables as people see it, of the body, a text box or a note.

    ``para`` is its index among the paragraphs that may be written into, None in a box or a note.
    """

    text: str
    look: SeenLook = field(default_factory=SeenLook)
    para: int | None = None


class SeenCell(Struct, frozen=True, gc=False):
    """The texts of a cell's paragraphs; ``column`` counts the columns of the grid before it.

    ``goes_on`` is true where it is merged with the cell above; ``paras`` are the indices of its
    paragraphs among those that may be written into, () in a box or a note.
    """

    texts: tuple[str, ...]
    column: int = 0
    goes_on: bool = False
    paras: tuple[int, ...] = ()


class SeenRow(Struct, frozen=True, gc=False):
    """A row of a table as people see it; ``table`` counts all tables, those inside others too."""

    table: int
    cells: tuple[SeenCell, ...]


SeenBlock = SeenParagraph | SeenRow


class Aside(Struct, frozen=True, gc=False):
    """What stands beside a paragraph (by index) and is never edited: what it is (脚注), its text."""

    para: int
    name: str
    text: str


class View(Struct, frozen=True):
    """The paragraphs in order, the bookmarks by name, and the text that people see.

    ``busy`` are paragraphs, by index, on which something of other people hangs (a change that is
    pending, a comment) or that hold what cannot stand twice; ``asides`` is what is never edited. In
    ``seen`` a text box follows the paragraph that holds it, a table inside a table the row that
    holds it; footnotes and endnotes come last.
    """

    paras: tuple[Para, ...]
    spans: Mapping[str, Span] = field(default_factory=dict)
    seen: tuple[SeenBlock, ...] = ()
    busy: frozenset[int] = frozenset()
    asides: tuple[Aside, ...] = ()

    @property
    def seen_texts(self) -> tuple[str, ...]:
        """What people see, paragraph by paragraph, those of cells too."""
        return tuple(text for block in self.seen for text in _texts(block))


def objects_in_words(text: str) -> str:
    """A text as people are shown it: words stand for what is no text."""
    return _OBJECTS.sub(_IN_WORDS, text)


def _texts(block: SeenBlock) -> tuple[str, ...]:
    if isinstance(block, SeenParagraph):
        return (block.text,)
    return tuple(text for cell in block.cells for text in cell.texts)
