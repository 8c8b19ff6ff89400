"""Comments of ours at words of a text: nothing else is changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct, field

from generator.model.view import Span
from generator.word.building import w
from generator.word.reader import ReadParagraph, WordFile
from generator.word.revise.comments import CommentBook
from generator.word.revise.runs import run_from, run_until
from generator.word.revise.tree import put_first
from generator.word.wordml import Element, P


class WordComment(Struct, frozen=True):
    """The lines of a comment and the words that it is about."""

    span: Span
    lines: tuple[str, ...]


class _Marks(Struct):
    """The anchors at the positions of a paragraph: those that end there, those that begin there."""

    ends: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    begins: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))


def write_remarks(file: WordFile, remarks: Sequence[WordComment]) -> dict[str, bytes]:
    """Put comments of ours at words, without a date; one that stands there already is not repeated.

    The text is changed in place by the anchors alone; gives its other parts that changed.
    """
    book = CommentBook(file.archive)
    marks: dict[int, _Marks] = defaultdict(_Marks)
    for remark in remarks:
        ident = book.add(remark.lines)
        if ident is not None:
            span = _clear_of_blanks(file, remark.span)
            marks[span.first].begins[span.start].append(ident)
            marks[span.last].ends[span.end].append(ident)
    for para, anchors in marks.items():
        _anchor(file.paragraphs[para], anchors)
    return book.changed_parts() if marks else {}


def _anchor(paragraph: ReadParagraph, marks: _Marks) -> None:
    """From the end to the beginning, so that nothing moves before it is cut."""
    for at in sorted({*marks.begins, *marks.ends}, reverse=True):
        for ident in marks.begins.get(at, ()):
            _begin(paragraph, at, w("commentRangeStart", id=ident))
        for ident in reversed(marks.ends.get(at, ())):
            _end(paragraph, at, ident)


def _begin(paragraph: ReadParagraph, at: int, anchor: Element) -> None:
    """Put an anchor before the character at a position; before all where that is an object."""
    piece = next((item for item in paragraph.text_pieces if item.start <= at < item.end), None)
    if piece is None:
        put_first(paragraph.elements[0], anchor)
    else:
        run_from(piece, at).addprevious(anchor)


def _end(paragraph: ReadParagraph, at: int, ident: str) -> None:
    """Put an anchor behind the character before a position; behind all where that is an object."""
    anchor = w("commentRangeEnd", id=ident)
    reference = w("r", w("commentReference", id=ident))
    piece = next((item for item in paragraph.text_pieces if item.start < at <= item.end), None)
    if piece is None:
        paragraph.elements[-1].append(anchor)
    else:
        run_until(piece, at).addnext(anchor)
    _outermost(anchor).addnext(reference)


def _clear_of_blanks(file: WordFile, span: Span) -> Span:
    """The stretch widened to where runs may be cut without a blank at the cut.

    A blank at the end of a text is kept by an attribute only, which the text did not have.
    """
    start = _next_clear(file.paragraphs[span.first], span.start, -1)
    end = _next_clear(file.paragraphs[span.last], span.end, 1)
    return Span(span.first, start, span.last, end)


def _next_clear(paragraph: ReadParagraph, at: int, step: int) -> int:
    while 0 < at < len(paragraph.text) and " " in paragraph.text[at - 1 : at + 1]:
        at += step
    return at


def _outermost(element: Element) -> Element:
    """The child of the paragraph that an element is or stands in, such as a link."""
    parent = element.getparent()
    while parent is not None and parent.tag != P:
        element, parent = parent, parent.getparent()
    return element
