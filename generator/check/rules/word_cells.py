"""Cells for words in which no word stands: a mark that waits for one, a stroke for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.check.finding import Finding, cell_side
from generator.check.passages import Passage, prose
from generator.check.subject import Subject
from generator.model.cell import Cell, Source
from generator.model.kind import FieldSpec, FieldType
from generator.model.regex import regex
from generator.model.severity import Severity

WAITING = (
    r"(?:[*＊#＃?？]{2,}|[?？]|[Xx]{2,}|[Ｘｘ]{2,}|×{2,}|[○〇◯]{2,}|[_＿]{2,}|某{2,}"
    r"|【\s*】|（\s*）|\(\s*\)|\[\s*\]|未填|请填写?|TODO|TBD|nan|NaN|None|null|undefined"
    r"|待(?:定|填写?|补充?|核实|核对|确认|完善|更新|查))"
)
"""What stands for a word that is still to come, where a cell says no more."""
_WAITING = regex(WAITING)
_STROKE = regex(r"[-–—－―/／\\、，,.。·…~～]+|[*＊#＃]")
"""What people write where there is nothing to say: as good as a blank cell in a table, nothing to
print in a sentence."""
_OF_WORDS = (FieldType.TEXT, FieldType.LIST, FieldType.WORD_OR_NUMBER)


def without_words(subject: Subject) -> Iterator[Finding]:
    """What is told of the cells for words of a package in which none stands: more gravely where the
    report prints them or cannot do without."""
    waiting = list(waiting_cells(subject))
    struck = list(_cells_without_words(subject, _STROKE))
    printed = _printed(subject.passages, waiting)
    in_sentences = _printed(prose(subject.passages), struck)
    for field, cell in waiting:
        is_grave = field.required or cell.source in printed
        severity = Severity.ERROR if is_grave else Severity.WARNING
        yield _finding(severity, f"“{field.name}”还没有填，写的是“{cell.raw}”", field, cell)
    for field, cell in struck:
        is_grave = field.required or cell.source in in_sentences
        severity = Severity.WARNING if is_grave else Severity.INFO
        yield _finding(severity, f"“{field.name}”只写了“{cell.raw}”，没有字", field, cell)


def waiting_cells(subject: Subject) -> Iterator[tuple[FieldSpec, Cell]]:
    """The cells for words of the package in which a mark waits for one, with their columns."""
    return _cells_without_words(subject, _WAITING)


def _cells_without_words(
    subject: Subject, pattern: re.Pattern[str]
) -> Iterator[tuple[FieldSpec, Cell]]:
    """The cells for words that hold what the pattern says and no more, or an item that does."""
    for field, cell in _cells_of_words(subject):
        items = cell.value if isinstance(cell.value, tuple) else (cell.value,)
        if any(isinstance(item, str) and pattern.fullmatch(item) for item in items):
            yield field, cell


def _cells_of_words(subject: Subject) -> Iterator[tuple[FieldSpec, Cell]]:
    """The cells of all columns of words, with these; none without a package."""
    files = subject.draft.dataset.records.values() if subject.draft else ()
    for records in files:
        columns = [field for field in records.spec.fields if field.type in _OF_WORDS]
        for record in records:
            yield from ((field, record.cells[field.name]) for field in columns)


def _printed(
    passages: Iterable[Passage], cells: Iterable[tuple[FieldSpec, Cell]]
) -> frozenset[Source]:
    """Which of the cells passages print."""
    asked = {cell.source for _, cell in cells}
    if not asked:
        return frozenset()
    marks = (run.mark for passage in passages for run in passage.runs)
    return frozenset(source for mark in marks if mark for source in mark.sources if source in asked)


def _finding(severity: Severity, said: str, field: FieldSpec, cell: Cell) -> Finding:
    todo = "请填写" if field.required else "请填写，没有或还不知道就留空"
    return Finding(severity, f"{said}，{todo}。", (cell_side(cell.source, cell.raw),))
