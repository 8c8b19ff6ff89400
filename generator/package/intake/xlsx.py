"""A workbook as grids of cells: read from the XML of its sheets alone, so that whatever else in it
is broken does no harm (ECMA-376, part 1, 18; strict and transitional).

Only cells that hold something are kept: a stray cell at the far end of a sheet costs nothing.
"""

from __future__ import annotations

import datetime as dt
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree

from generator.model import limits
from generator.model.errors import InputError, Problem, raise_all
from generator.model.inputs import unzip
from generator.package.intake.characters import removed, visible
from generator.package.intake.formats import BUILT_IN, GENERAL, is_date, is_duration
from generator.package.intake.grid import (
    EPOCH,
    CellLooks,
    CellValue,
    Grid,
    MergedRange,
    RawCell,
    column_number,
    letter,
    rows_within,
)

Element = ElementTree.Element

_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
"""How a file begins that is an .xls or locked by a password."""
_LOCK = "~$"
_SAVE_AS = "另存为“Excel 工作簿（*.xlsx）”"
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
"""The last row and column of a sheet (Excel 2007 and later)."""
_TRUE = ("1", "true", "on")
_RAISED = ("superscript", "subscript")
_STRUCK = CellLooks("", "")
"""All that stands in a cell is crossed out."""
_MERGED_ROWS = 1_000_000
"""Rows that hold something, counted for each merged range that they pass."""
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_COLUMN = re.compile(r"[0-9]{1,9}")
_WHOLE = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
_EPOCH_1904 = dt.datetime(1904, 1, 1)
_LAST_DAY = 2_958_465
"""The serial number of 31 December 9999."""
_LEAP_BUG = 60
"""Excel counts a 29 February 1900: days before it are one too low."""
_NOT_XML = (ElementTree.ParseError, LookupError, UnicodeError)
_DAMAGED = (*_NOT_XML, ValueError, OverflowError, zipfile.BadZipFile)


@dataclass(frozen=True)
class _Run:
    """A piece of a text. ``struck`` is whether it is crossed out, None where the style of its cell
    says so; ``raised`` whether it is raised or lowered."""

    text: str
    struck: bool | None = None
    raised: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nobody sees how it looks."""
        return not self.text.strip()

    def is_struck(self, style: bool) -> bool:
        """Whether it is crossed out in a cell whose style says this."""
        return style if self.struck is None else self.struck


@dataclass(frozen=True)
class _Text:
    """A text of a cell as it is read, and the invisible characters that it was freed of; how it
    looks in most cells, and in one whose style crosses out what stands in it."""

    text: str
    removed: str
    looks: CellLooks | None = None
    struck: CellLooks | None = _STRUCK


@dataclass(frozen=True)
class _Style:
    """What the style of a cell says: its number format, and whether what stands in it is crossed
    out."""

    format: str = GENERAL
    struck: bool = False


_NO_STYLE = _Style()


@dataclass(frozen=True)
class _Book:
    """What cells of a workbook refer to: its texts, its styles, its first day."""

    strings: Sequence[_Text]
    styles: Sequence[_Style]
    epoch: dt.datetime


@dataclass
class _Totals:
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


@dataclass
class _Rows:
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
    strings = list(_strings(parts.get(by_type.get("sharedStrings", ""), b"")))
    book = _Book(strings, _styles(parts.get(by_type.get("styles", ""), b"")), epoch)
    sheets = list(_children(root, "sheets", "sheet"))
    totals.limit_sheets(len(sheets))
    named = [targets[_attribute(sheet, "id")] for sheet in sheets]
    if len(set(named)) < len(named):
        raise ValueError("two sheets of one part")
    for sheet, (type, name) in zip(sheets, named, strict=True):
        if type == "worksheet":
            grid = _grid(sheet.get("name", ""), parts[name], book, totals)
            yield replace(grid, hidden=sheet.get("state", "visible") != "visible")


def _main_part(parts: Mapping[str, bytes]) -> str:
    """The name of the workbook's part. Raises KeyError where there is none."""
    types = dict(_targets(parts, "").values())
    return types["officeDocument"]


