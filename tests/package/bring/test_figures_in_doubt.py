"""Numbers that look certain and are asked about: another total, a single month, two units."""

from __future__ import annotations

import pytest
from support.brought import Row, offers, sheet, stands

SCHOOLS, HOSPITALS, COURSES = "参与结对的东部学校数", "参与结对的东部医院数", "举办劳务协作培训班"
HEAD: Row = ("项目", "数量")


def asked(*rows: Row) -> list[bool]:
    """Which of the numbers of a sheet are asked about because of its totals."""
    return [any("合计" in reason for reason in offer.reasons) for offer in offers(sheet(*rows))]


@pytest.mark.parametrize("total", ["合计", "累计", "总 计"])
def test_a_total_that_differs_from_the_only_row_is_asked(total: str) -> None:
    assert stands(sheet(HEAD, (SCHOOLS, 30), (total, 143))) == {"1.3.2": ("30", "请定")}
    assert stands(sheet(HEAD, (total, 143), (SCHOOLS, 30))) == {"1.3.2": ("30", "请定")}
    assert stands(sheet(HEAD, (SCHOOLS, 30), (total, 30))) == {"1.3.2": ("30", "可取")}
    town = ("城关镇", 3)
    of_towns: Row = ("乡镇", "援建帮扶车间数（个）")
    assert stands(sheet(of_towns, town, (total, 8))) == {"3.3": ("3", "请定")}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(SCHOOLS, 3), (HOSPITALS, 4), ("合计", 7)], [False, False]),
        ([(SCHOOLS, 3), (HOSPITALS, 4), ("合计", 8)], [True, True]),
        ([(COURSES, 90), (SCHOOLS, 3), (HOSPITALS, 4), ("合计", 7)], [False] * 3),
        ([(SCHOOLS, 3), ("其中：小学", 1), (HOSPITALS, 4), ("合计", 7)], [False] * 3),
        ([("合计", 7), (SCHOOLS, 3), (HOSPITALS, 4)], [False, False]),
        ([(SCHOOLS, 3), ("小计", 3), (HOSPITALS, 4), ("小计", 4), ("合计", 7)], [False, False]),
        ([(SCHOOLS, 3), ("小计", 3), (HOSPITALS, 4), ("小计", 5)], [False, True]),
        ([(SCHOOLS, "3所"), (HOSPITALS, "约4"), ("合计", "7")], [False, False]),
        ([(SCHOOLS, 3), ("合计", "100%")], [False]),
        ([(SCHOOLS, 3), ("合计", "见附表")], [False]),
    ],
)
def test_a_total_that_no_rows_beside_it_make_leaves_them_in_doubt(
    rows: list[Row], expected: list[bool]
) -> None:
    assert asked(HEAD, *rows) == expected


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("2023年11月协作情况表", "11月"),
        ("2023年协作情况表（11月份）", "11月份"),
        ("十一月协作情况表", "十一月"),
        ("2023年1月至2023年12月协作情况表", ""),
        ("2023年1-12月协作情况表", ""),
        ("协作情况表（截至2023年12月）", ""),
        ("协作情况表（2023年10月底）", ""),
        ("协作情况表（2023年12月31日）", ""),
        ("2023年12月", ""),
    ],
)
def test_a_title_of_one_month_is_asked(title: str, said: str) -> None:
    (offer,) = offers(sheet((title,), HEAD, (SCHOOLS, 30)))
    assert offer.reasons == ((f"表题写的是{said}，不知道是不是只有这一个月的数",) if said else ())


MONEY = "用于产业帮扶"


@pytest.mark.parametrize(
    ("above", "below", "value", "standing"),
    [
        ("金额单位：元", "注：金额为万元。", "894", "请定"),
        ("单位：万元", "注：金额均以万元计", "894", "可取"),
        ("单位：万元", "注：资金含省级资金，共为3元", "894", "可取"),
        ("情况表", "注：数据以元为单位", "0.0894", "可取"),
        ("情况表", "注：表中资金为元、不含税", "0.0894", "可取"),
    ],
)
def test_units_that_a_note_says_otherwise_are_asked(
    above: str, below: str, value: str, standing: str
) -> None:
    rows: list[Row] = [("资金表",), (above,), ("项目", "数量"), (MONEY, 894), (below,)]
    assert stands(sheet(*rows)) == {"4.2.1.3": (value, standing)}


def test_two_units_of_the_table_are_told_as_such() -> None:
    rows: list[Row] = [("资金（单位：元）",), HEAD, (MONEY, 894), ("注：金额为万元",)]
    assert offers(sheet(*rows))[0].reasons == ("全表写的单位有元、万元，不知道以哪个为准",)
