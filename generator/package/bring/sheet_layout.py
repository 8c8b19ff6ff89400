"""What is what in a sheet: title, unit, head rows, rows of data, totals, notes below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from msgspec import Struct

from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.bring.cell_sorts import (
    INFORMATION,
    NO_HEADINGS,
    UNITS,
    can_be_head,
    counts,
    is_note_row,
    repeats_head,
)
from generator.package.bring.sheet_tables import HEAD_ROWS, table_starts
from generator.package.bring.sheets import BroughtSheet
from generator.package.intake.characters import narrow
from generator.package.intake.grid import Grid, RawCell
from generator.package.intake.heads import HEAD_WITHIN, plain_head
from generator.package.intake.totals import is_total

_NO_UNIT = ("单位", "计量单位", "—", "-", "/")
"""What stands in a row of units over a column that has none."""
_UNIT_LINE = regex(
    r"(?:^|[(（\[\s:：;；,，。]|计量|金额|货币)单位\s*(?:[:：]|[均都]?[为是])\s*([^\s()（）\[\]:：;；。]+)"
)
_UNIT_SAID = regex(
    r"(?:金额|资金|经费|数据|数字|数额|数值|本表|上表|表中|表内|以上)[^0-9，。；;,]{0,6}?[为是按以用]\s*"
    r"((?:百万|千万|万|亿|千|百)?(?:美元|元|人次|人|户|亩|吨|件))(?=为?单?[计位填]|[）)。；;，,、\s]|$)"
)
"""A remark that names the unit in other words: 金额均为万元, 数据以万人计."""


class SheetLayout(Struct, frozen=True):
    """A sheet with its parts.

    ``titles`` are the lines above the head; ``units`` those that such a line or a note below the
    table names. ``heads`` gives the texts of the head of a column from top to bottom, () where it
    has none. ``body`` are the rows of data, ``totals`` those that say 合计. ``units_below`` are the
    units by column that stand in a row of their own below the head. ``informed`` are the lines
    above it that say who filled it in and when, and all lines above the first table of its sheet.
    """

    sheet: BroughtSheet
    titles: tuple[str, ...]
    units: tuple[str, ...]
    heads: Mapping[int, tuple[str, ...]]
    body: tuple[int, ...]
    totals: tuple[int, ...]
    units_below: Mapping[int, str]
    informed: tuple[str, ...] = ()

    @property
    def grid(self) -> Grid:
        """Its cells."""
        return self.sheet.grid

    @property
    def columns(self) -> list[int]:
        """The columns that hold something in the body, in order."""
        rows = (*self.body, *self.totals)
        return sorted({column for row in rows for column in self.grid.row(row)})

    @property
    def title(self) -> str:
        """What the sheet is about: its first line, or its name or file's where it has none."""
        if self.titles:
            return self.titles[0]
        name = self.sheet.name
        stem = self.sheet.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        return stem if re.fullmatch(r"(?i)sheet\s*\d*|工作表\s*\d*|表\s*\d*|", name) else name

    @property
    def hidden_rows(self) -> list[int]:
        """The rows of data that are hidden."""
        return [row for row in self.body if row in self.grid.hidden_rows]

    @property
    def hidden_columns(self) -> list[int]:
        """The columns that hold something and are hidden."""
        return [column for column in self.columns if column in self.grid.hidden_columns]

    @property
    def struck_rows(self) -> list[int]:
        """The rows of data in which something is crossed out."""
        return [row for row in self.body if any(map(_has_struck, self.grid.row(row).values()))]

    def head(self, column: int) -> str:
        """The lowest text of the head of a column, "" for none."""
        return self.heads.get(column, ("",))[-1]


def _has_struck(cell: RawCell) -> bool:
    """Whether something in a cell is crossed out."""
    return cell.looks is not None and cell.looks.left.strip() != cell.text.strip()


def layouts_of(sheet: BroughtSheet) -> list[SheetLayout]:
    """The parts of a sheet that holds something, of each table where several stand below one
    another."""
    rows = sheet.grid.rows_from(1)
    starts = list(table_starts(sheet.grid, rows))
    layouts: list[SheetLayout] = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        layout = _layout(sheet, rows[start:end], () if layouts else sheet.above)
        above = [line for upper in layouts[:1] for line in (*upper.titles, *upper.informed)]
        layouts.append(replace(layout, informed=(*layout.informed, *above)))
    return layouts


def _layout(sheet: BroughtSheet, rows: Sequence[int], outside: tuple[str, ...]) -> SheetLayout:
    """The parts of one table in these rows; ``outside`` are lines above it."""
    grid = sheet.grid
    first = _first_of_table(grid, rows)
    head_rows = _head_rows(grid, first, rows)
    lines = [*outside, *_texts_above(grid, rows, first)]
    below = [row for row in rows if row >= first and row not in head_rows]
    unit_row = _unit_row(grid, below) if head_rows else {}
    data = list(_data(grid, below[1:] if unit_row else below, head_rows))
    totals = {row for row in data if _is_total_row(grid.row(row))}
    return SheetLayout(
        sheet,
        tuple(_titles(lines)),
        tuple(dict.fromkeys(_units([*lines, *_notes(grid, below)]))),
        _heads(grid, head_rows),
        tuple(row for row in data if row not in totals),
        tuple(sorted(totals)),
        unit_row,
        tuple(" ".join(line.split()) for line in lines if not _says_what(line)),
    )


def _texts_above(grid: Grid, rows: Sequence[int], first: int) -> Iterator[str]:
    for row in rows:
        if row < first:
            yield from (cell.text for cell in grid.row(row).values())


