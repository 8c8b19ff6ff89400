"""Who wrote the words of the report that a finding is about: people in a text of theirs, a cell, or
the outline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.check import Finding
from generator.check.finding import Side
from generator.figures.plaintext import (
    IN_ANNEX_NOTE,
    IN_IMPRINT,
    IN_MASTHEAD,
    IN_SIGNATURE,
    Line,
    lines,
)
from generator.model.document import Document, plain
from generator.report.trace import text_of_block

__all__ = ["Authors", "authors_of"]

_OF_SETTINGS = (IN_MASTHEAD, IN_ANNEX_NOTE, IN_SIGNATURE, IN_IMPRINT, "附件")
"""How the headings above words begin that the settings name: what the annexes are called, too."""
_LONGEST = 120
"""Characters of a sentence that is quoted whole."""


class Authors(Struct, frozen=True):
    """The lines of a report by the headings above them and their number below these, which a letter
    and the report after it may share."""

    lines: Mapping[tuple[str, int], Sequence[Line]]

    def text_of(self, found: Finding) -> str:
        """The text of people in which a side of a finding stands, "" for none."""
        there = (line for side in found.sides for line in self._at(side))
        return next(filter(None, (text_of_block(line.block) for line in there)), "")

    def is_of_outline(self, found: Finding) -> bool:
        """Whether all that a finding is about are words of the outline."""
        return bool(found.sides) and all(map(self._is_of_outline, found.sides))

    def quote(self, side: Side) -> str:
        """The whole sentence in which a side stands; of any other place what the side quotes."""
        line = self._line(side)
        if line is None or side.at is None or line.cells:
            return side.quote
        return _sentence(plain(line.text), *side.at)

    def _is_of_outline(self, side: Side) -> bool:
        line = self._line(side)
        if side.file or side.at is None or line is None or text_of_block(line.block):
            return False
        return not line.section.startswith(_OF_SETTINGS) and not _follows(line, *side.at)

    def _line(self, side: Side) -> Line | None:
        """The line in which the words of a side stand, None for none."""
        start, end = side.at or (0, 0)
        for line in self._at(side):
            text = plain(line.text)
            if start < end <= len(text) and text[start:end].replace("\t", " ") in side.quote:
                return line
        return None

    def _at(self, side: Side) -> Sequence[Line]:
        return self.lines.get((side.section or "", side.paragraph or 0), ())


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a stretch of a text; of a long one its part between semicolons."""
    for ends in ("。！？", "。！？；"):
        first = max(text.rfind(mark, 0, start) for mark in ends) + 1
        after = [at for at in (text.find(mark, max(start, end - 1)) for mark in ends) if at >= 0]
        said = text[first : min(after, default=len(text)) + 1].strip()
        if len(said) <= _LONGEST:
            break
    return said


def _follows(line: Line, start: int, end: int) -> bool:
    """Whether a stretch of a line follows the data."""
    at = 0
    for run in line.text:
        first, at = at, at + len(run.text)
        mark = run.mark
        if first < end and at > start and mark and (mark.sources or mark.origin != "name"):
            return True
    return False


def authors_of(document: Document) -> Authors:
    """Who wrote the lines of a report."""
    found: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for line in lines(document):
        found[line.section, line.number].append(line)
    return Authors(dict(found))
