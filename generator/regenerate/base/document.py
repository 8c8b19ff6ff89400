"""The base of a document, read from the Word file written from it, block by block.

Blocks and figures are found by the bookmarks that the file was written with. Large tables mark one
text a row: their other cells are found by row and column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from msgspec import Struct

from generator.model.bookmarks import MARKED, block_ident, bookmark, figure_ident
from generator.model.document import Block as DocumentBlock
from generator.model.document import Document, Heading, Paragraph, Run, Table, Text
from generator.model.view import Para, Span, View
from generator.regenerate.base.values import (
    NUMBERING,
    Base,
    Block,
    CellIdentity,
    Segment,
    name_of_further,
)


class Owner(NamedTuple):
    """What an ident stands for: a block, or the figure of a ``key`` in it; "" for none."""

    ident: str
    block: str
    element: str
    key: str = ""
    number: str = ""
    cell: CellIdentity | None = None


NOBODY = Owner("", "", "other")
"""Whose a paragraph is that belongs to no block."""
_RANK = {"lead": 0, "table": 0, "cell": 2}
"""A cell comes before its table, a block before the heading that runs into it."""
_RANK_OF_OTHERS = 1


class FigureSpan(NamedTuple):
    """A figure in a paragraph, from character ``start`` to ``end``."""

    start: int
    end: int
    key: str
    fid: str


class Owned(Struct, frozen=True):
    """For paragraphs, by index, the block that each belongs to, and its figures."""

    owners: Mapping[int, Owner]
    figures: Mapping[int, Sequence[FigureSpan]]


_Grid = Mapping[tuple[int, int, int], Sequence[int]]
"""Paragraphs, by index, by the table, row and column of their cell."""


def base_of(document: Document, view: View) -> tuple[Base, dict[str, int]]:
    """The draft of a document as ``view`` (the Word file just written from it) shows it.

    Also gives the paragraph of the view in which each block stands, by block id.
    """
    draft = document.properties.draft
    marked = by_bookmarks(document, view)
    located = _by_location(document, view, marked)
    owners = {**marked.owners, **located.owners}
    figures = {**marked.figures, **located.figures}
    numbered: Counter[str] = Counter()
    blocks: list[Block] = []
    paragraphs: dict[str, int] = {}
    for index, para in enumerate(view.paras):
        owner = owners.get(index, NOBODY)
        if not para.text and owner.cell is None:
            continue
        numbered[owner.block] += 1
        block = block_of(owner, numbered[owner.block], para, figures.get(index, ()))
        blocks.append(block)
        paragraphs[block.id] = index
    return Base(draft, tuple(blocks)), paragraphs


def block_of(owner: Owner, count: int, para: Para, figures: Sequence[FigureSpan]) -> Block:
    """The ``count``-th paragraph of an owner as a block: only the first has the bookmark."""
    ident = owner.ident if count == 1 else ""
    name = owner.block if ident else name_of_further(owner.block, owner.element, count)
    number = owner.number if ident else ""
    segments = _segments(para.text, _with_number(para.text, figures, number, name))
    return Block(name, owner.element, tuple(segments), ident, owner.cell)


def _with_number(
    text: str, figures: Sequence[FigureSpan], number: str, block: str
) -> list[FigureSpan]:
    """The figures of a paragraph in order, the number of a heading first."""
    ordered = sorted(figures)
    if number and text.startswith(number):
        fid = figure_ident(block, NUMBERING, 1)
        ordered.insert(0, FigureSpan(0, len(number), NUMBERING, fid))
    return ordered


def _segments(text: str, figures: Iterable[FigureSpan]) -> Iterator[Segment]:
    """A text cut into its figures and the wording between them."""
    at = 0
    for start, end, key, fid in figures:
        if at <= start < end:
            yield from _wording(text[at:start])
            yield Segment(text[start:end], key, fid)
            at = end
    yield from _wording(text[at:])


def _wording(text: str) -> Iterator[Segment]:
    if text:
        yield Segment(text)


def by_bookmarks(document: Document, view: View) -> Owned:
    """The owners and figures that the bookmarks of the file tell."""
    owners: dict[int, Owner] = {}
    figures: dict[int, list[FigureSpan]] = {}
    for known, span in _spans(document, view):
        if known.key:
            figure = FigureSpan(span.start, span.end, known.key, known.ident)
            figures.setdefault(span.first, []).append(figure)
        else:
            _own(known, span, owners)
    return Owned(owners, figures)


def _own(known: Owner, span: Span, owners: dict[int, Owner]) -> None:
    """Note the owner of the paragraphs of a span, unless one of a higher rank is there."""
    for index in range(span.first, span.last + 1):
        if index not in owners or _rank(known) > _rank(owners[index]):
            owners[index] = known


def _spans(document: Document, view: View) -> Iterator[tuple[Owner, Span]]:
    """What the document has bookmarked, once each, and where it stands."""
    draft = document.properties.draft
    for known in {known.ident: known for known in _known(document)}.values():
        span = view.spans.get(bookmark(draft, known.ident))
        if span is not None:
            yield known, span


def _rank(known: Owner) -> int:
    return _RANK.get(known.element, _RANK_OF_OTHERS)


def _by_location(document: Document, view: View, marked: Owned) -> Owned:
    """The cells of large tables, which mark one text a row."""
    owners: dict[int, Owner] = {}
    figures: dict[int, list[FigureSpan]] = {}
    unmarked = _unmarked_tables(document, view, marked)
    grid = _grid(view, set(unmarked))
    for number, table in unmarked.items():
        for index, text, known, keys in _cells_by_location(table, number, grid):
            owners[index] = known
            figures[index] = list(_figures_of(text, known.block, keys))
    return Owned(owners, figures)


def _unmarked_tables(document: Document, view: View, marked: Owned) -> dict[int, Table]:
    """The tables of the document some of whose cells bear no bookmark, by number in the file."""
    numbers, without = _numbers(view, marked), _with_unmarked_cells(view, marked)
    return {
        numbers[block.id]: block
        for block in _blocks(document)
        if isinstance(block, Table) and numbers.get(block.id) in without
    }


def _numbers(view: View, marked: Owned) -> dict[str, int]:
    """The number in the file of each table of which a cell bears a bookmark."""
    numbers: dict[str, int] = {}
    for index, owner in marked.owners.items():
        location = view.paras[index].cell
        if location and owner.cell:
            numbers[owner.cell.table] = location.table
    return numbers


def _with_unmarked_cells(view: View, marked: Owned) -> set[int]:
    """The numbers of the tables that have a filled cell without a bookmark."""
    filled = ((index, para.cell) for index, para in enumerate(view.paras) if para.text)
    return {
        location.table
        for index, location in filled
        if location and marked.owners.get(index, NOBODY).cell is None
    }


def _blocks(document: Document) -> Iterator[DocumentBlock]:
    for section in document.sections:
        yield from section.blocks


def _grid(view: View, tables: set[int]) -> _Grid:
    """The paragraphs of some tables by table, row and column."""
    grid: dict[tuple[int, int, int], list[int]] = {}
    for index, para in enumerate(view.paras):
        if para.cell and para.cell.table in tables:
            location = (para.cell.table, para.cell.row, para.cell.column)
            grid.setdefault(location, []).append(index)
    return grid


def _cells_by_location(
    table: Table, number: int, grid: _Grid
) -> Iterator[tuple[int, Text, Owner, Counter[str]]]:
    """Each paragraph of a table: its index, what it says in the tree, its cell.

    The counter is shared by the paragraphs of a cell.
    """
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            if cell.vmerge == "continue":
                continue
            identity = CellIdentity(table.id, row.id, column)
            known = Owner(block_ident(cell.id), cell.id, "cell", cell=identity)
            keys: Counter[str] = Counter()
            paras = grid.get((number, at, column), ())
            for index, text in zip(paras, cell.paragraphs, strict=False):
                yield index, text, known, keys


def _figures_of(text: Text, block: str, keys: Counter[str]) -> Iterator[FigureSpan]:
    """The figures of a text as it is in the tree; ``keys`` counts them in the block."""
    at = 0
    for run in text:
        end = at + len(run.text)
        if run.mark and run.mark.origin in MARKED and run.text:
            key = run.mark.key
            keys[key] += 1
            yield FigureSpan(at, end, key, figure_ident(block, key, keys[key]))
        at = end


def _known(document: Document) -> Iterator[Owner]:
    """What each ident of a document stands for.

    A block id that comes twice is told apart as in the Word file.
    """
    seen: Counter[str] = Counter()
    parts = chain.from_iterable(map(_parts, _blocks(document)))
    for known, content in parts:
        seen[known.block] += 1
        count = seen[known.block]
        name = known.block if count == 1 else f"{known.block}\x1e{count}"
        if name:
            yield known._replace(ident=block_ident(name), block=name)
        yield from _figures_known(name, content)


def _parts(block: DocumentBlock) -> Iterator[tuple[Owner, object]]:
    """A block, or the parts of it that have a bookmark each, and what holds the runs of each."""
    if isinstance(block, Table):
        yield Owner("", block.id, "table"), ()
        yield from _cells(block)
    elif isinstance(block, Paragraph):
        yield from _paragraph(block)
    else:
        number = block.number if isinstance(block, Heading) else ""
        yield Owner("", block.id, type(block).__name__.lower(), number=number), block


def _paragraph(block: Paragraph) -> Iterator[tuple[Owner, object]]:
    """A paragraph, and the heading that runs into it."""
    number = block.lead.number if block.lead else ""
    yield Owner("", block.id, "paragraph", number=number), block.text
    if block.lead:
        yield Owner("", block.lead.id, "lead"), block.lead.text


def _cells(table: Table) -> Iterator[tuple[Owner, object]]:
    for row in table.rows:
        for column, cell in enumerate(row.cells):
            identity = CellIdentity(table.id, row.id, column)
            yield Owner("", cell.id, "cell", cell=identity), cell.paragraphs


def _figures_known(block: str, content: object) -> Iterator[Owner]:
    keys: Counter[str] = Counter()
    for run in _runs(content):
        if run.mark and run.mark.origin in MARKED and run.text:
            key = run.mark.key
            keys[key] += 1
            yield Owner(figure_ident(block, key, keys[key]), block, "figure", key)


def _runs(value: object) -> Iterator[Run]:
    """Every run in a part of the tree, in order."""
    if isinstance(value, Run):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _runs(item)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _runs(getattr(value, name))
