"""A Word file read by nothing of the program: all changes accepted or rejected, texts, rows and comments."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Row = tuple[str, ...]


def _w(name: str) -> str:
    return _W + name


@dataclass(frozen=True)
class Reading:
    """What a file says: the paragraphs outside of tables, and each table as rows of cells."""

    texts: tuple[str, ...]
    tables: tuple[tuple[Row, ...], ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all tables."""
        return tuple(row for table in self.tables for row in table)


@dataclass(frozen=True)
class Note:
    """A comment: who wrote it and what, and the text of the paragraph or row that it is about."""

    author: str
    text: str
    place: str


def accepted(data: bytes) -> Reading:
    """The file with all changes accepted."""
    return _reading(data, kept=("ins", "moveTo"), gone=("del", "moveFrom"), author=None)


def rejected(data: bytes, author: str = "拟稿") -> Reading:
    """The file with the changes of one author rejected, those of others accepted."""
    return _reading(data, kept=("del", "moveFrom"), gone=("ins", "moveTo"), author=author)


def _reading(
    data: bytes, kept: tuple[str, ...], gone: tuple[str, ...], author: str | None
) -> Reading:
    body = _body(data)
    way = _Way(frozenset(map(_w, kept)), frozenset(map(_w, gone)), author)
    texts: list[str] = []
    tables: list[tuple[Row, ...]] = []
    carried = ""
    for item in body:
        if item.tag == _w("p"):
            carried += "".join(_words(item, way))
            if not _mark_goes(item, way):
                texts.append(carried)
                carried = ""
        elif item.tag == _w("tbl"):
            tables.append(tuple(_rows(item, way)))
    return Reading(tuple(text for text in texts if text), tuple(table for table in tables if table))


@dataclass(frozen=True)
class _Way:
    kept: frozenset[str]
    gone: frozenset[str]
    author: str | None

    def loses(self, item: ET.Element) -> bool:
        """Whether what a change holds or marks is not there."""
        if item.tag not in self.kept | self.gone:
            return False
        if self.author is None or item.get(_w("author")) == self.author:
            return item.tag in self.gone
        return item.tag in (_w("del"), _w("moveFrom"))


def _rows(table: ET.Element, way: _Way) -> Iterator[Row]:
    for row in table.iter(_w("tr")):
        marks = row.findall(f"{_w('trPr')}/*")
        if not any(way.loses(mark) for mark in marks):
            yield tuple(_cell(cell, way) for cell in row.findall(_w("tc")))


def _cell(cell: ET.Element, way: _Way) -> str:
    return "\n".join("".join(_words(item, way)) for item in cell.findall(_w("p")))


def _mark_goes(paragraph: ET.Element, way: _Way) -> bool:
    marks = paragraph.findall(f"{_w('pPr')}/{_w('rPr')}/*")
    return any(way.loses(mark) for mark in marks)


def _words(item: ET.Element, way: _Way) -> Iterator[str]:
    for child in item:
        if child.tag in (_w("t"), _w("delText")):
            yield child.text or ""
        elif child.tag not in (_w("pPr"), _w("rPr")) and not way.loses(child):
            yield from _words(child, way)


def _body(data: bytes) -> ET.Element:
    root = ET.fromstring(part(data, "word/document.xml"))
    body = root.find(_w("body"))
    assert body is not None
    return body


def words(data: bytes) -> str:
    """All words of the text, also those in controls and boxes."""
    return "".join(node.text or "" for node in _body(data).iter(_w("t")))


def part(data: bytes, name: str) -> bytes:
    """A part of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name)


def notes(data: bytes) -> list[Note]:
    """The comments, each with the text of the paragraph in which it begins, of a cell with its row."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        if "word/comments.xml" not in file.namelist():
            return []
    places = _places(_body(data))
    return [
        Note(
            item.get(_w("author"), ""),
            "\n".join("".join(t.text or "" for t in p.iter(_w("t"))) for p in item.iter(_w("p"))),
            places.get(item.get(_w("id"), ""), ""),
        )
        for item in ET.fromstring(part(data, "word/comments.xml"))
    ]


def _places(body: ET.Element) -> dict[str, str]:
    places: dict[str, str] = {}
    for holder in [*body.iter(_w("p")), *body.iter(_w("tr"))]:
        text = "".join(node.text or "" for node in holder.iter(_w("t")))
        for start in holder.iter(_w("commentRangeStart")):
            places[start.get(_w("id"), "")] = text
    return places


def merges_are_whole(data: bytes) -> bool:
    """Whether in every table, changes accepted, each cell that goes on stands below one that began."""
    way = _Way(frozenset(), frozenset({_w("del")}), None)
    for table in _body(data).iter(_w("tbl")):
        open_columns: set[int] = set()
        for row in table.iter(_w("tr")):
            if any(way.loses(mark) for mark in row.findall(f"{_w('trPr')}/*")):
                continue
            now: set[int] = set()
            end = 0
            for cell in row.findall(_w("tc")):
                span = cell.find(f"{_w('tcPr')}/{_w('gridSpan')}")
                column, end = end, end + (int(span.get(_w("val"), "1")) if span is not None else 1)
                merge = cell.find(f"{_w('tcPr')}/{_w('vMerge')}")
                if merge is None:
                    continue
                if merge.get(_w("val"), "continue") == "continue" and column not in open_columns:
                    return False
                now.add(column)
            open_columns = now
    return True
