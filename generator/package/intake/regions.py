"""A table as a department sent it, whatever its columns are called: title, unit, head, rows, totals
and notes.

Nothing is known of what the columns mean: who brings a table into a package asks here for its parts
and decides. ``grids_of`` reads any file, ``find_region`` tells the parts of one grid, ``names_in``
counts a list of people.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.model import files, limits
from generator.model.errors import InputError, Problem, raise_all
from generator.model.inputs import read_file
from generator.package.intake.csvtext import csv_grid
from generator.package.intake.grid import Grid, RawCell
from generator.package.intake.heads import plain_head, units_above
from generator.package.intake.numbers import CellError, read_number
from generator.package.intake.table import NOTE
from generator.package.intake.totals import is_total
from generator.package.intake.xlsx import read_grids
from generator.package.textfiles import text_of

_SEPARATORS = re.compile(r"[、，,；;\n]+")
_MOST_HEAD_ROWS = 4
"""Rows that a head may have: three ranks and the numbers of the columns."""


@dataclass(frozen=True)
class Region:
    """The parts of a table in a grid; rows and columns are counted from 1.

    ``title`` is the text above the head ("" for none), ``units`` are those named there (单位：万元).
    ``heads`` gives the words of the head above each column, from the highest rank to the lowest,
    without blanks. ``body`` are the rows of facts, ``totals`` those that say 合计 or 小计, ``notes``
    what stands below the table.
    """

    title: str
    units: tuple[str, ...]
    head_rows: tuple[int, ...]
    heads: Mapping[int, tuple[str, ...]]
    body: tuple[int, ...]
    totals: tuple[int, ...]
    notes: tuple[int, ...]


def grids_of(path: Path) -> list[Grid]:
    """The sheets of an .xlsx or .csv file that hold something, hidden ones too.

    Raises InputError where it cannot be read, DataError where a quote of a CSV file is wrong.
    """
    data = read_file(path, limits.ARCHIVE_BYTES, path.name)
    if path.suffix.lower() != files.TABLE_ENDING:
        return [grid for grid in read_grids(data, path.name) if grid.rows]
    read = text_of(data)
    if read is None:
        message = "不是 UTF-8、UTF-16 也不是 GB18030 编码"
        raise InputError(Problem(message, "请另存为 CSV UTF-8", path.name, unreadable=True))
    problems: list[Problem] = []
    grid = csv_grid(read[0], path.name, problems)
    raise_all(problems)
    return [grid] if grid.rows else []


def find_region(grid: Grid) -> Region | None:
    """The table of a grid; None where no row looks like a head."""
    head_rows = _head_rows(grid)
    if not head_rows:
        return None
    heads = _heads(grid, head_rows)
    below = grid.rows_from(head_rows[-1] + 1)
    notes = [row for row in below if _is_note(grid, row)]
    totals = [row for row in below if row not in notes and _says_total(grid, row)]
    body = [row for row in below if row not in notes and row not in totals]
    above = [row for row in grid.rows if row < head_rows[0]]
    return Region(
        _title(grid, above),
        tuple(units_above(grid, head_rows[0])),
        tuple(head_rows),
        heads,
        tuple(row for row in body if not _repeats(grid, row, head_rows)),
        tuple(totals),
        tuple(notes),
    )


def names_in(text: str) -> tuple[str, ...]:
    """The people of a list, in order; blanks inside a name are none of it (王　丽 → 王丽)."""
    return tuple(name for part in _SEPARATORS.split(text) for name in _names(part.split()))


def _names(words: Sequence[str]) -> list[str]:
    """Words between blanks: names where each has two characters or more, else one name in parts."""
    if all(len(word) > 1 for word in words):
        return list(words)
    return ["".join(words)]


def _head_rows(grid: Grid) -> list[int]:
    """The rows of the head: the first with several words and no number, and those below it that
    part its columns."""
    rows = grid.rows_from(1)
    first = next((n for n, row in enumerate(rows) if _is_head(grid, row)), None)
    if first is None:
        return []
    last = first
    while last + 1 < len(rows) and last + 1 - first < _MOST_HEAD_ROWS:
        if not _parts_columns(grid, rows[first : last + 1], rows[last + 1]):
            break
        last += 1
    return rows[first : last + 1]


def _is_head(grid: Grid, row: int) -> bool:
    cells = grid.row(row)
    return len(cells) > 1 and not any(map(_is_number, cells.values())) and not _is_note(grid, row)


def _is_number(cell: RawCell) -> bool:
    if not isinstance(cell.value, str):
        return True
    try:
        return bool(read_number(cell.text))
    except CellError as error:
        return bool(error.readings)


def _parts_columns(grid: Grid, above: Sequence[int], row: int) -> bool:
    """Whether a row has words only below heads that span several columns, or below blank ones."""
    cells = grid.row(row)
    spanned = all(_is_spanned(grid, above, column) for column in cells)
    return bool(cells) and spanned and not any(map(_is_number, cells.values()))


def _is_spanned(grid: Grid, above: Sequence[int], column: int) -> bool:
    upper = grid.row(above[-1])
    merge = grid.merged(above[-1], column)
    if merge is not None:
        return merge.right > merge.left and merge.bottom == above[-1]
    return column not in upper or column + 1 not in upper


def _heads(grid: Grid, head_rows: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The words above each column."""
    columns = sorted({column for row in head_rows for column in grid.row(row)})
    heads = {}
    for column in columns:
        words = [_word(grid, row, column, row != head_rows[-1]) for row in head_rows]
        heads[column] = tuple(dict.fromkeys(filter(None, words)))
    return heads


def _word(grid: Grid, row: int, column: int, spans: bool) -> str:
    """The word of a head that stands over a column: its own, or one to the left that spans it."""
    merge = grid.merged(row, column)
    if merge is not None:
        return plain_head(grid.at(merge.top, merge.left).text)
    cells = grid.row(row)
    left = [other for other in cells if other <= column]
    own = column if column in cells or not spans or not left else max(left)
    return plain_head(grid.at(row, own).text)


def _is_note(grid: Grid, row: int) -> bool:
    """注：…, 填表人：…, or one text across the table."""
    cells = grid.row(row)
    first = min(cells)
    merge = grid.merged(row, first)
    across = merge is not None and merge.right > merge.left and len(cells) == 1
    return across or NOTE.match(plain_head(cells[first].text)) is not None


def _says_total(grid: Grid, row: int) -> bool:
    return any(is_total(cell.text) for cell in grid.row(row).values())


def _repeats(grid: Grid, row: int, head_rows: Sequence[int]) -> bool:
    """Whether a row is the head again, as it stands on each printed page."""
    cells = grid.row(row)
    last = grid.row(head_rows[-1])
    return len(cells) > 1 and all(
        column in last and plain_head(cell.text) == plain_head(last[column].text)
        for column, cell in cells.items()
    )


def _title(grid: Grid, above: Sequence[int]) -> str:
    """The longest line above the head that is no unit."""
    texts = [cell.text.strip() for row in above for cell in grid.row(row).values()]
    return max((text for text in texts if "单位" not in text), key=len, default="")
