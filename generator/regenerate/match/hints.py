"""Bookmarks as hints: where the blocks and figures of a draft stand in a file, as far as their marks are alive."""

from __future__ import annotations

from collections import Counter

from generator.model.bookmarks import draft_code, read_bookmark
from generator.word.reader import Span, View


def hints(view: View, draft: str) -> dict[str, Span]:
    """The spans of idents; those of the draft come before those of other drafts, those with text before empty ones."""
    code = draft_code(draft)
    best: dict[str, tuple[tuple[bool, bool], Span]] = {}
    for name, span in view.spans.items():
        mark = read_bookmark(name)
        if mark is None:
            continue
        rank = (not span.empty, mark.code == code)
        if mark.ident not in best or rank > best[mark.ident][0]:
            best[mark.ident] = (rank, span)
    return {ident: span for ident, (_, span) in best.items()}


def codes(view: View) -> Counter[str]:
    """How many bookmarks of each draft the file holds."""
    marks = (read_bookmark(name) for name in view.spans)
    return Counter(mark.code for mark in marks if mark)
