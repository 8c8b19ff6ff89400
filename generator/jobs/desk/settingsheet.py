"""report.yaml as a sheet of items and values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import yaml

from generator.jobs.desk.basis import Basis, stamp_of
from generator.jobs.desk.values import CellEdit, GridColumn, GridRow
from generator.model import files
from generator.model.errors import InputError, Problem, raise_all
from generator.package.cellfile import EncodedText, encoded_text
from generator.package.settings_text import SettingItem, items, with_values
from generator.package.workbook.layout import SETTINGS
from generator.package.workbook.settings_sheet import CHOICES, HEAD, label

TITLE = SETTINGS
VALUE = HEAD[1]
COLUMNS = (
    GridColumn(HEAD[0], HEAD[0], editable=False),
    GridColumn(VALUE, VALUE),
    GridColumn(HEAD[2], HEAD[2], editable=False, advanced=True),
)
_FIRST = 2
"""The number of the first row, as on the sheet of a workbook."""


@dataclass(frozen=True)
class SettingsSheet:
    """report.yaml with its items in order, a row each."""

    before: bytes
    text: EncodedText
    items: tuple[SettingItem, ...]

    @property
    def stamp(self) -> str:
        """The stamp of the file."""
        return stamp_of(self.before)

    @property
    def rows(self) -> Iterator[GridRow]:
        """The items, their value and their path."""
        for row, item in enumerate(self.items, _FIRST):
            value = GridColumn(VALUE, VALUE, choices=CHOICES.get(item.path, ()))
            yield GridRow(row, (label(item.path), item.text, item.path), value=value)

    def at_rows(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems of report.yaml with the row of the item instead of the line."""
        rows = {item.path: row for row, item in enumerate(self.items, _FIRST)}
        return [_at_row(problem, rows.get(problem.column or "")) for problem in problems]

    def with_edits(self, edits: Sequence[CellEdit]) -> bytes:
        """The file with these values; all else as it stands. Raises InputError where a row is
        none of an item, or what it holds stands in a form that only its author can change."""
        values = {item.path: item.text for item in self.items}
        paths = {row: item.path for row, item in enumerate(self.items, _FIRST)}
        raise_all(_no_such_cell(edit) for edit in edits if not _is_value(edit, paths))
        by_row = dict(enumerate(self.items, _FIRST))
        raise_all(_in_lines(edit) for edit in edits if not _can_be_written(edit, by_row[edit.row]))
        values |= {paths[edit.row]: edit.text for edit in edits}
        return self.text.with_text(with_values(self.text.text, values))


def _is_value(edit: CellEdit, paths: dict[int, str]) -> bool:
    return edit.row in paths and edit.column == VALUE


def _no_such_cell(edit: CellEdit) -> Problem:
    return Problem(
        "没有这一格", "请重新打开这张表", files.REPORT, edit.row, edit.column, unreadable=True
    )


def _can_be_written(edit: CellEdit, item: SettingItem) -> bool:
    """Whether a value can be written where it stands: one over several lines cannot."""
    return item.span is not None or edit.text == item.text


def _in_lines(edit: CellEdit) -> Problem:
    message, todo = "这一项写成了几行，不能在表里改", "请在“高级”里改"
    return Problem(message, todo, files.REPORT, edit.row, edit.column, unreadable=True)


def _at_row(problem: Problem, row: int | None) -> Problem:
    if problem.file != files.REPORT or row is None:
        return problem
    return replace(problem, row=row, column=VALUE)


def open_settings(basis: Basis) -> SettingsSheet:
    """report.yaml of a package. Raises InputError where it is no YAML that can be read."""
    before = basis.data(files.REPORT) or b""
    text = encoded_text(before)
    try:
        found = tuple(items(text.text)) if text else ()
    except yaml.YAMLError:
        found = ()
    if text is None or not found:
        message, todo = "读不懂，不能当表打开", "请在“高级”里照原样改，或用备份换回来"
        raise InputError(Problem(message, todo, files.REPORT, unreadable=True))
    return SettingsSheet(before, text, found)
