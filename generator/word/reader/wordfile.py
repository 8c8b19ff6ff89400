"""A Word file to paragraphs, and from every character back to the node that holds it.

All changes are taken as accepted. Tolerant: what it does not know becomes one OBJECT character that
nobody edits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model.errors import InputError, Problem
from generator.model.view import CellLocation, Para, View
from generator.word.archive import Archive, open_archive
from generator.word.reader.paragraph import OpenParagraph, ReadParagraph
from generator.word.reader.spans import OpenSpans, Position
from generator.word.wordml import (
    BOOKMARK_END,
    BOOKMARK_START,
    CONTAINERS,
    DELETED,
    FIELD,
    INSERTED,
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

_TRANSPARENT = CONTAINERS | INSERTED
"""What holds paragraphs or runs and is nothing to a reader."""


@dataclass(frozen=True)
class WordFile:
    """A Word file as read: its parts, the root of its text, the view.

    ``paragraphs`` is the XML behind each paragraph of the view.
    """

    archive: Archive
    root: Element
    view: View
    paragraphs: tuple[ReadParagraph, ...]


def read(data: bytes, name: str = "") -> WordFile:
    """Read a .docx; ``name`` is what messages call it. Raises InputError where it is none."""
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
        walker.read_blocks(body)
    paragraphs = tuple(paragraph.read() for paragraph in walker.paragraphs)
    paras = tuple(Para(item.text, item.cell, item.fixed) for item in paragraphs)
    return WordFile(archive, root, View(paras, walker.spans.spans), paragraphs)


class _Walker:
    """Goes through the body once."""

    def __init__(self) -> None:
        self.paragraphs: list[OpenParagraph] = []
        self.spans = OpenSpans()
        self._goes_on = False
        self._tables = 0
        self._fields = 0

    def read_blocks(
        self, parent: Element, cell: CellLocation | None = None, depth: int = 0
    ) -> None:
        """The paragraphs and tables of the body or a cell; ``depth`` counts the tables around."""
        self._read_children(parent, cell, depth)
        self._goes_on = False

    def _read_children(self, parent: Element, cell: CellLocation | None, depth: int) -> None:
        for child in parent:
            if child.tag == P:
                self._paragraph(child, cell, fixed=depth > 1)
            elif child.tag == TBL:
                self._goes_on = False
                self._table(child, cell, depth + 1)
            elif child.tag == SDT:
                for content in child.iterchildren(SDT_CONTENT):
                    self.read_blocks(content, cell, depth)
            elif child.tag in _TRANSPARENT:
                self.read_blocks(child, cell, depth)
            else:
                self._bookmark_between(child)

    def _table(self, table: Element, outer: CellLocation | None, depth: int) -> None:
        number = outer.table if outer else self._tables
        if outer is None:
            self._tables += 1
        for row, element in enumerate(_rows(table)):
            for column, cell in enumerate(_children(element, TC)):
                self.read_blocks(cell, outer or CellLocation(number, row, column), depth)
        for child in table:
            self._bookmark_between(child)
        self._goes_on = False

    def _paragraph(self, element: Element, cell: CellLocation | None, fixed: bool) -> None:
        if not self._goes_on:
            self.paragraphs.append(OpenParagraph(cell, fixed))
        paragraph = self.paragraphs[-1]
        paragraph.elements.append(element)
        self.spans.enter_paragraph(self._position())
        self._content(element, paragraph)
        self._goes_on = deleted_mark(element)

    def _position(self) -> Position:
        return len(self.paragraphs) - 1, self.paragraphs[-1].length

    def _content(self, parent: Element, paragraph: OpenParagraph) -> None:
        """What stands in a paragraph, or in something inside it that is nothing to a reader."""
        for child in parent:
            read_child = _READ.get(child.tag, _Walker._unknown)
            read_child(self, child, paragraph)

    def _unknown(self, element: Element, paragraph: OpenParagraph) -> None:
        """Anything else is an object; a comment of XML is nothing."""
        if isinstance(element.tag, str) and not self._fields:
            paragraph.add_object()
            self._marks_inside(element, paragraph)

    def _object(self, paragraph: OpenParagraph) -> None:
        """An object, unless it stands inside a field, which is one object from begin to end."""
        if not self._fields:
            paragraph.add_object()

    def _silent(self, element: Element, paragraph: OpenParagraph) -> None:
        """What shows no character of its own."""

    def _control(self, control: Element, paragraph: OpenParagraph) -> None:
        """A content control: text like any other, unless it is bound to data that overwrites it."""
        bound = control.find(f"{qn('sdtPr')}/{qn('dataBinding')}") is not None
        for content in control.iterchildren(SDT_CONTENT):
            if bound:
                self._object(paragraph)
            else:
                self._content(content, paragraph)

    def _marks_inside(self, element: Element, paragraph: OpenParagraph) -> None:
        """Bookmarks and the limits of fields in what is not read."""
        for child in element.iter(BOOKMARK_START, BOOKMARK_END, FIELD):
            if child.tag == FIELD:
                self._limit(child)
            else:
                self._bookmark(child, paragraph)

    def _run(self, run: Element, paragraph: OpenParagraph) -> None:
        for node in run:
            if node.tag == FIELD:
                self._field(node, paragraph)
            elif not self._fields:
                _add_characters(node, run, paragraph)

    def _field(self, node: Element, paragraph: OpenParagraph) -> None:
        if node.get(qn("fldCharType")) == "begin":
            self._object(paragraph)
        self._limit(node)

    def _limit(self, node: Element) -> None:
        """Where a field begins or ends; fields may stand inside fields."""
        limit = node.get(qn("fldCharType"))
        if limit == "begin":
            self._fields += 1
        elif limit == "end" and self._fields:
            self._fields -= 1

    def _bookmark(self, element: Element, paragraph: OpenParagraph) -> None:
        ident = element.get(qn("id"), "")
        if element.tag == BOOKMARK_START:
            self.spans.begin(ident, element.get(qn("name"), ""), self._position())
        else:
            self.spans.end(ident, self._position())

    def _bookmark_between(self, element: Element) -> None:
        """A bookmark that begins or ends between paragraphs."""
        ident = element.get(qn("id"), "")
        if element.tag == BOOKMARK_START:
            self.spans.begin_with_next(ident, element.get(qn("name"), ""))
        elif element.tag == BOOKMARK_END and self.paragraphs:
            self.spans.end(ident, self._position())


_Read = Callable[[_Walker, Element, OpenParagraph], None]
_READ: dict[str, _Read] = {
    **dict.fromkeys(SILENT, _Walker._silent),
    **dict.fromkeys(_TRANSPARENT, _Walker._content),
    **dict.fromkeys(DELETED, _Walker._marks_inside),
    **dict.fromkeys((BOOKMARK_START, BOOKMARK_END), _Walker._bookmark),
    R: _Walker._run,
    SDT: _Walker._control,
}
"""How each element inside a paragraph is read; all others are objects."""


def _add_characters(node: Element, run: Element, paragraph: OpenParagraph) -> None:
    """What a node of a run shows."""
    if node.tag == T:
        paragraph.add_text(node.text or "", run, node)
    elif node.tag == TAB:
        paragraph.add_text("\t", run, node)
    elif is_break(node):
        paragraph.add_text("\n", run, node)
    elif isinstance(node.tag, str) and node.tag not in SILENT:
        paragraph.add_object()


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table that are not deleted."""
    return (row for row in _children(table, TR) if not deleted_row(row))


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """The children with a tag, those inside content controls too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == SDT:
            for content in child.iterchildren(SDT_CONTENT):
                yield from _children(content, tag)
