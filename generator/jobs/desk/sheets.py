"""The sheets of a package, and each as a grid to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.jobs.desk.basis import Basis, basis_of, stamp_of
from generator.jobs.desk.computed import with_computed
from generator.jobs.desk.faults import SheetMessages, faults_now, messages_of
from generator.jobs.desk.layouts import GridLayout, layout_of
from generator.jobs.desk.opened import OpenSheet, open_sheet
from generator.jobs.desk.settingsheet import COLUMNS, TITLE, VALUE, SettingsSheet, open_settings
from generator.jobs.desk.trying import Surroundings, surroundings
from generator.jobs.desk.values import GridColumn, GridRow, SheetGrid, SheetInfo
from generator.model import files
from generator.model.errors import NigaoError, Problem
from generator.model.replacing import replace

__all__ = ["grid", "sheets"]


def sheets(package: Path, templates: Path | None = None) -> tuple[SheetInfo, ...]:
    """The sheets of a package in the order in which they are filled in, those that have no file yet
    too.

    Raises InputError where the package is none, or is a workbook; DataError where its report.yaml
    is faulty: then ``grid`` opens that sheet alone.

    例：
        >>> [item.title for item in sheets(Path("清河-2023"))][:3]
        ['年度统计表', '数据', '会议']
    """
    basis = basis_of(package, templates)
    problems = faults_now(package, templates)
    tables = [_info(basis, spec.file, problems) for spec in basis.specs]
    return (*tables, _info(basis, files.REPORT, problems))


def _info(basis: Basis, sheet: str, problems: Sequence[Problem]) -> SheetInfo:
    faults = [fault for fault in problems if fault.file == sheet]
    title = TITLE if sheet == files.REPORT else basis.spec(sheet).sheet
    try:
        shown = grid_of(basis, sheet, faults)
    except NigaoError:
        return SheetInfo(sheet, title, 0, 0, len(faults))
    rows = [row for row in shown.rows if not row.locked and not row.advanced]
    blank = sum(_blank(row, shown.columns) for row in rows)
    return SheetInfo(sheet, title, len(rows), blank, len(faults))


def _blank(row: GridRow, columns: Iterable[GridColumn]) -> int:
    """The cells of a row that must be filled and are not."""
    own = {row.value.name: row.value} if row.value else {}
    cells = zip(columns, row.cells, strict=True)
    return sum(own.get(column.name, column).required and not text.strip() for column, text in cells)


def grid(package: Path, sheet: str, templates: Path | None = None) -> SheetGrid:
    """A sheet (``SheetInfo.sheet``) as a grid; where cells are faulty they hold what the file says,
    with messages.

    Raises InputError where the package has no such sheet or its file cannot be shown as one.

    例：
        >>> shown = grid(Path("清河-2023"), "figures.csv")
        >>> [column.title for column in shown.columns if not column.advanced][:3]
        ['名称', '数值', '单位']
        >>> shown.rows[0].cells[1:3], shown.rows[0].value.unit
        (('常委会', '3'), '次')
    """
    basis = basis_of(package, templates)
    around = _around(basis, sheet)
    problems = faults_now(package, templates)
    shown = with_computed(basis, grid_of(basis, sheet, problems))
    if around is None or stamp_of(around.package.get(sheet)) != shown.stamp:
        return shown
    return replace(shown, rest=around.grid_rest(problems))


def _around(basis: Basis, sheet: str) -> Surroundings | None:
    """What stands around a sheet before it is read; None where that cannot be read."""
    try:
        return surroundings(basis, sheet)
    except NigaoError:
        return None


def grid_of(basis: Basis, sheet: str, problems: Sequence[Problem]) -> SheetGrid:
    """The same where the problems of the package are known."""
    if sheet == files.REPORT:
        return settings_grid(open_settings(basis), problems)
    return table_grid(basis, open_sheet(basis, sheet), problems)


def table_grid(
    basis: Basis, sheet: OpenSheet, problems: Sequence[Problem], rest: str = ""
) -> SheetGrid:
    """A table as a grid, its rows with what is wrong there."""
    return laid_out(sheet, layout_of(basis, sheet), problems, rest)


def laid_out(
    sheet: OpenSheet, layout: GridLayout, problems: Sequence[Problem], rest: str
) -> SheetGrid:
    """The same of its columns and rows."""
    numbers = {row.row for row in layout.rows}
    said = messages_of(problems, sheet.spec.file, numbers, sheet.names)
    return SheetGrid(
        sheet.spec.file,
        sheet.spec.sheet,
        layout.columns,
        _with_messages(layout.rows, said),
        sheet.stamp,
        said.others,
        max((sheet.cells.last_row, *numbers)) + 1,
        sheet.head.row,
        rest,
    )


def settings_grid(sheet: SettingsSheet, problems: Sequence[Problem]) -> SheetGrid:
    """report.yaml as a grid; what is wrong is shown to everybody."""
    rows = tuple(sheet.rows)
    of_rows = sheet.at_rows(problems)
    said = messages_of(of_rows, files.REPORT, {row.row for row in rows}, {2: VALUE})
    shown = [
        replace(row, advanced=row.advanced and not row.messages)
        for row in _with_messages(rows, said)
    ]
    shown.sort(key=lambda row: row.advanced)
    return SheetGrid(files.REPORT, TITLE, COLUMNS, tuple(shown), sheet.stamp, said.others)


def _with_messages(rows: Iterable[GridRow], said: SheetMessages) -> tuple[GridRow, ...]:
    return tuple(
        replace(row, messages=said.by_row[row.row]) if row.row in said.by_row else row
        for row in rows
    )
