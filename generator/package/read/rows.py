"""Rows of a package's tables: cells to values, and keys that stand twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.model import files
from generator.model.cell import Cell, Source
from generator.model.errors import Problem, Reading, excerpt
from generator.model.inputs import stands
from generator.model.kind import FieldSpec, FieldType, Kind
from generator.model.settings import Settings
from generator.package.intake.form import read_form
from generator.package.intake.heads import has_head
from generator.package.intake.notes import ReadNotes, TableNotes
from generator.package.intake.numbers import CellError, read_number
from generator.package.intake.signed import word_or_number
from generator.package.intake.table import read_table
from generator.package.intake.values import parse_cell, require_own_words
from generator.package.read.tablefile import (
    RowText,
    read_grid,
    read_table_rows,
    rows_of_table,
)
from generator.package.tablespecs import INDICATORS, TableSpec

_QUOTED = 24


def table_rows(folder: Path, table: TableSpec, notes: ReadNotes, unique: str = "") -> list[RowText]:
    """The rows of a table of the package, none where it has no such file; ``unique`` is the heading
    whose values may stand only once ("" for none). What is said of it goes to
    ``notes``."""
    path = folder / table.file
    if not stands(path, table.file):
        return []
    rows = read_table_rows(path, table, notes)
    if unique:
        notes.problems.extend(twice(rows, unique, table.file))
    return rows


def form_rows(folder: Path, kind: Kind, settings: Settings, notes: ReadNotes) -> list[RowText]:
    """The rows of the form's file by code, as nigao writes it or as the official form has them."""
    path = folder / files.INDICATORS
    if not stands(path, files.INDICATORS):
        return []
    grid = read_grid(path, INDICATORS, notes)
    if grid is None:
        return []
    text = None
    if not has_head(grid, INDICATORS):
        owners = tuple(settings.place.values())
        own = TableNotes(file=files.INDICATORS)
        text = read_form(grid, kind.catalogue, settings.year, owners, own)
    if text is None:
        own = TableNotes(file=files.INDICATORS)
        text = read_table(grid, INDICATORS, settings.year, own)
    notes.add(own)
    rows = [] if text is None else rows_of_table(text, INDICATORS, notes)
    notes.problems.extend(twice(rows, "代码", files.INDICATORS))
    return rows


def twice(rows: Sequence[RowText], heading: str, shown: str) -> Iterator[Problem]:
    """A problem for each value under a heading that stands in a row above."""
    first: dict[str, int] = {}
    for row in rows:
        key = row.plain(heading)
        if key and key in first:
            message = f"“{excerpt(key, _QUOTED)}”在第{first[key]}行已有"
            yield Problem(message, "同一个键只能有一行，请合并或改名", shown, row.row, heading)
        first.setdefault(key, row.row)


class QualifiedCell(NamedTuple):
    """A cell, and the qualifier that stands with its number (约, 余 …; "" for none)."""

    cell: Cell
    qualifier: str


def read_cell(row: RowText, field: FieldSpec, shown: str, year: int, notes: ReadNotes) -> Cell:
    """The cell of a row in that column; its faults go to ``notes`` and leave it unknown."""
    cell, qualifier = read_qualified(row, field, shown, year, notes)
    if qualifier:
        todo = f"请只写数字；要保留“{qualifier}”，请写进 figures.csv 的“修饰”列"
        message = f"应当是数字，这里不能带“{qualifier}”"
        notes.problems.append(_problem(message, todo, (), cell))
    return cell


class ColumnReader:
    """Reads the cells of one column of a table; words that come again are read once."""

    def __init__(self, field: FieldSpec, shown: str, year: int, notes: ReadNotes) -> None:
        self.name = field.name
        self._field, self._shown, self._year, self._notes = field, shown, year, notes
        self._clear: dict[str, Cell] = {}

    def cell(self, row: RowText) -> Cell:
        """The cell of a row; its faults go to the notes and leave it unknown."""
        known = self._clear.get(row.plain(self.name))
        if known is not None:
            source = Source(self._shown, row.row, self.name)
            return Cell(known.raw, known.value, source, known.unit, known.sign)
        told = self._notes.count
        cell = read_cell(row, self._field, self._shown, self._year, self._notes)
        if self._notes.count == told:
            self._clear[cell.raw] = cell
        return cell


def read_qualified(
    row: RowText, field: FieldSpec, shown: str, year: int, notes: ReadNotes
) -> QualifiedCell:
    """The same for a cell whose number may have a qualifier."""
    raw = row.plain(field.name)
    blank = Cell(raw, None, Source(shown, row.row, field.name), field.unit)
    if not raw:
        if field.required:
            problem = ("这一格不能空", "请填写，或删去整行")
            notes.problems.append(Problem(*problem, shown, row.row, field.name))
        return QualifiedCell(blank, "")
    try:
        require_own_words(raw)
        return _filled_cell(blank, field, year, notes)
    except CellError as error:
        notes.problems.append(_problem(error.expected, error.todo, error.readings, blank))
        return QualifiedCell(blank, "")


def _filled_cell(cell: Cell, field: FieldSpec, year: int, notes: ReadNotes) -> QualifiedCell:
    """The cell with its value. Raises CellError."""
    if field.type is FieldType.WORD_OR_NUMBER:
        return QualifiedCell(word_or_number(cell), "")
    if field.type is not FieldType.NUMBER:
        value = parse_cell(cell.raw, field, year)
        return QualifiedCell(Cell(cell.raw, value, cell.source, cell.unit), "")
    number = read_number(cell.raw, field.unit)
    if number.conversion:
        source = cell.source
        remark = Problem(number.conversion, "", source.file, source.row, source.column)
        notes.remarks.append(remark)
    filled = Cell(cell.raw, number.value, cell.source, cell.unit)
    return QualifiedCell(filled, number.qualifier)


def _problem(message: str, todo: str, readings: tuple[Reading, ...], cell: Cell) -> Problem:
    source = cell.source
    location = (source.file, source.row, source.column)
    return Problem(message, todo, *location, readings=readings, written=cell.raw)
