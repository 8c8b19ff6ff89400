"""How much text a Word file may have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.errors import InputError, Problem
from generator.model.limits import SEEN_CELL_CHARS, SEEN_CHARS, SEEN_PARAGRAPHS
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
    """Raise InputError for a text or tables that are longer than any report; what short cells say
    is not text. ``name`` is what the message calls the file."""
    cells = [len(text) for text in _cell_texts(view)]
    prose = [len(block.text) for block in view.seen if not isinstance(block, SeenRow)]
    _refuse_more(sum(prose) + sum(n for n in cells if n > _SHORT_CELL), SEEN_CHARS, "", name)
    _refuse_more(sum(cells), SEEN_CELL_CHARS, "表里", name)


def _refuse_more(length: int, most: int, where: str, name: str) -> None:
    if length > most:
        message = f"{where}有{length}字，超过{most // 10_000}万字的上限"
        raise InputError(Problem(message, "请分成几份", name or None, unreadable=True))


def _cell_texts(view: View) -> Iterator[str]:
    """The paragraphs of the cells of all tables."""
    for block in view.seen:
        if isinstance(block, SeenRow):
            for cell in block.cells:
                yield from cell.texts
