"""Changes of a sheet: tried before anything is written, written whole or not at all, and taken
back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from generator.jobs.desk.basis import Basis, basis_of, no_such_sheet, stamp_of
from generator.jobs.desk.computed import with_computed
from generator.jobs.desk.faults import column_of, faults_now, faults_of, hindering
from generator.jobs.desk.free_keys import new_keys, with_key
from generator.jobs.desk.layouts import GridLayout, frame_of, layout_of
from generator.jobs.desk.opened import OpenSheet, open_sheet, opened
from generator.jobs.desk.settinglists import with_item_more, without_rows
from generator.jobs.desk.settingsheet import SettingsSheet, open_settings
from generator.jobs.desk.sheets import grid, grid_of, laid_out
from generator.jobs.desk.trying import surroundings, tried
from generator.jobs.desk.values import (
    CellEdit,
    CellMessage,
    Changed,
    EditRefusedError,
    SheetGrid,
    Undo,
)
from generator.jobs.desk.written_cells import faults_of_cells
from generator.jobs.output import replace_seen, stale
from generator.model import files
from generator.model.errors import Problem, raise_all
from generator.model.replacing import replace
from generator.package.intake.table import cell_fault
from generator.package.read.folder import package_files

__all__ = ["add_row", "add_setting", "change", "delete_rows", "undo"]


def change(
    package: Path,
    sheet: str,
    stamp: str,
    edits: Sequence[CellEdit],
    *,
    shown: SheetGrid | None = None,
    templates: Path | None = None,
) -> Changed:
    """Write cells of a sheet, all of them or none; every other cell stays byte for byte.

    ``stamp`` is that of the grid in which the edits were made; with the grid itself as ``shown``
    only what is new in the sheet is read, wherever that tells what reading all of it would. Rows
    from ``SheetGrid.next_row`` on are new ones; where a record needs a key and none is given they
    get one. The package as it would be is tried first; what was wrong elsewhere before is no
    hindrance.

    Raises EditRefusedError with what would be wrong at its cells, StaleError where the file is
    another one meanwhile, InputError where there is no such cell, OutputError where it cannot be
    written.

    例：
        >>> shown = grid(Path("清河-2023"), "figures.csv")
        >>> row = shown.rows[0].row
        >>> changed = change(
        ...     Path("清河-2023"), "figures.csv", shown.stamp, [CellEdit(row, "数值", "4")]
        ... )
        >>> changed.grid.rows[0].cells[2]
        '4'
        >>> undo(Path("清河-2023"), changed.undo).grid == shown
        True
    """
    basis = basis_of(package, templates)
    edits = [edit._replace(text=edit.text.replace("\r\n", "\n")) for edit in edits]
    _refuse_unfit(sheet, edits)
    if sheet == files.REPORT:
        return _change_settings(basis, stamp, edits)
    seen = open_sheet(basis, sheet)
    edits = [edit for edit in edits if edit.text or edit.row in seen.cells.by_row]
    _refuse_stale(seen, stamp)
    layout = frame_of(basis, seen)
    _refuse_strangers(seen, layout, edits)
    edits = [layout.in_code(edit, seen.text_at(edit)) for edit in edits]
    edits = [*edits, *new_keys(seen, layout, edits)]
    data = seen.with_edits(edits, layout.given, seen.cells.last_row)
    return _taken(basis, seen, data, _where_written(seen, layout, edits), shown)


def add_row(
    package: Path,
    sheet: str,
    stamp: str,
    cells: Mapping[str, str],
    *,
    below: int = 0,
    shown: SheetGrid | None = None,
    templates: Path | None = None,
) -> Changed:
    """Write a new row with these cells, by the name of the column, below the row of that number (0:
    at the end).

    Where a record needs a key and none is given it gets one. Raises as ``change``.

    例：
        >>> shown = grid(Path("清河-2023"), "documents.csv")
        >>> added = add_row(
        ...     Path("清河-2023"), "documents.csv", shown.stamp, {"标题": "协作办法", "领域": "综合"}
        ... )
        >>> [row.cells[0] for row in added.grid.rows]
        ['关爱', '政策文件2']
        >>> undo(Path("清河-2023"), added.undo).grid == shown
        True
    """
    basis = basis_of(package, templates)
    if sheet == files.REPORT:
        raise no_such_sheet(sheet)
    seen = open_sheet(basis, sheet)
    _refuse_stale(seen, stamp)
    layout = frame_of(basis, seen)
    row = max((seen.cells.last_row, *layout.given)) + 1
    edits = [CellEdit(row, name, text) for name, text in with_key(seen, cells).items()]
    _refuse_unfit(sheet, edits)
    _refuse_strangers(seen, layout, edits)
    edits = [layout.in_code(edit, "") for edit in edits]
    after = below if below in seen.cells.by_row else seen.cells.last_row
    data = seen.with_edits(edits, {}, after)
    written = {(after + 1, edit.column): row for edit in edits}
    return _taken(basis, seen, data, written, shown)


def delete_rows(
    package: Path,
    sheet: str,
    stamp: str,
    rows: Collection[int],
    *,
    shown: SheetGrid | None = None,
    templates: Path | None = None,
) -> Changed:
    """Delete rows of a sheet, by their numbers; a row of the form is blank then, of the settings
    the whole item of a list goes that the row belongs to.

    Raises as ``change``; DataError for a setting that is in no list.

    例：
        >>> shown = grid(Path("清河-2023"), "documents.csv")
        >>> deleted = delete_rows(Path("清河-2023"), "documents.csv", shown.stamp, [2])
        >>> deleted.grid.rows
        ()
        >>> undo(Path("清河-2023"), deleted.undo).grid == shown
        True
    """
    basis = basis_of(package, templates)
    if sheet == files.REPORT:
        settings = open_settings(basis)
        _refuse_stale(settings, stamp)
        return _settings_taken(basis, settings, without_rows(settings, rows), {})
    seen = open_sheet(basis, sheet)
    _refuse_stale(seen, stamp)
    there = {row for row in rows if seen.is_row(row)}
    return _taken(basis, seen, seen.cells.without_rows(there), {}, shown)


def add_setting(
    package: Path, item: str, stamp: str, words: str, *, templates: Path | None = None
) -> Changed:
    """Add an item to a list of the settings (``SettingList.item``): the text of a line, the name of
    an appendix. Raises as ``change``.

    例：
        >>> shown = grid(Path("清河-2023"), "report.yaml")
        >>> added = add_setting(Path("清河-2023"), "appendices", shown.stamp, "典型案例")
        >>> [row.cells[:2] for row in added.grid.rows if row.cells[1] == "典型案例"]
        [('附件2·名称', '典型案例')]
        >>> undo(Path("清河-2023"), added.undo).grid == shown
        True
    """
    basis = basis_of(package, templates)
    seen = open_settings(basis)
    _refuse_stale(seen, stamp)
    return _settings_taken(basis, seen, with_item_more(basis, seen, item, words), {})


def undo(
    package: Path,
    taken: Undo,
    *,
    shown: SheetGrid | None = None,
    templates: Path | None = None,
) -> Changed:
    """Take a change back: the file is byte for byte what it was. What this gives takes that back.

    Raises StaleError where the file changed since, OutputError where it cannot be written.

    例：
        >>> shown = grid(Path("清河-2023"), "figures.csv")
        >>> edit = CellEdit(shown.rows[0].row, "数值", "")
        >>> changed = change(Path("清河-2023"), "figures.csv", shown.stamp, [edit])
        >>> undo(Path("清河-2023"), changed.undo).grid.stamp == shown.stamp
        True
    """
    basis = basis_of(package, templates)
    if taken.sheet != files.REPORT:
        basis.spec(taken.sheet)
    now = basis.data(taken.sheet)
    if stamp_of(now) != taken.stamp:
        raise stale(taken.sheet)
    replace_seen(package, taken.sheet, now, taken.before)
    back = Undo(taken.sheet, stamp_of(taken.before), now)
    again = _grid_of_lines(basis, taken, now, shown) or grid(package, taken.sheet, templates)
    return Changed(again, back)


def _grid_of_lines(
    basis: Basis, taken: Undo, now: bytes | None, shown: SheetGrid | None
) -> SheetGrid | None:
    """The sheet after a change of lines was taken back; None where all is to be read for it."""
    if shown is None or taken.before is None or taken.sheet == files.REPORT:
        return None
    spec = basis.spec(taken.sheet)
    before, after = opened(basis, spec, now), opened(basis, spec, taken.before)
    around = surroundings(basis, taken.sheet)
    layout = around.right_layout(basis, before, after, shown)
    return laid_out(after, layout, (), around.rest) if layout else None


# --- what is refused before it is tried -----------------------------------------------------------


def _refuse_stale(seen: OpenSheet | SettingsSheet, stamp: str) -> None:
    if seen.stamp != stamp:
        raise stale(files.REPORT if isinstance(seen, SettingsSheet) else seen.spec.file)


def _refuse_unfit(sheet: str, edits: Sequence[CellEdit]) -> None:
    """Raise where a text is none that a cell can hold."""
    problems = [
        Problem(*fault, sheet, edit.row, edit.column)
        for edit in edits
        if (fault := cell_fault(edit.text))
    ]
    if problems:
        raise EditRefusedError(problems, [_message(problem) for problem in problems])


def _refuse_strangers(seen: OpenSheet, layout: GridLayout, edits: Sequence[CellEdit]) -> None:
    """Raise where a cell is none of the sheet, or is not to be edited."""
    columns = {column.name for column in layout.columns if column.editable}
    closed = {*range(seen.head.body), *(row.row for row in layout.rows if row.locked)}
    strangers = [
        edit for edit in edits if edit.column not in columns or edit.row in closed or edit.row < 0
    ]
    raise_all(_not_to_be_edited(seen.spec.file, edit) for edit in strangers)


def _not_to_be_edited(sheet: str, edit: CellEdit) -> Problem:
    message, todo = "这一格不能改", "请改旁边可以填的格"
    return Problem(message, todo, sheet, edit.row, edit.column, unreadable=True)


# --- trying and writing ---------------------------------------------------------------------------

Written = Mapping[tuple[int, str], int]
"""The cells that are written, by row and column of the new file, and the row that the caller calls
it."""


def _where_written(seen: OpenSheet, layout: GridLayout, edits: Sequence[CellEdit]) -> Written:
    last = seen.cells.last_row
    new = sorted({edit.row for edit in edits if edit.row > last})
    rows = {row: number for number, row in enumerate(new, last + 1)}
    written = {(rows.get(edit.row, edit.row), edit.column): edit.row for edit in edits}
    given = ((row, name) for row in new for name in layout.given.get(row, {}))
    return written | {(rows[row], name): row for row, name in given}


def _taken(
    basis: Basis, seen: OpenSheet, data: bytes, written: Written, shown: SheetGrid | None
) -> Changed:
    """The sheet with these bytes, after the package was tried with them."""
    sheet, after = seen.spec.file, opened(basis, seen.spec, data)
    trial = tried(basis, seen, after, shown)
    _refuse_faults(basis, seen, data, written, trial.faults)
    if data != seen.before:
        replace_seen(basis.package, sheet, seen.before, data)
    if sheet == files.DEPARTMENTS:  # who owes what is another now
        basis = basis_of(basis.package, basis.templates)
    layout = trial.layout or layout_of(basis, after)
    taken = Undo(sheet, stamp_of(data), seen.before)
    shown = laid_out(after, layout, trial.faults, trial.rest)
    return Changed(with_computed(basis, shown), taken)


def _refuse_faults(
    basis: Basis, seen: OpenSheet, data: bytes, written: Written, after: tuple[Problem, ...]
) -> None:
    """Raise EditRefusedError where what would be wrong keeps the change from being written."""
    sheet = seen.spec.file
    told = {(fault.row, fault.column) for fault in after if fault.file == sheet}
    if told:
        alone = faults_of_cells(basis, seen.spec, data, written)
        after += tuple(fault for fault in alone if (fault.row, fault.column) not in told)
    before = faults_now(basis.package, basis.templates) if after else ()
    hinders = hindering(before, after, sheet, written)
    if hinders:
        raise EditRefusedError(hinders, _messages(hinders, sheet, written, seen.names))


def _messages(
    problems: Sequence[Problem], sheet: str, written: Written, columns: Mapping[int, str]
) -> list[CellMessage]:
    """The problems at the cells that the caller knows."""
    rows = {at[0]: row for at, row in written.items()}
    names = {*columns.values(), *(name for _, name in written)}
    of_cells = (fault for fault in problems if fault.file == sheet and fault.row is not None)
    return [_at_its_row(fault, rows, names, columns) for fault in of_cells]


def _at_its_row(
    problem: Problem, rows: Mapping[int, int], names: Collection[str], columns: Mapping[int, str]
) -> CellMessage:
    said = _message(problem)
    name = said.column if said.column in names else column_of(problem, columns)
    return replace(said, row=rows.get(said.row, said.row), column=name)


def _message(problem: Problem) -> CellMessage:
    bare = Problem(problem.message, problem.todo, written=problem.written)
    return CellMessage(problem.row or 0, problem.column or "", str(bare), problem.readings)


def _change_settings(basis: Basis, stamp: str, edits: Sequence[CellEdit]) -> Changed:
    seen = open_settings(basis)
    _refuse_stale(seen, stamp)
    if unfit := list(seen.unfit(edits)):
        raise EditRefusedError(unfit, map(_message, unfit))
    written = {(edit.row, edit.column): edit.row for edit in edits}
    return _settings_taken(basis, seen, seen.with_edits(edits), written)


def _settings_taken(basis: Basis, seen: SettingsSheet, data: bytes, written: Written) -> Changed:
    """The settings with these bytes, after the package was tried with them."""
    package = package_files(basis.package)
    after = faults_of({**package, files.REPORT: data}, basis.package, basis.templates)
    before = faults_now(basis.package, basis.templates) if after else ()
    at_rows = seen.at_rows(after)
    hinders = hindering(seen.at_rows(before), at_rows, files.REPORT, written)
    if hinders:
        raise EditRefusedError(hinders, _messages(hinders, files.REPORT, written, {}))
    if data != seen.before:
        replace_seen(basis.package, files.REPORT, seen.before, data)
    fresh = basis_of(basis.package, basis.templates)
    taken = Undo(files.REPORT, stamp_of(data), seen.before)
    return Changed(grid_of(fresh, files.REPORT, after), taken)
