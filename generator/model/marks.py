"""Marks in composed text: how a figure keeps its identity between a template and the document tree.

A template's output is text. Where a value of the data is printed, its identity is written around it
with C0 control characters, which no package may contain (XML forbids them), so a mark can never be
mistaken for text:

    [SO origin RS key RS formula RS source RS source … US text ]SI

``[`` and ``]`` make the mark a token of the inline parser (see ``markup``).
"""

from __future__ import annotations

from typing import cast

from generator.model.cell import Source
from generator.model.document import Mark, Origin
from generator.model.regex import regex

OPEN, CLOSE, FIELD, BODY, PART = "[\x0e", "]\x0f", "\x1e", "\x1f", "\x1d"
_OPENING = regex(r"\[\x0e[^\x1f]*\x1f")


def mark(text: str, identity: Mark) -> str:
    """``text`` (already escaped) with its identity written around it."""
    sources = (f"{s.file}{PART}{s.row}{PART}{s.column}" for s in identity.sources)
    head = FIELD.join((identity.origin, identity.key, identity.formula, *sources))
    return f"{OPEN}{head}{BODY}{text}{CLOSE}"


def parse(head: str) -> Mark:
    """The identity written between ``OPEN`` and ``BODY``."""
    origin, key, formula, *sources = head.split(FIELD)
    parts = (source.split(PART) for source in sources)
    cells = tuple(Source(file, int(row), column) for file, row, column in parts)
    return Mark(cast(Origin, origin), key, cells, formula)


def visible(text: str) -> str:
    """``text`` without its marks: the characters that will be printed (escapes are kept)."""
    return _OPENING.sub("", text).replace(CLOSE, "")


_SPECIAL = regex(r"[!-/:-@\[-`{-~]")


def escape(text: str) -> str:
    """``text`` as Markdown that prints it as it is: ASCII punctuation as character references."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", text)
