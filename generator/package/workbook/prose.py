"""Texts as rows of a sheet, a paragraph a cell, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.errors import DataError, Problem
from generator.package.workbook.celltext import RawCell
from generator.package.workbook.sheet import Grid

HEAD = ("文件", "名称", "内容")
LONGEST = 32767
"""Characters that a cell can hold."""


@dataclass(frozen=True)
class Texts:
    """Texts by file name, and where each paragraph stands: its first line in the text and its row in the sheet."""

    texts: Mapping[str, str]
    lines: Mapping[str, tuple[tuple[int, int], ...]]


def paragraphs(file: str, text: str) -> list[str]:
    """The paragraphs of a text; a blank line parts them. Raises DataError where one is longer than a cell can hold."""
    parts = text.removesuffix("\n").split("\n\n")
    if any(len(part) > LONGEST for part in parts):
        raise DataError(Problem(f"有一段超过{LONGEST}字，一格放不下", "请用空行把它分成几段", file))
    return parts


def read_texts(grid: Grid) -> Texts:
    """The texts of a sheet; a row without a file's name goes on with the text above it."""
    found: dict[str, list[tuple[int, str]]] = {}
    file = ""
    for row in range(2, grid.last_row + 1):
        file = _plain(grid.at(row, 1)).strip() or file
        content = _plain(grid.at(row, 3))
        if file and (content or not grid.at(row, 1).blank):
            found.setdefault(file, []).append((row, content))
    return Texts(
        {file: joined(text for _, text in rows) for file, rows in found.items()},
        {file: tuple(_starts(rows)) for file, rows in found.items()},
    )


def joined(parts: Iterable[str]) -> str:
    """Paragraphs as one text."""
    return "\n\n".join(parts) + "\n"


def _starts(rows: list[tuple[int, str]]) -> Iterable[tuple[int, int]]:
    line = 1
    for row, text in rows:
        yield line, row
        line += text.count("\n") + 2


def _plain(cell: RawCell) -> str:
    text = cell.formula if cell.formula and cell.value is None else cell.value
    return "" if text is None else str(text).replace("\r\n", "\n").replace("\r", "\n")
