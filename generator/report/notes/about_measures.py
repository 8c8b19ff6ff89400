"""Notes about measures.csv: what departments wrote that is no clause, or is not printed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures import FigureBook, RowView
from generator.model.errors import excerpt
from generator.report.compose.words.measures import MEASURES, NEEDS_EVIDENCE
from generator.report.notes.writer_note import NoteSort, WriterNote

LONGEST = 60
"""So many characters has a clause at most."""


def measures_amiss(book: FigureBook) -> Iterator[WriterNote]:
    """A text of measures.csv that is longer than a clause (60 characters) or several sentences, and
    an effect or a reason that names no evidence, which is not printed.

    Source: what departments can add in cells: one clause each, an effect with what shows it.
    """
    for row in book.records.get(MEASURES, ()):
        words = row.figure("文字").value
        if isinstance(words, str) and (said := _amiss(words.strip(), row)):
            yield WriterNote(NoteSort.MEASURE, "", f"measures.csv “{excerpt(words)}”：{said}")


def _amiss(words: str, row: RowView) -> str:
    """What is wrong with a text; "" for nothing."""
    if len(words) > LONGEST:
        return f"{len(words)}字，一条写一个分句，不超过{LONGEST}字，请分开或删减"
    if "。" in words.rstrip("。"):
        return "有好几句，一条写一个分句，请分成几行"
    sort = row.figure("类型").value
    if sort in NEEDS_EVIDENCE and not row.figure("依据").known:
        return f"“{sort}”没有写依据，不印；请在“依据”列写指标的键"
    return ""
