"""Records that came back against those of the package: the same, changed, emptied, or new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, count

from msgspec import Struct

from generator.model.cell import Scalar
from generator.model.dataset import Dataset, Record
from generator.model.errors import excerpt
from generator.model.kind import FieldSpec, FieldType, Kind, RecordSpec
from generator.model.replacing import replace
from generator.package.bring.proposal import RecordOffer, Standing
from generator.package.handout.answers import AnsweredRow, ReturnedAnswers
from generator.package.handout.owed import first_words, heading_of, owned_row
from generator.package.handout.own_sums import figures_computed_of
from generator.package.handout.row_matching import Values, changed_rows, same_rows
from generator.package.handout.two_sides import differing
from generator.package.intake.celltext import cell_text
from generator.package.intake.numbers import CellError
from generator.package.intake.unclear import UnclearCellError
from generator.package.intake.values import parse_cell

NOT_OWNED = "这一格不归它填，没有用"
_EMPTIED = "报来的表里这一条清空了，没有删；要删请在数据包里删"
_DOUBLE = "这张表里有一样的两条，只取一条；真是两条的，请在数据包里添上"
_SENT_TWICE = "另一份报来的表里有一样的一条，只取一条"
_LONGEST_KEY = 12


class _ReadRow(Struct, frozen=True):
    """A row as it can be read: its texts by column, their values in the order of the columns, and
    what is wrong with them."""

    row: AnsweredRow
    spec: RecordSpec
    cells: Mapping[str, str]
    values: Values
    faults: tuple[str, ...]


class ReturnedRows:
    """The rows of one workbook after the other; no key is given twice, and a new row that two
    departments send is one."""

    def __init__(
        self,
        dataset: Dataset,
        kind: Kind,
        names: Mapping[str, str],
    ) -> None:
        self._year, self._names = dataset.settings.year, names
        self._specs = {spec.file: spec for spec in kind.records}
        self._sums = {
            spec.file: figures_computed_of(spec, dataset, kind)
            for spec in kind.records
            if any(field.type is FieldType.FIGURE_KEY for field in spec.fields)
        }
        self._there = {
            item.spec.file: {r.key: r for r in item} for item in dataset.records.values()
        }
        self._keys = {file: set(records) for file, records in self._there.items()}
        self._sent: set[tuple[str, Values]] = set()
        self._marks: Counter[tuple[str, str]] = Counter()

    def offers(
        self, returned: ReturnedAnswers, numbers: Iterator[int]
    ) -> Iterator[tuple[RecordOffer, AnsweredRow]]:
        """The offer of each row of a workbook; the number of a row hangs on the workbook alone.

        A row is the record of its key; without one, the record that says the same, or else one of
        the department's own that was changed and of which the workbook has no row.
        """
        answers, owned = returned.answers, returned.owned
        keys = {name: key for key, name in self._names.items()} | dict(answers.figures)
        read = [self._read(row, keys) for row in answers.rows]
        self._marks = Counter((row.file, row.key) for row in answers.rows)
        double = _double(read)
        matched = self._matched(read, double, owned)
        for at, (item, record, number) in enumerate(zip(read, matched, numbers, strict=False)):
            if at in double:
                yield _as_double(item, number), item.row
            elif record is not None or not item.row.is_emptied:
                yield self._offer(item, record, returned, number), item.row
        own = (item for item in read if item.row.file in owned and not item.faults)
        self._sent |= {(item.row.file, item.values) for item in own}

    def _read(self, row: AnsweredRow, keys: Mapping[str, str]) -> _ReadRow:
        sums = self._sums.get(row.file, ())
        return _read_row(row, self._specs[row.file], self._year, _FigureKeys(keys, sums))

    def _matched(
        self, rows: Sequence[_ReadRow], double: Collection[int], owned: Collection[str]
    ) -> list[Record | None]:
        """The record of the package that each row is, None for a new one, and for one that stands
        in the workbook above already."""
        found = [self._there.get(item.row.file, {}).get(item.row.key) for item in rows]
        for file in dict.fromkeys(item.row.file for item in rows):
            there, spec = self._there.get(file, {}), self._specs[file]
            given = {item.row.key for item in rows if item.row.file == file}
            free = {key: _values(it, spec) for key, it in there.items() if key not in given}
            new = {
                at: item.values
                for at, item in enumerate(rows)
                if item.row.file == file
                and found[at] is None
                and not item.faults
                and not item.row.is_emptied
                and at not in double
            }
            same = same_rows(new, free)
            own = {
                key: values
                for key, values in free.items()
                if key not in same.values() and _may_own(there[key], spec, owned)
            }
            rest = {at: values for at, values in new.items() if at not in same}
            for at, key in (same | changed_rows(rest, own, _filled_in(spec))).items():
                found[at] = there[key]
        return found

    def _offer(
        self, item: _ReadRow, record: Record | None, returned: ReturnedAnswers, number: int
    ) -> RecordOffer:
        row, key = item.row, record.key if record else ""
        there = _there(item, record)
        offer = RecordOffer(
            number, row.source, row.file, key, item.cells, Standing.SURE, item.faults, there
        )
        if row.file not in returned.owned:
            return replace(offer, standing=Standing.NOT_USED, reasons=(NOT_OWNED,))
        if record is not None and row.is_emptied:
            return replace(offer, standing=Standing.CONFLICT, cells={}, reasons=(_EMPTIED,))
        if item.faults:
            key = key or self._new_key(item)
            return replace(offer, key=key, standing=Standing.DOUBT)
        if record is None:
            return self._new(offer, item)
        if not there:
            return replace(offer, standing=Standing.SAME)
        return self._known(offer, item, record, returned)

    def _new(self, offer: RecordOffer, item: _ReadRow) -> RecordOffer:
        """A row that the package has not; none where another workbook of the call has it."""
        if (item.row.file, item.values) in self._sent:
            return replace(offer, standing=Standing.SAME, reasons=(_SENT_TWICE,))
        return replace(offer, key=self._new_key(item))

    def _known(
        self, offer: RecordOffer, item: _ReadRow, record: Record, returned: ReturnedAnswers
    ) -> RecordOffer:
        """A row that says something else: what fills a blank is taken, else a person decides, as
        where a row was copied with its mark."""
        if not _is_keyed(record, item.spec):
            told = (*_both_sides(offer, item.spec, self._names), _BY_HAND)
            return replace(offer, standing=Standing.CONFLICT, reasons=told)
        is_its_own = self._marks[item.row.file, item.row.key] == 1
        fills = item.row.key and is_its_own and not any(offer.there.values())
        if offer.number in returned.decided or fills:
            return offer
        told = (*_both_sides(offer, item.spec, self._names), _how(returned.called(offer.number)))
        return replace(offer, standing=Standing.CONFLICT, reasons=told)

    def _new_key(self, item: _ReadRow) -> str:
        """A key that no row of the file has, made of its first words."""
        words = (first_words(item.spec, item.cells) or item.spec.name)[:_LONGEST_KEY].strip()
        keys = self._keys.setdefault(item.row.file, set())
        tries = chain((words,), (f"{words}-{n}" for n in count(2)))
        key = next(name for name in tries if name not in keys)
        keys.add(key)
        return key


def _double(rows: Sequence[_ReadRow]) -> set[int]:
    """The rows without a key that say what a row above says."""
    seen: set[tuple[str, Values]] = set()
    double = set()
    for at, item in enumerate(rows):
        if item.faults or item.row.is_emptied:
            continue
        if not item.row.key and (item.row.file, item.values) in seen:
            double.add(at)
        seen.add((item.row.file, item.values))
    return double


def _as_double(item: _ReadRow, number: int) -> RecordOffer:
    row, called = item.row, first_words(item.spec, item.cells)
    standing, reasons = Standing.NOT_USED, (_DOUBLE,)
    return RecordOffer(number, row.source, row.file, called, item.cells, standing, reasons)


_BY_HAND = "这份表里的记录没有键，不能用 --decide 换；请在数据包里改"


def _how(number: str) -> str:
    return f"以报来的为准请加 --decide {number}；是另外一条的，请在数据包里添上"


def _is_keyed(record: Record, spec: RecordSpec) -> bool:
    """Whether the row of a record has its key written."""
    return record.cells[spec.key_field.name].raw.strip() == record.key


def _may_own(record: Record, spec: RecordSpec, owned: Collection[str]) -> bool:
    """Whether a department may mean a record: its own ones, and those that nothing names."""
    return not _is_keyed(record, spec) or owned_row(spec.file, record.key) in owned


def _both_sides(offer: RecordOffer, spec: RecordSpec, names: Mapping[str, str]) -> Iterator[str]:
    """Both sides of a record that was changed, and how the workbook's is taken."""
    for field in spec.fields:
        if field.name in offer.there:
            texts = (offer.there[field.name], offer.cells[field.name])
            was, now = (names.get(text, text) for text in texts)
            before, after = differing(was, now)
            stands = f"已经填了“{before}”" if was else "还空着"
            comes = f"报来的是“{after}”" if now else "报来的空着"
            yield f"{heading_of(field)}：{stands}，{comes}，没有改"


