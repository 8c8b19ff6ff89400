"""A workbook of the tables of a document, one sheet a table."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

from openpyxl import Workbook

from generator.excel.pages import Page, pages_of
from generator.excel.sheet import fill
from generator.model.document import Document
from generator.standard.gbt9704 import STANDARD, Look
from generator.word.archive import zipped

_CLOCK = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_NO_TIME = rb"\g<1>2000-01-01T00:00:00Z\g<3>"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
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
    for name, page in zip(_sheet_titles(pages), pages, strict=True):
        fill(workbook.create_sheet(name), page, look)
    workbook.properties.title = document.properties.title
    workbook.properties.creator = document.properties.organ
    stream = io.BytesIO()
    workbook.save(stream)
    return zipped(_without_clock(stream))


def _sheet_titles(pages: Iterable[Page]) -> Iterator[str]:
    """Names of sheets: label and name of the table, without what Excel forbids; each once."""
    used: set[str] = set()
    for page in pages:
        parts = (page.above.label.strip("：: "), page.table.id)
        wanted = _FORBIDDEN.sub("", " ".join(filter(None, parts)))
        name, n = wanted[:_LONGEST] or "表", 2
        while name.casefold() in used:
            name, n = f"{wanted[: _LONGEST - _SUFFIX]}（{n}）", n + 1
        used.add(name.casefold())
        yield name


def _without_clock(stream: io.BytesIO) -> Iterator[tuple[str, bytes]]:
    """The files of the workbook, their dates fixed."""
    with zipfile.ZipFile(stream) as source:
        for name in source.namelist():
            yield name, _CLOCK.sub(_NO_TIME, source.read(name))
