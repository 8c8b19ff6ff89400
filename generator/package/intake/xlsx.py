"""A workbook as grids of cells: read from the XML of its sheets alone, so that whatever else in it
is broken does no harm (ECMA-376, part 1, 18; strict and transitional).

Only cells that hold something are kept: a stray cell at the far end of a sheet costs nothing.
"""

from __future__ import annotations

import datetime as dt
import posixpath
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from xml.etree import ElementTree

from msgspec import Struct, field

from generator.model import limits
from generator.model.errors import InputError, Problem, raise_all
from generator.model.inputs import unzip
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.intake.cell_comments import comments_of
from generator.package.intake.cell_values import SharedParts, read_cell, styles_of
from generator.package.intake.grid import (
    EPOCH,
    CellComment,
    Grid,
    MergedRange,
    RawCell,
    column_number,
    letter,
    rows_within,
)
from generator.package.intake.rich_text import shared_texts
from generator.package.intake.spreadsheetml import (
    DECIMAL,
    NOT_XML,
    TRUE,
    Element,
    attribute,
    children_of,
    local,
)

_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
"""How a file begins that is an .xls or locked by a password."""
_LOCK = "~$"
_SAVE_AS = "另存为“Excel 工作簿（*.xlsx）”"
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
"""The last row and column of a sheet (Excel 2007 and later)."""
_MERGED_ROWS = 1_000_000
"""Rows that hold something, counted for each merged range that they pass."""
_REFERENCE = regex(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_COLUMN = regex(r"[0-9]{1,9}")
_EPOCH_1904 = dt.datetime(1904, 1, 1)
_DAMAGED = (*NOT_XML, ValueError, OverflowError, zipfile.BadZipFile)


class _Totals(Struct):
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
        if self.cells > limits.CELLS:
            raise self._over(f"填了超过{limits.CELLS // 10_000}万格")
        if self.chars > limits.TEXT_CHARS:
            raise self._over(f"全部格子超过{limits.TEXT_CHARS // 10_000}万字")
        if self.merged > _MERGED_ROWS:
            raise self._over("合并的格子太多")

    def limit_sheets(self, sheets: int) -> None:
        """Raise InputError where a workbook has more sheets than are read."""
        if sheets > limits.SHEETS:
            raise self._over(f"有{sheets}张工作表，超过{limits.SHEETS}张的上限")

    def _over(self, message: str) -> InputError:
        todo = "请核对是不是这个文件，或把内容分成几份"
        return InputError(Problem(f"{message}，不读", todo, self.shown, unreadable=True))


class _Rows(Struct):
    """The cells of a sheet while it is read, and where the next one stands if it does not say;
    ``column`` is the last one of which it is told how wide it is."""

    cells: dict[int, dict[int, RawCell]] = field(default_factory=dict)
    merges: list[MergedRange] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    column: int = 0
    row: int = 0


def read_grids(data: bytes, shown: str) -> list[Grid]:
    """The sheets of an .xlsx file in order; ``shown`` is its name in messages.

    Raises InputError where it cannot be read.
    """
    try:
        parts = unzip(data, shown)
        grids = list(_grids(parts, _Totals(shown)))
    except _DAMAGED:
        raise _no_workbook(data, shown) from None
    raise_all(_long_cells(grids, shown))
    return grids


def _no_workbook(data: bytes, shown: str) -> InputError:
    message, todo = "不是能读的 .xlsx 工作簿，或者已经损坏", f"请在 Excel 或 WPS 里打开，{_SAVE_AS}"
    if posixpath.basename(shown).startswith(_LOCK):
        message = "是 Excel、WPS 打开着一份表时的临时文件"
        todo = f"请关掉那份表，用没有“{_LOCK}”的那一份"
    elif data.startswith(_OLD_FORMAT):
        message = "是旧格式（.xls）或加了密码的工作簿，读不了"
        todo = f"请在 Excel 或 WPS 里去掉密码，{_SAVE_AS}"
    return InputError(Problem(message, todo, shown, unreadable=True))


def _long_cells(grids: Sequence[Grid], shown: str) -> Iterator[Problem]:
    for grid in grids:
        for row, cells in grid.rows.items():
            for column, cell in cells.items():
                if len(cell.text) > limits.CELL_CHARS:
                    message = f"有{len(cell.text)}字，一格最多{limits.CELL_CHARS}字"
                    yield Problem(message, "请把它分成几格", shown, row, letter(column), grid.name)


def _grids(parts: Mapping[str, bytes], totals: _Totals) -> Iterator[Grid]:
    """The worksheets in the order of the workbook; charts and macro sheets hold no cells.

    Raises ValueError where two of them are one part, which no program writes.
    """
    main = _main_part(parts)
    root = ElementTree.fromstring(parts[main])
    targets = _targets(parts, main)
    by_type = dict(targets.values())
    epoch = _EPOCH_1904 if _counts_from_1904(root) else EPOCH
    strings = list(shared_texts(parts.get(by_type.get("sharedStrings", ""), b"")))
    shared = SharedParts(strings, styles_of(parts.get(by_type.get("styles", ""), b"")), epoch)
    sheets = list(children_of(root, "sheets", "sheet"))
    totals.limit_sheets(len(sheets))
    named = [targets[attribute(sheet, "id")] for sheet in sheets]
    if len(set(named)) < len(named):
        raise ValueError("two sheets of one part")
    for sheet, (type, name) in zip(sheets, named, strict=True):
        if type == "worksheet":
            grid = _grid(sheet.get("name", ""), parts[name], shared, totals)
            is_hidden = sheet.get("state", "visible") != "visible"
            yield replace(grid, hidden=is_hidden, comments=_comments(parts, name))


def _main_part(parts: Mapping[str, bytes]) -> str:
    """The name of the workbook's part. Raises KeyError where there is none."""
    types = dict(_targets(parts, "").values())
    return types["officeDocument"]


def _targets(parts: Mapping[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    """What a part refers to: the last word of the type, and the name of the part, by id."""
    folder = posixpath.dirname(part)
    targets = {}
    for item in ElementTree.fromstring(parts[_relations(part)]):
        if item.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, item.get("Target", "")))
            type = item.get("Type", "").rpartition("/")[2]
            targets[item.get("Id", "")] = (type, target.lstrip("/"))
    return targets


def _relations(part: str) -> str:
    """The name of the part that says what a part refers to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _comments(parts: Mapping[str, bytes], sheet: str) -> tuple[CellComment, ...] | None:
    """The comments of a sheet; None where they cannot be read, which stops nothing else."""
    if _relations(sheet) not in parts:
        return ()
    try:
        names = [name for type, name in _targets(parts, sheet).values() if type == "comments"]
        return tuple(comment for name in names for comment in comments_of(parts[name]))
    except (*NOT_XML, ValueError):
        return None


def _counts_from_1904(root: Element) -> bool:
    return any(local(item) == "workbookPr" and item.get("date1904", "") in TRUE for item in root)


def _grid(name: str, part: bytes, shared: SharedParts, totals: _Totals) -> Grid:
    """A sheet, read row by row."""
    rows = _Rows()
    for _, element in ElementTree.iterparse(BytesIO(part), ("end",)):
        match local(element):
            case "row":
                _read_row(element, rows, shared, totals)
                element.clear()
            case "col":
                _read_column(element, rows)
            case "mergeCell":
                rows.merges.append(_merged_range(element.get("ref", "")))
    cells = dict(sorted(rows.cells.items()))
    hidden, columns = frozenset(rows.hidden), frozenset(rows.hidden_columns)
    whole = Grid(name, cells, tuple(rows.merges), hidden, hidden_columns=columns)
    return _without_covered(whole, totals)


def _merged_range(reference: str) -> MergedRange:
    first, _, last = reference.partition(":")
    top, left = _position(first)
    bottom, right = _position(last or first)
    return MergedRange(top, left, bottom, right)


def _position(reference: str) -> tuple[int, int]:
    """Row and column of a cell. Raises ValueError where a sheet has none such."""
    match = _REFERENCE.fullmatch(reference)
    if match:
        row, column = int(match[2]), column_number(match[1])
        if row <= _LAST_ROW and column <= _LAST_COLUMN:
            return row, column
    raise ValueError(reference)


def _read_column(element: Element, rows: _Rows) -> None:
    """Whether columns, which come in order, are hidden; what says no columns is passed over."""
    ends = [element.get(name, "") for name in ("min", "max")]
    if not all(map(_COLUMN.fullmatch, ends)):
        return
    first, last = max(int(ends[0]), rows.column + 1), min(int(ends[1]), _LAST_COLUMN)
    if first <= last:
        rows.column = last
        if _is_hidden(element, "width"):
            rows.hidden_columns.update(range(first, last + 1))


def _is_hidden(element: Element, size: str) -> bool:
    """Whether a row or column is hidden, or has no height or width."""
    written = element.get(size, "")
    has_size = DECIMAL.fullmatch(written) is None or float(written) > 0
    return element.get("hidden", "") in TRUE or not has_size


def _read_row(element: Element, rows: _Rows, shared: SharedParts, totals: _Totals) -> None:
    """The filled cells of a row; a row or cell that does not say where it stands is the next."""
    rows.row = int(element.get("r", rows.row + 1))
    if _is_hidden(element, "ht"):
        rows.hidden.add(rows.row)
    column = 0
    for item in element:
        if local(item) != "c":
            continue
        reference = item.get("r", "") or f"{letter(column + 1)}{rows.row}"
        row, column = _position(reference)
        cell = read_cell(item, shared)
        if not cell.blank:
            totals.add(1, len(cell.text) + len(cell.formula))
            rows.cells.setdefault(row, {})[column] = cell


def _without_covered(grid: Grid, totals: _Totals) -> Grid:
    """The sheet without what nobody sees: cells that a merged range covers."""
    if not grid.merges:
        return grid
    numbers = list(grid.rows)
    for merge in grid.merges:
        totals.add(merged=len(rows_within(numbers, merge)))
    rows = {row: _seen(grid, row, cells) for row, cells in grid.rows.items()}
    return replace(grid, rows={row: cells for row, cells in rows.items() if cells})


def _seen(grid: Grid, row: int, cells: Mapping[int, RawCell]) -> dict[int, RawCell]:
    return {column: cell for column, cell in cells.items() if not grid.is_covered(row, column)}
