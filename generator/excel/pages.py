"""The tables of a document, each with the words that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.model.document import (
    AnnexLabel,
    Block,
    Paragraph,
    Section,
    Table,
    Title,
    plain,
)
from generator.model.replacing import replace

_BELOW = ("source_note", "sign_line")
"""What belongs to the table above it."""


class AboveTable(Struct, frozen=True):
    """What stands above a table: label of the annex, title, lines, and the unit line."""

    label: str = ""
    title: str = ""
    lines: tuple[str, ...] = ()
    unit_line: str = ""


class Page(Struct, frozen=True):
    """A table, the words above it and the notes below it; ``landscape`` as its section lies."""

    table: Table
    above: AboveTable = AboveTable()
    notes: tuple[str, ...] = ()
    landscape: bool = False


def pages_of(section: Section) -> Iterator[Page]:
    """The tables of a section in order, with the blocks that belong to each."""
    above = AboveTable()
    for index, block in enumerate(section.blocks, start=1):
        if isinstance(block, Table):
            notes = tuple(_notes(section.blocks[index:]))
            yield Page(block, above, notes, section.landscape)
        else:
            above = _with(above, block)


def _with(above: AboveTable, block: Block) -> AboveTable:
    """The words above the next table, with those of one more block."""
    match block:
        case AnnexLabel():
            return AboveTable(label=block.text)
        case Title():
            title = "".join(map(plain, block.lines))
            return replace(above, title=title, lines=_filled(plain(block.subtitle)))
        case Paragraph(role="form_line"):
            return replace(above, lines=(*above.lines, plain(block.text)))
        case Paragraph(role="unit_line"):
            return replace(above, unit_line=plain(block.text))
    return above


def _filled(line: str) -> tuple[str, ...]:
    return (line,) if line else ()


def _notes(blocks: Sequence[Block]) -> Iterator[str]:
    """The notes that follow directly, and the row to sign."""
    for block in blocks:
        if not isinstance(block, Paragraph) or block.role not in _BELOW:
            return
        yield plain(block.text)
