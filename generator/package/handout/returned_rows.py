"""Records that came back against those of the package: the same, changed, emptied, or new."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.cell import Scalar
from generator.model.dataset import Dataset, Record
from generator.model.errors import excerpt
from generator.model.kind import FieldSpec, FieldType, Kind, RecordSpec
from generator.package.bring.proposal import RecordOffer, Standing
from generator.package.handout.answers import AnsweredRow
from generator.package.handout.owed import heading_of
from generator.package.intake.celltext import UnclearCellError, cell_text
from generator.package.intake.numbers import CellError
from generator.package.intake.values import parse_cell

NOT_OWNED = "这一格不归它填，没有用"
_EMPTIED = "报来的表里这一条清空了，没有删；要删请在数据包里删"
_FEW_VALUES = (FieldType.CHOICE, FieldType.FLAG)
"""Columns in which records that have nothing in common may well say the same."""
_KIN = 0.5
"""The share of cells from which on a row is taken for a record that was changed."""
_LONGEST_KEY = 12


_Values = tuple[Scalar | None, ...]


@dataclass(frozen=True)
class _ReadRow:
    """A row as it can be read: its texts by column, their values in the order of the columns, and
    what is wrong with them."""

    row: AnsweredRow
    spec: RecordSpec
    cells: Mapping[str, str]
    values: _Values
    faults: tuple[str, ...]


class ReturnedRows:
    """The rows of one workbook after the other; no key is given twice."""

    def __init__(
        self,
        dataset: Dataset,
        kind: Kind,
        decided: Collection[int],
        names: Mapping[str, str],
    ) -> None:
        self._year, self._decided, self._names = dataset.settings.year, decided, names
        self._specs = {spec.file: spec for spec in kind.records}
        self._there = {
            item.spec.file: {r.key: r for r in item} for item in dataset.records.values()
        }
        self._keys = {file: set(records) for file, records in self._there.items()}

    def offers(
        self, rows: Sequence[AnsweredRow], owned: Collection[str], numbers: Iterator[int]
    ) -> Iterator[tuple[RecordOffer, AnsweredRow]]:
        """The offer of each row of a workbook but those that stand in the package as they are.

        A row is the record of its key; without one, the record that says the same, or else the
        one, of those of which the workbook has no row, that says most of the same, at least half.
        """
        keys = {name: key for key, name in self._names.items()}
        read = [_read_row(row, self._specs[row.file], self._year, keys) for row in rows]
        for item, record in zip(read, self._matched(read), strict=True):
            there = _there(item, record)
            if record is None and item.row.is_emptied:
                continue
            if record is None or there or item.faults or item.row.is_emptied:
                yield self._offer(item, record, there, owned, next(numbers)), item.row

    def _matched(self, rows: Sequence[_ReadRow]) -> list[Record | None]:
        """The record of the package that each row is, None for a new one."""
        found = [self._there.get(item.row.file, {}).get(item.row.key) for item in rows]
        free = {
            file: {key: _values(record, self._specs[file]) for key, record in records.items()}
            for file, records in self._there.items()
        }
        for item in rows:
            free.get(item.row.file, {}).pop(item.row.key, None)
        for is_same in (True, False):
            for at, item in enumerate(rows):
                others = free.get(item.row.file, {})
                if found[at] is None and not item.faults:
                    key = _same(item, others) if is_same else _kin(item, others)
                    others.pop(key, None)
                    found[at] = self._there.get(item.row.file, {}).get(key)
        return found

    def _offer(
        self,
        item: _ReadRow,
        record: Record | None,
        there: Mapping[str, str],
        owned: Collection[str],
        number: int,
    ) -> RecordOffer:
        row, key = item.row, record.key if record else ""
        offer = RecordOffer(
            number, row.source, row.file, key, item.cells, Standing.SURE, item.faults, there
        )
        if row.file not in owned:
            return replace(offer, standing=Standing.NOT_USED, reasons=(NOT_OWNED,))
        if record is not None and row.is_emptied:
            return replace(offer, standing=Standing.CONFLICT, cells={}, reasons=(_EMPTIED,))
        if item.faults:
            key = key or self._new_key(item)
            return replace(offer, key=key, standing=Standing.DOUBT)
        if record is None:
            return replace(offer, key=self._new_key(item))
        standing = Standing.SURE if number in self._decided else Standing.CONFLICT
        told = tuple(_both_sides(offer, item.spec, self._names))
        return replace(offer, standing=standing, reasons=told)

    def _new_key(self, item: _ReadRow) -> str:
        """A key that no row of the file has, made of its first words."""
        filled = (text for text in item.cells.values() if text and not text[0].isdigit())
        words = next(filled, item.spec.name)[:_LONGEST_KEY]
        keys = self._keys.setdefault(item.row.file, set())
        tries = (words, *(f"{words}-{n}" for n in range(2, 10_000)))
        key = next(name for name in tries if name not in keys)
        keys.add(key)
        return key


def _both_sides(offer: RecordOffer, spec: RecordSpec, names: Mapping[str, str]) -> Iterator[str]:
    """Both sides of a record that was changed, and how the workbook's is taken."""
    for field in spec.fields:
        if field.name in offer.there:
            texts = (offer.there[field.name], offer.cells[field.name])
            was, now = (_quoted(names.get(text, text)) for text in texts)
            yield f"{heading_of(field)}：已经填了{was}，报来的是{now}，没有改"
    yield f"以报来的为准请加 --decide {offer.number}；是另外一条的，请在数据包里添上"


