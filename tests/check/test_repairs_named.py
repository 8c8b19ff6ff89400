"""What a wrong number should be is named as it would be printed, the rounder value beside it."""

from __future__ import annotations

import pytest
from support.short_reports import findings

from generator.model.severity import Severity

CASES = [
    ("比率", "随迁子女12480人，其中在公办学校就读的11731人，占131.6%。", "是94.0%；"),
    ("比率", "招生9860人，占招生总数24650人的56.0%。", "是40.0%；"),
    ("比率", "新增就业3286人，完成年计划4200人的109.5%。", "4200人应为3000人。"),
    (
        "比率",
        "全年计划投资143亿元，一季度完成19.4亿元，投资完成率19.0%。",
        "143亿元应为102亿元或103亿元",
    ),
    ("比率", "治理沙化土地8680亩，占任务18600亩的33.3%。", "8680亩应为6194亩或6200亩"),
    ("分项合计", "收到投诉举报1836件，其中投诉1412件、举报592件。", "592件应为424件"),
    ("分项合计", "会员96人，其中女会员98人。", "部分大于整体"),
    ("单价与总额", "全村120户种植360亩，户均2.5亩。", "是3.0亩，"),
    # many values are as good: 330 to 335, 2462 to 2509
    ("单价与总额", "检查企业478家，查出隐患1728条，家均5.2条。", "478家应为332家左右"),
    ("单价与总额", "检查企业478家，查出隐患1728条，家均5.2条。", "1728条应为2486条左右"),
    ("构成", "三次产业结构为21.4∶38.2∶42.4。", "是102.0，应是100"),
]


@pytest.mark.parametrize(("rule", "text", "words"), CASES)
def test_the_value_is_named(rule: str, text: str, words: str) -> None:
    messages = [finding.message for finding in findings(rule, text)]
    assert any(words in message for message in messages), messages


def test_a_part_that_no_slip_makes_so_large_is_for_information() -> None:
    (finding,) = findings("分项合计", "实施项目3个，其中帮扶176个。")
    assert finding.severity is Severity.INFO
    assert findings("分项合计", "实施项目3个，包括在全县176个村开发岗位。") == []


def test_no_growth_by_more_than_the_value_is_offered() -> None:
    messages = [
        finding.message
        for finding in findings("增幅", "发放贷款5.64亿元，同比多发放1.16亿元，增长17.3%。")
    ]
    assert messages
    assert not any("6.16" in message for message in messages)


EXACT = [
    ("分项合计", "收到投诉举报1836件，其中投诉1412件、举报592件。"),
    ("收支差额", "年初在库96件，入库38件，出库27件，年末在库117件。"),
]


@pytest.mark.parametrize(("rule", "text"), EXACT)
def test_a_value_that_leaves_no_room_is_not_called_rough(rule: str, text: str) -> None:
    messages = [finding.message for finding in findings(rule, text)]
    assert any("应为" in message for message in messages)
    assert not any("左右" in message for message in messages)


AS_ROUND = [
    # a number that ends in two zeros should be one that does
    ("全年收入68432万元，占年初预算93100万元的102.9%。", "93100万元应为66500万元。"),
    ("渔获87316公斤，为计划121100公斤的100.9%。", "121100公斤应为86500公斤。"),
]


@pytest.mark.parametrize(("text", "words"), AS_ROUND)
def test_a_number_should_be_as_round_as_it_is_printed(text: str, words: str) -> None:
    assert any(words in finding.message for finding in findings("比率", text))
