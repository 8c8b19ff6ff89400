"""Rows of changes whose unit is left out or that go both ways; names that hold a number."""

from __future__ import annotations

import pytest
from support.broken import alarms, both_sides, messages

POINTS = [
    "入园率由72.1%提高到83.4%，巩固率由88.2%提高到98.6%，分别提高{11.3|12.3}、10.4个百分点。",
    "甲项由41.5%降到33.2%，乙项由27.4%降到20.1%，分别下降8.3、{7.3|6.3}个百分点。",
]

BOTH_WAYS = [
    # each change goes its own way, and 8.8个 has the unit of the last
    "化解率由82.6%提高到91.4%，重复占比由27.5%下降到18.9%，一升一降分别为{8.8|9.8}个和8.6个百分点。",
    "化解率由82.6%提高到91.4%，重复占比由27.5%下降到18.9%，一升一降分别为8.8个和{8.6|7.6}个百分点。",
    "甲类由120件增加到150件，乙类由90件减少到70件，一增一减分别为30件和{20|30}件。",
    "甲类由90件减少到70件，乙类由120件增加到150件，一减一增分别为{20|24}件和30件。",
]

PRICES_BY_NAME = [
    "单次票30元，20次卡480元。",
    "大床房每间每晚180元，3人间240元，5人间300元。",
    "门票每人60元，2人票100元，另有3人票140元。",
]


@pytest.mark.parametrize("case", POINTS + BOTH_WAYS)
def test_a_row_of_changes_is_read_one_by_one(case: str) -> None:
    true, wrong, right = both_sides(case)
    assert messages(true) == []
    assert any(right in message for message in messages(wrong)), messages(wrong)


@pytest.mark.parametrize("text", PRICES_BY_NAME)
def test_a_number_of_a_name_is_no_count(text: str) -> None:
    assert alarms(text) == []
