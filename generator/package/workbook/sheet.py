"""A sheet as a grid of raw cells: what openpyxl reads, freed of its types."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.errors import InputError, Problem
from generator.package.workbook.celltext import RawCell

_NOTHING = RawCell(None)


@dataclass(frozen=True)
class Merge:
    """A merged range, first and last row and column."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """A sheet: its cells by row and column, its merged ranges, the rows that are hidden, and whether it is."""

    name: str
    cells: Mapping[tuple[int, int], RawCell]
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden: bool = False

    @property
    def last_row(self) -> int:
        """The last row that holds something, 0 where none does."""
        return max((row for row, _ in self.cells), default=0)

    @property
    def last_column(self) -> int:
        """The last column that holds something."""
        return max((column for _, column in self.cells), default=0)

    def at(self, row: int, column: int) -> RawCell:
        """The cell that stands there."""
        return self.cells.get((row, column), _NOTHING)

    def row(self, row: int) -> list[RawCell]:
        """The cells of a row, from the first column to the last."""
        return [self.at(row, column) for column in range(1, self.last_column + 1)]

    def merged(self, row: int, column: int) -> Merge | None:
        """The merged range that a cell belongs to."""
        return next(
            (
                merge
                for merge in self.merges
                if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right
            ),
            None,
        )


def read_grids(data: bytes, shown: str) -> list[Grid]:
    """The sheets of an .xlsx file in order. Raises InputError where it cannot be read."""
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(data)) if _holds_formulas(data) else values
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        KeyError,
        ValueError,
        TypeError,
        IndexError,
        SyntaxError,
        OSError,
    ):
        encrypted = data.startswith(b"\xd0\xcf\x11\xe0")
        raise InputError(
            Problem(
                "是旧格式（.xls）或加了密码的工作簿，读不了"
                if encrypted
                else "不是能读的 .xlsx 工作簿",
                "请在 Excel 或 WPS 里去掉密码，另存为“Excel 工作簿（*.xlsx）”",
                shown,
                unreadable=True,
            )
        ) from None
    return [
        _grid(values[name], formulas[name], values.epoch)
        for name in values.sheetnames
        if hasattr(values[name], "merged_cells")
    ]


def _holds_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(
            b"<f>" in (part := archive.read(name)) or b"<f " in part or b"<f/" in part
            for name in sheets
        )


def _grid(values: Any, formulas: Any, epoch: Any) -> Grid:
    merges = tuple(
        Merge(found.min_row, found.min_col, found.max_row, found.max_col)
        for found in values.merged_cells.ranges
    )
    hidden = frozenset(row for row, told in values.row_dimensions.items() if told.hidden)
    cells = dict(_cells(values, formulas, epoch))
    return Grid(values.title, cells, merges, hidden, values.sheet_state != "visible")


def _cells(values: Any, formulas: Any, epoch: Any) -> Iterator[tuple[tuple[int, int], RawCell]]:
    """The cells that hold something (``_cells`` holds only those the file has: a sheet formatted to its last row is
    a million rows long otherwise)."""
    for place, cell in formulas._cells.items():
        formula = ""
        if cell.data_type == "f":
            formula = str(getattr(cell.value, "text", cell.value))
        found = values._cells.get(place)
        raw = RawCell(
            None if found is None else found.value, formula, cell.number_format or "General", epoch
        )
        if not raw.blank:
            yield place, raw
