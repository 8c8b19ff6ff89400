"""Records as templates and formulas see them: rows, columns, filters and groups, each value with
its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from generator.figures.figure import Comparand, Figure, Holds, is_known
from generator.model.cell import FLAGS, Cell, Scalar, Source
from generator.model.dataset import Record, Records
from generator.model.kind import FieldSpec, FieldType, RecordSpec


class CellFigure(Figure, frozen=True, eq=False):
    """What a cell of a record holds. Where it is blank the record does not say: that is no gap, but
    where a number is asked for."""


class WordOrNumber(CellFigure, frozen=True, eq=False):
    """What a cell of a column of words or numbers holds; in order numbers come before words, as a
    spreadsheet sorts them."""

    def _compare(self, other: Comparand, holds: Holds) -> bool:
        there = other.value if isinstance(other, Figure) else other
        if {type(self.value), type(there)} == {Decimal, str}:
            rank = Decimal(isinstance(self.value, str))
            return holds(rank, Decimal(isinstance(there, str)))
        return super()._compare(other, holds)


Filler = Callable[["RowView", Figure, str], Figure]
"""Gives what a blank cell of a field holds: what is computed for it, or the blank."""


class RowView:
    """One record. Its fields are attributes named as the columns are: ``row.日期`` is a Figure.

    A blank cell is what ``fill`` makes of it, where it is given.
    """

    def __init__(self, record: Record, spec: RecordSpec, fill: Filler | None = None) -> None:
        self.record, self.spec, self._fill = record, spec, fill

    @property
    def key(self) -> str:
        """The record's own key, unique in its file."""
        return self.record.key

    def key_of(self, field: str) -> str:
        """The key of the value of a field: 资金[大棚].金额."""
        return f"{self.spec.name}[{self.record.key}].{field}"

    def cell(self, field: str) -> Cell:
        """What was filed in a field. Raises AttributeError where the file has no such column."""
        cell = self.record.cells.get(field)
        if cell is None:
            raise AttributeError(field)
        return cell

    @property
    def fills(self) -> bool:
        """Whether blank cells of some field are computed: then ``figure`` alone says what holds."""
        return self._fill is not None

    def name_of(self, field: str) -> str:
        """What a person calls the value of a field."""
        return f"{self.spec.name}“{self.record.key}”的{field}"

    def type_of(self, field: str) -> FieldType | None:
        """What the cells of a field hold; None where the file has no such column."""
        return self.spec.types.get(field)

    def figure(self, field: str) -> Figure:
        """The value of a field, computed where it is blank and the kind computes it. Raises
        AttributeError where the file has no such column."""
        filed = self.filed(field)
        if self._fill is None or filed.value is not None:
            return filed
        return self._fill(self, filed, field)

    def filed(self, field: str) -> Figure:
        """The value of a field as it was filed. Raises AttributeError where the file has no such
        column."""
        cell = self.cell(field)
        made = WordOrNumber if field in self.spec.mixed else CellFigure
        return made(
            self.key_of(field),
            self.name_of(field),
            cell.value,
            cell.unit,
            cell.sign,
            sources=(cell.source,),
        )

    def __getattr__(self, name: str) -> Figure:
        return self.figure(name)


class Selection(Struct, frozen=True):
    """How some records of a file were chosen.

    ``words`` tells the filters ([年度=2023]); ``fields`` are those that were asked for: their cells
    are sources of what is made of the records. ``filled`` is false where the whole file has no row:
    then nothing is known of it.
    """

    words: str = ""
    fields: tuple[str, ...] = ()
    filled: bool = True

    def narrowed(self, words: str, fields: Iterable[str]) -> Selection:
        """The choice with one more filter."""
        asked = tuple(dict.fromkeys((*self.fields, *fields)))
        return Selection(self.words + words, asked, self.filled)

    def sources(self, rows: Iterable[RowView]) -> tuple[Source, ...]:
        """The cells by which the rows were chosen."""
        rows = tuple(rows)
        sources = (row.record.cells[field].source for field in self.fields for row in rows)
        return tuple(dict.fromkeys(sources))


