"""A change of a record file told from its new lines alone, where nothing was wrong before: of 2,000
rows that stood there and said nothing none need be read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.jobs.desk.opened import BEGINNING, OpenSheet
from generator.model import limits
from generator.model.kind import RecordSpec
from generator.package.cellfile import EncodedText
from generator.package.intake.notes import ReadNotes
from generator.package.intake.totals import may_be_total
from generator.package.read.tables import read_records
from generator.standard.wording.lists import in_one_line

_LINE_ENDS = ("\n", "\r")


def is_right_again(before: OpenSheet, after: OpenSheet, records: RecordSpec, year: int) -> bool:
    """Whether reading a record file says nothing of ``after``, where it said nothing of ``before``
    and all else that the package is read of is the same.

    False wherever a line that stood there before might count now: whoever asks reads all of the
    package then.
    """
    new = _new_rows(before, after)
    return (
        _is_of_one_shape(before, after)
        and _is_of_no_totals(after)
        and not any(_goes_over_lines(after, row) for row in new)
        and not _holds_key_twice(after, records.key_field.name)
        and not _is_faulty(after, new, records, year)
    )


def _new_rows(before: OpenSheet, after: OpenSheet) -> list[int]:
    """The rows whose line did not stand below the head before, anywhere: what a line says does not
    hang on its number."""
    known = set(map(before.cells.line, before.rows))
    return [row for row in after.rows if after.cells.line(row) not in known]


def _is_of_one_shape(before: OpenSheet, after: OpenSheet) -> bool:
    """Whether the files have the same lines as far as the head, the same separator and usual width
    (by which cells that swallowed rows are known), and neither is too large to be read."""
    heads = [(sheet.cells.separator, _down_to_head(sheet)) for sheet in (before, after)]
    widths = [_usual_width(sheet) for sheet in (before, after)]
    cells = sum(len(texts) + 1 for texts in after.cells.texts.values())
    size = len(after.before or b"")
    is_alike = heads[0] == heads[1] and widths[0] == widths[1]
    return is_alike and cells <= limits.CELLS and size <= limits.TEXT_BYTES


def _down_to_head(sheet: OpenSheet) -> str:
    lines = [line for line in sheet.cells.lines if line.row < sheet.head.body]
    return sheet.cells.encoded.text[: lines[-1].end] if lines else ""


def _usual_width(sheet: OpenSheet) -> int:
    """How many cells most lines have, as the reader counts: blank lines left out."""
    filled = (line for line in sheet.cells.lines if line.end > line.start)
    widths = Counter(len(sheet.cells.texts[line.row]) for line in filled)
    return widths.most_common(1)[0][0] if widths else 0


def _is_of_no_totals(sheet: OpenSheet) -> bool:
    """Whether no row may be a total: what one says hangs on all rows."""
    texts = (text for row in sheet.rows for text in sheet.cells.texts[row])
    return not any(map(may_be_total, texts))


def _goes_over_lines(sheet: OpenSheet, row: int) -> bool:
    """Whether a cell of the row holds a line end, or a quote that is open: it may be a row that was
    swallowed."""
    line = sheet.cells.line(row)
    return any(end in line for end in _LINE_ENDS) or sheet.cells.has_open_quote(row)


def _holds_key_twice(sheet: OpenSheet, key: str) -> bool:
    """Whether two rows have the same key, those too that the reader leaves out: a line that stood
    there before may stand twice now."""
    if key in sheet.head.units:
        return True
    columns = [column for column, name in sheet.names.items() if name == key]
    keys = list(filter(None, (_key(sheet, row, columns) for row in sheet.rows)))
    return len(set(keys)) < len(keys)


def _key(sheet: OpenSheet, row: int, columns: Iterable[int]) -> str:
    texts = sheet.cells.texts[row]
    there = (texts[column - 1] for column in columns if column <= len(texts))
    return in_one_line("".join(there)).strip()


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
