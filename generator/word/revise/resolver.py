"""Tracked changes accepted or rejected, by a path that shares nothing with the writing of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from msgspec import Struct

from generator.word.wordml import (
    AUTHOR,
    CONTAINERS,
    DELETED,
    INSERTED,
    MATH,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    TBL,
    TR,
    Element,
    P,
    is_contents,
    qn,
)

_TEXT, _DELETED_TEXT, _ROW_PROPERTIES = qn("t"), qn("delText"), qn("trPr")
_CONTROL = f"{{{MATH}}}ctrlPr"
"""How the sign of a structure of a formula is set, and whether it is deleted."""
_INNER = ("num", "den", "e", "sub", "sup", "deg", "lim", "fName", "mr")
_PARTS = frozenset(f"{{{MATH}}}{name}" for name in _INNER)
INVISIBLE = frozenset(
    map(
        qn,
        (
            "bookmarkStart",
            "bookmarkEnd",
            "commentRangeStart",
            "commentRangeEnd",
            "proofErr",
            "lastRenderedPageBreak",
            "moveFromRangeStart",
            "moveFromRangeEnd",
            "moveToRangeStart",
            "moveToRangeEnd",
        ),
    )
)
"""What marks a position and shows nothing."""
_TRANSPARENT = frozenset({SDT, SDT_CONTENT, qn("customXml")})
_PROPERTIES = frozenset(map(qn, ("sdtPr", "sdtEndPr", "customXmlPr")))
_NO_BLOCKS = INVISIBLE | _PROPERTIES
_NO_TEXT = INVISIBLE | frozenset(map(qn, ("smartTagPr", "customXmlPr")))


def resolve(
    root: Element, *, accept: bool, author: str | None = None, copy: bool = True
) -> Element:
    """A document with all changes of ``author`` (None: of everybody) accepted or rejected.

    A copy, unless that is not wanted.
    """
    result = deepcopy(root) if copy else root
    way = (
        _Resolution(INSERTED, DELETED, author) if accept else _Resolution(DELETED, INSERTED, author)
    )
    found = list(result.iter(*INSERTED, *DELETED, TBL))
    changes = way.changes(found)
    _resolve_rows(changes, way)
    _remove_without_rows(item for item in found if item.tag == TBL)
    _resolve_runs(changes, way)
    _resolve_marks(changes, way)
    return result


class _Resolution(Struct, frozen=True):
    """Which changes stay and which go with all they hold; ``author`` None: of everybody."""

    keep: frozenset[str]
    lose: frozenset[str]
    author: str | None

    def changes(self, elements: Iterable[Element]) -> list[Element]:
        """The changes by the author among some elements, in their order."""
        changes = (item for item in elements if item.tag != TBL)
        return [item for item in changes if self.author in (None, item.get(AUTHOR))]

    def loses(self, marks: list[Element]) -> bool:
        """Whether what bears some marks goes."""
        return any(mark.tag in self.lose for mark in marks)


def _resolve_rows(changes: Iterable[Element], way: _Resolution) -> None:
    """Table rows that go."""
    for row, marks in _marks_of(changes, _ROW_PROPERTIES, TR).items():
        _take_out(marks)
        if way.loses(marks):
            _remove(row)


def _remove_without_rows(tables: Iterable[Element]) -> None:
    """Take out tables without rows: they go with these."""
    for table in tables:
        if next(table.iter(TR), None) is None:
            _remove(table)


def _marks_of(changes: Iterable[Element], *around: str) -> dict[Element, list[Element]]:
    """Those changes that stand in elements of the tags ``around``, the innermost first, by the last
    of these: the row or the paragraph that they are said of."""
    marks: dict[Element, list[Element]] = {}
    for change in changes:
        owner = _around(change, around)
        if owner is not None:
            marks.setdefault(owner, []).append(change)
    return marks


def _around(element: Element, tags: tuple[str, ...]) -> Element | None:
    """The last of the elements around one, if those have the tags."""
    for tag in tags:
        above = element.getparent()
        if above is None or above.tag != tag:
            return None
        element = above
    return element


def _take_out(marks: Iterable[Element]) -> None:
    for mark in marks:
        _remove(mark)


def _resolve_runs(changes: Sequence[Element], way: _Resolution) -> None:
    """Insertions and deletions of runs: unwrapped or gone."""
    for change in reversed(changes):
        parent = change.getparent()
        if parent is not None and parent.tag not in (RPR, _ROW_PROPERTIES):
            _resolve_run(change, parent, way)


def _resolve_run(change: Element, parent: Element, way: _Resolution) -> None:
    if change.tag in way.lose:
        structure = _drawn_by(change)
        parent.remove(change)
        _dissolve(structure)
        _remove_emptied(parent)
    else:
        _unwrap(change, parent)


def _remove_emptied(element: Element) -> None:
    """Take out links, smart tags and the like of which all went: word processors keep none."""
    while element.tag in CONTAINERS and all(item.tag in _NO_TEXT for item in element):
        parent = element.getparent()
        if parent is None:
            return
        parent.remove(element)
        element = parent


def _drawn_by(change: Element) -> Element | None:
    """The structure of a formula that a change of its sign concerns; None for any other change."""
    control = next(change.iterancestors(_CONTROL), None)
    properties = None if control is None else control.getparent()
    if properties is None or not properties.tag.endswith("Pr"):
        return None
    return properties.getparent()


def _dissolve(structure: Element | None) -> None:
    """Put what is left in a structure of a formula in its place."""
    parent = None if structure is None else structure.getparent()
    if structure is not None and parent is not None:
        for item in list(_left(structure)):
            structure.addprevious(item)
        parent.remove(structure)


def _left(structure: Element) -> Iterator[Element]:
    """What the parts of a structure hold."""
    for child in structure:
        if child.tag in _PARTS:
            yield from _left(child)
        elif not child.tag.endswith("Pr"):
            yield child


def _unwrap(change: Element, parent: Element) -> None:
    """Put what a change holds in its place."""
    content = list(change)
    for child in content:
        change.addprevious(child)
    parent.remove(change)
    for child in content:
        for node in _deleted_text(child):
            node.tag = _TEXT


def _deleted_text(element: Element) -> Iterator[Element]:
    """The deleted text that comes back: what another's deletion still holds stays deleted."""
    for node in list(element.iter(_DELETED_TEXT)):
        if next(node.iterancestors(*DELETED), None) is None:
            yield node