def _titles(lines: Sequence[str]) -> Iterator[str]:
    """The lines above the head that say what the table is about, in single blanks."""
    for line in lines:
        if _says_what(line):
            yield " ".join(line.split())


def _data(grid: Grid, below: Sequence[int], head_rows: Sequence[int]) -> Iterator[int]:
    """The rows below the head that are no notes and not the head again."""
    for row in below:
        if not is_note_row(grid, row) and not repeats_head(grid, row, head_rows):
            yield row


def _notes(grid: Grid, below: Sequence[int]) -> Iterator[str]:
    """The texts of the remarks below the table."""
    for row in below:
        if is_note_row(grid, row):
            yield from (cell.text for cell in grid.row(row).values())


def _unit_row(grid: Grid, below: Sequence[int]) -> dict[int, str]:
    """The units by column where the row below the head names nothing else."""
    cells = grid.row(below[0]) if below else {}
    units = {column: plain_head(cell.text).strip("（）") for column, cell in cells.items()}
    if not all(unit in UNITS or unit in _NO_UNIT for unit in units.values()):
        return {}
    return {column: unit for column, unit in units.items() if unit in UNITS}


def _first_of_table(grid: Grid, rows: Sequence[int]) -> int:
    """The first row that is no title: it has several cells, and does not only say who filled it in
    and when."""
    for row in rows[:HEAD_WITHIN]:
        cells = list(grid.row(row).values())
        speaks = [cell for cell in cells if INFORMATION.match(plain_head(cell.text))]
        if len(cells) > 1 and not speaks:
            return row
    return rows[0]


def _head_rows(grid: Grid, first: int, rows: Sequence[int]) -> list[int]:
    """The rows of the head, none where the first row of the table holds numbers."""
    if not can_be_head(grid.row(first)):
        return []
    head = [first]
    for row in rows[rows.index(first) + 1 :][: HEAD_ROWS - 1]:
        if row != head[-1] + 1 or not _goes_below(grid, head[-1], row):
            break
        head.append(row)
    return head


def _goes_below(grid: Grid, upper: int, lower: int) -> bool:
    """Whether a row is the lower part of a head: all its texts stand below a heading that spans
    several columns, or below none, and some below one."""
    cells = grid.row(lower)
    if not cells or any(map(counts, cells.values())):
        return False
    spanned = {column for column in cells if _is_spanned(grid, upper, column, cells)}
    return len(spanned) == len(cells) or _names_what_is_counted(grid, upper, lower, spanned)


def _names_what_is_counted(grid: Grid, upper: int, lower: int, spanned: Set[int]) -> bool:
    """Whether a row without merged cells is the lower part of a head: its texts stand over the
    numbers of the next row, and over its labels it has none, the heading again, or a heading beside
    others that are all spanned."""
    cells, above = _plain_texts(grid, lower), _plain_texts(grid, upper)
    numbers = {column for column, cell in grid.row(lower + 1).items() if counts(cell)}
    over_numbers = cells.keys() & numbers
    if not over_numbers or NO_HEADINGS & set(cells.values()):
        return False
    others = cells.keys() - numbers
    if all(cells[column] == above.get(column) for column in others):
        return bool(others) or min(above) not in cells
    return len(over_numbers) > 1 and over_numbers <= spanned


def _plain_texts(grid: Grid, row: int) -> dict[int, str]:
    return {column: plain_head(cell.text) for column, cell in grid.row(row).items()}


def _is_spanned(grid: Grid, upper: int, column: int, below: Mapping[int, RawCell]) -> bool:
    """Whether a heading of the upper row spans a column: it is merged, or what is right of it is
    blank there and filled below."""
    merge = grid.merged(upper, column)
    if merge is not None:
        return merge.right > merge.left and merge.bottom == upper
    above = grid.row(upper)
    return column not in above or (column + 1 not in above and column + 1 in below)


def _heads(grid: Grid, rows: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The texts of the head of each column."""
    columns = sorted({column for row in rows for column in grid.row(row)})
    heads = {}
    for column in range(columns[0], columns[-1] + 1) if columns else ():
        texts = [_head_text(grid, row, column, row == rows[-1]) for row in rows]
        heads[column] = tuple(dict.fromkeys(text for text in texts if text))
    return {column: texts for column, texts in heads.items() if texts}


def _head_text(grid: Grid, row: int, column: int, is_last: bool) -> str:
    """What the head says in a row over a column: also what spans it, or in an upper row the
    heading left of it."""
    merge = grid.merged(row, column)
    if merge is not None:
        return plain_head(grid.at(merge.top, merge.left).text)
    text = plain_head(grid.at(row, column).text)
    if text or is_last:
        return text
    return _head_left_of(grid, row, column)


def _head_left_of(grid: Grid, row: int, column: int) -> str:
    """The nearest heading left of a column; "" where there is none, or it is merged."""
    left = [other for other in grid.row(row) if other < column]
    near = max(left, default=0)
    return plain_head(grid.at(row, near).text) if near and not grid.merged(row, near) else ""


def _says_what(line: str) -> bool:
    """Whether a line above the head says more than who fills it in, when and in what unit."""
    return INFORMATION.match(plain_head(line)) is None


def _units(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        for match in _UNIT_LINE.finditer(narrow(line)):
            yield from filter(None, re.split("[、，,/]", match[1]))
        yield from (match[1] for match in _UNIT_SAID.finditer(narrow(line)))


def _is_total_row(cells: Mapping[int, RawCell]) -> bool:
    return any(is_total(cell.text) for cell in cells.values() if isinstance(cell.value, str))
