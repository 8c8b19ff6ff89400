"""Edits inside the user's runs as tracked changes.

Right to left, formatting untouched, nested in the changes of others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.model.replacing import replace
from generator.word.reader import ReadParagraph
from generator.word.revise.pen import Pen
from generator.word.revise.runs import isolate, new_run
from generator.word.revise.spots import Spot, in_ours, marker_behind, spot_at
from generator.word.revise.tree import take_out
from generator.word.wordml import SPACE, Element, T, qn

_DELETED_TEXT = qn("delText")


class NewText(Struct, frozen=True):
    """Words, and the name of the bookmark around them; None for none."""

    text: str
    bookmark: str | None = None


class Replacement(Struct, frozen=True):
    """Characters ``start`` to ``end`` of a paragraph become ``texts``."""

    start: int
    end: int
    texts: tuple[NewText, ...]


def apply_edits(paragraph: ReadParagraph, edits: Sequence[Replacement], pen: Pen) -> None:
    """Put the edits of one paragraph (in order, not overlapping) into its runs.

    Raises ValueError over an object.
    """
    for edit in reversed(edits):
        spot = delete(paragraph, edit.start, edit.end, pen) or spot_at(paragraph, edit.start)
        if edit.texts:
            _insert(edit.texts, spot, pen)
        spot.clear()


def delete(paragraph: ReadParagraph, start: int, end: int, pen: Pen) -> Spot | None:
    """Delete characters.

    Gives the spot behind them (with a marker that the caller clears), None where there were none.
    """
    spot: Spot | None = None
    for piece in reversed(paragraph.pieces):
        if piece.start >= end or piece.end <= start:
            continue
        run = isolate(piece, max(start, piece.start), min(end, piece.end))
        spot = marker_behind(run) if spot is None else replace(spot, like=run)
        delete_run(run, pen)
    return spot


def delete_run(run: Element, pen: Pen) -> None:
    """Strike a run out; what we inserted ourselves and nobody accepted just goes."""
    if in_ours(run):
        take_out(run)
        return
    mark_deleted(run, pen)


def mark_deleted(run: Element, pen: Pen) -> None:
    """Set a run in a tracked deletion of ours."""
    struck = pen.change("del")
    run.addprevious(struck)
    struck.append(run)
    for node in run.iter(T):
        node.tag = _DELETED_TEXT
        node.set(SPACE, "preserve")


def _insert(texts: Sequence[NewText], spot: Spot, pen: Pen) -> None:
    """Put words at a spot; inside our own pending insertion they need no change of their own."""
    if spot.pending:
        spot.put([new_run(words.text, spot.like) for words in texts])
        return
    content = [item for words in texts for item in _inserted(words, spot, pen)]
    spot.outside().put(content)


def _inserted(words: NewText, spot: Spot, pen: Pen) -> Iterator[Element]:
    inserted = pen.change("ins", new_run(words.text, spot.like))
    marks = pen.bookmark(words.bookmark) if words.bookmark else None
    yield from (marks[0], inserted, marks[1]) if marks else (inserted,)
