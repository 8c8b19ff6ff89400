"""One table on one sheet: words above, head, rows, notes, and how it prints."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.document import Table, TableCell, TableRow, plain
from generator.standard.gbt9704 import Fonts, Layout

_TITLE, _LABEL, _BODY = 18, 14, 11
_A4 = "9"
_NARROWEST = 5.0
_ROOM = {False: 92.0, True: 170.0}
"""Width of all columns of an upright and of a turned page in Latin characters: on A4 the type then
prints readably.
"""
_WRAPPED = 3.5
"""A text of n characters would like a column of so many times the root of n: long ones wrap into
blocks.
"""
_SHORT = 9.0
"""A column of no more characters keeps its width; the others share what is left."""
_MEASURED = 2000
_TALLEST = 409.0
"""Rows of a sheet are no higher, in pt."""
_LINE = Side("thin")
_FORMULA = 8000
"""The longest formula that is written; Excel takes 8192 characters."""
_ARGUMENTS = 200
_TEXT_SIGNS = ("=", "+", "-", "@")


@dataclass(frozen=True)
class Page:
    """A table and what stands around it: the label of the appendix, title, lines above, the unit
    line, notes below.
    """

    table: Table
    label: str = ""
    title: str = ""
    lines: tuple[str, ...] = ()
    unit_line: str = ""
    notes: tuple[str, ...] = ()
    landscape: bool = False


def fill(sheet: Worksheet, page: Page, layout: Layout, fonts: Fonts) -> None:
    """Write a table with its words to an empty sheet."""
    columns = len(page.table.columns)
    _widths(sheet, page.table, page.landscape)
    row = 1
    for text, font, align in _above(page, fonts):
        _spanning(sheet, row, columns, text, font, align)
        row += 1
    heads = _rows(sheet, page.table, row, fonts)
    last = row + len(page.table.rows)
    for n, note in enumerate(page.notes):
        _spanning(sheet, last + n, columns, note, Font(fonts.table, _BODY - 1), "left")
    _printing(sheet, page, layout, row, heads, columns)


def _above(page: Page, fonts: Fonts) -> Iterable[tuple[str, Font, str]]:
    """What stands above the table, with its type and alignment."""
    if page.label:
        yield page.label, Font(fonts.label, _LABEL), "left"
    if page.title:
        yield page.title, Font(fonts.title, _TITLE), "center"
    for line in page.lines:
        yield line, Font(fonts.table, _BODY), "left"
    if page.unit_line:
        yield page.unit_line, Font(fonts.table, _BODY), "right"


def _spanning(sheet: Worksheet, row: int, columns: int, text: str, font: Font, align: str) -> None:
    """A line over all columns, as high as its text needs (a merged cell does not grow by itself)."""
    cell = _at(sheet, row, 1)
    _text(cell, text)
    cell.font = font
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
    if columns > 1:
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    room = sum(sheet.column_dimensions[get_column_letter(n + 1)].width for n in range(columns))
    size = float(font.sz or _BODY)
    lines = max(1, -(-int(_width(text) * size / _BODY) // max(1, int(room))))
    sheet.row_dimensions[row].height = lines * size * 1.5


def _rows(sheet: Worksheet, table: Table, top: int, fonts: Fonts) -> int:
    """The rows of the table from row ``top`` of the sheet; how many of them are heads."""
    open_merges: dict[int, tuple[int, int]] = {}
    heads = 0
    for n, row in enumerate(table.rows):
        heads += row.kind == "head"
        sheet.row_dimensions[top + n].height = _height(sheet, row)
        column = 1
        for cell in row.cells:
            _cell(_at(sheet, top + n, column), cell, row, table, column, top, fonts)
            for beside in range(1, cell.colspan):
                sheet.cell(top + n, column + beside).border = Border(_LINE, _LINE, _LINE, _LINE)
            _merge(sheet, cell, top + n, column, open_merges)
            column += cell.colspan
    for column, (start, span) in open_merges.items():
        _join(sheet, start, top + len(table.rows) - 1, column, span)
    return heads


def _merge(
    sheet: Worksheet,
    cell: TableCell,
    row: int,
    column: int,
    open_merges: dict[int, tuple[int, int]],
) -> None:
    """Keep track of vertical merges by column; a merge is joined where it ends."""
    if cell.vmerge == "continue" and column in open_merges:
        return
    for other in range(column, column + cell.colspan):
        if other in open_merges:
            start, span = open_merges.pop(other)
            _join(sheet, start, row - 1, other, span)
    if cell.vmerge == "restart":
        open_merges[column] = (row, cell.colspan)
    elif cell.colspan > 1:
        _join(sheet, row, row, column, cell.colspan)


def _join(sheet: Worksheet, first: int, last: int, column: int, span: int) -> None:
    if last > first or span > 1:
        sheet.merge_cells(
            start_row=first, start_column=column, end_row=last, end_column=column + span - 1
        )


def _cell(
    target: Cell, cell: TableCell, row: TableRow, table: Table, column: int, top: int, fonts: Fonts
) -> None:
    head = row.kind == "head"
    kind = (
        "center"
        if head
        else cell.align
        or ("left" if row.kind == "group" and column == 1 else table.columns[column - 1].align)
    )
    target.font = Font(
        fonts.table_head if head else fonts.table, _BODY, bold=cell.strong and not head
    )
    target.alignment = Alignment(
        horizontal="right" if kind == "decimal" else kind,
        vertical="center",
        wrap_text=True,
        indent=cell.indent,
    )
    target.border = Border(_LINE, _LINE, _LINE, _LINE)
    if cell.vmerge == "continue":
        return
    if cell.number is None:
        _text(target, "\n".join(plain(text) for text in cell.paragraphs))
        return
    target.value = _formula(cell.sums, column, top) or cell.number
    target.number_format = (
        f"0.{'0' * cell.places}" if cell.places else "0" if cell.places == 0 else "General"
    )


def _formula(sums: Sequence[tuple[int, int]], column: int, top: int) -> str:
    """SUM over rows of the same column; "" where there is nothing to add or too much for a formula."""
    letter = get_column_letter(column)
    ranges = [
        f"{letter}{top + first}:{letter}{top + last}" if last > first else f"{letter}{top + first}"
        for first, last in sums
        if last >= first
    ]
    parts = [",".join(ranges[n : n + _ARGUMENTS]) for n in range(0, len(ranges), _ARGUMENTS)]
    formula = (
        f"=SUM({parts[0]})"
        if len(parts) == 1
        else f"=SUM({','.join(f'SUM({part})' for part in parts)})"
    )
    return formula if parts and len(formula) <= _FORMULA else ""


def _at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell that is not inside a merged one."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def _text(target: Cell, text: str) -> None:
    """A text, never a formula: what begins with = + - @ is marked so that it stays a text when it
    is edited.
    """
    if not text:
        return
    target.value = text
    target.data_type = "s"
    if text.startswith(_TEXT_SIGNS):
        target.quotePrefix = True


def _width(text: str) -> float:
    """Width in Latin characters."""
    return sum(2.0 if unicodedata.east_asian_width(char) in "FWA" else 1.0 for char in text)


def _widths(sheet: Worksheet, table: Table, landscape: bool) -> None:
    """Column widths from the content, as wide together as a page of readable type; a width in mm is
    kept.
    """
    widths = {
        n: column.width / 2 if column.width else need
        for n, (column, need) in enumerate(zip(table.columns, _needs(table), strict=True))
    }
    wide = {n for n, width in widths.items() if width > _SHORT and not table.columns[n].width}
    room = _ROOM[landscape] - sum(width for n, width in widths.items() if n not in wide)
    scale = min(1.0, room / max(1.0, sum(widths[n] for n in wide)))
    for n, width in widths.items():
        shown = max(_SHORT, width * scale) if n in wide else width
        sheet.column_dimensions[get_column_letter(n + 1)].width = round(shown, 1)


def _needs(table: Table) -> list[float]:
    """How wide each column would like to be, in Latin characters."""
    widest = [_NARROWEST] * len(table.columns)
    for row in table.rows[:_MEASURED]:
        column = 0
        for cell in row.cells:
            if cell.colspan == 1 and cell.vmerge != "continue":
                need = max((_width(plain(text)) for text in cell.paragraphs), default=0.0)
                if row.kind == "head":
                    need = min(need, 2.0 * max(3, -(-int(need) // 4)))
                widest[column] = max(
                    widest[column], min(need, _WRAPPED * math.sqrt(need)) + cell.indent * 2 + 2
                )
            column += cell.colspan
    return widest


def _height(sheet: Worksheet, row: TableRow) -> float:
    """The height of a row in pt: Excel does not fit one that holds merged cells, and not every
    program fits others.
    """
    lines, column = 1, 1
    for cell in row.cells:
        if cell.vmerge is None:
            room = sum(
                sheet.column_dimensions[get_column_letter(column + n)].width
                for n in range(cell.colspan)
            )
            inside = max(2.0, room - 1.5 - cell.indent * 2)
            lines = max(
                lines,
                sum(max(1, math.ceil(_width(plain(text)) / inside)) for text in cell.paragraphs),
            )
        column += cell.colspan
    return min(_TALLEST, lines * _BODY * 1.35 + 4)


def _printing(
    sheet: Worksheet, page: Page, layout: Layout, top: int, heads: int, columns: int
) -> None:
    """A4, the head on every page, all columns on one page, the page number outside; the head stays
    when scrolling.
    """
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if page.landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sides = (layout.top, layout.right, layout.bottom, layout.left)
    if page.landscape:
        sides = (layout.left, layout.top, layout.right, layout.bottom)
    margins = sheet.page_margins
    margins.top, margins.right, margins.bottom, margins.left = (side / 25.4 for side in sides)
    if heads:
        sheet.print_title_rows = f"{top}:{top + heads - 1}"
        sheet.freeze_panes = (
            f"{get_column_letter(3 if columns > 8 else 2 if columns > 4 else 1)}{top + heads}"
        )
    sheet.print_options.horizontalCentered = True
    if sheet.oddFooter and sheet.evenFooter:
        sheet.oddFooter.right.text = sheet.evenFooter.left.text = "— &P —"
    sheet.HeaderFooter.differentOddEven = True
