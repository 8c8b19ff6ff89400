"""Relations that no word shows and the digits do: read where they agree, never told where they do not."""

from __future__ import annotations

import pytest

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
]

BY_CHANCE = [
    "甲等村3个每村30万元，乙等村12个每村15万元，丙等村7个每村8万元。",  # few digits, many numbers
    "旺季票价90元，淡季60元，1.4米以下儿童免票。",
    "改造学校12所、医院5所；建成敬老院6所、文化站7所。",  # 5 and 7 are 12
    "受理3件、办结2件、转办1件。",
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
    assert not [r for r in relations(text) if r.sort in (Arithmetic.AVERAGE, Arithmetic.SUM)]


@pytest.mark.parametrize(("text", "sort", "numbers"), READ)
def test_what_only_digits_show_is_not_told_once_they_do_not(
    text: str, sort: Arithmetic, numbers: set[str]
) -> None:
    """No word says it: a number that does not fit may be of something else."""
    changed = text.replace(max(numbers, key=len), "987" + max(numbers, key=len)[-2:])
    found = check_passages([Passage(changed, "body", paragraph=1)], ()).findings
    assert not [finding for finding in found if finding.severity is not Severity.INFO]
