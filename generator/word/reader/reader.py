"""A Word file to paragraphs, and from every character back to the node that holds it.

All changes are taken as accepted. Tolerant: what it does not know becomes one OBJECT character that nobody edits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.model.errors import InputError, Problem
from generator.model.view import OBJECT, CellLocation, Para, Span, View
from generator.word.archive import Archive, open_archive
from generator.word.wordml import (
    BOOKMARK_END,
    BOOKMARK_START,
    CONTAINERS,
    DELETED,
    FIELD,
    INSERTED,
    PPR,
    SDT,
    SDT_CONTENT,
    SILENT,
    TAB,
    TBL,
    TC,
    TR,
    Element,
    P,
    R,
    T,
    deleted_mark,
    deleted_row,
    is_break,
    qn,
)


class Piece(NamedTuple):
    """Characters ``start`` to ``end`` of a paragraph and the node of a run that holds them; None: not editable."""

    start: int
    end: int
    run: Element | None
    node: Element | None


@dataclass(eq=False)
class Paragraph:
    """A paragraph while it is read: its w:p elements (several where marks are deleted), its text and pieces."""

    elements: list[Element]
    cell: CellLocation | None
    fixed: bool
    pieces: list[Piece] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, run: Element | None, node: Element | None) -> None:
        """Put characters at the end."""
        if text:
            self.pieces.append(Piece(self.length, self.length + len(text), run, node))
            self.texts.append(text)
            self.length += len(text)


@dataclass(frozen=True)
class WordFile:
    """A Word file as read: its parts, the root of its text, the view, and the XML behind each paragraph of the view."""

    archive: Archive
    root: Element
    view: View
    paragraphs: tuple[Paragraph, ...]


def read(data: bytes, name: str = "") -> WordFile:
    """Read a .docx. ``name`` is what messages call it. Raises InputError where it cannot be read."""
    archive = open_archive(data, name)
    root = archive.tree(archive.main)
    if root is None or root.find(qn("body")) is None:
        raise InputError(Problem("Word 文件里没有正文", "请换一个文件", name or None))
    return read_root(archive, root)


def read_root(archive: Archive, root: Element) -> WordFile:
    """Read the text of a document whose w:document is ``root``."""
    walker = _Walker()
    body = root.find(qn("body"))
    if body is not None:
        walker.blocks(body)
    return WordFile(archive, root, walker.view(), tuple(walker.paragraphs))


class _Walker:
    """Goes through the body once."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self._open: Paragraph | None = None
        self._tables = 0
        self._fields = 0
        self._starts: dict[str, tuple[str, int, int]] = {}
        self._waiting: list[tuple[str, str]] = []
        self._spans: dict[str, Span] = {}

    def view(self) -> View:
        """What was read."""
        paras = tuple(Para("".join(item.texts), item.cell, item.fixed) for item in self.paragraphs)
        return View(paras, self._spans)

    def blocks(self, parent: Element, cell: CellLocation | None = None, depth: int = 0) -> None:
        """The paragraphs and tables of the body or of a cell."""
        for child in parent:
            if child.tag == P:
                self._paragraph(child, cell, fixed=depth > 1)
            elif child.tag == TBL:
                self._open = None
                self._table(child, cell, depth + 1)
                self._open = None
            elif child.tag == SDT:
                content = child.find(SDT_CONTENT)
                if content is not None:
                    self.blocks(content, cell, depth)
            elif child.tag in CONTAINERS or child.tag in INSERTED:
                self.blocks(child, cell, depth)
            else:
                self._bookmark(child)
        self._open = None

    def _table(self, table: Element, outer: CellLocation | None, depth: int) -> None:
        number = outer.table if outer else self._tables
        if outer is None:
            self._tables += 1
        for row, element in enumerate(rows_of(table)):
            for column, cell in enumerate(cells_of(element)):
                self.blocks(cell, outer or CellLocation(number, row, column), depth)
        for child in table:
            self._bookmark(child)

    def _paragraph(self, element: Element, cell: CellLocation | None, fixed: bool) -> None:
        paragraph = self._open
        if paragraph is None:
            paragraph = Paragraph([], cell, fixed)
            self.paragraphs.append(paragraph)
        paragraph.elements.append(element)
        for ident, name in self._waiting:
            self._starts[ident] = (name, len(self.paragraphs) - 1, paragraph.length)
        self._waiting.clear()
        self._content(element, paragraph)
        self._open = paragraph if deleted_mark(element) else None

    def _content(self, parent: Element, paragraph: Paragraph) -> None:
        for child in parent:
            if child.tag == R:
                self._run(child, paragraph)
            elif child.tag in INSERTED or child.tag in CONTAINERS:
                self._content(child, paragraph)
            elif child.tag in DELETED:
                self._marks_inside(child, paragraph)
            elif child.tag == SDT:
                self._control(child, paragraph)
            elif child.tag in (BOOKMARK_START, BOOKMARK_END):
                self._bookmark(child, paragraph)
            elif child.tag not in SILENT and isinstance(child.tag, str) and not self._fields:
                paragraph.add(OBJECT, None, None)
                self._marks_inside(child, paragraph)

    def _control(self, control: Element, paragraph: Paragraph) -> None:
        """A content control: text like any other, unless it is bound to data that would overwrite it."""
        content = control.find(SDT_CONTENT)
        if content is None:
            return
        if control.find(f"{qn('sdtPr')}/{qn('dataBinding')}") is None:
            self._content(content, paragraph)
        elif not self._fields:
            paragraph.add(OBJECT, None, None)

    def _marks_inside(self, element: Element, paragraph: Paragraph) -> None:
        """Bookmarks and the limits of fields in what is not read."""
        for child in element.iter(BOOKMARK_START, BOOKMARK_END, FIELD):
            if child.tag == FIELD:
                self._limit(child)
            else:
                self._bookmark(child, paragraph)

    def _run(self, run: Element, paragraph: Paragraph) -> None:
        for node in run:
            if node.tag == FIELD:
                self._field(node, paragraph)
            elif self._fields or node.tag in SILENT:
                continue
            elif node.tag == T:
                paragraph.add(node.text or "", run, node)
            elif node.tag == TAB:
                paragraph.add("\t", run, node)
            elif is_break(node):
                paragraph.add("\n", run, node)
            elif isinstance(node.tag, str):
                paragraph.add(OBJECT, None, None)

    def _field(self, node: Element, paragraph: Paragraph) -> None:
        """A field from its begin to its end is one OBJECT."""
        if node.get(qn("fldCharType")) == "begin" and not self._fields:
            paragraph.add(OBJECT, None, None)
        self._limit(node)

    def _limit(self, node: Element) -> None:
        kind = node.get(qn("fldCharType"))
        if kind == "begin":
            self._fields += 1
        elif kind == "end" and self._fields:
            self._fields -= 1

    def _bookmark(self, element: Element, paragraph: Paragraph | None = None) -> None:
        ident = element.get(qn("id"), "")
        if element.tag == BOOKMARK_START:
            name = element.get(qn("name"), "")
            if paragraph is None:
                self._waiting.append((ident, name))
            else:
                self._starts[ident] = (name, len(self.paragraphs) - 1, paragraph.length)
        elif element.tag == BOOKMARK_END and ident in self._starts:
            name, first, start = self._starts.pop(ident)
            last = len(self.paragraphs) - 1
            self._keep(name, Span(first, start, last, self.paragraphs[last].length))

    def _keep(self, name: str, span: Span) -> None:
        """The first bookmark of a name that holds something wins (word processors may write a name twice)."""
        there = self._spans.get(name)
        if there is None or (there.empty and not span.empty):
            self._spans[name] = span


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table that are not deleted."""
    for child in table:
        if child.tag == TR:
            if not deleted_row(child):
                yield child
        elif child.tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from rows_of(content)


def cells_of(row: Element) -> Iterator[Element]:
    """The cells of a row."""
    for child in row:
        if child.tag == TC:
            yield child
        elif child.tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from cells_of(content)


__all__ = ["PPR", "Paragraph", "Piece", "WordFile", "cells_of", "read", "read_root", "rows_of"]
