"""A workbook that came back: whose it is, and what was filled in."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.errors import InputError, Problem
from generator.model.kind import FieldType, Kind, RecordSpec
from generator.package.handout.owed import HIDDEN, IDENT, NOTE, NUMBERS, TEXT, TEXTS, VALUE
from generator.package.intake import Grid
from generator.package.intake.grid import RawCell, letter
from generator.package.intake.xlsx import read_grids

_HEAD_WITHIN = 12
"""The head stands in one of the first rows, also where somebody put a line above."""


@dataclass(frozen=True)
class AnsweredCell:
    """A cell of the sheet of numbers: where it goes (``ident``), what stands in it, where that is,
    and what the department says of it."""

    ident: str
    cell: RawCell
    source: str
    note: str = ""


@dataclass(frozen=True)
class AnsweredRow:
    """A row of records: its key ("" for a new one), its cells by column, where it is."""

    file: str
    key: str
    cells: Mapping[str, RawCell]
    source: str


@dataclass(frozen=True)
class AnsweredText:
    """A text by its name, and where it is."""

    name: str
    text: str
    source: str


@dataclass(frozen=True)
class Answers:
    """All that a workbook says: whose it is, of which place, year and kind, and its answers."""

    file: str
    department: str
    place: str
    year: str
    kind: str
    cells: tuple[AnsweredCell, ...] = ()
    rows: tuple[AnsweredRow, ...] = ()
    texts: tuple[AnsweredText, ...] = ()


def read_answers(data: bytes, shown: str, kind: Kind) -> Answers:
    """What a workbook that ``nigao handout`` wrote says. Raises InputError where it is none."""
    try:
        grids = {grid.name: grid for grid in read_grids(data, shown)}
    except zipfile.BadZipFile:
        raise _none_of_ours(shown) from None
    hidden = grids.get(HIDDEN)
    if hidden is None:
        raise _none_of_ours(shown)
    said = {hidden.at(row, 1).text: hidden.at(row, 2).text for row in hidden.rows_from(1)}
    specs = {spec.name: spec for spec in kind.records}
    return Answers(
        shown,
        said.get("部门", ""),
        said.get("地方", ""),
        said.get("年度", ""),
        said.get("报告种类", ""),
        tuple(_cells(grids.get(NUMBERS), shown)),
        tuple(
            row
            for name, grid in grids.items()
            if name in specs
            for row in _rows(grid, specs[name], shown)
        ),
        tuple(_texts(grids.get(TEXTS), shown)),
    )


def _none_of_ours(shown: str) -> InputError:
    message = "不是 nigao handout 发出去的表"
    todo = "别的表请用 nigao bring 取数；收表请用发出去的那一份填"
    return InputError(Problem(message, todo, shown, unreadable=True))


def _head(grid: Grid, wanted: Sequence[str]) -> tuple[int, dict[str, int]] | None:
    """The row of the head and the columns of its headings; None where it is not there."""
    for row in grid.rows_from(1)[:_HEAD_WITHIN]:
        columns = {cell.text.strip(): column for column, cell in grid.row(row).items()}
        if set(wanted) <= columns.keys():
            return row, columns
    return None


def _cells(grid: Grid | None, shown: str) -> Iterator[AnsweredCell]:
    head = _head(grid, (VALUE, IDENT)) if grid else None
    if grid is None or head is None:
        return
    row_of_head, columns = head
    value, ident = columns[VALUE], columns[IDENT]
    for row in grid.rows_from(row_of_head + 1):
        name = grid.at(row, ident).text.strip()
        if name:
            note = grid.at(row, columns[NOTE]).text.strip() if NOTE in columns else ""
            source = f"{shown}“{grid.name}”{letter(value)}{row}"
            yield AnsweredCell(name, grid.at(row, value), source, note)


def _rows(grid: Grid, spec: RecordSpec, shown: str) -> Iterator[AnsweredRow]:
    head = _head(grid, (IDENT,))
    if head is None:
        return
    row_of_head, columns = head
    fields = _columns_of(spec, columns)
    for row in grid.rows_from(row_of_head + 1):
        cells = {name: grid.at(row, column) for name, column in fields.items()}
        if any(cell.text.strip() for cell in cells.values()):
            key = grid.at(row, columns[IDENT]).text.strip()
            yield AnsweredRow(spec.file, key, cells, f"{shown}“{grid.name}”第{row}行")


def _columns_of(spec: RecordSpec, columns: Mapping[str, int]) -> dict[str, int]:
    """The column of each field of a record file, by heading; the key has none."""
    plain = {name.rstrip("*").partition("（")[0]: column for name, column in columns.items()}
    fields = [field.name for field in spec.fields if field.type is not FieldType.KEY]
    return {name: plain[name] for name in fields if name in plain}


def _texts(grid: Grid | None, shown: str) -> Iterator[AnsweredText]:
    head = _head(grid, (TEXT, IDENT)) if grid else None
    if grid is None or head is None:
        return
    row_of_head, columns = head
    for row in grid.rows_from(row_of_head + 1):
        name = grid.at(row, columns[IDENT]).text.strip()
        text = grid.at(row, columns[TEXT]).text
        if name and text.strip():
            source = f"{shown}“{grid.name}”{letter(columns[TEXT])}{row}"
            yield AnsweredText(name, text.replace("\r\n", "\n").rstrip("\n"), source)
