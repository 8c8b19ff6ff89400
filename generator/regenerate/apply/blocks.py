"""Whole paragraphs, tables and rows that come or go, as tracked changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from generator.model.bookmarks import bookmark, read_bookmark
from generator.regenerate.apply.tracked import Pen, delete, ours
from generator.word.reader import Paragraph, WordFile
from generator.word.wordml import (
    BOOKMARK_END,
    BOOKMARK_START,
    PPR,
    RPR,
    TBL,
    TC,
    TR,
    VAL,
    Element,
    P,
    R,
    deleted_row,
    qn,
)

_STYLES = ("pStyle", "rStyle", "tblStyle")


def style_map(fresh: WordFile, user: WordFile) -> dict[str, str]:
    """The style ids of the fresh file as the user's file calls the styles of the same names."""
    names = _styles(fresh)
    there = {name: ident for ident, name in _styles(user).items()}
    return {ident: there[name] for ident, name in names.items() if name in there}


def _styles(file: WordFile) -> dict[str, str]:
    part = file.archive.related("styles")
    root = file.archive.tree(part) if part else None
    result: dict[str, str] = {}
    for style in root.iter(qn("style")) if root is not None else ():
        name = style.find(qn("name"))
        if name is not None:
            result[style.get(qn("styleId"), "")] = name.get(VAL, "").lower()
    return result


class Builder:
    """Copies blocks of the fresh file into the user's, in the user's styles, with marks of the new draft."""

    def __init__(self, fresh: WordFile, user: WordFile, pen: Pen) -> None:
        self._fresh, self._user, self._pen = fresh, user, pen
        self._map = style_map(fresh, user)

    def insert_after(self, para: int, places: Sequence[int]) -> None:
        """Put paragraphs of the fresh file (by place; a table as a whole) behind a paragraph of the user's; -1: first."""
        new = [self._copy(element) for element in self._elements(places)]
        if para >= 0:
            anchor = _top(self._user.paragraphs[para].elements[-1])
            for element in reversed(new):
                anchor.addnext(element)
        else:
            body = self._user.root.find(qn("body"))
            assert body is not None
            body[0:0] = new
        for element in new:
            _keep_whole_marks(element, new)

    def _elements(self, places: Sequence[int]) -> list[Element]:
        """The paragraphs and tables of the fresh file, with the empty lines above each."""
        result: list[Element] = []
        for place in places:
            top = _top(self._fresh.paragraphs[place].elements[0])
            if top in result:
                continue
            lines: list[Element] = []
            before = top.getprevious()
            while (
                before is not None
                and before.tag == P
                and before.find(f".//{R}") is None
                and before not in result
            ):
                lines.insert(0, before)
                before = before.getprevious()
            result += [*lines, top]
        return result

    def insert_row(self, table: int, after: int, place: int) -> None:
        """Put the row of the fresh file in which paragraph ``place`` stands behind a row of the user's table."""
        row = _around(self._fresh.paragraphs[place].elements[0], TR)
        assert row is not None
        new = self._row(deepcopy(row))
        rows = user_rows(self._user, table)
        if after >= 0:
            rows[after].addnext(new)
            _same_widths(rows[after], new)
            _whole_merges(rows[after], new)
        else:
            rows[0].addprevious(new)
        _keep_whole_marks(new, [new])

    def _copy(self, element: Element) -> Element:
        copy = deepcopy(element)
        if copy.tag == TBL:
            for row in copy.iter(TR):
                self._row(row)
        else:
            self._paragraph(copy)
            mark_paragraph(copy, "ins", self._pen)
        self._rename(copy)
        return copy

    def _row(self, row: Element) -> Element:
        mark_row(row, "ins", self._pen)
        for paragraph in row.iter(P):
            self._paragraph(paragraph)
        self._rename(row)
        return row

    def _paragraph(self, paragraph: Element) -> None:
        """Runs become insertions; the end of a section stays behind."""
        for section in list(paragraph.iter(qn("sectPr"))):
            parent = section.getparent()
            assert parent is not None
            parent.remove(section)
        for run in paragraph.findall(R):
            inserted = self._pen.change("ins")
            run.addprevious(inserted)
            inserted.append(run)

    def _rename(self, element: Element) -> None:
        """Style ids of the user's file; a style that it does not have is left out."""
        for item in list(element.iter(*map(qn, _STYLES))):
            known = self._map.get(item.get(VAL, ""))
            if known is not None:
                item.set(VAL, known)
                self._map.setdefault(known, known)
            else:
                parent = item.getparent()
                assert parent is not None
                parent.remove(item)
        for start in list(element.iter(BOOKMARK_START)):
            _renumber(start, element, self._pen)


