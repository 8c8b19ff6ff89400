"""Against last year's package."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.check.finding import Finding, Severity, cell_side
from generator.check.subject import Subject
from generator.check.values import shown
from generator.figures import Draft
from generator.model.dataset import Dataset, FigureRow, IndicatorRow
from generator.standard.wording.numbers import convert

_FACTOR = 10
_LAST = ".上年"


def against_last_year(subject: Subject) -> Iterator[Finding]:
    """What the report says of last year is what last year's package says, and nothing new was there already.

    Compares the keys that end in 上年 with last year's value; an enterprise or village that last year's records list
    under 新增 or 引进; and tells, for information, values that changed tenfold. Silent without last year's package
    (``previous`` in report.yaml). Source: last year's report.
    """
    draft = subject.draft
    if draft is None or draft.dataset.previous is None:
        return
    previous = draft.dataset.previous.dataset
    yield from _last_values(draft, previous)
    yield from _again(draft, previous)
    yield from _jumps(draft, previous)


def _last_values(draft: Draft, previous: Dataset) -> Iterator[Finding]:
    there = _values(previous)
    for row in draft.dataset.figures:
        value = row.cell.value
        found = there.get(row.key.removesuffix(_LAST)) if row.key.endswith(_LAST) else None
        if found is None or not isinstance(value, Decimal):
            continue
        number, unit, last = found
        try:
            converted = convert(number, unit, row.cell.unit)
        except ValueError:
            continue
        if converted != value:
            yield Finding(
                Severity.ERROR,
                f"“{row.name}”写{value}{row.cell.unit}，上年数据包是{number}{unit}。",
                (
                    cell_side(row.cell.source, row.cell.raw),
                    cell_side(last.cell.source, last.cell.raw),
                ),
                f"{number}{unit}",
                f"{value}{row.cell.unit}",
                (row.key,),
            )


def _values(dataset: Dataset) -> dict[str, tuple[Decimal, str, IndicatorRow | FigureRow]]:
    """Last year's numbers by key, those of the text before those of the form."""
    found: dict[str, tuple[Decimal, str, IndicatorRow | FigureRow]] = {}
    for row in dataset.indicators:
        if isinstance(row.cell.value, Decimal) and row.form.key:
            found[row.form.key] = row.cell.value, row.form.unit, row
    for figure in dataset.figures:
        if isinstance(figure.cell.value, Decimal):
            found[figure.key] = figure.cell.value, figure.cell.unit, figure
    return found


def _again(draft: Draft, previous: Dataset) -> Iterator[Finding]:
    """Records of this year's 引进 and 新增 files whose name last year's file holds too."""
    for name, records in draft.dataset.records.items():
        old = previous.records.get(name)
        if old is None or not any(word in name for word in ("引进", "新增", "落地")):
            continue
        columns = [
            field.name
            for field in records.spec.fields
            if "企业" in field.name or field.name == "名称"
        ]
        for record in records:
            for column in columns:
                cell = record.cells[column]
                again = next(
                    (
                        other.cells[column]
                        for other in old
                        if cell.raw
                        and column in other.cells
                        and other.cells[column].raw == cell.raw
                    ),
                    None,
                )
                if again:
                    yield Finding(
                        Severity.WARNING,
                        f"“{cell.raw}”上年已列入{name}，今年又作新增。",
                        (cell_side(cell.source, cell.raw), cell_side(again.source, again.raw)),
                        "",
                        cell.raw,
                    )
                    break


def _jumps(draft: Draft, previous: Dataset) -> Iterator[Finding]:
    there = _values(previous)
    for row in draft.dataset.indicators:
        figure = draft.book.cell(row)
        number, last = figure.number_or_none, there.get(row.form.key)
        if (
            not number
            or last is None
            or not last[0]
            or last[1] != row.form.unit
            or max(number, last[0]) < _FACTOR * 5
        ):
            continue
        if number >= last[0] * _FACTOR or last[0] >= number * _FACTOR:
            yield Finding(
                Severity.INFO,
                f"统计表{row.form.code}“{row.form.label}”今年{shown(figure)}，上年{last[0]}{last[1]}，相差十倍以上。",
                (
                    cell_side(row.cell.source, row.cell.raw),
                    cell_side(last[2].cell.source, last[2].cell.raw),
                ),
                "",
                shown(figure),
                (row.form.key,),
            )
