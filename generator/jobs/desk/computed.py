"""What the formulas of the figures, of the form and of columns of records give, at their cells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from decimal import Decimal

from generator.figures import FigureBook
from generator.figures.figure import Figure
from generator.figures.records import RowView
from generator.jobs.desk.basis import Basis
from generator.jobs.desk.values import GridRow, SheetGrid
from generator.model import files
from generator.model.errors import NigaoError
from generator.model.kind import Kind
from generator.model.replacing import replace
from generator.package.read import load_package
from generator.standard.wording.numbers import num

_UNKNOWN = "还算不出"
"""What stands in the cell of a formula that needs what is not filled in, or of faulty data."""


def with_computed(basis: Basis, shown: SheetGrid) -> SheetGrid:
    """The sheet with what its formulas give; only where it has any the package is read for it."""
    if shown.sheet == files.REPORT:
        return shown
    if shown.sheet not in (files.FIGURES, files.INDICATORS):
        fields = computed_fields(basis.kind, shown.sheet)
        return _with_filled(basis, shown, fields) if fields else shown
    names = [column.name for column in shown.columns]
    cells = {row.row: dict(zip(names, row.cells, strict=True)) for row in shown.rows}
    if not any(map(_is_computed, cells.values())):
        return shown
    known = _known(basis, shown.sheet)
    key = "键" if shown.sheet == files.FIGURES else "代码"

    def told(row: GridRow) -> GridRow:
        texts = cells[row.row]
        if not _is_computed(texts):
            return row
        return replace(row, computed=known(texts[key].strip()) or _UNKNOWN)

    return replace(shown, rows=tuple(map(told, shown.rows)))


def computed_fields(kind: Kind, sheet: str) -> frozenset[str]:
    """The columns of a record file that the tables of the kind compute where they are blank."""
    names = {spec.name for spec in kind.records if spec.file == sheet}
    tables = (table for table in kind.tables.values() if table.records in names)
    columns = (column for table in tables for column in table.columns)
    return frozenset(column.field for column in columns if column.field and column.formula)


def _with_filled(basis: Basis, shown: SheetGrid, fields: Collection[str]) -> SheetGrid:
    """A record file with what its blank cells hold, where the package can be read."""
    try:
        dataset, kind = load_package(basis.package, basis.templates, earlier=False)
    except NigaoError:
        return shown
    spec = next(spec for spec in kind.records if spec.file == shown.sheet)
    views = FigureBook(dataset, kind).records[spec.name]
    by_row = {view.cell(spec.key_field.name).source.row: view for view in views}

    def told(row: GridRow) -> GridRow:
        view = by_row.get(row.row)
        found = ((name, _filled_with(view, name)) for name in sorted(fields)) if view else ()
        return replace(row, filled=tuple((name, text) for name, text in found if text))

    return replace(shown, rows=tuple(map(told, shown.rows)))


def _filled_with(view: RowView, field: str) -> str:
    """What a blank cell of a record holds, "" where something was filed or nothing is known."""
    if view.filed(field).value is not None:
        return ""
    try:
        return _said(view.figure(field))
    except NigaoError:
        return ""


def _is_computed(texts: Mapping[str, str]) -> bool:
    return bool(texts.get("公式", "").strip()) or texts.get("数值", "").strip() == "="


def _known(basis: Basis, sheet: str) -> Callable[[str], str]:
    """Gives the value of a figure by key, or of a row of the form by code; "" for unknown."""
    try:
        dataset, kind = load_package(basis.package, basis.templates, earlier=False)
    except NigaoError:
        return lambda _: ""
    book = FigureBook(dataset, kind)
    rows = {row.form.code: row for row in dataset.indicators}

    def value(name: str) -> str:
        try:
            figure = book.get(name) if sheet == files.FIGURES else book.cell(rows[name])
        except (KeyError, NigaoError):
            return ""
        return _said(figure)

    return value


def _said(figure: Figure) -> str:
    return num(figure.value, figure.places) if isinstance(figure.value, Decimal) else ""
