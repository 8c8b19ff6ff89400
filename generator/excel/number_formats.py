"""How a cell of a sheet shows a number: with its decimals, and the signs around it."""

from __future__ import annotations

from generator.model.document import TableCell, plain
from generator.model.regex import regex

_DIGITS = regex(r"-?[0-9]+(?:\.([0-9]+))?")
_GENERAL = "General"


def number_format(cell: TableCell) -> str:
    """The format in which a sheet shows the number as the cell prints it: ≥95% with its sign and
    unit, which are no part of the number."""
    text = plain(cell.paragraphs[0]).strip()
    digits = _DIGITS.search(text)
    if digits is None or digits[0] == text:
        return _decimals(cell.places)
    before, after = text[: digits.start()], text[digits.end() :]
    shown = _decimals(len(digits[1] or ""))
    return f"{_quoted(before)}{shown}{_quoted(after)}"


def _decimals(places: int | None) -> str:
    if places is None:
        return _GENERAL
    return f"0.{'0' * places}" if places else "0"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', "") + '"' if words else ""
