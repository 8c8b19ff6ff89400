"""From one year to another: what every part of the new package is made by."""

from __future__ import annotations

from msgspec import Struct

from generator.model.dataset import Dataset
from generator.model.kind import Kind
from generator.model.regex import regex
from generator.model.settings import OriginSettings

YEAR = regex(r"(?<!\d)(\d{4})(?=年)")
"""A year in a text."""
CsvRow = dict[str, str]
"""The cells of a row by heading."""


class Roll(Struct, frozen=True):
    """From one year to another: ``dataset`` is the old package, ``kind`` has the new catalogue,
    ``origin`` leads from the new package to the old one (``apart``: which must be put there first),
    ``asked`` are the records that texts name."""

    dataset: Dataset
    kind: Kind
    year: int
    origin: OriginSettings
    asked: frozenset[tuple[str, str]]
    apart: bool

    @property
    def old(self) -> int:
        """The year of the old package."""
        return self.dataset.settings.year

    @property
    def previous(self) -> str:
        """The way to last year's package; "" where the old one is of an earlier year."""
        return self.origin.package if self.year == self.old + 1 else ""

    def rolled(self, year: str) -> str:
        """A year of the old package in the new one."""
        return later_year(year, self.old, self.year)


def later_year(written: str, old: int, year: int) -> str:
    """A year that a package of ``old`` writes, in that of ``year``: this year becomes next year,
    and next year the year after; others stay."""
    return str(int(written) + year - old) if int(written) in (old, old + 1) else written
