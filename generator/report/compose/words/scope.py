"""What a word of templates may ask of the report in which it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.figures import Figure, FigureBook
from generator.model.errors import Problem
from generator.report.compose.printing import Printer


@dataclass(frozen=True)
class Scope:
    """One report as its words see it.

    ``texts`` maps the people's texts that the package has to what ``render_text`` makes of them; ``labels`` maps the
    texts that the kind asks for to what it calls them. ``tell_fault`` keeps a fault for the end of composing.
    """

    printer: Printer
    book: FigureBook
    has_text: Callable[[str], bool]
    render_text: Callable[[str], str]
    labels: Mapping[str, str]
    tell_fault: Callable[[Problem], None]

    def last_year(self, figure: Figure) -> Figure:
        """Last year's figure of the same key; unknown where there is none."""
        return self.book.prev(figure.key)
