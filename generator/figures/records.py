"""Records as templates and formulas see them: rows, columns, filters and groups, each value with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.figures.figure import Figure, merged
from generator.model.cell import Source
from generator.model.dataset import Record, Records
from generator.model.kind import FieldType, RecordSpec


class RowView:
    """One record. Its fields are attributes named as the columns are: ``row.日期`` is a Figure."""

    def __init__(self, record: Record, spec: RecordSpec) -> None:
        self.record, self.spec = record, spec

    @property
    def key(self) -> str:
        """The record's own key, unique in its file."""
        return self.record.key

    def __getattr__(self, name: str) -> Figure:
        cell = self.__dict__["record"].cells.get(name)
        if cell is None:
            raise AttributeError(name)
        spec: RecordSpec = self.__dict__["spec"]
        key = f"{spec.name}[{self.record.key}].{name}"
        return Figure(
            key,
            f"{spec.name}“{self.record.key}”的{name}",
            cell.value,
            cell.unit,
            sources=(cell.source,),
        )


@dataclass(frozen=True)
class Column:
    """One field of some records: what sums and counts are made of. ``where`` tells the filter in words, and
    ``asked`` the fields that it asked for: their cells are sources too. ``filled`` is false where the whole file has
    no row: then nothing is known of it."""

    rows: tuple[RowView, ...]
    spec: RecordSpec
    name: str
    where: str = ""
    asked: tuple[str, ...] = ()
    filled: bool = True

    def __iter__(self) -> Iterator[Figure]:
        return (getattr(row, self.name) for row in self.rows)

    @property
    def key(self) -> str:
        """What the column is called in a formula: 资金.金额, with the filter in square brackets."""
        return f"{self.spec.name}.{self.name}{self.where}"


class RecordSet:
    """Some records of one file, in file order. ``资金.金额`` is a column, ``资金['键']`` a row.

    ``where``, ``asked`` and ``filled`` tell how they were chosen (see ``Column``).
    """

    def __init__(
        self,
        rows: tuple[RowView, ...],
        spec: RecordSpec,
        where: str = "",
        asked: tuple[str, ...] = (),
        filled: bool | None = None,
    ) -> None:
        self.rows, self.spec, self.where, self.asked = rows, spec, where, asked
        self.filled = bool(rows) if filled is None else filled

    @classmethod
    def of(cls, records: Records) -> RecordSet:
        """All rows of a record file."""
        return cls(tuple(RowView(record, records.spec) for record in records), records.spec)

    def __iter__(self) -> Iterator[RowView]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, key: str) -> RowView:
        for row in self.rows:
            if row.key == key:
                return row
        raise KeyError(key)

    def __getattr__(self, name: str) -> Column:
        spec: RecordSpec = self.__dict__["spec"]
        if name not in {field.name for field in spec.fields}:
            raise AttributeError(name)
        return Column(self.rows, spec, name, self.where, self.asked, self.filled)

    def filtered(self, **wanted: Any) -> RecordSet:
        """The rows whose fields hold the wanted values; the cells asked for become sources of what is made of them.

        A field that the file does not have raises ValueError.
        """
        for name in wanted:
            if name not in {field.name for field in self.spec.fields}:
                raise ValueError(f"{self.spec.name}没有“{name}”列")
        rows = tuple(
            row
            for row in self.rows
            if all(getattr(row, name) == value for name, value in wanted.items())
        )
        told = "".join(
            f"[{name}={value.value if isinstance(value, Figure) else value}]"
            for name, value in wanted.items()
        )
        return RecordSet(
            rows,
            self.spec,
            self.where + told,
            tuple(dict.fromkeys((*self.asked, *wanted))),
            self.filled,
        )

    def grouped(self, name: str) -> tuple[Group, ...]:
        """The rows by the value of a field, in the order in which the values first appear; blank cells form no group."""
        labels: dict[Any, list[Figure]] = {}
        for row in self.rows:
            label = getattr(row, name)
            if label.known:
                labels.setdefault(label.value, []).append(label)
        return tuple(
            Group(
                found[0].renamed(sources=merged(*(label.sources for label in found))),
                self.filtered(**{name: found[0]}),
            )
            for found in labels.values()
        )


@dataclass(frozen=True)
class Group:
    """The records that share a value; ``label`` prints it."""

    label: Figure
    rows: RecordSet


def _asked(chosen: RecordSet | Column) -> tuple[Source, ...]:
    """The cells by which the records were chosen."""
    return merged(*(getattr(row, name).sources for name in chosen.asked for row in chosen.rows))


def total(look_up: Callable[[str], Figure], column: Column, **wanted: Any) -> Figure:
    """The sum of a column; unknown where a cell is blank or the file has no row, 0 where no row is chosen.

    The cells of a column of keys stand for the figures of those keys.
    """
    chosen: Column = getattr(
        RecordSet(column.rows, column.spec, column.where, column.asked, column.filled).filtered(
            **wanted
        ),
        column.name,
    )
    field = next(field for field in column.spec.fields if field.name == column.name)
    cells = [
        look_up(str(cell.value)) if field.type is FieldType.FIGURE_KEY else cell for cell in chosen
    ]
    unknown = not column.filled or any(not cell.known for cell in cells)
    value = None if unknown else sum((cell.number or Decimal(0) for cell in cells), Decimal(0))
    unit = field.unit or next((cell.unit for cell in cells), "")
    formula = f"合计({chosen.key})"
    sources = merged(_asked(chosen), *(cell.sources for cell in cells)) or (
        Source(f"{column.spec.stem}.csv"),
    )
    return Figure(
        formula,
        f"{column.spec.name}{column.name}合计",
        value,
        unit,
        sources=sources,
        formula=formula,
    )


def count(records: RecordSet, **wanted: Any) -> Figure:
    """The number of records; unknown where the file has no row."""
    chosen = records.filtered(**wanted)
    formula = f"计数({records.spec.name}{chosen.where})"
    sources = (Source(f"{records.spec.stem}.csv"), *_asked(chosen))
    return Figure(
        formula,
        f"{records.spec.name}数",
        Decimal(len(chosen)) if records.filled else None,
        sources=sources,
        formula=formula,
    )


def kinds(column: Column) -> Figure:
    """The number of different values of a column, blanks aside; unknown where the file has no row."""
    cells = [cell for cell in column if cell.known]
    formula = f"种数({column.key})"
    sources = merged((Source(f"{column.spec.stem}.csv"),), *(cell.sources for cell in cells))
    return Figure(
        formula,
        f"{column.spec.name}{column.name}种数",
        Decimal(len({cell.value for cell in cells})) if column.filled else None,
        sources=sources,
        formula=formula,
    )


def members(figure: Figure) -> Figure:
    """The number of items in a list cell; unknown where it is blank."""
    value = Decimal(len(figure.value)) if isinstance(figure.value, tuple) else None
    formula = f"计数({figure.key})"
    return Figure(formula, f"{figure.name}数", value, sources=figure.sources, formula=formula)