def _values(record: Record, spec: RecordSpec) -> Values:
    return tuple(record.cells[field.name].value for field in _filled_in(spec))


class _FigureKeys(Struct, frozen=True):
    """The keys of figures by name; ``sums`` are those that are computed of the very file."""

    by_name: Mapping[str, str]
    sums: Collection[str]

    def of(self, name: str) -> str:
        """The key of a figure. Raises CellError where there is none, or where it is a sum of the
        file."""
        if name not in self.by_name and name not in self.by_name.values():
            raise CellError(f"没有“{excerpt(name)}”这一项", "请从下拉列表里选")
        key = self.by_name.get(name, name)
        if key in self.sums:
            told = f"不能是“{excerpt(name)}”：它就是用这张表算出来的"
            raise CellError(told, "请从下拉列表里选别的")
        return key


def _filled_in(spec: RecordSpec) -> list[FieldSpec]:
    """The columns of a sheet: all but the key."""
    return [field for field in spec.fields if field.type is not FieldType.KEY]


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


def _read_row(row: AnsweredRow, spec: RecordSpec, year: int, keys: _FigureKeys) -> _ReadRow:
    """The texts of the cells of a row, their values, and what is wrong with them."""
    cells: dict[str, str] = {}
    values: list[Scalar | None] = []
    faults = list(row.faults)
    for field in _filled_in(spec):
        cell = row.cells[field.name]
        value = None
        if field.required and cell.blank and not row.is_emptied:
            faults.append(f"“{heading_of(field)}”必填，空着")
        try:
            text = cell_text(cell, field, year).strip()
            if field.type is FieldType.FIGURE_KEY and text:
                text = keys.of(text)
            value = parse_cell(text, field, year)
            cells[field.name] = text
        except UnclearCellError as fault:
            faults.append(f"“{heading_of(field)}”{fault.message}。{fault.todo}")
        except CellError as fault:
            faults.append(f"“{heading_of(field)}”{fault.expected}。{fault.todo}")
        values.append(value)
    return _ReadRow(row, spec, cells, tuple(values), tuple(faults))
