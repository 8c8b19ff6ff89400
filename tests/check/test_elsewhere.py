"""Numbers of which another is said than the one beside: silent where that one fits, told where none
does."""

from __future__ import annotations

import pytest

from generator.check.relations import relations, verdict

TRUE_OR_NOT = [
    # the growth is that of the total, not of its mean
    ("公交运送旅客840.5万人次，日均2.3万人次，较上年的764.1万人次增长{}。", "10.0%", "12.5%"),
    # two of three years; the year that is named stands in a bracket behind
    (
        "接待3.2万人次，较2022年的2.5万人次增长28.0%，仍比2019年少{}，恢复到2019年（4.1万人次）的78.0%。",
        "0.9万人次",
        None,
    ),
    # the plan behind what was done
    ("取证1840人，任务是1600人，超额240人、超出{}。", "15.0%", "13.0%"),
    # what is called as the total is
    ("政府应储310吨、实储318吨，企业应储140吨、实储145吨，两项合计实储{}。", "463吨", "471吨"),
    # reached by then, and told by quarters
    ("吞吐量1420.6万吨，目标1350万吨，超目标70.6万吨，前三季度累计{}。", "1052.3万吨", None),
    ("一季度、二季度分别支出310万元、280万元，上半年累计支出{}。", "590万元", "560万元"),
    # the net of what a bracket says
    ("涉及单位286家，撤并事业单位21家（整合为8家），净减{}。", "13家", None),
    ("全年新增86户，退出39户，净增{}。", "47户", "57户"),
    # what stands at the beginning and what went is no sum
    ("新办31张，累计有效卡88张（年初64张，到期注销{}）。", "7张", None),
    # prices of groups within one total
    (
        "发放助学金98.6万元，大学生120人每人5000元、中学生110人每人{}，其余为小学生。",
        "2500元",
        None,
    ),
    # measured areas are printed shorter than what was reckoned with
    ("播种面积31.6万亩、产量12.959万吨，亩产{}。", "410.1公斤", "418.1公斤"),
    # two or three parts together
    ("列入规划的52部，出版15部、待印7部、在编9部，出版和待印两项占比{}。", "42.3%", None),
    # an amount by which less was used is no whole
    (
        "用水总量15200万立方米，比控制红线1.65亿立方米少用1300万立方米，其中农业占{}，为9728万立方米。",
        "64%",
        "46%",
    ),
    # a row of means
    ("开班30个、40个，学员1260人次、1840人次，班均{}、46人。", "42人", None),
    # what is closed first and opened last
    ("高新技术企业达到52家，年内新认定17家、到期未通过重新认定6家，年初为{}。", "41家", None),
]
"""A sentence, a number with which it is true, and one with which it is told to be broken (None where
what is said of other numbers is left alone)."""


def broken(sentence: str) -> list[str]:
    read = [one for one in relations(sentence) if one.certain]
    return [verdict(one).expected for one in read if not verdict(one).holds]


@pytest.mark.parametrize(("sentence", "true", "false"), TRUE_OR_NOT)
def test_a_relation_is_of_the_number_that_fits(sentence: str, true: str, false: str | None) -> None:
    assert broken(sentence.format(true)) == []
    assert false is None or broken(sentence.format(false)) != []


@pytest.mark.parametrize(
    "sentence",
    [
        "建议86件、提案124件，列入A类的分别为62件和96件，占72.1%和69.4%。",
        "会员由18.0万人发展到23.5万人，6年间增加7.5万人。",
        "销售收入330万元，比上年264万元增长35.0%。",
    ],
)
def test_what_no_other_number_makes_true_is_told(sentence: str) -> None:
    assert broken(sentence) != []
