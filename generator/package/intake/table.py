"""A grid to a table: leaves out titles, notes and totals, and says what is not clear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.model import files, limits
from generator.model.errors import Problem, excerpt
from generator.model.kind import FieldSpec, FieldType
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.intake.celltext import cell_text
from generator.package.intake.characters import named, narrow
from generator.package.intake.grid import Grid, MergedRange, RawCell, letter, rows_within
from generator.package.intake.heads import HEAD_WITHIN, TableHead, find_head, plain_head
from generator.package.intake.notes import TableNotes
from generator.package.intake.shown_numbers import hidden_digits
from generator.package.intake.totals import Row, without_parts, without_totals
from generator.package.intake.unclear import UnclearCellError
from generator.package.tablespecs import TableSpec, value_field
from generator.package.textfiles import FORBIDDEN
from generator.standard.wording.lists import in_one_line

NOTE = regex(r"(注|备注|说明|填表|制表|审核|填报|联系|负责人|单位负责人|单位[（(]盖章).{0,8}[:：]")
"""How a remark below a table begins: 注：…, 填表人：…"""
_ONE_LINE = (FieldType.KEY, FieldType.FIGURE_KEY, FieldType.CHOICE, FieldType.LIST)
_EACH_ROW_ITS_OWN = (FieldType.NUMBER, FieldType.KEY, FieldType.FIGURE_KEY)
"""What cannot hold for several rows at once."""


class TableText(Struct, frozen=True):
    """A table as text: the head, the row of the head, and the rows."""

    head: tuple[str, ...]
    head_row: int
    rows: tuple[Row, ...]

    def with_head(self, head: Sequence[str]) -> TableText:
        """The same with exactly these columns; those that it does not have are blank."""
        index = {name: n for n, name in enumerate(self.head)}
        rows = tuple(
            (number, tuple(cells[index[name]] if name in index else "" for name in head))
            for number, cells in self.rows
        )
        return replace(self, head=tuple(head), rows=rows)


class _TableReading(Struct, frozen=True):
    """A sheet that is read as a table, with its head; ``year`` is that of the report."""

    sheet: Grid
    spec: TableSpec
    head: TableHead
    year: int
    notes: TableNotes
    fields: Mapping[str, FieldSpec]


def read_table(sheet: Grid, spec: TableSpec, year: int, notes: TableNotes) -> TableText | None:
    """The table of a sheet; None where nothing stands in it or no row looks like its head."""
    if not sheet.last_row:
        return None
    head = find_head(sheet, spec, notes)
    if head is None:
        names = "、".join(column.name for column in spec.columns)
        notes.problem("找不到标题行", f"前{HEAD_WITHIN}行里应有一行是标题：{names}")
        return None
    if not spec.is_plain:
        _tell_hidden_columns(sheet, head, notes)
    fields = {name: spec.column(name) for name in head.columns.values()}
    reading = _TableReading(sheet, spec, head, year, notes, fields)
    cells = {row: _cells(reading, row) for row in _body(reading)}
    _tell_merges(reading, cells)
    _fill_down(reading, cells)
    names_in_order = tuple(head.columns.values())
    rows = [(row, tuple(found[name] for name in names_in_order)) for row, found in cells.items()]
    if not spec.is_plain:
        columns = [spec.column(name) for name in names_in_order]
        if spec.adds_up and not spec.has_parts:
            rows = without_parts(rows, columns, notes, spec.name_column)
        rows = without_totals(rows, columns, spec.adds_up, notes, spec.name_column)
    return TableText(names_in_order, head.row, tuple(rows))


def _tell_hidden_columns(sheet: Grid, head: TableHead, notes: TableNotes) -> None:
    for column, name in head.columns.items():
        below = (sheet.at(row, column) for row in sheet.rows_from(head.body))
        if column in sheet.hidden_columns and not all(cell.blank for cell in below):
            notes.remark("这一列是隐藏的，照样读了", head.row, name)


def _body(reading: _TableReading) -> Iterator[int]:
    """The rows that are data: no blank ones, no notes, no head printed again."""
    sheet, notes = reading.sheet, reading.notes
    for row in sheet.rows_from(reading.head.body):
        filled = sheet.row(row)
        if not filled.keys() & reading.head.columns.keys():
            continue
        if reading.spec.is_plain:
            yield row
        elif _is_note(sheet, row, filled):
            notes.remark(f"“{excerpt(filled[min(filled)].text)}”是表下的说明，没有读", row)
        elif _repeats_head(reading, filled):
            notes.remark("重复的标题行，没有读", row)
        else:
            if row in sheet.hidden_rows:
                notes.remark("这一行是隐藏的，照样读了", row)
            if not _is_struck(filled, notes, row):
                yield row


def _is_struck(filled: Mapping[int, RawCell], notes: TableNotes, row: int) -> bool:
    """Whether several cells of a row are filled and all are crossed out, which is asked once."""
    struck = len(filled) > 1 and all(cell.is_struck for cell in filled.values())
    if struck:
        message = "格子里有划掉的字，这一行整行都划掉了"
        notes.problem(message, "不算了就删去这一行，还算就去掉删除线", row)
    return struck


def _is_note(sheet: Grid, row: int, filled: Mapping[int, RawCell]) -> bool:
    """Whether a row is a remark below the table: 注：…, 填表人：…, or one text across merged cells."""
    first = min(filled)
    merge = sheet.merged(row, first)
    across = merge is not None and merge.right > merge.left and len(filled) == 1
    return across or NOTE.match(plain_head(filled[first].text)) is not None


def _repeats_head(reading: _TableReading, filled: Mapping[int, RawCell]) -> bool:
    last = reading.head.body - 1
    return len(filled) > 1 and all(
        plain_head(cell.text) == plain_head(reading.sheet.at(last, column).text)
        for column, cell in filled.items()
    )


def _cells(reading: _TableReading, row: int) -> dict[str, str]:
    """The texts of a row by heading."""
    filled = reading.sheet.row(row)
    cells = {}
    for column, name in reading.head.columns.items():
        cell = filled.get(column)
        cells[name] = "" if cell is None else _filled_text(reading, row, column, cell)
    return cells


def _filled_text(reading: _TableReading, row: int, column: int, cell: RawCell) -> str:
    """The text of a cell in which something stands."""
    field = _field(reading, row, reading.head.columns[column])
    text = clear_text(cell, field, reading.year, row, reading.notes)
    if "\n" in text and _is_one_line(reading.spec, field):
        text = in_one_line(text)
    return _with_unit(text, reading.head.units.get(column, ""))


def _is_one_line(spec: TableSpec, field: FieldSpec) -> bool:
    """Whether a line break in a cell only fits it into its column: in keys, choices, names."""
    holds_names = not spec.adds_up and not spec.is_plain
    return field.type in _ONE_LINE or (field.type is FieldType.TEXT and holds_names)


def _with_unit(text: str, unit: str) -> str:
    """A number with the unit that its head says; one with words of its own as it stands."""
    return text + unit if unit and narrow(text[-1:]).isdigit() else text


def _field(reading: _TableReading, row: int, name: str) -> FieldSpec:
    """What a cell holds: its column says it, in figures.csv the unit in its row."""
    if reading.spec.file != files.FIGURES or name != "数值":
        return reading.fields[name]
    units = [column for column, head in reading.head.columns.items() if head == "单位"]
    return value_field(reading.sheet.at(row, units[0]).text.strip() if units else "")


def clear_text(cell: RawCell, field: FieldSpec, year: int, row: int, notes: TableNotes) -> str:
    """The text of a cell; "" and a problem where it is not clear."""
    if cell.removed:
        message = f"格子里有看不见的字符 {named(cell.removed)}，已经去掉"
        notes.remark(message, row, field.name)
    try:
        text = cell_text(cell, field, year)
    except UnclearCellError as fault:
        notes.problem(fault.message, fault.todo, row, field.name, fault.readings)
        return ""
    if hidden_digits(cell, field):
        notes.remark("显示的小数比存的少，按存的数读（供参考）", row, field.name)
    return text


def _tell_merges(reading: _TableReading, cells: Mapping[int, Mapping[str, str]]) -> None:
    """A merged cell that belongs to several columns, or holds one number for several rows."""
    rows = list(cells)
    for merge in reading.sheet.merges:
        heads = [name for at, name in reading.head.columns.items() if merge.holds(merge.top, at)]
        filled = not reading.sheet.at(merge.top, merge.left).blank
        if merge.top in cells and filled and heads:
            _tell_merge(reading, merge, heads, len(rows_within(rows, merge)))


def _tell_merge(
    reading: _TableReading, merge: MergedRange, heads: Sequence[str], rows: int
) -> None:
    if len(heads) > 1:
        message = f"“{heads[0]}”到“{heads[-1]}”合并成了一格，不知道属于哪一列"
        reading.notes.problem(message, "请取消合并，填在该填的格子里", merge.top, heads[0])
    elif rows > 1 and _stands_alone(reading, heads[0]):
        message = f"第{merge.top}至{merge.bottom}行合并成了一格，不知道每行各是多少"
        reading.notes.problem(message, "请取消合并，逐行填写", merge.top, heads[0])


def _stands_alone(reading: _TableReading, name: str) -> bool:
    """Whether what stands in the column cannot hold for several rows."""
    return reading.spec.column(name).type in _EACH_ROW_ITS_OWN


def _fill_down(reading: _TableReading, cells: Mapping[int, dict[str, str]]) -> None:
    """A text merged over several rows belongs to each of them."""
    rows = list(cells)
    for merge in reading.sheet.merges:
        name = _shared_column(reading, merge)
        if name is not None and merge.top in cells:
            text = cells[merge.top][name]
            for row in rows_within(rows, merge):
                cells[row][name] = text


def _shared_column(reading: _TableReading, merge: MergedRange) -> str | None:
    """The one column that is merged, where its text may hold for several rows."""
    name = reading.head.columns.get(merge.left)
    if name is None or merge.left != merge.right or _stands_alone(reading, name):
        return None
    return name


def faulty_cells(grid: Grid, shown: str) -> Iterator[Problem]:
    """Cells of a CSV file with a character that no document may hold, and cells that are too
    long."""
    for row, cells in grid.rows.items():
        for column, cell in cells.items():
            fault = cell_fault(cell.text)
            if fault:
                where = letter(column) if grid.name else f"第{column}列"
                yield Problem(*fault, shown, row, where, grid.name or None)


def cell_fault(text: str) -> tuple[str, str] | None:
    """What is wrong with a cell and what to do; None for nothing."""
    if len(text) > limits.CELL_CHARS:
        message = f"有{len(text)}字，一格最多{limits.CELL_CHARS}字"
        return message, "请核对这一格，或写进 text/ 里的文字"
    if FORBIDDEN.search(text):
        return "格子里有看不见的控制字符", "请清空这一格后重新键入"
    return None
