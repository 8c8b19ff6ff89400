"""A whole paragraph or row struck out where it stood, and inserted where it goes.

Not as w:moveFrom and w:moveTo: Word calls files damaged in which these do not pair as it wants.
"""

from __future__ import annotations

from generator.word.author import ours
from generator.word.revise.bookmarks import take_out_bookmarks
from generator.word.revise.comments import remove_all_anchors
from generator.word.revise.marks import mark_paragraph, mark_row
from generator.word.revise.pen import Pen
from generator.word.revise.tracked import mark_deleted
from generator.word.revise.tree import take_out
from generator.word.wordml import TR, Element, P, R, qn


def strike_whole(element: Element, pen: Pen) -> None:
    """Strike out a copy of a paragraph or row; bookmarks and comments are with the original."""
    take_out_bookmarks(element, lambda _: True)
    remove_all_anchors(element)
    for run in list(element.iter(R)):
        mark_deleted(run, pen)
    _mark(element, "del", pen)


def insert_whole(element: Element, pen: Pen) -> None:
    """Make an insertion of a paragraph or row, with the changes of ours in it as accepted."""
    resolve_inside(element)
    for run in list(element.iter(R)):
        if not _is_inserted(run):
            inserted = pen.change("ins")
            run.addprevious(inserted)
            inserted.append(run)
    _mark(element, "ins", pen)


def resolve_inside(element: Element) -> None:
    """Accept the changes of ours in the runs of an element; it stays where it is."""
    for change in list(element.iter(qn("ins"), qn("del"))):
        parent = change.getparent()
        if parent is None or not ours(change) or parent.tag == qn("rPr"):
            continue
        if change.tag == qn("ins"):
            for child in list(change):
                change.addprevious(child)
        take_out(change)


def _is_inserted(run: Element) -> bool:
    parent = run.getparent()
    return parent is not None and parent.tag == qn("ins")


def _mark(element: Element, tag: str, pen: Pen) -> None:
    if element.tag == TR:
        mark_row(element, tag, pen)
    elif element.tag == P:
        mark_paragraph(element, tag, pen)
