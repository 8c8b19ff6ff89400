"""The base of a document, made of the tree that was written: the file is not read back.

The text around the tables is read from the tree that the writer made, in which a table has one
empty row; the cells of tables come from the document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model.bookmarks import MARKED, block_ident, figure_ident
from generator.model.document import Document, Section, Table, TableCell, Text
from generator.model.view import View
from generator.regenerate.base.document import NOBODY, block_of, by_bookmarks
from generator.regenerate.base.values import Block, CellIdentity, Segment
from generator.word.wordml import storable

_Restated = Mapping[tuple[int, int], TableCell]
"""Cells of a table, by row and index in the row, as the file says them."""


def blocks_of_tree(
    document: Document, view: View, restated: Sequence[_Restated]
) -> Iterator[Block]:
    """The blocks of a document just written, as ``base_of`` reads them from the file.

    ``view`` shows the tree that was written, ``restated`` the cells of each table that the file
    says in other words than the document.
    """
    marked = by_bookmarks(_without_rows(document), view)
    tables = zip(_tables(document), restated, strict=True)
    numbered: Counter[str] = Counter()
    names = _Names()
    for index, para in enumerate(view.paras):
        owner = marked.owners.get(index, NOBODY)
        if owner.element == "table":
            yield from _of_table(*next(tables), owner.block, names)
        elif para.text:
            numbered[owner.block] += 1
            figures = marked.figures.get(index, ())
            yield block_of(owner, numbered[owner.block], para, figures)


def _tables(document: Document) -> Iterator[Table]:
    for section in document.sections:
        yield from (block for block in section.blocks if isinstance(block, Table))


def _without_rows(document: Document) -> Document:
    return replace(document, sections=tuple(map(_emptied, document.sections)))


def _emptied(section: Section) -> Section:
    blocks = (
        replace(block, rows=()) if isinstance(block, Table) else block for block in section.blocks
    )
    return replace(section, blocks=tuple(blocks))


class _Names:
    """The ids of cells; one that comes again is told apart as in the Word file."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def of(self, cell: TableCell) -> str:
        """The name of the next cell."""
        self._counts[cell.id] += 1
        count = self._counts[cell.id]
        return cell.id if count == 1 else f"{cell.id}\x1e{count}"


def _of_table(table: Table, restated: _Restated, name: str, names: _Names) -> Iterator[Block]:
    """The blocks of a table. Words that the file repeats where a merged cell begins anew belong to
    no cell, but to the table, which is called ``name``."""
    repeated = 0
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            cell = restated.get((at, column), cell) if restated else cell
            if cell.vmerge == "continue":
                continue
            if cell.id:
                identity = CellIdentity(table.id, row.id, column)
                yield from _of_cell(cell, names.of(cell), identity)
                continue
            for segments in filter(None, _segments(cell, "")):
                repeated += 1
                yield _repeated(name, repeated, segments)


def _repeated(name: str, count: int, segments: tuple[Segment, ...]) -> Block:
    if count == 1:
        return Block(name, "table", segments, block_ident(name))
    return Block(f"{name}~{count}", "table", segments)


def _of_cell(cell: TableCell, name: str, identity: CellIdentity) -> Iterator[Block]:
    """A block for each paragraph: only the first has the bookmark."""
    first, *others = _segments(cell, name)
    yield Block(name, "cell", first, block_ident(name), identity)
    for count, segments in enumerate(others, start=2):
        yield Block(f"{name}~{count}", "cell", segments, "", identity)


def _segments(cell: TableCell, name: str) -> list[tuple[Segment, ...]]:
    """The paragraphs of a cell, each cut into its figures and the wording between them."""
    keys: Counter[str] = Counter()
    return [tuple(_cut(text, name, keys)) for text in cell.paragraphs]


def _cut(text: Text, name: str, keys: Counter[str]) -> Iterator[Segment]:
    """The segments of a text; ``keys`` counts the figures of the cell."""
    wording = ""
    for run in text:
        said = storable(run.text)
        if not (run.mark and run.mark.origin in MARKED and run.text):
            wording += said
            continue
        key = run.mark.key
        keys[key] += 1
        if said:
            if wording:
                yield Segment(wording)
            wording = ""
            yield Segment(said, key, figure_ident(name, key, keys[key]))
    if wording:
        yield Segment(wording)
