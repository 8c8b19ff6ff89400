"""The report as plain text."""

from __future__ import annotations

from pathlib import Path

from generator.figures.plaintext import plain_text
from generator.jobs.compose import compose


def text(package: Path, *, templates: Path | None = None) -> str:
    """The report of a package as plain text, a line for a paragraph, tabs between table cells.

    Raises what ``compose`` raises.
    """
    return plain_text(compose(package, templates=templates).document)
