"""Blocks and rows of a fresh file copied into the user's: in the user's styles, as insertions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from generator.word.reader import WordFile
from generator.word.reader.shown import in_other_way
from generator.word.revise.bookmarks import drop_open_ends, renumber
from generator.word.revise.marks import mark_paragraph, mark_row
from generator.word.revise.moves import insert_whole, strike_whole
from generator.word.revise.pen import Pen
from generator.word.revise.tree import take_out
from generator.word.wordml import TBL, TC, TR, VAL, Element, P, R, deleted_row, qn

_STYLES = ("pStyle", "rStyle", "tblStyle")
_WIDTH = f"{qn('tcPr')}/{qn('tcW')}"
_MERGE = f"{qn('tcPr')}/{qn('vMerge')}"
_SPAN = f"{qn('tcPr')}/{qn('gridSpan')}"


class Copier:
    """Copies from ``fresh`` into ``user`` what ``pen`` marks as inserted."""

    def __init__(self, fresh: WordFile, user: WordFile, pen: Pen) -> None:
        self._fresh, self._user, self._pen = fresh, user, pen
        self._styles = _same_styles(fresh, user)

    def insert_after(self, para: int, copied: Sequence[int]) -> None:
        """Put paragraphs of the fresh file (by index) behind one of the user's; -1: before all.

        A paragraph of a table stands for the table, which is copied as a whole.
        """
        new = [self._copy(element) for element in self._elements(copied)]
        self._put_after(para, new)
        drop_open_ends(new)

    def move_after(
        self, para: int, moved: Sequence[int], before: Mapping[int, Element], pen: Pen
    ) -> None:
        """Put paragraphs of the user's behind another one; -1: before all.

        ``before`` are copies of them as they were: struck out, these stay where they stood.
        """
        elements = [self._user.paragraphs[index].elements[0] for index in moved]
        for index, element in zip(moved, elements, strict=True):
            element.addprevious(before[index])
            strike_whole(before[index], pen)
            insert_whole(element, pen)
        self._put_after(para, elements)

    def _put_after(self, para: int, new: Sequence[Element]) -> None:
        """Put elements behind a paragraph of the user's, or the table around it."""
        if para >= 0:
            anchor = _top(self._user.paragraphs[para].elements[-1])
            for element in reversed(new):
                anchor.addnext(element)
        else:
            body = self._user.root.find(qn("body"))
            assert body is not None
            body[0:0] = new

    def _elements(self, paras: Sequence[int]) -> list[Element]:
        """The paragraphs and tables of the fresh file, with the empty lines above each."""
        result: list[Element] = []
        for para in paras:
            top = _top(self._fresh.paragraphs[para].elements[0])
            if top not in result:
                above = [line for line in _empty_lines_above(top) if line not in result]
                result += [*reversed(above), top]
        return result

    def insert_row(self, rows: Sequence[Element], after: int, para: int) -> Element:
        """Put a row of the fresh file behind one of the ``rows`` of the user's; -1: before all.

        The row is the one in which paragraph ``para`` of the fresh file stands.
        """
        row = next(self._fresh.paragraphs[para].elements[0].iterancestors(TR))
        new = self._copy(row)
        put_row(rows, after, new)
        if after >= 0:
            _take_widths(rows[after], new)
            _end_merges(rows[after], new)
        drop_open_ends([new])
        return new

    def fresh_cell(self, cell: Element, para: int, column: int) -> None:
        """Put the cell of the fresh file's row, in which paragraph ``para`` stands, in the place of
        one of the user's."""
        row = next(self._fresh.paragraphs[para].elements[0].iterancestors(TR))
        new = self._copy(row.findall(TC)[column])
        cell.addprevious(new)
        take_out(cell)
        _take_width(cell, new)
        drop_open_ends([new])

    def _copy(self, element: Element) -> Element:
        """A copy of a paragraph, a table or a row, marked as inserted."""
        copy = deepcopy(element)
        for row in copy.iter(TR):
            mark_row(row, "ins", self._pen)
        for paragraph in copy.iter(P):
            self._insert_runs(paragraph)
        if copy.tag == P:
            mark_paragraph(copy, "ins", self._pen)
        self._adapt(copy)
        return copy

    def _insert_runs(self, paragraph: Element) -> None:
        """Runs become insertions; the end of a section stays behind."""
        for section in list(paragraph.iter(qn("sectPr"))):
            take_out(section)
        for run in paragraph.findall(R):
            inserted = self._pen.change("ins")
            run.addprevious(inserted)
            inserted.append(run)

    def _adapt(self, element: Element) -> None:
        """Style ids of the user's file, bookmarks with ids of their own.

        A style that the user's file does not have is left out.
        """
        for item in list(element.iter(*map(qn, _STYLES))):
            style = self._styles.get(item.get(VAL, ""))
            if style is None:
                take_out(item)
            else:
                item.set(VAL, style)
        renumber(element, self._pen.ids)


