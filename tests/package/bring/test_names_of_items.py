"""What a number of a sheet is called: by the words of its row, never by another number."""

from __future__ import annotations

import pytest
from support.brought import Row, offers, proposal, sheet

from generator.package.bring import Mapped
from generator.package.bring.mapping import with_entries

MERGES = [(2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 3, 3), (2, 4, 2, 5), (2, 6, 3, 6)]
TASKS: list[Row] = [
    ("劳务协作统计表",),
    ("序号", "指标", "全年任务", "完成情况", None, "备注"),
    (None, None, None, "10月", "累计", None),
    (1, "办培训班（期）", 8, 1, 9),
    (2, "其中：电商班（期）", None, 1, 2),
    (3, "到外省做工（人）", 1000, 88, 1204, "南开区为主"),
    (4, "在本省做工（人）", None, 12, 310),
    (5, "到别处做工（人）", None, 3, 22),
]


def names(*rows: Row, merges: list[tuple[int, int, int, int]] | None = None) -> list[str]:
    """What mapping.yaml would call the items."""
    return [offer.mapped.item for offer in offers(sheet(*rows, merges=merges or []))]


def test_a_number_of_a_column_that_is_mostly_blank_names_no_item() -> None:
    named = names(*TASKS, merges=MERGES)
    assert [name.split("／")[-1] for name in named] == [row[1] for row in TASKS[3:]]


@pytest.mark.parametrize(
    ("head", "row", "name"),
    [
        (("项目名称", "主管部门", "数值"), ("到位的援助", "财政局", 52), "到位的援助"),
        (("主管部门", "项目名称", "数值"), ("财政局", "到位的援助", 52), "到位的援助"),
        (("项目", "时间", "数值"), ("到位的援助", "5月20日", 52), "到位的援助"),
        (("项目", "类别", "数值"), ("到位的援助", "产业", 52), "产业"),
        (("捐赠单位", "数值"), ("蓝海公司", 52), "蓝海公司"),
        (("项目", "数值"), ("12345热线接听", 52), "12345热线接听"),
        (("月份", "数值"), ("10月", 52), "10月"),
    ],
)
def test_the_name_stands_in_the_column_of_names(head: Row, row: Row, name: str) -> None:
    assert names(head, row, (*("其他", None)[: len(head) - 1], 1))[0] == name


@pytest.mark.parametrize("text", ["1000", "1,204人", "约430", "98%", "３.5"])
def test_of_two_numbers_side_by_side_none_names_the_other(text: str) -> None:
    rows: list[Row] = [("项目", "数值", "说明", "数值"), ("车间", 3, text, 8), ("桥", 2, "新建", 9)]
    assert text not in {name for full in names(*rows) for name in full.split("／")}


@pytest.mark.parametrize("item", ["1000", "1,000人", "1000／其中：脱贫劳动力", "上面的／8"])
def test_an_entry_that_calls_an_item_a_number_is_neither_used_nor_kept(item: str) -> None:
    entry = Mapped("劳务协作", item, "", "车间.数")
    assert with_entries((), (entry,)) == ()
    assert with_entries((entry,), ()) == (entry,)
    rows: list[Row] = [("劳务协作",), ("月份", item.split("／")[0]), ("10月", 6)]
    offer = offers(sheet(*rows), mapping=[entry])
    assert all(one.standing.value == "没有去处" for one in offer)


def test_a_column_of_tasks_of_the_year_is_left_out_and_named() -> None:
    head = ("指标", "全年任务（期）", "计划（期）", "完成（期）")
    brought = proposal(sheet(head, ("举办劳务协作培训班", 15, 14, 12)))
    assert [(offer.source, offer.value) for offer in brought.offers] == [
        ("表.xlsx“Sheet1”D2", "12")
    ]
    assert brought.sheets[0].remarks == ("没有取“全年任务（期）”列", "没有取“计划（期）”列")


def test_a_label_behind_its_number_is_no_number() -> None:
    rows: list[Row] = [("类别", "人数"), ("1.教师", 3), ("2.医生", 4), ("3.其他", 5)]
    assert names(*rows) == ["1.教师", "2.医生", "3.其他"]


def test_words_below_a_heading_of_serials_name_their_number() -> None:
    head = ("序号", "会议", "次数", "人次")
    rows: list[Row] = [(1, "常委会会议", 6, 60), (2, "常务会议", 5, 50), (3, "专题会议", 4, 40)]
    assert names(head, *rows, ("赴东部调研", "2批", "17人次"))[-1] == "赴东部调研"
