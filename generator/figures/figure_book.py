"""All figures of a package by key: filed ones, those of the form, and those computed from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from functools import cached_property, reduce
from operator import add
from pathlib import PurePath

from generator.figures.column_formulas import ColumnFormulas
from generator.figures.evaluation import Evaluation
from generator.figures.figure import Figure
from generator.figures.formulas import LookUp
from generator.figures.records import RecordSet
from generator.model.cell import Source
from generator.model.dataset import Dataset, FigureRow, IndicatorRow
from generator.model.errors import DataError, Problem, excerpt
from generator.model.kind import Derived, Kind
from generator.model.replacing import replace
from generator.standard.wording import numbers

_NO_NUMBER = ("日期", "文字")
"""What stands in the column 单位 of a figure that is no number."""

_LONGEST, _RATE = 10, 2
"""A number with more decimals is a quotient that does not end; and those of a rate (实务)."""


class FigureBook:
    """The figures and records of a package.

    A key is looked up in figures.csv, then among the kind's derived figures, then in the form;
    where it is unknown, the next of them that knows it gives it: a blank hides nothing.
    Every value is computed once; a formula of the package that needs itself, or a key that nobody
    holds, is told as a DataError. A formula of the kind that needs a key which this form does not
    have is unknown.
    """

    def __init__(self, dataset: Dataset, kind: Kind) -> None:
        self.columns = ColumnFormulas(
            kind.tables.values(), self._in_row, self.get, lambda name: self.records[name]
        )
        self.records = {
            name: RecordSet.of(records, self.columns.filler(name))
            for name, records in dataset.records.items()
        }
        self._evaluation = Evaluation(self.records)
        named = list(_officially_called(dataset, kind))
        self._filed = {row.key: row for row in (*named, *_tasks(named))}
        self._derived = kind.derived
        self._form = _rows_by_key(dataset.indicators)
        self._cells = {row.form.code: row for row in dataset.indicators}
        self._previous = dataset.previous
        self._year = dataset.settings.year
        self._mapping = _mapping_of_rows(dataset, kind)
        self._known: dict[str, Figure] = {}
        self._cells_known: dict[str, Figure] = {}
        self._open: list[str] = []

    def __contains__(self, key: str) -> bool:
        return key in self._filed or key in self._derived or key in self._form

    def keys(self) -> tuple[str, ...]:
        """Every key, in the order figures.csv, derived, form."""
        return tuple(dict.fromkeys((*self._filed, *self._derived, *self._form)))

    def get(self, key: str) -> Figure:
        """The figure of that key. Raises KeyError where nobody holds it, DataError where its
        formula is faulty."""
        if key not in self._known:
            self._known[key] = self._make(key)
        return self._known[key]

    def in_form(self, key: str) -> bool:
        """Whether the form has a row of that key."""
        return key in self._form

    def form(self, key: str) -> Figure:
        """The form's own figure of that key, whatever figures.csv says."""
        return self.cell(self._form[key])

    def cell(self, row: IndicatorRow) -> Figure:
        """The figure in one cell of the form (a key may stand in several)."""
        code = row.form.code
        if self._cells.get(code) is not row:
            return self._of_cell(row)
        if code not in self._cells_known:
            self._cells_known[code] = self._of_cell(row)
        return self._cells_known[code]

    def _of_cell(self, row: IndicatorRow) -> Figure:
        form, value = row.form, row.cell.value
        name = form.name_of(self._year)
        if not row.computed:
            unit = form.unit if isinstance(value, Decimal | None) else ""
            return Figure(form.key, name, value, unit, sources=row.cell.sources)
        computed = self._evaluate(form.key, form.formula, row.cell.source, self.form)
        return computed.renamed(
            key=form.key,
            name=name,
            unit=form.unit,
            formula=form.formula,
            places=_decimals(computed),
            sources=(row.cell.source, *computed.sources),
        )

    @cached_property
    def last(self) -> FigureBook | None:
        """The figures of last year's package, None where there is none."""
        if self._previous is None:
            return None
        return FigureBook(self._previous.dataset, self._previous.kind)

    def prev(self, key: str) -> Figure:
        """Last year's figure of that key, in this year's unit where it can be converted; unknown
        where last year's package does not have it.

        Where the form changed, the kind's mapping says which rows it follows. Its key is ``上年.``
        and the key, its sources name the package. Raises DataError where last year's formula is
        faulty.
        """
        now = self.get(key) if key in self else None
        then = self._of_last_year(key)
        if then is None or self._previous is None:
            return Figure(f"上年.{key}", f"上年{now.name if now else key}", None)
        if now:
            then = _in_unit_of(now, then)
        package = PurePath(self._previous.dataset.path).name
        sources = tuple(replace(cell, file=f"{package}/{cell.file}") for cell in then.sources)
        return then.renamed(key=f"上年.{key}", name=f"上年{then.name}", sources=sources)

    def _of_last_year(self, key: str) -> Figure | None:
        """Last year's figure as last year's package has it, None where it has none."""
        last = self.last
        if last is None:
            return None
        row = self._form.get(key)
        if row is not None and row.form.code in self._mapping and key not in last._filed:
            return last._sum_of_rows(self._mapping[row.form.code])
        return last.get(key) if key in last else None

    def _sum_of_rows(self, codes: Iterable[str]) -> Figure | None:
        """The sum of those rows of the form that are there, None where none is."""
        cells = [self.cell(self._cells[code]) for code in codes if code in self._cells]
        return reduce(add, cells) if cells else None

    def compute(self, formula: str, source: Source, *, form: bool = False) -> Figure:
        """What a formula gives; ``form`` takes every key from the form, whatever figures.csv says.

        ``source`` is where the formula stands. Raises DataError where it is faulty.
        """
        return self._evaluate(formula, formula, source, self._form_or_any if form else self.get)

    def _form_or_any(self, key: str) -> Figure:
        return self.form(key) if key in self._form else self.get(key)

    def all_faults(self) -> list[Problem]:
        """What is wrong with the formulas of the package and the form, all at once."""
        return list(dict.fromkeys(fault for key in self.keys() for fault in self._faults(key)))

    def _faults(self, key: str) -> Iterator[Problem]:
        try:
            self.get(key)
            if key in self._form:
                self.form(key)
        except DataError as error:
            yield from error.problems

    def _make(self, key: str) -> Figure:
        if key in self._filed:
            figure = self._of_row(self._filed[key])
            return figure if figure.known else self._elsewhere(key, figure)
        of_kind = self.of_kind(key)
        if of_kind is not None:
            return of_kind
        if key in self._form:
            return self.form(key)
        raise KeyError(key)

    def _elsewhere(self, key: str, blank: Figure) -> Figure:
        """What the kind or the form knows of a key that is blank in figures.csv, under its own
        name: a row that gives no value names no office either. The blank where neither does."""
        for figure in (self.of_kind(key), self.form(key) if key in self._form else None):
            if figure is not None and figure.known:
                return figure
        return blank

    def of_kind(self, key: str) -> Figure | None:
        """The figure that the kind gives a key, whatever figures.csv says; None where it does not.
        Raises DataError where the formula is faulty."""
        return self._of_derived(self._derived[key]) if key in self._derived else None

    def _of_row(self, row: FigureRow) -> Figure:
        """A figure of figures.csv: filed, or computed by its formula."""
        if not row.formula:
            return Figure(
                row.key,
                row.name,
                row.cell.value,
                "" if row.cell.unit in _NO_NUMBER else row.cell.unit,
                row.qualifier,
                row.cell.sources,
                places=row.places,
            )
        computed = self._evaluate(row.key, row.formula, row.cell.source, self.get)
        return computed.renamed(
            key=row.key,
            name=row.name,
            unit=row.cell.unit or computed.unit,
            qualifier=row.qualifier,
            formula=row.formula,
            places=_decimals(computed, row.places),
            sources=(row.cell.source, *computed.sources),
        )

    def _of_derived(self, derived: Derived) -> Figure:
        """A figure that the kind names or computes; where it cannot, what the form has."""
        if not derived.formula:
            return self._named(derived)
        computed = self._evaluate(
            derived.key, derived.formula, derived.source, self.get, of_kind=True
        )
        if not computed.known and derived.key in self._form:
            filed = self.form(derived.key)
            if filed.known:
                return filed
        return computed.renamed(
            key=derived.key,
            name=derived.name,
            unit=derived.unit or computed.unit,
            formula=derived.formula,
            places=_decimals(computed, derived.places),
        )

    def _named(self, derived: Derived) -> Figure:
        if derived.key in self._form:
            return self.form(derived.key).renamed(name=derived.name)
        return Figure(derived.key, derived.name, None, derived.unit, places=derived.places)

    def _in_row(
        self, key: str, formula: str, source: Source, look_up: LookUp, names: Mapping[str, Figure]
    ) -> Figure:
        """What the formula of a column gives; ``names`` are the cells of the row."""

        def figure(wanted: str) -> Figure:
            with suppress(KeyError):
                return look_up(wanted)
            return Figure(wanted, wanted, None)

        return self._evaluate(key, formula, source, figure, of_kind=True, names=names)

    def _evaluate(
        self,
        key: str,
        formula: str,
        source: Source,
        look_up: LookUp,
        *,
        of_kind: bool = False,
        names: Mapping[str, Figure] | None = None,
    ) -> Figure:
        """What the formula of a key gives; a formula ``of_kind`` may name keys that nobody holds.
        ``names`` are the cells of the row that it is computed for. Raises DataError where it is
        faulty or needs itself."""
        if key in self._open:
            way = " → ".join([*self._open, key])
            raise DataError(_fault(source, f"“{key}”的公式绕回到它自己（{way}）", "请改公式"))

        def figure(wanted: str) -> Figure:
            if wanted in self or names is not None:
                return look_up(wanted)
            if of_kind:
                return Figure(wanted, wanted, None)
            raise DataError(
                _fault(
                    source,
                    f"公式里的键“{wanted}”哪里都没有",
                    "请核对键的写法，或在 figures.csv 补上这一行",
                )
            )

        self._open.append(key)
        try:
            return self._evaluation.evaluate(formula, figure, names)
        except ValueError as error:
            message = f"公式“{excerpt(formula, 60)}”算不出来（{error}）"
            raise DataError(_fault(source, message, "请核对公式")) from None
        finally:
            self._open.pop()


