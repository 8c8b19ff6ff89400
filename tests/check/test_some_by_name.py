"""Lists that by their names leave some out, and what is wrong in them all the same; rates against another state
than the change beside them, and rates of what was done how. All places and numbers are invented."""

from __future__ import annotations

import pytest
from support.broken import messages

SILENT = [
    # firms by who owns them: neither all of them, nor each in one group only
    "规上工业增加值13.02亿元。从经济类型看，国有企业增加值1.33亿元；股份制企业增加值9.26亿元；外商及港澳台企业增加值2.29亿元。",
    "规上工业增加值86.4亿元。分经济类型看，国有控股企业增加值31.2亿元，股份制企业增加值58.6亿元，外商企业增加值9.7亿元。",
    # sorts of which statistics have more than these
    "全县卫生技术人员3718人，其中执业医师1598人，注册护士1862人。",
    "全县床位2159张，其中医院1402张，卫生院611张。",
    "移动电话基站1740个，其中4G基站870个，5G基站670个。",
    "房地产开发投资27.3亿元，其中住宅投资21.9亿元，商业营业用房投资1.9亿元。",
    "各项存款余额179.05亿元，其中住户存款余额126.98亿元，非金融企业存款余额20.63亿元。",
    "粮食播种面积12.25万亩，其中小麦5.2万亩，玉米0.49万亩，青稞5.12万亩，马铃薯1.08万亩。",
    "税收收入19.46亿元，其中增值税9.13亿元，企业所得税4.37亿元，个人所得税1.73亿元。",
    "一般公共预算支出18.97亿元，其中教育支出5.48亿元，社会保障和就业支出3.93亿元，卫生健康支出3.4亿元，农林水支出4.4亿元。",
    "教育支出5.48亿元、社会保障和就业支出3.93亿元、卫生健康支出2.14亿元、农林水支出2.4亿元，民生支出合计16.9亿元。",
    # two numbers that are rounded, beside one that is not
    "零售总额136.38亿元，按所在地看，城镇零售额90.6亿元，乡村零售额45.8亿元。",
    # what one lost is less than nothing
    "分级次看，区级完成2434万元，其中：本级完成2701万元；园区完成-267万元。",
    # what trades sell is no part of what those who live in towns buy
    "按经营地统计，城镇零售额312.46亿元；乡村零售额48.15亿元。按行业统计，批发业销售额248.3亿元；零售业销售额291.7亿元；餐饮业营业额41.8亿元。",
    # the weights of a score
    "自评得分92分，其中预算执行权重10分，产出指标权重50分，效益指标权重30分，满意度权重10分。",
    # what stands behind the parts and is none of them
    "肉类总产量35208吨，其中猪肉28648吨，牛肉2244吨，羊肉855吨，禽肉2818吨，禽蛋25676吨，牛奶44898吨。",
    # what some trades add to the growth of all
    "酿酒业、化工业、制绳业、漆器业分别增长27.7%、18.5%、13.4%、6.3%，对工业增长贡献率分别为31.4%、26.8%、22.5%、10.5%。",
    # what is left is named without a number
    "全年轮训6期，其中科级干部2期，股级干部3期，村干部单独办班。",
    # the change is against one state, the rate against another
    "审批平均耗时3.8天，比法定审批时限压缩了63.2天，比承诺时限压缩62%。",
    "完成进出口4.6亿元，比2020年增加1.8亿元，比上年增长12.4%。",
    "完成投资38.6亿元，比计划36亿元多2.6亿元，比上年增长9.4%。",
    # a number that is taken up again
    "规划渡口12处，已建成9处，在建2处，1处因水位暂缓；已建成的9处中，甲类3处、乙类6处。",
    # a rate of what was done in a way of its own
    "发生林业有害生物4.6万亩，实施防治4.2万亩，无公害防治率86.3%。",
]

TOLD = [
    # more than their whole
    ("税收收入9.46亿元，其中增值税9.13亿元，企业所得税4.37亿元。", "分项加起来是13.50亿元"),
    ("全县床位1459张，其中医院1402张，卫生院611张。", "分项加起来是2013张"),
    # one number that may end in a 0
    (
        "零售总额136.38亿元，按所在地看，城镇零售额90.6亿元，乡村零售额45.87亿元。",
        "加起来是136.47亿元",
    ),
    ("分级次看，区级完成2434万元，其中：本级完成2701万元；园区完成267万元。", "2968万元"),
    # more than their whole, whatever stands behind them
    (
        "肉类总产量35208吨，其中猪肉38648吨，牛肉2244吨，羊肉855吨，禽肉2818吨，禽蛋25676吨。",
        "分项加起来是44565吨",
    ),
    # what all add to it
    ("第一、第二、第三产业对增长的贡献率分别为10.4%、46.2%、53.4%。", "各项加起来是110.0"),
    # scores, and the weights of all
    ("自评得分92分，其中预算执行得9分，产出得46分，效益得28分，满意度得10分。", "分项加起来是93，"),
    ("指标权重100分，其中产出权重50分，效益权重30分，满意度权重10分。", "加起来是90，"),
    # what is left is named
    ("移动电话基站1740个，其中4G基站870个，5G基站670个，其他基站100个。", "分项加起来是1640个"),
    (
        "税收收入19.46亿元，其中增值税9.13亿元，企业所得税4.37亿元，其他税种1.96亿元。",
        "分项加起来是15.46亿元",
    ),
    # firms by who owns them, in two groups that leave none out
    ("医疗机构326家，按经济类型分，国有118家、民营280家。", "分项加起来是398家"),
    # other sorts
    ("全年轮训6期，其中科级干部2期，股级干部3期。", "列出的分项加起来是5期"),
    # one state
    ("审批平均耗时3.8天，比法定时限压缩6.2天，压缩82%。", "幅度是62%"),
    ("完成进出口4.6亿元，比上年增加1.6亿元，较去年增长63.3%。", "幅度是53.3%"),
    ("完成投资38.6亿元，比上年36亿元多2.6亿元，比上年增长9.4%。", "7.2%"),
    # a rate of what stands there
    ("发生病虫害4.6万亩，实施防治4.2万亩，防治率86.3%。", "91.3%"),
    ("实施防治4.6万亩，其中无公害防治4.2万亩，无公害防治率86.3%。", "91.3%"),
]


@pytest.mark.parametrize("text", SILENT)
def test_a_list_that_leaves_some_out_is_not_told(text: str) -> None:
    assert messages(text) == []


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_is_wrong_in_it_is_told(text: str, told: str) -> None:
    assert [told in message for message in messages(text)] == [True]
