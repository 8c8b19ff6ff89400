"""A growth whose value before is printed is a change from that value."""

from __future__ import annotations

import pytest

from generator.check.relations import Arithmetic, relations

CASES = [
    (
        "年初经营主体31287户，新设4512户、注销1973户，年末33826户，净增2539户，增长8.1%。",
        {"31287户 -> 33826户: 2539户", "31287户 -> 33826户: 8.1%"},
    ),
    (
        "参保人数由2021年末的46.3万人，经2022年末的48.1万人，增至2023年末的50.6万人，两年净增4.3万人，增长9.3%。",
        {"46.3万人 -> 50.6万人: 9.3%", "46.3万人 -> 50.6万人: 4.3万人"},
    ),
    # nothing of before is printed: the growth is by the amount
    ("年末存栏4120头，比上年增加320头，增长8.4%。", set()),
    # the number before is of another thing
    ("新设商户1108户，注销396户；企业总数6934户，净增712户，增长11.4%。", set()),
]


@pytest.mark.parametrize(("text", "changes"), CASES)
def test_a_growth_is_from_the_value_that_stands_before(text: str, changes: set[str]) -> None:
    read = {
        f"{one.terms[0].text} -> {one.terms[1].text}: {one.result.text}"
        for one in relations(text)
        if one.sort is Arithmetic.CHANGE and one.result
    }
    assert read == changes
