"""A Word file to paragraphs, and from every character back to the node that holds it.

All changes are taken as accepted, and what people crossed out (删除线) as deleted. Tolerant: what it
does not know becomes one OBJECT character that nobody edits; what people see of it is told beside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from generator.model.errors import InputError, Problem
from generator.model.view import CellLocation, Para, SeenBlock, View
from generator.word.archive import Archive, open_archive
from generator.word.reader.beside import asides
from generator.word.reader.busy import busy_paragraphs
from generator.word.reader.fields import (
    SIMPLE_FIELD,
    FieldLimits,
    field_limits,
    field_words,
    is_unseen,
)
from generator.word.reader.formula import FormulaPart, formula_parts
from generator.word.reader.length import refuse_crowded, refuse_long
from generator.word.reader.looks import Looks, RunLook
from generator.word.reader.paragraph import (
    ClosedParagraph,
    Fields,
    GridCell,
    Inside,
    OpenField,
    OpenParagraph,
    ReadParagraph,
)
from generator.word.reader.seen import seen_blocks
from generator.word.reader.shown import (
    UNSEEN,
    before_row,
    displayed_text,
    ends_page,
    in_several_ways,
    is_blank,
    is_text,
    parts,
    set_apart,
    shape_of,
    shown_children,
    shown_text,
)
from generator.word.reader.spans import OpenSpans, Position
from generator.word.wordml import (
    ALTERNATE,
    BOOKMARK_END,
    BOOKMARK_START,
    CONTAINERS,
    DELETED,
    FIELD,
    INSERTED,
    NOTES,
    SDT,
    SDT_CONTENT,
    SILENT,
    TBL,
    TC,
    TEXT_BOX,
    TR,
    Element,
    P,
    R,
    T,
    deleted_mark,
    deleted_row,
    is_contents,
    is_style_separator,
    qn,
)

_TRANSPARENT = CONTAINERS | INSERTED
"""What holds paragraphs or runs and is nothing to a reader."""

_ELSEWHERE = {
    qn("altChunk"): (
        "里面夹着另一份文件（altChunk），它的文字读不到",
        "请在 Word 里打开，另存为 .docx 后再试",
    ),
    qn("subDoc"): (
        "里面链接着子文档（subDoc），它的文字读不到",
        "请在 Word 的大纲视图里展开子文档并取消链接，保存后再试",
    ),
}
"""What stands for the text of another file: what is told of it, and what to do."""


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
    """Read a .docx; ``name`` is what messages call it. Raises InputError where it is none, or is
    longer than what is read."""
    archive = open_archive(data, name)
    root = archive.tree(archive.main)
    if root is None or root.find(qn("body")) is None:
        message, todo = "Word 文件里没有正文", "请换一个文件"
        raise InputError(Problem(message, todo, name or None, unreadable=True))
    for tag, (message, todo) in _ELSEWHERE.items():
        if root.find(f".//{tag}") is not None:
            raise InputError(Problem(message, todo, name or None, unreadable=True))
    refuse_crowded(archive, root)
    file = read_root(archive, root)
    refuse_long(file.view, name)
    return file


def read_root(archive: Archive, root: Element) -> WordFile:
    """Read the text of a document whose w:document is ``root``."""
    walker = _walked(root, Looks(archive), with_elements=True)
    told = _view_of(archive, walker)
    paragraphs = tuple(
        ReadParagraph(paragraph.elements, paragraph.para, paragraph.fields, walker.again.inside)
        for paragraph in walker.end()
    )
    busy = frozenset(busy_paragraphs(archive, paragraphs))
    view = replace(told, busy=busy, asides=tuple(asides(archive, paragraphs)))
    return WordFile(archive, root, view, paragraphs)


def view_without_xml(archive: Archive, root: Element) -> View:
    """What the text whose w:document is ``root`` says, without what hangs on it or stands beside
    it: half the room, for who does not write into it."""
    return _view_of(archive, _walked(root, Looks(archive)))


def view_of(root: Element) -> View:
    """The paragraphs and bookmarks of a tree whose w:document is ``root``, and nothing else."""
    walker = _walked(root, Looks(Archive({}), root))
    return View(_paras(walker), walker.spans.spans)


def _walked(root: Element, looks: Looks, *, with_elements: bool = False) -> _Walker:
    """What has gone through the body of a document."""
    walker = _Walker(looks, field_limits(root), with_elements=with_elements)
    body = root.find(qn("body"))
    if body is not None:
        walker.read_blocks(body)
    return walker


def _view_of(archive: Archive, walker: _Walker) -> View:
    """The paragraphs, bookmarks and text that were read."""
    seen = (*seen_blocks(walker.end()), *_notes(archive, walker))
    return View(_paras(walker), walker.spans.spans, seen)


def _paras(walker: _Walker) -> tuple[Para, ...]:
    return tuple(paragraph.para for paragraph in walker.end())


def _notes(archive: Archive, walker: _Walker) -> Iterator[SeenBlock]:
    """The footnotes, then the endnotes that the text refers to, in the order of the text."""
    for relation in NOTES.values():
        part = archive.related(relation)
        root = archive.tree(part) if part else None
        notes = {} if root is None else {note.get(qn("id"), ""): note for note in root}
        wanted = (ident for kind, ident in walker.notes if kind == relation)
        for ident in dict.fromkeys(wanted):
            if ident in notes:
                yield from walker.seen_inside(notes[ident], field_limits(notes[ident]))


@dataclass(frozen=True)
class _Again:
    """Reads paragraphs of a text again, one by one."""

    looks: Looks
    limits: FieldLimits

    def inside(self, elements: Sequence[Element], fields: Fields) -> Inside:
        """What is inside a paragraph that begins in some fields."""
        return _Walker(self.looks, self.limits).inside(elements, fields)


class _Walker:
    """Goes through the body once."""

    def __init__(
        self,
        looks: Looks,
        limits: FieldLimits,
        *,
        with_elements: bool = False,
        inside: bool = False,
    ) -> None:
        self.spans = OpenSpans()
        self.notes: list[tuple[str, str]] = []
        self._closed: list[ClosedParagraph] = []
        self._open: OpenParagraph | None = None
        """The last paragraph; the text of those before it is known."""
        self.again = _Again(looks, limits)
        self._looks, self._limits = looks, limits
        self._with_elements, self._inside = with_elements, inside
        self._look = RunLook()
        self._goes_on = False
        self._fixed = False
        self._tables = 0
        self._all_tables = 0
        self._fields: Fields = None

    def end(self) -> Sequence[ClosedParagraph]:
        """The paragraphs, when all is read: the last one is closed."""
        self._close()
        return self._closed

    def _close(self) -> None:
        if self._open is not None:
            self._closed.append(self._open.closed(with_elements=self._with_elements))
            self._open = None

    def seen_inside(self, parent: Element, limits: FieldLimits | None = None) -> list[SeenBlock]:
        """What people see of a text box or a note, which is a text of its own; ``limits`` are
        those of a note, which stands in another part."""
        walker = _Walker(self._looks, limits or self._limits, inside=True)
        walker.read_blocks(parent)
        self.notes += walker.notes
        return list(seen_blocks(walker.end()))

    def inside(self, elements: Iterable[Element], fields: Fields) -> Inside:
        """What is inside a paragraph, and nothing else of the text."""
        self._fields = fields
        paragraph = OpenParagraph()
        for element in elements:
            self._read_into(paragraph, element)
        return paragraph.inside

    def read_blocks(
        self, parent: Element, cell: CellLocation | None = None, cells: tuple[GridCell, ...] = ()
    ) -> None:
        """The paragraphs and tables of the body or of a cell; ``cells`` are all cells around."""
        self._read_children(parent, cell, cells)
        self._goes_on = False

    def _read_children(
        self, parent: Element, cell: CellLocation | None, cells: tuple[GridCell, ...]
    ) -> None:
        for child in parent:
            if child.tag == P:
                self._paragraph(child, cell, cells)
            elif child.tag == TBL:
                self._goes_on = False
                self._table(child, cell, cells)
            elif child.tag == SDT:
                self._control_between(child, cell, cells)
            elif child.tag in _TRANSPARENT:
                self.read_blocks(child, cell, cells)
            elif child.tag == ALTERNATE:
                self._read_alternate(child, cell, cells)
            else:
                self._bookmark_between(child)

    def _control_between(
        self, control: Element, cell: CellLocation | None, cells: tuple[GridCell, ...]
    ) -> None:
        """What stands in a control; not 目录, which says the headings again and is counted anew."""
        if is_contents(control):
            self._goes_on = False
            self._limits_inside(control)
            return
        for content in control.iterchildren(SDT_CONTENT):
            self.read_blocks(content, cell, cells)

    def _read_alternate(
        self, element: Element, cell: CellLocation | None, cells: tuple[GridCell, ...]
    ) -> None:
        """The first of several ways of one content; not edited, as the others would not follow."""
        self._goes_on = False
        with self._as_fixed(fixed=True):
            for content in shown_children(element):
                self.read_blocks(content, cell, cells)

    @contextmanager
    def _as_fixed(self, *, fixed: bool) -> Iterator[None]:
        """Inside what nobody edits, if it is such."""
        outer, self._fixed = self._fixed, self._fixed or fixed
        yield
        self._fixed = outer

    def _table(
        self, table: Element, outer: CellLocation | None, cells: tuple[GridCell, ...]
    ) -> None:
        number, self._tables = self._tables, self._tables + (outer is None)
        among_all, self._all_tables = self._all_tables, self._all_tables + 1
        here: set[int] = set()
        for row, element in enumerate(self._rows(table)):
            above, here = here, set()
            at = before_row(element)
            for column, cell in enumerate(_children(element, TC)):
                shape = shape_of(cell)
                covered = shape.goes_on and at in above
                here.update({at} if shape.merged else ())
                inner = GridCell(among_all, row, at, shape.goes_on, shape.deleted, covered)
                at += shape.columns
                location = outer or CellLocation(number, row, column)
                with self._as_fixed(fixed=in_several_ways(cell, table)):
                    self.read_blocks(cell, location, (*cells, inner))
        for child in table.iterchildren(BOOKMARK_START, BOOKMARK_END):
            self._bookmark_between(child)
        self._goes_on = False

    def _rows(self, table: Element) -> Iterator[Element]:
        """The rows of a table that are not deleted; a field may begin or end in one that is."""
        for row in _children(table, TR):
            if deleted_row(row):
                self._limits_inside(row)
            else:
                yield row

    def _limits_inside(self, element: Element) -> None:
        """The limits of fields in what is not read."""
        for node in element.iter(FIELD):
            self._limit(node)

    def _paragraph(
        self, element: Element, cell: CellLocation | None, cells: tuple[GridCell, ...]
    ) -> None:
        if self._open is None or not self._goes_on:
            self._close()
            number = None if self._inside else len(self._closed)
            self._open = OpenParagraph(
                cell, cells, fixed=self._fixed, fields=self._fields, number=number
            )
        self._open.elements.append(element)
        self.spans.enter_paragraph(self._position(self._open))
        self._read_into(self._open, element)
        self._goes_on = deleted_mark(element) or is_style_separator(element)

    def _read_into(self, paragraph: OpenParagraph, element: Element) -> None:
        paragraph.look = self._looks.of(element)
        self._content(element, paragraph)

    def _position(self, paragraph: OpenParagraph) -> Position:
        """Where the text of the last paragraph ends so far."""
        return len(self._closed), paragraph.length

    def _content(self, parent: Element, paragraph: OpenParagraph) -> None:
        """What stands in a paragraph, or in something inside it that is nothing to a reader."""
        for child in parent:
            read_child = _READ.get(child.tag, _Walker._unknown)
            read_child(self, child, paragraph)

    def _unknown(self, element: Element, paragraph: OpenParagraph) -> None:
        """Anything else is an object."""
        self._object(paragraph)
        self._show(element, paragraph)
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
                self._unknown(content, paragraph)
            else:
                self._content(content, paragraph)

    def _marks_inside(self, element: Element, paragraph: OpenParagraph) -> None:
        """Bookmarks and the limits of fields in what is not read."""
        for child in element.iter(BOOKMARK_START, BOOKMARK_END, FIELD):
            if child.tag == FIELD:
                self._limit(child)
            else:
                self._bookmark(child, paragraph)

    @property
    def _shown(self) -> bool:
        """Whether people see what comes next: it is in no instruction of a field."""
        return self._fields is None or self._fields.shown

    def _show(self, element: Element, paragraph: OpenParagraph) -> None:
        """What people see of something that is not edited."""
        fields = self._fields
        self._show_node(element, paragraph)
        self._fields = fields

    def _show_node(self, node: Element, paragraph: OpenParagraph) -> None:
        """What people see of a node; an instruction is gone through, as its result begins in it."""
        if self._shown:
            _part_at(node, paragraph)
        if node.tag == FIELD:
            self._limit(node)
            self._show_words(self._limits.words.get(node, ""), paragraph)
        elif node.tag == SIMPLE_FIELD:
            self._show_simple(node, paragraph)
        elif node.tag == TEXT_BOX or node.tag in NOTES:
            self._show_beside(node, paragraph)
        elif shown_text(node):
            if self._shown and self._is_seen(node):
                paragraph.add_seen(self._as_set(displayed_text(node), paragraph))
        elif node.tag == R:
            with self._in_run(node, paragraph) as look:
                self._show_nodes(() if look.hidden else node, paragraph)
        elif (formula := formula_parts(node)) is not None:
            self._show_formula(formula, paragraph)
        elif node.tag not in UNSEEN:
            self._show_nodes(shown_children(node), paragraph)

    def _show_beside(self, node: Element, paragraph: OpenParagraph) -> None:
        """What stands beside the line: a box, a note."""
        if not self._shown:
            return
        if node.tag == TEXT_BOX:
            paragraph.beside += self.seen_inside(node)
        else:
            self.notes.append((NOTES[node.tag], node.get(qn("id"), "")))

    def _show_simple(self, node: Element, paragraph: OpenParagraph) -> None:
        """What people see of a field in one element: its result, or what it shows without one."""
        instruction = node.get(qn("instr"), "")
        if is_unseen(instruction):
            return
        if next(node.iter(T), None) is None:
            self._show_words(field_words(instruction, node), paragraph)
        self._show_nodes(node, paragraph)

    def _show_formula(self, formula: Iterable[FormulaPart], paragraph: OpenParagraph) -> None:
        """What a formula draws in its own way, which is none of the numbers beside it."""
        paragraph.part()
        outer = self._look
        for content, raised, lowered in formula:
            raised, lowered = outer.raised or raised, outer.lowered or lowered
            self._look = outer._replace(raised=raised, lowered=lowered)
            if not isinstance(content, str):
                self._show_node(content, paragraph)
            elif self._shown:
                paragraph.add_seen(content)
        self._look = outer
        paragraph.part()

    def _show_nodes(self, nodes: Iterable[Element], paragraph: OpenParagraph) -> None:
        for node in nodes:
            self._show_node(node, paragraph)

    @contextmanager
    def _in_run(self, run: Element, paragraph: OpenParagraph) -> Iterator[RunLook]:
        """Inside a run: how its characters are read."""
        outer, self._look = self._look, self._looks.of_run(run, paragraph.look.style)
        yield self._look
        self._look = outer

    def _is_seen(self, node: Element) -> bool:
        """Whether people see what a node of the run shows, and have not crossed it out: a blank or
        the end of a line still parts what stands around it."""
        return not self._look.hidden and (not self._look.crossed or is_blank(node))

    def _as_set(self, text: str, paragraph: OpenParagraph) -> str:
        """Characters as the run sets them; digits above or below the line are in no number."""
        return set_apart(text, self._look, behind_digit=paragraph.ends_with_digit)

    def _run(self, run: Element, paragraph: OpenParagraph) -> None:
        with self._in_run(run, paragraph) as look:
            if look.crossed and not self._fields:
                paragraph.crossed.append(run)
            for node in run:
                if node.tag == FIELD:
                    self._field(node, paragraph)
                elif not self._fields and is_text(node):
                    self._text(node, run, paragraph)
                elif node.tag not in SILENT:
                    self._object(paragraph)
                    if not look.hidden:
                        self._show(node, paragraph)

    def _text(self, node: Element, run: Element, paragraph: OpenParagraph) -> None:
        """Characters that may be edited, unless people crossed them out."""
        seen = self._as_set(displayed_text(node), paragraph) if self._is_seen(node) else ""
        if self._look.crossed:
            paragraph.add_seen(seen)
        else:
            paragraph.add_text(self._as_set(shown_text(node), paragraph), run, node, seen)

    def _field(self, node: Element, paragraph: OpenParagraph) -> None:
        if node.get(qn("fldCharType")) == "begin" and node not in self._limits.unpaired:
            self._object(paragraph)
        self._limit(node)
        self._show_words(self._limits.words.get(node, ""), paragraph)

    def _show_words(self, words: str, paragraph: OpenParagraph) -> None:
        """What a field shows though it has no result."""
        if words and self._shown and not (self._look.hidden or self._look.crossed):
            paragraph.add_seen(words)

    def _limit(self, node: Element) -> None:
        """Where a field or its result begins, or where it ends; fields may stand inside fields."""
        limit = node.get(qn("fldCharType"))
        if limit == "begin" and node not in self._limits.unpaired:
            self._fields = OpenField(self._fields)
        elif limit == "separate" and self._fields:
            self._fields = self._fields.with_result(seen=node not in self._limits.unseen)
        elif limit == "end" and self._fields:
            self._fields = self._fields.outer

    def _bookmark(self, element: Element, paragraph: OpenParagraph) -> None:
        ident = element.get(qn("id"), "")
        if element.tag == BOOKMARK_START:
            self.spans.begin(ident, element.get(qn("name"), ""), self._position(paragraph))
        else:
            self.spans.end(ident, self._position(paragraph))

    def _bookmark_between(self, element: Element) -> None:
        """A bookmark that begins or ends between paragraphs."""
        if element.tag == BOOKMARK_START:
            name = element.get(qn("name"), "")
            self.spans.begin_with_next(element.get(qn("id"), ""), name)
        elif element.tag == BOOKMARK_END and self._open is not None:
            self.spans.end(element.get(qn("id"), ""), self._position(self._open))


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


def _part_at(node: Element, paragraph: OpenParagraph) -> None:
    """Part what stands before and behind a node that people see, if it parts anything."""
    if ends_page(node):
        paragraph.end_line()
    elif parts(node):
        paragraph.part()


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """The children with a tag, those inside content controls and the like too; of several ways of
    one content those of the one that people see."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == SDT:
            for content in child.iterchildren(SDT_CONTENT):
                yield from _children(content, tag)
        elif child.tag == ALTERNATE:
            for content in shown_children(child):
                yield from _children(content, tag)
        elif child.tag in _TRANSPARENT:
            yield from _children(child, tag)
