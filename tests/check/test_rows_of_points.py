"""Rows of points whose unit is left out, names that hold a number, and names that hold a word which
elsewhere says that a list is not all."""

from __future__ import annotations

import pytest
from support.broken import both_sides, messages

POINTS = [
    "入园率由72.1%提高到83.4%，巩固率由88.2%提高到98.6%，分别提高{11.3|12.3}、10.4个百分点。",
    "甲项由41.5%降到33.2%，乙项由27.4%降到20.1%，分别下降8.3、{7.3|6.3}个百分点。",
]

PRICES_BY_NAME = [
    "单次票30元，20次卡480元。",
    "大床房每间每晚180元，3人间240元，5人间300元。",
    "门票每人60元，2人票100元，另有3人票140元。",
]


@pytest.mark.parametrize("case", POINTS)
def test_points_have_the_unit_of_the_last(case: str) -> None:
    true, wrong, right = both_sides(case)
    assert messages(true) == []
    assert any(right in message for message in messages(wrong)), messages(wrong)


@pytest.mark.parametrize("text", PRICES_BY_NAME)
def test_a_number_of_a_name_is_no_count(text: str) -> None:
    assert messages(text) == []
