"""The columns of a sheet as AG Grid takes them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.jobs.desk import GridColumn, GridRow, SheetGrid

Value = str | int | bool | list[str] | dict[str, "Value"] | list["Value"] | None
"""What goes to the browser."""
Plain = dict[str, Value]

LAST_YEAR, OWNER = "last", "owner"
"""The fields of what a grid tells beside the cells of its file."""
_WIDEST = 300
"""Pixels of a column."""
_LEAST = {"文字": 12, "数": 10, "日期": 12, "是否": 6}
_LEAST_CLOSED, _LONGEST_CHOICE = 5, 20
"""Characters of half width that a column has room for, whatever stands in it now."""
_SOURCE = 14
"""Those that a source is given: it names a sheet with its cell, and last year's numbers follow."""
_HALF = 8
"""Pixels of a character of half width, at 15 px."""
_AROUND = 34
"""Pixels around the text of a cell."""
_LONGEST = 200
"""Characters of half width that a column grows for."""
_MEASURED = 300
"""Rows that the width of a column is measured of."""


def field_of(index: int) -> str:
    """The field of a column by its index: what a column is called is data, a field is not."""
    return f"c{index}"


def columns_of(grid: SheetGrid, *, advanced: bool, beside: Sequence[Plain] = ()) -> list[Plain]:
    """The columns: the number of the row, those of the file, those ``beside`` them."""
    shown = [
        _column(grid, index, column)
        for index, column in enumerate(grid.columns)
        if advanced or not is_advanced(column)
    ]
    return [_numbers(grid), *shown, *beside]


def is_advanced(column: GridColumn) -> bool:
    """Whether a column is for who knows the program: what the jobs say, and the keys of records,
    which a new row is given."""
    return column.advanced or column.name == "键"


def _numbers(grid: SheetGrid) -> Plain:
    """The column of the numbers of rows, headed by that of the head, as a spreadsheet has it."""
    head: Plain = {
        "headerName": str(grid.head),
        "headerClass": "number-head",
        "headerTooltip": f"行号和在 Excel 里打开时一样：列名是第 {grid.head} 行",
    }
    return _NUMBER | (head if grid.head else {"headerName": ""})


_NUMBER: Plain = {
    "colId": "number",
    ":valueGetter": "nigao.numberOf",
    "width": 54,
    "pinned": "left",
    "cellClass": "beside",
    "context": {"open": False},
}


def hidden_of(grid: SheetGrid) -> list[Value]:
    """What the columns are called that are shown under 高级 alone: by their heads and names."""
    return [[_heading(column), column.name] for column in grid.columns if is_advanced(column)]


def _heading(column: GridColumn) -> str:
    unit = f"（{column.unit}）" if column.unit else ""
    return f"{column.title}{unit}{'*' if column.required else ''}"


def _column(grid: SheetGrid, index: int, column: GridColumn) -> Plain:
    title = _heading(column)
    longest = _longest(grid.rows, index, title)
    if column.name == "来源":
        longest = min(longest, _SOURCE)
    width = min(max(longest, _least(grid, column)) * _HALF + _AROUND, _WIDEST)
    plain: Plain = {
        "field": field_of(index),
        "headerName": title,
        "headerTooltip": _hint(column),
        "width": width,
        "context": about(column),
    }
    return plain | _growing(longest, width) if column.kind == "文字" else plain


def _least(grid: SheetGrid, column: GridColumn) -> int:
    """What a column has room for at least, by what is to be typed into it or chosen."""
    if not column.editable:
        return _LEAST_CLOSED
    if column.choices:
        return min(max(map(_halves, column.choices)), _LONGEST_CHOICE)
    own = {row.value.kind for row in grid.rows if row.value and row.value.name == column.name}
    return max(_LEAST[kind] for kind in own | {column.kind})


def _growing(longest: int, width: int) -> Plain:
    """A column of text takes of the room that is left, the more the longer its texts are."""
    return {"flex": min(longest, _LONGEST), "minWidth": width}


def about(column: GridColumn) -> Plain:
    """What the script knows of a cell: whether it is open, what may be chosen, what to say."""
    return {
        "open": column.editable,
        "name": column.name,
        "choices": list(column.choices),
        "told": _hint(column),
        "more": column.more,
        "several": column.several,
        "kind": column.kind,
    }


def _hint(column: GridColumn) -> str:
    required = "必填" if column.required else ""
    unit = f"单位：{column.unit}" if column.unit else ""
    return "　".join(filter(None, (column.title, unit, required, column.hint)))


def beside(grid: SheetGrid) -> Iterator[Plain]:
    """What is told beside the cells, last year and who owes, where any row has it: asked once, so
    that no column comes while somebody types."""
    if any(row.last_year for row in grid.rows):
        yield _beside_column(LAST_YEAR, "上年", 96, "数")
    if any(row.owner for row in grid.rows):
        yield _beside_column(OWNER, "由谁填", 132, "文字")


def _beside_column(field: str, title: str, width: int, kind: str) -> Plain:
    return {
        "field": field,
        "headerName": title,
        "width": width,
        "context": {"open": False, "kind": kind},
    }


def _longest(rows: Sequence[GridRow], index: int, title: str) -> int:
    """How wide the widest text of a column is, in characters of half width."""
    texts = (row.cells[index] for row in islice(rows, _MEASURED))
    return max(map(_halves, (title, *texts)))


def _halves(text: str) -> int:
    """How wide the longest line of a text is, in characters of half width."""
    lines = text.split("\n")
    return max(sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in x) for x in lines)