def _renumber(start: Element, element: Element, pen: Pen) -> None:
    """A bookmark gets an id of its own; one that the document has already, or that is not whole, goes."""
    old = start.get(qn("id"))
    ends = [end for end in element.iter(BOOKMARK_END) if end.get(qn("id")) == old]
    pair = pen.own(start.get(qn("name"), "")) if ends else None
    for item in [start, *ends]:
        parent = item.getparent()
        assert parent is not None
        if pair is None:
            parent.remove(item)
        else:
            item.set(qn("id"), pair)


def _keep_whole_marks(element: Element, among: Sequence[Element]) -> None:
    """Ends of bookmarks whose start stayed behind go."""
    starts = {start.get(qn("id")) for item in among for start in item.iter(BOOKMARK_START)}
    for end in list(element.iter(BOOKMARK_END)):
        if end.get(qn("id")) not in starts:
            parent = end.getparent()
            assert parent is not None
            parent.remove(end)


def _around(element: Element, tag: str) -> Element | None:
    return next(iter(element.iterancestors(tag)), None)


def _top(element: Element) -> Element:
    """The element itself, or the outermost table around it."""
    tables = list(element.iterancestors(TBL))
    return tables[-1] if tables else element


def user_rows(file: WordFile, table: int) -> list[Element]:
    """The rows (not deleted) of a table of the body, as the reader counts them."""
    place = next(
        paragraph
        for paragraph in file.paragraphs
        if paragraph.cell and paragraph.cell.table == table
    )
    return [
        row
        for row in _top(place.elements[0]).iter(TR)
        if not deleted_row(row) and len(list(row.iterancestors(TBL))) == 1
    ]


def _same_widths(model: Element, row: Element) -> None:
    """The cells of a new row are as wide as those of the row above."""
    above, cells = model.findall(TC), row.findall(TC)
    if len(above) != len(cells):
        return
    for one, other in zip(above, cells, strict=True):
        width, own = one.find(f"{qn('tcPr')}/{qn('tcW')}"), other.find(f"{qn('tcPr')}/{qn('tcW')}")
        if width is not None and own is not None:
            own.getparent().replace(own, deepcopy(width))  # type: ignore[union-attr]


def _whole_merges(above: Element, row: Element) -> None:
    """A cell that continues a merge which the row above does not have stands alone."""
    for one, other in zip(above.findall(TC), row.findall(TC), strict=False):
        merge = other.find(f"{qn('tcPr')}/{qn('vMerge')}")
        if (
            merge is not None
            and merge.get(VAL, "continue") == "continue"
            and one.find(f"{qn('tcPr')}/{qn('vMerge')}") is None
        ):
            merge.getparent().remove(merge)  # type: ignore[union-attr]


def drop_paragraph(paragraph: Paragraph, pen: Pen) -> None:
    """Delete a paragraph; its mark too where the file stays whole without it."""
    delete_all(paragraph, pen)
    for element in paragraph.elements:
        if not _mark_may_go(element):
            continue
        pending = element.find(f"{PPR}/{RPR}/{qn('ins')}")
        if pending is not None and ours(pending):
            _take_out(element)
        else:
            mark_paragraph(element, "del", pen)


