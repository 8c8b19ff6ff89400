"""Tables with their titles and notes that the data put in another order: all stay together, and one line tells it."""

from __future__ import annotations

from itertools import permutations

import pytest
from support.small import draft

from generator.regenerate.base import Base, Block
from generator.regenerate.prove.expected import expected
from generator.regenerate.steps import merge
from generator.word.reader import CellLocation, Para, Span, View

NAMES = {"甲": "河东水渠", "乙": "南川大棚", "丙": "北塬车间"}
ORDERS = ["".join(order) for order in permutations(NAMES)]


def annexes(ident: str, order: str, value: str, items: str = "") -> Base:
    """A list of ``items``, then for each name a title, a table and a note."""
    lines = [(f"项{name}", f"{NAMES[name]}项目按期完工验收。") for name in items]
    for number, name in enumerate(order, 1):
        lines += [
            (f"题{name}", f"{{号:附件{number}}}　{NAMES[name]}项目自评表"),
            (f"表{name}/0/0", "项目名称"),
            (f"表{name}/0/1", NAMES[name]),
            (f"表{name}/1/0", "得分"),
            (f"表{name}/1/1", f"{{{name}分:{value}}}"),
            (f"注{name}", f"{NAMES[name]}项目由实施单位填报。"),
        ]
    return draft(ident, *lines)


def file_of(base: Base, order: str, *, marked: bool) -> View:
    """The file: the list as it was, the annexes in an order of the user's."""
    blocks = [block for block in base.blocks if block.id.startswith("项")]
    blocks += [block for name in order for block in base.blocks if _is_of(block, name)]
    spans = {
        f"_RG{base.id}_{block.ident}": Span(para, 0, para, len(block.text))
        for para, block in enumerate(blocks)
    }
    return View(tuple(_para(block, order) for block in blocks), spans if marked else {})


def _is_of(block: Block, name: str) -> bool:
    return block.id[0] != "项" and block.id[1] == name


def _para(block: Block, order: str) -> Para:
    if block.cell is None:
        return Para(block.text, None)
    row = int(block.cell.row.partition("/")[2])
    return Para(block.text, CellLocation(order.index(block.id[1]), row, block.cell.column))


@pytest.mark.parametrize("marked", [True, False], ids=["marks", "no marks"])
@pytest.mark.parametrize("order", ORDERS)
def test_what_belongs_to_a_table_stays_with_it(order: str, marked: bool) -> None:
    base, new = annexes("1111", "甲乙丙", "90"), annexes("2222", order, "95")
    view = file_of(base, "甲乙丙", marked=marked)
    plan = merge(base, new, view)
    wanted = [block.text for name in "甲乙丙" for block in new.blocks if _is_of(block, name)]
    assert expected(view, plan, new) == wanted
    told = [matter.text for matter in plan.matters]
    assert len(told) == (order != "甲乙丙")
    assert all("次序变了" in text and "请自己调换" in text for text in told)


@pytest.mark.parametrize("marked", [True, False], ids=["marks", "no marks"])
@pytest.mark.parametrize("order", ORDERS)
def test_an_order_that_people_made_already_is_not_told(order: str, marked: bool) -> None:
    base, new = annexes("1111", "甲乙丙", "90"), annexes("2222", order, "95")
    view = file_of(base, order, marked=marked)
    plan = merge(base, new, view)
    assert expected(view, plan, new) == [block.text for block in new.blocks]
    assert not plan.matters


def test_paragraphs_on_one_side_of_the_tables_move() -> None:
    base, new = annexes("1111", "甲乙丙", "90", "甲乙丙"), annexes("2222", "丙乙甲", "90", "丙甲乙")
    plan = merge(base, new, file_of(base, "甲乙丙", marked=True))
    assert list(plan.moves) == ["项丙"]
    assert len(plan.matters) == 1


def test_a_note_that_goes_behind_a_table_moves_where_the_tables_keep_their_order() -> None:
    base = annexes("1111", "甲乙", "90", "丙")
    new = annexes("2222", "甲乙", "90", "丙")
    moved = Base(new.id, (*new.blocks[1:], new.blocks[0]))
    plan = merge(base, moved, file_of(base, "甲乙", marked=True))
    assert list(plan.moves) == ["项丙"]
    assert not plan.matters
