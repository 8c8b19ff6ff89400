"""What a word of templates may ask of the report in which it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from generator.figures import Figure, FigureBook
from generator.model.errors import Problem
from generator.report.compose.printing import Printer


def _no_table(name: str) -> Problem | None:
    return Problem(f"这里不能放“{name}”表", "请放在正文里")


class TemplateScope(Struct, frozen=True):
    """One report as its words see it.

    ``has_text`` and ``render_text`` take the name of a people's text; ``labels`` gives what the
    kind calls the texts that it asks for. ``tell_fault`` keeps a fault for the end of composing.
    ``compared`` are the keys that the outline compares with last year, None for whichever it names.
    ``place_table`` takes up a table of the kind as one of the text, and tells why it cannot.
    """

    printer: Printer
    book: FigureBook
    has_text: Callable[[str], bool]
    render_text: Callable[[str], str]
    labels: Mapping[str, str]
    tell_fault: Callable[[Problem], None]
    compared: frozenset[str] | None = None
    place_table: Callable[[str], Problem | None] = _no_table

    def last_year(self, figure: Figure) -> Figure:
        """Last year's figure of the same key; unknown where there is none."""
        return self.book.prev(figure.key)

    def compares(self, key: str) -> bool:
        """Whether the outline may say how the figure of a key changed."""
        return self.compared is None or key in self.compared