class RecordSet:
    """Some records of one file, in file order. ``资金.金额`` is a column, ``资金['键']`` a row."""

    def __init__(self, rows: tuple[RowView, ...], spec: RecordSpec, selection: Selection) -> None:
        self.rows, self.spec, self.selection = rows, spec, selection

    @classmethod
    def of(cls, records: Records, fill: Filler | None = None) -> RecordSet:
        """All rows of a record file; ``fill`` computes blank cells."""
        rows = tuple(RowView(record, records.spec, fill) for record in records)
        return cls(rows, records.spec, Selection(filled=bool(rows)))

    def __iter__(self) -> Iterator[RowView]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, key: str) -> RowView:
        for row in self.rows:
            if row.key == key:
                return row
        raise KeyError(key)

    def column(self, field: str) -> RecordColumn:
        """One field of the records. Raises AttributeError where the file has no such column."""
        for spec in self.spec.fields:
            if spec.name == field:
                return RecordColumn(self.rows, self.spec, spec, self.selection)
        raise AttributeError(field)

    def __getattr__(self, name: str) -> RecordColumn:
        return self.column(name)

    def filtered(self, **wanted: object) -> RecordSet:
        """The rows whose fields hold the wanted values; the cells asked for become sources of what
        is made of them. 是 and 否 are what a flag holds. Raises ValueError for a field that the file
        does not have, and for a choice that its column does not offer."""
        if not wanted:
            return self
        self._refuse_unknown(wanted)
        values = {name: self._as_held(name, value) for name, value in wanted.items()}
        rows = tuple(row for row in self.rows if _holds(row, values))
        return RecordSet(rows, self.spec, self.selection.narrowed(_words(wanted.items()), wanted))

    def parted(self, *names: str) -> dict[tuple[Scalar | None, ...], RecordSet]:
        """The rows by the values of several fields; each part is as ``filtered`` gives it."""
        parts: dict[tuple[Scalar | None, ...], list[RowView]] = {}
        for row in self.rows:
            values = tuple(row.record.cells[name].value for name in names)
            parts.setdefault(values, []).append(row)
        return {
            values: RecordSet(
                tuple(rows),
                self.spec,
                self.selection.narrowed(_words(zip(names, values, strict=True)), names),
            )
            for values, rows in parts.items()
        }

    def _as_held(self, name: str, value: object) -> object:
        """A wanted value as the cells of a field hold it."""
        field = next(field for field in self.spec.fields if field.name == name)
        plain = _plain_value(value)
        if not isinstance(plain, str) or not plain:
            return plain
        if field.type is FieldType.CHOICE:
            _require_choice(plain, field, self.spec)
        return FLAGS.get(plain, plain) if field.type is FieldType.FLAG else plain

    def _refuse_unknown(self, names: Iterable[str]) -> None:
        fields = {field.name for field in self.spec.fields}
        for name in names:
            if name not in fields:
                raise ValueError(f"{self.spec.name}没有“{name}”列")

    def grouped(self, name: str) -> tuple[RecordGroup, ...]:
        """The rows by the value of a field, in the order in which the values first appear; blank
        cells form no group."""
        groups: dict[Scalar | None, list[RowView]] = {}
        for row in self.rows:
            value = row.figure(name).value if row.fills else row.cell(name).value
            if is_known(value):
                groups.setdefault(value, []).append(row)
        return tuple(self._group(name, tuple(rows)) for rows in groups.values())

    def _group(self, name: str, rows: tuple[RowView, ...]) -> RecordGroup:
        sources = dict.fromkeys(row.cell(name).source for row in rows)
        label = rows[0].figure(name).renamed(sources=tuple(sources))
        selection = self.selection.narrowed(f"[{name}={label.value}]", (name,))
        return RecordGroup(label, RecordSet(rows, self.spec, selection))


class RecordColumn(Struct, frozen=True):
    """One field of some records: what sums and counts are made of."""

    rows: tuple[RowView, ...]
    spec: RecordSpec
    field: FieldSpec
    selection: Selection

    def __iter__(self) -> Iterator[Figure]:
        return (row.figure(self.field.name) for row in self.rows)

    @property
    def cells(self) -> list[Cell]:
        """What stands in the column, top down."""
        return [row.cell(self.field.name) for row in self.rows]

    @property
    def key(self) -> str:
        """What the column is called in a formula: 资金.金额, with the filter in square brackets."""
        return f"{self.spec.name}.{self.field.name}{self.selection.words}"

    def filtered(self, **wanted: object) -> RecordColumn:
        """The column of the rows whose fields hold the wanted values, as ``RecordSet.filtered``."""
        records = RecordSet(self.rows, self.spec, self.selection)
        return records.filtered(**wanted).column(self.field.name)


class RecordGroup(Struct, frozen=True):
    """The records that share a value; ``label`` prints it."""

    label: Figure
    rows: RecordSet


def _holds(row: RowView, wanted: dict[str, object]) -> bool:
    cells = row.record.cells
    return all(cells[name].value == _plain_value(value) for name, value in wanted.items())


def _require_choice(value: str, field: FieldSpec, spec: RecordSpec) -> None:
    """Raise ValueError for a value that no cell of a column of choices can hold."""
    if value not in field.choices:
        choices = "、".join(field.choices)
        raise ValueError(f"{spec.name}的“{field.name}”列没有“{value}”，可选的是：{choices}")


def _words(wanted: Iterable[tuple[str, object]]) -> str:
    return "".join(f"[{name}={_shown(value)}]" for name, value in wanted)


def _plain_value(value: object) -> object:
    return value.value if isinstance(value, Figure) else value


def _shown(value: object) -> object:
    return value.value if isinstance(value, Figure) else value
