"""How the rows of a table are set."""

from __future__ import annotations

from msgspec import Struct

from generator.model.document import Column, Table, plain
from generator.word.writer.metrics import width
from generator.word.writer.tables.measure import CELL_SIDE, sample


class DecimalWidths(Struct, frozen=True):
    """The widest numbers of a column in 字: before the decimal point, and from there on."""

    whole: float = 0.0
    fraction: float = 0.0


class RowSetting(Struct, frozen=True):
    """Column widths in twips, type in pt, the height of a page's text in pt.

    ``decimals`` are the widest numbers of the columns that are aligned on the decimal point, None
    for the others.
    """

    columns: tuple[Column, ...]
    grid: tuple[int, ...]
    size: float
    page: float
    decimals: tuple[DecimalWidths | None, ...]

    def room(self, start: int, span: int = 1) -> float:
        """How many 字 a line of a cell holds."""
        return (sum(self.grid[start : start + span]) / 20 - 2 * CELL_SIDE) / self.size


def decimal_widths(table: Table) -> tuple[DecimalWidths | None, ...]:
    """The widest numbers of the columns that are aligned on the decimal point, else None."""
    whole = [0.0] * len(table.columns)
    fraction = [0.0] * len(table.columns)
    for column, text in _numbers(table):
        before, after = number_parts(text)
        whole[column] = max(whole[column], before)
        fraction[column] = max(fraction[column], after)
    widest = map(DecimalWidths, whole, fraction)
    return tuple(
        widths if column.align == "decimal" else None
        for column, widths in zip(table.columns, widest, strict=True)
    )


def _numbers(table: Table) -> list[tuple[int, str]]:
    """The numbers below the head, each with its column."""
    rows = (row for row in sample(table.rows) if not row.is_head)
    cells = (placed for row in rows for placed in row.placed())
    return [
        (column, plain(cell.paragraphs[0]))
        for column, cell in cells
        if cell.number is not None and cell.colspan == 1
    ]


def number_parts(text: str) -> tuple[float, float]:
    """Width in 字 of a number before its decimal point, and from there on."""
    before, point, after = text.partition(".")
    return width(before), width(point + after)
