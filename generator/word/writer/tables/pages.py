"""Rows that share vertically merged cells, kept together or cut where a page cannot hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from generator.model.document import TableCell, TableRow
from generator.model.replacing import replace
from generator.word.writer.tables.measure import LINE
from generator.word.writer.tables.setting import RowSetting

ROW_HEIGHT = 1.9
"""The least height of a row, as a multiple of its type."""
_MOST_OF_PAGE = 0.92
"""Rows that share a merged cell are cut where they fill more of a page than this."""
_MOST_KEPT = 0.4
"""Rows that share a merged cell are kept on one page where they fill no more than so much of it:
more would leave the page before nearly empty."""


def merged_together(rows: Sequence[TableRow]) -> Iterator[list[tuple[TableRow, bool]]]:
    """Rows that share a vertically merged cell, in one list.

    With each row, whether a summary row follows it.
    """
    together: list[tuple[TableRow, bool]] = []
    for row, following in pairwise(chain(rows, (None,))):
        assert row is not None
        if together and not any(map(_holds, row.cells)):
            yield together
            together = []
        together.append((row, following is not None and following.role == "summary"))
    if together:
        yield together


def _holds(cell: TableCell) -> bool:
    """Whether a cell holds its row to the one above. Heads do not, nor does a label down a block of
    a stacked table: they are kept otherwise, or may go on on the next page."""
    return cell.vmerge == "continue" and not cell.strong


def page_parts(
    rows: Sequence[TableRow], heights: Sequence[float], page: float
) -> Iterator[list[TableRow]]:
    """The rows in parts that each fit a page; a merged cell is repeated in each part.

    ``heights`` are those of the rows, ``page`` that of a page's text, in pt.
    """
    origin = rows[0]
    for first, last in pairwise(_cuts(heights, page * _MOST_OF_PAGE)):
        part = list(rows[first:last])
        if first:
            part[0] = _begun(part[0], origin)
        yield part
        for row in part:
            origin = _carried(origin, row)


def kept_with_next(
    rows: Sequence[TableRow],
    heights: Sequence[float],
    words: Sequence[Sequence[float]],
    page: float,
) -> list[bool]:
    """Which rows of a part are kept on the page of the next.

    Those of a merged cell that is low are, of a high one those first ones that its words need:
    below these it may go on on the next page. ``words`` are the heights of the words of each cell
    of each row, the others as ``page_parts`` has them.
    """
    kept = [False] * len(rows)
    for first, last, height in _merges(rows, words):
        is_low = sum(heights[first : last + 1]) <= page * _MOST_KEPT
        filled = 0.0
        for index in range(first, last):
            filled += heights[index]
            kept[index] |= is_low or filled < height
    return kept


def _merges(
    rows: Sequence[TableRow], words: Sequence[Sequence[float]]
) -> Iterator[tuple[int, int, float]]:
    """The merged cells of a part: their first and last row, the height of their words."""
    begun: dict[int, tuple[int, float]] = {}
    for index, (row, heights) in enumerate(zip(rows, words, strict=True)):
        going_on = {start for start, cell in row.placed() if cell.vmerge == "continue"}
        for start in begun.keys() - going_on:
            first, height = begun.pop(start)
            yield first, index - 1, height
        placed = zip(row.placed(), heights, strict=True)
        begun |= {start: (index, height) for (start, cell), height in placed if _begins(cell)}
    yield from ((first, len(rows) - 1, height) for first, height in begun.values())


def _begins(cell: TableCell) -> bool:
    """Whether a merged cell begins that holds rows together."""
    return cell.vmerge == "restart" and not cell.strong


def _cuts(heights: Sequence[float], most: float) -> list[int]:
    """Where parts that are no higher than ``most`` begin and end.

    They are filled from the last row on: what is left for the first part may find room on the page
    that is begun.
    """
    cuts, filled = [len(heights)], 0.0
    for index in range(len(heights) - 1, -1, -1):
        if filled and filled + heights[index] > most:
            cuts.append(index + 1)
            filled = 0.0
        filled += heights[index]
    return [0, *reversed(cuts)]


def row_height(lines: int, setting: RowSetting) -> float:
    """The height of a row of so many lines in pt, as well as can be told without laying it out."""
    return max(lines * setting.size * LINE + 3, setting.size * ROW_HEIGHT)


def _carried(origin: TableRow, row: TableRow) -> TableRow:
    """The row whose cells hold what the merged cells of ``row`` show."""
    return replace(row, cells=tuple(_from_above(origin, row)))


def _begun(row: TableRow, origin: TableRow) -> TableRow:
    """A row in which merged cells begin anew."""
    above = _from_above(origin, row)
    pairs = zip(above, row.cells, strict=True)
    cells = tuple(_again(held) if cell.vmerge == "continue" else cell for held, cell in pairs)
    return replace(row, cells=cells)


def _from_above(origin: TableRow, row: TableRow) -> Iterator[TableCell]:
    """The cells of a row, each that goes on as the cell above that it is part of."""
    above = dict(origin.placed())
    for start, cell in row.placed():
        held = above.get(start) if cell.vmerge == "continue" else None
        yield held if held is not None and held.colspan == cell.colspan else cell


def _again(cell: TableCell) -> TableCell:
    """A merged cell that begins anew; the repeated words are no figure of their own."""
    texts = tuple(tuple(replace(run, mark=None) for run in text) for text in cell.paragraphs)
    return replace(cell, id="", vmerge="restart", paragraphs=texts)
