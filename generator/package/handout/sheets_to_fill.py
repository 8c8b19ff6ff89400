"""A handout as a workbook: what is to be filled in is yellow and open, all else is locked."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.model import files
from generator.model.cell import PartialDate
from generator.model.kind import FieldSpec, FieldType
from generator.model.zips import without_clock
from generator.package.handout.owed import (
    CHECK,
    FILLED,
    GUIDANCE,
    HIDDEN,
    IDENT,
    LABEL,
    LAST,
    NAME,
    NOTE,
    NUMBERS,
    SHEETS,
    TEXT,
    TEXTS,
    UNIT,
    VALUE,
    HandedItem,
    Handout,
    OwedCell,
    OwedRecords,
    OwedText,
    first_words,
    heading_of,
    owned_row,
)
from generator.standard.wording.numbers import num

_HEAD_ROW = 4
_SPARE = 20
"""Blank rows below the records."""
_LONGEST_CHOICES = 250
"""Characters that Excel takes for the items of a drop-down list."""
_LONGEST_NAME = 31
"""Characters that Excel takes for the name of a sheet."""
_HOW = f"不知道的空着，确实没有的填 0；拿不准的写在“{NOTE}”里"
_HOW_ROWS = "一行一条；行不够的，在黄行中间插行接着填"
_FLAGS = ("是", "否")
_SPARE_TEXT = 12
"""Lines that a text to be written has room for."""
_WIDTHS = {FieldType.NUMBER: 13, FieldType.DATE: 14, FieldType.FLAG: 9, FieldType.CHOICE: 14}


def handout_workbook(handout: Handout) -> bytes:
    """The .xlsx file of a handout; the same handout gives the same bytes."""
    import openpyxl

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    if handout.cells:
        _numbers(_next(workbook, sheet, NUMBERS), handout)
        sheet = None
    for records in handout.records:
        _records(_next(workbook, sheet, records.spec.name), handout, records)
        sheet = None
    if handout.texts:
        _texts(_next(workbook, sheet, TEXTS), handout)
    _hidden(workbook.create_sheet(HIDDEN), handout)
    stream = io.BytesIO()
    workbook.save(stream)
    return without_clock(stream.getvalue())


def _next(workbook: Any, first: Any, name: str) -> Any:
    """The first sheet under a name, or a new one."""
    if first is None:
        return workbook.create_sheet(name[:_LONGEST_NAME])
    first.title = name[:_LONGEST_NAME]
    return first


def _hidden(sheet: Any, handout: Handout) -> None:
    """What tells whose workbook this is, and what sheets it has."""
    said = {
        "部门": handout.department.name,
        "地方": handout.place,
        "年度": str(handout.year),
        "报告种类": handout.kind,
        SHEETS: "\n".join(name for name in sheet.parent.sheetnames if name != HIDDEN),
    }
    for row, (name, text) in enumerate(said.items(), 1):
        sheet.cell(row, 1, name)
        sheet.cell(row, 2, text)
    figures = {name: key for item in handout.records for key, name in item.names.items()}
    for row, (name, key) in enumerate(figures.items(), 1):
        sheet.cell(row, 4, name)
        sheet.cell(row, 5, key)
    for row, (ident, item) in enumerate(_handed(handout).items(), 1):
        sheet.cell(row, 7, ident)
        sheet.cell(row, 8, item.label)
        sheet.cell(row, 9, FILLED if item.is_filled else "")
    sheet.sheet_state = "hidden"


def _handed(handout: Handout) -> dict[str, HandedItem]:
    """How each item stands, by code, key or file, a record by file and key."""
    labels = zip(handout.cells, _labels(handout.cells), strict=True)
    handed = {
        cell.target.ident: HandedItem(label, bool(cell.target.written)) for cell, label in labels
    }
    for item in handout.records:
        for row in item.rows:
            key = row.get(item.spec.key_field.name, "")
            if key:
                handed[owned_row(item.spec.file, key)] = HandedItem(
                    first_words(item.spec, row), is_filled=True
                )
    texts = ((files.text_file(text.name), text) for text in handout.texts)
    return handed | {name: HandedItem(text.label, bool(text.text.strip())) for name, text in texts}


def _top(sheet: Any, handout: Handout, title: str, how: str = _HOW) -> None:
    """The title, and what a person has to know before filling in."""
    from openpyxl.styles import Alignment

    from generator.package.workbook import styles

    sheet.cell(
        1, 1, f"{handout.place}{handout.year}年{handout.kind}{title}（{handout.department.name}）"
    )
    sheet.cell(1, 1).font = styles.TITLE
    due = _day(handout.department.due)
    until = f"请于{due}前填好发回。" if due else "请填好发回。"
    sheet.cell(2, 1, f"{until}只填浅黄色的格；{how}。")
    asked = f"有问题请问：{handout.contact}" if handout.contact else ""
    sheet.cell(3, 1, asked)
    for row in (1, 2, 3):
        sheet.cell(row, 1).alignment = Alignment(vertical="center")


def _day(due: PartialDate | None) -> str:
    if due is None:
        return ""
    day = f"{due.day}日" if due.day else ""
    return f"{due.year}年{due.month}月{day}" if due.month else f"{due.year}年"


def _numbers(sheet: Any, handout: Handout) -> None:
    from generator.package.workbook import styles

    _top(sheet, handout, "数据填报表")
    names = (LABEL, UNIT, LAST, VALUE, NOTE, CHECK, IDENT)
    styles.heads(sheet, _HEAD_ROW, names, (46, 9, 13, 13, 30, 30, 20))
    flags = []
    rows = zip(handout.cells, _labels(handout.cells), strict=True)
    for row, (cell, label) in enumerate(rows, _HEAD_ROW + 1):
        _number_row(sheet, row, cell, label)
        if cell.target.spec.type is FieldType.FLAG:
            flags.append(f"D{row}")
        styles.fit_height(sheet, row)
    if flags:
        styles.choose(sheet, " ".join(flags), _FLAGS)
    _finish(sheet, "G")


def _stands_below(cell: OwedCell, above: str) -> bool:
    """Whether a row is a part of the last whole that the sheet shows."""
    return bool(cell.target.parent) and cell.target.parent == above


def _labels(cells: Sequence[OwedCell]) -> Iterator[str]:
    """What the rows of the sheet of numbers are called."""
    above = ""
    for cell in cells:
        yield _label(cell, above)
        above = cell.target.parent if _stands_below(cell, above) else cell.target.ident


def _label(cell: OwedCell, above: str) -> str:
    """The label, with that of the row above it in the form where the sheet does not show it."""
    target = cell.target
    star = "*" if cell.required else ""
    whole = f"{target.above}：" if target.above and not _stands_below(cell, above) else ""
    return f"{star}{whole}{target.label}"


def _finding(cell: Any, text: str) -> None:
    """What was found wrong, in red."""
    from openpyxl.styles import Font

    from generator.package.workbook import styles

    styles.fixed(cell, text)
    if text:
        cell.font = Font(color="B00020")


def _number_row(sheet: Any, row: int, cell: OwedCell, label: str) -> None:
    from generator.package.workbook import styles

    target = cell.target
    styles.fixed(sheet.cell(row, 1), label)
    styles.fixed(sheet.cell(row, 2), target.unit)
    styles.fixed_number(sheet.cell(row, 3), "" if target.last is None else num(target.last))
    styles.filled_in(sheet.cell(row, 4), target.written, target.spec)
    styles.filled_in(sheet.cell(row, 5), cell.note, FieldSpec(NOTE, FieldType.TEXT))
    _finding(sheet.cell(row, 6), cell.finding)
    styles.fixed(sheet.cell(row, 7), target.ident)


def _records(sheet: Any, handout: Handout, records: OwedRecords) -> None:
    from generator.package.workbook import styles

    _top(sheet, handout, f"{records.spec.name}填报表", _HOW_ROWS)
    fields = [field for field in records.spec.fields if field.type is not FieldType.KEY]
    check = [CHECK] if records.findings else []
    names = [*map(_heading, fields), *check, IDENT]
    widths = [*(_WIDTHS.get(field.type, 24) for field in fields), *(30 for _ in check), 20]
    styles.heads(sheet, _HEAD_ROW, names, widths)
    last = _HEAD_ROW + len(records.rows) + _SPARE
    blank: list[Mapping[str, str]] = [{}] * _SPARE
    for row, values in enumerate((*records.rows, *blank), _HEAD_ROW + 1):
        for column, field in enumerate(fields, 1):
            styles.filled_in(sheet.cell(row, column), _shown(values, field, records), field)
        styles.fixed(sheet.cell(row, len(names)), values.get(records.spec.key_field.name, ""))
    for row, finding in enumerate(records.findings, _HEAD_ROW + 1):
        _finding(sheet.cell(row, len(fields) + 1), finding)
    for column, field in enumerate(fields, 1):
        _choices(sheet, field, column, last, len(set(records.names.values())))
    from openpyxl.utils import get_column_letter

    _finish(sheet, get_column_letter(len(names)))
    sheet.protection.insertRows = False  # which permits it


def _shown(values: Mapping[str, str], field: FieldSpec, records: OwedRecords) -> str:
    """What a cell says: a figure by its name."""
    text = values.get(field.name, "")
    return records.names.get(text, text) if field.type is FieldType.FIGURE_KEY else text


def _heading(field: FieldSpec) -> str:
    unit = f"（{field.unit}）" if field.unit else ""
    return f"{heading_of(field)}{unit}{'*' if field.required else ''}"


def _choices(sheet: Any, field: FieldSpec, column: int, last: int, figures: int) -> None:
    """A drop-down list down a column; of figures, those that the hidden sheet names."""
    from openpyxl.utils import get_column_letter

    from generator.package.workbook import styles

    if field.type is FieldType.FIGURE_KEY and figures:
        letter = get_column_letter(column)
        cells = f"{letter}{_HEAD_ROW + 1}:{letter}{last}"
        styles.choose_from(sheet, cells, f"'{HIDDEN}'!$D$1:$D${figures}")
        return
    choices: Sequence[str] = _FLAGS if field.type is FieldType.FLAG else field.choices
    if choices and len(",".join(choices)) <= _LONGEST_CHOICES:
        letter = get_column_letter(column)
        styles.choose(sheet, f"{letter}{_HEAD_ROW + 1}:{letter}{last}", choices)


def _texts(sheet: Any, handout: Handout) -> None:
    from generator.package.workbook import styles

    _top(sheet, handout, "文字材料", "没有的空着")
    is_checked = any(text.finding for text in handout.texts)
    check = [CHECK] if is_checked else []
    widths = (18, 30, 80, *(30 for _ in check), 14)
    styles.heads(sheet, _HEAD_ROW, (NAME, GUIDANCE, TEXT, *check, IDENT), widths)
    for row, text in enumerate(handout.texts, _HEAD_ROW + 1):
        if is_checked:
            _finding(sheet.cell(row, 4), text.finding)
        _text_row(sheet, row, text, 5 if is_checked else 4)
    _finish(sheet, "E" if is_checked else "D")


def _text_row(sheet: Any, row: int, text: OwedText, ident: int) -> None:
    from openpyxl.styles import Alignment

    from generator.package.workbook import styles

    styles.fixed(sheet.cell(row, 1), text.label)
    styles.fixed(sheet.cell(row, 2), text.guidance)
    styles.filled_in(sheet.cell(row, 3), text.text, FieldSpec(TEXT, FieldType.TEXT))
    sheet.cell(row, 3).alignment = Alignment(vertical="top", wrap_text=True)
    styles.fixed(sheet.cell(row, ident), text.name)
    styles.fit_height(sheet, row)
    height = sheet.row_dimensions[row].height or 0
    sheet.row_dimensions[row].height = max(height, 15 * _SPARE_TEXT)


def _finish(sheet: Any, ident: str) -> None:
    """The column of identities hidden, the head in sight, all but what is to be filled locked."""
    from generator.package.workbook import styles

    sheet.column_dimensions[ident].hidden = True
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    styles.protect(sheet)
