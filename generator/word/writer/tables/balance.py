"""Scarce width shared by the columns of a table, so that its rows are low."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from generator.model.document import Table
from generator.word.writer.tables.grid import Bounds, MeasuredCell, MeasuredRows
from generator.word.writer.tables.measure import CELL_SIDE, MANY_COLUMNS

_HAIR = 0.01
"""What is less than this in pt is no width."""
_TALLNESS = 1.25
_STEPS = (1, 3, 8)
_WEIGHED_ROWS, _MOVES = 400, 60
_CellSpot = tuple[int, int, int]
"""The first column of a cell, how many it takes, and its indent."""
_ROUNDS, _SHARPNESS, _PACE, _HEAVIEST = 24, 6, 0.35, 48


def shared(bounds: Sequence[Bounds], available: float) -> list[float]:
    """Widths between the least and the wanted; what is scarce is shared by the amount of text."""
    widths = [column.least for column in bounds]
    least = sum(widths)
    if least >= available:
        return [width * available / least for width in widths]
    return _grown(widths, bounds, available - least)


def _grown(widths: list[float], bounds: Sequence[Bounds], rest: float) -> list[float]:
    """The least widths grown by ``rest``, first up to what is wanted, then evenly."""
    growing = _growing(widths, bounds, 0.0)
    while growing and rest > _HAIR:
        total = sum(bounds[n].mass for n in growing)
        shares = [rest * bounds[n].mass / total for n in growing]
        taken = 0.0
        for n, share in zip(growing, shares, strict=True):
            more = min(share, bounds[n].wanted - widths[n])
            widths[n] += more
            taken += more
        rest -= taken
        growing = _growing(widths, bounds, _HAIR)
    return [width + rest / len(widths) for width in widths]


def _growing(widths: Sequence[float], bounds: Sequence[Bounds], lacking: float) -> list[int]:
    """The columns that lack more than so much of the wanted width."""
    pairs = enumerate(zip(widths, bounds, strict=True))
    return [n for n, (width, column) in pairs if column.wanted - width > lacking]


def improved(
    table: Table, rows: MeasuredRows, bounds: Sequence[Bounds], widths: list[float], size: float
) -> list[float]:
    """Widths that make the table lower than ``widths`` do.

    A few characters at a time move from one column to another while that helps. Large tables are
    judged by their longest rows, those of many columns are balanced as a whole.
    """
    free = [n for n, column in enumerate(table.columns) if not column.width]
    if len(table.columns) > MANY_COLUMNS:
        return _balanced(rows, bounds, widths, size, free)
    weighed = sorted(rows, key=_longest_text, reverse=True)[:_WEIGHED_ROWS]
    lines = _LinesOfRows(weighed, size)
    best = _cost(lines.within(widths))
    for _ in range(_MOVES):
        moves = list(_moves(widths, bounds, free, size))
        costs = [(_cost(lines.within(moved)), step) for step, moved in moves]
        cheapest = min(range(len(moves)), key=costs.__getitem__, default=None)
        if cheapest is None or costs[cheapest][0] >= best:
            break
        best, widths = costs[cheapest][0], moves[cheapest][1]
    return widths


def _longest_text(row: Sequence[MeasuredCell]) -> float:
    return max((text for cell in row for text in cell.texts), default=0.0)


def _moves(
    widths: Sequence[float], bounds: Sequence[Bounds], free: Sequence[int], size: float
) -> Iterator[tuple[float, list[float]]]:
    """Every step from one free column to another that the giver can spare, and the widths then."""
    for giver, taker in permutations(free, 2):
        for step in (count * size for count in _STEPS):
            if widths[giver] - step >= bounds[giver].least:
                moved = list(widths)
                moved[giver] -= step
                moved[taker] += step
                yield step, moved


def _cost(lines: Sequence[int]) -> float:
    """What a reader of rows of so many lines suffers, in tall rows a little more than in low ones.

    One row of very many lines does not make all others wrap.
    """
    return math.fsum(float(count) ** _TALLNESS for count in lines)


def row_lines(rows: MeasuredRows, widths: Sequence[float], size: float) -> list[int]:
    """How many lines each row takes."""
    return _LinesOfRows(rows, size).within(widths)


class _LinesOfRows:
    """How many lines the rows of a table take, whatever widths its columns have: what the cells of
    the same columns need in a room is counted once."""

    def __init__(self, rows: MeasuredRows, size: float) -> None:
        self._size, self._count = size, len(rows)
        self._cells: dict[_CellSpot, list[tuple[int, tuple[float, ...]]]] = {}
        for index, row in enumerate(rows):
            for start, span, indent, texts, _ in row:
                self._cells.setdefault((start, span, indent), []).append((index, texts))
        self._lines: dict[tuple[_CellSpot, int], list[int]] = {}

    def within(self, widths: Sequence[float]) -> list[int]:
        """The lines of each row in columns of these widths."""
        columns = [self._of_cells(spot, self._room(spot, widths)) for spot in self._cells]
        return list(map(max, zip(*columns, strict=True))) if columns else [1] * self._count

    def _room(self, spot: _CellSpot, widths: Sequence[float]) -> int:
        """How many 字 stand side by side in a cell."""
        start, span, indent = spot
        inside = sum(widths[start : start + span]) - 2 * CELL_SIDE
        return max(math.floor(inside / self._size - indent), 1)

    def _of_cells(self, spot: _CellSpot, room: int) -> list[int]:
        """The lines that each row has in its cell of that spot; 1 where it has none."""
        known = self._lines.get((spot, room))
        if known is None:
            known = self._lines[spot, room] = [1] * self._count
            for index, texts in self._cells[spot]:
                lines = 0
                for text in texts:
                    lines += math.ceil(text / room) or 1
                if lines > known[index]:
                    known[index] = lines
        return known


def _balanced(
    rows: MeasuredRows,
    bounds: Sequence[Bounds],
    widths: list[float],
    size: float,
    free: Sequence[int],
) -> list[float]:
    """Widths that make the rows of many columns low.

    The more a column's text makes rows tall, the more it grows. Heights are smoothed (a norm of the
    columns' heights), so that each round knows by how much each column counts.
    """
    heaviest = sorted(rows, key=_mass, reverse=True)[:_HEAVIEST]
    masses = _masses(heaviest, free, size)
    room = sum(widths[n] for n in free)
    for _ in range(_ROUNDS):
        pulls = _pulls(masses, widths, size)
        mean = sum(pulls.values()) / len(pulls)
        wanted = {n: widths[n] * (pulls[n] / mean) ** _PACE for n in free}
        widths = _fitted(widths, wanted, bounds, room)
    return widths


def _mass(row: Sequence[MeasuredCell]) -> float:
    return sum(sum(cell.texts) for cell in row)


def _masses(rows: MeasuredRows, free: Sequence[int], size: float) -> dict[int, list[float]]:
    """The length of the text of each row in pt, for each column that may grow."""
    masses = {n: [0.0] * len(rows) for n in free}
    for index, row in enumerate(rows):
        for cell in row:
            if cell.span == 1 and cell.texts and cell.start in masses:
                masses[cell.start][index] = sum(cell.texts) * size
    return masses


def _pulls(
    masses: Mapping[int, Sequence[float]], widths: Sequence[float], size: float
) -> dict[int, float]:
    """How much lower the rows would be if each free column were wider."""
    side = 2 * CELL_SIDE + size / 2
    powers: dict[int, list[float]] = {}
    for n, column in masses.items():
        room = max(widths[n] - side, size)
        powers[n] = [(mass / room) ** _SHARPNESS for mass in column]
    talls = [sum(row) for row in zip(*powers.values(), strict=True)]
    heights = [tall ** (1 / _SHARPNESS) for tall in talls]
    pulls = dict.fromkeys(masses, 1e-9)
    for n, column in powers.items():
        width = widths[n]
        for height, tall, power in zip(heights, talls, column, strict=True):
            if power:
                pulls[n] += height * power / tall / width
    return pulls


def _fitted(
    widths: Sequence[float], wanted: Mapping[int, float], bounds: Sequence[Bounds], room: float
) -> list[float]:
    """The wanted widths, scaled so that they add up to ``room`` and none is below its least."""
    result, left, rest = list(widths), dict(wanted), room
    while left:
        scale = rest / sum(left.values())
        low = [n for n, value in left.items() if value * scale < bounds[n].least]
        for n in low or list(left):
            result[n] = bounds[n].least if low else left[n] * scale
            rest -= result[n]
            del left[n]
    return result
