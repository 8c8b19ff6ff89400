"""What the columns of a table need, measured from what its cells say."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from generator.model.document import Column, Table, TableCell, TableRow, plain
from generator.model.regex import regex
from generator.word.writer.metrics import pt, width
from generator.word.writer.tables.grid import Bounds, MeasuredCell, MeasuredRows, spread

CELL_SIDE = 4.25
"""White space at each side of a cell's text in pt."""
LINE = 1.32
"""Height of a line as a multiple of its type: what a renderer gives a Chinese font."""
MANY_COLUMNS = 8
"""A table of more columns is dense."""
_SLACK = 1.5
"""Room in pt for a renderer that measures a little wider."""
_LEAST = 2.0
"""The narrowest column in 字."""
_READABLE, _READABLE_DENSE, _READABLE_LINES = 8.0, 5.0, 6
"""A text has no more than so many lines while its column is narrower than so many 字."""
_SHORT = 4
"""A text of so many 字 is not broken."""
_HEAD_LINES = 4
"""The most lines of a head."""
_UNBREAKABLE = regex(r"[0-9A-Za-z.,%+/:]+(?:-[0-9A-Za-z.,%+/:]+)*[\u4e00-\u9fff]?")
_PHRASE = 4.0
"""So many 字 of a longer text stand side by side at least."""
_SAMPLE, _FIRST_ROWS = 300, 20
"""A table of more than four times so many rows is measured by so many, and by its first rows."""


def sample(rows: Sequence[TableRow]) -> Sequence[TableRow]:
    """The rows by which a table is measured: all, or many evenly spaced ones of a large table."""
    if len(rows) <= 4 * _SAMPLE:
        return rows
    step = len(rows) / _SAMPLE
    spaced = (int(n * step) for n in range(_SAMPLE))
    indexes = dict.fromkeys((*range(_FIRST_ROWS), *spaced, len(rows) - 1))
    return [rows[index] for index in indexes]


def measured(table: Table) -> list[list[MeasuredCell]]:
    """The rows of the sample, their cells measured; a text that comes again is measured once."""
    of_head, of_body = cache(_measured_head), cache(_measured_text)
    return [_measured_row(row, of_head if row.is_head else of_body) for row in sample(table.rows)]


_Measured = tuple[float, float]
"""A text in 字: its width, and the narrowest that it should be set."""


def _measured_row(row: TableRow, measure: Callable[[str], _Measured]) -> list[MeasuredCell]:
    return [_measured_cell(cell, start, measure) for start, cell in row.placed()]


def _measured_cell(
    cell: TableCell, start: int, measure: Callable[[str], _Measured]
) -> MeasuredCell:
    """A cell in 字; one that continues a merge holds nothing."""
    texts = () if cell.vmerge == "continue" else cell.paragraphs
    found = [measure(plain(text)) for text in texts]
    widths = tuple([whole for whole, _ in found])
    word = max([longest for _, longest in found], default=0.0)
    return MeasuredCell(start, cell.colspan, cell.indent, widths, word)


def _measured_head(text: str) -> _Measured:
    """A head can be set in several lines."""
    whole = width(text)
    words = max(map(width, _UNBREAKABLE.findall(text)), default=0.0)
    least = 3.0 if len(text) % 2 else _LEAST
    return whole, max(words, least, math.ceil(whole / _HEAD_LINES))


def _measured_text(text: str) -> _Measured:
    """What should not be broken is a short text, a number with the character that counts, or a few
    characters with the mark that follows."""
    whole = width(text)
    if whole <= _SHORT:
        return whole, whole
    words = map(width, _UNBREAKABLE.findall(text))
    phrase = 0.0 if text.isascii() else _PHRASE
    return whole, max(max(words, default=0.0), phrase)


def needs(table: Table, rows: MeasuredRows) -> list[Bounds]:
    """What each column needs, in 字."""
    count = len(table.columns)
    most = _READABLE_DENSE if count > MANY_COLUMNS else _READABLE
    least, wanted, mass = [_LEAST] * count, [_LEAST] * count, [1.0] * count
    for cell in _of_one_column(rows):
        n, longest = cell.start, max(cell.texts)
        readable = min(longest / _READABLE_LINES, most)
        least[n] = max(least[n], cell.word + cell.indent, readable)
        wanted[n] = max(wanted[n], longest + cell.indent)
        mass[n] += sum(cell.texts)
    return spread(list(map(Bounds, least, wanted, mass)), rows)


def _of_one_column(rows: Iterable[Iterable[MeasuredCell]]) -> Iterator[MeasuredCell]:
    """The cells that stand in one column and say something."""
    for row in rows:
        for cell in row:
            if cell.span == 1 and cell.texts:
                yield cell


def bounds_in(table: Table, column_needs: Iterable[Bounds], size: float) -> list[Bounds]:
    """What each column needs in a type of ``size`` pt, in pt."""
    pairs = zip(table.columns, column_needs, strict=True)
    return [_in_points(column, need, size) for column, need in pairs]


def _in_points(column: Column, need: Bounds, size: float) -> Bounds:
    """A fixed width is both the least and the wanted one."""
    if column.width:
        return Bounds(pt(column.width), pt(column.width), need.mass)
    side = 2 * CELL_SIDE + _SLACK
    return Bounds(need.least * size + side, need.wanted * size + side, need.mass)