def _quoted(words: str) -> str:
    return f"“{excerpt(words)}”" if words else "空着"


def _values(record: Record, spec: RecordSpec) -> _Values:
    return tuple(record.cells[field.name].value for field in _filled_in(spec))


def _key_of(name: str, keys: Mapping[str, str]) -> str:
    """The key of a figure by its name. Raises CellError where there is none."""
    if name not in keys and name not in keys.values():
        raise CellError(f"没有“{excerpt(name)}”这一项", "请从下拉列表里选")
    return keys.get(name, name)


def _filled_in(spec: RecordSpec) -> list[FieldSpec]:
    """The columns of a sheet: all but the key."""
    return [field for field in spec.fields if field.type is not FieldType.KEY]


def _same(item: _ReadRow, free: Mapping[str, _Values]) -> str:
    """The key of the record that says all the same, "" for none."""
    return next((key for key, values in free.items() if values == item.values), "")


def _kin(item: _ReadRow, free: Mapping[str, _Values]) -> str:
    """The key of the record that says most of the same, "" where none says half of it."""
    shares = {key: _share(item, values) for key, values in free.items()}
    likest = max(shares, key=lambda key: shares[key], default="")
    return likest if shares.get(likest, 0) >= _KIN else ""


def _share(item: _ReadRow, values: _Values) -> float:
    """The share of telling cells, filled in one of both, that say the same."""
    telling = [
        own == other
        for field, own, other in zip(_filled_in(item.spec), item.values, values, strict=True)
        if field.type not in _FEW_VALUES and not (own is None and other is None)
    ]
    return sum(telling) / len(telling) if telling else 0.0


def _there(item: _ReadRow, record: Record | None) -> dict[str, str]:
    """What the record says in the cells that can be read and say something else in the row."""
    if record is None:
        return {}
    pairs = zip(_filled_in(item.spec), item.values, strict=True)
    return {
        field.name: record.cells[field.name].raw
        for field, value in pairs
        if field.name in item.cells and record.cells[field.name].value != value
    }


def _read_row(row: AnsweredRow, spec: RecordSpec, year: int, keys: Mapping[str, str]) -> _ReadRow:
    """The texts of the cells of a row, their values, and what is wrong with them; ``keys`` are
    those of figures by name."""
    cells: dict[str, str] = {}
    values: list[Scalar | None] = []
    faults: list[str] = []
    for field in _filled_in(spec):
        cell = row.cells[field.name]
        value = None
        if field.required and cell.blank and not row.is_emptied:
            faults.append(f"“{heading_of(field)}”必填，空着")
        try:
            text = cell_text(cell, field, year).strip()
            if field.type is FieldType.FIGURE_KEY and text:
                text = _key_of(text, keys)
            value = parse_cell(text, field, year)
            cells[field.name] = text
        except UnclearCellError as fault:
            faults.append(f"“{heading_of(field)}”{fault.message}。{fault.todo}")
        except CellError as fault:
            faults.append(f"“{heading_of(field)}”{fault.expected}。{fault.todo}")
        values.append(value)
    return _ReadRow(row, spec, cells, tuple(values), tuple(faults))
