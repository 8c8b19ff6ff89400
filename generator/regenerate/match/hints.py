"""Bookmarks as hints: where blocks and figures of a base stand in a file, if they are alive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.model.bookmarks import Identity, draft_code, read_bookmark
from generator.model.view import Span, View


def hints(view: View, draft: str) -> dict[str, Span]:
    """The spans of idents.

    Those with text come before empty ones, those of the draft before those of other drafts.
    """
    code = draft_code(draft)
    best: dict[str, tuple[tuple[bool, bool], Span]] = {}
    for identity, span in _ours(view):
        rank = (not span.empty, identity.code == code)
        if identity.ident not in best or rank > best[identity.ident][0]:
            best[identity.ident] = (rank, span)
    return {ident: span for ident, (_, span) in best.items()}


def _ours(view: View) -> Iterator[tuple[Identity, Span]]:
    """What our bookmarks say, and where they stand."""
    for name, span in view.spans.items():
        identity = read_bookmark(name)
        if identity is not None:
            yield identity, span


def filled(bookmarks: Mapping[str, Span], ident: str | None) -> Span | None:
    """The span of an ident; None where its bookmark is lost or holds nothing any more."""
    span = bookmarks.get(ident or "")
    return None if span is None or span.empty else span


def codes(view: View) -> Counter[str]:
    """How many bookmarks of each draft the file holds."""
    return Counter(identity.code for identity, _ in _ours(view))
