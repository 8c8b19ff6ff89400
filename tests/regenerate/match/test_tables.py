"""Which table of a file is which of the draft: by what it holds, each paragraph once; by bookmarks where two hold the same."""

from __future__ import annotations

import pytest
from support.small import draft

from generator.regenerate.base import Base, Block
from generator.regenerate.prove.expected import expected
from generator.regenerate.steps import merge
from generator.word.reader import CellLocation, Para, Span, View

Table = tuple[tuple[str, ...], ...]
LARGE: Table = (
    ("事项", "件数", "人次", "天数"),
    ("受理", "{受理:2}", "0", "{受理天:1}"),
    ("办结", "1", "{办结:3}", "0"),
    ("转办", "0", "{转办:1}", "2"),
    ("退回", "0", "0", "{退回:0}"),
)
SMALL: Table = (("维持", "{维持:2}"), ("撤销", "{撤销:1}"), ("其他", "{其他:0}"))
NUMBERS: Table = (("维持", "撤销", "其他"), ("{维持:2}", "{撤销:1}", "{其他:0}"))
FIRST: Table = (("名称", "数量", "备注"), ("大棚", "{大棚:12}", "已建成"))
SECOND: Table = (("名称", "数量", "备注"), ("水渠", "{水渠:30}", "在建中"))
BLANK: Table = (("名称", "数量"), ("", "{甲:0}"))
OTHER_BLANK: Table = (("名称", "数量"), ("", "{乙:0}"))
NEW_VALUES = {
    key: str(number)
    for number, key in enumerate(
        (
            "受理",
            "受理天",
            "办结",
            "转办",
            "退回",
            "维持",
            "撤销",
            "其他",
            "大棚",
            "水渠",
            "甲",
            "乙",
        ),
        71,
    )
}


def report(ident: str, tables: tuple[Table, ...], values: dict[str, str]) -> Base:
    """Tables as a draft, with other values by key."""
    lines = []
    for number, table in enumerate(tables):
        for row, cells in enumerate(table):
            for column, text in enumerate(cells):
                key = text.strip("{}").partition(":")[0]
                is_new = text.startswith("{") and key in values
                shown = f"{{{key}:{values[key]}}}" if is_new else text
                lines.append((f"表{number}/{row}/{column}", shown))
    return draft(ident, *lines)


def file_of(base: Base, order: tuple[int, ...], *, marked: bool) -> View:
    """The file with some of the tables, in an order of the user's."""
    paras: list[Para] = []
    spans: dict[str, Span] = {}
    for place, number in enumerate(order):
        for block in _of_table(base, number):
            assert block.cell
            if marked:
                spans[f"_RG{base.id}_{block.ident}"] = _whole(len(paras), block.text)
            row = int(block.cell.row.partition("/")[2])
            paras.append(Para(block.text, CellLocation(place, row, block.cell.column)))
    return View(tuple(paras), spans)


def _whole(para: int, text: str) -> Span:
    return Span(para, 0, para, len(text))


def _of_table(base: Base, number: int) -> list[Block]:
    return [block for block in base.blocks if block.cell and block.cell.table == f"表{number}"]


CASES = {
    "small one behind a large one": ((LARGE, SMALL), (0, 1)),
    "small one before a large one": ((SMALL, LARGE), (0, 1)),
    "one row of numbers": ((LARGE, NUMBERS), (0, 1)),
    "tables moved": ((LARGE, SMALL, FIRST), (2, 1, 0)),
    "the first of two with one head deleted": ((FIRST, SECOND), (1,)),
    "the second of two with one head deleted": ((FIRST, SECOND), (0,)),
    "all but one deleted": ((LARGE, NUMBERS, FIRST, SECOND), (3,)),
}


@pytest.mark.parametrize("marked", [True, False], ids=["marks", "no marks"])
@pytest.mark.parametrize("name", CASES)
def test_every_table_gets_its_own_values(name: str, marked: bool) -> None:
    """A table that was deleted is told, once."""
    tables, order = CASES[name]
    base, new = report("1111", tables, {}), report("2222", tables, NEW_VALUES)
    view = file_of(base, order, marked=marked)
    plan = merge(base, new, view)
    wanted = [block.text for number in order for block in _of_table(new, number)]
    assert expected(view, plan, new) == [text for text in wanted if text]
    told = [matter.reason for matter in plan.matters]
    assert told == ["deleted"] * (len(tables) - len(order))


def test_of_two_tables_that_say_the_same_bookmarks_tell_which_is_which() -> None:
    tables = (BLANK, OTHER_BLANK)
    base, new = report("1111", tables, {}), report("2222", tables, NEW_VALUES)
    view = file_of(base, (1, 0), marked=True)
    plan = merge(base, new, view)
    assert expected(view, plan, new) == ["名称", "数量", "82", "名称", "数量", "81"]
    assert not plan.matters
