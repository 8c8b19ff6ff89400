"""A workbook that came back, read: whose it is, and what was filled in."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping

from generator.model.errors import InputError, Problem, raise_all
from generator.model.kind import FieldSpec, FieldType, Kind, RecordSpec
from generator.package.handout.additions import additions
from generator.package.handout.altered_sheets import altered_sheets
from generator.package.handout.answers import (
    AnsweredCell,
    AnsweredRow,
    AnsweredText,
    Answers,
    LastYearCell,
)
from generator.package.handout.owed import (
    FILLED,
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
)
from generator.package.handout.sheet_heads import (
    columns_of_fields,
    find_head,
    in_brackets,
    is_note,
)
from generator.package.intake import Grid
from generator.package.intake.celltext import cell_text
from generator.package.intake.grid import RawCell, letter
from generator.package.intake.heads import units_above
from generator.package.intake.unclear import UnclearCellError
from generator.package.intake.xlsx import read_grids


def read_answers(data: bytes, shown: str, kind: Kind) -> Answers:
    """What a workbook that ``nigao handout`` wrote says. Raises InputError where it is none, or
    where a sheet or a column of it is gone: what stands there could not be told from a blank."""
    try:
        every = read_grids(data, shown)
    except zipfile.BadZipFile:
        raise _none_of_ours(shown) from None
    grids = {grid.name: grid for grid in every}
    hidden = grids.get(HIDDEN)
    if hidden is None:
        raise _none_of_ours(shown)
    said = _said(hidden)
    if not said.get("部门"):
        raise _none_of_ours(shown)
    specs = {spec.name: spec for spec in kind.records}
    names = _handed_out(said, grids, specs)
    raise_all(list(altered_sheets(every, names, specs, shown)))
    year = said.get("年度", "")
    of_records = [grid for name, grid in grids.items() if name in specs]
    return Answers(
        shown,
        said["部门"],
        said.get("地方", ""),
        year,
        said.get("报告种类", ""),
        tuple(_cells(grids.get(NUMBERS), shown)),
        tuple(row for grid in of_records for row in _rows(grid, specs[grid.name], shown)),
        tuple(_texts(grids.get(TEXTS), shown, year)),
        _figures(hidden),
        _handed(hidden),
        tuple(_heading(grids.get(NUMBERS))),
        tuple(additions(every, names, specs)),
    )


def _said(hidden: Grid) -> dict[str, str]:
    """What the hidden sheet says of the workbook: 部门, 地方, 年度, 报告种类, 表."""
    return {hidden.at(row, 1).text: hidden.at(row, 2).text for row in hidden.rows_from(1)}


def _figures(hidden: Grid) -> dict[str, str]:
    """The keys of the figures that one chooses in the workbook, by name."""
    return {hidden.at(row, 4).text: hidden.at(row, 5).text for row in hidden.rows_from(1)}


def _handed(hidden: Grid) -> dict[str, HandedItem]:
    """How each item stood when it was handed out, by code, key or file."""
    return {
        ident: HandedItem(hidden.at(row, 8).text, hidden.at(row, 9).text == FILLED)
        for row in hidden.rows_from(1)
        if (ident := hidden.at(row, 7).text)
    }


def _handed_out(
    said: Mapping[str, str], grids: Mapping[str, Grid], specs: Mapping[str, RecordSpec]
) -> list[str]:
    """The sheets that were handed out; of a workbook that does not say it, those that are there."""
    if SHEETS in said:
        return [name for name in said[SHEETS].split("\n") if name]
    return [name for name in grids if name in (NUMBERS, TEXTS) or name in specs]


def _none_of_ours(shown: str) -> InputError:
    message = "不是 nigao handout 发出去的表"
    todo = "别的表请用 nigao bring 取数；收表请用发出去的那一份填"
    return InputError(Problem(message, todo, shown, unreadable=True))


def _cells(grid: Grid | None, shown: str) -> Iterator[AnsweredCell]:
    head = find_head(grid, (VALUE, IDENT)) if grid else None
    if grid is None or head is None:
        return
    row_of_head, columns = head
    value = columns[VALUE]

    def said(row: int, name: str) -> str:
        return grid.at(row, columns[name]).text.strip() if name in columns else ""

    for row in grid.rows_from(row_of_head + 1):
        ident, cell = said(row, IDENT), grid.at(row, value)
        if ident or not cell.blank:
            source = f"{shown}“{grid.name}”{letter(value)}{row}"
            unit = said(row, UNIT) if UNIT in columns else None
            label = said(row, LABEL) if LABEL in columns else None
            last = _last_year(grid, row, columns.get(LAST))
            fault = _merged(grid, row, value)
            yield AnsweredCell(ident, cell, source, said(row, NOTE), label, unit, last, fault)


def _merged(grid: Grid, row: int, column: int) -> str:
    """Why a cell may be that of the rows below it, too, "" for nothing."""
    merge = grid.merged(row, column)
    if merge is None or merge.top == merge.bottom or grid.at(merge.top, merge.left).blank:
        return ""
    rows = f"第{merge.top}至{merge.bottom}行"
    return f"{rows}合并成了一格，不知道各行填的是什么，没有写；请部门拆开，每行填自己的，再报"


def _heading(grid: Grid | None) -> Iterator[str]:
    """The words in brackets behind the heading of the numbers, those right below it, and the units
    above it."""
    head = find_head(grid, (VALUE, IDENT)) if grid else None
    if grid is None or head is None:
        return
    row, columns = head
    value = columns[VALUE]
    yield from units_above(grid, row)
    words = [in_brackets("".join(grid.at(row, value).text.split()))]
    for below in grid.rows_from(row + 1):
        if not grid.at(below, columns[IDENT]).blank:
            break
        text = grid.at(below, value).text.strip()
        words += [text, in_brackets(text)]
    yield from filter(None, words)


def _last_year(grid: Grid, row: int, column: int | None) -> LastYearCell | None:
    if column is None:
        return None
    return LastYearCell(grid.at(row, column), f"“{grid.name}”{letter(column)}{row}")


def _rows(grid: Grid, spec: RecordSpec, shown: str) -> Iterator[AnsweredRow]:
    head = find_head(grid, (IDENT,))
    if head is None:
        return
    row_of_head, columns = head
    fields = columns_of_fields(grid, row_of_head, spec)
    for row in grid.rows_from(row_of_head + 1):
        if is_note(grid, row):
            continue
        cells = {name: grid.at(row, column) for name, column in fields.items()}
        key = grid.at(row, columns[IDENT]).text.strip()
        source = f"{shown}“{grid.name}”第{row}行"
        told = ((name, _merged(grid, row, column)) for name, column in fields.items())
        faults = tuple(f"“{name}”{fault}" for name, fault in told if fault)
        answered = AnsweredRow(spec.file, key, cells, source, faults)
        if key or not answered.is_emptied:
            yield answered


def _texts(grid: Grid | None, shown: str, year: str) -> Iterator[AnsweredText]:
    head = find_head(grid, (NAME, TEXT, IDENT)) if grid else None
    if grid is None or head is None:
        return
    row_of_head, columns = head
    for row in grid.rows_from(row_of_head + 1):
        name = grid.at(row, columns[IDENT]).text.strip()
        cell = grid.at(row, columns[TEXT])
        if name and not cell.blank:
            source = f"{shown}“{grid.name}”{letter(columns[TEXT])}{row}"
            text = cell.text.replace("\r\n", "\n").rstrip("\n")
            label = grid.at(row, columns[NAME]).text
            fault = _merged(grid, row, columns[TEXT]) or _fault_of_words(cell, year)
            yield AnsweredText(name, text, source, label, fault)


def _fault_of_words(cell: RawCell, year: str) -> str:
    """Why a cell of words cannot be read as it stands, and what to do; "" for nothing."""
    try:
        cell_text(cell, FieldSpec(TEXT, FieldType.TEXT), int(year) if year.isdecimal() else 0)
    except UnclearCellError as fault:
        return f"{fault.message}。{fault.todo}"
    return ""
