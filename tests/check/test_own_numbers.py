"""A net, a rate, a price or a mean whose numbers its own words tell: read where these stand in the sentence, and left
alone where they do not. Every place is invented."""

from __future__ import annotations

import pytest

from generator.check.relations import relations, verdict

BROKEN = [
    ("报名2160人，录取120人，报录比16∶1，专任教师总数达4286人。", "18"),
    ("净增22家（新增13家，退出9家）。", "4家"),
    ("年末规模以上工业企业126家，比年初净增22家（新增41家，退出9家）。", "32家"),
    ("编制净减12名（增加8名，核减30名）。", "22名"),
    ("其中新增3260人、退保1998人，年末比年初净增1622人。", "1262人"),
    ("参保48620人，其中新增3260人、退保1998人，比上年末净增1622人。", "1262人"),
    ("年初888家、年末873家，净减51家。", "15家"),
    ("发现隐患286处，整改262处，整改率100%。", "91.61%"),
    ("综合财力58.4亿元，债务余额42.6亿元，债务率79.2%。", "72.95%"),
    ("上年结余3.2亿元，支出2.6亿元，余额0.9亿元。", "0.6亿元"),
    ("出让86亩，成交单价每亩36万元，成交价款3440万元。", "3096万元"),
    ("出让86亩，起始价每亩36万元，起始总价3440万元。", "3096万元"),
    ("合同总额3860万元，质保金占合同总额5%，即139万元。", "3.6%"),
    ("农村低保对象15640人，月人均补差344元，全年发放4617万元。", "246元"),
    ("改造危房126户，补助252万元，户均3万元。", "2万元"),
    ("支出38.6亿元，其中民生支出31.2亿元，其他支出9.4亿元。", "40.6亿元"),
    ("支出38.6亿元，其中教育支出31.2亿元，社保支出6.4亿元，卫生支出4.2亿元。", "41.8亿元"),
]
HOLDING = [
    ("净增22家（新增31家，退出9家）。", ["31家", "9家", "22家"]),
    ("规上186家、限上86家，净增22家（新增31家，退出9家）。", ["31家", "9家", "22家"]),
    ("其中新增3260人、退保1998人，年末比年初净增1262人。", ["3260人", "1998人", "1262人"]),
    ("财力33.6亿元，债务余额42.6亿元，债务率126.8%。", ["42.6亿元", "33.6亿元", "126.8%"]),
]


@pytest.mark.parametrize(("text", "expected"), BROKEN)
def test_what_its_own_numbers_do_not_give_is_told(text: str, expected: str) -> None:
    told = [verdict(one) for one in relations(text) if one.certain]
    assert any(expected in one.expected for one in told if not one.holds), told


@pytest.mark.parametrize(("text", "numbers"), HOLDING)
def test_its_own_numbers_are_read(text: str, numbers: list[str]) -> None:
    read = [one for one in relations(text) if verdict(one).holds]
    texts = [[a.text for a in (*one.terms, one.result) if a] for one in read]
    assert numbers in texts
