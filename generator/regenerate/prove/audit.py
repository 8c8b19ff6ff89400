"""Every figure of the data against a Word file, by a path of its own.

No bookmark, no base, no alignment of the merge: a line of the report is looked for by its words;
in it each figure by the words before and after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.figures.plaintext import Line, lines
from generator.model.document import Document
from generator.model.view import View
from generator.regenerate.prove.lines import (
    FileLines,
    WantedLine,
    dense,
    wanted_line,
    without_empty_cells,
)
from generator.regenerate.prove.look import State, look


@dataclass(frozen=True)
class AuditedFigure:
    """A figure: its key, what the data say, what the file says ("" for nothing), its section."""

    state: State
    key: str
    wanted: str
    seen: str
    location: str


@dataclass(frozen=True)
class Audit:
    """All figures of a report, in its order."""

    figures: tuple[AuditedFigure, ...]

    def of(self, state: State) -> list[AuditedFigure]:
        """The figures of one state."""
        return [figure for figure in self.figures if figure.state == state]

    @property
    def needs_person(self) -> bool:
        """Whether a figure differs or is absent."""
        return any(figure.state != "ok" for figure in self.figures)


def audit(document: Document, view: View) -> Audit:
    """Compare every figure that the data give with what the file says, all changes accepted."""
    file = FileLines(view)
    figures = [figure for line in lines(document) for figure in _audited(line, file)]
    return Audit(tuple(figures))


def _audited(line: Line, file: FileLines) -> Iterator[AuditedFigure]:
    wanted, location = wanted_line(line), line.section or "（标题前）"
    text = file.find(wanted, is_row=line.cells) if wanted.figures else None
    if text is None or text == wanted.text:
        return _untouched(wanted, location, is_there=text is not None)
    if text.count("\t") > wanted.text.count("\t"):
        return _compared(without_empty_cells(line), dense(text), location)
    return _compared(wanted, text, location)


def _untouched(wanted: WantedLine, location: str, *, is_there: bool) -> Iterator[AuditedFigure]:
    """The figures of a line that is as it was, or gone."""
    for figure in wanted.figures:
        if is_there:
            yield AuditedFigure("ok", figure.key, figure.text, figure.text, location)
        else:
            yield AuditedFigure("absent", figure.key, figure.text, "", location)


def _compared(wanted: WantedLine, text: str, location: str) -> Iterator[AuditedFigure]:
    """The figures of a line as ``text`` has them."""
    last = behind = 0
    for start, end, key, figure in wanted.figures:
        seen = look(wanted.text[last:start], figure, wanted.text[end:], text, behind)
        last, behind = end, seen.behind
        yield AuditedFigure(seen.state, key, figure, seen.text, location)
