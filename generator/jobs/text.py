"""The report as plain text."""

from __future__ import annotations

from pathlib import Path

from generator.figures.plaintext import plain_text
from generator.jobs.compose import compose

__all__ = ["text"]


def text(package: Path, *, templates: Path | None = None) -> str:
    """The report of a package as plain text, a line for a paragraph, tabs between table cells.

    Raises what ``compose`` raises.

    例：
        >>> lines = text(Path("清河-2023")).splitlines()
        >>> lines[1]
        '清农领发〔2023〕12号'
        >>> "二、工作创新情况" in lines
        True
    """
    return plain_text(compose(package, templates=templates).document)
