"""Two changes that go both ways: 一升一降分别为8.8个和8.6个百分点."""

from __future__ import annotations

import pytest
from support.broken import both_sides, messages

BOTH_WAYS = [
    # each change goes its own way, and 8.8个 has the unit of the last
    "化解率由82.6%提高到91.4%，重复占比由27.5%下降到18.9%，一升一降分别为{8.8|9.8}个和8.6个百分点。",
    "化解率由82.6%提高到91.4%，重复占比由27.5%下降到18.9%，一升一降分别为8.8个和{8.6|7.6}个百分点。",
    "甲类由120件增加到150件，乙类由90件减少到70件，一增一减分别为30件和{20|30}件。",
    "甲类由90件减少到70件，乙类由120件增加到150件，一减一增分别为{20|24}件和30件。",
]


@pytest.mark.parametrize("case", BOTH_WAYS)
def test_each_change_goes_its_own_way(case: str) -> None:
    true, wrong, right = both_sides(case)
    assert messages(true) == []
    assert any(right in message for message in messages(wrong)), messages(wrong)
