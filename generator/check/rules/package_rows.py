"""The rows of the tables that a package prints, as sentences name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import takewhile

from msgspec import Struct

from generator.check.passages import Passage
from generator.check.reader import UNITS
from generator.check.subject import Subject
from generator.figures import Draft
from generator.model.document import Mark, Run
from generator.model.regex import regex

_CELL = regex(r"(?P<records>\w+)\[.+\]\.(?P<field>\w+)")
"""The key of a cell of a record."""
_NUMBER = regex(r"-?\d+(?:\.\d+)?")


class PrintedRow(Struct, frozen=True):
    """A row of one table: the last words before its numbers that are no unit, and these in one
    unit, in the order of the columns."""

    label: str
    unit: str
    values: tuple[Decimal, ...]
    passage: Passage


def printed_rows(subject: Subject) -> Iterator[PrintedRow]:
    """The rows with numbers of the tables that a package prints; none of a Word file."""
    draft = subject.draft
    if draft is None:
        return
    for passage in subject.passages:
        row = _row(passage, draft) if passage.role == "row" else None
        if row is not None:
            yield row


def _row(passage: Passage, draft: Draft) -> PrintedRow | None:
    """A row of a table; None where it has no label, no number, or numbers in several units."""
    numbers = [run for run in passage.runs if _is_number(run)]
    label = _label(takewhile(lambda run: not _is_number(run), passage.runs))
    units = {_unit(run.mark, draft) for run in numbers if run.mark}
    if not label or len(units) != 1:
        return None
    values = tuple(Decimal(run.text) for run in numbers)
    return PrintedRow(label, units.pop(), values, passage)


def _label(before: Iterable[Run]) -> str:
    """The last words that are no unit; "" where there are none."""
    texts = [run.text.strip() for run in before]
    return next((text for text in reversed(texts) if text and text not in UNITS), "")


def _is_number(run: Run) -> bool:
    """Whether a run is a number that follows the data."""
    is_bound = run.mark is not None and run.mark.origin == "bound"
    return is_bound and _NUMBER.fullmatch(run.text) is not None


def _unit(mark: Mark, draft: Draft) -> str:
    """The unit of a printed number; "" where nobody says it."""
    cell = _CELL.fullmatch(mark.key)
    if cell is None:
        return draft.book.get(mark.key).unit if mark.key in draft.book else ""
    specs = (spec for spec in draft.kind.records if spec.name == cell["records"])
    fields = (field for spec in specs for field in spec.fields)
    return next((field.unit for field in fields if field.name == cell["field"]), "")
