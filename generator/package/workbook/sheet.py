"""A sheet of raw cells: what openpyxl reads, freed of its types."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.model.errors import InputError, Problem
from generator.package.workbook.celltext import RawCell

if TYPE_CHECKING:
    from openpyxl import Workbook

_NOTHING = RawCell(None)
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
"""How a file begins that is an .xls or locked by a password."""
_FORMULA = (b"<f>", b"<f ", b"<f/")
_UNREADABLE = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    SyntaxError,
    OSError,
)
"""What openpyxl raises for files that are no workbook, besides its own."""


@dataclass(frozen=True)
class MergedRange:
    """A merged range, first and last row and column."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell belongs to it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True)
class Sheet:
    """A sheet: its cells by row and column, its merged ranges, the rows that are hidden, and
    whether it is hidden itself."""

    name: str
    cells: Mapping[tuple[int, int], RawCell]
    merges: tuple[MergedRange, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden: bool = False

    @property
    def last_row(self) -> int:
        """The last row that holds something, 0 where none does."""
        return max((row for row, _ in self.cells), default=0)

    @property
    def last_column(self) -> int:
        """The last column that holds something, 0 where none does."""
        return max((column for _, column in self.cells), default=0)

    def at(self, row: int, column: int) -> RawCell:
        """The cell that stands there."""
        return self.cells.get((row, column), _NOTHING)

    def row(self, row: int) -> list[RawCell]:
        """The cells of a row, from the first column to the last."""
        return [self.at(row, column) for column in range(1, self.last_column + 1)]

    def merged(self, row: int, column: int) -> MergedRange | None:
        """The merged range that a cell belongs to, None for a single one."""
        return next((merge for merge in self.merges if merge.holds(row, column)), None)


def letter(column: int) -> str:
    """The letters of a column: 1 → A, 27 → AA."""
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


def read_sheets(data: bytes, shown: str) -> list[Sheet]:
    """The sheets of an .xlsx file in order. Raises InputError where it cannot be read."""
    values, formulas = _workbooks(data, shown)
    return [
        _sheet(values[name], formulas[name], values.epoch)
        for name in values.sheetnames
        if hasattr(values[name], "merged_cells")
    ]


def _workbooks(data: bytes, shown: str) -> tuple[Workbook, Workbook]:
    """The workbook with values, and the same with formulas (one and the same where it has none)."""
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(data)) if _holds_formulas(data) else values
    except (*_UNREADABLE, InvalidFileException):
        message = "不是能读的 .xlsx 工作簿"
        if data.startswith(_OLD_FORMAT):
            message = "是旧格式（.xls）或加了密码的工作簿，读不了"
        todo = "请在 Excel 或 WPS 里去掉密码，另存为“Excel 工作簿（*.xlsx）”"
        raise InputError(Problem(message, todo, shown, unreadable=True)) from None
    return values, formulas


def _holds_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = (name for name in archive.namelist() if name.startswith("xl/worksheets/"))
        parts = (archive.read(name) for name in sheets)
        return any(tag in part for part in parts for tag in _FORMULA)


def _sheet(values: Any, formulas: Any, epoch: dt.datetime) -> Sheet:
    merges = tuple(
        MergedRange(merge.min_row, merge.min_col, merge.max_row, merge.max_col)
        for merge in values.merged_cells.ranges
    )
    hidden = frozenset(row for row, shape in values.row_dimensions.items() if shape.hidden)
    cells = dict(_cells(values, formulas, epoch))
    return Sheet(values.title, cells, merges, hidden, values.sheet_state != "visible")


def _cells(
    values: Any, formulas: Any, epoch: dt.datetime
) -> Iterator[tuple[tuple[int, int], RawCell]]:
    """The cells that hold something (``_cells`` of openpyxl holds only those that the file has: a
    sheet formatted to its last row is a million rows long otherwise)."""
    for address, cell in formulas._cells.items():
        is_formula = cell.data_type == "f"
        formula = str(getattr(cell.value, "text", cell.value)) if is_formula else ""
        computed = values._cells.get(address)
        value = None if computed is None else computed.value
        raw = RawCell(value, formula, cell.number_format or "General", epoch)
        if not raw.blank:
            yield address, raw