def _targets(parts: Mapping[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    """What a part refers to: the last word of the type, and the name of the part, by id."""
    folder, name = posixpath.split(part)
    relations = parts[posixpath.join(folder, "_rels", f"{name}.rels")]
    targets = {}
    for item in ElementTree.fromstring(relations):
        if item.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, item.get("Target", "")))
            type = item.get("Type", "").rpartition("/")[2]
            targets[item.get("Id", "")] = (type, target.lstrip("/"))
    return targets


def _counts_from_1904(root: Element) -> bool:
    return any(_local(item) == "workbookPr" and item.get("date1904", "") in _TRUE for item in root)


def _local(element: Element) -> str:
    """The name of an element without its namespace: strict and transitional files differ in it."""
    return str(element.tag).rpartition("}")[2]


def _attribute(element: Element, name: str) -> str:
    """An attribute of any namespace."""
    named = {key.rpartition("}")[2]: value for key, value in element.items() if "}" in key}
    return named[name]


def _children(root: Element, outer: str, inner: str) -> Iterator[Element]:
    for group in root:
        if _local(group) == outer:
            yield from (item for item in group if _local(item) == inner)


def _strings(part: bytes) -> Iterator[_Text]:
    """The texts that cells share."""
    if part:
        for item in ElementTree.fromstring(part):
            if _local(item) == "si":
                yield _rich_text(item)


def _rich_text(item: Element) -> _Text:
    """A text with its runs, without phonetic ones."""
    runs = []
    for child in item:
        if _local(child) == "t":
            runs.append(_Run(child.text or ""))
        elif _local(child) == "r":
            runs.append(_run(child))
    text = _text("".join(run.text for run in runs))
    if all(run.struck is None and not run.raised for run in runs):
        return text
    return replace(text, looks=_looks(runs, False), struck=_looks(runs, True))


def _run(element: Element) -> _Run:
    text, looks = "", []
    for child in element:
        if _local(child) == "t":
            text += child.text or ""
        elif _local(child) == "rPr":
            looks.append(child)
    struck = any(map(_is_struck, looks)) if looks else None
    return _Run(text, struck, any(map(_is_raised, looks)))


def _is_struck(font: Element) -> bool:
    """Whether a font crosses out what it writes."""
    return any(_local(item) == "strike" and item.get("val", "1") in _TRUE for item in font)


def _is_raised(font: Element) -> bool:
    """Whether a font raises or lowers what it writes."""
    places = [item.get("val", "") for item in font if _local(item) == "vertAlign"]
    return any(place in _RAISED for place in places)


def _looks(runs: Sequence[_Run], struck: bool) -> CellLooks | None:
    """What is crossed out in a text, or raised; ``struck`` is what the style of its cell says."""
    left = [run for run in runs if run.is_blank or not run.is_struck(struck)]
    level = [run for run in runs if run.is_blank or not run.raised]
    if len(left) == len(level) == len(runs):
        return None
    in_number = _stands_in_number([run for run in runs if not run.is_blank])
    return CellLooks(_plain(left), _plain(level), in_number)


def _plain(runs: Sequence[_Run]) -> str:
    return _text("".join(run.text for run in runs)).text


def _stands_in_number(filled: Sequence[_Run]) -> bool:
    """Whether something raised stands right behind a digit, or a raised digit before one."""
    return any(
        before.raised != after.raised
        and before.text.rstrip()[-1].isdigit()
        and (after.raised or after.text[0].isdigit())
        for before, after in pairwise(filled)
    )


def _text(written: str) -> _Text:
    """A text as people see it: ``_x000D_`` is a character, and what nobody sees is gone."""
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), written)
    return _Text(visible(text), removed(text))


def _styles(part: bytes) -> list[_Style]:
    """The styles that cells have; none where they cannot be read."""
    try:
        root = ElementTree.fromstring(part)
    except _NOT_XML:
        return []
    own = {
        item.get("numFmtId", ""): _code(item.get("formatCode", GENERAL))
        for item in _children(root, "numFmts", "numFmt")
    }
    fonts = enumerate(_children(root, "fonts", "font"))
    striking = {str(number) for number, font in fonts if _is_struck(font)}
    return [
        _Style(_format(item.get("numFmtId", "0"), own), item.get("fontId", "0") in striking)
        for item in _children(root, "cellXfs", "xf")
    ]


