"""Cells of a table as WordprocessingML: those of a column that are alike are made once."""

from __future__ import annotations

import math
from typing import NamedTuple

from generator.model.document import HEADS, Align, RowRole, TableCell, Text, plain
from generator.word.building import run_xml
from generator.word.writer.inline import style_of
from generator.word.writer.metrics import width
from generator.word.writer.style_ids import STRONG
from generator.word.writer.tables.cells import (
    CellLook,
    decimals_of,
    default_align,
    number_indent,
    opening,
)
from generator.word.writer.tables.setting import RowSetting

CLOSED = "</w:p></w:tc>"
"""How a cell ends."""
_MOST_KEPT = 20_000
"""So many cells are kept at most, to be written again; then those of the next rows."""


class RowLook(NamedTuple):
    """How a row is set: its role, whether it is kept with the next, whether it is tall."""

    role: RowRole
    keep: bool
    tall: bool


class CellXml(NamedTuple):
    """A cell in XML: how it begins, the runs of each paragraph that say something, what stands
    between two paragraphs; ``whole`` is all of it without bookmarks.

    ``lines`` is how many lines it has.
    """

    opened: str
    paragraphs: tuple[tuple[str, ...], ...]
    between: str
    whole: str
    lines: int


_Key = tuple[int, RowLook, Align | None, int, int, str | None, bool, bool, object]
"""What the XML of a cell follows from: column, row, how it is set, whether it is a number, and what
it says."""
_Shape = tuple[int, int, str | None, Align | None, str | None, int, RowLook]
"""What the beginning of a cell follows from."""


class CellMaker:
    """Makes the cells of one table."""

    def __init__(self, setting: RowSetting) -> None:
        self._setting = setting
        self._opened: dict[_Shape, tuple[str, str]] = {}
        self._made: dict[_Key, CellXml] = {}

    def made(self, cell: TableCell, start: int, look: RowLook) -> CellXml:
        """The cell that begins in column ``start`` of a row."""
        shape = (start, look, cell.align, cell.indent, cell.colspan, cell.vmerge, cell.strong)
        key = (*shape, cell.number is None, _words(cell))
        known = self._made.get(key)
        if known is None:
            if len(self._made) >= _MOST_KEPT:
                self._made.clear()
            known = self._made[key] = self._new(cell, start, look)
        return known

    def _new(self, cell: TableCell, start: int, look: RowLook) -> CellXml:
        cell_open, paragraph_open = self._opening(cell, start, look)
        opened, between = cell_open + paragraph_open, f"</w:p>{paragraph_open}"
        style = STRONG if cell.strong else None
        paragraphs = tuple(_runs(text, style) for text in cell.paragraphs)
        content = between.join(map("".join, paragraphs))
        return CellXml(
            opened, paragraphs, between, f"{opened}{content}{CLOSED}", self._lines(cell, start)
        )

    def _lines(self, cell: TableCell, start: int) -> int:
        """How many lines a cell has that begins in column ``start``."""
        inside = math.floor(self._setting.room(start, cell.colspan)) - cell.indent
        return sum(_text_lines(text, max(1.0, inside)) for text in cell.paragraphs)

    def _opening(self, cell: TableCell, start: int, look: RowLook) -> tuple[str, str]:
        """How a cell begins, and each of its paragraphs."""
        decimals = decimals_of(cell, start, self._setting)
        key = (start, cell.colspan, cell.vmerge, cell.align, decimals, cell.indent, look)
        known = self._opened.get(key)
        if known is None:
            known = self._opened[key] = opening(self._look(cell, start, look), self._setting)
        return known

    def _look(self, cell: TableCell, start: int, look: RowLook) -> CellLook:
        role, keep, tall = look
        align: Align = cell.align or default_align(role, start, self._setting.columns)
        right = 0
        if align == "decimal" and cell.number is None:
            align = "center"
        elif align == "decimal":
            right = number_indent(cell, start, self._setting)
        head = role in HEADS
        return CellLook(
            start, cell.colspan, cell.vmerge, align, right, cell.indent, head, keep, tall
        )


def _words(cell: TableCell) -> object:
    """What a cell says, and the emphasis of its runs: equal for cells that print the same."""
    paragraphs = cell.paragraphs
    if len(paragraphs) == 1 and len(paragraphs[0]) == 1:
        run = paragraphs[0][0]
        style = style_of(run)
        return (run.text, style) if style else run.text
    return tuple(
        [tuple([(run.text, style_of(run)) for run in text if run.text]) for text in paragraphs]
    )


def _runs(text: Text, style: str | None) -> tuple[str, ...]:
    return tuple(run_xml(run.text, style_of(run, style)) for run in text if run.text)


def _text_lines(text: Text, room: float) -> int:
    return max(1, math.ceil(width(plain(text)) / room))