def delete_all(paragraph: Paragraph, pen: Pen) -> None:
    """Delete every character of a paragraph."""
    length = max((piece.end for piece in paragraph.pieces), default=0)
    spot = delete(paragraph, 0, length, pen)
    if spot and spot.after is not None and (parent := spot.after.getparent()) is not None:
        parent.remove(spot.after)
        if len(parent) == 0 and parent.tag == qn("ins"):
            parent.getparent().remove(parent)  # type: ignore[union-attr]


def _mark_may_go(element: Element) -> bool:
    """Not the last paragraph of a cell or of the text, none before a table, none that ends a section."""
    following = element.getnext()
    while following is not None and following.tag not in (P, TBL, qn("sdt"), qn("sectPr")):
        following = following.getnext()
    return (
        following is not None
        and following.tag == P
        and element.find(f"{PPR}/{qn('sectPr')}") is None
    )


def _take_out(element: Element) -> None:
    """Remove a paragraph of ours that nobody accepted; what others left in it goes to the next one."""
    following = element.getnext()
    while following is not None and following.tag != P:
        following = following.getnext()
    rest = [
        child
        for child in element
        if child.tag != PPR and not (child.tag == qn("ins") and len(child) == 0)
    ]
    if following is not None and rest:
        at = 1 if len(following) and following[0].tag == PPR else 0
        following[at:at] = rest
    element.getparent().remove(element)  # type: ignore[union-attr]


def mark_paragraph(element: Element, tag: str, pen: Pen) -> None:
    """Insert or delete the paragraph's mark as a tracked change."""
    properties = element.find(PPR)
    if properties is None:
        properties = etree.Element(PPR)
        element.insert(0, properties)
    look = properties.find(RPR)
    if look is None:
        look = etree.Element(RPR)
        later = next(
            (child for child in properties if child.tag in (qn("sectPr"), qn("pPrChange"))), None
        )
        if later is None:
            properties.append(look)
        else:
            later.addprevious(look)
    at = sum(1 for child in look if child.tag == qn("ins"))
    look.insert(at, pen.change(tag))


def drop_row(row: Element, paragraphs: Sequence[Paragraph], pen: Pen) -> None:
    """Delete a table row; one of ours that nobody accepted just goes."""
    pending = row.find(f"{qn('trPr')}/{qn('ins')}")
    if pending is not None and ours(pending):
        row.getparent().remove(row)  # type: ignore[union-attr]
        return
    for paragraph in paragraphs:
        delete_all(paragraph, pen)
    mark_row(row, "del", pen)


def mark_row(row: Element, tag: str, pen: Pen) -> None:
    """Insert or delete a row as a tracked change."""
    properties = row.find(qn("trPr"))
    if properties is None:
        properties = etree.Element(qn("trPr"))
        at = sum(1 for child in row if child.tag == qn("tblPrEx"))
        row.insert(at, properties)
    later = properties.find(qn("trPrChange"))
    if later is None:
        properties.append(pen.change(tag))
    else:
        later.addprevious(pen.change(tag))


def renew_marks(root: Element, draft: str, renames: Mapping[str, str | None]) -> None:
    """The marks get the code of the new draft; copies, and marks of what it no longer has, go."""
    taken: set[str] = set()
    gone: set[str] = set()
    for start in list(root.iter(BOOKMARK_START)):
        name = start.get(qn("name"), "")
        if not name.startswith("_RG"):
            continue
        mark = read_bookmark(name)
        ident = renames.get(mark.ident, mark.ident) if mark else None
        new = bookmark(draft, ident) if ident else ""
        if not new or new in taken:
            gone.add(start.get(qn("id"), ""))
            start.getparent().remove(start)  # type: ignore[union-attr]
            continue
        taken.add(new)
        start.set(qn("name"), new)
    for end in list(root.iter(BOOKMARK_END)):
        if end.get(qn("id"), "") in gone:
            end.getparent().remove(end)  # type: ignore[union-attr]


def unique_ids(root: Element, pen: Pen) -> None:
    """Changes that were cut in two get ids of their own."""
    seen: set[str] = set()
    for element in root.iter(
        *map(qn, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
    ):
        ident = element.get(qn("id"), "")
        if ident in seen:
            element.set(qn("id"), pen.ident())
        seen.add(ident)
