"""Where on a sheet another table begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.regex import regex
from generator.package.bring.cell_sorts import (
    NO_HEADINGS,
    can_be_head,
    counts,
    is_note_row,
    repeats_head,
)
from generator.package.intake.grid import Grid
from generator.package.intake.heads import plain_head

HEAD_ROWS = 3
"""A head has so many rows at most."""
_FIRST_HEADING = regex(
    r"序号|编号|指标|项目|事项|类别|内容|渠道|姓名|月份|年度|乡镇|县区|区县|.{0,4}(?:名称|单位|部门|时间|日期)"
)
"""What heads the first column of a table."""
_UNIT_LINE = regex(r"[（(]?(?:计量|金额|货币)?单位[:：].*")


def table_starts(grid: Grid, rows: Sequence[int]) -> Iterator[int]:
    """Where in the filled rows a table begins: at the first, behind a blank row with a head over
    numbers, and at a head below numbers, with the titles above it."""
    start, has_numbers = 0, False
    yield start
    for at in range(1, len(rows)):
        begins = at if _begins_behind_blank(grid, rows, at) else 0
        if not begins and has_numbers and _is_head_below(grid, rows, at, start):
            begins = _with_titles(grid, rows, at, start)
        if begins > start:
            start, has_numbers = begins, False
            yield start
        has_numbers = has_numbers or any(map(counts, grid.row(rows[at]).values()))


def _begins_behind_blank(grid: Grid, rows: Sequence[int], at: int) -> bool:
    """Whether behind a blank row titles, a row without numbers, and numbers below it stand."""
    if rows[at] == rows[at - 1] + 1:
        return False
    head = _behind_titles(grid, rows, at)
    return head + 1 < len(rows) and _heads_numbers(grid, rows[head], rows[head + 1])


def _is_head_below(grid: Grid, rows: Sequence[int], at: int, start: int) -> bool:
    """Whether a row below numbers is the head of a further table: words that head columns, over
    each number of the row below. One of two words may be a row with a word for its number: there a
    title must stand above."""
    cells = grid.row(rows[at])
    words = [plain_head(cell.text) for cell in cells.values()]
    if at + 1 == len(rows) or not can_be_head(cells) or NO_HEADINGS & set(words):
        return False
    below = {column for column, cell in grid.row(rows[at + 1]).items() if counts(cell)}
    is_over = bool(below) and below <= cells.keys()
    has_title = len(cells) > 2 or _with_titles(grid, rows, at, start) < at
    is_again = repeats_head(grid, rows[at], rows[start : min(at, start + 2 * HEAD_ROWS)])
    return bool(_FIRST_HEADING.fullmatch(words[0])) and is_over and has_title and not is_again


def _with_titles(grid: Grid, rows: Sequence[int], head: int, start: int) -> int:
    """Where the titles above a head begin: rows of one text that are no remarks."""
    at = head
    while at - 1 > start and head - at < HEAD_ROWS and _is_title(grid, rows[at - 1]):
        at -= 1
    return at


def _is_title(grid: Grid, row: int) -> bool:
    """Whether a row holds one text, or names the unit, or both; and is no remark."""
    texts = [plain_head(cell.text) for cell in grid.row(row).values() if not counts(cell)]
    others = [text for text in texts if not _UNIT_LINE.fullmatch(text)]
    if len(texts) < len(grid.row(row)) or len(others) > 1:
        return False
    return not others or not is_note_row(grid, row)


def _behind_titles(grid: Grid, rows: Sequence[int], at: int) -> int:
    """Where the rows of one cell end that begin there."""
    end = min(len(rows), at + HEAD_ROWS)
    while at < end and len(grid.row(rows[at])) == 1:
        at += 1
    return at


def _heads_numbers(grid: Grid, head: int, below: int) -> bool:
    """Whether a row without numbers stands over one with some."""
    return can_be_head(grid.row(head)) and any(map(counts, grid.row(below).values()))
