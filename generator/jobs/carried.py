"""What was copied from last year's package, and nobody has touched since: texts, formulas, cells of
records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.cell import Source
from generator.model.dataset import Dataset, Prose, Records


def carried_texts(dataset: Dataset) -> frozenset[str]:
    """The names of the texts of a package that are those of the year before, word for word."""
    last = dataset.previous
    there = _carried(dataset.texts, last.dataset, dataset.settings.year) if last else ()
    return frozenset(there)


def _carried(texts: Mapping[str, Prose], last: Dataset, year: int) -> Iterator[str]:
    for name, text in texts.items():
        if carried_from(last, name, text.text, year):
            yield name


def carried_from(last: Dataset, name: str, text: str, year: int) -> bool:
    """Whether a text of that name is the one of last year's package, but for the year; one that
    nobody had written then is none."""
    from generator.package.newyear import is_carried

    there = last.texts.get(name)
    if there is None or not there.written:
        return False
    return is_carried(text, there.text, last.settings.year, year)


def kept_cells(dataset: Dataset) -> frozenset[Source]:
    """The formulas and the cells of records that a package made of last year's has as that; none of
    any other package."""
    last = dataset.previous
    if last is None or dataset.settings.origin is None:
        return frozenset()
    formulas = {row.key: row.formula for row in last.dataset.figures if row.formula}
    kept = [
        row.cell.source
        for row in dataset.figures
        if row.formula and row.formula == formulas.get(row.key)
    ]
    for name, records in dataset.records.items():
        if name in last.dataset.records:
            kept += _kept(records, last.dataset.records[name])
    return frozenset(kept)


def _kept(records: Records, last: Records) -> Iterator[Source]:
    there = {record.key: record.cells for record in last}
    for record in records:
        cells = there.get(record.key, {})
        for column, cell in record.cells.items():
            if cell.raw and column in cells and cells[column].raw == cell.raw:
                yield cell.source
