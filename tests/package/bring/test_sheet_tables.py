"""Several tables on one sheet, one below the other."""

from __future__ import annotations

import pytest
from support.brought import Row, offers, sheet, stands

from generator.package.bring.sheet_layout import layouts_of

FIRST: list[Row] = [("指标", "单位", "数量"), ("学校", "所", 6), ("医院", "家", 2)]


def bodies(*rows: Row) -> list[tuple[int, ...]]:
    """The rows of data of the tables of a sheet."""
    return [part.body for part in layouts_of(sheet(*rows))]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ([("资金情况",), ("项目", "金额（元）"), ("助学", 9)], (6,)),
        ([("资金情况",), ("单位：元",), ("项目", "金额"), ("助学", 9)], (7,)),
        ([("项目名称", "主管", "金额"), ("助学", "教育局", 9)], (5,)),
        ([("序号", "时间", "人数"), (1, "5月", 9), (2, "6月", 8)], (5, 6)),
        ([("注：截至10月底",), ("项目名称", "主管", "金额"), ("助学", "教育局", 9)], (6,)),
    ],
)
def test_a_head_below_numbers_begins_another_table(
    below: list[Row], expected: tuple[int, ...]
) -> None:
    assert bodies(*FIRST, *below) == [(2, 3), expected]


@pytest.mark.parametrize(
    "below",
    [
        [("是否建立制度", None, "是"), ("车间", "个", 3)],
        [("车间", "个", "未统计"), ("园区", "个", 3)],
        [("项目", None, "已开工"), ("园区", "个", 3)],
        [("二、资金",), ("项目", "个", "无"), ("园区", "个", 3)],
        [("二、资金",), ("助学金", "元", 3)],
        [("指标", "单位", "数量"), ("园区", "个", 3)],
        [("项目名称", "主管", "金额"), ("助学", "教育局", "未拨")],
    ],
)
def test_other_rows_of_words_begin_none(below: list[Row]) -> None:
    assert len(bodies(*FIRST, *below)) == 1


def test_each_table_has_its_own_title_units_and_columns() -> None:
    money: list[Row] = [
        ("资金情况", None, "单位：元"),
        ("项目", "金额", "说明"),
        ("用于产业帮扶", 35_860_000),
    ]
    schools: Row = ("参与结对的东部学校数", "所", 6)
    brought = sheet(("学校情况",), FIRST[0], schools, *money)
    assert [part.title for part in layouts_of(brought)] == ["学校情况", "资金情况"]
    assert stands(brought) == {"1.3.2": ("6", "可取"), "4.2.1.3": ("3586", "可取")}


def test_year_and_place_of_the_first_title_hold_for_all_tables() -> None:
    below: list[Row] = [("培训情况",), ("项目", "单位", "次数"), ("举办劳务协作培训班", "期", 12)]
    for title, said in (("2022年学校情况", "2022年"), ("会宁县学校情况", "会宁县")):
        *_, last = offers(sheet((title,), *FIRST, *below))
        assert (last.target.ident, last.standing.value) == ("2.1.1", "请定")
        assert any(said in reason for reason in last.reasons)
