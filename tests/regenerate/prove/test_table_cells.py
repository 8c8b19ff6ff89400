"""The cells of a table in a file whose columns people changed: found by head and name."""

from __future__ import annotations

import pytest

from generator.model.document import (
    Column,
    Document,
    Properties,
    Run,
    Section,
    Table,
    TableCell,
    TableRow,
)
from generator.model.view import SeenCell, SeenRow, View
from generator.regenerate.prove.table_cells import seen_cells

HEAD = ("指标", "单位", "数值")
BODY = ("4.2021年计划实施项目数", "个", "14")


def table() -> Document:
    rows = tuple(
        TableRow(
            role,
            tuple(TableCell(f"{role}{at}", ((Run(text),),)) for at, text in enumerate(texts)),
            role,
        )
        for role, texts in (("head", HEAD), ("body", BODY))
    )
    section = Section((Table("表", (Column(),) * 3, rows),))
    return Document((section,), Properties("", "", ""))


def seen(*rows: tuple[tuple[int, str], ...]) -> View:
    """A table whose cells begin in these columns."""
    made = tuple(SeenRow(0, tuple(SeenCell((text,), at) for at, text in row)) for row in rows)
    return View((), seen=made)


# The head and the row in a file, and what stands under each head of the report there.
FILES = {
    "as it was": (
        ((0, "指标"), (1, "单位"), (2, "数值")),
        ((0, BODY[0]), (1, "个"), (2, "14")),
        list(BODY),
    ),
    "a column more, the first head over both": (
        ((0, "指标"), (2, "单位"), (3, "数值")),
        ((0, BODY[0]), (2, "个"), (3, "14")),
        list(BODY),
    ),
    "a blank column before the label, one head over both": (
        ((0, "指标"), (2, "单位"), (3, "数值")),
        ((0, ""), (1, BODY[0]), (2, "个"), (3, "14")),
        list(BODY),
    ),
    "words before the label, one head over both": (
        ((0, "指标"), (2, "单位"), (3, "数值")),
        ((0, "重点"), (1, BODY[0]), (2, "个"), (3, "14")),
        [f"重点\n{BODY[0]}", "个", "14"],
    ),
    "a label that reaches under a head of its own": (
        ((0, ""), (1, "指标"), (2, "单位"), (3, "数值")),
        ((0, BODY[0]), (2, "个"), (3, "14")),
        list(BODY),
    ),
    "a column taken out": (
        ((0, "指标"), (1, "数值")),
        ((0, BODY[0]), (1, "14")),
        [BODY[0], None, "14"],
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_what_stands_under_each_head(name: str) -> None:
    head, row, wanted = FILES[name]
    cells = seen_cells(table(), seen(head, row))
    assert [cells[f"body{at}"].text for at in range(3)] == wanted
