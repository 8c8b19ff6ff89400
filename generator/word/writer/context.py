"""What every part of the writer needs to know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from generator.standard.gbt9704 import Layout
from generator.word.wordml import Element, points, twips
from generator.word.writer.inline import Bookmarks
from generator.word.writer.pictures import Pictures

PLACEHOLDER = "nigao-rows"
"""The target of the processing instruction that stands for rows."""


class Streams:
    """Rows of tables, which do not stand in the tree: they are written when the file is saved."""

    def __init__(self) -> None:
        self.rows: list[Iterable[bytes]] = []

    def placeholder(self, rows: Iterable[bytes]) -> Element:
        """What stands in the tree for rows that are written later."""
        self.rows.append(rows)
        return etree.ProcessingInstruction(PLACEHOLDER, str(len(self.rows) - 1))


@dataclass(frozen=True)
class Context:
    """The layout and the bookmarks of a file; ``landscape`` tells how the present section lies;
    ``pictures`` draws the pictures of its texts."""

    layout: Layout
    bookmarks: Bookmarks
    landscape: bool = False
    streams: Streams = field(default_factory=Streams)
    pictures: Pictures = field(default_factory=Pictures)

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
