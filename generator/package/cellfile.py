"""A CSV file with the stretch of text in which each cell stands: a cell is written there, and all
else stays byte for byte."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from generator.model.regex import regex
from generator.package.intake.csvtext import csv_cell, separator_of
from generator.package.textfiles import text_of, with_unix_ends

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITH_BOM = ("utf-8-sig", "utf-16")
"""How a text is read that may begin with one of them, which is no part of it then."""
_LINE_END = regex(r"\r\n|\n|\r")
_QUOTE = '"'
_QUOTED = regex(r'"(?:[^"]|"")*"')


class EncodedText(Struct, frozen=True):
    """A text with its line ends as they stand, and how its file is encoded: ``bom`` are the bytes
    before it."""

    text: str
    codec: str = "utf-8"
    bom: bytes = codecs.BOM_UTF8

    def with_text(self, text: str) -> bytes:
        """The bytes of another text written the same way."""
        return self.bom + text.encode(self.codec)


def encoded_text(data: bytes) -> EncodedText | None:
    """The text of a file; None where it is no text, or would not become the same bytes again."""
    read = text_of(data)
    if read is None:
        return None
    text = EncodedText(read[0], read[1].removesuffix("-sig"), b"")
    if read[1] in _WITH_BOM:
        marked = ((bom, codec) for bom, codec in _BOMS if data.startswith(bom))
        bom, codec = next(marked, (b"", text.codec))
        text = EncodedText(read[0], codec, bom)
    return text if text.with_text(text.text) == data else None


class CellSpan(NamedTuple):
    """A cell: from which character to which it stands in the text, quotes included."""

    start: int
    end: int


class CellLine(NamedTuple):
    """A line: its number as a spreadsheet counts it, where it begins, where its line end stands
    (``end``) and where that is over."""

    row: int
    start: int
    end: int
    after: int


class Splice(NamedTuple):
    """Words in place of a stretch of text."""

    start: int
    end: int
    text: str


class CellFile(Struct, frozen=True, dict=True):
    """A CSV file by its cells; rows and columns are counted from 1.

    A quote that is open or goes on behind its end belongs to the cell as it stands, which ends with
    the next separator: such a cell can be written like any other.
    """

    encoded: EncodedText
    separator: str
    newline: str
    lines: tuple[CellLine, ...]

    @cached_property
    def by_row(self) -> Mapping[int, CellLine]:
        """The lines by their number."""
        return {line.row: line for line in self.lines}

    @property
    def last_row(self) -> int:
        """The number of the last line, 0 where there is none."""
        return self.lines[-1].row if self.lines else 0

    def beginning(self, lines: int) -> str:
        """The text of the first lines, all of it where there are no more."""
        return self.encoded.text[: self.lines[min(lines, len(self.lines)) - 1].after]

    @cached_property
    def texts(self) -> Callable[[int], Sequence[str]]:
        """What stands in the cells of a line, as it is read; by the number of the line."""
        shown = cache(_shown)
        return cache(lambda row: list(map(shown, self._raw(self.by_row[row]))))

    @cached_property
    def widths(self) -> Mapping[int, int]:
        """How many cells each line has, a blank one none; by the number of the line."""
        return {line.row: self._width(line) if line.end > line.start else 0 for line in self.lines}

    def _width(self, line: CellLine) -> int:
        text, start, end = self.encoded.text, line.start, line.end
        if text.find(_QUOTE, start, end) >= 0:
            return len(self._raw(line))
        return text.count(self.separator, start, end) + 1

    def line(self, row: int) -> str:
        """The line of that number as it stands, without its line end."""
        line = self.by_row[row]
        return self.encoded.text[line.start : line.end]

    def has_open_quote(self, row: int) -> bool:
        """Whether a cell of the line of that number begins with a quote that does not end it."""
        opened = (raw for raw in self._raw(self.by_row[row]) if raw.startswith(_QUOTE))
        return not all(map(_QUOTED.fullmatch, opened))

    def spans(self, line: CellLine) -> Iterator[CellSpan]:
        """Where the cells of a line stand."""
        at = line.start
        for raw in self._raw(line):
            yield CellSpan(at, at + len(raw))
            at += len(raw) + len(self.separator)

    def _raw(self, line: CellLine) -> list[str]:
        """The cells of a line as they stand."""
        text = self.encoded.text[line.start : line.end]
        return _cells_of(text, self.separator)

    def with_cells(
        self, cells: Mapping[tuple[int, int], str], lines: Mapping[int, Sequence[Sequence[str]]]
    ) -> bytes:
        """The file with these cells, by row and column, and new lines below the rows of those
        numbers (0: before all)."""
        written = sorted(cells.items())
        splices = [
            splice
            for row, of_row in groupby(written, key=lambda cell: cell[0][0])
            for splice in self._in_line(self.by_row[row], {at[1]: text for at, text in of_row})
        ]
        splices += [self._below(row, new) for row, new in lines.items()]
        return self._spliced(splices)

    def without_rows(self, rows: Iterable[int]) -> bytes:
        """The file without the lines of those numbers."""
        gone = (self.by_row[row] for row in rows)
        return self._spliced([Splice(line.start, line.after, "") for line in gone])

    def _in_line(self, line: CellLine, cells: Mapping[int, str]) -> Iterator[Splice]:
        spans = list(self.spans(line))
        width = len(spans)
        for column, text in cells.items():
            if column <= width:
                yield Splice(*spans[column - 1], self._written(text))
        last = max(cells)
        further = (self._written(cells.get(column, "")) for column in range(width + 1, last + 1))
        added = "".join(self.separator + text for text in further)
        if added:
            yield Splice(line.end, line.end, added)

    def _below(self, row: int, lines: Sequence[Sequence[str]]) -> Splice:
        """New lines below a row; where that has no line end the last of them has none either."""
        written = [self.separator.join(map(self._written, cells)) for cells in lines]
        above = self.by_row.get(row)
        if above is None:
            return Splice(0, 0, "".join(text + self.newline for text in written))
        if above.after > above.end:
            return Splice(above.after, above.after, "".join(t + self.newline for t in written))
        return Splice(above.end, above.end, "".join(self.newline + text for text in written))

    def _written(self, text: str) -> str:
        """A cell as the file writes it, quoted only where needed."""
        if not re.search(f'["\r\n{re.escape(self.separator)}]', text):
            return text
        return '"' + text.replace('"', '""') + '"'

    def _spliced(self, splices: Iterable[Splice]) -> bytes:
        text, pieces, at = self.encoded.text, [], 0
        for splice in sorted(splices, key=lambda splice: splice[:2]):
            pieces += [text[at : splice.start], splice.text]
            at = splice.end
        return self.encoded.with_text("".join([*pieces, text[at:]]))


def cell_file(data: bytes, headings: Sequence[str]) -> CellFile | None:
    """The cells of a CSV file; None where it is no text. ``headings`` may stand in its head: they
    tell its separator."""
    encoded = encoded_text(data)
    if encoded is None:
        return None
    separator, named = separator_of(with_unix_ends(encoded.text), headings)
    end = _LINE_END.search(encoded.text)
    lines = tuple(_lines(encoded.text, separator))
    lines = lines[1:] if named else lines
    return CellFile(encoded, separator, end[0] if end else "\n", lines)


def _lines(text: str, separator: str) -> Iterator[CellLine]:
    row, at = 0, 0
    while at < len(text):
        end = _line_end(text, at)
        if text.find(_QUOTE, at, end) >= 0:  # a cell may go on behind the line end
            end = _end_of_cells(text, at, separator)
        row, start, at = row + 1, at, end + (2 if text.startswith("\r\n", end) else 1)
        yield CellLine(row, start, end, min(at, len(text)))


def _line_end(text: str, at: int) -> int:
    """Where the next line end stands, or else the text ends."""
    end = text.find("\n", at)
    end = end if end >= 0 else len(text)
    alone = text.find("\r", at, end)
    return alone if alone >= 0 else end


def _end_of_cells(text: str, at: int, separator: str) -> int:
    """Where the cells end that begin there: at a line end that stands in none of them."""
    pattern = _cell_pattern(separator)
    while True:
        at = _cell_at(pattern, text, at).end()
        if text[at : at + 1] != separator:
            return at
        at += 1


def _cells_of(line: str, separator: str) -> list[str]:
    """The cells of a line as they stand."""
    if _QUOTE not in line:
        return line.split(separator)
    pattern, at, cells = _cell_pattern(separator), 0, []
    while True:
        cell = _cell_at(pattern, line, at)
        cells.append(cell[0])
        if cell.end() == len(line):
            return cells
        at = cell.end() + 1


def _cell_pattern(separator: str) -> re.Pattern[str]:
    sign = re.escape(separator)
    return regex(rf'"(?:[^"]|"")*"(?=[{sign}\r\n]|\Z)|[^{sign}\r\n]*')


def _cell_at(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str]:
    cell = pattern.match(text, at)
    assert cell is not None  # the pattern fits nothing as well
    return cell


def _shown(raw: str) -> str:
    """What a cell that is written so says."""
    if _is_quoted(raw):
        raw = raw[1:-1].replace('""', '"')
    read = csv_cell(with_unix_ends(raw))
    return read.text if read else ""


def _is_quoted(raw: str) -> bool:
    """Whether quotes stand around all of a cell."""
    return len(raw) > 1 and raw[0] == raw[-1] == '"'
