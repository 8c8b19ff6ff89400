"""Wording of budget reports: the same sentences of several budgets, additions to a number before,
one whole divided in several ways."""

from __future__ import annotations

import pytest
from support.short_reports import findings

DIVIDED = (
    "截至年末，全市债务余额166.6亿元。分性质看，一般债务93.2亿元，专项债务73.4亿元。"
    "分级次看，市本级89.3亿元，县区{}亿元。"
)
TRADE = (
    "全市实现零售总额290亿元，增长5%。分规模看，限额以上67.9亿元，下降2.2%；限额以下222.1亿元，增长7.5%。"
    "分地域看，城镇266.2亿元，增长5.1%；乡村{}亿元，增长3.8%。"
)
ADDED = (
    "全市公共预算支出完成406.1亿元，下降1.3%，加上解支出1.2亿元、调出资金4.6亿元、结转下年35.7亿元，"
    "支出总计{}亿元。"
)
SILENT = [
    ("分项合计", DIVIDED.format("77.3")),
    ("分项合计", TRADE.format("23.8")),
    ("分项合计", ADDED.format("447.6")),
    ("分项合计", "支出情况见附表。加上解支出1.2亿元、调出资金4.6亿元，支出总计406.1亿元。"),
    ("分项合计", "全年到位各类资金310.8亿元。其中新增专项债券20.1亿元，新增一般债券13.4亿元。"),
    ("分项合计", "“云山标准”“云山品牌”分别新增12项和44项，累计分别达到64项和288项。"),
    ("分项合计", "城镇化率达71.9％，其中“4050”人员就业稳定。"),
    ("比率", "全市标准化牧场达267个，畜禽规模化牧场达1094个，规模养殖比重达70%。"),
    (
        "比率",
        "全市公共预算收入完成47.5亿元，为预算的105.9%，其中税收收入33.3亿元，为预算的102.5%。",
    ),
]
SPOKEN = [
    ("分项合计", DIVIDED.format("87.3"), "176.6亿元"),
    ("分项合计", TRADE.format("28.3"), "294.5亿元"),
    ("分项合计", ADDED.format("474.6"), "447.6亿元"),
    ("比率", "完成投资24亿元，占年初预算30亿元的90%。", "80%"),
]


@pytest.mark.parametrize(("rule", "text"), SILENT)
def test_stays_silent(rule: str, text: str) -> None:
    assert [finding.message for finding in findings(rule, text)] == []


@pytest.mark.parametrize(("rule", "text", "words"), SPOKEN)
def test_speaks(rule: str, text: str, words: str) -> None:
    (message,) = [finding.message for finding in findings(rule, text)]
    assert words in message


@pytest.mark.parametrize(
    ("rule", "sentence", "other"),
    [
        ("同句异数", "收支相抵后，年终结余43.4亿元，全部结转下年使用。", "6.1"),
        ("同句异数", "加上级补助收入、债务转贷收入等，收入总量为43.4亿元。", "91.3"),
        ("一数两值", "加补助下级支出、调出资金等，支出总量为43.4亿元。", "28.8"),
    ],
)
def test_what_has_no_subject_speaks_of_its_own_budget(rule: str, sentence: str, other: str) -> None:
    budgets = (
        f"公共预算收入完成171.5亿元。{sentence}",
        f"基金预算收入完成45.2亿元。{sentence.replace('43.4', other)}",
    )
    assert findings(rule, *budgets) == []


def test_the_same_sentence_with_a_subject_has_one_value() -> None:
    sentence = "全市公共预算收支相抵后年终结余43.4亿元，全部结转下年使用。"
    budgets = (f"预算执行平稳。{sentence}", f"收支平衡。{sentence.replace('43.4', '41.4')}")
    assert len(findings("同句异数", *budgets)) == 1
