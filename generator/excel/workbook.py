"""A workbook of the tables of a document, one sheet a table."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from openpyxl import Workbook

from generator.excel.cached import sheets_with_values
from generator.excel.pages import Page, pages_of
from generator.excel.sheet import fill
from generator.model.document import Document
from generator.model.regex import regex
from generator.model.zips import without_clock
from generator.standard.gbt9704 import STANDARD, Look

_FORBIDDEN = regex(r"[\[\]:*?/\\]")
_LONGEST = 31
_SUFFIX = 4
"""Characters of a name that make room for （2）."""


def write(document: Document, look: Look = STANDARD) -> bytes:
    """The workbook's bytes: the same tree gives the same bytes.

    Raises ValueError where there is no table.
    """
    workbook = Workbook()
    first = workbook.active
    pages = [page for section in document.sections for page in pages_of(section)]
    if not pages or first is None:
        raise ValueError("a workbook needs a table")
    workbook.remove(first)
    titles = zip(_sheet_titles(pages), pages, strict=True)
    values = [fill(workbook.create_sheet(name), page, look) for name, page in titles]
    workbook.properties.title = document.properties.title
    workbook.properties.creator = document.properties.organ
    stream = io.BytesIO()
    workbook.save(stream)
    saved = stream.getvalue()
    return without_clock(saved, sheets_with_values(saved, values))


def _sheet_titles(pages: Iterable[Page]) -> Iterator[str]:
    """Names of sheets: label and name of the table, or its title where it has no label, without
    what Excel forbids; each once."""
    used: set[str] = set()
    for page in pages:
        label = page.above.label.strip("：: ")
        parts = (label, page.table.id if label else page.above.title or page.table.id)
        wanted = _FORBIDDEN.sub("", " ".join(filter(None, parts)))
        name, n = wanted[:_LONGEST] or "表", 2
        while name.casefold() in used:
            name, n = f"{wanted[: _LONGEST - _SUFFIX]}（{n}）", n + 1
        used.add(name.casefold())
        yield name
