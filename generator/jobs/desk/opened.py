"""A CSV file of a package opened as a sheet: which cell of the file each cell of the grid is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby

from msgspec import Struct

from generator.jobs.desk.basis import Basis, stamp_of
from generator.jobs.desk.values import CellEdit
from generator.model.errors import InputError, Problem
from generator.package.cellfile import CellFile, CellLine, cell_file
from generator.package.intake.csvtext import csv_grid
from generator.package.intake.form import find_columns
from generator.package.intake.grid import Grid
from generator.package.intake.heads import find_head, has_head
from generator.package.intake.notes import TableNotes
from generator.package.tablespecs import INDICATORS, TableSpec
from generator.package.textfiles import CSV_STYLE, csv_text, encoded

BEGINNING = 60
"""So many lines hold the head of a file, and tell what separates its cells."""


class FileHead(Struct, frozen=True):
    """The head of a file: its row, the first row below it, the names of its columns by their
    number, and the units that the head names where they are not the columns' own."""

    row: int
    body: int
    names: Mapping[int, str]
    units: Mapping[str, str]


class OpenSheet(Struct, frozen=True, dict=True):
    """A table of a package with its file: ``before`` are the bytes that stand there, None for no
    file; ``cells`` those of a file with its head alone where there is none or a blank one."""

    spec: TableSpec
    before: bytes | None
    cells: CellFile
    head: FileHead

    @cached_property
    def stamp(self) -> str:
        """The stamp of the file."""
        return stamp_of(self.before)

    @cached_property
    def names(self) -> dict[int, str]:
        """The name of each column of the file: its heading, 第4列 where it has none but is
        filled."""
        names: dict[int, str] = {}
        for column, name in self.head.names.items():
            names[column] = f"第{column}列" if name in names.values() else name
        width = max(names, default=0)
        wider = (row for row, cells in self.cells.widths.items() if cells > width)
        for row in filter(lambda row: row >= self.head.body, wider):
            for column, text in enumerate(self.cells.texts(row)[width:], width + 1):
                if text.strip():
                    names.setdefault(column, f"第{column}列")
        return dict(sorted(names.items()))

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The lines below the head that hold something."""
        return tuple(line.row for line in self._below_head if self._is_filled(line.row))

    @property
    def _below_head(self) -> Iterator[CellLine]:
        return (line for line in self.cells.lines if line.row >= self.head.body)

    def lines(self) -> Iterator[tuple[int, str]]:
        """The lines below the head as they stand, by their number."""
        return ((line.row, self.cells.line(line.row)) for line in self._below_head)

    def is_row(self, row: int) -> bool:
        """Whether a line is one of the rows."""
        there = row >= self.head.body and row in self.cells.by_row
        return there and self._is_filled(row)

    def _is_filled(self, row: int) -> bool:
        return any(map(str.strip, self.cells.texts(row)))

    def row(self, row: int) -> dict[str, str]:
        """What stands in a line, by the name of the column."""
        texts = self.cells.texts(row)
        return {name: texts[at - 1] if at <= len(texts) else "" for at, name in self.names.items()}

    def text_at(self, cell: CellEdit) -> str:
        """What stands now in the cell of an edit, "" where there is none yet."""
        return self.row(cell.row).get(cell.column, "") if cell.row in self.cells.by_row else ""

    @property
    def next_row(self) -> int:
        """The number of the next line."""
        return self.cells.last_row + 1

    def with_edits(
        self, edits: Sequence[CellEdit], given: Mapping[int, Mapping[str, str]], below: int
    ) -> bytes:
        """The file with these cells. Rows beyond the last line are new lines, in their order, below
        the line ``below``; what ``given`` says of one stands in it too."""
        columns = self._columns_with(edits)
        here = set(self.names.values())
        cells = {(self.head.row, at): name for name, at in columns.items() if name not in here}
        for row, name, text in edits:
            if row in self.cells.by_row:
                cells |= self._cell(row, columns.get(name), text)
        new = (edit for edit in edits if edit.row not in self.cells.by_row)
        lines = _new_lines(sorted(new), given, columns)
        return self.cells.with_cells(cells, {below: lines} if lines else {})

    def _columns_with(self, edits: Iterable[CellEdit]) -> dict[str, int]:
        """The number of each column by its name, those that edits add to the file last."""
        columns = {name: at for at, name in self.names.items()}
        wanted = dict.fromkeys(edit.column for edit in edits if edit.text)
        new = [name for name in wanted if name not in columns]
        width = max((*self.names, self.cells.widths[self.head.row]), default=0)
        return columns | {name: at for at, name in enumerate(new, width + 1)}

    def _cell(self, row: int, column: int | None, text: str) -> dict[tuple[int, int], str]:
        """The cell to be written; none where that is what stands there."""
        if column is None:
            return {}
        there = self.cells.texts(row)
        now = there[column - 1] if column <= len(there) else ""
        return {} if now == text else {(row, column): text}


def _new_lines(
    edits: Iterable[CellEdit], given: Mapping[int, Mapping[str, str]], columns: Mapping[str, int]
) -> list[list[str]]:
    """The lines that edits of new rows, in their order, make with what is given of each."""
    lines = []
    for row, of_row in groupby(edits, key=lambda edit: edit.row):
        texts = {**given.get(row, {}), **{name: text for _, name, text in of_row if text}}
        cells = {columns[name]: text for name, text in texts.items() if name in columns}
        lines.append([cells.get(at, "") for at in range(1, max(columns.values()) + 1)])
    return lines


def open_sheet(basis: Basis, sheet: str) -> OpenSheet:
    """A sheet of a package. Raises InputError where it can have none of that name, or its file is
    no text."""
    spec = basis.spec(sheet)
    return opened(basis, spec, basis.data(sheet))


def opened(basis: Basis, spec: TableSpec, before: bytes | None) -> OpenSheet:
    """The table with its file. Raises InputError where that is no text."""
    cells = _cells(spec, before)
    head = _head(basis, spec, cells)
    return OpenSheet(spec, before, cells, head)


def _cells(spec: TableSpec, before: bytes | None) -> CellFile:
    is_blank = before is None or not before.strip(b"\xef\xbb\xbf \t\r\n")
    if is_blank:
        before = encoded(csv_text([[column.name for column in spec.columns]]), CSV_STYLE)
    cells = cell_file(before or b"", spec.headings)
    if cells is None:
        message, todo = (
            "不是 UTF-8、UTF-16 或 GB18030 编码",
            "请在 Excel 中另存为“CSV UTF-8（逗号分隔）”",
        )
        raise InputError(Problem(message, todo, spec.file, unreadable=True))
    return cells


def _head(basis: Basis, spec: TableSpec, cells: CellFile) -> FileHead:
    grid = csv_grid(cells.beginning(BEGINNING), spec.file, [], spec.headings)
    if spec is INDICATORS and not has_head(grid, spec):
        found = _official_head(basis, grid)
        if found:
            return found
    head = find_head(grid, spec, TableNotes()) if grid.rows else None
    if head is None:
        message, todo = "找不到标题行", f"标题行应有：{'、'.join(spec.required)}"
        raise InputError(Problem(message, todo, spec.file, unreadable=True))
    units = {head.columns[at]: unit for at, unit in head.units.items()}
    return FileHead(head.row, head.body, head.columns, units)


def _official_head(basis: Basis, grid: Grid) -> FileHead | None:
    """The head of a form as the upper level sends it out; None where it is none."""
    settings = basis.settings
    row, columns = find_columns(grid, settings.year, tuple(settings.place.values()))
    if not columns:
        return None
    names = {at: name for name, at in sorted(columns.items(), key=lambda column: column[1])}
    return FileHead(row, row + 1, names, {})
