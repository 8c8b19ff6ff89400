"""Sheets of a record file whose rows the form fixes: each row is one of those, none is added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from generator.model.dataset import Record, Records
from generator.model.kind import FieldType, RecordSpec
from generator.model.replacing import replace
from generator.package.bring.cell_sorts import is_numeric
from generator.package.bring.proposal import RecordOffer, Standing
from generator.package.bring.record_rows import RecordSheet
from generator.package.bring.sheet_items import cell_text_of
from generator.package.bring.wording_alike import LabelReader
from generator.package.intake.values import parse_cell

_SERIAL = "序号"
Path = tuple[str, ...]
"""The names of a row from the outermost to its own one: 三、本年度办理结果, （一）予以公开."""


class FixedRows(Struct, frozen=True, dict=True):
    """A sheet of records of a file, and the rows that the form gives there, with their names."""

    sheet: RecordSheet
    given: Sequence[Mapping[str, str]]
    labels: LabelReader

    @property
    def numbers(self) -> RecordSheet:
        """The sheet without the columns of names, which nobody has to settle."""
        names = {name for row in self.given for name in row}
        columns = {c: field for c, field in self.sheet.columns.items() if field.name not in names}
        strange = {c: head for c, head in self.sheet.strange.items() if c not in self._names}
        return replace(self.sheet, columns=columns, strange=strange, given=frozenset(names))

    def offers(
        self, numbers: RecordSheet, records: Records, year: int, faults: tuple[str, ...]
    ) -> Iterator[RecordOffer]:
        """The numbers of each row for the record that is called so; what is called like none is
        told. ``faults`` hold for all rows."""
        there = {record.key: record for record in records}
        for row, path in self._paths():
            cells, reasons = numbers.cells(row, year)
            if not cells and not reasons:
                continue
            key, shown = self._key(path), "／".join(path)
            why = (*faults, *numbers.column_faults(), *reasons)
            source, file = numbers.source(row), numbers.spec.file
            offer = RecordOffer(0, source, file, key or shown, cells, Standing.SURE, why)
            if key in there:
                yield _beside(offer, there[key], records.spec, year)
            elif key or row not in numbers.layout.totals:
                yield replace(offer, standing=Standing.DOUBT, reasons=(_no_row(file, shown), *why))

    @cached_property
    def _names(self) -> list[int]:
        """The columns of texts left of all numbers."""
        layout, columns = self.sheet.layout, self.sheet.columns
        numbers = [c for c, field in columns.items() if field.type is FieldType.NUMBER]
        left = [c for c in layout.columns if c < min(numbers, default=0)]
        return [c for c in left if layout.head(c) != _SERIAL and not self._counts(c)]

    def _counts(self, column: int) -> bool:
        """Whether a column only numbers the rows."""
        grid = self.sheet.layout.grid
        cells = [grid.at(row, column) for row in self.sheet.layout.body]
        return all(cell.blank or is_numeric(cell) for cell in cells)

    def _paths(self) -> Iterator[tuple[int, Path]]:
        """The rows with their names; a name that stands once above several rows holds for all."""
        layout = self.sheet.layout
        above = [""] * len(self._names)
        for row in sorted((*layout.body, *layout.totals)):
            texts = [cell_text_of(layout, row, column) for column in self._names]
            first = next((at for at, text in enumerate(texts) if text), None)
            if first is None:
                yield row, ()
                continue
            above = [*above[:first], *texts[first:]]
            yield row, tuple(dict.fromkeys(filter(None, above)))

    def _key(self, path: Path) -> str:
        """The key of the given row of these names, or of the only one whose innermost names they
        are; "" for none. The only row of a sheet is the only one that is given."""
        if len(self.given) == len(self.sheet.layout.body) == 1:
            return self._given_paths[0][0]
        plain = self._plain(path)
        same = [key for key, names in self._given_paths if names == plain]
        ends = [key for key, names in self._given_paths if names[-len(plain) :] == plain]
        found = same or ends
        return found[0] if plain and len(found) == 1 else ""

    @cached_property
    def _given_paths(self) -> list[tuple[str, Path]]:
        key = self.sheet.spec.key_field.name
        paths = []
        for row in self.given:
            names = [text for name, text in row.items() if name != key and text]
            paths.append((row[key], self._plain(names or [row[key]])))
        return paths

    def _plain(self, names: Sequence[str]) -> Path:
        """Names without numbering and without the remark in brackets behind them."""
        short = [re.sub(r"(?<=.)[（(][^（）()]*[)）]$", "", name) for name in names]
        return tuple(map(self.labels.plain, short))


def _beside(offer: RecordOffer, record: Record, spec: RecordSpec, year: int) -> RecordOffer:
    """The offer beside what the record says: what is there stays, what is blank may be filled."""
    filled = {name: record.cells[name] for name in offer.cells if record.cells[name].raw.strip()}
    fields = {field.name: field for field in spec.fields}
    others = [
        f"“{name}”已经填了{cell.raw}，没有改；要换请先清空那一格"
        for name, cell in filled.items()
        if parse_cell(offer.cells[name], fields[name], year) != cell.value
    ]
    if others:
        return replace(offer, standing=Standing.CONFLICT, reasons=tuple(others))
    if offer.reasons:
        return replace(offer, standing=Standing.DOUBT)
    blank = {name: text for name, text in offer.cells.items() if name not in filled}
    return replace(offer, cells=blank) if blank else replace(offer, standing=Standing.SAME)


def _no_row(file: str, shown: str) -> str:
    return f"{file} 的行由表式规定，没有“{shown}”这一行，没有取"
