"""Edits of a package in memory, cell by cell and row by row, and what they change in the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.figures import Draft
from generator.jobs.compose import recompose
from generator.model.cell import Cell, DateRange, PartialDate, Source
from generator.model.dataset import Dataset, Record, Records
from generator.model.document import Mark
from generator.model.replacing import replace
from generator.report.trace import occurrences

SegmentId = tuple[str, str, int]


@dataclass(frozen=True)
class Place:
    """A cell of the package: where it stands, what it is called, its type, and whether it may be blank."""

    source: Source
    what: str
    type: str
    required: bool = False


def places(dataset: Dataset) -> Iterator[Place]:
    """Every cell that holds something."""
    for row in dataset.indicators:
        if row.cell.raw and not row.computed:
            yield Place(row.cell.source, row.form.code, "文字" if row.as_filed else row.form.type)
    for figure in dataset.figures:
        if figure.cell.raw:
            kind = "日期" if isinstance(figure.cell.value, PartialDate) else "数"
            yield Place(
                figure.cell.source,
                figure.key,
                kind if isinstance(figure.cell.value, PartialDate | Decimal) else "文字",
            )
    for name, records in dataset.records.items():
        for record in records:
            for field in records.spec.fields:
                if record.cells[field.name].raw:
                    yield Place(
                        record.cells[field.name].source,
                        f"{name}[{record.key}].{field.name}",
                        field.type,
                        field.required,
                    )


def another(cell: Cell) -> Any:
    """A value of the same type that prints differently; the first day of a span moves back, other days forward."""
    match cell.value:
        case Decimal():
            return cell.value * 3 + 10
        case PartialDate(year, month, day):
            if not month:
                return PartialDate(year - 1)
            back = cell.source.column == "开始"
            return (
                PartialDate(year - (month == 1), (month - 2) % 12 + 1, day)
                if back
                else PartialDate(year + (month == 12), month % 12 + 1, day)
            )
        case DateRange() | bool():
            raise AssertionError("no such cell in a package")
        case tuple():
            return (*cell.value, "新增一项")
        case _:
            return f"{cell.value}改"


def with_cell(dataset: Dataset, source: Source, value: Any) -> Dataset:
    """The dataset with another value in one cell (None: blank)."""

    def changed(cell: Cell) -> Cell:
        raw = "" if value is None else str(value)
        return replace(cell, value=value, raw=raw) if cell.source == source else cell

    return replace(
        dataset,
        indicators=tuple(replace(row, cell=changed(row.cell)) for row in dataset.indicators),
        figures=tuple(replace(row, cell=changed(row.cell)) for row in dataset.figures),
        records={
            name: Records(
                records.spec,
                tuple(
                    Record(
                        record.key,
                        record.source,
                        {field: changed(cell) for field, cell in record.cells.items()},
                    )
                    for record in records
                ),
            )
            for name, records in dataset.records.items()
        },
    )


def cell_at(dataset: Dataset, source: Source) -> Cell:
    """The cell that stands there."""
    rows: list[Cell] = [row.cell for row in dataset.indicators] + [
        row.cell for row in dataset.figures
    ]
    rows += [
        cell
        for records in dataset.records.values()
        for record in records
        for cell in record.cells.values()
    ]
    return next(cell for cell in rows if cell.source == source)


def with_rows(dataset: Dataset, name: str, rows: tuple[Record, ...]) -> Dataset:
    """The dataset with other rows in one record file."""
    return replace(
        dataset, records={**dataset.records, name: Records(dataset.records[name].spec, rows)}
    )


def copied(record: Record) -> Record:
    """A new record like ``record``, as if typed in the row below the last."""

    def moved(cell: Cell) -> Cell:
        return replace(cell, source=replace(cell.source, row=cell.source.row + 1000))

    return Record(
        f"{record.key}乙",
        replace(record.source, row=record.source.row + 1000),
        {name: moved(cell) for name, cell in record.cells.items()},
    )


def segments(draft: Draft) -> dict[SegmentId, tuple[str, Mark]]:
    """Every marked segment of the report by block, key and count of the key in the block."""
    counts: Counter[tuple[str, str]] = Counter()
    found: dict[SegmentId, tuple[str, Mark]] = {}
    for item in occurrences(draft.document):
        name = (item.line.block, item.mark.key)
        found[(*name, counts[name])] = (item.text, item.mark)
        counts[name] += 1
    return found


def changed_segments(before: Draft, after: Draft) -> dict[SegmentId, set[Source]]:
    """The segments that differ, appear or vanish, each with the sources it had or has."""
    old, new = segments(before), segments(after)
    changed = {}
    for name in old.keys() | new.keys():
        if old.get(name, ("", None))[0] != new.get(name, ("", None))[0]:
            changed[name] = {
                source for there in (old, new) if name in there for source in there[name][1].sources
            }
    return changed


def edited(draft: Draft, dataset: Dataset) -> Draft:
    """The report of the changed package."""
    return recompose(draft, dataset)
