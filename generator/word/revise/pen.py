"""What writes our changes into a document: ids that nothing else has, our name, a date."""

from __future__ import annotations

from copy import copy
from functools import lru_cache

from msgspec import Struct

from generator.model.digits import whole_number
from generator.word.author import AUTHOR_NAME
from generator.word.building import w
from generator.word.wordml import BOOKMARK_START, ID, NAME, Element, qn

CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")
"""The tracked changes that lie in the text of a paragraph."""
_ANNOTATED = (
    *CHANGES,
    "bookmarkStart",
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
"""What has an id that must be its own."""


def number_of(ident: str) -> int:
    """The number that an id is; 0 for one that is none, as damaged files have, or that is longer
    than Word reads: an id is a whole number of 32 bits."""
    return whole_number(ident) or 0


class Ids:
    """The ids and the names of bookmarks of one document: none is given out twice."""

    def __init__(self, root: Element) -> None:
        known = list(root.iter(*map(qn, _ANNOTATED)))
        self._last = max((number_of(item.get(ID, "")) for item in known), default=0)
        self._names = {item.get(NAME, "") for item in known if item.tag == BOOKMARK_START}

    def new(self) -> str:
        """An id that nothing in the document has."""
        self._last += 1
        return str(self._last)

    def of_bookmark(self, name: str) -> str | None:
        """The id for a bookmark of that name; None where the document has one already."""
        if name in self._names:
            return None
        self._names.add(name)
        return self.new()


class Pen(Struct, frozen=True):
    """Writes our changes into one document; ``date`` is what they bear (2026-11-22T11:12:26Z)."""

    ids: Ids
    date: str

    def change(self, tag: str, *children: Element) -> Element:
        """``w:ins`` or ``w:del`` of ours around some runs, or as a mark of a paragraph or row."""
        change = copy(_change(tag, self.date))
        change.set(ID, self.ids.new())
        change.extend(children)
        return change

    def bookmark(self, name: str) -> tuple[Element, Element] | None:
        """Start and end of a bookmark; None where the document has one of that name already."""
        ident = self.ids.of_bookmark(name)
        if ident is None:
            return None
        return w("bookmarkStart", id=ident, name=name), w("bookmarkEnd", id=ident)


@lru_cache(maxsize=16)
def _change(tag: str, date: str) -> Element:
    """A change of ours, to be copied: of the hundreds of a file the id alone differs."""
    return w(tag, id="", author=AUTHOR_NAME, date=date)


def unique_ids(root: Element, ids: Ids) -> None:
    """Give changes that were cut in two ids of their own."""
    seen: set[str] = set()
    for element in root.iter(*map(qn, CHANGES)):
        ident = element.get(ID, "")
        if ident in seen:
            element.set(ID, ids.new())
        seen.add(ident)
