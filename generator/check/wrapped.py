"""A text pasted from a PDF, one line a paragraph: its lines joined to paragraphs again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from generator.model.regex import regex
from generator.model.view import SeenLook, SeenParagraph

_ENDS = regex("[。！？：；:;.…]”?$")
_NUMBERED = regex(
    r"[（(]?(?:[一二三四五六七八九十]+|\d{1,2})(?:、|[.．](?!\d)|[）)])|附件|第[一二三四五六七八九十]+[章条]"
)
_FEWEST, _SHORTEST, _LONGEST = 8, 15, 70
_FULL, _OFTEN, _ALIKE = 0.85, 0.5, 3
_LEAST_WIDTH, _FEWEST_CUT, _AT_TIMES, _MOSTLY = 25, 5, 0.25, 0.75
_INSIDE = regex("[，。；、]")


class Unwrapped(Struct, frozen=True):
    """A paragraph of joined lines: its text, the look of the first, where each stands in the file.

    ``paras`` are the indices of the lines, () in a box or a note.
    """

    text: str
    look: SeenLook
    paras: tuple[int, ...]

    def and_line(self, text: str, line: SeenParagraph) -> Unwrapped:
        """The paragraph with a line more."""
        return Unwrapped(self.text + text, self.look, self.paras + _para(line))


def _para(line: SeenParagraph) -> tuple[int, ...]:
    return () if line.para is None else (line.para,)


def joined(paragraphs: Sequence[SeenParagraph]) -> tuple[list[Unwrapped], int]:
    """The paragraphs, lines that were cut by a margin joined again, and how many lines were.

    0 where the text is not wrapped line by line: at least half of eight or more paragraphs must be
    as long as a line and stop within a sentence, or a quarter where none is longer.
    """
    width = _width([paragraph.text.strip() for paragraph in paragraphs])
    if not width:
        return [Unwrapped(line.text, line.look, _para(line)) for line in paragraphs], 0
    made: list[Unwrapped] = []
    lines = 0
    goes_on = False
    for paragraph in paragraphs:
        text = paragraph.text.strip()
        if goes_on and text and not _NUMBERED.match(text):
            made[-1] = made[-1].and_line(text, paragraph)
            lines += 1
        else:
            made.append(Unwrapped(text, paragraph.look, _para(paragraph)))
        goes_on = _is_cut(text, width)
    return made, lines


def _width(texts: Sequence[str]) -> int:
    """The length of a full line; 0 where the text is not wrapped."""
    texts = [text for text in texts if len(text) >= _SHORTEST]
    if len(texts) < _FEWEST:
        return 0
    lengths = sorted(map(len, texts))
    width = lengths[int(len(lengths) * 0.9)]
    if width > _LONGEST or not _is_wrapped(texts, width):
        return 0
    return width


def _is_wrapped(texts: Sequence[str], width: int) -> bool:
    """Whether half of the lines are cut at a width, and half are about as long; in a text of short
    paragraphs a quarter, where no line is longer and those that are cut are of sentences."""
    cut = [text for text in texts if _is_cut(text, width)]
    alike = sum(abs(len(text) - width) <= _ALIKE for text in texts)
    fewest = len(texts) * _OFTEN
    if len(cut) >= fewest and alike >= fewest:
        return True
    of_sentences = [text for text in cut if _INSIDE.search(text)]
    goes_on = sum(
        _is_cut(one, width) and not _NUMBERED.match(other) for one, other in pairwise(texts)
    )
    return (
        width >= _LEAST_WIDTH
        and max(map(len, texts)) <= width + _ALIKE
        and min(len(of_sentences), goes_on, alike) >= max(_FEWEST_CUT, len(texts) * _AT_TIMES)
        and len(of_sentences) >= len(cut) * _MOSTLY
    )


def _is_cut(text: str, width: int) -> bool:
    """Whether a line is full and stops within a sentence."""
    return len(text) >= width * _FULL and not _ENDS.search(text)