def task_key(key: str) -> str:
    """The key of what was to be done in the year of the figure of that key."""
    return f"{key}.任务数"


def _officially_called(dataset: Dataset, kind: Kind) -> Iterator[FigureRow]:
    """The rows of figures.csv; one without a name has that which the kind or the form gives its
    key."""
    year = dataset.settings.year
    official = {row.form.key: row.form.name_of(year) for row in dataset.indicators}
    official |= {derived.key: derived.name for derived in kind.derived.values() if derived.name}
    for row in dataset.figures:
        name = official.get(row.key, "") if row.name == row.key else ""
        yield replace(row, name=name) if name else row


def _tasks(rows: Iterable[FigureRow]) -> Iterator[FigureRow]:
    """The tasks that stand beside figures, as figures of their own."""
    for row in rows:
        if row.task is not None:
            yield FigureRow(task_key(row.key), f"{row.name}的年度任务", row.task)


def _decimals(computed: Figure, places: int | None = None) -> int | None:
    """The decimals of a computed figure: as many as somebody said, else as the value stands; a
    quotient that does not end has those of a rate."""
    number = computed.number_or_none
    if places is not None or number is None:
        return places
    exponent = number.as_tuple().exponent
    return _RATE if isinstance(exponent, int) and exponent < -_LONGEST else None


def _rows_by_key(indicators: Iterable[IndicatorRow]) -> Mapping[str, IndicatorRow]:
    """The first row of each key that is filled, else the first."""
    rows: dict[str, IndicatorRow] = {}
    for row in indicators:
        key = row.form.key
        if key and (key not in rows or not rows[key].cell.raw):
            rows[key] = row
    return rows


def _mapping_of_rows(dataset: Dataset, kind: Kind) -> Mapping[str, tuple[str, ...]]:
    """Which rows of last year's form each row follows, where the form changed."""
    before = dataset.previous
    if before is None or before.kind.catalogue == kind.catalogue:
        return {}
    return kind.mapping


def _in_unit_of(now: Figure, then: Figure) -> Figure:
    """Last year's figure in this year's unit where it converts."""
    if now.unit == then.unit or not isinstance(then.value, Decimal):
        return then
    with suppress(ValueError):
        value = numbers.convert(then.value, then.unit, now.unit)
        return then.renamed(value=value, unit=now.unit)
    return then


def _fault(source: Source, message: str, todo: str) -> Problem:
    return Problem(message, todo, source.file, source.row or None, source.column or None)
