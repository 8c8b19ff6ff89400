"""What every part of the writer needs to know."""

from __future__ import annotations

from dataclasses import dataclass

from generator.docx_writer.inline import Bookmarks
from generator.docx_writer.xml import points, twips
from generator.gbt9704 import Fonts, Layout


@dataclass(frozen=True)
class Context:
    """The layout, the fonts and the bookmarks of a file; ``landscape`` tells how the present section lies."""

    layout: Layout
    fonts: Fonts
    bookmarks: Bookmarks
    landscape: bool = False

    @property
    def text_width(self) -> int:
        """Width of the text of this section in twips."""
        return twips(self.layout.text_height if self.landscape else self.layout.text_width)

    def characters(self, count: float) -> int:
        """``count`` 字 of the text in twips."""
        return points(count * self.layout.character)
