"""The reader of relations against three hundred labelled sentences, and arithmetic on what is printed."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest
from support.labelled import Labelled, sentences

from generator.check.relations import phrases, read, relations, repairs, verdict

FOLDER = Path(__file__).parent / "relations"
ALL = sentences()
BUILT_ON = [item for item in ALL if not item.apart]
BY_THE_STRICT_RULE = {297}
"""Labelled before K.2 was thought through: four whole percentages may miss 100 by two."""
NOT_READ = {243}
"""A wage against a growth of income: a matter of 供参考, not of arithmetic."""


def test_there_are_three_hundred_and_eighty_look_alikes() -> None:
    assert len(ALL) == 300 and sum(not item.labels for item in ALL) >= 80


@pytest.mark.parametrize(
    "item",
    [item for item in BUILT_ON if item.number not in BY_THE_STRICT_RULE | NOT_READ],
    ids=lambda item: str(item.number),
)
def test_a_sentence_is_read_as_labelled(item: Labelled) -> None:
    assert item.actual() == item.expected(), item.text


def test_the_sentences_kept_apart_are_read_nearly_as_well() -> None:
    precision, recall, perfect = figures([item for item in ALL if item.apart])
    assert precision >= 0.9 and recall >= 0.9 and perfect >= 0.85


def figures(items: list[Labelled]) -> tuple[float, float, float]:
    """Precision and recall of the relations that are read, and the share of sentences without a fault."""
    expected = sum(len(item.expected()) for item in items)
    read = sum(len(item.actual()) for item in items)
    both = sum(len(item.actual() & item.expected()) for item in items)
    perfect = sum(item.actual() == item.expected() for item in items)
    return both / read, both / expected, perfect / len(items)


# A hundred by a hand that had not seen the reader (first read at 0.87, 0.58, 0.66), and a hundred and fifty in other
# wordings of ten sectors (first read at 0.92, 0.63, 0.61). Both have been built on since. A hundred and thirty of 21
# sectors were first read at 0.94, 0.83, 0.85; their faults were looked at afterwards. Of the ways in which prose says each
# relation the first 130 sentences were first read at 0.98, 0.81, 0.82, the other 74, after building on those, at 0.98,
# 0.85, 0.85. A hundred and seventy of thirty sectors were first read at 0.95, 0.83, 0.84, and 73 more, after building on
# those, at 0.93, 0.77, 0.77. A hundred and seventy of 28 sectors by another hand were first read at 0.96, 0.76, 0.73;
# the first half was built on, and then the other was read at 0.95, 0.77, 0.74, before it was built on too. Fifty-seven
# on wordings that a further hand had shown to be missed were first read at 0.79, 0.46, 0.47. Of 855 of some forty kinds of
# report the 470 of kinds.txt were first read at 0.95, 0.78, 0.71 and built on; the 385 of unseen.txt were read at 0.92,
# 0.73, 0.66 before that and at 0.92, 0.83, 0.75 after it, and nobody has looked at them. Of 710 more the 474 of
# wordings.txt were first read at 0.93, 0.83, 0.79 and built on; then the 236 of sealed.txt, at 0.96, 0.85, 0.80 before,
# were read at 0.97, 0.87, 0.83 and those of unseen.txt at 0.93, 0.87, 0.77. Of 873 by five further hands the 583 of
# offices.txt were first read at 0.97, 0.91, 0.90 and built on; the 290 of reserved.txt at 0.93, 0.89, 0.88 before that.
# Of 760 by five more the 428 of desks.txt were first read at 0.96, 0.87, 0.84 and built on; the 332 of clerks.txt, which
# nobody has looked at, were read at 0.97, 0.93, 0.91 before that and at 0.97, 0.95, 0.92 behind it. Of 1,180 by seven more
# the 602 of bureaus.txt were first read at 0.96, 0.92, 0.89 and built on; the 578 of auditors.txt, which nobody has looked at,
# were read at 0.95, 0.94, 0.92 before that and at 0.96, 0.95, 0.93 behind it.
@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("others", (0.98, 0.98, 0.96)),
        ("varied", (0.98, 0.93, 0.93)),
        ("fresh", (0.95, 0.92, 0.93)),
        ("ways", (0.98, 0.96, 0.96)),
        ("apart", (0.98, 0.97, 0.96)),
        ("later", (0.95, 0.88, 0.87)),
        ("hands", (0.97, 0.88, 0.86)),
        ("again", (0.99, 0.98, 0.98)),
        ("kinds", (0.98, 0.95, 0.92)),
        ("unseen", (0.92, 0.85, 0.76)),
        ("wordings", (0.98, 0.97, 0.96)),
        ("sealed", (0.95, 0.85, 0.81)),
        ("offices", (0.97, 0.96, 0.94)),
        ("reserved", (0.92, 0.88, 0.87)),
        ("desks", (0.96, 0.93, 0.90)),
        ("clerks", (0.96, 0.94, 0.91)),
        ("bureaus", (0.98, 0.96, 0.95)),
        ("auditors", (0.95, 0.94, 0.91)),
    ],
)
def test_sentences_of_other_hands(name: str, least: tuple[float, float, float]) -> None:
    reached = figures(sentences(FOLDER / f"{name}.txt"))
    assert all(value >= bound for value, bound in zip(reached, least, strict=True)), reached


@pytest.mark.parametrize(
    "text",
    [
        "投入1.2亿元，其中产业7345万元、就业4812万元。",
        "全年投入10.0亿元（产业3.3亿元、就业3.3亿元、教育3.3亿元）。",
        "项目总投资171.25万元，其中县级100万元、村级71.25万元。",
        "全县共有耕地约86万亩，其中水田20万亩，旱地62万亩。",
    ],
)
def test_what_rounding_explains_holds(text: str) -> None:
    assert [verdict(relation).holds for relation in relations(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "项目总投资171.25万元（县级100万元、村级71.3万元）。",
        "投入1.20亿元（产业7345万元、就业4912万元）。",
        "救助64人，其中成年人57人，未成年人8人。",
    ],
)
def test_what_rounding_does_not_explain_does_not_hold(text: str) -> None:
    assert [verdict(relation).holds for relation in relations(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "年初在册合作社412家，新登记26家，注销18家，年末420家，比年初净增8家。",
        "户均增收2.6万元，涉及1250户，产值3250万元，比上年户均多1800元。",
        "烟尘减排52吨、废水减排31吨，分别完成任务（50吨、25吨）的104%和124%。",
        "细颗粒物浓度由40微克/立方米降到36微克/立方米，改善10%。",
        "门票收入720万元，比上年的900万元低2成。",
        "接待54.2万人次，比去年同期51.1万人次多3.1万人次。",
        "网办事项1500项，其中全程网办1320项，占比88%，即办件160项。",
        "支出28.64亿元，其中民生支出23.2亿元，占81%，“三保”支出14.86亿元，占51.9%。",
        "预算22万元，决算8.8万元，完成预算的40%，其中接待费0.3万元，完成预算的3.8%。",
        "诉求集中在农林1590件，占诉求量的14.2%；社保1485件，占诉求量的13.3%。",
        "年初监测户120户，消除风险80户，稳定60户，年末40户。",
        "补助180万元，其中甲等村3个每村30万元，乙等村6个每村15万元。",
        "上半年投诉1286件，下半年1104件，全年共2390件，下半年比上半年减少182件，下降14.2%。",
        "每千人口床位6.8张，全县床位1605张，常住人口23.6万人。",
        "新建3所中职学校，改扩建幼儿园5所、小学7所。",
        "选派12名中青年干部挂职，新招教师35名、医生20名。",
        "新办5家中医馆，扩建养老机构3家、诊所4家。",
        "查处3起中毒事件，处罚店家5家、关停2家。",
        "新建大棚5座、冷库3座、车间2座，前三批累计建成80座。",
        "开发养护员50名、护林员40名、保洁员30名，前三年累计开发600名。",
        "在校学生220人，其中男生120人、女生100人，性别比例1.2。",
        "用水第一阶梯每立方米2.65元，第二阶梯3.98元，年用水量180立方米以内执行第一阶梯。",
    ],
)
def test_nothing_is_said_of_what_holds(text: str) -> None:
    assert all(verdict(relation).holds for relation in relations(text))


@pytest.mark.parametrize(
    "text",
    [
        "年初在册合作社412家，年末420家，比年初净增6家。",
        "甲乡产值40亿元，乙乡产值12亿元，后者相当于前者的36%。",
        "到位资金4.2亿元，是上年2.8亿元的1.7倍。",
        "每人1200元（6元×180天）。",
        "新增就业5100人（目标任务5000人），完成率112%。",
        "财政资金3200万元，社会资金600万元，两项合计3900万元。",
        "死亡率由上年的3.8‰降到3.1‰，降低0.9个千分点。",
        "造林2.35万亩，比市下达的2.2万亩任务多2500亩。",
        "应免牛4.18万头，实免4.15万头，免疫密度97.3%。",
        "协议指标10名，实际完成14名，为协议数的1.6倍。",
        "年初结存318万元，当年捐入204万元，使用289万元。年末结存253万元。",
        "工伤保险费率1.2%，其中单位0.9%、个人0.5%。",
        "男婴1087人、女婴1019人，性别比109.7。",
        "住建类52件、交通类47件、农业类33件、其他28件，前三类142件。",
    ],
)
def test_what_the_words_say_and_the_numbers_do_not(text: str) -> None:
    assert [verdict(relation).holds for relation in relations(text)] == [False]


def test_one_digit_that_would_put_it_right_is_named() -> None:
    (relation,) = relations("特困供养对象620人，其中集中供养180人，分散供养430人。")
    ways = {(amount.text, digits) for amount, digits in repairs(relation)}
    assert ways == {("620人", "610"), ("180人", "190"), ("430人", "440")}


def test_two_columns_are_two_sums() -> None:
    text = "脱贫户66户153人。其中：东村11户27人；西村20户44人；南村35户81人。"
    holds = {
        relation.result.text: verdict(relation).holds
        for relation in relations(text)
        if relation.result
    }
    assert holds == {"66户": True, "153人": False}


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("发放贷款【待补：总额】万元，其中小额1120万元。按用途分，产业1200万元、就业50万元。", []),
        (
            "发放贷款1250万元，其中小额1120万元。按用途分，产业1200万元、就业50万元。",
            ["1250万元"] * 2,
        ),
        ("落实资金【待补：资金】万元，其中县级1120万元，包括产业1200万元、就业50万元。", []),
        ("培训1120人，其中甲村500人、乙村420人、丙村【待补：人数】人。", []),
        ("培训农民1120人。培训干部【待补：人数】人。其中男1200人、女50人。", []),
        ("培训农民1120人、干部【待补：人数】人（共500人，其中男400人、女90人）。", []),
        ("培训干部【待补：人数】人。培训农民1120人，其中男1200人、女50人。", ["1120人"]),
        ("培训农民1120人，其中男1200人、女50人。培训干部【待补：人数】人。", ["1120人"]),
    ],
)
def test_no_number_is_taken_for_one_that_is_not_known_yet(text: str, wholes: list[str]) -> None:
    read = [relation.result.text for relation in relations(text) if relation.result]
    assert read == wholes


def test_a_phrase_that_is_passed_over_says_nothing() -> None:
    """A number alone, with nothing before it or around it, is in no relation."""
    passed_over = 0
    for file in FOLDER.glob("*.txt"):
        for text in re.split("[，；。、：\n]", file.read_text(encoding="utf-8")):
            for phrase in filter(lambda one: not read._can_relate(one), phrases(text)):
                passed_over += 1
                assert not list(chain.from_iterable(way(phrase) for way in read._READERS)), text
    assert passed_over > 1000
