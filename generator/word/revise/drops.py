"""Whole paragraphs and rows that go, as tracked changes."""

from __future__ import annotations

from collections.abc import Sequence

from generator.word.reader import ReadParagraph
from generator.word.revise.marks import (
    is_pending_paragraph,
    is_pending_row,
    mark_paragraph,
    mark_row,
)
from generator.word.revise.pen import Pen
from generator.word.revise.tracked import delete, delete_run
from generator.word.revise.tree import first_child_index, next_of, take_out
from generator.word.wordml import PPR, SDT, TBL, Element, P, qn

_BLOCKS = (P, TBL, SDT, qn("sectPr"))
"""What stands beside a paragraph."""


def drop_paragraph(paragraph: ReadParagraph, pen: Pen) -> None:
    """Delete a paragraph; its mark too where the file stays whole without it."""
    _delete_text(paragraph, pen)
    for element in paragraph.elements:
        if not _mark_may_go(element):
            continue
        if is_pending_paragraph(element):
            _withdraw(element)
        else:
            mark_paragraph(element, "del", pen)


def drop_row(row: Element, paragraphs: Sequence[ReadParagraph], pen: Pen) -> None:
    """Delete a table row; one of ours that nobody accepted just goes."""
    if is_pending_row(row):
        take_out(row)
        return
    for paragraph in paragraphs:
        _delete_text(paragraph, pen)
    mark_row(row, "del", pen)


def _delete_text(paragraph: ReadParagraph, pen: Pen) -> None:
    """Delete every character of a paragraph, what people crossed out as well: alone it would run
    into the next paragraph."""
    spot = delete(paragraph, 0, len(paragraph.text), pen)
    if spot:
        spot.clear()
    for run in paragraph.crossed:
        delete_run(run, pen)


def _mark_may_go(element: Element) -> bool:
    """Not the last paragraph of a cell or of the text, none before a table or a section's end."""
    following = next_of(element, _BLOCKS)
    if following is None or following.tag != P:
        return False
    return element.find(f"{PPR}/{qn('sectPr')}") is None


def _withdraw(element: Element) -> None:
    """Remove a paragraph of ours that nobody accepted; what others left in it goes to the next."""
    following = next_of(element, (P,))
    rest = [child for child in element if child.tag != PPR and not _is_empty_insertion(child)]
    if following is not None and rest:
        at = first_child_index(following)
        following[at:at] = rest
    take_out(element)


def _is_empty_insertion(element: Element) -> bool:
    return element.tag == qn("ins") and len(element) == 0
