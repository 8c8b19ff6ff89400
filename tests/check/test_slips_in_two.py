"""One number that breaks a sum of its sentence and a rate or mean as well: the value that makes both
hold is named. All places and numbers are invented."""

from __future__ import annotations

import pytest
from support.broken import both_sides, messages

SLIPS = [
    # the total of two, of which the rate is: named behind them, first, or in a bracket
    "渡口全年监测366天，晴138天、多云165天，晴好{303|424}天，晴好天数比率82.8%。",
    "书院在册藏本{1846|2584}册，借出1213册、在架633册，外借率65.7%。",
    "茶样送检{1342|1879}份，不合格21份，合格率98.4%（合格1321份）。",
    "茶样送检1342份，不合格21份，合格率98.4%（合格{1321|1849}份）。",
    # the total behind five parts, and a share of it
    "东坊产量{118.6|166.0}吨，西坊86.4吨，南坊61.9吨，北坊48.2吨，中坊27.1吨，东坊独占五坊342.2吨的34.7%。",
    "东坊产量118.6吨，西坊86.4吨，南坊61.9吨，北坊48.2吨，中坊27.1吨，东坊独占五坊{342.2|479.1}吨的34.7%。",
    # a difference and a rate of what was planned
    "戏院门票收入只有{3.92|5.49}万元，比年初预算9.70万元短收5.78万元，完成预算的40.4%。",
    "戏院门票收入只有3.92万元，比年初预算{9.70|13.58}万元短收5.78万元，完成预算的40.4%。",
    # a mean
    "全湾{23|32}个渡口，东岸8个、西岸9个、岛上6个，收入总额895.6万元，口均38.9万元。",
    # a growth behind means
    "庙会客流日均{4.28|5.99}万人次，去年同期日均3.65万人次，增加0.63万人次，增长17.3%。",
]

NO_SLIPS = [
    # the rate is of the sum of two, the third number of another thing
    "码头放行大船426艘，扣留186艘，扣留率30.4%，另验小船862艘，退回226艘，退回率20.8%。",
    # a rate of something else before the numbers
    "全岛林地186.4万亩，竹林142.6万亩，竹林覆盖率42.6%，公益林62.8万亩、果林18.6万亩。",
    # round numbers that fit by chance
    "收到料款5000万元，自备2000万元，付出4200万元，另有利率60.0%。",
    "绣坊42家，织坊18家，比上年增加6家，出口1.26亿元，增长62.4%，占18.5%。",
    # every number is a part of what holds
    "灯塔386座（木塔142座、石塔244座），分布在14个岛，岛屿覆盖率100%。",
]


@pytest.mark.parametrize("case", SLIPS)
def test_the_number_that_both_speak_against_is_named(case: str) -> None:
    true, wrong, right = both_sides(case)
    assert messages(true) == []
    assert any(f"应为{right}" in message and "处就都对" in message for message in messages(wrong))


@pytest.mark.parametrize("text", NO_SLIPS)
def test_nothing_is_told_of_both_by_chance(text: str) -> None:
    assert not any("处就都对" in message for message in messages(text))
