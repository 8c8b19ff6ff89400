"""The sheets of a file that a department sent: of a workbook, a CSV file, the tables of a Word
file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from generator.model.errors import InputError, Problem
from generator.model.regex import regex
from generator.model.view import SeenBlock, SeenCell, SeenParagraph, SeenRow, View
from generator.package.intake import Grid, csv_grid
from generator.package.intake.grid import MergedRange, RawCell, letter
from generator.package.intake.xlsx import read_grids
from generator.package.textfiles import text_of

_LABEL = regex(r"附[件表录]\s*[0-9一二三四五六七八九十]*\s*[:：]?")
_TITLES, _LONGEST = 2, 40
"""Lines above a table of a Word file that may say what it is, and their characters."""


class BroughtSheet(Struct, frozen=True):
    """A sheet of the file that messages call ``file``; ``name`` is that of the sheet, "" for a CSV
    file. ``above`` are lines that stand above it outside of its cells, the nearest first."""

    file: str
    name: str
    grid: Grid
    above: tuple[str, ...] = ()

    def shown(self, row: int, column: int) -> str:
        """A cell as a source names it: 人社局.xlsx“Sheet1”D7."""
        return f"{self.prefix}{letter(column)}{row}"

    def shown_column(self, column: int) -> str:
        """A column as a source names it."""
        return f"{self.prefix}{letter(column)}列"

    @property
    def prefix(self) -> str:
        """What stands before a cell or a row in a source."""
        return str(self) if self.name else f"{self} "

    def __str__(self) -> str:
        return f"{self.file}“{self.name}”" if self.name else self.file


def sheets_of_table(data: bytes, shown: str) -> list[BroughtSheet]:
    """The sheets of a workbook (.xlsx, .xlsm) or the one of a CSV file that hold something.

    Raises InputError where it is neither or cannot be read.
    """
    if shown.lower().endswith((".xlsx", ".xlsm")):
        grids = read_grids(data, shown)
    elif shown.lower().endswith((".csv", ".txt", ".tsv")):
        grids = [_csv(data, shown)]
    else:
        todo = "请另存为 .xlsx、.csv 或 .docx"
        raise InputError(Problem("不是能取数的文件", todo, shown, unreadable=True))
    return [BroughtSheet(shown, grid.name, grid) for grid in grids if grid.rows]


def _csv(data: bytes, shown: str) -> Grid:
    read = text_of(data)
    if read is None:
        todo = "请在 Excel 中另存为“CSV UTF-8（逗号分隔）”"
        raise InputError(Problem("不是能读的文字编码", todo, shown, unreadable=True))
    problems: list[Problem] = []
    grid = csv_grid(read[0], shown, problems)
    if problems:
        raise InputError(problems)
    return grid


def sheets_of_view(view: View, shown: str) -> list[BroughtSheet]:
    """The tables of a Word file, each with the lines above it."""
    sheets: list[BroughtSheet] = []
    above: list[str] = []
    for table, blocks in groupby(view.seen, key=_table):
        if table is None:
            above = [text for text in map(_paragraph_text, blocks) if text]
            continue
        rows = [block for block in blocks if isinstance(block, SeenRow)]
        name = f"表{len(sheets) + 1}"
        titles = [text for text in reversed(above) if _can_be_title(text)]
        sheets.append(BroughtSheet(shown, name, _grid(name, rows), tuple(titles[:_TITLES])))
        above = []
    return sheets


def _table(block: SeenBlock) -> int | None:
    return block.table if isinstance(block, SeenRow) else None


def _paragraph_text(block: SeenBlock) -> str:
    return block.text.strip() if isinstance(block, SeenParagraph) else ""


def _can_be_title(text: str) -> bool:
    """Whether a line above a table may say what it is: no sentence, no 附件2."""
    return len(text) <= _LONGEST and text[-1] not in "。；" and not _LABEL.fullmatch(text)


def _grid(name: str, rows: Sequence[SeenRow]) -> Grid:
    width = max(cell.column for row in rows for cell in row.cells) + 1
    cells: dict[int, dict[int, RawCell]] = {}
    merges: list[MergedRange] = []
    for number, row in enumerate(rows, 1):
        for cell, end in _with_ends(row.cells, width):
            if cell.goes_on:
                _grow(merges, number, cell.column + 1, end)
                continue
            text = "\n".join(cell.texts).strip()
            if text:
                cells.setdefault(number, {})[cell.column + 1] = RawCell(text)
            merges.append(MergedRange(number, cell.column + 1, number, end))
    several = [merge for merge in merges if (merge.top, merge.left) != (merge.bottom, merge.right)]
    return Grid(name, cells, tuple(several))


def _with_ends(cells: Sequence[SeenCell], width: int) -> Iterator[tuple[SeenCell, int]]:
    """The cells of a row with the last column (counted from 1) that each covers."""
    for cell, following in zip(cells, [*cells[1:], None], strict=True):
        yield cell, following.column if following else max(width, cell.column + 1)


def _grow(merges: list[MergedRange], row: int, left: int, right: int) -> None:
    """A cell that goes on from the row above makes the range above one row longer."""
    for at, merge in enumerate(merges):
        if merge.bottom == row - 1 and merge.left == left:
            merges[at] = MergedRange(merge.top, left, row, right)
            return
