"""Rates whose two numbers stand in the bracket behind them. All places and numbers are invented."""

from __future__ import annotations

import pytest
from support.broken import alarms, both_sides, messages

from generator.check.relations import relations, verdict

TOLD = [
    "开工率100%，完工率{87.5%|78.5%}（64个项目完工56个）。",
    "参保率96.2%（应参保4210人，已参保{4050人|4150人}）。",
    "整改完成率{95.0%|91.0%}（共60项，完成57项），销号率90.0%（54项）。",
    "产品合格率{98.5%|95.8%}（抽检200批次、合格197批次）。",
    "升学率{96.1%|91.6%}（412人中396人升学）。",
    "资金拨付率{91.4%|94.1%}（到位2180万元，拨付1992.5万元）。",
]
SILENT = [
    "覆盖率95.0%（村120个、社区15个）。",
    "平均出勤率96.0%（春季48人、秋季45人）。",
    "优良率92.6%（优48个、良77个）。",
    "执行率88.2%（预算520万元，追加80万元）。",
    "优良天数比率92.3%（338天，比上年增加6天）。",
    "满意率97.4%（发放问卷400份、回访200户）。",
    "完工率87.5%（上年64个，今年72个）。",
]


@pytest.mark.parametrize("case", TOLD)
def test_a_rate_is_of_the_two_numbers_of_its_bracket(case: str) -> None:
    true, wrong, right = both_sides(case)
    assert messages(true) == []
    assert [one for one in relations(true) if verdict(one).holds]
    assert any(right in message for message in messages(wrong))


@pytest.mark.parametrize("text", SILENT)
def test_two_numbers_that_no_words_tell_are_not_its_part_and_whole(text: str) -> None:
    assert alarms(text) == []
