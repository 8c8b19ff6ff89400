"""The paragraphs on which something hangs that does not survive a move."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from generator.word.archive import Archive
from generator.word.author import ours
from generator.word.reader.paragraph import ReadParagraph
from generator.word.wordml import DELETED, INSERTED, MATH, SDT, TBL, TC, TR, Element, P, qn

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
_BESIDE = (P, TBL, SDT, qn("sectPr"))
_COMMENTED = qn("commentRangeStart"), qn("commentReference")


def busy_paragraphs(archive: Archive, paragraphs: Sequence[ReadParagraph]) -> Iterator[int]:
    """The paragraphs, by index, with pending changes, comments of other people, notes, pictures,
    fields, formulas; of a row all, where one is so or the row itself is pending."""
    own = _our_comments(archive)
    rows: dict[int, bool] = {}
    for index, paragraph in enumerate(paragraphs):
        element = paragraph.elements[0]
        row = next(element.iterancestors(TR), None) if paragraph.cell else None
        if row is None:
            is_busy = _holds(element, own) or not (_is_of_runs(element) and _stands_free(element))
        else:
            key = id(row)
            if key not in rows:
                rows[key] = _holds(row, own)
            is_busy = rows[key]
        if is_busy or paragraph.para.fixed or len(paragraph.elements) > 1:
            yield index


def _is_of_runs(paragraph: Element) -> bool:
    return next(paragraph.iter(*_NO_RUNS), None) is None


def _stands_free(paragraph: Element) -> bool:
    """Whether the file stays whole where a paragraph goes: its mark ends no section, and another
    paragraph follows."""
    following = next((item for item in paragraph.itersiblings() if item.tag in _BESIDE), None)
    ends_section = next(paragraph.iter(qn("sectPr")), None) is not None
    return following is not None and following.tag == P and not ends_section


def _our_comments(archive: Archive) -> set[str]:
    """The ids of our comments."""
    part = archive.related("comments")
    root = archive.tree(part) if part else None
    return set() if root is None else {item.get(qn("id"), "") for item in root if ours(item)}


def _holds(element: Element, own: Collection[str]) -> bool:
    """Whether an element holds what hangs on it, or lies in a control."""
    if next(element.iter(*_PENDING, *_ONCE), None) is not None:
        return True
    if any(item.get(qn("id"), "") not in own for item in element.iter(*_COMMENTED)):
        return True
    parent = element.getparent()
    return parent is not None and parent.tag not in (TC, qn("body"), qn("tbl"))
