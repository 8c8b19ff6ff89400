"""The parts of a sheet as departments send it, whatever its columns mean."""

from __future__ import annotations

import pytest
from support.brought import Row, sheet

from generator.package.bring.cell_sorts import is_numeric
from generator.package.bring.sheet_layout import SheetLayout, layouts_of
from generator.package.intake.grid import RawCell

LABOUR: list[Row] = [
    ("2023年劳务协作情况统计表",),
    ("填报单位：县人社局", None, None, None, "单位：人、万元"),
    ("序号", "乡镇", "转移就业", None, "培训资金"),
    (None, None, "东部", "省内", None),
    (1, "上河镇", 12, 30, "3.5"),
    (2, "下河乡", "8", 21, 2),
    (),
    ("合 计", None, 20, 51, 5.5),
    ("注：数据截至10月底",),
]


def layout(*rows: Row, merges: tuple[tuple[int, int, int, int], ...] = ()) -> SheetLayout:
    (only,) = layouts_of(sheet(*rows, merges=merges))
    return only


def test_merged_heads() -> None:
    merges = ((1, 1, 1, 5), (3, 3, 3, 4), (3, 1, 4, 1), (3, 2, 4, 2), (3, 5, 4, 5), (9, 1, 9, 5))
    labour = layout(*LABOUR, merges=merges)
    assert labour.titles == ("2023年劳务协作情况统计表",)
    assert labour.units == ("人", "万元")
    assert labour.heads == {
        1: ("序号",),
        2: ("乡镇",),
        3: ("转移就业", "东部"),
        4: ("转移就业", "省内"),
        5: ("培训资金",),
    }
    assert (labour.body, labour.totals) == ((5, 6), (8,))


def test_the_same_without_merged_cells() -> None:
    labour = layout(*LABOUR)
    assert labour.heads[3] == ("转移就业", "东部")
    assert labour.heads[4] == ("转移就业", "省内")
    assert labour.heads[5] == ("培训资金",)
    assert (labour.body, labour.totals) == ((5, 6), (8,))


def test_a_list_without_numbers_has_a_head_of_one_row() -> None:
    people = layout(("姓名", "单位", "挂职时间"), ("王　丽", "区教委", "2023年5月"))
    assert (people.heads[1], people.body) == (("姓名",), (2,))


def test_a_head_printed_again_and_headings_between_rows() -> None:
    rows = layout(
        ("指标", "数值"),
        ("一、组织领导",),
        ("会议", 3),
        ("指标", "数值"),
        ("二、就业",),
        ("培训", 4),
        ("填表人：张某", "电话：13900000001"),
    )
    assert rows.body == (2, 3, 5, 6)


@pytest.mark.parametrize(
    ("value", "numeric"),
    [
        (12, True),
        (12.5, True),
        ("1286.5", True),
        ("约20次", True),
        ("１２", True),
        ("3,000万元", True),
        ("2023年5月", False),
        ("2023.5", False),
        ("5月", False),
        ("13900000001", False),
        ("12期、600人", False),
        ("科长", False),
        (True, False),
    ],
)
def test_what_is_a_number(value: str | float, numeric: bool) -> None:
    assert is_numeric(RawCell(value)) is numeric


def test_years_in_a_head() -> None:
    heads = layout(("指标", "2023年", "2022年数", 2021), ("培训", 4, 3, 2)).heads
    assert heads == {1: ("指标",), 2: ("2023年",), 3: ("2022年数",), 4: ("2021",)}


def test_numbers_alone_have_no_head() -> None:
    assert layout((1, 2), (3, 4)).heads == {}


def test_several_tables_are_parted_only_where_a_head_stands_over_numbers() -> None:
    first: list[Row] = [("指标", "数值"), ("学校", 6)]
    second: list[Row] = [("医院情况",), ("项目", "数量"), ("医院", 2)]
    assert [part.body for part in layouts_of(sheet(*first, (), *second))] == [(2,), (6,)]
    assert [part.body for part in layouts_of(sheet(*first, (), ("医院", 2)))] == [(2, 4)]
    people: list[Row] = [("姓名", "职务"), ("甲", "科长"), (), ("乙", "科员"), ("丙", "科员")]
    assert [part.body for part in layouts_of(sheet(*people))] == [(2, 4, 5)]


def test_the_title_is_that_of_the_file_where_the_sheet_says_nothing() -> None:
    assert layouts_of(sheet(("学校", 6), name="Sheet1", file="教育局.xlsx"))[0].title == "教育局"
    assert layouts_of(sheet(("学校", 6), name="协作", file="教育局.xlsx"))[0].title == "协作"
