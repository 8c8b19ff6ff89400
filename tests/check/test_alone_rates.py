"""Rates of the only two numbers that they can be of, whatever their names: true ones silent, broken ones
told."""

from __future__ import annotations

import pytest
from support.broken import alarms, both_sides, broken, messages

CASES = [
    # rates by sense: the name shares no word with its numbers
    "住院总费用{2.40|3.36}亿元，医保支付1.80亿元，实际报销比例75.0%。",
    "规上工业总产值120亿元，实现销售产值{114|98}亿元，产销率95.0%。",
    "蔬菜消费量20.0万吨，本地产量14.0万吨，自给率{70.0|98.0}%。",
    "待遇评估申请{412|577}人，符合条件358人，通过率86.9%；居家护理每人每月补助450元。",
    "秸秆可收集量23.6万吨，综合利用{21.6|30.2}万吨，综合利用率由上年的88.2%提高到91.5%。",
    "秸秆可收集量25.4万吨、利用量22.9万吨，综合利用率达{90.2|92.0}%。",
    # the whole by its name, however far
    "设备购置价240万元，每年维护费{4.8|6.7}万元，相当于购置价的2%。",
    "较上年减收4.00亿元，其中土地出让收入减少36000万元，占减收额的{90.0|80.0}%。",
    "监测对象1200户4500人，已消除风险960户3600人，占监测对象总人数的{80.0|60.0}%，其余继续帮扶。",
    "无障碍改造126户，投入63万元，户均5000元，完成年度任务{120|168}户的105%。",
    "研发投入{3.6|5.0}亿元，占GDP240亿元的1.5%。",
    # the total of the parts just before a rate
    "项目概算9000万元，到位专项债5000万元、自筹1300万元，共6300万元，资金到位率{70.0|75.0}%。",
    # rates in a row of wholes in a row
    "两项污染物减排量分别为462吨和218吨，完成目标540吨、{260|364}吨的85.6%和83.8%。",
]

SILENT = [
    "高血压患者登记3.26万人，管理2.86万人，管理率87.7%，血压控制率72.6%。",
    "批准逮捕168人，不捕72人，不捕率为30%。",
    "缴费基数上限为22311元，下限为4462元，单位缴费比例16%，个人缴费比例8%。",
    "专任教师4186人（高中986人、初中1420人、小学1780人），教职工4620人，学历合格率100%。",
    "编制12名、在岗9人，2024年立案时限由5日缩短为3日，45日以内办结率98.6%。",
    "Ⅱ类水质断面4个、Ⅲ类3个，集中式饮用水水源地达标率100%。",
    "信访事项1286件，其中来信186件、网信780件，按期办结率99.6%。",
    "适用率90.7%，审结914人中适用该制度的有829人，建议采纳率97.3%，服判率96.8%。",
    "受理案件800件，标的2.0亿元；结案750件，法定审限内结案率99.1%。",
    "办理862件，压缩62.8%，减少材料4份，由9份减至5份，线上办理率86.2%。",
]


@pytest.mark.parametrize("case", CASES)
def test_rates_of_the_only_two_numbers_hold_or_are_told(case: str) -> None:
    true, wrong, _ = both_sides(case)
    assert broken(true) == []
    assert broken(wrong)
    assert messages(wrong)


@pytest.mark.parametrize("text", SILENT)
def test_rates_of_other_numbers_are_of_none_beside_them(text: str) -> None:
    assert alarms(text) == []
    assert broken(text) == []
