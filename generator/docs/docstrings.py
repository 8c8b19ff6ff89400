"""What pages of docs/ take from docstrings, and how they print it."""

from __future__ import annotations

import inspect
from collections.abc import Sequence

from generator.model.regex import regex

_LABELLED = regex(r"(?P<label>[\u4e00-\u9fff]{1,3})：(?P<text>.*)")
NOTE = "<!-- Made of docstrings by “python -m generator.docs”: change those, not this file. -->"
_MARKDOWN = regex(r"[\\`*_<>|\[\]#]")


class DocumentationError(Exception):
    """Something has no documentation, or not in the shape that its page needs."""


def entries(documented: object, labels: Sequence[str]) -> list[tuple[str, str]]:
    """The labelled lines of a docstring (查：…), in order: label and text.

    A line without one of the ``labels`` goes on with the text above it; what stands above the first
    label is left out. Raises DocumentationError where there is no docstring.
    """
    docstring = inspect.getdoc(documented)
    if not docstring:
        raise DocumentationError(f"{documented} has no docstring")
    found: list[tuple[str, str]] = []
    for line in docstring.splitlines():
        match = _LABELLED.fullmatch(line.strip())
        if match and match["label"] in labels:
            found.append((match["label"], match["text"]))
        elif found and line.strip():
            label, text = found[-1]
            found[-1] = label, _joined(text, line.strip())
    return found


def _joined(text: str, more: str) -> str:
    """Two lines of one text: a blank between them only beside letters and signs of ASCII."""
    blank = " " if text[-1:].isascii() or more[:1].isascii() else ""
    return f"{text}{blank}{more}"


def documented_text(documented: object) -> str:
    """The whole docstring. Raises DocumentationError where there is none."""
    docstring = inspect.getdoc(documented)
    if not docstring:
        raise DocumentationError(f"{documented} has no docstring")
    return docstring


def escaped(text: str) -> str:
    """The text as Markdown that prints it as it stands."""
    return _MARKDOWN.sub(lambda sign: f"\\{sign[0]}", text)


def page(lines: Sequence[str]) -> str:
    """The text of a page that is made of the code alone."""
    return "\n".join([NOTE, "", *lines]) + "\n"
