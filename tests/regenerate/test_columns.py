"""Tables whose rows do not have the columns that they had: a cell is found, or it is told; never another one."""

from __future__ import annotations

import pytest
from support.small import draft

from generator.model.replacing import replace
from generator.regenerate.base import Base
from generator.regenerate.prove.expected import expected
from generator.regenerate.steps import merge
from generator.word.reader import CellLocation, Para, Span, View

ROWS = {
    "头": ("名称", "单位", "数"),
    "甲": ("就业", "人", "{就业:12}"),
    "乙": ("学校", "个", "{学校:35}"),
    "丙": ("医院", "个", "{医院:12}"),
}


def table(**values: str) -> Base:
    """The table as a draft, with other values by key."""
    lines = []
    for row, cells in ROWS.items():
        for column, text in enumerate(cells):
            key = text.strip("{}").partition(":")[0]
            new = text.startswith("{") and key in values
            lines.append((f"表/{row}/{column}", f"{{{key}:{values[key]}}}" if new else text))
    return draft("2222" if values else "1111", *lines)


BASE, NEW = table(), table(就业="20", 学校="40", 医院="21")


def sheet(order: list[int | tuple[str, ...]], marked: bool) -> View:
    """The table with its columns in another order, and with columns of the user's own (four texts)."""
    paras: list[Para] = []
    spans: dict[str, Span] = {}
    for row in range(len(ROWS)):
        for place, column in enumerate(order):
            block = BASE.blocks[row * 3 + column] if isinstance(column, int) else None
            text = block.text if block else column[row]  # type: ignore[index]
            if block and marked:
                spans[f"_RG{BASE.id}_{block.ident}"] = Span(len(paras), 0, len(paras), len(text))
            paras.append(Para(text, CellLocation(0, row, place)))
    return View(tuple(paras), spans)


OWN = ("备注", "12", "35", "12")
"""A column of the user's own with the numbers of the last draft."""
COLUMNS: dict[str, tuple[list[int | tuple[str, ...]], int]] = {
    "added in front": ([OWN, 0, 1, 2], 0),
    "added within": ([0, OWN, 1, 2], 0),
    "added at the end": ([0, 1, 2, OWN], 0),
    "deleted": ([0, 2], 0),
    "figures deleted": ([0, 1], 3),
    "in another order": ([2, 0, 1], 0),
    "one added, one deleted": ([0, OWN, 2], 0),
}


@pytest.mark.parametrize("marked", [True, False], ids=["marks", "no marks"])
@pytest.mark.parametrize("name", COLUMNS)
def test_columns_of_the_user(name: str, marked: bool) -> None:
    """The user's own column stays as it is, each figure is updated in its column; where it is gone it is told."""
    order, told = COLUMNS[name]
    view = sheet(order, marked)
    plan = merge(BASE, NEW, view)
    wanted = [
        text
        for row in range(len(ROWS))
        for column in order
        for text in [NEW.blocks[row * 3 + column].text if isinstance(column, int) else column[row]]
    ]
    assert expected(view, plan, NEW) == wanted
    assert len(plan.matters) == told


def test_a_column_that_the_data_add_is_told() -> None:
    cells = []
    for block in NEW.blocks:
        assert block.cell
        cells.append(block)
        if block.cell.column == 2:
            cells.append(replace(draft("x", (f"{block.cell.row}/3", "新")).blocks[0]))
    plan = merge(BASE, replace(NEW, blocks=tuple(cells)), sheet([0, 1, 2], marked=True))
    assert [matter.reason for matter in plan.matters] == ["row"]


def test_a_new_row_among_wider_ones_is_told() -> None:
    longer = replace(
        NEW,
        blocks=(
            *NEW.blocks,
            *draft("x", ("表/丁/0", "车间"), ("表/丁/1", "个"), ("表/丁/2", "7")).blocks,
        ),
    )
    plan = merge(BASE, longer, sheet([0, OWN, 1, 2], marked=True))
    assert [row.row for row in plan.new_rows] == ["表/丁"]
    assert [matter.reason for matter in plan.matters] == ["row"]


def test_a_table_of_which_most_rows_were_deleted_is_still_it() -> None:
    view = sheet([0, 1, 2], marked=False)
    kept = View(view.paras[9:])
    assert expected(kept, merge(BASE, NEW, kept), NEW) == ["医院", "个", "21"]
