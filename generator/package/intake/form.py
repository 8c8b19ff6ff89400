"""The form's sheet to the table of indicators.csv: by code, or by label where an official form was
copied in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from generator.model.errors import excerpt
from generator.model.kind import FieldSpec, FieldType, FormRow
from generator.model.regex import regex
from generator.package.intake.grid import Grid, MergedRange, RawCell, letter, rows_within
from generator.package.intake.heads import HEAD_WITHIN, plain_head
from generator.package.intake.labels import FormLine, another_row, match
from generator.package.intake.looks import tell_looks
from generator.package.intake.notes import TableNotes
from generator.package.intake.numbers import split_scale
from generator.package.intake.table import NOTE, TableText, clear_text
from generator.package.tablespecs import INDICATORS

_ALIASES = {
    "指标名称": "指标",
    "指标内容": "指标",
    "项目": "指标",
    "计量单位": "单位",
    "编码": "代码",
    "指标代码": "代码",
}
_VALUE = ("数值", "本年", "本年数", "本年度", "填报数", "填报", "完成数", "完成情况", "数量")
_PASSED = {"上年", "上年数", "去年", "序号", "备注", "说明"}
_REST = ("原样", "原指标", "原单位", "来源")
_NAMED = {"代码", "指标", "单位", *_REST}
_OTHER_YEAR = regex(r"\d{4}年?.*")


class _Line(NamedTuple):
    """A row of the sheet, the code it has, and the row of the catalogue; None for an unknown
    code."""

    row: int
    code: str
    form: FormRow | None


class _FormReading(Struct, frozen=True):
    """The form's sheet, the row of its head, the column of each heading (that of the values is
    called 数值 whatever stands there), and the catalogue and year it is read for."""

    sheet: Grid
    head_row: int
    columns: Mapping[str, int]
    catalogue: Mapping[str, FormRow]
    year: int
    notes: TableNotes

    def text(self, row: int, name: str) -> str:
        """The text of a cell that needs no type."""
        column = self.columns.get(name)
        return "" if column is None else self.sheet.at(row, column).text

    def words(self, row: int) -> dict[int, RawCell]:
        """The cells of a row that need no type, by column."""
        columns = (column for name, column in self.columns.items() if name != "数值")
        return {column: self.sheet.at(row, column) for column in columns}

    def filled(self, row: int) -> bool:
        """Whether the row has a value."""
        return not self.sheet.at(row, self.columns["数值"]).blank

    @property
    def rows(self) -> Iterator[int]:
        """The rows below the head that hold something in a known column."""
        for row in self.sheet.rows_from(self.head_row + 1):
            if any(not self.sheet.at(row, column).blank for column in self.columns.values()):
                yield row


def read_form(
    sheet: Grid,
    catalogue: Mapping[str, FormRow],
    year: int,
    owners: Sequence[str],
    notes: TableNotes,
) -> TableText | None:
    """The form's table, a row for each code that is no heading; None where the sheet is empty or
    has no head.

    ``owners`` are names that head the column of values in an official form.
    """
    if not sheet.last_row:
        return None
    head_row, columns = find_columns(sheet, year, owners)
    if not columns:
        todo = f"标题行应有：代码、指标、单位、{year}年（或 数值）"
        notes.problem("找不到统计表的标题行或填数的一列", todo)
        return None
    reading = _FormReading(sheet, head_row, columns, catalogue, year, notes)
    found = _by_code(reading) if "代码" in columns else _by_label(reading)
    lines = [line for line in found if _can_be_filled(reading, line)]
    for line in lines:
        _tell_other_words(reading, line)
    rows = tuple((line.row, _row(reading, line)) for line in lines)
    _tell_merges(reading, [line.row for line in lines])
    head = tuple(column.name for column in INDICATORS.columns)
    return TableText(head, head_row, rows)


def _can_be_filled(reading: _FormReading, line: _Line) -> bool:
    heading = line.form is not None and line.form.is_heading
    return not heading or reading.text(line.row, "原指标") != ""


def find_columns(sheet: Grid, year: int, owners: Sequence[str]) -> tuple[int, dict[str, int]]:
    """The row of the head and the column of each heading; none where no row looks like it."""
    values = [*_VALUE, f"{year}年", f"{year}年度", f"{year}", f"{year}年数", *owners]
    for row in range(1, min(HEAD_WITHIN, sheet.last_row) + 1):
        heads = _heads(sheet, row)
        if not {"指标", "代码"} & set(heads.values()):
            continue
        value = _value_column(heads, values)
        if value is not None:
            by_name = _leftmost(heads)
            named = {name: by_name[name] for name in by_name.keys() & _NAMED}
            return row, {**named, "数值": value}
    return 0, {}


def _heads(sheet: Grid, row: int) -> dict[int, str]:
    plain = {column: plain_head(cell.text) for column, cell in sheet.row(row).items()}
    return {column: _ALIASES.get(text, text) for column, text in plain.items() if text}


def _value_column(heads: Mapping[int, str], values: Sequence[str]) -> int | None:
    """The column of values: by the first of its names that stands there, or the only one that is
    left over; None where it cannot be told."""
    by_name = _leftmost(heads)
    named = [by_name[name] for name in values if name in by_name]
    if named:
        return named[0]
    left = [column for column, head in heads.items() if _may_hold_values(head)]
    return left[0] if len(left) == 1 else None


def _leftmost(heads: Mapping[int, str]) -> dict[str, int]:
    """The first column of each heading."""
    return {head: column for column, head in sorted(heads.items(), reverse=True)}


def _may_hold_values(head: str) -> bool:
    return head not in _NAMED | _PASSED and not _OTHER_YEAR.fullmatch(head)


def _by_code(reading: _FormReading) -> Iterator[_Line]:
    for row in reading.rows:
        code = _plain_code(reading.text(row, "代码"))
        form = reading.catalogue.get(code)
        if form or (code and reading.filled(row)):
            yield _Line(row, code, form)
        else:
            _tell_unknown(reading, row, code)


def _tell_other_words(reading: _FormReading, line: _Line) -> None:
    """A value whose label is that of another row than its code, or whose unit is a multiple of the
    form's."""
    form, row = line.form, line.row
    if form is None or not reading.filled(row) or reading.text(row, "原样").strip() == "是":
        return
    label, unit = reading.text(row, "指标"), reading.text(row, "单位").strip()
    other = another_row(label, form, reading.catalogue.values(), reading.year)
    if other is not None:
        own = excerpt(form.label_of(reading.year), 30)
        message = f"代码{form.code}是“{own}”，指标写的却是{other.code}的“{excerpt(label, 30)}”"
        todo = "请核对这个数是哪一行的，把代码或指标改对"
        reading.notes.problem(message, todo, row, "指标")
    scale, sort = split_scale(unit)
    if sort and (scale, sort) != split_scale(form.unit) and sort == split_scale(form.unit)[1]:
        message = f"单位写的是“{excerpt(unit)}”，统计表是“{form.unit}”"
        todo = f"请换算成{form.unit}填，把单位改回来"
        reading.notes.problem(message, todo, row, "单位")


