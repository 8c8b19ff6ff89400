"""Every figure of the data against a Word file, by a path of its own.

No bookmark, no base, no alignment of the merge: a line of the report is looked for by its words;
in it each figure by the words before and after it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from generator.figures.plaintext import Line, lines
from generator.model.document import Document, Table, TableRow
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.view import View
from generator.regenerate.match.spelling import narrow, original, spelled_alike
from generator.regenerate.match.tokens import bare
from generator.regenerate.prove.lines import (
    FileLines,
    WantedFigure,
    WantedLine,
    dense,
    wanted_line,
    without_empty_cells,
)
from generator.regenerate.prove.look import Seen, State, look
from generator.regenerate.prove.table_cells import SeenFigureCell, seen_cells

_BEFORE = "（标题前）"
_BLANK = regex(r"[^\S\n]|(?<=\d),(?=\d{3})")
_DIGITS = regex(r"\d[\d,]*(?:\.\d+)?")


class AuditedFigure(Struct, frozen=True):
    """A figure: its key, what the data say, what the file says ("" for nothing), its section.

    ``near`` is the line of the file, or the name of its row there, "" where it has none.
    """

    state: State
    key: str
    wanted: str
    seen: str
    location: str
    near: str = ""


class Audit(Struct, frozen=True):
    """All figures of a report, in its order; ``lost_columns`` are the heads of columns that the
    file has not any more, though rows of their table are there, with how many cells they had."""

    figures: tuple[AuditedFigure, ...]
    lost_columns: tuple[tuple[str, int], ...] = ()

    def of(self, state: State) -> list[AuditedFigure]:
        """The figures of one state."""
        return [figure for figure in self.figures if figure.state == state]

    @property
    def needs_person(self) -> bool:
        """Whether a figure differs or is absent."""
        return any(figure.state != "ok" for figure in self.figures)


def audit(document: Document, view: View) -> Audit:
    """Compare every figure that the data give with what the file says, all changes accepted."""
    file, cells = FileLines(view), seen_cells(document, view)
    rows = _rows(document)
    figures: list[AuditedFigure] = []
    for line in lines(document):
        row = next(rows, None) if line.cells else None
        own = [cells.get(cell.id) for cell in row.cells] if row else []
        known = [found for found in own if found is not None]
        figures += _in_cells(known, line) if known else _audited(line, file)
    return Audit(tuple(figures), tuple(_lost_columns(cells.values())))


def _lost_columns(cells: Iterable[SeenFigureCell]) -> Iterator[tuple[str, int]]:
    """The heads under which no row that is there has a cell, and how many cells they had."""
    wanted = [cell for cell in cells if cell.head]
    there = {cell.head for cell in wanted if cell.text is not None}
    lost = Counter(cell.head for cell in wanted if cell.head not in there)
    yield from lost.items()


def _rows(document: Document) -> Iterator[TableRow]:
    """The rows of all tables, in the order of the lines."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield from block.rows


def _in_cells(found: Sequence[SeenFigureCell], line: Line) -> Iterator[AuditedFigure]:
    """The figures of a row whose cells are known by head and name."""
    location = line.section or _BEFORE
    for item in found:
        for text in item.cell.paragraphs:
            wanted = wanted_line(Line(line.block, line.section, line.number, text))
            if not wanted.figures:
                continue
            if item.text is None or not item.text.strip():
                yield from _untouched(wanted, location, item.name, is_there=False)
            elif _same_cell(wanted.text, item.text):
                yield from _untouched(wanted, location, item.name, is_there=True)
            else:
                figures = _compared(wanted, _plain(item.text), location)
                yield from (replace(figure, near=item.name) for figure in figures)


def _same_cell(wanted: str, seen: str) -> bool:
    if wanted == seen:
        return True
    lines = map(bare, narrow(seen).split("\n"))
    return bare(narrow(wanted)) in lines or _BLANK.sub("", wanted) == "".join(seen.split())


def _plain(text: str) -> str:
    return text.replace("\n", "")


def _audited(line: Line, file: FileLines) -> Iterator[AuditedFigure]:
    wanted, location = wanted_line(line), line.section or _BEFORE
    text = file.find(wanted, is_row=line.cells) if wanted.figures else None
    if text is None or text == wanted.text:
        return _untouched(wanted, location, "", is_there=text is not None)
    figures = _in_line(line, wanted, text, location)
    near = next((part for part in text.split("\t") if part and not part.isdigit()), text)
    return (replace(figure, near=near) for figure in figures)


def _in_line(line: Line, wanted: WantedLine, text: str, location: str) -> Iterator[AuditedFigure]:
    if text.count("\t") > wanted.text.count("\t"):
        return _compared(without_empty_cells(line), dense(text), location)
    return _compared(wanted, text, location)


def _untouched(
    wanted: WantedLine, location: str, near: str, *, is_there: bool
) -> Iterator[AuditedFigure]:
    """The figures of a line that is as it was, or gone."""
    for figure in wanted.figures:
        if is_there:
            yield AuditedFigure("ok", figure.key, figure.text, figure.text, location, near)
        else:
            yield AuditedFigure("absent", figure.key, figure.text, "", location, near)


def _compared(wanted: WantedLine, text: str, location: str) -> Iterator[AuditedFigure]:
    """The figures of a line as ``text`` has them.

    What stands where one belongs and is another figure of the line is that one, and this is absent,
    unless the line has that number more often than it should or the two changed places.
    """
    numbers = Counter(_number(figure.text) for figure in wanted.figures)
    surplus = _numbers(text) - _numbers(wanted.text)
    looked = list(_looked_for(wanted, text))
    instead = {_number(figure.text): _number(seen.text) for figure, seen in looked}
    for figure, seen in looked:
        own, number = _number(figure.text), _number(seen.text)
        is_own = own == number or instead.get(number) == own
        if seen.state == "differs" and numbers[number] and not surplus[number] and not is_own:
            yield AuditedFigure("absent", figure.key, figure.text, "", location)
        else:
            text_there = original(seen.text)
            yield AuditedFigure(seen.state, figure.key, figure.text, text_there, location)


def _looked_for(wanted: WantedLine, text: str) -> Iterator[tuple[WantedFigure, Seen]]:
    """The figures of a line, each with what ``text`` says where it belongs."""
    places = [(figure.start, figure.end) for figure in wanted.figures]
    ours, theirs = spelled_alike(wanted.text, text, places)
    last = behind = 0
    for figure in wanted.figures:
        before, after = ours[last : figure.start], ours[figure.end :]
        seen = look(before, narrow(figure.text), after, theirs, behind)
        last, behind = figure.end, seen.behind
        yield figure, seen


def _numbers(text: str) -> Counter[str]:
    """How often each number stands in a text."""
    return Counter(number.replace(",", "") for number in _DIGITS.findall(narrow(text)))


def _number(text: str) -> str:
    """The first number of a text."""
    found = _DIGITS.search(narrow(text))
    return found[0].replace(",", "") if found else ""
