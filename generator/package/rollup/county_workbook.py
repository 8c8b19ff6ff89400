"""The table of places and indicators as a workbook: numbers with sums, ranks, what is far from the
others, what is lacking."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from generator.model.zips import without_clock
from generator.package.rollup.county_table import CountyTable
from generator.package.rollup.rolling import RolledValue

_HEAD = ("代码或键", "指标", "单位")
_WIDTHS = (16, 44, 9)
_COUNTY_WIDTH, _NOTE_WIDTH = 13, 48

Line = Sequence[object]


def table_workbook(table: CountyTable) -> bytes:
    """The .xlsx file of a table; the same table gives the same bytes."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, lines in (("各地数据", _numbers(table)), ("位次", _ranks(table))):
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(list(line))
        _look(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return without_clock(stream.getvalue())


def _look(sheet: Any) -> None:
    """A head in bold that stays, columns wide enough, long texts in lines; on paper landscape, all
    columns on a page, the head on each."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(vertical="center", wrap_text=True)
    for at in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(at)].width = _width(at, sheet.max_column)
    sheet.freeze_panes = sheet.cell(2, len(_HEAD) + 1)
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _width(at: int, last: int) -> int:
    if at <= len(_WIDTHS):
        return _WIDTHS[at - 1]
    return _NOTE_WIDTH if at == last else _COUNTY_WIDTH


def _numbers(table: CountyTable) -> Iterator[Line]:
    places = list(table.numbers.columns)
    yield [*_HEAD, *places, "合计", "说明"]
    for ident, value in table.values.items():
        numbers = [_number(part.value) for part in value.parts]
        note = "；".join(notes_of(table, ident))
        yield [*_of_row(ident, value), *numbers, table.sum(ident), note]


def _ranks(table: CountyTable) -> Iterator[Line]:
    places = list(table.numbers.columns)
    yield [*_HEAD, *places, "说明"]
    for ident, value in table.values.items():
        ranks = [table.rank(ident, place) for place in places]
        yield [*_of_row(ident, value), *ranks, "由大到小，没有数的不排"]


def _of_row(ident: str, value: RolledValue) -> Line:
    return (ident, value.target.label, value.target.unit)


def _number(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


def notes_of(table: CountyTable, ident: str) -> Iterator[str]:
    """What is to be said of a row: who lacks a value, who is far from the others, what was
    converted, why there is no sum."""
    value = table.values[ident]
    if value.lacking:
        yield f"缺{'、'.join(value.lacking)}，没有合计" if value.way.adds_up else _lacking(value)
    far = _those(value, lambda place: table.is_outlier(ident, place))
    if far:
        yield f"{far}离中位数很远，请核对"
    yield from value.notes
    if not value.way.adds_up:
        yield f"{value.way.value or '种类没有说怎么汇总'}，不相加"


def _lacking(value: RolledValue) -> str:
    return f"缺{'、'.join(value.lacking)}"


def _those(value: RolledValue, holds: Callable[[str], bool]) -> str:
    return "、".join(part.place for part in value.parts if holds(part.place))
