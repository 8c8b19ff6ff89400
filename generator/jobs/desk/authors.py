"""Who wrote the words of the report that a finding is about: people in a text of theirs, a cell, or
the outline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Authors:
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

    def _is_of_outline(self, side: Side) -> bool:
        if side.file or side.at is None or (side.section or "").startswith(_OF_SETTINGS):
            return False
        start, end = side.at
        there = (line for line in self._at(side) if plain(line.text)[start:end] in side.quote)
        line = next(there, None)
        return line is not None and not text_of_block(line.block) and not _follows(line, start, end)

    def _at(self, side: Side) -> Sequence[Line]:
        return self.lines.get((side.section or "", side.paragraph or 0), ())


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
