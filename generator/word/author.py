"""Who we are in a Word file."""

from __future__ import annotations

from generator.word.wordml import AUTHOR, Element

AUTHOR_NAME = "拟稿"
"""The author of our changes and comments."""


def ours(element: Element) -> bool:
    """Whether a change or comment is ours."""
    return element.get(AUTHOR) == AUTHOR_NAME
