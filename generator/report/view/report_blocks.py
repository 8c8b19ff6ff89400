"""The document of a draft as blocks of the page, its figures by card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.figures.plaintext import Line, lines
from generator.model.document import (
    Addressee,
    AnnexLabel,
    AnnexNote,
    Block,
    ChopSignature,
    Document,
    Heading,
    Imprint,
    Mark,
    Masthead,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Picture,
    Signature,
    Table,
    TableCell,
    TableRow,
    Text,
    Title,
    plain,
)
from generator.model.replacing import replace
from generator.report.view.content import (
    BlockRole,
    PageBlock,
    PageCell,
    PageLine,
    PageRow,
    PageSpan,
    Voucher,
)

CardOf = Callable[[Mark, str], int]
"""The index of the card of a mark that prints a text."""
Loose = Mapping[int, Sequence[tuple[int, int]]]
"""The numbers that nobody vouches for, by the number of their line: from and to character."""
_ROLES: dict[type, BlockRole] = {
    Title: "title",
    Addressee: "addressee",
    AnnexNote: "annex_note",
    Signature: "signature",
    ChopSignature: "signature",
    AnnexLabel: "label",
    Imprint: "imprint",
    Picture: "picture",
}
_PARAGRAPH_ROLES: dict[ParagraphRole, BlockRole] = {
    "subtitle": "centered",
    "centered": "centered",
    "unit_line": "unit",
    "caption": "centered",
    "source_note": "note",
    "note": "note",
}
_HEADINGS: tuple[BlockRole, ...] = ("heading1", "heading2", "heading3", "heading4")
_VOUCHERS: dict[str, Voucher] = {"bound": "bound", "claimed": "claimed", "gap": "gap"}


def blocks_of_report(document: Document, card_of: CardOf, loose: Loose) -> tuple[PageBlock, ...]:
    """The blocks of a document in order; its lines are numbered as ``lines`` gives them."""
    of_block: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for number, line in enumerate(lines(document)):
        of_block[line.block].append((number, line))
    blocks: list[PageBlock] = []
    begins_page = False
    for section in document.sections:
        for block in section.blocks:
            begins_page = begins_page or isinstance(block, PageBreak | AnnexLabel)
            made = _on_page(block, of_block[block.id], card_of, loose)
            if made:
                blocks += (replace(made[0], begins_page=begins_page), *made[1:])
                begins_page = False
    return tuple(blocks)


def _on_page(
    block: Block, numbered: Sequence[tuple[int, Line]], card_of: CardOf, loose: Loose
) -> list[PageBlock]:
    """The block on the page, a masthead in its parts; none where it prints nothing."""
    section = numbered[0][1].section if numbered else ""
    if isinstance(block, Table):
        rows = tuple(_rows(block, [number for number, _ in numbered], card_of, loose))
        return [PageBlock("table", rows=rows, section=section)]
    shown = [_line(line.text, number, 0, card_of, loose) for number, line in numbered]
    if isinstance(block, Masthead):
        return _masthead(block, shown)
    picture = block.file if isinstance(block, Picture) else ""
    made = PageBlock(_role(block), tuple(shown), (), _lead_length(block), section, picture=picture)
    return [made] if shown or picture else []


def _masthead(block: Masthead, shown: Sequence[PageLine]) -> list[PageBlock]:
    roles = _roles_of_masthead(block, len(shown))
    return [PageBlock(role, (line,)) for role, line in zip(roles, shown, strict=True)]


def _roles_of_masthead(block: Masthead, count: int) -> list[BlockRole]:
    """What each of so many lines of a masthead is: stamps, the organs, number and signers."""
    stamps = sum(bool(text) for text in _stamps(block))
    organs = len(block.organs)
    roles: list[BlockRole] = ["stamp"] * stamps
    roles += ["organ"] * organs
    roles += ["number"] * (count - stamps - organs)
    return roles


def _stamps(block: Masthead) -> tuple[str, str, str]:
    return block.copy_number, block.secrecy, block.urgency


def _role(block: Block) -> BlockRole:
    if isinstance(block, Heading):
        return _HEADINGS[block.level - 1]
    if isinstance(block, Paragraph) and not isinstance(block, Picture):
        return _PARAGRAPH_ROLES.get(block.role, "body")
    return _ROLES.get(type(block), "body")


def _lead_length(block: Block) -> int:
    lead = block.lead if isinstance(block, Paragraph) else None
    return len(lead.number + plain(lead.text)) if lead else 0


def _line(text: Text, number: int, at: int, card_of: CardOf, loose: Loose) -> PageLine:
    """A text that begins at a character of a line, with its figures and loose numbers."""
    end = at + len(plain(text))
    spans = [*_figures(text, card_of), *_loose(loose.get(number, ()), at, end)]
    return PageLine(plain(text), tuple(sorted(spans)), number, at, tuple(_strong(text)))


def _figures(text: Text, card_of: CardOf) -> Iterator[PageSpan]:
    end = 0
    for run in text:
        start, end = end, end + len(run.text)
        if run.mark and run.text and run.mark.origin in _VOUCHERS:
            voucher = _VOUCHERS[run.mark.origin]
            yield PageSpan(start, end, card_of(run.mark, run.text), voucher)


def _loose(numbers: Sequence[tuple[int, int]], at: int, end: int) -> Iterator[PageSpan]:
    for start, stop in numbers:
        if at <= start and stop <= end:
            yield PageSpan(start - at, stop - at, -1, "literal")


def _strong(text: Text) -> Iterator[tuple[int, int]]:
    end = 0
    for run in text:
        start, end = end, end + len(run.text)
        if run.strong and run.text:
            yield start, end


def _rows(table: Table, numbers: Sequence[int], card_of: CardOf, loose: Loose) -> Iterator[PageRow]:
    spans = _row_spans(table.rows)
    for at, (row, number) in enumerate(zip(table.rows, numbers, strict=True)):
        cells = tuple(_cells(table, row, number, spans[at], card_of, loose))
        yield PageRow(cells, row.is_head, number)


def _cells(
    table: Table,
    row: TableRow,
    number: int,
    spans: Mapping[int, int],
    card_of: CardOf,
    loose: Loose,
) -> Iterator[PageCell]:
    at = 0
    for column, cell in row.placed():
        texts = cell.paragraphs or ((),)
        made = []
        for text in texts:
            made.append(_line(text, number, at, card_of, loose))
            at += len(plain(text)) + 1
        if cell.vmerge != "continue":
            yield _cell(cell, table.columns[column].align, tuple(made), spans[column])


def _cell(cell: TableCell, align: str, made: tuple[PageLine, ...], rowspan: int) -> PageCell:
    shown = cell.align or align
    return PageCell(
        made,
        "right" if shown == "decimal" else shown,
        cell.indent,
        cell.colspan,
        rowspan,
        cell.strong,
    )


def _row_spans(rows: Sequence[TableRow]) -> list[dict[int, int]]:
    """How many rows the cell that begins in a column takes, row by row."""
    spans: list[dict[int, int]] = [{} for _ in rows]
    below: dict[int, int] = {}
    for at in range(len(rows) - 1, -1, -1):
        going_on: dict[int, int] = {}
        for column, cell in rows[at].placed():
            count = 1 + below.get(column, 0)
            spans[at][column] = count
            if cell.vmerge == "continue":
                going_on[column] = count
        below = going_on
    return spans
