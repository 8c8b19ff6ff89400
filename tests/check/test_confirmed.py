"""Relations that no word shows and the digits do: read where they agree, never told where they do not."""

from __future__ import annotations

import pytest
from support.broken import both_sides, messages

from generator.check import check_passages
from generator.check.passages import Passage
from generator.check.relations import Arithmetic, relations, verdict
from generator.model.severity import Severity

READ = [
    # a share whose words stand before its numbers, or far from them
    (
        "治理河道投入3120万元，60%即1872万元为专项债券。",
        Arithmetic.SHARE,
        {"3120万元", "1872万元", "60%"},
    ),
    (
        "村级服务站增设41个，现有151个行政村，27.2%当年换了新址。",
        Arithmetic.SHARE,
        {"41个", "151个", "27.2%"},
    ),
    # a mean whose count stands a clause before
    (
        "加固危桥11座，总长436延米；投资1526万元，折合每延米3.5万元。",
        Arithmetic.AVERAGE,
        {"1526万元", "436延米", "3.5万元"},
    ),
    # a growth by the net change
    (
        "新设商户1108户，注销396户，净增712户，总数6934户，增长11.4%。",
        Arithmetic.GROWTH,
        {"6934户", "712户", "11.4%"},
    ),
    (
        "发放工钱3216.8万元，人均10816元；较上年多187.5万元，增长6.2%。",
        Arithmetic.GROWTH,
        {"3216.8万元", "187.5万元", "6.2%"},
    ),
    # what is left, beside a rate of the other part
    (
        "发电量42.6亿千瓦时，外送29.82亿千瓦时，外送比例70%，本地消纳12.78亿千瓦时。",
        Arithmetic.SUM,
        {"42.6亿千瓦时", "29.82亿千瓦时", "12.78亿千瓦时"},
    ),
    # what was there, what came and what went, without a word for either
    (
        "库区年初214.6吨，本年3127.8吨，外运3098.5吨，自用102.3吨，年末141.6吨。",
        Arithmetic.BALANCE,
        {"214.6吨", "3127.8吨", "3098.5吨", "102.3吨", "141.6吨"},
    ),
    # two values far from their difference
    (
        "上年案件1286件，其中刑事214件；本年1433件，其中刑事230件，多147件。",
        Arithmetic.CHANGE,
        {"1286件", "1433件", "147件"},
    ),
    (
        "各项贷款增速9.73%，普惠小微19.58%，后一项要快9.85个百分点。",
        Arithmetic.BALANCE,
        {"9.73%", "19.58%", "9.85个百分点"},
    ),
    (
        "稻谷每亩标准87.5元，面积36.42万亩，涉及8.9万户，发放3186.75万元。",
        Arithmetic.PRODUCT,
        {"87.5元", "36.42万亩", "3186.75万元"},
    ),
    (
        "进港2864万件、出港1192万件，前者与后者相除得2.40倍。",
        Arithmetic.AVERAGE,
        {"2864万件", "1192万件", "2.40倍"},
    ),
    # a share of things counted in other units
    (
        "老年食堂餐位864个，午间就餐641人，使用率74.2%。",
        Arithmetic.SHARE,
        {"864个", "641人", "74.2%"},
    ),
    # the first of two differences: its unit stands behind the second
    (
        "甲县支出进度92.4%，乙县61.7%，比市定的84%、55%分别高8.4个和6.7个百分点。",
        Arithmetic.BALANCE,
        {"92.4%", "84%", "8.4个"},
    ),
    # things counted in other units than their total, on either side of it
    (
        "发放棉衣1340套、毛毯265条、帐篷48顶，折合1653件。",
        Arithmetic.SUM,
        {"1340套", "265条", "48顶", "1653件"},
    ),
    (
        "办理事项2874件次，来函563件、来访1127批次、热线1184个。",
        Arithmetic.SUM,
        {"2874件次", "563件", "1127批次", "1184个"},
    ),
    # a ratio without a unit
    (
        "全体31264元，甲区、乙区分别为38642元和21587元，收入比为1.79（以乙区为1）。",
        Arithmetic.AVERAGE,
        {"38642元", "21587元", "1.79"},
    ),
    # a price over months, a fine by times
    (
        "补贴户每月260元，共748户，12个月发放233.38万元。",
        Arithmetic.PRODUCT,
        {"260元", "748户", "12个月", "233.38万元"},
    ),
    (
        "货值3846.5元，处货值2.5倍，罚没9616.25元。",
        Arithmetic.PRODUCT,
        {"3846.5元", "2.5倍", "9616.25元"},
    ),
    # a mean of so many, its count in the bracket behind
    (
        "实有商户26412户，每千人62.3户（按42.38万人计）。",
        Arithmetic.AVERAGE,
        {"26412户", "42.38万人", "62.3户"},
    ),
    # a structure of what two sentences before say
    (
        "全区总产值186.40亿元。其中一产21.62亿元，二产70.83亿元，三产93.95亿元。三次产业结构为11.6∶38.0∶50.4。",
        Arithmetic.SHARE,
        {"186.40亿元", "70.83亿元", "38.0"},
    ),
]

