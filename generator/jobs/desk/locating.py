"""From a figure or a finding of the report to the cell that holds it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from generator.figures import FigureBook
from generator.jobs.compose import drafted
from generator.jobs.desk.basis import Basis, basis_of
from generator.jobs.desk.layouts import layout_of
from generator.jobs.desk.opened import open_sheet
from generator.jobs.desk.settingsheet import VALUE, open_settings
from generator.model import files
from generator.model.cell import Source
from generator.model.errors import NigaoError
from generator.package.read import load_package
from generator.report.trace import occurrences

__all__ = ["GridLocation", "cells_of"]


class GridLocation(Struct, frozen=True):
    """A cell of a sheet: the number of its row, the name of its column."""

    sheet: str
    row: int
    column: str


def cells_of(package: Path, key: str, *, templates: Path | None = None) -> tuple[GridLocation, ...]:
    """The cells that the figure of that key is made of, those first that say it themselves; a blank
    one is where it is to be filled in. () where no cell holds it.

    Raises what ``load_package`` raises.

    例：
        >>> cells_of(Path("清河-2023"), "会议.常委会")
        (GridLocation(sheet='figures.csv', row=2, column='数值'),)
    """
    basis = basis_of(package, templates)
    sources = _sources(package, key, templates)
    found = (location_of(basis, source) for source in sources)
    there = tuple(dict.fromkeys(location for location in found if location))
    return there or tuple(blank_cell(basis, key))


def _sources(package: Path, key: str, templates: Path | None) -> Iterable[Source]:
    dataset, kind = load_package(package, templates)
    book = FigureBook(dataset, kind)
    if key in book:
        return book.get(key).sources
    document = drafted(dataset, kind)[0].document
    marks = (item.mark for item in occurrences(document) if item.mark.key == key)
    return next((mark.sources for mark in marks), ())


def location_of(basis: Basis, source: Source) -> GridLocation | None:
    """The cell of a grid that a source is; None for one that is in no sheet or is not there yet."""
    if source.file == files.REPORT:
        return setting_at(basis, source.column)
    known = any(spec.file == source.file for spec in basis.specs)
    if not known or not source.row:
        return None
    return GridLocation(source.file, source.row, source.column)


def cell_to_fill(basis: Basis, source: Source, key: str) -> GridLocation | None:
    """The cell of a grid where something is filled in that is called so: where it stands, else the
    blank that the form or the figures have for it; None where there is none."""
    return location_of(basis, source) or next(iter(blank_cell(basis, key)), None)


def setting_at(basis: Basis, path: str) -> GridLocation | None:
    """The row of an item of report.yaml, or of the first below it; None where there is none."""
    try:
        rows = open_settings(basis).by_row
    except NigaoError:
        return None
    found = [row for row, item in rows.items() if f"{item.path}.".startswith(f"{path}.")]
    return GridLocation(files.REPORT, found[0], VALUE) if found else None


def blank_cell(basis: Basis, key: str) -> Iterable[GridLocation]:
    """The cell that the form or the figures have for a key which the package does not hold."""
    codes = [form.code for form in basis.kind.catalogue.values() if form.key == key]
    in_form = [_row_of(basis, files.INDICATORS, "代码", code) for code in codes[:1]]
    rows = [*in_form, _row_of(basis, files.FIGURES, "键", key)]
    yield from [row for row in rows if row][:1]


def _row_of(basis: Basis, sheet: str, column: str, ident: str) -> GridLocation | None:
    """The value in the row of a table that is called so; None where there is none."""
    layout = layout_of(basis, open_sheet(basis, sheet))
    names = [item.name for item in layout.columns]
    at = names.index(column)
    rows = (row.row for row in layout.rows if row.cells[at].strip() == ident)
    row = next(rows, 0)
    return GridLocation(sheet, row, "数值") if row else None
