"""How cells look to a clerk: heads, tints, borders, locks, drop-downs, comments, widths."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import MultiCellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from generator.model.kind import FieldSpec, FieldType
from generator.model.regex import regex
from generator.package.intake.shown_numbers import number_text

HEAD, INPUT, FIXED, GROUP = (
    PatternFill("solid", fgColor=colour) for colour in ("D9E2F3", "FFFBE6", "F2F2F2", "E7E6E6")
)
BOLD, TITLE = Font(bold=True), Font(bold=True, size=16)
_THIN = Side(style="thin", color="BFBFBF")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_TEXT = "@"
_PORTRAIT = 110
"""The widest sheet, in characters, that is printed upright."""
_A4 = 9
"""What a workbook calls the paper."""
_LINE, _HIGHEST = 15, 400
"""Height of a line and of the highest row, in pt."""
_LIKE_ESCAPED = regex("_(?=x[0-9A-Fa-f]{4}_)")
_MOST_DIGITS = 1e15


def heads(sheet: Any, row: int, names: Sequence[str], widths: Sequence[float]) -> None:
    """The head of a sheet, its column widths, and a page as wide as the table."""
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if sum(widths) > _PORTRAIT else "portrait"
    for column, (name, width) in enumerate(zip(names, widths, strict=True), 1):
        cell = sheet.cell(row, column, name)
        cell.fill, cell.font, cell.border = HEAD, BOLD, _BOX
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(column)].width = width


def fit_height(sheet: Any, row: int) -> None:
    """A row high enough for its longest text, as wide as its column."""
    lines = 1
    # Not sheet[row]: it looks through every cell of the sheet for the last column.
    for column, dimension in enumerate(sheet.column_dimensions.values(), 1):
        cell = sheet.cell(row, column)
        width = max(4, dimension.width - 1)
        sizes = map(_columns, str(cell.value or "").split("\n"))
        lines = max(lines, sum(1 + int((size - 1) // width) for size in sizes))
    if lines > 1:
        sheet.row_dimensions[row].height = min(_HIGHEST, _LINE * lines)


def _columns(text: str) -> int:
    """How many characters wide a text is: a Chinese one counts for two."""
    return sum(1 + (ord(char) > 255) for char in text)


def fixed(cell: Any, text: str) -> None:
    """A text that is not to be changed."""
    _write_text(cell, text)
    _fix(cell)


def fixed_number(cell: Any, text: str) -> None:
    """A number, or a text where it is none, that is not to be changed."""
    _fix(cell)
    _number_or_text(cell, text)


def _fix(cell: Any) -> None:
    cell.fill, cell.border = FIXED, _BOX
    cell.alignment = Alignment(vertical="center", wrap_text=True)


def filled_in(cell: Any, text: str, spec: FieldSpec) -> None:
    """A cell to fill in, with what stands there now."""
    CellsToFill().fill(cell, text, spec)


class CellsToFill:
    """The cells of a sheet that are to be filled in: how a type of cell looks is said once."""

    def __init__(self) -> None:
        self._looks: dict[FieldType, Any] = {}

    def fill(self, cell: Any, text: str, spec: FieldSpec) -> None:
        """Set a cell, with what stands there now."""
        look = self._looks.get(spec.type)
        if look is None:
            _let_fill(cell, spec.type)
            self._looks[spec.type] = copy(cell._style)
        else:
            # As openpyxl copies sheets: each style that is set anew is looked up in all.
            cell._style = copy(look)
        if spec.type is FieldType.NUMBER:
            _number_or_text(cell, text)
        else:
            _write_text(cell, text)


def _let_fill(cell: Any, type_: FieldType) -> None:
    cell.fill, cell.border, cell.protection = INPUT, _BOX, Protection(locked=False)
    wraps = type_ in (FieldType.TEXT, FieldType.LIST)
    cell.alignment = Alignment(vertical="center", wrap_text=wraps)
    if type_ is not FieldType.NUMBER:
        cell.number_format = _TEXT


def _write_text(cell: Any, text: str) -> None:
    """A text as a text, whatever it looks like."""
    if text:
        cell.value = escaped(text)
        cell.data_type = "s"


def escaped(text: str) -> str:
    """A text in which ``_x000D_`` stays what it is: in a cell it would be a character."""
    return _LIKE_ESCAPED.sub("_x005F_", text)


def _number_or_text(cell: Any, text: str) -> None:
    """A number where its digits come back as they are, else a text."""
    number = _number(text)
    if number is None:
        _write_text(cell, text)
        return
    decimals = len(text.partition(".")[2])
    cell.value = number
    cell.number_format = "0." + "0" * decimals if "." in text else "0"


def _number(text: str) -> int | float | None:
    """The number that Excel keeps digit by digit; None where there is none."""
    try:
        number = float(text) if "." in text else int(text)
    except ValueError:
        return None
    return number if number_text(number) == text and abs(number) < _MOST_DIGITS else None


def comment(text: str) -> Comment:
    """A comment of ours."""
    return Comment(text, "拟稿", height=90, width=260)


def choose(sheet: Any, cells: str, choices: Sequence[str]) -> None:
    """A drop-down list for these cells (``D3 D5:D9``)."""
    choose_from(sheet, cells, '"' + ",".join(choices) + '"')


def choose_from(sheet: Any, cells: str, items: str) -> None:
    """The same with the range where the items stand: ``'列表'!$A$1:$A$9``."""
    rule = DataValidation(
        type="list",
        formula1=items,
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="不在可选范围",
        error="请从下拉列表里选",
    )
    rule.sqref = MultiCellRange(cells)
    sheet.add_data_validation(rule)


def protect(sheet: Any) -> None:
    """Locked without a password: whoever must change it can."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.protection.autoFilter = sheet.protection.sort = False
