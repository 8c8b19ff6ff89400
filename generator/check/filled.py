"""The form as it was filled: by the package, or by the table of a Word file, read by its labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher

from msgspec import Struct

from generator.check.finding import Side, cell_side
from generator.check.passages import Passage
from generator.check.reader import spoken
from generator.figures import Draft
from generator.model.dataset import IndicatorRow
from generator.model.kind import FieldType, FormRow
from generator.model.replacing import replace
from generator.standard.wording.numbers import convert

_AHEAD, _AHEAD_ALIKE = 14, 4
_ALIKE, _SHORTEST_ALIKE = 0.75, 4
_ENOUGH = 0.6


class Filled(Struct, frozen=True):
    """A row of the form: what the catalogue says of it and what the place filed.

    ``value`` is None for a blank or a text; ``label`` and ``unit`` are as filed, "" where they are
    the catalogue's; ``raw`` is the text of the cell; ``computed`` is true where the program
    computed it.
    """

    form: FormRow
    label: str
    unit: str
    raw: str
    value: Decimal | None
    side: Side
    computed: bool = False

    @property
    def number(self) -> Decimal:
        """The value, 0 where there is none."""
        return self.value or Decimal(0)

    @property
    def is_typed_number(self) -> bool:
        """Whether a number belongs into the cell, and the place types it."""
        return self.form.type is FieldType.NUMBER and not self.computed

    @property
    def shown(self) -> str:
        """The value with the unit of the catalogue."""
        return "空" if self.value is None else spoken(self.value) + self.form.unit

    @property
    def name(self) -> str:
        """Code and label, as a message calls the row."""
        return f"统计表{self.form.code}“{self.form.label}”"


def in_unit(row: Filled, unit: str) -> Decimal | None:
    """The value in another unit; None where it has none or the units measure different things."""
    if row.value is None or row.form.unit == unit:
        return row.value
    try:
        return convert(row.value, row.form.unit, unit)
    except ValueError:
        return None


def dated_label(form: FormRow, year: int | None) -> str:
    """The label of the catalogue with the year in it."""
    return form.label_of(year)


def plain_label(label: str) -> str:
    """A label without blanks, brackets and marks, for comparison."""
    return re.sub(r"[\s（）()：:、，,.]", "", label)


def best_form(
    passages: Sequence[Passage], forms: Sequence[tuple[FormRow, ...]]
) -> tuple[FormRow, ...]:
    """The catalogue whose labels the tables of the text hold most of; () where none fits."""
    labels = {plain_label(passage.cells[0]) for passage in _rows_of_tables(passages)}
    shares = [(_share(form, labels), form) for form in forms if form]
    share, form = max(shares, key=lambda pair: pair[0], default=(0, ()))
    return form if share >= _ENOUGH else ()


def _share(form: Sequence[FormRow], labels: Set[str]) -> float:
    """How much of a catalogue is among the labels, from 0 to 1."""
    return sum(plain_label(row.label) in labels for row in form) / len(form)


def _rows_of_tables(passages: Sequence[Passage]) -> list[Passage]:
    return [passage for passage in passages if passage.role == "row" and passage.cells]


def of_package(draft: Draft) -> Iterator[Filled]:
    """The rows of the form of a package, in order; none where it has no form."""
    year = draft.dataset.settings.year
    for row in draft.dataset.indicators:
        yield Filled(
            _dated(row.form, year),
            row.label,
            row.unit,
            row.cell.raw,
            draft.book.cell(row).number_or_none,
            _cell_side(row),
            row.computed,
        )


def _cell_side(row: IndicatorRow) -> Side:
    parts = (row.form.code, row.label or row.form.label, row.unit or row.form.unit, row.cell.raw)
    return cell_side(row.cell.source, " ".join(filter(None, parts)))


def of_table(
    passages: Sequence[Passage], catalogue: Sequence[FormRow], year: int | None
) -> list[Filled]:
    """The rows of a table that are the catalogue's, each after the one before.

    None where they are less than six tenths of the catalogue.
    """
    rows: list[Filled] = []
    if not catalogue:
        return rows
    following = 0
    for passage in _rows_of_tables(passages):
        window = catalogue[following : following + _AHEAD]
        index = _match(plain_label(passage.cells[0]), window, year)
        if index is None:
            continue
        form = window[index]
        following += index + 1
        if len(passage.cells) >= 3 and not form.is_heading:
            rows.append(_row(_dated(form, year), passage))
    values = sum(not form.is_heading for form in catalogue)
    return rows if values and len(rows) >= values * _ENOUGH else []


def _match(label: str, window: Sequence[FormRow], year: int | None) -> int | None:
    """The index of the first row of the window with that label, or else of one nearly so called."""
    labels = [plain_label(dated_label(form, year)) for form in window]
    if label in labels:
        return labels.index(label)
    if len(label) < _SHORTEST_ALIKE:
        return None
    return _most_alike(label, labels[:_AHEAD_ALIKE])


def _most_alike(label: str, labels: Sequence[str]) -> int | None:
    """The index of the label most like another, where it is alike enough."""
    likeness = [SequenceMatcher(None, label, other, autojunk=False).ratio() for other in labels]
    best = max(likeness, default=0.0)
    return likeness.index(best) if best >= _ALIKE else None


def _row(form: FormRow, passage: Passage) -> Filled:
    label, unit, raw = (re.sub(r"\s", "", cell) for cell in passage.cells[:3])
    same_label = plain_label(label) == plain_label(form.label)
    return Filled(
        form,
        "" if same_label else label,
        "" if unit == form.unit else unit,
        raw,
        _number(raw.removesuffix(unit), form.type),
        passage.side(),
    )


def _number(text: str, type: FieldType | None) -> Decimal | None:
    """The number of a cell; None where it holds none, or is not of that type."""
    if type is not FieldType.NUMBER:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _dated(form: FormRow, year: int | None) -> FormRow:
    label = dated_label(form, year)
    return form if label == form.label else replace(form, label=label)
