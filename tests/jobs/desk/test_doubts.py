"""What can hardly be meant is a doubt at its cell; what the reader takes is no fault for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import desks

from generator.jobs.desk import CellEdit, EditRefusedError, GridColumn, GridRow, grid
from generator.jobs.desk.doubts import doubts_of, refuse_unoffered


def number(unit: str) -> GridColumn:
    return GridColumn("数值", "数值", unit, kind="数")


FLAG = GridColumn("数值", "数值", choices=("是", "否"), kind="是否")


@pytest.mark.parametrize(
    ("column", "text", "doubt"),
    [
        (number("人次"), "12.5", "12.5人次不是整数，请核对。"),
        (number("人次"), "-5", "是负数，请核对。"),
        (number("万元"), "12.5", ""),
        (number("万元"), "-5", "是负数，请核对。"),
        (number("%"), "-5.5", ""),
        (number("人次"), "1,250", ""),
        (number("人次"), "约12", ""),
        (number("人次"), "十二", ""),  # a fault, which is told as such
        (number("人次"), "=", ""),
        (FLAG, "有", "应当是“是”或“否”。"),
        (FLAG, "是", ""),
        (FLAG, "", ""),
        (GridColumn("数值", "数值"), "-5", ""),
    ],
)
def test_what_is_doubtful(column: GridColumn, text: str, doubt: str) -> None:
    expected = {"数值": doubt} if doubt else {}
    assert doubts_of((column,), GridRow(2, (text,))) == expected
    of_row = GridRow(2, (text,), value=column)  # the form: a unit of its own in each row
    assert doubts_of((GridColumn("数值", "2023年"),), of_row) == expected


def test_a_flag_takes_what_it_offers(tmp_path: Path) -> None:
    shown = grid(desks.package(tmp_path), "indicators.csv")
    row = next(row.row for row in shown.rows if row.cells[0] == "1.1.4")
    other = next(row.row for row in shown.rows if row.cells[0] == "1.1.1")
    for text in ("是", "否", ""):
        refuse_unoffered(shown, [CellEdit(row, "数值", text), CellEdit(other, "数值", "有")])
    with pytest.raises(EditRefusedError) as refused:
        refuse_unoffered(shown, [CellEdit(row, "数值", "有")])
    [message] = refused.value.messages
    assert (message.row, message.column) == (row, "数值")
    assert message.text.startswith("写的是“有”，应当是“是”或“否”")
