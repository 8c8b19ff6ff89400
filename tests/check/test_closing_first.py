"""Balances whose end stands before what was there, or behind all that came and went; rows of numbers whose
names stand before them; lists that say into how many parts they fall. All places and numbers are invented."""

from __future__ import annotations

import pytest
from support.broken import alarms, both_sides, messages

from generator.check.relations import relations, verdict

BOTH = [
    # a true sentence and the wrong number in it: the end first
    "县现行有效的行政规范性文件64件，上年底为{66|92}件，本年制发7件、废止9件。",
    "年末纳管车辆{412|512}辆，年初386辆，当年新增58辆、报废32辆，均已安装定位。",
    "社区矫正对象在册236人（年初218人，新入矫94人，解除矫正{76|36}人），无脱管。",
    "债务余额58.36亿元，系在年初余额{54.12|64.12}亿元的基础上，新增债券7.4亿元、偿还到期本金3.16亿元后形成。",
    # both states behind what came and went
    "住房公积金全年缴存9.72亿元，提取6.15亿元，提取率63.3%；年末缴存余额31.87亿元，年初为{28.30|38.30}亿元。",
    "危废年初贮存318.6吨，当年产生4726.3吨，委托利用2915.8吨、委托处置{1842.7|1042.7}吨，年末贮存286.4吨。",
    # names before their numbers
    "全区专任教师4127人，本科以上3318人，占80.4%；小学、初中、高中专任教师分别为{1986|2986}人、1274人和867人。",
    "窗口发放证照10611件，营业执照、许可证、备案证各占39.7%、56.9%和3.4%，数量为{4216|5216}件、6037件、358件。",
    # how many parts
    "公开招聘医护128人，分3类岗位：临床类{64|94}人、护理类41人、医技类23人。",
    # a rate for one, and who bears it
    "家医签约费每人每年70元，由医保基金20元、公卫经费{40|60}元、个人10元共同分担。",
    "居民医保人均筹资1020元，由个人缴费{380|580}元和财政补助640元构成。",
    # the first two divide the whole
    "户籍人口58151人，其中男{29916|39916}人、女28235人，18岁以下11236人，占19.3%。",
    # one trait among four names or more is a sort
    "技能培训3860人次，其中企业职工1520人次、转移劳动力{1280|1780}人次、脱贫劳动力740人次、高校毕业生320人次。",
    # columns that fit vouch for each other
    "监测对象947户3119人，包括脱贫不稳定户{412|512}户1386人、边缘易致贫户377户1204人、突发困难户158户529人，已消除风险603户。",
    # 高等 and 中等 are no 等
    "在校生方面：高等教育6.82万人，中等职业教育3.45万人，高中5.97万人，初中11.28万人，合计{27.52|37.52}万人。",
    # one thing compared with another by their names, in the unit of the bracket, in the next sentence
    "全年出生1947人，死亡2635人，死亡人数比出生人数多{688|988}人，出生率4.1‰。",
    "全年进出口514.3亿元，增长6.8%。其中，出口386.4亿元，增长9.2%；进口127.9亿元，增长0.2%。贸易顺差{258.5|285.5}亿元。",
    # what is kept of what was closed, a fall of the people, and what came before what was there
    "政务账号原有96个，关停注销{58|68}个，保留38个。",
    "出生率5.39‰，死亡率8.12‰，自然负增长{2.73|3.73}‰。",
    "公卫资金当年到位4012.5万元，连同上年结转118.3万元，已拨付{4067.9|4267.9}万元，年末结余62.9万元。",
]
SILENT = [
    "国家级示范合作社14家，本年新认定5家；省级专精特新企业63家，净增17家，增长37.0%。",
    "下达资金5286万元已全部分配到位，形成支出4923万元，支出进度93.1%。",
    "灌区总投资4521万元，累计下达3160万元，占总投资69.9%；累计支付2743万元，剩余1361万元拟于明年下达。",
    "查处环境案件64件，其中大气类27件、水类15件，移送拘留3件，适用免罚9件。",
    "农机站年末在册拖拉机412台，年初386台，新购52台。",
]
PARTS = [
    # a list behind 其中 ends at the comma behind what 、 joins
    ("查处环境案件64件，其中大气类27件、水类15件，移送拘留3件，适用免罚9件。", [2]),
    # the others of a list are parts of its first
    ("寄递业务2.86亿件，其中快递1.92亿件，同城0.26亿件，异地1.64亿件，国际0.02亿件。", [1, 3]),
    # a unit in the bracket behind another
    (
        "馆藏31.92万册（件），其中图书27.46万册、报刊2.15万册、数字资源2.31万件，外借19.7万册次。",
        [3],
    ),
    # one holds the other
    ("晚稻受灾31.5万亩，其中成灾14.2万亩、绝收2.7万亩，损失1.46亿元。", [1, 1]),
]


@pytest.mark.parametrize("case", BOTH)
def test_a_wrong_number_is_told_with_the_right_one(case: str) -> None:
    true, wrong, right = both_sides(case)
    assert messages(true) == []
    assert any(right in said for said in messages(wrong))


@pytest.mark.parametrize("text", SILENT)
def test_what_is_only_built_alike_raises_no_alarm(text: str) -> None:
    assert alarms(text) == []
    assert all(verdict(one).holds for one in relations(text))


@pytest.mark.parametrize(("text", "counts"), PARTS)
def test_a_list_ends_where_its_marks_change(text: str, counts: list[int]) -> None:
    assert [len(one.terms) for one in relations(text)] == counts