_BY_DIGITS = (Arithmetic.AVERAGE, Arithmetic.SUM, Arithmetic.SHARE)

BY_CHANCE = [
    "甲等村3个每村30万元，乙等村12个每村15万元，丙等村7个每村8万元。",  # few digits, many numbers
    "旺季票价90元，淡季60元，1.4米以下儿童免票。",
    "改造学校12所、医院5所；建成敬老院6所、文化站7所。",  # 5 and 7 are 12
    "受理3件、办结2件、转办1件。",
    "配置轮椅5辆、担架3副、急救箱8个。",  # counts of few digits in other units
    "拨打66213热线咨询8.6万人次，群众满意率90.4%。",  # the number of a line is no size
]


@pytest.mark.parametrize(("text", "sort", "numbers"), READ)
def test_what_digits_show_is_read(text: str, sort: Arithmetic, numbers: set[str]) -> None:
    read = [
        {amount.text for amount in (*relation.terms, *filter(None, [relation.result]))}
        for relation in relations(text)
        if relation.sort is sort and verdict(relation).holds
    ]
    assert numbers in read


@pytest.mark.parametrize("text", BY_CHANCE)
def test_what_chance_may_do_is_not_read(text: str) -> None:
    assert not [one for one in relations(text) if one.sort in _BY_DIGITS]


@pytest.mark.parametrize(("text", "sort", "numbers"), READ)
def test_what_only_digits_show_is_not_told_once_they_do_not(
    text: str, sort: Arithmetic, numbers: set[str]
) -> None:
    """No word says it: a number that does not fit may be of something else."""
    changed = text.replace(max(numbers, key=len), "987" + max(numbers, key=len)[-2:])
    found = check_passages([Passage(changed, "body", paragraph=1)], ()).findings
    assert not [finding for finding in found if finding.severity is not Severity.INFO]


COLUMNS = [
    "总收入9.36亿元，其中门票5.28亿元、餐饮2.91亿元、其他1.17亿元，三块占{56.4|65.4}%、31.1%和12.5%。",
    "总收入9.36亿元，其中门票5.28亿元、餐饮{2.91|2.19}亿元、其他1.17亿元，三块占56.4%、31.1%和12.5%。",
    "培训3864人，其中农民1982人、职工1147人、学生735人，三者占51.3%、29.7%和{19.0|10.9}%。",
]
"""Two shares of a row hold by their digits, so that the third is of the same whole."""


@pytest.mark.parametrize("case", COLUMNS)
def test_a_row_of_shares_is_of_one_whole(case: str) -> None:
    true, wrong, right = both_sides(case)
    assert messages(true) == []
    assert any(right in message for message in messages(wrong))
