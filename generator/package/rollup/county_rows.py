"""The record file of the level above that keeps the values of the counties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.model.dataset import Dataset, Record
from generator.model.kind import RecordSpec
from generator.model.rollup import (
    ADDED,
    COUNTY,
    ITEM,
    NAME,
    NOTE,
    RANK,
    SHOWN,
    UNIT,
    VALUE,
    RollUp,
)
from generator.package.rollup.county import CountyValue
from generator.package.rollup.county_table import CountyTable
from generator.package.rollup.records import RolledFile, county_name
from generator.package.rollup.rolling import RolledUp, RolledValue
from generator.standard.wording.numbers import num

_YES, _SOURCE = "是", "来源"
FAR = "离中位数很远，请核对"
"""What is said of a county far from all others."""

_Cells = Mapping[str, str]


def counties_before(dataset: Dataset) -> tuple[str, ...]:
    """The places that the package was rolled up of before: those whose values it keeps, else those
    whose rows it lists."""
    kept = (row.cells[COUNTY].raw.strip() for row in _rows(dataset, RollUp.VALUES))
    listed = (county_name(row) for row in _rows(dataset, RollUp.LISTED))
    return tuple(dict.fromkeys(kept)) or tuple(dict.fromkeys(filter(None, listed)))


def _rows(dataset: Dataset, way: RollUp) -> Iterator[Record]:
    """The rows of all files that the kind rolls up so."""
    return (row for item in dataset.records.values() if item.spec.rollup is way for row in item)


def county_rows(spec: RecordSpec, rolled: RolledUp, table: CountyTable) -> list[Sequence[str]]:
    """Its head and rows: each number of each county, then how many rows each has in a file that is
    rolled up."""
    key = spec.key_field.name
    head = [*(field.name for field in spec.fields), _SOURCE]
    rows: list[Sequence[str]] = [head]
    for cells in (*_of_values(table), *_of_files(rolled.records)):
        keyed = {**cells, key: f"{cells[ITEM]}-{cells[COUNTY]}"}
        rows.append([keyed.get(name, "") for name in head])
    return rows


def _of_values(table: CountyTable) -> Iterator[_Cells]:
    for ident, value in table.values.items():
        for part in value.parts:
            yield _of_value(ident, value, part, table)


def _of_value(ident: str, value: RolledValue, part: CountyValue, table: CountyTable) -> _Cells:
    """The cells of a number of a county, and where it stands there."""
    far = FAR if table.is_outlier(ident, part.place) else ""
    notes = [note for note in (part.doubt or part.note, far) if note]
    return {
        ITEM: ident,
        NAME: value.target.name,
        UNIT: value.target.unit,
        COUNTY: part.place,
        VALUE: num(part.value) if isinstance(part.value, Decimal) else "",
        ADDED: _YES if value.way.adds_up else "",
        SHOWN: _YES if value.way is RollUp.LISTED_SUM else "",
        RANK: str(table.rank(ident, part.place) or ""),
        NOTE: "；".join(notes),
        _SOURCE: "；".join(map(str, part.sources)),
    }


def _of_files(files: Sequence[RolledFile]) -> Iterator[_Cells]:
    """How many rows each county has in a file; blank where it has none: it may not have reported
    them."""
    for file in files:
        of_file = {ITEM: file.spec.stem, NAME: file.spec.name, UNIT: "条"}
        for place, count in file.rows.items() if file.offers else ():
            yield {**of_file, COUNTY: place, VALUE: str(count or "")}
