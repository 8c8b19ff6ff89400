"""A cell of a package: what stands in it, what it means, and where it stands."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from msgspec import Struct

FLAGS = {"是": True, "否": False}
"""What a flag is in words, in cells and in conditions."""


class Source(Struct, frozen=True, gc=False):
    """The cell that a value came from.

    ``file`` is relative to the package (``figures.csv``, ``report.yaml``) or, for a template, its
    name; ``row`` is the line as a spreadsheet counts it (the head is row 1), 0 for a whole file;
    ``column`` is the heading of the column (or the path inside report.yaml), "" for a whole row.
    """

    file: str
    row: int = 0
    column: str = ""

    def __str__(self) -> str:
        row = f" 第{self.row}行" if self.row else ""
        column = f"“{self.column}”" if self.column else ""
        return f"{self.file}{row}{column}"


class PartialDate(Struct, frozen=True, order=True):
    """A date as precise as it was given: a year, a month or a day. Month and day are 0 where not
    given."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def date(self) -> dt.date:
        """The first day that the date may mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)


class DateRange(Struct, frozen=True):
    """Two dates, the second not before the first."""

    start: PartialDate
    end: PartialDate


Scalar = Decimal | PartialDate | DateRange | str | bool | tuple[str, ...]


class Cell(Struct, frozen=True, gc=False):
    """One cell: what stands in it and what it means.

    ``raw`` is the text as filed. ``value`` is None where the cell is blank (unknown). ``unit`` is
    the unit of a number, "" where it has none. ``sign`` is ≥, ≤ … before a number of a column of
    words or numbers. ``rolled_from`` are the cells of the packages below that make the value, ()
    for one that was filed here; ``lacking`` are the places of which it has none.
    """

    raw: str
    value: Scalar | None
    source: Source
    unit: str = ""
    sign: str = ""
    rolled_from: tuple[Source, ...] = ()
    lacking: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The cell itself, then those that its value was made of."""
        return (self.source, *self.rolled_from)
