"""All figures of a package by key: filed ones, those of the form, and those computed from them."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from functools import cache, partial, reduce
from operator import add
from pathlib import PurePath
from typing import Any

from jinja2 import StrictUndefined, TemplateError
from jinja2.environment import TemplateExpression
from jinja2.sandbox import SandboxedEnvironment

from generator.figures.figure import Figure
from generator.figures.records import Column, RecordSet, count, kinds, members, total
from generator.model.cell import Source
from generator.model.dataset import Dataset, FigureRow, IndicatorRow
from generator.model.errors import DataError, Problem
from generator.model.kind import Derived, Kind
from generator.standard.wording import numbers

_REFERENCE = re.compile(r"\{([^{}]+)\}")


def _count(what: Any, **wanted: Any) -> Figure:
    return members(what) if isinstance(what, Figure) else count(what, **wanted)


def functions(look_up: Callable[[str], Figure]) -> dict[str, Callable[..., Figure]]:
    """What formulas and templates may call: 合计 (of a column of numbers, or of keys), 计数, 种数."""
    return {"合计": partial(total, look_up), "计数": _count, "种数": kinds}


@cache
def _compiled(formula: str) -> TemplateExpression:
    """A formula ready to be computed; ``{键}`` in it is a figure."""
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    return environment.compile_expression(
        _REFERENCE.sub(r"f('\1')", formula), undefined_to_none=False
    )


class FigureBook:
    """The figures and records of a package.

    A key is looked up in figures.csv, then among the kind's derived figures, then in the form. Every value is
    computed once; a formula of the package that needs itself, or a key that nobody holds, is told as a DataError.
    A formula of the kind that needs a key which this form does not have is unknown.
    """

    def __init__(self, dataset: Dataset, kind: Kind) -> None:
        self.records = {name: RecordSet.of(records) for name, records in dataset.records.items()}
        self._filed = {row.key: row for row in dataset.figures}
        self._derived = kind.derived
        self._form: dict[str, IndicatorRow] = {}
        for row in dataset.indicators:
            if row.form.key and (
                row.form.key not in self._form or not self._form[row.form.key].cell.raw
            ):
                self._form[row.form.key] = row
        self._known: dict[str, Figure] = {}
        self._form_known: dict[str, Figure] = {}
        self._open: list[str] = []
        before = dataset.previous
        self._mapping = kind.mapping if before and before.kind.catalogue != kind.catalogue else {}
        self._cells = {row.form.code: row for row in dataset.indicators}
        self._previous = before
        self._last: FigureBook | None = None

    def __contains__(self, key: str) -> bool:
        return key in self._filed or key in self._derived or key in self._form

    def keys(self) -> tuple[str, ...]:
        """Every key, in the order figures.csv, derived, form."""
        return tuple(dict.fromkeys((*self._filed, *self._derived, *self._form)))

    def get(self, key: str) -> Figure:
        """The figure of that key. Raises KeyError where nobody holds it, DataError where its formula is faulty."""
        if key not in self._known:
            self._known[key] = self._make(key)
        return self._known[key]

    def form(self, key: str) -> Figure:
        """The form's own figure of that key, whatever figures.csv says."""
        if key not in self._form_known:
            self._form_known[key] = self._of_form(self._form[key])
        return self._form_known[key]

    def cell(self, row: IndicatorRow) -> Figure:
        """The figure in one cell of the form (a key may stand in several)."""
        return self._of_form(row)

    @property
    def last(self) -> FigureBook | None:
        """The figures of last year's package, None where there is none."""
        if self._last is None and self._previous is not None:
            self._last = FigureBook(self._previous.dataset, self._previous.kind)
        return self._last

    def prev(self, key: str) -> Figure:
        """Last year's figure of that key, in this year's unit where it can be converted; unknown where last year's
        package does not have it.

        Where the form changed, the kind's mapping says which rows it follows. Its key is ``上年.`` and the key, its
        sources name the package. Raises DataError where last year's formula is faulty.
        """
        now = self.get(key) if key in self else None
        found = self._of_last_year(key)
        if found is None:
            return Figure(f"上年.{key}", f"上年{now.name if now else key}", None)
        if now and now.unit != found.unit and isinstance(found.value, Decimal):
            with suppress(ValueError):
                found = found.renamed(
                    value=numbers.convert(found.value, found.unit, now.unit), unit=now.unit
                )
        assert self._previous is not None
        where = PurePath(self._previous.dataset.path).name
        sources = tuple(replace(source, file=f"{where}/{source.file}") for source in found.sources)
        return found.renamed(key=f"上年.{key}", name=f"上年{found.name}", sources=sources)

    def _of_last_year(self, key: str) -> Figure | None:
        last = self.last
        if last is None:
            return None
        row = self._form.get(key)
        if row is not None and row.form.code in self._mapping and key not in last._filed:
            rows = [
                last._cells[code] for code in self._mapping[row.form.code] if code in last._cells
            ]
            return reduce(add, map(last.cell, rows)) if rows else None
        return last.get(key) if key in last else None

    def in_form(self, key: str) -> bool:
        """Whether the form has a row of that key."""
        return key in self._form

    def compute(self, formula: str, source: Source, *, form: bool = False) -> Figure:
        """What a formula gives; ``form`` takes every key from the form, whatever figures.csv says.

        ``source`` is where the formula stands. Raises DataError where it is faulty.
        """
        return self._evaluate(formula, formula, source, self._form_or_any if form else self.get)

    def _form_or_any(self, key: str) -> Figure:
        return self.form(key) if key in self._form else self.get(key)

    def all_faults(self) -> list[Problem]:
        """What is wrong with the formulas of the package and the form, all at once."""
        faults: list[Problem] = []
        for key in (*self._filed, *self._derived, *self._form):
            try:
                self.get(key)
                if key in self._form:
                    self.form(key)
            except DataError as error:
                faults.extend(problem for problem in error.problems if problem not in faults)
        return faults

    def _make(self, key: str) -> Figure:
        if key in self._filed:
            return self._of_row(self._filed[key])
        if key in self._derived:
            return self._of_derived(self._derived[key])
        if key in self._form:
            return self.form(key)
        raise KeyError(key)

    def _of_row(self, row: FigureRow) -> Figure:
        if row.formula:
            computed = self._evaluate(row.key, row.formula, row.cell.source, self.get)
            return computed.renamed(
                key=row.key,
                name=row.name,
                unit=row.cell.unit or computed.unit,
                qualifier=row.qualifier,
                formula=row.formula,
                places=row.places,
                sources=(row.cell.source, *computed.sources),
            )
        return Figure(
            row.key,
            row.name,
            row.cell.value,
            row.cell.unit if row.cell.unit not in ("日期", "文字") else "",
            row.qualifier,
            (row.cell.source,),
            places=row.places,
        )

    def _of_derived(self, derived: Derived) -> Figure:
        if not derived.formula:
            if derived.key in self._form:
                return self.form(derived.key).renamed(name=derived.name)
            return Figure(derived.key, derived.name, None, derived.unit, places=derived.places)
        computed = self._evaluate(derived.key, derived.formula, derived.source, self.get)
        if (
            not computed.known
            and derived.key in self._form
            and (filed := self.form(derived.key)).known
        ):
            return filed
        return computed.renamed(
            key=derived.key,
            name=derived.name,
            unit=derived.unit or computed.unit,
            formula=derived.formula,
            places=derived.places,
        )

    def _of_form(self, row: IndicatorRow) -> Figure:
        form = row.form
        name = re.sub(r"^(\d+\.|[①-⑳]|其中[:：])", "", form.label)
        if row.computed:
            computed = self._evaluate(form.key, form.formula, row.cell.source, self.form)
            return computed.renamed(
                key=form.key,
                name=name,
                unit=form.unit,
                formula=form.formula,
                sources=(row.cell.source, *computed.sources),
            )
        value = row.cell.value
        return Figure(
            form.key,
            name,
            value,
            form.unit if isinstance(value, Decimal | None) else "",
            sources=(row.cell.source,),
        )

    def _evaluate(self, key: str, formula: str, source: Source, look_up: Any) -> Figure:
        if key in self._open:
            raise DataError(
                _fault(
                    source,
                    f"“{key}”的公式绕回到它自己（{' → '.join([*self._open, key])}）",
                    "请改公式",
                )
            )

        def f(wanted: str) -> Figure:
            if wanted not in self and key in self._derived and key not in self._filed:
                return Figure(wanted, wanted, None)
            if wanted not in self:
                raise DataError(
                    _fault(
                        source,
                        f"公式里的键“{wanted}”哪里都没有",
                        "请核对键的写法，或在 figures.csv 补上这一行",
                    )
                )
            found: Figure = look_up(wanted)
            return found

        self._open.append(key)
        try:
            result = _compiled(formula)(f=f, **functions(f), **self.records)
            if isinstance(result, Column) or not isinstance(result, Figure):
                raise ValueError("公式的结果不是一个数")
            return result
        except (
            TemplateError,
            ValueError,
            ArithmeticError,
            TypeError,
            AttributeError,
            KeyError,
        ) as error:
            raise DataError(
                _fault(source, f"公式“{formula}”算不出来（{_told(error)}）", "请核对公式")
            ) from None
        finally:
            self._open.pop()


def _told(error: Exception) -> str:
    if isinstance(error, TemplateError):
        return "括号、引号或运算符写法有误，或用了不存在的名称"
    if isinstance(error, ValueError):
        return str(error)
    return "写法有误"


def _fault(source: Source, message: str, todo: str) -> Problem:
    return Problem(message, todo, source.file, source.row or None, source.column or None)
