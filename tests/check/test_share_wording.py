"""Wording of shares: which number a share is of, which list makes a whole, and what is left unsaid."""

from __future__ import annotations

import pytest

from generator.check.relations import Arithmetic, NumberRelation, relations, verdict

ROWS = [
    "全县产值200亿元，增长5.1%。其中，甲业30.5亿元，占产值的比重为15.25%；乙业169.5亿元，比重为84.75%。",
    "共受理86件，个人20件，单位66件；答复为甲类15件、占17.44%，乙类71件、占82.56%。",
    "外汇收入40.2亿美元，过夜客30.3亿美元、占75.37%，一日游9.9亿美元、占24.63%。",
    "全镇户籍人口25000人，甲村5125人，占20.5%，增长1.2%；乙村6350人，占25.4%，增长0.7%。",
]
TOLD_IN_A_ROW = [
    ("收案3200件，甲庭4100件、占62.5%，乙庭1200件、占37.5%。", "62.5%"),
    ("检查断面75个，优良74个、占89.7%，劣类1个、占1.3%。", "89.7%"),
    (
        "全县产值200亿元。其中，甲业30.5亿元，占产值的比重为19.25%；乙业99.1亿元，比重为49.55%；丙业70.4亿元，比重为35.2%。",
        "19.25%",
    ),
]
ELSEWHERE = [
    (
        "全年贸易额48.27亿元，增长2%。其中甲类30.11亿元；乙类18.16亿元。对邻省贸易21.05亿元，占43.6%。",
        ["21.05亿元", "48.27亿元"],
    ),
    ("前两月贸易额7.31亿元。七个镇合计贸易额5.62亿元，占全县的76.9%。", ["5.62亿元", "7.31亿元"]),
    ("考核点位147个，达标的147个，比例100%。", ["147个", "147个"]),
    ("上级、本级采购分别为26.3亿元和304.7亿元，占全县采购规模的7.95%和92.05%。", None),
]
IN_ORDER = [
    "全县采购规模331.0亿元，下降7.8%。上级、本级采购规模分别为26.3亿元和304.7亿元，占全县采购规模的7.95%和92.05%。",
    "年末收费路1.52万公里，占总里程的3.1%。其中高速1.21万公里，一级0.24万公里，桥隧700公里，占比分别为79.6%、15.8%、4.6%。",
]
RATES = [
    (
        "受理举报640件，涉及甲类300件、乙类80件、丙类45件、丁类33件；已处理604件，处理率94.4%。",
        True,
    ),
    (
        "受理举报640件，涉及甲类300件、乙类80件、丙类45件、丁类33件；已处理604件，处理率90.4%。",
        False,
    ),
    ("抽检蔬菜5200批次，不合格130批次，不合格率2.9%。", False),
    (
        "去年抽检6100批次，检出不合格122批次，不合格率2%；今年抽检6400批次，不合格160批次，不合格率3.7%。",
        False,
    ),
    ("有效监测90天，优50天、良31天，优良共81天，优良率97.3%。", False),
    ("常住人口62.5万人，其中城镇人口30.0万人，乡村人口32.5万人，常住人口城镇化率为58%。", False),
    ("发现隐患9240项，其中重大隐患210项；已完成整改8650项，整改率91.2%。", False),
]
NOT_TOLD = [
    "支出30.5亿元，其中民生支出24.63亿元，占80.75%，教育支出5.42亿元，占22.0%。",
    "常住人口82.4万人，城镇人口41.5万人，占50.36%；2010年城镇人口30.1万人，占41.2%。",
    "受理3560件，办结3497件，咨询类1424件、占40%，投诉类1246件、占35%，建议类534件、占15%，其他356件、占10%。",
]
NO_SHARES = [
    "累计接种2600万剂次，其中第一针1310万剂次，占常住人口的66%，第二针1160万剂次，占58.4%。",
    "一季度优良天数79天，优良率87.8%。",
    "到年底，劳动生产率从人均8.8万元提到13万元以上，城镇化率达到60%，科技贡献率60%。",
    "提出意见2400余件，其中抗诉650余件、建议1700余件；对另一事提建议1.3万件，采纳率88.1%。",
    "全县13个乡镇610个村都有调委会，行业调委会24个；达标的540个，占全部调委会的86%。",
    "签约资金72.5亿元，到位资金38亿元，工业到位资金占比66.2%。",
    "户籍总人口80.2万人，其中城镇人口21.1万人，常住人口城镇化率为55.4%。",
    "受理举报640件；办结信访90件，办结率97.1%。",
]
WHOLES = [
    (
        "汉族人口51000人，占75.8%；其他民族16283人，占24.2%，其中回族9001人，占13.4%。",
        ["75.8%", "24.2%"],
    ),
    (
        "税务部门征收8000万元，占预算的99.1%，占收入的62.5%；财政部门征收4800万元，占预算的97.2%，占收入的37.5%。",
        ["62.5%", "37.5%"],
    ),
    ("合格率97.4%，不合格率2.6%。", ["97.4%", "2.6%"]),
    (
        "412个断面水质，Ⅰ类6.0%，Ⅱ类44.0%，Ⅲ类30.0%，Ⅳ类12.0%，Ⅴ类5.0%，劣Ⅴ类3.0%。",
        ["6.0%", "44.0%", "30.0%", "12.0%", "5.0%", "3.0%"],
    ),
    (
        "达标天数占78.1%，超标天数占21.9%；超标天数中轻度占15.0%，中度占4.6%，重度占2.3%。",
        ["78.1%", "21.9%"],
    ),
    (
        "从部门看，甲部门征收8000万元，占收入的62.5%；乙部门征收4800万元，占收入的47.5%。",
        ["62.5%", "47.5%"],
    ),
    ("男性40800人，占51%；女性39200人，占59%。", ["51%", "59%"]),
]
NO_WHOLES = [
    "不合格项目中，农残占41.5%，微生物占15.2%，添加剂占12.6%，兽残占8.1%。",
    "合格率97.4%，投诉率3.1%。",
    "甲镇征收8000万元，占收入的42.5%；乙镇征收4800万元，占收入的37.5%。",
]
LEFT_OVER = [
    ("受理7300件，其中投诉5329件、占73%，举报1970件、占27%，咨询1件；已办结7200件。", 3),
    ("审结案件5000件，维持3700件，占74%；撤回700件，占14%；驳回300件，占6%。", 3),
]


