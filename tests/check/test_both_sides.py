"""Relations that are read where a true sentence was once told: silent where they hold, told with the
right value where one number is wrong."""

from __future__ import annotations

import pytest
from support.broken import both_sides, broken

from generator.check import check_passages
from generator.check.passages import Passage

CASES = [
    # what a sentence adds is added to the number of the sentence before
    "地方本级收入4644.21亿元，增长2.3%。加上中央转移支付收入33.86亿元、上年结转收入47.26亿元，"
    "收入总量为{4725.33|4735.33}亿元。",
    "一般公共预算支出42.16亿元，完成预算的96.4%。加上上解支出1.86亿元、债务还本支出2.14亿元，支出总量为{46.16|48.16}亿元。",
    # each rate ahead of the calendar is of the months of its own group
    "上半年完成年度计划的53.1%，快于序时进度{3.1|5.1}个百分点；1—7月完成62.4%，快于序时进度4.1个百分点。",
    "截至9月底支出完成预算的79.7%，快于时间进度4.7个百分点；截至10月底完成预算的86.4%，快于序时进度{3.1|5.1}个百分点。",
    # a mean of the months of a year that is named
    "累计结余24.86亿元，按2023年月均支出1.93亿元测算，可支付{12.9|14.9}个月。",
    # the total that 其中 divides stands behind what is named again
    "4G基站862个、5G基站412个，基站总数{1274|1174}个，其中5G占32.3%。",
    # names that divide the whole, in a row
    "公益林、商品林面积分别占{38.6|48.6}%、61.4%。 -> 110",
    # marks that 分和 joins
    "四个维度依次得18分、22分、27分和19分，合计{86|84}分。",
    # a half stop ends a sentence
    "受理{1286|1186}件,办结1254件,办结率97.5%.其中:投诉862件,举报424件.",
]
FOR_INFORMATION = [
    # shares in a row need not be all
    "新任村干部中，女性、少数民族、35岁以下分别占28.4%、16.2%、41.5%。",
    "全年收治住院患者4.26万人次，外科、内科、妇产科分别占31.2%、40.6%、12.4%。",
    "中小学教师中，高级职称、中级职称、初级职称分别占18.6%、42.3%、31.2%。",
    "旅客来源中，陕西、四川、河南游客各占31.2%、24.6%、16.8%。",
    # a sentence that has its own names is of no number before it
    "省级安排教育专项资金86亿元，增长6.2%。学前教育、义务教育、高中阶段分别安排18亿元、42亿元、16亿元。",
    # added to what no sentence prints
    "加上上级补助收入24.36亿元、债务转贷收入3.18亿元，收入总量为46.16亿元。",
    "一般公共预算收入18.62亿元。其中税收收入14.2亿元。加上上级补助24.36亿元、调入资金3.02亿元，收入总量为46.00亿元。",
    "全省收入4644.21亿元。加上中央补助3312.6亿元、调入资金86.2亿元，减去上解支出42.1亿元，收入总量为8000.91亿元。",
    # rates of another manner, part or base
    "一季度立案46件、结案40件，结案率87.0%，二季度立案52件、结案49件，审限内结案率98.0%。",
    "新能源装机42.6万千瓦，其中风电18.6万千瓦、光伏24.0万千瓦，占总装机的62.4%。",
    "公共资源交易286宗，交易额32.6亿元，节约资金1.86亿元，节约率5.4%。",
    "培训补贴每人1200元，培训8620人，其中免费培训3120人，发放补贴660万元。",
    "累计结余12.4亿元，月均支出1.2亿元（含一次性补发），扣除一次性因素可支付12个月。",
    # what closed before, and what is counted in other words
    "上年结转126万元，本年收入860万元，支出912万元，年末结余74万元，其中专项结余42万元。",
    "3个部门结转资金4286万元未清理，其中1个部门2860万元；2个单位违规发放津补贴126万元，已全部收回。",
    "干部职工126人中，在职党员82人，占65.1%，离退休党员38人，另有预备党员3人。",
    "惠及群众12.4万人次。全年旅游总收入18.62亿元，人均消费570元；其中过夜游客86.2万人次。",
]


@pytest.mark.parametrize("case", CASES)
def test_is_silent_where_it_holds_and_told_where_not(case: str) -> None:
    text, _, expected = case.partition(" -> ")
    true, wrong, _ = both_sides(text)
    assert broken(true, hints=False) == []
    told = broken(wrong, hints=False)
    assert told
    assert not expected or any(expected in one for one in told), told


@pytest.mark.parametrize("text", FOR_INFORMATION)
def test_is_told_for_information_at_most(text: str) -> None:
    found = check_passages([Passage(text, "body", paragraph=1)], ()).findings
    assert [one.message for one in found if one.severity.name != "INFO"] == []
