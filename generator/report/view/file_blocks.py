"""A Word file, as people see it, as blocks of the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.model.replacing import replace
from generator.model.view import SeenBlock, SeenParagraph, SeenRow
from generator.report.view.content import (
    BlockRole,
    PageBlock,
    PageCell,
    PageLine,
    PageRow,
    PageSpan,
)

Numbered = Mapping[int, tuple[int, int]]
"""For a paragraph that may be written into, by its index: the line that remarks name, and at which
character of it the paragraph begins."""
Figures = Mapping[int, Sequence[PageSpan]]
"""The figures that were found in a paragraph, by its index."""
_HEADINGS: tuple[BlockRole, ...] = ("heading1", "heading2", "heading3", "heading4")
_ABOVE_TITLES = ("stamp", "organ", "number", "title", "label", "table")
"""What stands above a title on its page."""
_STYLES: dict[str, BlockRole] = {
    "DocumentTitle": "title",
    "DocumentSubtitle": "centered",
    "Centered": "centered",
    "Addressee": "addressee",
    "AnnexNote": "annex_note",
    "AnnexLabel": "label",
    "Signature": "signature",
    "IssueDate": "signature",
    "Imprint": "imprint",
    "CopyTo": "imprint",
    "OrganMark": "organ",
    "DocumentNumber": "number",
    "Signers": "number",
    "SourceNote": "note",
    "DocumentNote": "note",
    "UnitLine": "unit",
    "Title": "title",
    "Subtitle": "centered",
}


def blocks_of_file(
    seen: Sequence[SeenBlock], numbered: Numbered, figures: Figures
) -> tuple[PageBlock, ...]:
    """The paragraphs and tables in order; what is blank is left out."""
    return tuple(_with_masthead(list(_blocks(seen, numbered, figures))))


def _blocks(seen: Sequence[SeenBlock], numbered: Numbered, figures: Figures) -> Iterator[PageBlock]:
    for table, group in groupby(seen, lambda block: getattr(block, "table", None)):
        if table is None:
            yield from _paragraphs(group, numbered, figures)
        else:
            yield PageBlock("table", rows=tuple(_rows(group, numbered, figures)))


def _with_masthead(blocks: Sequence[PageBlock]) -> Iterator[PageBlock]:
    """The blocks, a table right above the number of the document as the organs it holds."""
    above = ""
    for at, block in enumerate(blocks):
        below = blocks[at + 1].role if at + 1 < len(blocks) else ""
        if block.rows and below == "number":
            yield from _organs(block)
        else:
            yield replace(block, begins_page=_begins_page(block.role, above))
        above = block.role


def _begins_page(role: BlockRole, above: str) -> bool:
    """Whether an annex begins, or a text with a title of its own below another text."""
    return bool(above) and (role == "label" or (role == "title" and above not in _ABOVE_TITLES))


def _organs(table: PageBlock) -> Iterator[PageBlock]:
    """The table of a masthead as lines: the organs, then what stands beside them (文件)."""
    rows = [[line for cell in row.cells for line in cell.lines] for row in table.rows]
    organs = [line for row in rows for line in row[:1]]
    beside = [line for row in rows for line in row[1:]]
    for line in (*organs, *beside):
        if line.text.strip():
            yield PageBlock("organ", (line,))


def _paragraphs(
    group: Iterator[SeenBlock], numbered: Numbered, figures: Figures
) -> Iterator[PageBlock]:
    for block in group:
        if isinstance(block, SeenParagraph) and block.text.strip():
            made = _line(block.text, block.para, numbered, figures)
            yield PageBlock(_role(block), (made,))


def _role(block: SeenParagraph) -> BlockRole:
    look = block.look
    if 1 <= look.level <= len(_HEADINGS):
        return _HEADINGS[look.level - 1]
    return _STYLES.get(look.style, "centered" if look.centered else "body")


def _line(text: str, para: int | None, numbered: Numbered, figures: Figures) -> PageLine:
    line, at = numbered.get(-1 if para is None else para, (-1, 0))
    spans = figures.get(-1 if para is None else para, ())
    return PageLine(text, tuple(sorted(spans)), line, at)


def _rows(group: Iterator[SeenBlock], numbered: Numbered, figures: Figures) -> Iterator[PageRow]:
    for row in group:
        if isinstance(row, SeenRow):
            yield PageRow(tuple(_cells(row, numbered, figures)))


def _cells(row: SeenRow, numbered: Numbered, figures: Figures) -> Iterator[PageCell]:
    ends = [cell.column for cell in row.cells[1:]]
    for cell, end in zip(row.cells, [*ends, None], strict=True):
        paras: Sequence[int | None] = cell.paras or [None] * len(cell.texts)
        texts = zip(cell.texts, paras, strict=False)
        made = tuple(_line(text, para, numbered, figures) for text, para in texts)
        width = 1 if end is None else max(1, end - cell.column)
        shown = (PageLine(""),) if cell.goes_on else made
        yield PageCell(shown, colspan=width)