def of_sort(text: str, *sorts: Arithmetic) -> list[NumberRelation]:
    return [relation for relation in relations(text) if relation.sort in sorts]


def shares(text: str) -> list[NumberRelation]:
    return of_sort(text, Arithmetic.SHARE)


@pytest.mark.parametrize("text", ROWS)
def test_shares_in_a_row_are_of_one_number(text: str) -> None:
    read = shares(text)
    assert len(read) == 2 and len({relation.terms[1].start for relation in read}) == 1
    assert all(verdict(relation).holds for relation in read)


@pytest.mark.parametrize(("text", "rate"), TOLD_IN_A_ROW)
def test_one_share_of_a_row_that_is_not_right_is_told(text: str, rate: str) -> None:
    wrong = [one for one in shares(text) if one.certain and not verdict(one).holds]
    assert [one.result.text for one in wrong if one.result] == [rate]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_a_share_that_may_be_of_another_number_is_not_told(text: str) -> None:
    assert all(verdict(one).holds for one in relations(text) if one.certain)


@pytest.mark.parametrize(("text", "numbers"), ELSEWHERE)
def test_a_share_is_of_the_number_that_it_is_right_of(text: str, numbers: list[str] | None) -> None:
    read = [[term.text for term in one.terms] for one in shares(text) if verdict(one).holds]
    assert read == ([numbers] if numbers else [])


@pytest.mark.parametrize("text", IN_ORDER)
def test_shares_in_order_are_of_a_number_of_the_sentence_before(text: str) -> None:
    read = shares(text)
    assert len({one.terms[1].start for one in read}) == 1 and len(read) > 1
    assert all(verdict(one).holds for one in read)


@pytest.mark.parametrize(("text", "holds"), RATES)
def test_a_rate_is_of_what_was_announced(text: str, holds: bool) -> None:
    read = [one for one in shares(text) if one.certain]
    assert verdict(read[-1]).holds == holds


@pytest.mark.parametrize("text", NO_SHARES)
def test_a_share_of_what_no_number_tells_is_none(text: str) -> None:
    assert shares(text) == []


@pytest.mark.parametrize(("text", "terms"), WHOLES)
def test_shares_of_one_thing_make_a_whole(text: str, terms: list[str]) -> None:
    read = [[term.text for term in one.terms] for one in of_sort(text, Arithmetic.WHOLE)]
    assert read == [terms]


@pytest.mark.parametrize("text", NO_WHOLES)
def test_shares_of_which_nothing_says_that_they_are_all(text: str) -> None:
    assert of_sort(text, Arithmetic.WHOLE) == []


@pytest.mark.parametrize(("text", "count"), LEFT_OVER)
def test_parts_with_shares_fill_their_whole_or_leave_some(text: str, count: int) -> None:
    read = of_sort(text, Arithmetic.SUM, Arithmetic.PART)
    assert all(verdict(one).holds for one in read)
    assert max(len(one.terms) for one in read) == count


def test_the_number_before_a_list_is_what_its_shares_make_a_hundred_of() -> None:
    text = "收到的596件信件里，投诉301件、占60.56%，咨询120件、占24.14%，建议44件、占8.85%，其他32件、占6.44%。"
    (read,) = [one for one in of_sort(text, Arithmetic.SUM) if not verdict(one).holds]
    assert verdict(read).expected == "497件"


def test_a_list_of_these_is_of_these() -> None:
    text = (
        "办理议案4件、建议52件；73件建议中甲类33件、占63.5%，乙类14件、占26.9%，丙类5件、占9.6%。"
    )
    assert {one.terms[1].text for one in shares(text)} == {"73件"}


def test_the_parts_of_a_share_are_shares_too() -> None:
    text = "达标天数占78.1%，超标天数占21.9%；超标天数中轻度占15.0%，中度占4.6%，重度占2.3%。"
    (read,) = of_sort(text, Arithmetic.SUM)
    assert read.result is not None and read.result.text == "21.9%" and len(read.terms) == 3
