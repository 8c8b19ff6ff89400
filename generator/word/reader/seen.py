"""The paragraphs as people see them: rows as rows, boxes and inner tables behind their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.model.view import SeenBlock, SeenCell, SeenParagraph, SeenRow
from generator.word.reader.paragraph import ClosedParagraph, GridCell


def seen_blocks(paragraphs: Iterable[ClosedParagraph], depth: int = 0) -> Iterator[SeenBlock]:
    """The blocks of some paragraphs that stand in the same cells of ``depth`` tables."""
    for row, inside in groupby(paragraphs, key=lambda paragraph: _row(paragraph, depth)):
        if row is not None:
            yield from _row_blocks(row[0], tuple(inside), depth)
            continue
        for paragraph in inside:
            yield SeenParagraph(paragraph.seen, paragraph.look, paragraph.number)
            yield from paragraph.beside


def _row(paragraph: ClosedParagraph, depth: int) -> tuple[int, int] | None:
    """Table and row of the ``depth``-th cell around a paragraph; None where it has no such."""
    if len(paragraph.cells) <= depth:
        return None
    cell = paragraph.cells[depth]
    return cell.table, cell.row


def _cell(cell: GridCell, paragraphs: Sequence[ClosedParagraph]) -> SeenCell:
    texts = tuple(["" if cell.covered else paragraph.seen for paragraph in paragraphs])
    paras = tuple([one.number for one in paragraphs if one.number is not None])
    return SeenCell(texts, cell.column, cell.goes_on, paras)


def _row_blocks(
    table: int, paragraphs: Sequence[ClosedParagraph], depth: int
) -> Iterator[SeenBlock]:
    """A row, then what stands in its cells besides their own paragraphs."""
    cells: dict[GridCell, list[ClosedParagraph]] = {}
    inner: list[ClosedParagraph] = []
    beside: list[SeenBlock] = []
    for paragraph in paragraphs:
        cell = paragraph.cells[depth]
        if cell.deleted:
            continue
        own = cells.setdefault(cell, [])
        if len(paragraph.cells) == depth + 1:
            own.append(paragraph)
            beside += paragraph.beside
        else:
            inner.append(paragraph)
    if cells:
        yield SeenRow(table, tuple(_cell(cell, own) for cell, own in cells.items()))
    yield from seen_blocks(inner, depth + 1)
    yield from beside
