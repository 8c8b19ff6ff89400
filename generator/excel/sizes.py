"""How wide the columns of a sheet are and how high its rows."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.document import Table, TableCell, TableRow, plain

BODY = 11
"""Type of the text in pt."""
_NARROWEST = 5.0
_ROOM = {False: 92.0, True: 170.0}
"""Width of all columns of an upright and of a turned page in Latin characters.

On A4 the type then prints readably.
"""
_WRAPPED = 3.5
"""A text of n characters would like so many times the root of n: it wraps to a block."""
_TO_FILL = 16.0
"""A column that is mostly blank is so wide at least: people are to write in it."""
_SHORT = 9.0
"""A column of no more characters keeps its width; the others share what is left."""
_MEASURED = 2000
"""The first so many rows are measured."""
_TALLEST = 409.0
"""Rows of a sheet are no higher, in pt."""


def text_width(text: str) -> float:
    """Width in Latin characters."""
    return sum(2.0 if unicodedata.east_asian_width(char) in "FWA" else 1.0 for char in text)


def columns_width(sheet: Worksheet, first: int, count: int) -> float:
    """Width of some columns of a sheet together in Latin characters; ``first`` counts from 1."""
    letters = map(get_column_letter, range(first, first + count))
    return sum(sheet.column_dimensions[letter].width for letter in letters)


def set_widths(sheet: Worksheet, table: Table, landscape: bool) -> None:
    """Column widths from the content, together as wide as a page of readable type.

    A width in mm is kept.
    """
    widths = _needs(table)
    wide = []
    for n, column in enumerate(table.columns):
        if column.width:
            widths[n] = column.width / 2
        elif widths[n] > _SHORT:
            wide.append(n)
    room = _ROOM[landscape] - sum(width for n, width in enumerate(widths) if n not in wide)
    scale = min(1.0, room / max(1.0, sum(widths[n] for n in wide)))
    for n in wide:
        widths[n] = max(_SHORT, widths[n] * scale)
    for n, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(n)].width = round(width, 1)


def _needs(table: Table) -> list[float]:
    """How wide each column would like to be, in Latin characters."""
    widest = [_NARROWEST] * len(table.columns)
    balances = [0] * len(table.columns)
    for row in table.rows[:_MEASURED]:
        is_head = row.is_head
        for column, cell in row.placed():
            if cell.colspan == 1 and cell.vmerge != "continue":
                widest[column] = max(widest[column], _need(cell, head=is_head))
                balances[column] += 0 if is_head else _balance(cell)
    return [
        max(need, _TO_FILL) if balance < 0 else need
        for need, balance in zip(widest, balances, strict=True)
    ]


def _balance(cell: TableCell) -> int:
    """1 for a cell that says something, -1 for a blank one."""
    return 1 if any(map(plain, cell.paragraphs)) else -1


def _need(cell: TableCell, *, head: bool) -> float:
    need = _longest(map(plain, cell.paragraphs))
    if head:
        quarter = math.ceil(int(need) / 4)
        need = min(need, 2.0 * max(3, quarter))
    return min(need, _WRAPPED * math.sqrt(need)) + cell.indent * 2 + 2


def _longest(texts: Iterable[str]) -> float:
    return max(map(text_width, texts), default=0.0)


def row_height(sheet: Worksheet, row: TableRow) -> float:
    """The height of a row in pt.

    Excel does not fit one that holds merged cells, and not every program fits others.
    """
    whole = ((column, cell) for column, cell in row.placed() if cell.vmerge is None)
    lines = max((_lines(sheet, cell, column + 1) for column, cell in whole), default=1)
    return min(_TALLEST, lines * BODY * 1.35 + 4)


def _lines(sheet: Worksheet, cell: TableCell, column: int) -> int:
    """How many lines a cell has that begins in ``column`` of the sheet."""
    inside = columns_width(sheet, column, cell.colspan) - 1.5 - cell.indent * 2
    room = max(2.0, inside)
    return sum(max(1, math.ceil(text_width(plain(text)) / room)) for text in cell.paragraphs)
