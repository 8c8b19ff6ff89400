"""The numbers of all places side by side: sums, ranks, and those far from all others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.model.kind import FieldType
from generator.package.rollup.county import County
from generator.package.rollup.rolling import RolledUp, RolledValue

if TYPE_CHECKING:
    from pandas import DataFrame, Series

FEWEST = 8
"""Places that must have a value before one is said to be far from the others: with fewer the
deviation itself is chance."""
_FAR = 8.0
"""How many deviations from the median are far: of 8 places with normal numbers one row in a hundred
has such a one, with skewed numbers (log-normal, 0.5) one in 25; a slip of a unit is further."""
_NORMAL = 1.4826
"""The median absolute deviation times this is the standard deviation of normal numbers."""


class CountyTable(Struct, frozen=True):
    """Numbers by place: the index of ``numbers`` is the code or key of a value, its columns the
    places, its cells Decimals (None: not known). ``ranks`` of the places that have one, the largest
    is 1 and equals share one; ``sums`` of those rows of which every place has a value;
    ``outliers`` are the places far from the others; ``values`` the rows as they were rolled up,
    by the same index."""

    numbers: DataFrame
    sums: Mapping[str, Decimal]
    ranks: Mapping[str, Mapping[str, int]]
    outliers: Mapping[str, tuple[str, ...]]
    values: Mapping[str, RolledValue]

    def sum(self, ident: str) -> Decimal | None:
        """The sum of a row; None where it is no sum, or a place has no value."""
        return self.sums.get(ident)

    def rank(self, ident: str, place: str) -> int | None:
        """The rank of a place; None where it has no value."""
        return self.ranks[ident].get(place)

    def is_outlier(self, ident: str, place: str) -> bool:
        """Whether a place is far from the others."""
        return place in self.outliers[ident]


def county_table(rolled: RolledUp) -> CountyTable:
    """The table of all values that are numbers, in the order of the form and of figures.csv; but
    for those of the level's own that the form calls otherwise below (whose meetings it counts)."""
    from pandas import DataFrame

    of_numbers = filter(_is_of_numbers, rolled.values)
    values = {v.target.ident: v for v in of_numbers if _is_called_the_same(v, rolled.counties)}
    places = [county.place for county in rolled.counties]
    rows = [_numbers(value) for value in values.values()]
    numbers = DataFrame(rows, index=list(values), columns=places, dtype=object)
    floats = numbers.astype(float)
    ranks = floats.rank(axis="columns", method="min", ascending=False)
    return CountyTable(
        numbers,
        _sums(numbers, values),
        {str(ident): _whole(row) for ident, row in ranks.iterrows()},
        {str(ident): _those(row) for ident, row in _outliers(floats).iterrows()},
        values,
    )


def _sums(numbers: DataFrame, values: Mapping[str, RolledValue]) -> dict[str, Decimal]:
    """The sums of the rows that are sums, and of which every place has a value."""
    complete = [ident for ident, value in values.items() if _is_complete(value)]
    sums = numbers.loc[complete].sum(axis="columns")
    return {str(ident): total for ident, total in sums.items()}


def _is_complete(value: RolledValue) -> bool:
    return value.way.adds_up and not value.lacking


def _whole(ranks: Series[float]) -> dict[str, int]:
    """The ranks of a row that are there."""
    return {str(place): int(rank) for place, rank in ranks.dropna().items()}


def _those(row: Series[bool]) -> tuple[str, ...]:
    """The places of a row that are true."""
    return tuple(str(place) for place, holds in row.items() if holds)


def _is_of_numbers(value: RolledValue) -> bool:
    """Whether some place has a number for it."""
    of_numbers = value.target.spec.type is FieldType.NUMBER
    return of_numbers and any(isinstance(part.value, Decimal) for part in value.parts)


def _is_called_the_same(value: RolledValue, counties: Sequence[County]) -> bool:
    """Whether the form calls the value in every county as it does above."""
    ident, name = value.target.ident, value.target.name
    return all(county.name_of(ident) in ("", name) for county in counties)


def _numbers(value: RolledValue) -> Iterable[Decimal | None]:
    return [part.value if isinstance(part.value, Decimal) else None for part in value.parts]


def _outliers(floats: DataFrame) -> DataFrame:
    """Who is far from the median, in deviations of the row; nobody where few places have a value,
    or more than half have the same."""
    from pandas import DataFrame

    median = floats.median(axis="columns")
    away = floats.sub(median, axis="index").abs()
    deviation = away.median(axis="columns") * _NORMAL
    enough = (floats.notna().sum(axis="columns") >= FEWEST) & (deviation > 0)
    far = away.gt(deviation * _FAR, axis="index")
    return far & DataFrame(dict.fromkeys(far.columns, enough), index=far.index)
