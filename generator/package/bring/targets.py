"""Where a number can go in a package: the rows of its form and its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct, field

from generator.model import files
from generator.model.cell import Scalar
from generator.model.dataset import Dataset
from generator.model.kind import FieldSpec, FieldType, Kind
from generator.package.tablespecs import value_field

_COMPUTED = "这一格写着“=”，由程序算；要用表里的数请先清空那一格"
_AS_FILED = "这一格照原样填报，没有改"
_FORMULA = "这个数由公式算；要用表里的数请先删去公式"


class CellTarget(Struct, frozen=True):
    """A cell of the package: ``file`` and ``ident`` (the code of the form's row, the key of the
    figure) say which.

    ``written`` is what stands in it, "" for nothing; ``value`` what that means. ``above`` is the
    label of the row above it in the form's tree. ``last`` is last year's value, None where it is
    unknown. A ``heading`` cannot be filled, nor a cell that is ``closed``: why, "" where it is not.
    ``name`` is the label without its number in the form. What ``is_rolled_up`` was made of the
    packages below.
    """

    file: str
    ident: str
    key: str
    label: str
    spec: FieldSpec
    above: str = ""
    parent: str = ""
    written: str = ""
    value: Scalar | None = None
    qualifier: str = ""
    source: str = ""
    last: Decimal | None = None
    heading: bool = False
    closed: str = ""
    name: str = ""
    is_rolled_up: bool = False

    @property
    def unit(self) -> str:
        """The unit of its number, "" for none."""
        return self.spec.unit

    @property
    def unit_shown(self) -> str:
        """What is printed behind its value: nothing behind a date or words, whose units are
        called 日期 and 文字."""
        return "" if self.spec.type in (FieldType.DATE, FieldType.TEXT) else self.unit

    def __str__(self) -> str:
        return self.label if self.label == self.ident else f"{self.ident} {self.label}"


class Targets(Struct, frozen=True):
    """All cells of a package that can be filled, and the headings of its form, in order."""

    all: tuple[CellTarget, ...]
    by_ident: Mapping[str, CellTarget] = field(default_factory=dict)

    def of(self, name: str) -> CellTarget | None:
        """The cell of that code or key; None where there is none."""
        return self.by_ident.get(name)

    def above(self, target: CellTarget) -> Iterator[CellTarget]:
        """The rows of the form above a row in its tree, the nearest first."""
        parent = self.by_ident.get(target.parent)
        while parent is not None:
            yield parent
            parent = self.by_ident.get(parent.parent)


def targets_of(dataset: Dataset, kind: Kind) -> Targets:
    """What can be filled in a package of that kind; a key of the form stands in the form alone."""
    form = list(_form(dataset))
    keys = {target.key for target in form}
    figures = [target for target in _figures(dataset, kind) if target.key not in keys]
    everything = (*form, *figures)
    idents = {target.key: target for target in everything if target.key}
    idents |= {target.ident: target for target in everything}
    return Targets(everything, idents)


def _form(dataset: Dataset) -> Iterator[CellTarget]:
    last, year = _last_year(dataset), dataset.settings.year
    labels = {row.form.code: row.form.label_of(year) for row in dataset.indicators}
    for row in dataset.indicators:
        form = row.form
        yield CellTarget(
            files.INDICATORS,
            form.code,
            form.key,
            form.label_of(year),
            FieldSpec("数值", form.type or FieldType.TEXT, form.unit),
            labels.get(form.parent, ""),
            form.parent,
            row.cell.raw,
            row.cell.value,
            source=row.department,
            last=last.get(form.key),
            heading=form.is_heading,
            closed=_COMPUTED if row.computed else _AS_FILED if row.as_filed else "",
            name=form.name_of(year),
            is_rolled_up=bool(row.cell.rolled_from),
        )


def _figures(dataset: Dataset, kind: Kind) -> Iterator[CellTarget]:
    last = _last_year(dataset)
    there = {row.key for row in dataset.figures}
    for row in dataset.figures:
        yield CellTarget(
            files.FIGURES,
            row.key,
            row.key,
            row.name,
            value_field(row.cell.unit),
            written=row.cell.raw,
            value=row.cell.value,
            qualifier=row.qualifier,
            source=row.department,
            last=last.get(row.key),
            closed=_FORMULA if row.formula else "",
            name=row.name,
            is_rolled_up=bool(row.cell.rolled_from),
        )
    for derived in kind.derived.values():
        if derived.key not in there and not derived.formula:
            unit, key = value_field(derived.unit), derived.key
            yield CellTarget(
                files.FIGURES, key, key, derived.name, unit, last=last.get(key), name=derived.name
            )


def _last_year(dataset: Dataset) -> dict[str, Decimal]:
    """The numbers of last year's package by key."""
    return values_by_key(dataset.previous.dataset) if dataset.previous else {}


def values_by_key(earlier: Dataset) -> dict[str, Decimal]:
    """The numbers of a package by key, those that text and form share as the form has them; a 0 is
    one."""
    form = {row.form.key: row.cell.value for row in earlier.indicators}
    values = {row.key: row.cell.value for row in earlier.figures}
    values |= {key: value for key, value in form.items() if key and value is not None}
    return {key: value for key, value in values.items() if isinstance(value, Decimal)}
