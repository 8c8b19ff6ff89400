"""A draft as it was written: its paragraphs and cells, and which of their words are which figure.

Made of the document tree and the Word file written from it, so that it says exactly what stood in that file. Kept in
the store as JSON; the base of every later merge.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Any

from generator.model.bookmarks import MARKED, block_ident, bookmark, figure_ident
from generator.model.document import Document, Heading, Paragraph, Run, Table, TableCell, Text
from generator.word.reader import Para, Span, View

NUMBERING = "编号"
"""The key of a heading's number, a figure that follows from the headings before it."""


@dataclass(frozen=True)
class Segment:
    """A stretch of text of one kind: wording (``key`` None), or the figure of a key and its occurrence ``fid``."""

    text: str
    key: str | None = None
    fid: str | None = None


@dataclass(frozen=True)
class CellPlace:
    """Where a cell belongs: the ids of its table and row, and its place in the row."""

    table: str
    row: str
    column: int


@dataclass(frozen=True)
class Block:
    """A paragraph or cell of a draft. ``ident`` is the bookmark's, "" where it has none of its own."""

    id: str
    kind: str
    segments: tuple[Segment, ...]
    ident: str = ""
    cell: CellPlace | None = None

    @cached_property
    def text(self) -> str:
        """Its characters."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True)
class Base:
    """A draft: its id (which changes with anything the document says) and its blocks in order."""

    id: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class _Known:
    """What an ident stands for in a document."""

    block: str
    kind: str
    key: str = ""
    number: str = ""
    cell: CellPlace | None = None


def base_of(document: Document, view: View) -> tuple[Base, dict[str, int]]:
    """The draft of a document as ``view`` (the Word file just written from it) shows it.

    Also gives the paragraph of the view in which each block stands, by block id.
    """
    draft = document.properties.draft
    known = dict(_known(document))
    owner, figures = _owners(view, draft, known)
    _by_place(document, view, owner, figures)
    numbered: Counter[str] = Counter()
    blocks: list[Block] = []
    places: dict[str, int] = {}
    for index, para in enumerate(view.paras):
        ident, what = owner.get(index, ("", None))
        if not para.text and (what is None or what.cell is None):
            continue
        name = what.block if what else ""
        numbered[name] += 1
        own = ident if numbered[name] == 1 else ""
        name = name if own else f"{name}~{numbered[name]}"
        number = what.number if what and own else ""
        segments = _segments(para, figures.get(index, ()), number, name)
        blocks.append(
            Block(name, what.kind if what else "other", segments, own, what.cell if what else None)
        )
        places[name] = index
    return Base(draft, tuple(blocks)), places


def _owners(
    view: View, draft: str, known: dict[str, _Known]
) -> tuple[dict[int, tuple[str, _Known]], dict[int, list[tuple[Span, str, str]]]]:
    """For each paragraph its block (a cell before a table, a block before a heading inside it), and its figures."""
    owner: dict[int, tuple[str, _Known]] = {}
    figures: dict[int, list[tuple[Span, str, str]]] = {}
    rank = {"lead": 0, "table": 0, "cell": 2}
    for ident, what in known.items():
        span = view.spans.get(bookmark(draft, ident))
        if span is None:
            continue
        if what.key:
            figures.setdefault(span.first, []).append((span, what.key, ident))
            continue
        for index in range(span.first, span.last + 1):
            there = owner.get(index)
            if there is None or rank.get(what.kind, 1) > rank.get(there[1].kind, 1):
                owner[index] = (ident, what)
    return owner, figures


def _by_place(
    document: Document,
    view: View,
    owner: dict[int, tuple[str, _Known]],
    figures: dict[int, list[tuple[Span, str, str]]],
) -> None:
    """The cells of large tables, which mark one text a row: found by row and column."""
    numbers = {
        what.cell.table: there.table
        for index, (_, what) in owner.items()
        if what.cell and (there := view.paras[index].cell)
    }
    grid: dict[tuple[int, int, int], list[int]] = {}
    unmarked: set[int] = set()
    for index, para in enumerate(view.paras):
        if para.cell:
            grid.setdefault((para.cell.table, para.cell.row, para.cell.column), []).append(index)
            if para.text and (index not in owner or owner[index][1].cell is None):
                unmarked.add(para.cell.table)
    tables = (
        block
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Table)
    )
    for table in tables:
        if (number := numbers.get(table.id)) in unmarked and number is not None:
            for index, text, cell, place, keys in _cells_by_place(table, number, grid):
                owner[index] = (block_ident(cell.id), _Known(cell.id, "cell", cell=place))
                figures[index] = list(_figures_of(text, index, cell.id, keys))


def _cells_by_place(
    table: Table, number: int, grid: Mapping[tuple[int, int, int], Sequence[int]]
) -> Iterator[tuple[int, Text, TableCell, CellPlace, Counter[str]]]:
    """Each paragraph of a table of the file: what it says in the tree, its cell and the cell's place. The counter is
    shared by the paragraphs of a cell."""
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            keys: Counter[str] = Counter()
            for index, text in zip(
                grid.get((number, at, column), ()), cell.paragraphs, strict=False
            ):
                if cell.vmerge != "continue":
                    yield index, text, cell, CellPlace(table.id, row.id, column), keys


def _figures_of(
    text: Text, index: int, block: str, keys: Counter[str]
) -> Iterator[tuple[Span, str, str]]:
    """The figures of a text that stands in paragraph ``index`` as it is in the tree."""
    at = 0
    for run in text:
        if run.mark and run.mark.kind in MARKED and run.text:
            keys[run.mark.key] += 1
            fid = figure_ident(block, run.mark.key, keys[run.mark.key])
            yield Span(index, at, index, at + len(run.text)), run.mark.key, fid
        at += len(run.text)


def _segments(
    para: Para, figures: list[tuple[Span, str, str]] | tuple[()], number: str, block: str
) -> tuple[Segment, ...]:
    marks = sorted((span.start, span.end, key, fid) for span, key, fid in figures)
    if number and para.text.startswith(number):
        marks.insert(0, (0, len(number), NUMBERING, figure_ident(block, NUMBERING, 1)))
    result: list[Segment] = []
    at = 0
    for start, end, key, fid in marks:
        if start < at or end <= start:
            continue
        if start > at:
            result.append(Segment(para.text[at:start]))
        result.append(Segment(para.text[start:end], key, fid))
        at = end
    if at < len(para.text):
        result.append(Segment(para.text[at:]))
    return tuple(result)


def _known(document: Document) -> Iterator[tuple[str, _Known]]:
    """What each ident of a document stands for; a block id that comes twice is told apart as in the Word file."""
    seen: Counter[str] = Counter()
    for section in document.sections:
        for block in section.blocks:
            kind = type(block).__name__.lower()
            if isinstance(block, Table):
                yield from _one(block.id, _Known("", "table"), (), seen)
                yield from _cells(block, seen)
            elif isinstance(block, Paragraph):
                number = block.lead.number if block.lead else ""
                yield from _one(block.id, _Known("", kind, number=number), block.text, seen)
                if block.lead:
                    yield from _one(block.lead.id, _Known("", "lead"), block.lead.text, seen)
            else:
                number = block.number if isinstance(block, Heading) else ""
                yield from _one(block.id, _Known("", kind, number=number), block, seen)


def _cells(table: Table, seen: Counter[str]) -> Iterator[tuple[str, _Known]]:
    for row in table.rows:
        for column, cell in enumerate(row.cells):
            place = CellPlace(table.id, row.id, column)
            yield from _one(cell.id, _Known("", "cell", cell=place), cell.paragraphs, seen)


def _one(
    block_id: str, what: _Known, content: Any, seen: Counter[str]
) -> Iterator[tuple[str, _Known]]:
    seen[block_id] += 1
    name = block_id if seen[block_id] == 1 else f"{block_id}\x1e{seen[block_id]}"
    if name:
        yield block_ident(name), _Known(name, what.kind, "", what.number, what.cell)
    keys: Counter[str] = Counter()
    for run in _runs(content):
        if run.mark and run.mark.kind in MARKED and run.text:
            keys[run.mark.key] += 1
            yield (
                figure_ident(name, run.mark.key, keys[run.mark.key]),
                _Known(name, "figure", run.mark.key),
            )


def _runs(value: Any) -> Iterator[Run]:
    """Every run in a part of the tree, in order."""
    if isinstance(value, Run):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _runs(item)
    elif is_dataclass(value):
        for item in fields(value):
            yield from _runs(getattr(value, item.name))


def to_json(draft: Base) -> str:
    """A draft as it is stored, one block a line."""
    lines = [
        json.dumps(_packed(block), ensure_ascii=False, separators=(",", ":"))
        for block in draft.blocks
    ]
    head = json.dumps({"id": draft.id}, ensure_ascii=False)
    return f'{head[:-1]}, "blocks": [\n' + ",\n".join(lines) + "\n]}\n"


def _packed(block: Block) -> list[Any]:
    cell = [block.cell.table, block.cell.row, block.cell.column] if block.cell else None
    return [
        block.id,
        block.kind,
        block.ident,
        cell,
        [[s.text, s.key, s.fid] for s in block.segments],
    ]


def from_json(text: str) -> Base:
    """A stored draft. Raises ValueError where the text is not one."""
    try:
        content = json.loads(text)
        blocks = tuple(
            Block(
                str(name),
                str(kind),
                tuple(Segment(*segment) for segment in segments),
                str(ident),
                CellPlace(*cell) if cell else None,
            )
            for name, kind, ident, cell, segments in content["blocks"]
        )
        return Base(str(content["id"]), blocks)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a stored draft: {error}") from None
