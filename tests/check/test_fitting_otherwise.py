"""Numbers that do not fit as they are read first, and fit otherwise by all their digits: parts within a part, what
was taken off, rates of a plan, days of a year, items that 、 joins. All places and numbers are invented."""

from __future__ import annotations

import pytest
from support.broken import messages

SILENT = [
    # parts of a part stand beside it
    "省里转贷债券46120万元，其中：新增债券33144万元，市本级留用9000万元，转贷县（市、区）24144万元。",
    "下达补助2860万元，其中：项目类1735万元，甲镇1085万元，乙镇650万元，工作经费640万元。",
    # what was taken off the second number leaves the one behind
    "申报项目1328个，筛选后1043个，核减39个，入库1004个。",
    "登记求职者2416人，回访后2105人，剔除重复登记83人，建档2022人。",
    # a rate of the plan that the whole is so many per cent of
    "实际到位资金4248万元，为计划的106.2%，支出3720万元，支出进度93.0%。",
    "下达任务8160亩，为年初任务的102.0%，已栽植7288亩，完成率91.1%。",
    # days of both kinds are so many of a year
    "全年轻度污染52天，中度污染9天，污染天数占比16.7%。",
    # items of one list
    "加上上解支出5.3亿元、债务还本支出2.05亿元、安排稳定调节基金3.14亿元、置换债券结余12万元、年终结余4.1亿元等。",
    # what was spent of what was there is no opening
    "使用上年结转资金527万元，本年新增结转资金1204万元，年末结转下年1216万元。",
    "盘活年初结余86万元，新增项目结余41万元，年末结余63万元。",
    # what is short is taken off
    "当年收支赤字5616万元，加上上年结余4.9亿元，年末滚存结余4.4亿元。",
    "当年收支缺口312万元，加上上年结余1830万元，年末滚存结余1518万元。",
    # the parts are those of the number before
    "共查出问题79个。已整改73个，其中立行立改类61个全部完成、分阶段类14个完成10个、持续类4个完成2个。",
    # whom another list counts
    "核定编制46名，其中行政编制28名、事业编制18名，年末实有在编人员43人，空编3名；另有离休人员1人、退休人员37人。",
    # a class of what is counted is no count of all
    "村级总收入1186万元，村均84.7万元，其中50万元以上的8个、100万元以上的3个。",
    "中院现有公务员89人，男65人，女24人。公务员中法官66人。公务员中大学以上学历的71人，占80%。"
    "公务员中年龄35岁以下的8人，占9%；36至45岁的22人，占25%；46至55岁的42人，占47%；56岁以上的17人，占19%。",
    # a net is no whole of what came
    "本行实现利息净收入3418.79亿元，较上年增加372.73亿元，其中实现利息收入5660.63亿元。",
    # works that were begun and works that were done
    "全年施工项目1412个。其中：本年新开工项目626个，下降14%；本年投产项目820个，增长3.7%。",
    # a growth that fits a budget by chance says nothing of the next
    "收入预算43.12亿元，实际完成57.80亿元，为预算的134%，增长27.1%；支出预算42.96亿元，实际完成49.72亿元，为预算的115.7%，增长15.7%。",
    # no whole numbers make a tenth
    "全县电话用户62.4万户，其中固定电话4万户，移动电话58万户。",
    # loans of other terms and bills are not named
    "年末各项贷款余额516.3亿元。其中，短期贷款余额148.2亿元；中长期贷款余额331.4亿元。",
]

TOLD = [
    ("省里转贷债券46120万元，其中：新增债券33144万元，再融资债券12967万元。", "46111万元"),
    (
        "省里转贷债券46120万元，其中：新增债券33144万元，市本级留用8000万元，转贷县（市、区）24144万元。",
        "总数写的是46120万元",
    ),
    ("实际到位资金4248万元，为计划的106.2%，支出3720万元，支出进度78.6%。", "87.6%"),
    ("上年结转资金527万元，本年新增结转资金1204万元，年末结转下年1713万元。", "1731万元"),
    ("全县电话用户62.4万户，其中固定电话4万户，移动电话85万户。", "89"),
    ("当年收支缺口312万元，加上上年结余1830万元，年末滚存结余1581万元。", "1518万元"),
    ("共查出问题79个。已整改73个，其中甲类61个、乙类4个、丙类2个。", "67个"),
    ("村级总收入1186万元，14个村平均每村74.8万元，其中50万元以上的8个。", "84.7"),
    ("年末各项贷款余额516.3亿元。其中，短期贷款余额248.2亿元；中长期贷款余额331.4亿元。", "579.6"),
]


@pytest.mark.parametrize("text", SILENT)
def test_what_fits_otherwise_is_not_told(text: str) -> None:
    assert messages(text) == []


@pytest.mark.parametrize(("text", "said"), TOLD)
def test_what_fits_in_no_way_is_told(text: str, said: str) -> None:
    assert any(said in message for message in messages(text))
