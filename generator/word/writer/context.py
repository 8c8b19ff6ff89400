"""What every part of the writer needs to know."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from msgspec import Struct, field

from generator.model.document import TableCell
from generator.standard.formats import GENERAL, Format
from generator.standard.gbt9704 import Layout
from generator.word.building import points, twips, w
from generator.word.wordml import Element
from generator.word.writer.contents import Targets
from generator.word.writer.inline import Bookmarks
from generator.word.writer.pictures import Pictures

PLACEHOLDER = "nigao-rows"
"""The target of the processing instruction that stands for rows."""


Restated = dict[tuple[int, int], TableCell]
"""Cells of a table, by row and index in the row, that the file says in other words than the tree:
a head in lines, a merged cell that begins anew."""


class Streams:
    """Rows of tables, which do not stand in the tree: they are written when the file is saved.

    ``restated`` belongs to each table in order; it is complete when its rows are written.
    """

    def __init__(self) -> None:
        self.rows: list[Iterable[bytes]] = []
        self.restated: list[Restated] = []

    def placeholder(self, rows: Iterable[bytes], restated: Restated) -> Element:
        """What stands in the tree for rows that are written later."""
        self.rows.append(rows)
        self.restated.append(restated)
        return etree.ProcessingInstruction(PLACEHOLDER, str(len(self.rows) - 1))


def with_empty_rows(root: Element) -> Element:
    """The tree that was written, an empty row in the place of the rows of each table."""
    for placeholder in list(root.iter(etree.ProcessingInstruction)):
        parent = placeholder.getparent()
        assert parent is not None
        parent.replace(placeholder, w("tr", w("tc", w("p"))))
    return root


class Context(Struct, frozen=True):
    """The layout and the bookmarks of a file; ``landscape`` tells how the present section lies;
    ``pictures`` draws the pictures of its texts; ``targets`` are the bookmarks of the headings in
    the table of contents; ``format`` is one of GB/T 9704, chapter 10."""

    layout: Layout
    bookmarks: Bookmarks
    landscape: bool = False
    streams: Streams = field(default_factory=Streams)
    pictures: Pictures = field(default_factory=Pictures)
    targets: Targets = field(default_factory=dict)
    format: Format = GENERAL

    @property
    def text_height(self) -> int:
        """Height of the text of this section in twips."""
        return twips(self.layout.text_width if self.landscape else self.layout.text_height)

    @property
    def text_width(self) -> int:
        """Width of the text of this section in twips."""
        return twips(self.layout.text_height if self.landscape else self.layout.text_width)

    def characters(self, count: float) -> int:
        """``count`` 字 of the text in twips."""
        return points(count * self.layout.character)
