"""A sheet to a table: leaves out titles, notes and totals, and says what is not clear."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.model import files, limits
from generator.model.errors import excerpt
from generator.model.kind import FieldSpec, FieldType
from generator.package.tablespecs import TableSpec, value_field
from generator.package.workbook.celltext import RawCell, UnclearCellError, cell_text
from generator.package.workbook.heads import HEAD_WITHIN, SheetHead, find_head, plain_head
from generator.package.workbook.notes import SheetNotes
from generator.package.workbook.sheet import MergedRange, Sheet, rows_within

NOTE = re.compile(
    r"(注|备注|说明|填表|制表|审核|填报|联系|负责人|单位负责人|单位[（(]盖章).{0,8}[:：]"
)
"""How a remark below a table begins: 注：…, 填表人：…"""
_PLAIN_NUMBER = re.compile(rf"[+-]?(?=.{{1,{limits.CELL_DIGITS}}}$)[0-9]+(\.[0-9]+)?")
_TOTAL = re.compile(r"(合计|总计|小计|共计|累计)[:：]?")
_EACH_ROW_ITS_OWN = (FieldType.NUMBER, FieldType.KEY, FieldType.FIGURE_KEY)
"""What cannot hold for several rows at once."""

Row = tuple[int, tuple[str, ...]]
"""The number of a row in the sheet, and its cells."""


@dataclass(frozen=True)
class SheetTable:
    """A table as text: the head, the row of the head, and the rows."""

    head: tuple[str, ...]
    head_row: int
    rows: tuple[Row, ...]

    def with_head(self, head: Sequence[str]) -> SheetTable:
        """The same with exactly these columns; those that it does not have are blank."""
        index = {name: n for n, name in enumerate(self.head)}
        rows = tuple(
            (number, tuple(cells[index[name]] if name in index else "" for name in head))
            for number, cells in self.rows
        )
        return replace(self, head=tuple(head), rows=rows)


@dataclass(frozen=True)
class _TableReading:
    """A sheet that is read as a table, with its head; ``year`` is that of the report."""

    sheet: Sheet
    spec: TableSpec
    head: SheetHead
    year: int
    notes: SheetNotes


def read_table(sheet: Sheet, spec: TableSpec, year: int, notes: SheetNotes) -> SheetTable | None:
    """The table of a sheet; None where nothing stands in it or no row looks like its head."""
    if not sheet.last_row:
        return None
    head = find_head(sheet, spec, notes)
    if head is None:
        names = "、".join(column.name for column in spec.columns)
        notes.problem("找不到标题行", f"前{HEAD_WITHIN}行里应有一行是标题：{names}")
        return None
    reading = _TableReading(sheet, spec, head, year, notes)
    cells = {row: _cells(reading, row) for row in _body(reading)}
    _tell_merges(reading, cells)
    _fill_down(reading, cells)
    names_in_order = tuple(head.columns.values())
    rows = [(row, tuple(found[name] for name in names_in_order)) for row, found in cells.items()]
    return SheetTable(names_in_order, head.row, tuple(_without_total(reading, rows)))


def _body(reading: _TableReading) -> Iterator[int]:
    """The rows that are data: no blank ones, no notes, no head printed again."""
    sheet, notes = reading.sheet, reading.notes
    for row in sheet.rows_from(reading.head.body):
        filled = sheet.row(row)
        if not filled.keys() & reading.head.columns.keys():
            continue
        if _is_note(sheet, row, filled):
            notes.remark(f"“{excerpt(filled[min(filled)].text)}”是表下的说明，没有读", row)
        elif _repeats_head(reading, filled):
            notes.remark("重复的标题行，没有读", row)
        else:
            if row in sheet.hidden_rows:
                notes.remark("这一行是隐藏的，照样读了", row)
            yield row


def _is_note(sheet: Sheet, row: int, filled: Mapping[int, RawCell]) -> bool:
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
    cells = {}
    for column, name in reading.head.columns.items():
        cell, field = reading.sheet.at(row, column), _field(reading, row, name)
        cells[name] = clear_text(cell, field, reading.year, row, reading.notes)
    return cells


def _field(reading: _TableReading, row: int, name: str) -> FieldSpec:
    """What a cell holds: its column says it, in figures.csv the unit in its row."""
    if reading.spec.file != files.FIGURES or name != "数值":
        return reading.spec.column(name)
    units = [column for column, head in reading.head.columns.items() if head == "单位"]
    return value_field(reading.sheet.at(row, units[0]).text.strip() if units else "")


def clear_text(cell: RawCell, field: FieldSpec, year: int, row: int, notes: SheetNotes) -> str:
    """The text of a cell; "" and a problem where it is not clear."""
    try:
        return cell_text(cell, field, year)
    except UnclearCellError as fault:
        notes.problem(fault.message, fault.todo, row, field.name)
        return ""


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


def _without_total(reading: _TableReading, rows: Sequence[Row]) -> list[Row]:
    """The rows without the total at the end; one in the middle is a problem."""
    kept: list[Row] = []
    for number, cells in rows:
        first = next((plain_head(cell) for cell in cells if cell.strip()), "")
        if not _TOTAL.fullmatch(first):
            kept.append((number, cells))
        elif number != rows[-1][0]:
            message = f"表中间有一行“{first}”"
            reading.notes.problem(message, "请删去小计行：合计由程序算", number)
        else:
            reading.notes.remark("末尾的合计行没有读（合计由程序算）", number)
            _check_total(reading, kept, (number, cells))
    return kept


def _check_total(reading: _TableReading, rows: Sequence[Row], total: Row) -> None:
    """A total that does not add up is a problem; one that cannot be added up is passed over."""
    number, cells = total
    for index, name in enumerate(reading.head.columns.values()):
        if reading.spec.column(name).type is FieldType.NUMBER:
            filed, summed = _number(cells[index]), _sum([row[index] for _, row in rows])
            if filed is not None and summed is not None and filed != summed:
                message = f"合计行写的是{filed:f}，上面各行加起来是{summed:f}"
                reading.notes.problem(message, "请核对，改好后可删去合计行", number, name)


def _sum(cells: Sequence[str]) -> Decimal | None:
    """The sum of what is filled; None where a cell is no number."""
    total = Decimal(0)
    for cell in filter(str.strip, cells):
        value = _number(cell)
        if value is None:
            return None
        total += value
    return total


def _number(text: str) -> Decimal | None:
    plain = unicodedata.normalize("NFKC", text).replace(",", "").strip()
    return Decimal(plain) if _PLAIN_NUMBER.fullmatch(plain) else None
