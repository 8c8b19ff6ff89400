"""Numbers without a unit that take that of the next one, or of the number that they divide."""

from __future__ import annotations

import pytest
from support.broken import both_sides, messages

from generator.check.relations import phrases, relations, verdict

TOLD = [
    # the last of a row prints the unit of all
    "中央、省、县三级补助分别为3680、{1245|1425}、410万元，合计5335万元。",
    "发放资金768.4万元（粮食、油料、棉花依次为{412.6|421.6}、268.3、87.5万元）。",
    "一、二、三车间产值分别是{1286|1268}、934、710万元，共计2930万元。",
    # the number before a row is of its unit
    "提案{54|56}件，办成37，在办15，留作参考2。",
    "毕业生412名：升学{268|286}、就业117、参军16、待业11。",
    # the number behind it is
    "捐款264、捐物折价{83.6|86.3}，二者相加347.6万元。",
]
BARE = [
    "每村配备2、3名护林员。",
    "推进第1、2、3批次改造。",
    "学习第11、12、13条规定。",
    "编号A12、A15、A18的地块3宗。",
    "参赛选手来自9、10年级，共64人。",
]
LISTED = [
    ("高8.6个和8.2个百分点。", ["个百分点", "个百分点"]),
    ("资助204、1877、1045人次。", ["人次", "人次", "人次"]),
]
NEAR = ["省内就近1507人", "邻近街道36户", "临近村寨18个", "最近一次调查412人"]


@pytest.mark.parametrize("case", TOLD)
def test_a_number_without_its_unit_is_added_with_the_others(case: str) -> None:
    true, wrong, right = both_sides(case)
    assert messages(true) == []
    assert [one for one in relations(true) if verdict(one).holds]
    assert any(right in message for message in messages(wrong))


@pytest.mark.parametrize("text", BARE)
def test_a_guess_or_a_code_has_no_unit_of_the_next(text: str) -> None:
    bases = [amount.base for phrase in phrases(text) for amount in phrase.amounts]
    assert all(not base for base in bases[:-1])


@pytest.mark.parametrize(("text", "units"), LISTED)
def test_each_of_a_row_has_the_unit_of_the_last(text: str, units: list[str]) -> None:
    assert [a.quantity.unit for phrase in phrases(text) for a in phrase.amounts] == units


@pytest.mark.parametrize("text", NEAR)
def test_a_word_that_ends_in_near_does_not_make_a_number_rough(text: str) -> None:
    (amount,) = (amount for phrase in phrases(text) for amount in phrase.amounts)
    assert not amount.qualifier
