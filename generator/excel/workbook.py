"""A workbook of the tables of a document, one sheet a table."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence

from openpyxl import Workbook

from generator.excel.sheet import Page, fill
from generator.model.document import (
    AnnexLabel,
    Document,
    Paragraph,
    Section,
    Table,
    Text,
    Title,
    plain,
)
from generator.standard.gbt9704 import Fonts, Layout

_DATE = (1980, 1, 1, 0, 0, 0)
_CLOCK = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31


def write(document: Document, layout: Layout, fonts: Fonts) -> bytes:
    """The workbook's bytes: the same tree gives the same bytes. Raises ValueError where there is no
    table.
    """
    workbook = Workbook()
    first = workbook.active
    pages = [page for section in document.sections for page in pages_of(section)]
    if not pages or first is None:
        raise ValueError("a workbook needs a table")
    workbook.remove(first)
    for name, page in zip(_names(pages), pages, strict=True):
        fill(workbook.create_sheet(name), page, layout, fonts)
    workbook.properties.title, workbook.properties.creator = (
        document.properties.title,
        document.properties.organ,
    )
    stream = io.BytesIO()
    workbook.save(stream)
    return _without_clock(stream)


def pages_of(section: Section) -> Iterator[Page]:
    """The tables of a section in order, with the blocks that belong to each."""
    label, title, lines, unit_line = "", "", [""], ""
    lines.clear()
    blocks = section.blocks
    for place, block in enumerate(blocks):
        match block:
            case AnnexLabel():
                label, title, unit_line = block.text, "", ""
                lines.clear()
            case Title():
                title = "".join(plain(line) for line in block.lines)
            case Paragraph(role="form_line"):
                lines.append(plain(block.text))
            case Paragraph(role="unit_line"):
                unit_line = plain(block.text)
            case Table():
                yield Page(
                    block,
                    label,
                    title,
                    tuple(lines),
                    unit_line,
                    tuple(_notes(blocks[place + 1 :])),
                    section.landscape,
                )


def _notes(blocks: Sequence[object]) -> Iterator[str]:
    for block in blocks:
        if not isinstance(block, Paragraph) or block.role != "source_note":
            return
        text: Text = block.text
        yield plain(text)


def _names(pages: Sequence[Page]) -> Iterator[str]:
    """Names of sheets: label and name of the table, without what Excel forbids; each once."""
    used: set[str] = set()
    for page in pages:
        wanted = _FORBIDDEN.sub(
            "", " ".join(part for part in (page.label.strip("：: "), page.table.id) if part)
        )
        name, n = wanted[:_LONGEST] or "表", 2
        while name.casefold() in used:
            name, n = f"{wanted[: _LONGEST - 4]}（{n}）", n + 1
        used.add(name.casefold())
        yield name


def _without_clock(stream: io.BytesIO) -> bytes:
    """The file with fixed dates."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(stream) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as file,
    ):
        for name in source.namelist():
            item = zipfile.ZipInfo(name, _DATE)
            item.compress_type, item.create_system, item.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o600 << 16,
            )
            file.writestr(item, _CLOCK.sub(rb"\g<1>2000-01-01T00:00:00Z\g<3>", source.read(name)))
    return result.getvalue()
