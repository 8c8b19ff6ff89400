"""What the title of a sheet, its name, its file and the lines above it say against it."""

from __future__ import annotations

import datetime as dt

import pytest
from support.brought import county, offers, sheet

from generator.model.replacing import replace
from generator.package.bring import Offer, propose

ROWS = (("指标", "单位", "数值"), ("举办劳务协作培训班", "期", 12))


def doubts(*lines: str, name: str = "Sheet1", file: str = "表.xlsx") -> tuple[str, ...]:
    """Why the number below these lines is asked about, () where it is certain."""
    (offer,) = offers(sheet(*((line,) for line in lines), *ROWS, name=name, file=file))
    return offer.reasons


@pytest.mark.parametrize(
    "title",
    [
        "2023年劳务协作情况表",
        "青禾县2023年劳务协作情况表",
        "2023年1—12月劳务协作情况表",
        "二〇二三年劳务协作情况表",
        "青禾县23年劳务协作情况表",
        "2023年劳务协作情况表（截至10月底）",
        "2023年雨露计划情况表",
        "2023年目标任务完成情况表",
        "2023年劳务协作与上年同期对比表",
        "天津市南开区对口帮扶青禾县2023年情况表",
        "南开区与青禾县2023年劳务协作情况表",
        "青源市青禾县2023年劳务协作情况表",
    ],
)
def test_a_title_of_the_place_and_the_year_is_certain(title: str) -> None:
    assert doubts(title) == ()


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("青源市大青禾县2023年劳务协作情况表", "大青禾县"),
        ("南开区帮扶白水县2023年劳务协作情况表", "白水县"),
        ("22年劳务协作情况表", "2022年"),
        ("青禾县二〇二二年度劳务协作情况表", "2022年"),
        ("上年度劳务协作情况表", "2022年"),
        ("2021—2023年劳务协作情况表", "2021年"),
        ("2021年以来劳务协作情况表（截至2023年底）", "2021年"),
        ("2023年1-9月劳务协作情况表", "1-9月"),
        ("2023年1月至6月劳务协作情况表", "1月至6月"),
        ("青禾县2023年上半年劳务协作情况表", "上半年"),
        ("2023年第三季度劳务协作情况表", "第三季度"),
        ("2023年前三季度劳务协作情况表", "前三季度"),
        ("2023年劳务协作计划表", "计划表"),
        ("2023年劳务协作任务分解表", "任务分解表"),
    ],
)
def test_a_title_of_another_place_or_time_or_of_a_plan_is_asked(title: str, said: str) -> None:
    (reason,) = doubts(title)
    assert said in reason


def test_a_part_of_the_year_is_certain_where_the_data_end_with_it() -> None:
    dataset, kind = county()
    settings = replace(dataset.settings, cutoff=dt.date(2023, 9, 30))
    till_september = replace(dataset, settings=settings)
    asked = {}
    for title in ("2023年1-9月情况表", "2023年前三季度情况表", "2023年上半年情况表"):
        (offer,) = propose([sheet((title,), *ROWS)], till_september, kind).offers
        assert isinstance(offer, Offer)
        asked[title] = bool(offer.reasons)
    assert list(asked.values()) == [False, False, True]


@pytest.mark.parametrize(
    ("line", "name", "file", "said"),
    [
        ("填报单位：县人社局", "Sheet1", "人社局.xlsx", ""),
        ("填报时间：2024年1月", "Sheet1", "2024年报送.xlsx", ""),
        ("填报单位：青禾县人社局", "青禾县", "青禾县人社局.xlsx", ""),
        ("填报单位（盖章）：大青禾县人社局", "Sheet1", "表.xlsx", "表上写的是大青禾县"),
        ("填报时间：2022年12月", "Sheet1", "表.xlsx", "表上写的是2022年，报告是2023年的"),
        ("填报单位：县人社局", "会宁县", "表.xlsx", "工作表名写的是会宁县"),
        ("填报单位：县人社局", "2022年", "表.xlsx", "工作表名写的是2022年，报告是2023年的"),
        ("填报单位：县人社局", "Sheet1", "会宁县人社局.xlsx", "文件名写的是会宁县"),
        ("填报单位：县人社局", "Sheet1", "2022年表.xlsx", "文件名写的是2022年，报告是2023年的"),
    ],
)
def test_what_stands_beside_a_title_without_place_and_year(
    line: str, name: str, file: str, said: str
) -> None:
    found = doubts("劳务协作情况表", line, name=name, file=file)
    assert found == ((said,) if said else ())


def test_a_title_that_names_place_and_year_counts_more_than_the_file() -> None:
    assert doubts("青禾县2023年劳务协作情况表", file="会宁县2022年.xlsx") == ()
