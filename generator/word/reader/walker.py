"""The body of a document, a text box or a note: its paragraphs, tables and cells in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from generator.model.view import CellLocation
from generator.word.reader.fields import FieldLimits
from generator.word.reader.line import InlineReader, InsideAgain, SeenInside
from generator.word.reader.looks import Looks
from generator.word.reader.paragraph import ClosedParagraph, GridCell, OpenParagraph
from generator.word.reader.seen import seen_blocks
from generator.word.reader.shown import (
    TRANSPARENT,
    before_row,
    in_several_ways,
    shape_of,
    shown_children,
)
from generator.word.reader.spans import OpenSpans
from generator.word.wordml import (
    ALTERNATE,
    BOOKMARK_END,
    BOOKMARK_START,
    FIELD,
    SDT,
    SDT_CONTENT,
    TBL,
    TC,
    TCPR,
    TR,
    Element,
    P,
    deleted_row,
    is_contents,
    qn,
    runs_on,
)


class Walker:
    """Goes through the body once."""

    def __init__(
        self,
        looks: Looks,
        limits: FieldLimits,
        *,
        with_elements: bool = False,
        with_spans: bool = True,
        inside: bool = False,
    ) -> None:
        self.spans = OpenSpans()
        self.looks = looks
        self._closed: list[ClosedParagraph] = []
        self._open: OpenParagraph | None = None
        """The last paragraph; the text of those before it is known."""
        self.again = InsideAgain(looks, limits)
        spans = self.spans if with_spans else None
        self._inline = InlineReader(looks, limits, spans, partial(seen_inside, looks))
        self._with_elements, self._inside = with_elements, inside
        self._goes_on = False
        self._fixed = False
        self._tables = 0
        self._all_tables = 0

    @property
    def notes(self) -> list[tuple[str, str]]:
        """The notes that were referred to: the relation of each to its part, and its id."""
        return self._inline.notes

    def end(self) -> Sequence[ClosedParagraph]:
        """The paragraphs, when all is read: the last one is closed."""
        self._close()
        return self._closed

    def _close(self) -> None:
        if self._open is not None:
            self._closed.append(self._open.closed(with_elements=self._with_elements))
            self._open = None

    def read_blocks(
        self,
        children: Iterable[Element],
        cell: CellLocation | None = None,
        cells: tuple[GridCell, ...] = (),
    ) -> None:
        """The paragraphs and tables of the body or of a cell; ``cells`` are all cells around."""
        self._read_children(children, cell, cells)
        self._goes_on = False

    def _read_children(
        self, children: Iterable[Element], cell: CellLocation | None, cells: tuple[GridCell, ...]
    ) -> None:
        for child in children:
            tag = child.tag
            if tag == P:
                self._paragraph(child, cell, cells)
            elif tag == TBL:
                self._table(child, cell, cells)
            elif tag == SDT:
                self._control_between(child, cell, cells)
            elif tag in TRANSPARENT:
                self._read_children(child, cell, cells)
            elif tag == ALTERNATE:
                self._read_alternate(child, cell, cells)
            elif tag != TCPR:
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
            self._read_children(content, cell, cells)

    def _read_alternate(
        self, element: Element, cell: CellLocation | None, cells: tuple[GridCell, ...]
    ) -> None:
        """The first of several ways of one content; not edited, as the others would not follow."""
        self._goes_on = False
        outside, self._fixed = self._fixed, True
        for content in shown_children(element):
            self.read_blocks(content, cell, cells)
        self._fixed = outside

    def _table(
        self, table: Element, outer: CellLocation | None, cells: tuple[GridCell, ...]
    ) -> None:
        number, self._tables = self._tables, self._tables + (outer is None)
        among_all, self._all_tables = self._all_tables, self._all_tables + 1
        self._goes_on = goes_on = self._goes_on and _is_deleted(table)
        in_ways = next(table.iter(ALTERNATE), None) is not None
        here: set[int] = set()
        for row, element in enumerate(self._rows(table)):
            above, here = here, set()
            at = before_row(element)
            for column, cell in enumerate(_children(element, TC)):
                children = list(cell)
                shape = shape_of(children)
                covered = shape.goes_on and at in above
                if shape.merged:
                    here.add(at)
                inner = GridCell(among_all, row, at, shape.goes_on, shape.deleted, covered)
                at += shape.columns
                location = outer or CellLocation(number, row, column)
                outside = self._fixed
                self._fixed = outside or (in_ways and in_several_ways(cell, table))
                self.read_blocks(children, location, (*cells, inner))
                self._fixed = outside
        for child in table.iterchildren(BOOKMARK_START, BOOKMARK_END):
            self._bookmark_between(child)
        self._goes_on = goes_on

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
            self._inline.limit(node)

    def _paragraph(
        self, element: Element, cell: CellLocation | None, cells: tuple[GridCell, ...]
    ) -> None:
        if self._open is None or not self._goes_on:
            self._close()
            number = None if self._inside else len(self._closed)
            fields = self._inline.fields
            self._open = OpenParagraph(cell, cells, fixed=self._fixed, fields=fields, number=number)
        self._open.elements.append(element)
        properties = self._inline.read(element, self._open, len(self._closed))
        self._goes_on = runs_on(properties)

    def _bookmark_between(self, element: Element) -> None:
        """A bookmark that begins or ends between paragraphs."""
        if element.tag == BOOKMARK_START:
            name = element.get(qn("name"), "")
            self.spans.begin_with_next(element.get(qn("id"), ""), name)
        elif element.tag == BOOKMARK_END and self._open is not None:
            position = len(self._closed), self._open.length
            self.spans.end(element.get(qn("id"), ""), position)


def seen_inside(looks: Looks, limits: FieldLimits, parent: Element) -> SeenInside:
    """What people see of a text box or a note, which is a text of its own."""
    walker = Walker(looks, limits, inside=True)
    walker.read_blocks(parent)
    return list(seen_blocks(walker.end())), walker.notes


def _is_deleted(table: Element) -> bool:
    """Whether all rows of a table are deleted as tracked changes."""
    return all(map(deleted_row, _children(table, TR)))


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
        elif child.tag in TRANSPARENT:
            yield from _children(child, tag)