def _same_styles(fresh: WordFile, user: WordFile) -> dict[str, str]:
    """The style ids of the fresh file as the user's file calls the styles of the same names."""
    there = {name: ident for ident, name in _styles(user)}
    return {ident: there[name] for ident, name in _styles(fresh) if name in there}


def _styles(file: WordFile) -> Iterator[tuple[str, str]]:
    """The id and name of each style."""
    part = file.archive.related("styles")
    root = file.archive.tree(part) if part else None
    for style in [] if root is None else root.iter(qn("style")):
        name = style.find(qn("name"))
        if name is not None:
            yield style.get(qn("styleId"), ""), name.get(VAL, "").lower()


def _top(element: Element) -> Element:
    """The element itself, or the outermost table around it."""
    tables = list(element.iterancestors(TBL))
    return tables[-1] if tables else element


def _empty_lines_above(element: Element) -> Iterator[Element]:
    """The paragraphs without a run directly above an element, the nearest first."""
    for before in element.itersiblings(preceding=True):
        if before.tag != P or before.find(f".//{R}") is not None:
            return
        yield before


def put_row(rows: Sequence[Element], after: int, new: Element) -> None:
    """Put a row behind one of some rows; -1: before all."""
    if after >= 0:
        rows[after].addnext(new)
    else:
        rows[0].addprevious(new)


def rows_of(file: WordFile, table: int) -> list[Element]:
    """The rows (not deleted) of a table of the body, as the reader counts them."""
    inside = (para for para in file.paragraphs if para.cell and para.cell.table == table)
    rows = _top(next(inside).elements[0]).iter(TR)
    seen = (row for row in rows if not (deleted_row(row) or in_other_way(row)))
    return [row for row in seen if _depth(row) == 1]


def _depth(row: Element) -> int:
    return sum(1 for _ in row.iterancestors(TBL))


def _take_widths(model: Element, row: Element) -> None:
    """The cells of a new row are as wide as those of the row above."""
    above, cells = model.findall(TC), row.findall(TC)
    if len(above) == len(cells):
        for one, other in zip(above, cells, strict=True):
            _take_width(one, other)


def _take_width(model: Element, cell: Element) -> None:
    width, own = model.find(_WIDTH), cell.find(_WIDTH)
    if width is not None and own is not None:
        own.addprevious(deepcopy(width))
        take_out(own)


def _end_merges(above: Element, row: Element) -> None:
    """A cell that continues a merge which the row above does not have stands alone."""
    merged = {column for column, cell in _on_grid(above) if cell.find(_MERGE) is not None}
    for column, cell in _on_grid(row):
        merge = cell.find(_MERGE)
        continues = merge is not None and merge.get(VAL, "continue") == "continue"
        if merge is not None and continues and column not in merged:
            take_out(merge)


def _on_grid(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells of a row, each with the column of the grid in which it begins."""
    column = 0
    for cell in row.findall(TC):
        yield column, cell
        span = cell.find(_SPAN)
        column += int(span.get(VAL, "1")) if span is not None else 1
