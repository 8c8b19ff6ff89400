"""What a draft of another place or year said that came along with a package: a value to compare
with."""

from __future__ import annotations

from msgspec import Struct

GAP = "\x00"
"""What stands for a figure, a year or a name in a sentence that is looked for."""


class EarlierReport(Struct, frozen=True):
    """The paragraphs of a draft of another place or year: the block of each, and its words with
    ``GAP`` for figures and for the name of the place; and what stood for the figures, which are
    cells of records too.

    ``place`` is "" and ``year`` None where the draft does not say for whom it was written.
    """

    place: str
    year: int | None
    paragraphs: tuple[tuple[str, str], ...]
    figures: tuple[str, ...] = ()

    @property
    def whose(self) -> str:
        """Place and year as a message names them."""
        return f"{self.place}{self.year}年" if self.place else "别处"
