"""The form as it was filled: from the package, or read from the table of a Word file by its labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher

from generator.check.finding import Side, cell_side
from generator.check.passages import Passage
from generator.check.reader import spoken
from generator.check.subject import Subject
from generator.figures import Draft
from generator.model.kind import FieldType, FormRow
from generator.standard.wording.numbers import convert

_AHEAD = 14
_ALIKE = 0.75
_ENOUGH = 0.6


@dataclass(frozen=True)
class Filled:
    """A row of the form: what the catalogue says of it and what the place filed.

    ``value`` is None for a blank or a text; ``label`` and ``unit`` are as filed; ``raw`` is the text of the cell;
    ``computed`` is true where the program computed it.
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


def filled(subject: Subject) -> tuple[Filled, ...]:
    """The rows of the form, in order; () where there is none."""
    if subject.draft:
        return tuple(_of_package(subject.draft))
    rows = [passage for passage in subject.passages if passage.role == "row"]
    return tuple(_of_table(rows, subject))


def _of_package(draft: Draft) -> Iterator[Filled]:
    for row in draft.dataset.indicators:
        figure = draft.book.cell(row)
        label, unit = row.label or row.form.label, row.unit or row.form.unit
        side = cell_side(
            row.cell.source,
            " ".join(part for part in (row.form.code, label, unit, row.cell.raw) if part),
        )
        form = replace(row.form, label=_dated(row.form.label, draft.dataset.settings.year))
        yield Filled(
            form, row.label, row.unit, row.cell.raw, figure.number_or_none, side, row.computed
        )


def _of_table(rows: Sequence[Passage], subject: Subject) -> Iterator[Filled]:
    """The rows of a table that are the catalogue's, each after the one before; none where too few are."""
    found: list[Filled] = []
    at = 0
    for passage in rows:
        label = _plain(passage.cells[0]) if passage.cells else ""
        window = subject.form[at : at + _AHEAD]
        place = _match(label, window, subject.year)
        if place is None:
            continue
        form = window[place]
        at += place + 1
        if len(passage.cells) >= 3 and not form.is_heading:
            found.append(_row(form, passage, subject.year))
    values = sum(not form.is_heading for form in subject.form)
    if values and len(found) >= values * _ENOUGH:
        yield from found


def _match(label: str, window: Sequence[FormRow], year: int | None) -> int | None:
    """The first row of the window with that label, or else one that is nearly so."""
    labels = [_plain(_dated(form.label, year)) for form in window]
    if label in labels:
        return labels.index(label)
    if len(label) < 4:
        return None
    likeness = [SequenceMatcher(None, label, other, autojunk=False).ratio() for other in labels[:4]]
    best = max(range(len(likeness)), key=lambda place: likeness[place], default=None)
    return best if best is not None and likeness[best] >= _ALIKE else None


def _row(form: FormRow, passage: Passage, year: int | None) -> Filled:
    label, unit, raw = (re.sub(r"\s", "", cell) for cell in passage.cells[:3])
    try:
        value = Decimal(raw.removesuffix(unit)) if form.type is FieldType.NUMBER and raw else None
    except InvalidOperation:
        value = None
    same_label = _plain(label) == _plain(_dated(form.label, year))
    form = replace(form, label=_dated(form.label, year))
    return Filled(
        form,
        "" if same_label else label,
        "" if unit == form.unit else unit,
        raw,
        value,
        passage.side(),
    )


def _dated(label: str, year: int | None) -> str:
    return label.replace("{year}", str(year or ""))


def _plain(label: str) -> str:
    return re.sub(r"[\s（）()：:、，,.]", "", label)


def best_form(
    passages: Sequence[Passage], forms: Sequence[tuple[FormRow, ...]]
) -> tuple[FormRow, ...]:
    """The catalogue whose labels the tables of the text hold most of; () where none fits."""
    labels = {
        _plain(passage.cells[0]) for passage in passages if passage.role == "row" and passage.cells
    }
    shares = [
        (sum(_plain(row.label) in labels for row in form) / len(form), form)
        for form in forms
        if form
    ]
    share, form = max(shares, key=lambda pair: pair[0], default=(0, ()))
    return form if share >= _ENOUGH else ()
