"""Spots: where new text goes in a paragraph, so that it is inside nothing it does not belong to."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from msgspec import Struct

from generator.model.bookmarks import read_bookmark
from generator.word.author import ours
from generator.word.building import w
from generator.word.reader import ReadParagraph
from generator.word.revise.runs import isolate
from generator.word.revise.tree import put_first, take_out
from generator.word.wordml import (
    BOOKMARK_END,
    BOOKMARK_START,
    CONTAINERS,
    INSERTED,
    PPR,
    SDT,
    SDT_CONTENT,
    Element,
    P,
    R,
    qn,
)

_AROUND_RUNS = CONTAINERS | {SDT_CONTENT, SDT}


class Spot(Struct, frozen=True):
    """Behind ``after``, or as the first child of ``inside``.

    ``like`` is the run that new text looks like. ``pending`` is true inside an insertion of ours
    that nobody has accepted yet; ``is_marker``: ``after`` stands there only to be found again.
    """

    after: Element | None
    inside: Element | None
    like: Element | None
    pending: bool = False
    is_marker: bool = False

    def put(self, content: Sequence[Element]) -> None:
        """Put elements there."""
        if self.after is not None:
            for element in reversed(content):
                self.after.addnext(element)
        elif self.inside is not None:
            put_first(self.inside, *content)

    def clear(self) -> None:
        """Take the marker out, and an insertion around it that holds nothing any more."""
        parent = self.after.getparent() if self.is_marker and self.after is not None else None
        if parent is None or self.after is None:
            return
        parent.remove(self.after)
        if parent.tag in INSERTED and len(parent) == 0:
            take_out(parent)

    def outside(self) -> Spot:
        """The spot outside of another person's insertion: theirs is cut in two."""
        around = self.after.getparent() if self.after is not None else None
        if self.after is None or around is None or around.tag not in INSERTED:
            return self
        following = list(self.after.itersiblings())
        if following:
            around.addnext(_like(around, following))
        return Spot(around, None, self.like)


def _like(insertion: Element, content: Sequence[Element]) -> Element:
    """An insertion by the same author at the same time, with other content."""
    copy = deepcopy(insertion)
    copy[:] = content
    return copy


def marker_behind(run: Element) -> Spot:
    """The spot behind a run that is about to be struck out."""
    marker = w("marker")
    run.addnext(marker)
    return Spot(marker, None, run, pending=in_ours(run), is_marker=True)


def insertion_around(run: Element) -> Element | None:
    """The insertion (anybody's) that a run stands in."""
    for parent in run.iterancestors():
        if parent.tag in INSERTED:
            return parent
        if parent.tag == P:
            return None
    return None


def in_ours(run: Element) -> bool:
    """Whether a run stands in an insertion of ours that nobody has accepted yet."""
    around = insertion_around(run)
    return around is not None and ours(around)


def spot_at(paragraph: ReadParagraph, at: int) -> Spot:
    """Where new text goes that replaces nothing.

    Behind the character before it, else before the one behind it.
    """
    for piece in paragraph.text_pieces:
        if piece.start < at <= piece.end:
            return _behind(isolate(piece, piece.start, at))
    for piece in paragraph.text_pieces:
        if piece.start <= at < piece.end:
            return _in_front_of(isolate(piece, at, piece.end))
    return _in_empty(paragraph.elements[-1])


def _behind(run: Element) -> Spot:
    if in_ours(run):
        return Spot(run, None, run, pending=True)
    return Spot(_past_figure(_climbed(run)), None, run)


def _in_front_of(run: Element) -> Spot:
    """Before a run, another's insertion around it, and the figure's bookmark that begins there."""
    around = insertion_around(run)
    element = run if around is None or ours(around) else around
    previous = element.getprevious()
    while previous is not None and _opens_figure(previous):
        previous = previous.getprevious()
    return Spot(previous, element.getparent() if previous is None else None, run)


def _in_empty(paragraph: Element) -> Spot:
    """An empty paragraph: behind what opens at its beginning."""
    last = None
    for child in paragraph:
        if child.tag not in (PPR, BOOKMARK_START):
            break
        last = child
    return Spot(last, paragraph if last is None else None, None)


def _climbed(run: Element) -> Element:
    """The run, or the outermost hyperlink or control that ends with it."""
    element = run
    parent = element.getparent()
    while parent is not None and parent.tag in _AROUND_RUNS and not _runs_follow(element):
        element, parent = parent, parent.getparent()
    return element


def _runs_follow(element: Element) -> bool:
    return any(next(sibling.iter(R), None) is not None for sibling in element.itersiblings())


def _past_figure(element: Element) -> Element:
    """Behind the ends of figures' bookmarks that end here: new words do not belong to a figure."""
    following = element.getnext()
    while following is not None and _closes_figure(following):
        element, following = following, following.getnext()
    return element


def _closes_figure(element: Element) -> bool:
    if element.tag != BOOKMARK_END:
        return False
    ident = element.get(qn("id"), "")
    starts = element.getroottree().iter(BOOKMARK_START)
    start = next((item for item in starts if item.get(qn("id")) == ident), None)
    return start is not None and _opens_figure(start)


def _opens_figure(element: Element) -> bool:
    if element.tag != BOOKMARK_START:
        return False
    identity = read_bookmark(element.get(qn("name"), ""))
    return identity is not None and identity.ident.startswith("f")
