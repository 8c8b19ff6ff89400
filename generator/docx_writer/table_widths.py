"""The type and the column widths of a table, from what its cells say."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from generator.document import Table, plain
from generator.docx_writer.metrics import width
from generator.docx_writer.style_names import TABLE_SIZES

CELL_SIDE = 4.25
"""White space at each side of a cell's text in pt."""
_SLACK = 1.5
"""Room in pt for a renderer that measures a little wider."""
_LEAST = 2.0
"""The narrowest column in 字."""
_AIRY = 1.1
"""Type is chosen as large as rows of no more than so many lines on average allow."""
_UNBREAKABLE = re.compile(r"[0-9A-Za-z.,%+\-/:]+")
_PHRASE = re.compile(r"[^、，；。：（）]{1,3}[、，；。：]?")
_STEPS = (1, 3, 8)
_WEIGHED_ROWS, _WEIGHED_COLUMNS, _MOVES = 400, 8, 60


@dataclass(frozen=True)
class _Cell:
    """A cell as it is measured, in 字: its columns, its indent, its texts and the longest word in them."""

    start: int
    span: int
    indent: int
    texts: tuple[float, ...]
    word: float


Rows = Sequence[Sequence[_Cell]]


@dataclass(frozen=True)
class _Bounds:
    """A column's least and wanted width in pt, and how much text it holds in 字."""

    least: float
    wanted: float
    mass: float


def fit(table: Table, available: float) -> tuple[float, list[float]]:
    """Type in pt and the widths of the columns in pt, which add up to ``available``."""
    rows = _measured(table)
    sizes = list(TABLE_SIZES)
    tried = [(size, _column_widths(table, rows, available, size)) for size in sizes]
    for size, widths in tried:
        if widths and sum(_tall(rows, widths, size)) <= _AIRY * len(rows):
            return size, widths
    for size, widths in tried[1:]:
        if widths:
            return size, widths
    return sizes[-1], _shared(_bounds(table, rows, sizes[-1]), available)


def _measured(table: Table) -> list[list[_Cell]]:
    """The rows, their cells measured; a cell that continues a merge holds nothing."""
    result = []
    for row in table.rows:
        cells, start = [], 0
        for cell in row.cells:
            texts = [plain(text) for text in cell.paragraphs] if cell.vmerge != "continue" else []
            words = (width(word) for text in texts for word in (*_UNBREAKABLE.findall(text), *_PHRASE.findall(text)))
            cells.append(_Cell(start, cell.colspan, cell.indent, tuple(map(width, texts)), max(words, default=0.0)))
            start += cell.colspan
        result.append(cells)
    return result


def _column_widths(table: Table, rows: Rows, available: float, size: float) -> list[float] | None:
    """Widths in pt; None where a number or a word would have to be broken."""
    bounds = _bounds(table, rows, size)
    if sum(column.least for column in bounds) > available:
        return None
    if sum(column.wanted for column in bounds) <= available:
        return _spread(table, bounds, available)
    return _improved(table, rows, bounds, _shared(bounds, available), size)


def _bounds(table: Table, rows: Rows, size: float) -> list[_Bounds]:
    count = len(table.columns)
    least, wanted, mass = [_LEAST] * count, [_LEAST] * count, [1.0] * count
    for cell in (cell for row in rows for cell in row if cell.span == 1):
        least[cell.start] = max(least[cell.start], cell.word + cell.indent)
        wanted[cell.start] = max(wanted[cell.start], *(text + cell.indent for text in cell.texts), 0.0)
        mass[cell.start] += sum(cell.texts)
    side = 2 * CELL_SIDE + _SLACK
    result = []
    for column, low, high, weight in zip(table.columns, least, wanted, mass, strict=True):
        fixed = column.width * 72 / 25.4 if column.width else 0.0
        result.append(_Bounds(fixed or low * size + side, fixed or high * size + side, weight))
    return result


def _spread(table: Table, bounds: Sequence[_Bounds], available: float) -> list[float]:
    """The wanted widths, the room left over shared by the columns without a fixed width, in proportion."""
    free = [0.0 if column.width else bound.wanted for column, bound in zip(table.columns, bounds, strict=True)]
    if not any(free):
        free = [bound.wanted for bound in bounds]
    rest = available - sum(bound.wanted for bound in bounds)
    return [bound.wanted + rest * share / sum(free) for bound, share in zip(bounds, free, strict=True)]


def _shared(bounds: Sequence[_Bounds], available: float) -> list[float]:
    """Widths between the least and the wanted; what is scarce is shared by the amount of text in each column."""
    result = [column.least for column in bounds]
    rest = available - sum(result)
    if rest <= 0:
        return [least * available / sum(result) for least in result]
    growing = {n for n, column in enumerate(bounds) if column.wanted > column.least}
    while growing and rest > 0.01:
        total = sum(bounds[n].mass for n in growing)
        taken = {n: min(rest * bounds[n].mass / total, bounds[n].wanted - result[n]) for n in growing}
        for n, more in taken.items():
            result[n] += more
        rest -= sum(taken.values())
        growing = {n for n in growing if bounds[n].wanted - result[n] > 0.01}
    return [value + rest / len(result) for value in result]


def _improved(table: Table, rows: Rows, bounds: Sequence[_Bounds], widths: list[float], size: float) -> list[float]:
    """Widths that make the table lower: a few characters at a time move from one column to another while that helps.

    Large tables are judged by their longest rows, those of many columns stay as they are.
    """
    free = [n for n, column in enumerate(table.columns) if not column.width]
    if len(table.columns) > _WEIGHED_COLUMNS:
        return widths
    rows = sorted(rows, key=lambda row: -max((text for cell in row for text in cell.texts), default=0.0))
    rows = rows[:_WEIGHED_ROWS]
    best = _cost(rows, widths, size)
    for _ in range(_MOVES):
        moves = []
        for giver, taker in permutations(free, 2):
            for step in (count * size for count in _STEPS):
                if widths[giver] - step >= bounds[giver].least:
                    moved = list(widths)
                    moved[giver] -= step
                    moved[taker] += step
                    moves.append((_cost(rows, moved, size), step, moved))
        found = min(moves, key=lambda move: move[:2], default=None)
        if found is None or found[0] >= best:
            break
        best, _, widths = found
    return widths


def _tall(rows: Rows, widths: Sequence[float], size: float) -> list[int]:
    """How many lines each row takes."""
    result = []
    for row in rows:
        tallest = 1
        for cell in row:
            room = math.floor((sum(widths[cell.start:cell.start + cell.span]) - 2 * CELL_SIDE) / size - cell.indent)
            lines = sum(max(1, math.ceil(text / max(room, 1))) for text in cell.texts)
            tallest = max(tallest, lines)
        result.append(tallest)
    return result


def _cost(rows: Rows, widths: Sequence[float], size: float) -> int:
    """What a reader suffers: a row of ten lines is worse than ten rows of two."""
    return sum(lines * lines for lines in _tall(rows, widths, size))
