"""Shares and rates of many offices: each of its own whole, by its name, in brackets or in rows."""

from __future__ import annotations

import pytest

from generator.check.relations import Arithmetic, relations, repairs, verdict

_RATES = (Arithmetic.SHARE, Arithmetic.AVERAGE, Arithmetic.PRODUCT)

IN_STEP = [
    "新修水渠48公里、机耕路96公里，分别为年度任务40公里、80公里的120%和120%。",
    "年度目标为培训800人、建房50套，实际分别完成840人、49套，完成率依次为105%、98%。",
    "下达计划造林2.0万亩、抚育60公顷，全年分别完成2.1万亩、57公顷，完成率分别为105%和95%。",
    "应检设备400台、气瓶600只，已检分别为396台、570只，检验率依次为99%、95%。",
    "在册对象500户1600人，已脱困450户1360人，分别占90%和85%。",
    "受理咨询240件、投诉160件，办结数分别为228件、144件，办结率分别为95%和90%。",
]
BY_NAME = [
    "引进人才500人，其中博士20人、硕士130人、本科350人，博士、硕士占引进总数的比重分别为4%、26%。",
    "完成产值80亿元，其中甲业20亿元、乙业48亿元、丙业12亿元，甲业、丙业分别占25%、15%。",
    "登记企业640家，其中大型32家、中型160家、小型448家，大型和中型占比分别为5%和25%。",
    "在校学生4000人，小学2400人、初中1000人、高中600人，初中、高中依次占全部学生的25%、15%。",
    "建设用地、农用地、未利用地分别为4万亩、10万亩、6万亩，合计20万亩，所占份额依次为20%、50%、30%。",
]
IN_BRACKETS = [
    "共受理申请400件（上年结转40件，新收360件），前三位的单位合计270件，占新收总量的75%。",
    "开放床位2000张，甲医院1200张（占60%），乙医院500张（占25%），卫生院300张（占15%）。",
    "收到建议250件（代表提出50件，群众提出200件），已采纳160件，占群众提出总数的80%。",
    "征收税款90亿元，甲税45亿元（占50%），乙税27亿元（占30%），丙税18亿元（占20%）。",
]
BY_KIND = [
    "检查桥梁400座，其中一、二类桥380座，三类桥16座，四、五类桥4座，一、二类桥比例95%。",
    "抽查路段250处，一、二级路段235处，三级路段10处，四、五级路段5处，一、二级路段比例94%。",
    "罚款486.2万元，涉及案件58起，折合每案8.38万元。",
    "补助386.5万元，涉及农户47户，合每户8.22万元。",
    "兑付奖金913.4万元，惠及企业61家，相当于每家14.97万元。",
]


@pytest.mark.parametrize("text", [*IN_STEP, *BY_NAME, *IN_BRACKETS, *BY_KIND])
def test_what_is_right_is_not_told(text: str) -> None:
    assert [one for one in relations(text) if not verdict(one).holds] == []


BROKEN = [
    (IN_STEP[0], "48公里", "58公里", "48"),
    (IN_STEP[1], "98%", "89%", "98"),
    (IN_STEP[2], "2.1万亩", "2.8万亩", "2.1"),
    (IN_STEP[3], "已检分别为396台", "已检分别为376台", "396"),
    (IN_STEP[4], "1360人", "1460人", "1360"),
    (BY_NAME[0], "4%、26%", "4%、36%", "26"),
    (BY_NAME[1], "甲业、丙业分别占25%", "甲业、丙业分别占45%", "25"),
    (BY_NAME[2], "5%和25%", "8%和25%", "5"),
    (BY_NAME[4], "20%、50%", "20%、56%", "50"),
    (IN_BRACKETS[0], "75%", "57%", "75"),
    (IN_BRACKETS[1], "乙医院500张", "乙医院700张", "500"),
    (IN_BRACKETS[3], "占30%", "占36%", "30"),
    (BY_KIND[0], "95%", "85%", "95"),
    (BY_KIND[2], "8.38", "9.38", "8.38"),
]


@pytest.mark.parametrize(("text", "right", "wrong", "named"), BROKEN)
def test_what_is_wrong_is_told_with_what_it_should_be(
    text: str, right: str, wrong: str, named: str
) -> None:
    changed = text.replace(right, wrong, 1)
    told = [one for one in relations(changed) if one.certain and not verdict(one).holds]
    ways = [digits for one in told for _, digits in repairs(one)]
    ways += [verdict(one).expected.strip("%万公里亩台件户人元张") for one in told]
    assert changed != text
    assert any(float(way) == float(named) for way in ways if way[:1].isdigit()), ways
