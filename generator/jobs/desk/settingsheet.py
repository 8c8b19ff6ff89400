"""report.yaml as a sheet of items and values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import yaml
from msgspec import Struct

from generator.jobs.desk.basis import Basis, stamp_of
from generator.jobs.desk.settingwords import SettingWords, is_for_authors, is_template
from generator.jobs.desk.values import CellEdit, GridColumn, GridRow
from generator.model import files
from generator.model.errors import InputError, NigaoError, Problem, raise_all
from generator.model.replacing import replace
from generator.package import hints
from generator.package.cellfile import EncodedText, encoded_text
from generator.package.settings_text import SettingItem, items, with_values
from generator.package.workbook.layout import SETTINGS
from generator.package.workbook.settings_sheet import HEAD, label
from generator.report.compose import printed_titles

TITLE = SETTINGS
VALUE, AS_WRITTEN = HEAD[1], "写法"
COLUMNS = (
    GridColumn(HEAD[0], HEAD[0], editable=False),
    GridColumn(VALUE, VALUE),
    GridColumn(HEAD[2], HEAD[2], editable=False, advanced=True),
    GridColumn(AS_WRITTEN, AS_WRITTEN, hint="文件里的写法", advanced=True),
)
_FIRST = 2
"""The number of the first row, as on the sheet of a workbook."""
_OF_TEMPLATE = "由地名、年度等拼成，不用填；要改它的写法，请打开“高级”，改右边的“写法”。"


class SettingsSheet(Struct, frozen=True, dict=True):
    """report.yaml with its items in order, a row each, and the words that they show."""

    before: bytes
    text: EncodedText
    items: tuple[SettingItem, ...]
    words: SettingWords

    @property
    def stamp(self) -> str:
        """The stamp of the file."""
        return stamp_of(self.before)

    @cached_property
    def by_row(self) -> dict[int, SettingItem]:
        """The items by the number of their row."""
        return dict(enumerate(self.items, _FIRST))

    @property
    def rows(self) -> Iterator[GridRow]:
        """The items, their value, their path and how they are written; those for who knows the
        program last."""
        rows = [self._row(row, item) for row, item in self.by_row.items()]
        yield from sorted(rows, key=lambda row: row.advanced)

    def _row(self, row: int, item: SettingItem) -> GridRow:
        cells = (label(item.path), self.words.shown(item), item.path, item.text)
        return GridRow(row, cells, value=self._value(item), advanced=is_for_authors(item.path))

    def _value(self, item: SettingItem) -> GridColumn:
        if is_template(item):
            return GridColumn(VALUE, label(item.path), hint=_OF_TEMPLATE, editable=False)
        choices = self.words.choices(item)
        hint = hints.of_setting(item.path, is_chosen=bool(choices))
        return GridColumn(VALUE, label(item.path), hint=hint, choices=choices)

    def at_rows(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems of report.yaml with the row of the item instead of the line."""
        rows = {item.path: row for row, item in self.by_row.items()}
        return [_at_row(problem, rows.get(problem.column or "")) for problem in problems]

    def with_edits(self, edits: Sequence[CellEdit]) -> bytes:
        """The file with these values; all else as it stands. Raises InputError where a cell is none
        of an item, or what it holds stands in a form that only its author can change."""
        raise_all(_no_such_cell(edit) for edit in edits if not self._is_open(edit))
        written = [(self.by_row[edit.row], self._written(edit)) for edit in edits]
        values = {item.path: item.text for item in self.items}
        values |= {item.path: text for item, text in written}
        refused: list[Problem] = []
        for edit, (item, text) in zip(edits, written, strict=True):
            if item.span is None and text != item.text:
                refused.append(_in_lines(edit))
        raise_all(refused)
        return self.text.with_text(with_values(self.text.text, values))

    def unfit(self, edits: Iterable[CellEdit]) -> Iterator[Problem]:
        """What is none of the words that an item may be, or none of the days."""
        for edit in edits:
            item = self.by_row.get(edit.row)
            fault = self.words.unfit(item, edit.text) if item and edit.column == VALUE else None
            if fault:
                yield Problem(*fault, files.REPORT, edit.row, VALUE, written=edit.text)

    def _is_open(self, edit: CellEdit) -> bool:
        item = self.by_row.get(edit.row)
        if item is None or edit.column not in (VALUE, AS_WRITTEN):
            return False
        return edit.column == AS_WRITTEN or not is_template(item)

    def _written(self, edit: CellEdit) -> str:
        item = self.by_row[edit.row]
        return edit.text if edit.column == AS_WRITTEN else self.words.written(item, edit.text)


def _no_such_cell(edit: CellEdit) -> Problem:
    message, todo = "这一格不能改", "请改旁边可以填的格"
    return Problem(message, todo, files.REPORT, edit.row, edit.column, unreadable=True)


def _in_lines(edit: CellEdit) -> Problem:
    message, todo = "这一项写成了几行，不能在表里改", "请用记事本打开数据包里的设置文件改"
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
        message, todo = "读不懂，不能当表打开", "请用备份换回来，或请懂的人用记事本改"
        raise InputError(Problem(message, todo, files.REPORT, unreadable=True))
    return SettingsSheet(before, text, found, _words(basis, found))


def _words(basis: Basis, found: Iterable[SettingItem]) -> SettingWords:
    """The words of items; without those of templates where the settings are faulty."""
    lines = {item.path: item.text for item in found if is_template(item)}
    try:
        printed = printed_titles(basis.settings, basis.kind, lines) if lines else {}
        return SettingWords(printed, tuple(basis.kind.tables))
    except NigaoError:
        return SettingWords({}, ())
