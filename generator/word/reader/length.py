"""How much text a Word file may have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.errors import InputError, Problem
from generator.model.limits import SEEN_CHARS, SEEN_PARAGRAPHS
from generator.model.view import SeenRow, View
from generator.word.archive import Archive
from generator.word.wordml import NOTES, Element, P

_SHORT_CELL = 1000
"""Characters up to which the text of a cell is no prose."""


def refuse_crowded(archive: Archive, root: Element) -> None:
    """Raise InputError, before it is read, for a text of more paragraphs than any report; those of
    its boxes and notes count."""
    parts = filter(None, map(archive.related, NOTES.values()))
    roots = (root, *(archive.tree(part) for part in parts))
    count = sum(1 for tree in roots if tree is not None for _ in tree.iter(P))
    if count > SEEN_PARAGRAPHS:
        message = f"有{count}段（表里的也算），超过{SEEN_PARAGRAPHS // 10_000}万段的上限"
        problem = Problem(message, "请分成几份", archive.name or None, unreadable=True)
        raise InputError(problem)


def refuse_long(view: View, name: str) -> None:
    """Raise InputError for a text that is longer than any report; what short cells of tables say
    is not text. ``name`` is what the message calls the file."""
    length = sum(map(len, _prose(view)))
    if length > SEEN_CHARS:
        message = f"有{length}字，超过{SEEN_CHARS // 10_000}万字的上限"
        raise InputError(Problem(message, "请分成几份", name or None, unreadable=True))


def _prose(view: View) -> Iterator[str]:
    """The paragraphs outside of tables, and the long ones inside."""
    for block in view.seen:
        if isinstance(block, SeenRow):
            texts = (text for cell in block.cells for text in cell.texts)
            yield from (text for text in texts if len(text) > _SHORT_CELL)
        else:
            yield block.text
