"""One table on one sheet: words above, head, rows, notes, and how it prints."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from decimal import Decimal
from typing import NamedTuple

from msgspec import Struct, field
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.excel.cached import Values
from generator.excel.number_formats import number_format
from generator.excel.pages import Page
from generator.excel.sizes import BODY, columns_width, row_height, set_widths, text_width
from generator.model.document import Align, CellFormula, Table, TableCell, TableRow, plain
from generator.standard.gbt9704 import Fonts, Layout, Look

_TITLE, _LABEL = 18, 14
_A4 = "9"
_LINE = Side("thin")
_BOX = Border(_LINE, _LINE, _LINE, _LINE)
_FORMULA = 8000
"""The longest formula that is written; Excel takes 8192 characters."""
_ARGUMENTS = 200
_TEXT_SIGNS = ("=", "+", "-", "@")


def fill(sheet: Worksheet, page: Page, look: Look) -> Values:
    """Write a table with its words to an empty sheet. Gives what its formulas compute."""
    columns = len(page.table.columns)
    set_widths(sheet, page.table, page.landscape)
    row = 1
    for text, font, align in _above(page, look.fonts):
        _spanning(sheet, row, columns, text, font, align)
        row += 1
    target = Target(sheet, page.table, row, look.fonts)
    heads = _rows(target)
    last = row + len(page.table.rows)
    for n, note in enumerate(page.notes):
        _spanning(sheet, last + n, columns, note, Font(look.fonts.table, BODY - 1), "left")
    _print_on_a4(sheet, page.landscape, look.layout)
    _repeat_head(sheet, row, heads, columns)
    return target.values


def _above(page: Page, fonts: Fonts) -> Iterator[tuple[str, Font, str]]:
    """What stands above the table, with its type and alignment."""
    words = page.above
    if words.label:
        yield words.label, Font(fonts.label, _LABEL), "left"
    if words.title:
        yield words.title, Font(fonts.title, _TITLE), "center"
    for line in words.lines:
        yield line, Font(fonts.table, BODY), "left"
    if words.unit_line:
        yield words.unit_line, Font(fonts.table, BODY), "right"


def _spanning(sheet: Worksheet, row: int, columns: int, text: str, font: Font, align: str) -> None:
    """A line over all columns, as high as its text needs: a merged cell does not grow by itself."""
    cell = _at(sheet, row, 1)
    _text(cell, text)
    cell.font = font
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
    if columns > 1:
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    room = max(1, int(columns_width(sheet, 1, columns)))
    size = float(font.sz or BODY)
    lines = max(1, -(-int(text_width(text) * size / BODY) // room))
    sheet.row_dimensions[row].height = lines * size * 1.5


class _CellLook(NamedTuple):
    """The type and the place of what stands in a cell."""

    face: str
    bold: bool
    align: str
    indent: int


class Target(Struct, frozen=True):
    """Where a table is written: the sheet, its first row of it, and the fonts; and what its
    formulas give, by address. ``looks`` are the styles that its cells have had so far."""

    sheet: Worksheet
    table: Table
    top: int
    fonts: Fonts
    values: dict[str, Decimal] = field(default_factory=dict)
    looks: dict[_CellLook, StyleArray] = field(default_factory=dict)


def _rows(target: Target) -> int:
    """Write the rows of the table; gives how many of them are heads."""
    heads = 0
    merges = _Merges(target.sheet)
    for number, row in enumerate(target.table.rows, start=target.top):
        target.sheet.row_dimensions[number].height = row_height(target.sheet, row)
        for start, cell in row.placed():
            _cell(target, row, number, cell, start + 1)
            merges.meet(cell, number, start + 1)
        heads += row.role == "head"
    merges.finish(target.top + len(target.table.rows) - 1)
    return heads


class _Merges(Struct):
    """The vertical merges that are open, by column: first row and how many columns."""

    sheet: Worksheet
    open: dict[int, tuple[int, int]] = field(default_factory=dict)

    def meet(self, cell: TableCell, row: int, column: int) -> None:
        """The next cell: it goes on, ends or begins a merge."""
        if cell.vmerge == "continue" and column in self.open:
            return
        for other in range(column, column + cell.colspan):
            self._close(other, row - 1)
        if cell.vmerge == "restart":
            self.open[column] = (row, cell.colspan)
        elif cell.colspan > 1:
            self._join(row, row, column, cell.colspan)

    def finish(self, last: int) -> None:
        """Join what is open at the last row."""
        for column in list(self.open):
            self._close(column, last)

    def _close(self, column: int, last: int) -> None:
        if column in self.open:
            first, span = self.open.pop(column)
            self._join(first, last, column, span)

    def _join(self, first: int, last: int, column: int, span: int) -> None:
        if last > first or span > 1:
            self.sheet.merge_cells(
                start_row=first, start_column=column, end_row=last, end_column=column + span - 1
            )


def _cell(target: Target, row: TableRow, number: int, cell: TableCell, column: int) -> None:
    """Write a cell with its look; ``number`` and ``column`` are those of the sheet."""
    written = _at(target.sheet, number, column)
    head = row.is_head
    align = _align(target.table, row, cell, column)
    face = target.fonts.table_head if head else target.fonts.table
    horizontal = "right" if align == "decimal" else align
    _set_look(target, written, _CellLook(face, cell.strong and not head, horizontal, cell.indent))
    for beside in range(1, cell.colspan):
        target.sheet.cell(number, column + beside).border = _BOX
    if cell.vmerge != "continue":
        _content(target, written, cell, column)


def _set_look(target: Target, written: Cell, look: _CellLook) -> None:
    known = target.looks.get(look)
    if known is not None:
        # As openpyxl copies sheets: each style that is set anew is looked up in all.
        written._style = copy(known)  # type: ignore[attr-defined]
        return
    written.font = Font(look.face, BODY, bold=look.bold)
    written.alignment = Alignment(
        horizontal=look.align, vertical="center", wrap_text=True, indent=look.indent
    )
    written.border = _BOX
    target.looks[look] = copy(written._style)  # type: ignore[attr-defined]


def _align(table: Table, row: TableRow, cell: TableCell, column: int) -> Align:
    if row.is_head:
        return "center"
    if cell.align:
        return cell.align
    return "left" if row.role == "group" and column == 1 else table.columns[column - 1].align


def _content(target: Target, written: Cell, cell: TableCell, column: int) -> None:
    """A number or its formula; a text where the cell prints no number."""
    if cell.number is None:
        _text(written, "\n".join(map(plain, cell.paragraphs)))
        return
    formula = _computed(cell.formula, target.top) or _sum(cell.sums, column, target.top)
    written.value = formula or cell.number
    written.number_format = number_format(cell)
    if formula:
        target.values[written.coordinate] = cell.number


def _computed(formula: CellFormula, top: int) -> str:
    """A formula with the addresses of its cells; "" for none or one that is too long."""
    words = "".join(
        part if isinstance(part, str) else f"{get_column_letter(part.column + 1)}{top + part.row}"
        for part in formula
    )
    return f"={words}" if words and len(words) < _FORMULA else ""


def _sum(sums: tuple[tuple[int, int], ...], column: int, top: int) -> str:
    """SUM over rows of the same column; "" where there is nothing to add or too much of it."""
    letter = get_column_letter(column)
    ranges = [_range(letter, top + first, top + last) for first, last in sums if last >= first]
    if not ranges:
        return ""
    formula = _total(ranges)
    return f"={formula}" if len(formula) < _FORMULA else ""


def _total(ranges: list[str]) -> str:
    """SUM of some ranges; a sum of sums where they are more than a function takes."""
    if len(ranges) <= _ARGUMENTS:
        return f"SUM({','.join(ranges)})"
    parts = [ranges[n : n + _ARGUMENTS] for n in range(0, len(ranges), _ARGUMENTS)]
    return f"SUM({','.join(map(_total, parts))})"


def _range(letter: str, first: int, last: int) -> str:
    return f"{letter}{first}:{letter}{last}" if last > first else f"{letter}{first}"


def _at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell that is not inside a merged one."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def _text(target: Cell, text: str) -> None:
    """A text, never a formula: one with = + - @ before it stays a text when it is edited."""
    if not text:
        return
    target.value = text
    target.data_type = "s"
    if text.startswith(_TEXT_SIGNS):
        target.quotePrefix = True


def _print_on_a4(sheet: Worksheet, landscape: bool, layout: Layout) -> None:
    """All columns on one page, the page number outside."""
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sides = (layout.top, layout.right, layout.bottom, layout.left)
    if landscape:
        sides = (layout.left, layout.top, layout.right, layout.bottom)
    margins = sheet.page_margins
    margins.top, margins.right, margins.bottom, margins.left = (side / 25.4 for side in sides)
    sheet.print_options.horizontalCentered = True
    if sheet.oddFooter and sheet.evenFooter:
        sheet.oddFooter.right.text = sheet.evenFooter.left.text = "— &P —"
    sheet.HeaderFooter.differentOddEven = True


def _repeat_head(sheet: Worksheet, top: int, heads: int, columns: int) -> None:
    """The head on every page; it stays when scrolling, and so do the first columns if many."""
    if not heads:
        return
    sheet.print_title_rows = f"{top}:{top + heads - 1}"
    scrolled = 3 if columns > 8 else 2 if columns > 4 else 1
    sheet.freeze_panes = f"{get_column_letter(scrolled)}{top + heads}"
