"""What the formulas of the figures and of the form give, at their cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from generator.figures import FigureBook
from generator.figures.figure import Figure
from generator.jobs.desk.basis import Basis
from generator.jobs.desk.values import GridRow, SheetGrid
from generator.model import files
from generator.model.errors import NigaoError
from generator.package.read import load_package
from generator.standard.wording.numbers import num

_UNKNOWN = "还算不出"
"""What stands in the cell of a formula that needs what is not filled in, or of faulty data."""


def with_computed(basis: Basis, shown: SheetGrid) -> SheetGrid:
    """The sheet with what its formulas give; only where it has any the package is read for it."""
    if shown.sheet not in (files.FIGURES, files.INDICATORS):
        return shown
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
