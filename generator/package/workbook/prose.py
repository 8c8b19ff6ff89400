"""Texts as rows of a sheet, a paragraph a cell, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from generator.model.errors import DataError, Problem
from generator.package.intake.grid import Grid, RawCell
from generator.package.textfiles import with_unix_ends

_LONGEST = 32767
"""Characters that a cell can hold."""


class SheetTexts(Struct, frozen=True):
    """The texts of a sheet by file, and where each paragraph stands: its first line in the text and
    its row in the sheet."""

    sheet: str
    texts: Mapping[str, str]
    lines: Mapping[str, tuple[tuple[int, int], ...]]


def paragraphs(file: str, text: str) -> list[str]:
    """The paragraphs of a text; a blank line parts them.

    Raises DataError where one is longer than a cell can hold.
    """
    parts = text.removesuffix("\n").split("\n\n")
    if any(len(part) > _LONGEST for part in parts):
        message = f"有一段超过{_LONGEST}字，一格放不下"
        raise DataError(Problem(message, "请用空行把它分成几段", file))
    return parts


def read_texts(sheet: Grid) -> SheetTexts:
    """The texts of a sheet; a row without a file's name goes on with the text above it."""
    found: dict[str, list[tuple[int, str]]] = {}
    for file, row, content in _paragraph_rows(sheet):
        found.setdefault(file, []).append((row, content))
    texts = {file: _joined(text for _, text in rows) for file, rows in found.items()}
    lines = {file: tuple(_starts(rows)) for file, rows in found.items()}
    return SheetTexts(sheet.name, texts, lines)


def _paragraph_rows(sheet: Grid) -> Iterator[tuple[str, int, str]]:
    """File, row and text of each paragraph; a row with nothing but blanks is none."""
    file = ""
    for row in sheet.rows_from(2):
        content = _plain(sheet.at(row, 3))
        file = _plain(sheet.at(row, 1)).strip() or file
        if file and (content or not sheet.at(row, 1).blank):
            yield file, row, content


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"


def _starts(rows: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """The first line in the text of each paragraph, and its row."""
    line = 1
    for row, text in rows:
        yield line, row
        line += text.count("\n") + 2


def _plain(cell: RawCell) -> str:
    """What was typed: a text that begins with = was taken for a formula."""
    typed = cell.formula if cell.formula and cell.value is None else cell.text
    return with_unix_ends(typed)