def _format(number: str, own: Mapping[str, str]) -> str:
    """The number format of that number, one of the workbook's own or one that is built in."""
    return own.get(number) or BUILT_IN.get(number, GENERAL)


def _code(written: str) -> str:
    """A number format as it is written; one that Excel would not take is none."""
    return written if len(written) <= limits.FORMAT_CHARS else GENERAL


def _grid(name: str, part: bytes, book: _Book, totals: _Totals) -> Grid:
    """A sheet, read row by row."""
    rows = _Rows()
    for _, element in ElementTree.iterparse(BytesIO(part), ("end",)):
        match _local(element):
            case "row":
                _read_row(element, rows, book, totals)
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
    has_size = _DECIMAL.fullmatch(written) is None or float(written) > 0
    return element.get("hidden", "") in _TRUE or not has_size


def _read_row(element: Element, rows: _Rows, book: _Book, totals: _Totals) -> None:
    """The filled cells of a row; a row or cell that does not say where it stands is the next."""
    rows.row = int(element.get("r", rows.row + 1))
    if _is_hidden(element, "ht"):
        rows.hidden.add(rows.row)
    column = 0
    for item in element:
        if _local(item) != "c":
            continue
        reference = item.get("r", "") or f"{letter(column + 1)}{rows.row}"
        row, column = _position(reference)
        cell = _cell(item, book)
        if not cell.blank:
            totals.add(1, len(cell.text) + len(cell.formula))
            rows.cells.setdefault(row, {})[column] = cell


def _cell(item: Element, book: _Book) -> RawCell:
    children = {_local(child): child for child in item}
    number = int(item.get("s", "0"))
    style = book.styles[number] if 0 <= number < len(book.styles) else _NO_STYLE
    formula = _formula(children.get("f"))
    text = _cell_text(item.get("t", "n"), children, book)
    if text is not None:
        looks = text.struck if style.struck else text.looks
        return RawCell(text.text, formula, style.format, book.epoch, text.removed, looks)
    value = _value(item.get("t", "n"), children.get("v"), style.format, book.epoch)
    looks = _STRUCK if style.struck else None
    return RawCell(value, formula, style.format, book.epoch, looks=looks)


def _formula(element: Element | None) -> str:
    """A formula with its equals sign; one that other cells share stands at the first of them."""
    return "" if element is None else f"={element.text or ''}"


def _cell_text(type: str, children: Mapping[str, Element], book: _Book) -> _Text | None:
    """The text of a cell; None where it holds another value. Raises IndexError for a text that is
    not there."""
    value = children.get("v")
    written = "" if value is None else value.text or ""
    match type:
        case "s":
            return book.strings[int(written)] if written else None
        case "str" | "e":
            return _text(written)
        case "inlineStr":
            return _rich_text(children["is"]) if "is" in children else None
    return None


def _value(type: str, element: Element | None, number_format: str, epoch: dt.datetime) -> CellValue:
    """A number, a day or a truth; None where there is none. Raises ValueError."""
    written = "" if element is None else (element.text or "").strip()
    if not written:
        return None
    match type:
        case "b":
            return written in _TRUE
        case "d":
            return _iso_date(written)
    number = _number(written)
    return _as_date(number, number_format, epoch) if is_date(number_format) else number


def _number(written: str) -> int | float:
    if _WHOLE.fullmatch(written):
        return int(written)
    if _DECIMAL.fullmatch(written):
        return float(written)
    raise ValueError(written)


def _iso_date(written: str) -> CellValue:
    """A date, or a time of day, as ISO 8601 writes it."""
    if ":" in written and "-" not in written:
        return dt.time.fromisoformat(written)
    return dt.datetime.fromisoformat(written).replace(tzinfo=None)


def _as_date(number: int | float, number_format: str, epoch: dt.datetime) -> CellValue:
    """What a number means whose format shows a day or a time; a number that no day has stays."""
    if not 0 <= number <= _LAST_DAY:
        return number
    if is_duration(number_format):
        return dt.timedelta(days=number)
    day = int(number)
    time = dt.timedelta(seconds=round((number - day) * 86400))
    if day == 0 and time < dt.timedelta(days=1):
        return (dt.datetime.min + time).time()
    if epoch == EPOCH and day < _LEAP_BUG:
        day += 1
    return epoch + dt.timedelta(days=day) + time


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
