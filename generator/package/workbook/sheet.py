"""A sheet of raw cells: what openpyxl reads, freed of its types."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from generator.model import limits
from generator.model.errors import InputError, Problem, raise_all
from generator.model.inputs import unzip
from generator.model.zips import zipped
from generator.package.workbook.celltext import RawCell

if TYPE_CHECKING:
    from openpyxl import Workbook

_NOTHING = RawCell(None)
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
"""How a file begins that is an .xls or locked by a password."""
_FORMULA = (b"<f>", b"<f ", b"<f/")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
"""The last row and column of a sheet (Excel 2007 and later)."""
_TRUE = ("1", "true")
_MERGED_ROWS = 1_000_000
"""Rows that hold something, counted for each merged range that they pass."""


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
    """A sheet: its filled cells by row and column, its merged ranges, the rows that are hidden, and
    whether it is hidden itself."""

    name: str
    cells: Mapping[tuple[int, int], RawCell]
    merges: tuple[MergedRange, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden: bool = False

    @cached_property
    def rows(self) -> Mapping[int, Mapping[int, RawCell]]:
        """The rows that hold something in order, each with its filled cells by column in order."""
        rows: dict[int, dict[int, RawCell]] = {}
        for (row, column), cell in sorted(self.cells.items(), key=lambda item: item[0]):
            rows.setdefault(row, {})[column] = cell
        return rows

    @property
    def last_row(self) -> int:
        """The last row that holds something, 0 where none does."""
        return max(self.rows, default=0)

    def at(self, row: int, column: int) -> RawCell:
        """The cell that stands there."""
        return self.cells.get((row, column), _NOTHING)

    def row(self, row: int) -> Mapping[int, RawCell]:
        """The filled cells of a row by column."""
        return self.rows.get(row, {})

    def rows_from(self, first: int) -> list[int]:
        """The rows that hold something, from ``first`` on."""
        numbers = list(self.rows)
        return numbers[bisect_left(numbers, first) :]

    def merged(self, row: int, column: int) -> MergedRange | None:
        """The merged range that a cell of a filled row belongs to, None for a single one."""
        ranges = self._merges_of.get(row, [])
        index = bisect_right(ranges, column, key=lambda merge: merge.left) - 1
        return ranges[index] if index >= 0 and ranges[index].holds(row, column) else None

    @cached_property
    def _merges_of(self) -> dict[int, list[MergedRange]]:
        """The merged ranges that pass each filled row, from left to right."""
        numbers = list(self.rows)
        passing: dict[int, list[MergedRange]] = {}
        for merge in sorted(self.merges, key=lambda merge: merge.left):
            for row in rows_within(numbers, merge):
                passing.setdefault(row, []).append(merge)
        return passing


def rows_within(rows: Sequence[int], merge: MergedRange) -> Sequence[int]:
    """Those of the rows (in order) that a merged range passes."""
    return rows[bisect_left(rows, merge.top) : bisect_right(rows, merge.bottom)]


def letter(column: int) -> str:
    """The letters of a column: 1 → A, 27 → AA."""
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


def read_sheets(data: bytes, shown: str) -> list[Sheet]:
    """The sheets of an .xlsx file in order. Raises InputError where it cannot be read."""
    try:
        parts = unzip(data, shown)
    except zipfile.BadZipFile:
        raise _no_workbook(data, shown) from None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            sheets = _sheets(
                zipped(parts.items(), compressed=False),
                shown,
                any(map(_holds_formula, parts.values())),
            )
        except InputError:
            raise
        except Exception:  # openpyxl raises whatever a damaged part makes it stumble over
            raise _no_workbook(data, shown) from None
    raise_all(_long_cells(sheets, shown))
    return sheets


def _no_workbook(data: bytes, shown: str) -> InputError:
    message = "不是能读的 .xlsx 工作簿，或者已经损坏"
    if data.startswith(_OLD_FORMAT):
        message = "是旧格式（.xls）或加了密码的工作簿，读不了"
    todo = "请在 Excel 或 WPS 里去掉密码，另存为“Excel 工作簿（*.xlsx）”"
    return InputError(Problem(message, todo, shown, unreadable=True))


def _holds_formula(part: bytes) -> bool:
    return any(tag in part for tag in _FORMULA)


def _sheets(data: bytes, shown: str, has_formulas: bool) -> list[Sheet]:
    """The sheets; values and formulas are read apart, as openpyxl gives one or the other."""
    import openpyxl

    def opened(data_only: bool) -> Workbook:
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=data_only)

    count = _SheetTotals(shown)
    values = [_parsed(sheet, count) for sheet in opened(True).worksheets]
    if not has_formulas:
        return values
    formulas = [_parsed(sheet, count) for sheet in opened(False).worksheets]
    return [_with_formulas(*pair) for pair in zip(values, formulas, strict=True)]


@dataclass
class _SheetTotals:
    """The filled cells of a workbook so far, their characters, and the rows of merged ranges."""

    shown: str
    cells: int = 0
    chars: int = 0
    merged: int = 0

    def add(self, cells: int = 0, chars: int = 0, merged: int = 0) -> None:
        """Count some more. Raises InputError where a limit is passed."""
        self.cells += cells
        self.chars += chars
        self.merged += merged
        if self.cells > 2 * limits.CELLS:
            raise self._over(f"填了超过{limits.CELLS // 10_000}万格")
        if self.chars > 2 * limits.TEXT_CHARS:
            raise self._over(f"全部格子超过{limits.TEXT_CHARS // 10_000}万字")
        if self.merged > _MERGED_ROWS:
            raise self._over("合并的格子太多")

    def _over(self, message: str) -> InputError:
        todo = "请核对是不是这个文件，或把内容分成几份"
        return InputError(Problem(f"{message}，不读", todo, self.shown, unreadable=True))


def _parsed(sheet: Any, count: _SheetTotals) -> Sheet:
    """A sheet of a workbook that openpyxl has open to read on demand: so it expands no range."""
    from openpyxl.worksheet._reader import WorkSheetParser

    book = sheet.parent
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            book.data_only,
            book.epoch,
            book._date_formats,
            book._timedelta_formats,
        )
        cells = dict(_cells(sheet, parser, count))
    hidden = (row for row, shape in parser.row_dimensions.items() if shape.get("hidden") in _TRUE)
    merged = parser.merged_cells.mergeCell if parser.merged_cells else ()
    merges = tuple(_merged_range(item) for item in merged)
    plain = Sheet(
        sheet.title, cells, merges, frozenset(map(int, hidden)), sheet.sheet_state != "visible"
    )
    return _without_covered(plain, count)


def _cells(
    sheet: Any, parser: Any, count: _SheetTotals
) -> Iterator[tuple[tuple[int, int], RawCell]]:
    """The cells that hold something; a formula is the value where formulas are read."""
    from openpyxl.cell.read_only import ReadOnlyCell

    formats: dict[int, str] = {}
    for _, row in parser.parse():
        for found in row:
            if not (1 <= found["row"] <= _LAST_ROW and 1 <= found["column"] <= _LAST_COLUMN):
                raise ValueError("a cell outside the sheet")
            style = found["style_id"]
            if style not in formats:
                formats[style] = ReadOnlyCell(sheet, 1, 1, None, "n", style).number_format
            raw = _raw(found, formats[style], sheet.parent.epoch)
            if not raw.blank:
                count.add(1, len(raw.text) + len(raw.formula))
                yield (found["row"], found["column"]), raw


def _raw(found: Mapping[str, Any], number_format: str | None, epoch: dt.datetime) -> RawCell:
    value = found["value"]
    shown = number_format or "General"
    if found["data_type"] == "f":
        return RawCell(None, str(getattr(value, "text", value)), shown, epoch)
    return RawCell(value, "", shown, epoch)


def _merged_range(merge: Any) -> MergedRange:
    return MergedRange(merge.min_row, merge.min_col, merge.max_row, merge.max_col)


def _without_covered(sheet: Sheet, count: _SheetTotals) -> Sheet:
    """The sheet without what nobody sees: cells that a merged range covers."""
    numbers = list(sheet.rows)
    for merge in sheet.merges:
        count.add(merged=len(rows_within(numbers, merge)))
    cells = {at: cell for at, cell in sheet.cells.items() if not _is_covered(sheet, *at)}
    return replace(sheet, cells=cells)


def _is_covered(sheet: Sheet, row: int, column: int) -> bool:
    merge = sheet.merged(row, column)
    return merge is not None and (row, column) != (merge.top, merge.left)


def _with_formulas(values: Sheet, formulas: Sheet) -> Sheet:
    """The sheet with the cached values, and formulas beside them."""
    cells = dict(values.cells)
    for at, cell in formulas.cells.items():
        if cell.formula:
            cells[at] = replace(cell, value=values.at(*at).value)
    return replace(values, cells=cells)


def _long_cells(sheets: Sequence[Sheet], shown: str) -> Iterator[Problem]:
    for sheet in sheets:
        for (row, column), cell in sheet.cells.items():
            if len(cell.text) > limits.CELL_CHARS:
                message = f"有{len(cell.text)}字，一格最多{limits.CELL_CHARS}字"
                yield Problem(message, "请把它分成几格", shown, row, letter(column), sheet.name)
