"""Where a gap of the report, 【待补：…】, is filled: the blank cells or the text that it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from generator.figures import FigureBook
from generator.jobs.desk.basis import Basis
from generator.jobs.desk.locating import GridLocation, blank_cell, cell_to_fill, location_of
from generator.jobs.desk.opened import open_sheet
from generator.model import files
from generator.model.cell import Source
from generator.report.progress import NOBODY, Gap, Progress
from generator.report.progress.entries import EntrySort

_OUTLINE = "提纲/"
"""How the key of a whole section begins of which nothing is printed."""


class ToFill(NamedTuple):
    """What a gap lacks: blank cells, or the name of a text; who owes it, "" where nobody is known
    to."""

    name: str
    cells: tuple[GridLocation, ...] = ()
    text: str = ""
    department: str = ""


class GapFiller:
    """Knows where the gaps of one report are filled."""

    def __init__(self, basis: Basis, book: FigureBook, progress: Progress) -> None:
        self._basis = basis
        self._book = book
        self._progress = progress
        self._blank: dict[str, Mapping[int, Mapping[str, str]]] = {}

    def of(self, words: str) -> ToFill | None:
        """What the gap lacks that these words quote; None where they quote none."""
        gap = next((gap for gap in self._progress.gaps if gap.text in words), None)
        if gap is None:
            return None
        name = gap.text.strip("【】").removeprefix("待补：")
        if gap.key.startswith(files.TEXTS):
            text = gap.key.removeprefix(files.TEXTS)
            return ToFill(name, text=text, department=self._owner(gap, ()))
        if gap.key.startswith(_OUTLINE):
            return self._of_section(gap, name)
        cells = tuple(dict.fromkeys(self._cells(gap)))
        return ToFill(name, cells, department=self._owner(gap, cells))

    def _of_section(self, gap: Gap, name: str) -> ToFill:
        """The first cell or text of the section that nobody has filled in."""
        missing = (item for item in self._progress.missing if gap.section in item.section)
        entry = next((item.entry for item in missing), None)
        if entry is None:
            return ToFill(name)
        if entry.sort is EntrySort.TEXT:
            return ToFill(name, text=entry.kept_in)
        found = cell_to_fill(self._basis, entry.source, entry.key)
        cells = (found,) if found else ()
        return ToFill(name, cells, department=self._owner(gap, cells))

    def _cells(self, gap: Gap) -> Iterable[GridLocation]:
        """The blank cells that the figure is made of; all of them where none is blank."""
        known = gap.key in self._book
        sources = self._book.get(gap.key).sources if known else (gap.source,)
        there = (location_of(self._basis, source) for source in sources)
        cells = [cell for cell in there if cell]
        blank = [cell for cell in cells if self._is_blank(cell)]
        return blank or cells or blank_cell(self._basis, gap.key)

    def _is_blank(self, cell: GridLocation) -> bool:
        if cell.sheet == files.REPORT:
            return True
        if cell.sheet not in self._blank:
            opened = open_sheet(self._basis, cell.sheet)
            self._blank[cell.sheet] = {row: opened.row(row) for row in opened.rows}
        row = self._blank[cell.sheet].get(cell.row, {})
        return not row.get(cell.column, "").strip()

    def _owner(self, gap: Gap, cells: Iterable[GridLocation]) -> str:
        """Who owes the gap; else who owes the first of the cells."""
        names = [gap.department, *(self._owners.get((cell.sheet, cell.row), "") for cell in cells)]
        return next((name for name in names if name not in ("", NOBODY)), "")

    @cached_property
    def _owners(self) -> Mapping[tuple[str, int], str]:
        return {_row(item.entry.source): item.department for item in self._progress.assigned}


def _row(source: Source) -> tuple[str, int]:
    return source.file, source.row