def _tell_unknown(reading: _FormReading, row: int, code: str) -> None:
    """A value without a code is a problem, a code that is not the form's and without a value a
    remark."""
    if reading.filled(row):
        reading.notes.problem("填了数，却没有代码", "请补上代码，或删去这一行", row, "代码")
    elif code and not NOTE.match(code):
        message = f"代码“{excerpt(code)}”不在统计表里，没有填数，没有读"
        reading.notes.remark(message, row)


def _plain_code(text: str) -> str:
    """1.1.1 however it was typed: full-width, as a number, with blanks, with a dot at the end."""
    return "".join(unicodedata.normalize("NFKC", text).split()).rstrip(".、")


def _by_label(reading: _FormReading) -> Iterator[_Line]:
    """Rows without codes; a filled row that has no sure counterpart is a problem, a row of the form
    that is not there a remark."""
    lines = list(_form_lines(reading))
    matched = match(lines, tuple(reading.catalogue.values()), reading.year)
    for line in lines:
        form = matched.get(line.row)
        if form is not None:
            yield _Line(line.row, form.code, form)
        else:
            _tell_unmatched(line, reading.notes)
    there = {form.code for form in matched.values()}
    for form in reading.catalogue.values():
        if form.code not in there and not form.is_heading:
            reading.notes.remark(f"没有指标 {form.code} {form.label}，按空白处理")


def _form_lines(reading: _FormReading) -> Iterator[FormLine]:
    for row in reading.rows:
        label, unit = reading.text(row, "指标"), reading.text(row, "单位")
        if not NOTE.match(plain_head(label)):
            yield FormLine(row, label, unit, reading.filled(row))


def _tell_unmatched(line: FormLine, notes: TableNotes) -> None:
    label = excerpt(line.label, 30)
    if line.filled:
        message = f"“{label}”（{line.unit or '无单位'}）在统计表里对不上"
        todo = "请照统计表的指标名改正，或在它前面加一列“代码”"
        notes.problem(message, todo, line.row, "指标")
    elif label:
        notes.remark(f"“{label}”在统计表里对不上，没有填数，没有读", line.row)


def _row(reading: _FormReading, line: _Line) -> tuple[str, ...]:
    form, row = line.form, line.row
    as_filed = reading.text(row, "原样").strip() == "是"
    type = FieldType.TEXT if form is None or as_filed else form.type or FieldType.TEXT
    field = FieldSpec("数值", type, form.unit if form else "")
    cell = reading.sheet.at(row, reading.columns["数值"])
    value = clear_text(cell, field, reading.year, row, reading.notes)
    tell_looks(reading.words(row), row, reading.notes)
    label = form.label_of(reading.year) if form else reading.text(row, "指标").strip()
    return line.code, label, value, *(reading.text(row, name) for name in _REST)


def _tell_merges(reading: _FormReading, rows: Sequence[int]) -> None:
    """A merged cell that holds one number for several rows, or reaches out of its column."""
    for merge in reading.sheet.merges:
        inside = rows_within(rows, merge)
        filled = not reading.sheet.at(merge.top, merge.left).blank
        if inside and filled and merge.holds(merge.top, reading.columns["数值"]):
            _tell_merge(merge, len(inside), reading)


def _tell_merge(merge: MergedRange, rows: int, reading: _FormReading) -> None:
    value = reading.columns["数值"]
    if rows > 1:
        message = f"第{merge.top}至{merge.bottom}行的数合并成了一格，不知道每行各是多少"
        reading.notes.problem(message, "请取消合并，逐行填写", merge.top, letter(value))
    elif merge.left < value:
        message = "填数的格子和左边的格子合并了"
        reading.notes.problem(message, "请取消合并，数填在数值列", merge.top, letter(merge.left))
