"""Edits inside the user's runs as tracked changes: right to left, formatting untouched, nested in others' changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from generator.model.bookmarks import bookmark, read_bookmark
from generator.regenerate.decide import Edit
from generator.word.reader import Paragraph, Piece
from generator.word.wordml import (
    AUTHOR,
    BOOKMARK_END,
    BOOKMARK_START,
    CONTAINERS,
    INSERTED,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    Element,
    P,
    R,
    T,
    qn,
)

AUTHOR_NAME = "拟稿"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ANNOTATED = (
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "bookmarkStart",
    "rPrChange",
    "pPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "sectPrChange",
    "numberingChange",
    "cellIns",
    "cellDel",
    "cellMerge",
    "tblGridChange",
    "tblPrExChange",
    "moveFromRangeStart",
    "moveToRangeStart",
    "permStart",
    "customXmlInsRangeStart",
    "customXmlDelRangeStart",
    "customXmlMoveFromRangeStart",
    "customXmlMoveToRangeStart",
)


@dataclass
class Pen:
    """Writes our changes into one document: the date they bear, the draft whose marks they get, ids never used twice."""

    root: Element
    date: str
    draft: str
    _next: int = 0
    _names: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for element in self.root.iter(*map(qn, _ANNOTATED)):
            ident = element.get(qn("id"), "")
            if ident.isdecimal():
                self._next = max(self._next, int(ident))
        self._names = {element.get(qn("name"), "") for element in self.root.iter(BOOKMARK_START)}

    def ident(self) -> str:
        """An id that nothing in the document has."""
        self._next += 1
        return str(self._next)

    def change(self, tag: str, *children: Element) -> Element:
        """``w:ins`` or ``w:del`` of ours around some runs, or as a mark of a paragraph or row."""
        element = _element(tag)
        element.set(qn("id"), self.ident())
        element.set(AUTHOR, AUTHOR_NAME)
        element.set(qn("date"), self.date)
        element.extend(children)
        return element

    def marks(self, fid: str | None) -> tuple[Element, Element] | None:
        """The bookmark of a figure, unless the document has it already."""
        return self.pair(bookmark(self.draft, fid)) if fid else None

    def own(self, name: str) -> str | None:
        """The id for a bookmark of that name; None where the document has one already."""
        if name in self._names:
            return None
        self._names.add(name)
        return self.ident()

    def pair(self, name: str) -> tuple[Element, Element] | None:
        """Start and end of a bookmark; None where the document has one of that name already."""
        ident = self.own(name)
        if ident is None:
            return None
        start, end = _element("bookmarkStart"), _element("bookmarkEnd")
        start.set(qn("id"), ident)
        start.set(qn("name"), name)
        end.set(qn("id"), ident)
        return start, end


def _element(tag: str) -> Element:
    return etree.Element(qn(tag))


def ours(element: Element) -> bool:
    """Whether a change or comment is ours."""
    return element.get(AUTHOR) == AUTHOR_NAME


def apply_edits(paragraph: Paragraph, edits: Sequence[Edit], pen: Pen) -> None:
    """Put the edits of one paragraph (in order, not overlapping) into its runs. Raises ValueError over an object."""
    for edit in reversed(edits):
        spot = delete(paragraph, edit.start, edit.end, pen) or _spot(paragraph, edit.start)
        if edit.segments:
            _insert(edit, spot, pen)
        _clear(spot)


@dataclass(frozen=True)
class _Spot:
    """Where new text goes: behind ``after`` or as the first child of ``inside``; ``format`` is the run it looks like.
    ``pending`` is true inside an insertion of ours that nobody has accepted yet; ``marker`` is to be taken out."""

    after: Element | None
    inside: Element | None
    format: Element | None
    pending: bool = False
    marker: bool = False


def delete(paragraph: Paragraph, start: int, end: int, pen: Pen) -> _Spot | None:
    """Delete characters; gives the spot behind them (a marker that the caller clears), None where there were none."""
    spot: _Spot | None = None
    for piece in reversed(paragraph.pieces):
        if piece.start >= end or piece.end <= start:
            continue
        if piece.run is None or piece.node is None:
            raise ValueError("an object cannot be edited")
        run = isolate(piece, max(start, piece.start), min(end, piece.end))
        around = _insertion_around(run)
        pending = around is not None and ours(around)
        if spot is None:
            marker = _element("marker")
            run.addnext(marker)
            spot = _Spot(marker, None, run, pending, marker=True)
        else:
            spot = _Spot(spot.after, None, run, spot.pending, marker=True)
        strike(run, pen)
    return spot


def strike(run: Element, pen: Pen) -> None:
    """Strike a run out as a tracked deletion; what we inserted ourselves and nobody accepted just goes."""
    around = _insertion_around(run)
    parent = run.getparent()
    assert parent is not None
    if around is not None and ours(around):
        parent.remove(run)
        return
    struck = pen.change("del")
    run.addprevious(struck)
    struck.append(run)
    _to_deleted(run)


def _clear(spot: _Spot) -> None:
    """Take the marker out, and an insertion of ours that holds nothing any more."""
    if not spot.marker or spot.after is None:
        return
    parent = spot.after.getparent()
    assert parent is not None
    parent.remove(spot.after)
    if parent.tag in INSERTED and len(parent) == 0:
        outer = parent.getparent()
        assert outer is not None
        outer.remove(parent)


def _to_deleted(run: Element) -> None:
    for node in run.iter(T):
        node.tag = qn("delText")
        node.set(_SPACE, "preserve")


def _insertion_around(run: Element) -> Element | None:
    """The insertion (anybody's) that a run stands in."""
    parent = run.getparent()
    while parent is not None and parent.tag != P:
        if parent.tag in INSERTED:
            return parent
        parent = parent.getparent()
    return None


def isolate(piece: Piece, start: int, end: int) -> Element:
    """The run that holds exactly the characters ``start`` to ``end`` of a piece; runs are cut where needed."""
    assert piece.run is not None and piece.node is not None
    node = piece.node
    if end < piece.end:
        _cut(piece.run, node, end - piece.start)
    elif node.getnext() is not None:
        _cut(piece.run, node, None)
    if start > piece.start:
        return _cut(piece.run, node, start - piece.start)
    if any(child.tag != RPR for child in node.itersiblings(preceding=True)):
        return _cut(piece.run, node, 0)
    return piece.run


def _cut(run: Element, node: Element, at: int | None) -> Element:
    """Cut a run inside ``node`` after ``at`` characters (0: before it; None: behind it); gives the second run."""
    second = _element("r")
    properties = run.find(RPR)
    if properties is not None:
        second.append(deepcopy(properties))
    following = list(node.itersiblings())
    if at == 0:
        following.insert(0, node)
    elif at is not None:
        text = node.text or ""
        rest = _element("t")
        node.text, rest.text = text[:at], text[at:]
        for part in (node, rest):
            part.set(_SPACE, "preserve")
        second.append(rest)
    second.extend(following)
    run.addnext(second)
    return second


def _insert(edit: Edit, spot: _Spot, pen: Pen) -> None:
    looks = spot.format
    if spot.pending:
        _place(spot, [new_run(segment.text, looks) for segment in edit.segments])
        return
    content: list[Element] = []
    for segment in edit.segments:
        inserted = pen.change("ins", new_run(segment.text, looks))
        marks = pen.marks(segment.fid)
        content += [marks[0], inserted, marks[1]] if marks else [inserted]
    _place(_outside(spot), content)


def _place(spot: _Spot, content: Sequence[Element]) -> None:
    if spot.after is not None:
        for element in reversed(content):
            spot.after.addnext(element)
    else:
        assert spot.inside is not None
        at = 1 if len(spot.inside) and spot.inside[0].tag == PPR else 0
        spot.inside[at:at] = content


def _outside(spot: _Spot) -> _Spot:
    """A spot that is not inside another person's insertion: theirs is cut in two."""
    after = spot.after
    parent = after.getparent() if after is not None else None
    if after is None or parent is None or parent.tag not in INSERTED:
        return spot
    following = list(after.itersiblings())
    if following:
        rest = deepcopy(parent)
        for child in list(rest):
            rest.remove(child)
        rest.extend(following)
        parent.addnext(rest)
    return _Spot(parent, None, spot.format)


def _spot(paragraph: Paragraph, at: int) -> _Spot:
    """Where new text goes that replaces nothing: behind the character before it, else before the one after it."""
    before = next((piece for piece in paragraph.pieces if piece.start < at <= piece.end), None)
    if before and before.run is not None and before.node is not None:
        run = isolate(before, before.start, at)
        around = _insertion_around(run)
        if around is not None and ours(around):
            return _Spot(run, None, run, pending=True)
        return _Spot(_past_figure(_climb(run)), None, run)
    after = next((piece for piece in paragraph.pieces if piece.start <= at < piece.end), None)
    if after and after.run is not None and after.node is not None:
        run = isolate(after, at, after.end)
        around = _insertion_around(run)
        if around is not None and not ours(around):
            return _before(around, run)
        return _before(run, run)
    return _spot_without_text(paragraph)


def _before(element: Element, looks: Element) -> _Spot:
    """The spot before an element and before the figure's bookmark that begins there."""
    previous = element.getprevious()
    while (
        previous is not None
        and previous.tag == BOOKMARK_START
        and _is_figure(previous.get(qn("name"), ""))
    ):
        previous = previous.getprevious()
    parent = element.getparent()
    return _Spot(previous, parent if previous is None else None, looks)


def _spot_without_text(paragraph: Paragraph) -> _Spot:
    """An empty paragraph: behind what opens at its beginning."""
    element = paragraph.elements[-1]
    last = None
    for child in element:
        if child.tag in (PPR, BOOKMARK_START):
            last = child
        else:
            break
    return _Spot(last, element if last is None else None, None)


def _climb(run: Element) -> Element:
    """The run, or the hyperlink, control or insertion that ends with it."""
    element = run
    while True:
        parent = element.getparent()
        if (
            parent is None
            or parent.tag not in CONTAINERS | {SDT_CONTENT, SDT}
            or any(next(sibling.iter(R), None) is not None for sibling in element.itersiblings())
        ):
            return element
        element = parent


def _past_figure(element: Element) -> Element:
    """Behind the end of a figure's bookmark that ends here: new words do not belong to the figure."""
    root = element.getroottree()
    following = element.getnext()
    while following is not None and following.tag == BOOKMARK_END:
        ident = following.get(qn("id"), "")
        start = next(
            (item for item in root.iter(BOOKMARK_START) if item.get(qn("id")) == ident), None
        )
        if start is None or not _is_figure(start.get(qn("name"), "")):
            break
        element, following = following, following.getnext()
    return element


def _is_figure(name: str) -> bool:
    mark = read_bookmark(name)
    return mark is not None and mark.ident.startswith("f")


def new_run(text: str, looks: Element | None) -> Element:
    """A run with a text that looks like another run."""
    run = _element("r")
    properties = looks.find(RPR) if looks is not None else None
    if properties is not None:
        copy = deepcopy(properties)
        for change in copy.findall(qn("rPrChange")):
            copy.remove(change)
        run.append(copy)
    for part in re.split("([\t\n])", text):
        if part == "\t":
            run.append(_element("tab"))
        elif part == "\n":
            run.append(_element("br"))
        elif part:
            node = _element("t")
            node.text = part
            node.set(_SPACE, "preserve")
            run.append(node)
    return run
