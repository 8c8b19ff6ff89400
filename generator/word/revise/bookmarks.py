"""The hidden bookmarks of a document: renamed, renumbered, taken out, always in pairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.word.revise.pen import Ids
from generator.word.revise.tree import take_out
from generator.word.wordml import BOOKMARK_END, BOOKMARK_START, ID, NAME, Element


def rename_bookmarks(
    root: Element, is_ours: Callable[[str], bool], new_name: Callable[[str], str | None]
) -> None:
    """Give our bookmarks new names; where that is None they go, so does the second of a name."""
    taken: set[str] = set()
    gone: set[str] = set()
    for start in list(root.iter(BOOKMARK_START)):
        old = start.get(NAME, "")
        if not is_ours(old):
            continue
        name = new_name(old)
        if name is None or name in taken:
            gone.add(start.get(ID, ""))
            take_out(start)
            continue
        taken.add(name)
        if name != old:
            start.set(NAME, name)
    _take_out_ends(root, gone)


def take_out_bookmarks(root: Element, is_ours: Callable[[str], bool]) -> None:
    """Take our bookmarks out."""
    rename_bookmarks(root, is_ours, lambda _: None)


def _take_out_ends(root: Element, idents: set[str]) -> None:
    for end in list(root.iter(BOOKMARK_END)) if idents else ():
        if end.get(ID, "") in idents:
            take_out(end)


def renumber(element: Element, ids: Ids) -> None:
    """Give bookmarks ids of their own; one that the document has, or that is not whole, goes."""
    ends: dict[str | None, list[Element]] = {}
    for end in element.iter(BOOKMARK_END):
        ends.setdefault(end.get(ID), []).append(end)
    for start in list(element.iter(BOOKMARK_START)):
        own = ends.get(start.get(ID), [])
        _set_id([start, *own], ids.of_bookmark(start.get(NAME, "")) if own else None)


def _set_id(elements: Sequence[Element], ident: str | None) -> None:
    """Give start and ends of a bookmark an id; None: take them out."""
    for element in elements:
        if ident is None:
            take_out(element)
        else:
            element.set(ID, ident)


def drop_open_ends(elements: Sequence[Element]) -> None:
    """Take out the ends of bookmarks whose start is in none of the elements."""
    starts = {start.get(ID) for item in elements for start in item.iter(BOOKMARK_START)}
    for element in elements:
        for end in list(element.iter(BOOKMARK_END)):
            if end.get(ID) not in starts:
                take_out(end)
