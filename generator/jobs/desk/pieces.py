"""A people's text as words and chips: figures that a screen shows by name and value, without the
code that they are written with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from generator.figures import Figure, FigureBook
from generator.jobs.views.cards import value_shown
from generator.jobs.views.key_words import words_of_key
from generator.model.regex import regex

_PIECE = regex(
    r"(?P<note>\{#.*?#\})"
    r"|(?P<figure>\{\{\s*f\(\s*(?P<quote>['\"])(?P<key>[^'\"]+)(?P=quote)\s*\)"
    r"(?:\s*\|\s*\w+(?:\([^(){}]*\))?)*\s*\}\}"
    r"|\{(?P<plain>[^{}%#'\"\\|\n]+)\})"
    r"|(?P<code>\{\{.*?\}\}|\{%.*?%\})",
    re.S,
)
_YEARS = {"year": 0, "next_year": 1}
"""Words of templates that are years, and how many years after the package's."""
_PRINTS = regex(
    r"(?:\w+\.)?(?P<column>[\u4e00-\u9fff]+)"
    r"|(?P<record>\w+)\['(?P<of>[^']+)'\]\.(?P<cell>\w+)"
    r"|(?P<made>\w+\([\u4e00-\u9fff.]+\))"
)
"""What prints a column of the record, a cell of another one, or what several records make."""
_FILTERS = regex(r"(?:\s*\|\s*\w+(?:\([^(){}]*\))?)*$")
"""How a value is to be written."""
_BRACES = regex(r"[{}]")
_AROUND = 10
"""So many characters on either side of a brace tell where it stands."""

__all__ = ["TextPiece"]

PieceSort = Literal["words", "figure", "note", "code"]


class TextPiece(Struct, frozen=True):
    """A stretch of a text: ``words`` as they stand; a ``figure`` with its key, its name and its
    present value; a ``note`` to the writer that prints nothing; ``code`` of who knows the program,
    with what it is where that is known.

    ``text`` is how it is written in the file: a new chip leaves it "".
    """

    sort: PieceSort
    text: str
    key: str = ""
    name: str = ""
    value: str = ""


def pieces_of(source: str, book: FigureBook | None, year: int = 0) -> Iterator[TextPiece]:
    """The pieces of a text of a package of ``year`` (0: not known); without a book (None) figures
    have no value, and are called by their keys in words."""
    at = 0
    for found in _PIECE.finditer(source):
        if found.start() > at:
            yield TextPiece("words", source[at : found.start()])
        yield _piece(found, book, year)
        at = found.end()
    if at < len(source):
        yield TextPiece("words", source[at:])


def _piece(found: re.Match[str], book: FigureBook | None, year: int) -> TextPiece:
    if found["note"]:
        return TextPiece("note", found[0])
    if found["code"]:
        return _code(found[0], year)
    key = (found["key"] or found["plain"]).strip()
    return chip(key, book, found[0])


def _code(text: str, year: int) -> TextPiece:
    """What the program writes there: a year, a column of the record, what several make; a tag that
    prints nothing has no name."""
    inner = text.strip("{} ")
    if inner in _YEARS and year:
        return TextPiece("code", text, "", "年份", str(year + _YEARS[inner]))
    found = _PRINTS.fullmatch(_FILTERS.sub("", inner))
    if found is None:
        return TextPiece("code", text)
    cell = f"{found['record']}[{found['of']}].{found['cell']}" if found["record"] else ""
    return TextPiece("code", text, "", words_of_key(found["column"] or cell or found["made"]))


def chip(key: str, book: FigureBook | None, text: str = "") -> TextPiece:
    """The chip of a figure; one that nobody holds is called by its key in words, without a
    value."""
    figure = figure_of(key, book)
    if figure is None:
        name, value = words_of_key(key), "不知道" if book else ""
    else:
        name = figure.name if figure.name != key else words_of_key(key)
        value = value_shown(figure)
    return TextPiece("figure", text or written(key), key, name, value)


def figure_of(key: str, book: FigureBook | None) -> Figure | None:
    """The figure of a key; None where nobody holds it."""
    return book.get(key) if book is not None and key in book else None


def written(key: str) -> str:
    """A figure as it is written in a text: ``{就业.合计}``, or as templates write it."""
    return f"{{{key}}}" if _PIECE.fullmatch(f"{{{key}}}") else f"{{{{ f('{key}') }}}}"


def source_of(pieces: Iterable[TextPiece]) -> str:
    """The text of the file that these pieces make."""
    parts = (piece.text or written(piece.key) if piece.key else piece.text for piece in pieces)
    return "".join(parts)


def stray_braces(pieces: Sequence[TextPiece]) -> list[str]:
    """The braces among the words, each of which would be taken for the beginning of a figure, with
    the few words around it."""
    words = (piece.text for piece in pieces if piece.sort == "words")
    found = ((text, _BRACES.search(text)) for text in words)
    return [_around(text, brace.start()) for text, brace in found if brace]


def _around(text: str, at: int) -> str:
    """The words around a place, on one line."""
    begin, end = max(0, at - _AROUND), at + _AROUND
    head, tail = "…" if begin else "", "…" if end < len(text) else ""
    return f"{head}{' '.join(text[begin:end].split())}{tail}"
