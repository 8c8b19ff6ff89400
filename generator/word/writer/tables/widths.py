"""The type and the column widths of a table."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.document import Table
from generator.standard.gbt9704 import WU_HAO
from generator.word.writer.style_ids import TABLE_SIZES
from generator.word.writer.tables.balance import improved, row_lines, shared
from generator.word.writer.tables.grid import Bounds, MeasuredRows
from generator.word.writer.tables.measure import (
    LINE,
    bounds_in,
    measured,
    needs,
)

_AIRY = 1.1
"""Type is chosen as large as rows of no more than so many lines on average allow."""
_WORDY = 5
"""Above 五号 rows have no more than so many lines on average."""
_TALL_ROWS = 0.1
"""Below 四号 no more than this share of the rows is taller than half a page."""


def fit(table: Table, available: float, page: float = 638.0) -> tuple[float, list[float]]:
    """Type in pt, and the widths of the columns in pt, which add up to ``available``.

    ``page`` is the height of the text in pt.
    """
    rows = measured(table)
    column_needs = needs(table, rows)
    smallest = min(TABLE_SIZES)
    for size in TABLE_SIZES:
        bounds = bounds_in(table, column_needs, size)
        widths = _column_widths(table, rows, bounds, available, size)
        if widths is None:
            continue
        if size == smallest or _reads_well(row_lines(rows, widths, size), size, page):
            return size, widths
    return smallest, shared(bounds_in(table, column_needs, smallest), available)


def _reads_well(lines: Sequence[int], size: float, page: float) -> bool:
    """Whether rows of so many lines may be set in a type: the largest is for airy rows alone."""
    total = sum(lines)
    if total <= _AIRY * len(lines):
        return True
    wordy = total > _WORDY * len(lines) and size > WU_HAO
    if wordy or size == max(TABLE_SIZES):
        return False
    tall = sum(count * size * LINE > page / 2 for count in lines)
    return tall <= _TALL_ROWS * len(lines)


def _column_widths(
    table: Table, rows: MeasuredRows, bounds: Sequence[Bounds], available: float, size: float
) -> list[float] | None:
    """Widths in pt; None where a number or a word would have to be broken."""
    if sum(column.least for column in bounds) > available:
        return None
    if sum(column.wanted for column in bounds) <= available:
        return _spread(table, bounds, available)
    return improved(table, rows, bounds, shared(bounds, available), size)


def _spread(table: Table, bounds: Sequence[Bounds], available: float) -> list[float]:
    """The wanted widths; columns of no fixed width share in proportion what is left over."""
    wanted = [bound.wanted for bound in bounds]
    pairs = zip(table.columns, wanted, strict=True)
    free = [0.0 if column.width else width for column, width in pairs]
    shares = free if any(free) else wanted
    whole = sum(shares)
    rest = available - sum(wanted)
    return [width + rest * share / whole for width, share in zip(wanted, shares, strict=True)]
