"""Sheets whose rows are records of a file of the package: their columns have the same headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.model.dataset import Records
from generator.model.kind import FieldSpec, FieldType, RecordSpec
from generator.package.bring.known_records import CALLED, KnownRecords
from generator.package.bring.mapping import NOT_USED, MappedItems
from generator.package.bring.proposal import RecordOffer, Standing
from generator.package.bring.reading import unit_contradiction, units_of_sheet
from generator.package.bring.sheet_columns import is_spanned_by_others
from generator.package.bring.sheet_items import cell_text_of
from generator.package.bring.sheet_layout import SheetLayout
from generator.package.intake.celltext import cell_text
from generator.package.intake.heads import split_unit
from generator.package.intake.numbers import CellError, split_scale
from generator.package.intake.unclear import UnclearCellError
from generator.package.intake.values import parse_cell
from generator.standard.wording.lists import in_one_line
from generator.standard.wording.numbers import num

_LEAST = 3
"""So many headings of a file tell that a sheet holds its records."""
_PASSED = ("序号", "备注", "说明", "")
"""Headings of columns that are no part of a record."""


class RecordSheet(Struct, frozen=True):
    """A sheet of records of a file: what each column is there, the unit in which it is written ("":
    that of the file), and the headings that nothing in the file is called. ``given`` are columns of
    the file whose cells the form fixes."""

    layout: SheetLayout
    spec: RecordSpec
    columns: Mapping[int, FieldSpec]
    units: Mapping[int, str]
    strange: Mapping[int, str]
    given: frozenset[str] = frozenset()

    def offers(self, records: Records, year: int, faults: tuple[str, ...]) -> Iterator[RecordOffer]:
        """A record for each row; one that the file has already is not offered again. ``faults`` of
        the sheet hold for all of them."""
        known = KnownRecords(records, year)
        keys = set(known.keys)
        for_all = (*faults, *self.column_faults(), *self._total_faults(year))
        first: dict[tuple[str, ...], int] = {}
        for row in self.layout.body:
            cells, reasons = self.cells(row, year)
            if not cells:
                continue
            above = first.setdefault(self._texts(row), row)
            twice = (f"和第{above}行完全相同",) if above != row else ()
            given = cells.pop(self.spec.key_field.name, "")
            key = given or _new_key(cells, keys, row)
            why = (*for_all, *reasons, *twice)
            offer = RecordOffer(0, self.source(row), self.spec.file, key, cells, Standing.SURE, why)
            yield known.compared(offer, given)
            keys.add(key)

    def _texts(self, row: int) -> tuple[str, ...]:
        """What stands in the columns of a row, settled or not; numbers and remarks aside."""
        columns = sorted({*self.columns, *self.strange})
        return tuple(cell_text_of(self.layout, row, column) for column in columns)

    def source(self, row: int) -> str:
        """What a row is called in messages."""
        return f"{self.layout.sheet.prefix}第{row}行"

    def column_faults(self) -> tuple[str, ...]:
        """Why no row can be taken as it stands: columns are missing, in doubt, or of what unit."""
        return (*self._missing(), *self._unit_faults())

    def _unit_faults(self) -> Iterator[str]:
        """Why the unit of a column is not certain."""
        for column, field in self.columns.items():
            stated = split_unit(self.layout.head(column), (field.name,)).unit
            yield from unit_contradiction(stated, self.layout.units)
            if field.unit and not stated:
                yield from units_of_sheet(self.layout.units, field.unit)

    def _total_faults(self, year: int) -> Iterator[str]:
        """Why the totals of the sheet may not be those of its rows."""
        for column, field in self.columns.items():
            totals = self._totals_of(column)
            if field.type is not FieldType.NUMBER or not totals:
                continue
            filed = self._sum(totals[-1:], column, year)
            summed = self._sum(self.layout.body, column, year)
            if filed is not None and summed is not None and filed != summed:
                yield f"“{field.name}”合计写的是{num(filed)}，各行加起来是{num(summed)}"

    def _totals_of(self, column: int) -> list[int]:
        """The rows of totals that have something in this column."""
        return [row for row in self.layout.totals if not self.layout.grid.at(row, column).blank]

    def _sum(self, rows: Sequence[int], column: int, year: int) -> Decimal | None:
        """What a column of numbers adds up to; None where a cell is no number."""
        total = Decimal(0)
        for row in rows:
            cells, reasons = self.cells(row, year, only=column)
            if reasons:
                return None
            for text in cells.values():
                value = parse_cell(text, self.columns[column], year)
                if not isinstance(value, Decimal):
                    return None
                total += value
        return total

    def _missing(self) -> tuple[str, ...]:
        """Why no row of the sheet can be a record yet."""
        there = {field.name for field in self.columns.values()}
        wanted = [field for field in self.spec.fields if field.required]
        named = [field.name for field in wanted if field.type is not FieldType.KEY]
        lacking = [name for name in named if name not in there | self.given]
        faults = [f"{self.spec.file} 还要有“{name}”，请在表里加一列" for name in lacking]
        if self.strange:
            columns = "、".join(f"“{head}”" for head in self.strange.values())
            faults.append(f"{columns}列还没有定")
        return tuple(faults)

    def cells(
        self, row: int, year: int, only: int | None = None
    ) -> tuple[dict[str, str], tuple[str, ...]]:
        """The filled cells of a row by heading (of one column if it is given), and what cannot be
        read in them."""
        cells: dict[str, str] = {}
        reasons: list[str] = []
        wanted = self.columns if only is None else {only: self.columns[only]}
        for column, field in wanted.items():
            cell = self.layout.grid.at(row, column)
            if cell.blank:
                if field.required and field.type is not FieldType.KEY:
                    reasons.append(f"“{field.name}”不能空")
                continue
            try:
                text = cell_text(cell, field, year).strip()
                text += self.units.get(column, "") if text[-1:].isdigit() else ""
                value = parse_cell(text, field, year)
            except UnclearCellError as fault:
                reasons.append(f"“{field.name}”{fault.message}。{fault.todo}")
            except CellError as fault:
                reasons.append(f"“{field.name}”写的是“{cell.text}”，{fault.expected}。{fault.todo}")
            else:
                plain = " ".join(in_one_line(text).split())
                cells[field.name] = num(value) if isinstance(value, Decimal) else plain
        return cells, tuple(reasons)


def record_sheet(
    layout: SheetLayout, specs: Sequence[RecordSpec], mapped: MappedItems, year: int
) -> RecordSheet | None:
    """The sheet as records of the file whose headings it has; None where it has too few of any, or
    as many of several."""
    sheets = [_read_as(layout, spec, mapped, year) for spec in specs]
    fit = [sheet for sheet in sheets if len(sheet.columns) >= _LEAST and _fits(sheet)]
    best = max((len(sheet.columns) for sheet in fit), default=0)
    alike = [sheet for sheet in fit if len(sheet.columns) == best]
    return alike[0] if len(alike) == 1 else None


def likely_record_sheet(
    layout: SheetLayout, specs: Sequence[RecordSpec], mapped: MappedItems, year: int
) -> RecordSheet | None:
    """The sheet as records of the file that it is called after; None where it is called after none.
    Its headings may be others."""
    name, title = layout.sheet.name, mapped.labels.topic(layout.title)
    called = [spec for spec in specs if name == spec.name or title.endswith(spec.name)]
    longest = max(called, key=lambda spec: len(spec.name), default=None)
    return _read_as(layout, longest, mapped, year) if longest is not None else None


def _fits(sheet: RecordSheet) -> bool:
    """Whether more of its headings are known than not."""
    return len(sheet.columns) > len(sheet.strange)


def _read_as(layout: SheetLayout, spec: RecordSpec, mapped: MappedItems, year: int) -> RecordSheet:
    """The sheet as if it held records of a file, without columns of another year or of a plan."""
    columns: dict[int, FieldSpec] = {}
    strange: dict[int, str] = {}
    for column in layout.columns:
        head = layout.head(column)
        settled = _settled(layout, head, mapped)
        spanning = layout.heads.get(column, ())[:-1]
        if settled == NOT_USED or head in _PASSED or is_spanned_by_others(spanning, year):
            continue
        field = _field(spec, settled.removeprefix(f"{spec.stem}.") or head)
        if field is None or field in columns.values():
            strange[column] = head
        else:
            columns[column] = field
    units = {column: _stated_unit(layout, column, field) for column, field in columns.items()}
    return RecordSheet(layout, spec, columns, units, strange)


def _settled(layout: SheetLayout, head: str, mapped: MappedItems) -> str:
    """What the mapping file says of a column, "" for nothing."""
    keys = {entry.key for entry in mapped.of(layout.title, head)}
    return keys.pop() if len(keys) == 1 else ""


def _field(spec: RecordSpec, head: str) -> FieldSpec | None:
    """The column of a file with that heading, which may have a unit behind it."""
    fields = {field.name: field for field in spec.fields}
    return fields.get(split_unit(head, tuple(fields)).name)


def _stated_unit(layout: SheetLayout, column: int, field: FieldSpec) -> str:
    """The unit in which a column is written, by its heading or a line above, if it is not that of
    the file."""
    stated = split_unit(layout.head(column), (field.name,)).unit
    sort = split_scale(field.unit)[1]
    above = [unit for unit in layout.units if split_scale(unit)[1] == sort]
    unit = stated or next(iter(above), "")
    return unit if field.unit and unit != field.unit else ""


def _new_key(cells: Mapping[str, str], keys: set[str], row: int) -> str:
    """A key that no record has, of what a record is called."""
    words = [cells[name] for name in CALLED if name in cells]
    word = words[0][:20] if words else f"第{row}行"
    numbered = (f"{word}{count}" for count in range(2, len(keys) + 3))
    return word if word not in keys else next(name for name in numbered if name not in keys)
