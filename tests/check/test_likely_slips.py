"""One number that is wrong in several relations is told as the one to look at."""

from __future__ import annotations

import pytest
from support.broken import messages

ONE_NUMBER = [
    # the total: parts and shares speak against it
    (
        "培训9072人次，其中职工3240人次、农民1980人次、其他1260人次，分别占50.0%、30.6%、19.4%。",
        "9072人次应为6480人次的话",
    ),
    # a part: the sum and its share
    (
        "支出1800万元，其中教育1296万元、卫生540万元、农业360万元，教育占50.0%。",
        "1296万元应为900万元的话，2处就都对",
    ),
    # the total: a mean and a sum
    (
        "改造卫生室86个，总投资1445万元，平均每个12万元，资金由上级688万元、县级344万元构成。",
        "1445万元应为1032万元的话，2处就都对",
    ),
    # a value: a rate leaves it some room (30.44 to 30.53), a difference none
    (
        "全年营收42.80亿元，为预算28.50亿元的107.0%，比上年27.26亿元增加3.24亿元。",
        "42.80亿元应为30.50亿元的话，2处就都对",
    ),
]

EITHER_WAY = [
    # saved is the budget less what was paid: the larger one may be wrong by so much that it looks
    # like the first
    ("采购预算7.20亿元，实际采购9.10亿元，节约资金4000万元。", "9.10亿元应为6.80亿元或7.60亿元"),
    ("采购预算2.20亿元，实际采购6.80亿元，节约资金4000万元。", "2.20亿元应为7.20亿元或6.40亿元"),
]

WORDS_OF_THE_CHANGE = [
    ("用水量由31.2万吨上升到36.4万吨，增幅达12.5%。", "写的是增幅12.5%"),
    ("发生率由12.4%降到2.1%，降幅为11.3个百分点。", "写的是降幅11.3个百分点"),
    # 99.2466: 99.2, not 99.25 rounded once more
    ("抽检1460批次，合格1449批次，合格率138.9%。", "是99.2%（99.25%）"),
    ("普及率由63.1%提高到65.4%，提高了3.2个百分点。", "写的是提高3.2个百分点"),
]

NO_ONE_NUMBER = [
    "拨付资金5000万元，已支付4600万元，支付率93.5%。",  # one relation
    "计划1000人，完成900人，完成率95.0%；计划500户，完成400户，完成率85.0%。",  # two of other numbers
]


@pytest.mark.parametrize(("text", "words"), ONE_NUMBER)
def test_the_number_that_several_speak_against_is_named(text: str, words: str) -> None:
    told = messages(text)
    assert told
    assert all(words in message for message in told), told


@pytest.mark.parametrize(("text", "words"), EITHER_WAY + WORDS_OF_THE_CHANGE)
def test_a_message_says(text: str, words: str) -> None:
    assert any(words in message for message in messages(text)), messages(text)


@pytest.mark.parametrize("text", NO_ONE_NUMBER)
def test_otherwise_each_way_is_named(text: str) -> None:
    told = messages(text)
    assert told
    assert not any("处就都对" in message for message in told)


CONTRADICTED = [
    # what grew is in two shares that hold: only the change may be wrong
    (
        "全年收入68432万元，占年初预算66500万元的102.9%，同比增收5750万元，增长6.4%；其中税收41743万元，占61.0%，其他26689万元。",
        "5750万元应为",
        "68432万元应为",
    ),
    # the part is in a sum that holds
    (
        "库存茶叶4120斤，其中绿茶2680斤、红茶1440斤；红茶分装1050斤，分装率52.1%，绿茶占65.0%。",
        "1050斤应为",
        "1440斤应为",
    ),
]
OF_ITS_OWN = "减免诉讼费92.9万元，其中减交31.6万元、免交17.4万元、缓交48.9万元。"


@pytest.mark.parametrize(("text", "told", "untold"), CONTRADICTED)
def test_no_way_is_named_that_breaks_what_holds(text: str, told: str, untold: str) -> None:
    said = " ".join(messages(text))
    assert told in said
    assert untold not in said


def test_what_holds_within_a_list_by_chance_contradicts_nothing() -> None:
    said = " ".join(messages(OF_ITS_OWN))
    assert "48.9万元应为43.9万元" in said
    assert "31.6万元应为26.6万元" in said
