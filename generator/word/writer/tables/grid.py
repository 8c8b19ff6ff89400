"""What columns need in which no cell stands alone: those of the common grid of stacked blocks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from operator import attrgetter
from typing import NamedTuple

from msgspec import Struct

from generator.model.replacing import replace

_SIDES = 0.7
"""The white space at the sides of a cell in 字 of the largest type: over several columns a cell has
it once, and its columns each."""


class MeasuredCell(NamedTuple):
    """A cell in 字: its columns, its indent, its texts and the longest word in them."""

    start: int
    span: int
    indent: int
    texts: tuple[float, ...]
    word: float


MeasuredRows = Sequence[Sequence[MeasuredCell]]


class Bounds(Struct, frozen=True):
    """A column's least and wanted width, and how much text it holds in 字."""

    least: float
    wanted: float
    mass: float


def spread(bounds: Sequence[Bounds], rows: MeasuredRows) -> list[Bounds]:
    """The bounds with what cells over several columns need, shared by those of their columns in
    which no cell stands alone. Where each column has a cell of its own, they stay as they are."""
    result = list(bounds)
    shared = set(range(len(bounds))) - _of_one(rows)
    if not shared:
        return result
    for n in shared:
        result[n] = Bounds(0.0, 0.0, 1.0)
    wide = _wide(rows)
    for cell in wide:
        _share(cell, shared.intersection(_columns(cell)), result)
    for n in sorted(shared):
        result[n] = _no_wider(n, result, wide)
    return result


def _of_one(rows: MeasuredRows) -> set[int]:
    """The columns in which some cell stands alone."""
    return {cell.start for row in rows for cell in row if cell.span == 1}


def _columns(cell: MeasuredCell) -> range:
    return range(cell.start, cell.start + cell.span)


def _needed(cell: MeasuredCell, width: float) -> float:
    """What the columns of a cell need together for a text of that width."""
    return width + cell.indent - _SIDES * (cell.span - 1)


def _no_wider(n: int, bounds: Sequence[Bounds], cells: Sequence[MeasuredCell]) -> Bounds:
    """The bounds of a column, its least width no more than its cells need: one was widened for them
    one after the other."""
    spare = [
        sum(bounds[at].least for at in _columns(cell)) - _needed(cell, cell.word)
        for cell in cells
        if n in _columns(cell)
    ]
    least = bounds[n].least - min([bounds[n].least, *(max(0.0, more) for more in spare)])
    return replace(bounds[n], least=least)


def _wide(rows: MeasuredRows) -> list[MeasuredCell]:
    """The cells over several columns that say something, those over the fewest first."""
    cells = [cell for row in rows for cell in row if cell.span > 1 and cell.texts]
    return sorted(cells, key=attrgetter("span"))


def _share(cell: MeasuredCell, takers: Collection[int], bounds: list[Bounds]) -> None:
    """Widen the columns that take what a cell lacks, evenly."""
    columns = _columns(cell)
    least = _needed(cell, cell.word) - sum(bounds[n].least for n in columns)
    wanted = _needed(cell, max(cell.texts)) - sum(bounds[n].wanted for n in columns)
    for n in takers:
        own = bounds[n]
        more = max(0.0, least / len(takers))
        bounds[n] = replace(
            own,
            least=own.least + more,
            wanted=max(own.wanted + max(0.0, wanted / len(takers)), own.least + more),
            mass=own.mass + sum(cell.texts) / len(columns),
        )