def _resolve_marks(changes: Iterable[Element], way: _Resolution) -> None:
    """Paragraph marks: where one goes, the text runs into the next paragraph."""
    for paragraph, marks in _marks_of(changes, RPR, PPR, P).items():
        _take_out(marks)
        if way.loses(marks):
            _run_into_next(paragraph)


def _run_into_next(paragraph: Element) -> None:
    content = [child for child in paragraph if child.tag != PPR]
    following = _following(paragraph)
    if following is not None and following.tag == P:
        _put_first(following, content)
        _remove_paragraph(paragraph)
    elif all(map(_is_invisible, content)) and _has_others(paragraph):
        _remove(paragraph)


def _following(element: Element) -> Element | None:
    """What stands behind an element, into a control and out of one; None where the text ends."""
    following = _first(element.itersiblings())
    parent = element.getparent()
    if following is not None:
        return following
    if parent is None or parent.tag not in _TRANSPARENT:
        return None
    return _following(parent)


def _first(elements: Iterable[Element]) -> Element | None:
    """The first paragraph, table or the like; those in controls too, if there are any."""
    for element in elements:
        if element.tag not in _TRANSPARENT or is_contents(element):
            if element.tag not in _NO_BLOCKS:
                return element
        elif (inside := _first(element)) is not None:
            return inside
    return None


def _remove_paragraph(paragraph: Element) -> None:
    """Take out a paragraph, and the controls that held nothing else."""
    parent = paragraph.getparent()
    _remove(paragraph)
    while parent is not None and _is_empty_control(parent):
        empty = parent
        parent = empty.getparent()
        _remove(empty)


def _is_empty_control(element: Element) -> bool:
    return element.tag in _TRANSPARENT and all(item.tag in _PROPERTIES for item in element)


def _put_first(paragraph: Element, content: list[Element]) -> None:
    at = 1 if len(paragraph) and paragraph[0].tag == PPR else 0
    paragraph[at:at] = content


def _is_invisible(element: Element) -> bool:
    return element.tag in INVISIBLE


def _has_others(paragraph: Element) -> bool:
    """Whether the cell or text in which a paragraph stands has another one."""
    parent = paragraph.getparent()
    return parent is not None and len(parent.findall(P)) > 1


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
