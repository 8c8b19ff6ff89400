"""The paragraphs on which something hangs that does not survive a move."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.word.archive import Archive
from generator.word.author import ours
from generator.word.reader.outside import with_all_around
from generator.word.reader.paragraph import ReadParagraph
from generator.word.wordml import DELETED, ID, INSERTED, MATH, SDT, TBL, TC, TR, Element, P, qn

_PENDING = (
    *INSERTED,
    *DELETED,
    *map(qn, ("rPrChange", "pPrChange", "trPrChange", "tcPrChange", "cellIns", "cellDel")),
)
_ONCE = (
    SDT,
    *map(qn, ("footnoteReference", "endnoteReference", "drawing", "pict", "object", "permStart")),
)
"""What must not stand twice in a file."""
_NO_RUNS = (qn("fldSimple"), f"{{{MATH}}}oMath")
"""What is not struck out run by run; in a row it goes with the row."""
_SECTION = qn("sectPr")
"""Inside a paragraph: its mark ends a section."""
_NOT_STRUCK = (*_NO_RUNS, _SECTION)
_BESIDE = (P, TBL, SDT, _SECTION)
_PARENTS = (TC, qn("body"), TBL)
"""What paragraphs and rows stand in, unless it is a control."""
_COMMENTED = qn("commentRangeStart"), qn("commentReference")


def busy_paragraphs(archive: Archive, paragraphs: Sequence[ReadParagraph]) -> Iterator[int]:
    """The paragraphs, by index, with pending changes, comments of other people, notes, pictures,
    fields, formulas; of a row all, where one is so or the row itself is pending."""
    if not paragraphs:
        return
    root = paragraphs[0].elements[0].getroottree().getroot()
    found = list(root.iter(*_PENDING, *_ONCE, *_COMMENTED, *_NOT_STRUCK))
    hanging = with_all_around(_hanging(found, _our_comments(archive)))
    no_runs = with_all_around(item for item in found if item.tag in _NOT_STRUCK)
    rows: dict[tuple[int, int], bool] = {}
    for index, paragraph in enumerate(paragraphs):
        element, cell = paragraph.elements[0], paragraph.cell
        if paragraph.para.fixed or len(paragraph.elements) > 1:
            is_busy = True
        elif cell is None:
            whole = element not in no_runs and _is_followed(element)
            is_busy = not whole or element in hanging or _is_in_control(element)
        else:
            at = cell.table, cell.row
            if at not in rows:
                row = next(element.iterancestors(TR))
                rows[at] = row in hanging or _is_in_control(row)
            is_busy = rows[at]
        if is_busy:
            yield index


def _hanging(found: Iterable[Element], own: Collection[str]) -> Iterator[Element]:
    """What does not survive a move; comments are ``own`` by their ids."""
    for item in found:
        tag = item.tag
        if tag in _COMMENTED:
            if item.get(ID, "") not in own:
                yield item
        elif tag not in _NOT_STRUCK:
            yield item


def _is_followed(paragraph: Element) -> bool:
    """Whether another paragraph follows: the file stays whole where this one goes."""
    following = next((item for item in paragraph.itersiblings() if item.tag in _BESIDE), None)
    return following is not None and following.tag == P


def _is_in_control(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag not in _PARENTS


def _our_comments(archive: Archive) -> set[str]:
    """The ids of our comments."""
    part = archive.related("comments")
    root = archive.tree(part) if part else None
    return set() if root is None else {item.get(ID, "") for item in root if ours(item)}
