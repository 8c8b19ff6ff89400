"""The marks of paragraphs and rows: a whole one comes or goes by a tracked change of its mark."""

from __future__ import annotations

from generator.word.author import ours
from generator.word.building import w
from generator.word.revise.pen import Pen
from generator.word.wordml import PPR, RPR, Element, qn

_BEHIND_LOOK = (qn("sectPr"), qn("pPrChange"))
"""What follows the look of the mark in a paragraph's properties."""


def mark_paragraph(element: Element, tag: str, pen: Pen) -> None:
    """Insert or delete a paragraph's mark as a tracked change."""
    look = _look_of_mark(element)
    behind = sum(1 for child in look if child.tag == qn("ins"))
    look.insert(behind, pen.change(tag))


def _look_of_mark(paragraph: Element) -> Element:
    """The look of a paragraph's mark, made where there is none."""
    properties = paragraph.find(PPR)
    if properties is None:
        properties = w("pPr")
        paragraph.insert(0, properties)
    look = properties.find(RPR)
    if look is None:
        look = w("rPr")
        _put_before(properties, look, _BEHIND_LOOK)
    return look


def mark_row(row: Element, tag: str, pen: Pen) -> None:
    """Insert or delete a row as a tracked change."""
    properties = row.find(qn("trPr"))
    if properties is None:
        properties = w("trPr")
        row.insert(sum(1 for child in row if child.tag == qn("tblPrEx")), properties)
    _put_before(properties, pen.change(tag), (qn("trPrChange"),))


def _put_before(parent: Element, child: Element, tags: tuple[str, ...]) -> None:
    """Put a child before the first one with some tags, else last."""
    later = next((item for item in parent if item.tag in tags), None)
    if later is None:
        parent.append(child)
    else:
        later.addprevious(child)


def is_pending_paragraph(element: Element) -> bool:
    """Whether we inserted a paragraph and nobody accepted it yet."""
    inserted = element.find(f"{PPR}/{RPR}/{qn('ins')}")
    return inserted is not None and ours(inserted)


def is_pending_row(row: Element) -> bool:
    """Whether we inserted a row and nobody accepted it yet."""
    inserted = row.find(f"{qn('trPr')}/{qn('ins')}")
    return inserted is not None and ours(inserted)
