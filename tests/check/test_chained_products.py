"""Means whose count or total stands farther off, products of more than one rate, ratios of two named
numbers: true ones silent, broken ones told."""

from __future__ import annotations

import pytest
from support.broken import alarms, both_sides, broken, messages

CASES = [
    # a list, a change or a semicolon between a mean and its numbers
    "实有床位4800张，医院3600张、基层机构1200张；按常住人口{60.0|84.0}万人计，每千人口8.00张。",
    "有效发明专利624件，增长12.4%，全区常住人口48.0万人，每万人发明专利拥有量{13.00|18.20}件。",
    "粮食播种面积42.0万亩，总产量{18.90|26.46}万吨，其中夏粮6.20万吨；平均亩产450公斤，比上年提高3公斤。",
    "公路总里程2106公里，国道106公里、省道200公里、农村公路1800公里；国土面积1620平方公里，路网密度每百平方公里"
    "{130.0|182.0}公里。",
    "全年接待游客由400万人次增加到460万人次，增长15.0%；旅游总收入{36.8|51.5}亿元，人均消费800元。",
    "接警出动620起，其中火灾210起、抢险180起、救助230起，出动消防车{1550|2170}辆次，平均每起2.5辆次。",
    "示范基地24个，种植11个、养殖13个，共带动就业{1380|1932}人，平均每个基地57.5人。",
    "少体校在训168人，田径96人、游泳72人；教练员{14|20}人，平均每名教练带训12人。",
    "建成5G基站{7864|11010}个，较年初新增1322个，每万人拥有26.0个（常住人口302.6万人）。",
    "粮食总产{12.6|17.6}万吨，人均占有粮食420公斤，常住人口30.0万人。",
    "两年来累计投入{3.6|5.0}亿元，年均1.8亿元。",
    # rates of rates
    "日均供餐540份，每份补贴{4|6}元，全年按250天计算，补贴资金54万元。",
    "每日处理污水3.2万吨，每吨成本1.5元，全年运行{360|250}天，支出1728万元。",
    "每年维保费3.6万元，{4|6}年累计支付14.4万元。",
    "困难补贴每人每月90元，惠及{2000|2800}人；护理补贴每人每月120元，惠及3500人，全年分别支出216万元、504万元。",
    "两项补贴共覆盖8600人，标准均为每人每月{80|112}元，据此每月需支付资金68.8万元。",
    "困难学生1250人，每学期补助750元，全年两学期共发放{187.5|287.5}万元。",
    "农村低保标准由每人每年5400元提高到6000元，年增加600元，折合每月{50|70}元。",
    # ratios by the names of both, or of the two before
    "职工参保4.2万人，居民参保25.2万人，两者之比为1:{6|8}。",
    "在职参保5.0万人，退休2.0万人，在职与退休人员之比为{2.5|3.5}:1。",
    "发放补贴4.36亿元，拉动消费37.9亿元，杠杆效应1∶{8.7|12.2}。",
    "粮食种植面积{486.2|680.7}千公顷，总产量281.4万吨，每公顷产量5788公斤。",
]

SILENT = [
    # another outlay than that of the mean, another group, tiers of prices
    "全年住院报销6.82万人次，基金支付3.26亿元，报销比例73.6%，次均费用6420元，同比下降3.8%。",
    "农村低保对象4286户8124人；城市低保对象612户986人，保障金473.28万元；全县户均5942元。",
    "一次性奖励每人1万元，按月补助每人每月800元，全年发放186万元。",
    # years in a name, and years of which only one total is told
    "每年安排专项资金200万元，5年规划总投资3000万元。",
    "每年培训120人，第3年累计开支86万元。",
    "日均服务320人次，每人次补贴2元，高峰期30天。",
    "两者之比为1:6，人均用地86平方米。",
]


@pytest.mark.parametrize("case", CASES)
def test_means_and_products_hold_or_are_told(case: str) -> None:
    true, wrong, _ = both_sides(case)
    assert messages(true) == []
    assert broken(wrong)
    assert messages(wrong)


@pytest.mark.parametrize("text", SILENT)
def test_numbers_of_other_things_are_no_factors(text: str) -> None:
    assert alarms(text) == []
