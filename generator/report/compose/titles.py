"""Titles of report.yaml as they print, as far as the settings alone say it."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from generator.figures import FigureBook
from generator.model.dataset import Dataset
from generator.model.kind import Kind
from generator.model.marks import visible
from generator.model.settings import Settings
from generator.report.compose.rendering import Renderer


def printed_titles(settings: Settings, kind: Kind, lines: Mapping[str, str]) -> dict[str, str]:
    """The lines (templates of one line by their item) as they print; those that need the data, or
    are faulty, are left out."""
    nothing = Dataset("", settings, (), (), {})
    renderer = Renderer(nothing, kind, FigureBook(nothing, kind))
    titles = settings.report_title or kind.report_title
    last = titles if isinstance(titles, str) else titles[-1]
    renderer.name(report_title=Markup(renderer.line(last, "report_title")))
    printed = {item: visible(renderer.line(line, item)) for item, line in lines.items()}
    return {item: text for item, text in printed.items() if text}
