"""The base of a document, made of the tree that was written: the file is not read back.

The text around the tables is read from the tree that the writer made, in which a table has one
empty row; the cells of tables come from the document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.model.bookmarks import MARKED, block_ident
from generator.model.document import Document, Run, Section, Table, TableCell, Text
from generator.model.replacing import replace
from generator.model.storable import storable
from generator.model.view import View
from generator.regenerate.base.document import NOBODY, block_of, by_bookmarks
from generator.regenerate.base.values import Base, Block, BlockRow, Counted, RowCell, Segment

_Restated = Mapping[tuple[int, int], TableCell]
"""Cells of a table, by row and index in the row, as the file says them."""


def blocks_of_tree(
    document: Document, view: View, restated: Sequence[_Restated]
) -> Iterator[Block | BlockRow]:
    """The blocks of a document just written, as ``base_of`` reads them from the file.

    ``view`` shows the tree that was written, ``restated`` the cells of each table that the file
    says in other words than the document.
    """
    marked = by_bookmarks(_without_rows(document), view)
    tables = zip(_tables(document), restated, strict=True)
    numbered: Counter[str] = Counter()
    names = _CellIds()
    for index, para in enumerate(view.paras):
        owner = marked.owners.get(index, NOBODY)
        if owner.element == "table":
            yield from _of_table(*next(tables), owner.block, names)
        elif para.text:
            numbered[owner.block] += 1
            figures = marked.figures.get(index, ())
            yield block_of(owner, numbered[owner.block], para, figures)


def base_of_tree(document: Document, view: View, restated: Sequence[_Restated]) -> Base:
    """The draft of a document just written, of the blocks of ``blocks_of_tree``."""
    blocks: list[Block] = []
    for item in blocks_of_tree(document, view, restated):
        blocks += item.blocks() if isinstance(item, BlockRow) else (item,)
    return Base(document.properties.draft, tuple(blocks))


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


class _CellIds:
    """The ids of cells; one that comes again is told apart as in the Word file."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def of(self, cell: TableCell) -> str:
        """The name of the next cell."""
        self._counts[cell.id] += 1
        count = self._counts[cell.id]
        return cell.id if count == 1 else f"{cell.id}\x1e{count}"


def _of_table(
    table: Table, restated: _Restated, name: str, names: _CellIds
) -> Iterator[Block | BlockRow]:
    """The rows of a table. Words that the file repeats where a merged cell begins anew belong to no
    cell, but to the table, which is called ``name``."""
    again: Counter[str] = Counter()
    for at, row in enumerate(table.rows):
        cells: list[RowCell] = []
        for column, cell in enumerate(row.cells):
            cell = restated.get((at, column), cell) if restated else cell
            if cell.vmerge == "continue":
                continue
            if cell.id:
                cells.append((column, names.of(cell), _paragraphs(cell)))
            else:
                yield BlockRow(table.id, row.id, cells)
                yield from _repeated(name, cell, again)
                cells = []
        yield BlockRow(table.id, row.id, cells)


def _repeated(name: str, cell: TableCell, again: Counter[str]) -> Iterator[Block]:
    """The blocks of a cell that the file repeats; ``again`` counts them in the table."""
    for text in filter(None, map(_said, cell.paragraphs)):
        again[name] += 1
        first = again[name] == 1
        block, ident = (name, block_ident(name)) if first else (f"{name}~{again[name]}", "")
        yield Block(block, "table", (Segment(text),), ident)


def _said(text: Text) -> str:
    return "".join(storable(run.text) for run in text)


def _paragraphs(cell: TableCell) -> list[list[Counted]]:
    """The paragraphs of a cell, each cut into its figures and the wording between them."""
    if len(cell.paragraphs) == 1 and len(cell.paragraphs[0]) <= 1:
        return [[_part(run, 1) for run in cell.paragraphs[0] if storable(run.text)]]
    keys: Counter[str] = Counter()
    return [_cut(text, keys) for text in cell.paragraphs]


def _part(run: Run, count: int) -> Counted:
    """A run, the ``count``-th of its key, as a part of its cell."""
    if run.mark and run.mark.origin in MARKED:
        return (storable(run.text), run.mark.key, count)
    return (storable(run.text),)


def _cut(text: Text, keys: Counter[str]) -> list[Counted]:
    """The parts of a text, wording in one piece; ``keys`` counts the figures of the cell."""
    parts: list[Counted] = []
    wording = ""
    for run in text:
        if not (run.mark and run.mark.origin in MARKED and run.text):
            wording += storable(run.text)
            continue
        keys[run.mark.key] += 1
        if storable(run.text):
            parts += [(wording,)] if wording else []
            parts.append(_part(run, keys[run.mark.key]))
            wording = ""
    return [*parts, (wording,)] if wording else parts
