"""A change of a record file told from its new lines alone, where nothing was wrong before: of 2,000
rows that stood there and said nothing none need be read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.jobs.desk.basis import Basis
from generator.jobs.desk.layouts import GridLayout, filed_rows, frame_of
from generator.jobs.desk.opened import BEGINNING, OpenSheet
from generator.jobs.desk.values import GridRow, SheetGrid
from generator.model import limits
from generator.model.kind import RecordSpec
from generator.model.replacing import replace
from generator.package.cellfile import EncodedText
from generator.package.intake.notes import ReadNotes
from generator.package.intake.totals import SIGNS_OF_TOTAL, may_be_set_aside
from generator.package.read.tables import read_records
from generator.standard.wording.lists import in_one_line

_LINE_ENDS = ("\n", "\r")


class Lines(NamedTuple):
    """A record file before and after a change, and the grid of it before."""

    before: OpenSheet
    after: OpenSheet
    shown: SheetGrid


def layout_if_right(basis: Basis, lines: Lines, records: RecordSpec) -> GridLayout | None:
    """The layout of the file after the change, where reading it says nothing; the package was
    right before, and all else that it is read of is the same.

    None wherever a line that stood there before might count now: whoever asks reads all of the
    package then.
    """
    before, after, shown = lines
    frame = frame_of(basis, after)
    if frame.columns != shown.columns or not _is_of_one_shape(before, after):
        return None
    again = _rows_again(lines)
    new = [row for row, made in again.items() if made is None and after.is_row(row)]
    made = {row.row: row for row in filed_rows(basis, after, frame, new)}
    rows = tuple(filter(None, (again | made).values()))
    is_right = (
        not _holds_total(after)
        and not any(_goes_over_lines(after, row) for row in new)
        and not _holds_key_twice(after, frame, rows, records.key_field.name)
        and not _is_faulty(after, new, records, basis.settings.year)
    )
    return replace(frame, rows=rows) if is_right else None


def _rows_again(lines: Lines) -> dict[int, GridRow | None]:
    """The lines below the head after the change, each as the grid showed it before; None for one
    that stood nowhere there. What a line says does not hang on its number."""
    before, after, shown = lines
    known = {before.cells.line(row.row): row for row in shown.rows}
    found = ((number, known.get(line)) for number, line in after.lines())
    return {number: row and _at(row, number) for number, row in found}


def _at(row: GridRow, number: int) -> GridRow:
    return row if row.row == number else replace(row, row=number)


def _is_of_one_shape(before: OpenSheet, after: OpenSheet) -> bool:
    """Whether the files have the same lines as far as the head, the same separator and usual width
    (by which cells that swallowed rows are known), and neither is too large to be read."""
    heads = [(sheet.cells.separator, _down_to_head(sheet)) for sheet in (before, after)]
    widths = [Counter(sheet.cells.widths.values()) for sheet in (before, after)]
    cells = sum((width + 1) * often for width, often in widths[1].items())
    size = len(after.before or b"")
    is_alike = heads[0] == heads[1] and _usual(widths[0]) == _usual(widths[1])
    return is_alike and cells <= limits.CELLS and size <= limits.TEXT_BYTES


def _down_to_head(sheet: OpenSheet) -> str:
    lines = [line for line in sheet.cells.lines if line.row < sheet.head.body]
    return sheet.cells.encoded.text[: lines[-1].end] if lines else ""


def _usual(widths: Counter[int]) -> int:
    """How many cells most lines have, as the reader counts: blank ones left out."""
    filled = Counter({width: often for width, often in widths.items() if width})
    return filled.most_common(1)[0][0] if filled else 0


def _holds_total(sheet: OpenSheet) -> bool:
    """Whether a row may be a total, or a part of another: what one says hangs on other rows."""
    rows = (row for row, line in sheet.lines() if any(sign in line for sign in SIGNS_OF_TOTAL))
    return any(may_be_set_aside(text) for row in rows for text in sheet.cells.texts(row))


def _goes_over_lines(sheet: OpenSheet, row: int) -> bool:
    """Whether a cell of the row holds a line end, or a quote that is open: it may be a row that was
    swallowed."""
    line = sheet.cells.line(row)
    return any(end in line for end in _LINE_ENDS) or sheet.cells.has_open_quote(row)


def _holds_key_twice(
    sheet: OpenSheet, frame: GridLayout, rows: Iterable[GridRow], key: str
) -> bool:
    """Whether two rows have the same key, those too that the reader leaves out: a line that stood
    there before may stand twice now."""
    if key in sheet.head.units or key in frame.codes:
        return True
    at = [column.name for column in frame.columns].index(key)
    keys = list(filter(None, (in_one_line(row.cells[at]).strip() for row in rows)))
    return len(set(keys)) < len(keys)


def _is_faulty(sheet: OpenSheet, new: Collection[int], records: RecordSpec, year: int) -> bool:
    """Whether anything is wrong with a file of the beginning, by which the head and the separator
    are known, and the new rows."""
    beginning = sheet.cells.beginning(BEGINNING)
    last = sheet.cells.lines[:BEGINNING][-1].row
    lines = [sheet.cells.line(row) for row in new if row > last]
    text = "".join([beginning, *(line + sheet.cells.newline for line in lines)])
    notes = ReadNotes()
    with TemporaryDirectory() as folder:
        (Path(folder) / records.file).write_bytes(EncodedText(text).with_text(text))
        read_records(Path(folder), records, year, notes)
    return bool(notes.problems)
