"""Numbers of which another is said than the one beside: silent where that one fits, told where none
does."""

from __future__ import annotations

import pytest

from generator.check.relations import relations, verdict

TRUE_OR_NOT = [
    # the growth is that of the total, not of its mean
    ("公交运送旅客840.5万人次，日均2.3万人次，较上年的764.1万人次增长{}。", "10.0%", "12.5%"),
    # two of three years; the year that is named stands in a bracket behind
    (
        "接待3.2万人次，较2022年的2.5万人次增长28.0%，仍比2019年少{}，恢复到2019年（4.1万人次）的78.0%。",
        "0.9万人次",
        None,
    ),
    # the plan behind what was done
    ("取证1840人，任务是1600人，超额240人、超出{}。", "15.0%", "13.0%"),
    # what is called as the total is
    ("政府应储310吨、实储318吨，企业应储140吨、实储145吨，两项合计实储{}。", "463吨", "471吨"),
    # reached by then, and told by quarters
    ("吞吐量1420.6万吨，目标1350万吨，超目标70.6万吨，前三季度累计{}。", "1052.3万吨", None),
    ("一季度、二季度分别支出310万元、280万元，上半年累计支出{}。", "590万元", "560万元"),
    # the net of what a bracket says
    ("涉及单位286家，撤并事业单位21家（整合为8家），净减{}。", "13家", None),
    ("全年新增86户，退出39户，净增{}。", "47户", "57户"),
    # what stands at the beginning and what went is no sum
    ("新办31张，累计有效卡88张（年初64张，到期注销{}）。", "7张", None),
    # prices of groups within one total
    (
        "发放助学金98.6万元，大学生120人每人5000元、中学生110人每人{}，其余为小学生。",
        "2500元",
        None,
    ),
    # measured areas are printed shorter than what was reckoned with
    ("播种面积31.6万亩、产量12.959万吨，亩产{}。", "410.1公斤", "418.1公斤"),
    # two or three parts together
    ("列入规划的52部，出版15部、待印7部、在编9部，出版和待印两项占比{}。", "42.3%", None),
    # an amount by which less was used is no whole
    (
        "用水总量15200万立方米，比控制红线1.65亿立方米少用1300万立方米，其中农业占{}，为9728万立方米。",
        "64%",
        "46%",
    ),
    # a row of means
    ("开班30个、40个，学员1260人次、1840人次，班均{}、46人。", "42人", None),
    # the surplus of the year has no part of what was there before
    (
        "基金上年结余1.26亿元，本年收入3.48亿元，本年支出3.12亿元，当年结余{}，年末滚存结余1.62亿元。",
        "3600万元",
        None,
    ),
    # a mean of visits and not of a day
    ("全年流通人次14.6万，日均400人次，外借21.9万册次，人次均外借{}。", "1.5册", None),
    # what two of them are called, and what the rest is
    ("调处纠纷2860件，涉及邻里1144件、婚姻715件，前者占{}，后者占25%，其余占35%。", "40%", None),
    ("预算收入18.9亿元，其中税收13.23亿元，占70%，非税占{}。", "30%", None),
    ("教育9.8亿元、社保8.4亿元、卫生4.2亿元，三项占预算支出44.8亿元的比重为{}。", "50%", None),
    # more than was saved is a part of what was spent
    ("“三公”经费1260万元，较预算1500万元节约240万元，其中公务接待{}。", "378万元", None),
    # a difference of prices and a loss of all
    ("轮出均价每吨2550元，轮入均价每吨2800元，价差250元，价差损失{}。", "150万元", None),
    ("城镇人均收入38420元，农村人均收入17260元，相差{}。", "21160元", "21610元"),
    # what came and went between two states
    ("存量由二季度末的46条经新增85条、办结97条后降为34条，环比减少{}。", "12条", "21条"),
    # an index is no whole
    ("价格指数为112.5，其中蔬菜{}、水果105。", "120", None),
    # the mean of the rest
    ("全部企业入库1.04亿元，其余1312户户均{}。", "3.65万元", None),
    # in their order, of the number that all are right of
    (
        "受益群众4.5万人，男2.34万人、女2.16万人；18岁以下0.9万人、18—59岁2.475万人、60岁及以上1.125万人，依次占{}、55%、25%。",
        "20%",
        None,
    ),
    # as often as people came, not how many
    ("培训48期2160人次，平均每期{}，帮助736名妇女就业。", "45人", None),
    # deposits of all and not of households
    (
        "各项存款246.8亿元，其中住户存款198.3亿元；各项贷款{}，存贷比为69.5%。",
        "171.5亿元",
        "157.1亿元",
    ),
    # what a share names just so
    ("募集款物286.4万元，其中资金198.7万元、物资87.7万元，资金占{}。", "69.4%", None),
    ("识别监测对象1426户5238人，已消除风险1183户4371人，消除风险人数占{}。", "83.4%", "84.3%"),
    # 5G is a name; what was new is no part of the list
    ("基站1928个，其中4G基站1286个、5G基站{}，较上年新增5G基站158个。", "642个", None),
    # what a level is compared with is the whole, and not the last of its parts
    ("失业率3.2%，其中青年失业率6.4%，低于4.5%的控制目标{}。", "1.3个百分点", None),
    ("工业增长8.2%，其中采矿业4.6%、制造业9.4%，高于年度目标7%{}。", "1.2个百分点", None),
    (
        "不良贷款率1.86%，农商行2.14%、村镇银行3.26%，低于5%的监管红线{}。",
        "3.14个百分点",
        "3.41个百分点",
    ),
    ("增长6.8%，较全年8%的目标低{}。", "1.2个百分点", "2.1个百分点"),
    # both of a list are the whole
    ("男性166人、女性120人，分别占58.0%和42.0%；35岁以下112人，占{}。", "39.2%", "32.9%"),
    # the whole is more than its part
    (
        "投入资金10400万元，其中产业6240万元，占60.0%，其他1040万元，占10.0%，支出10192万元，支出率{}。",
        "98.0%",
        "89.0%",
    ),
    # all of a list are the part
    ("甲镇造林0.62万亩、乙镇0.48万亩、丙镇0.36万亩，三个镇占全县2.8万亩的{}。", "52.1%", "25.1%"),
    # people are no share of visits
    ("总诊疗142.6万人次，病床使用率72.6%。家庭医生签约22.6万人，签约率{}。", "59.2%", None),
    # the mean of all stands behind the last of the parts
    (
        "举办培训42期、培训4862人次，其中干部22期、2906人次，技术人员20期、1956人次，期均{}。",
        "116人次",
        "161人次",
    ),
    # one of the largest is no total
    ("员额法官26名，人均结案{}，最多的一名法官结案486件。", "316件", None),
    # what is closed first and opened last
    ("高新技术企业达到52家，年内新认定17家、到期未通过重新认定6家，年初为{}。", "41家", None),
]
"""A sentence, a number with which it is true, and one with which it is told to be broken (None where
what is said of other numbers is left alone)."""


def broken(sentence: str) -> list[str]:
    read = [one for one in relations(sentence) if one.certain]
    return [verdict(one).expected for one in read if not verdict(one).holds]


@pytest.mark.parametrize(("sentence", "true", "false"), TRUE_OR_NOT)
def test_a_relation_is_of_the_number_that_fits(sentence: str, true: str, false: str | None) -> None:
    assert broken(sentence.format(true)) == []
    assert false is None or broken(sentence.format(false)) != []


@pytest.mark.parametrize(
    "sentence",
    [
        "公开招聘教师126人，竞争比15.3：1。",
        "其中乡镇招录12人、报名180人，县直招录8人、报名240人，竞争比30：1。",
    ],
)
def test_what_no_number_stands_for_is_not_read(sentence: str) -> None:
    assert broken(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        # a number below the change, and none at all, are no values from which it grew
        "新建企业12家，年末企业达到860家，比上年增加60家，增长37.5%。",
        "发生较大事故0起，各类事故由126起下降到112起，下降31.1%。",
        # whole tens of thousands are no rounded measurements
        "收储玉米1万吨，每吨2400元，共计3500万元。",
        "种植油菜1万亩，亩产150公斤，总产0.22万吨。",
        # 由 and 至 name both rates
        "按时办结率94.9%，及时受理率89.9%，按期答复率93.1%，群众满意率由上年的87.8%升至91.2%，上升5.0个百分点。",
        # flows by other words
        "流出耕地1260亩、流入1420亩，净增加130亩。",
        "新开店86家、关闭39家，净增加57家。",
        # parts of what was saved, sums up to a month
        "政府采购节约240万元，其中工程类200万元、货物类90万元。",
        "公路完成300万元、水利完成200万元，上半年合计完成600万元。",
        "建议86件、提案124件，列入A类的分别为62件和96件，占72.1%和69.4%。",
        "会员由18.0万人发展到23.5万人，6年间增加7.5万人。",
        "销售收入330万元，比上年264万元增长35.0%。",
    ],
)
def test_what_no_other_number_makes_true_is_told(sentence: str) -> None:
    assert broken(sentence) != []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # no number of the sentence has the size of the base
        ("公交日均2.3万人次，较上年的764万人次增长10.0%。", []),
        ("户均0.8亩，比上年的3200亩增加100亩，增长12%。", []),
        ("月均42万元，比全市平均的6200万元低180万元。", []),
        ("处理42件，同比上年（620件）下降12%。", []),
        ("日均1.68万人次，比上年减少58万人次，下降9.6%。", []),
        ("受理140件、146件，其中三季度3件，较上年的1620件下降12%。", []),
        ("甲县1140件、乙县1146件，日均3件，较上年的1620件下降12%。", []),
        # one that is not beside it has
        ("运送旅客840.5万人次，日均2.3万人次，较上年的764.1万人次增长12.5%。", ["10.0%"]),
        # 由 and 至 name both, and so does one name
        ("办件由12件增加到5300件，增长12%。", ["44066.67%"]),
        ("产量42吨，比上年产量380吨增长12%。", ["-88.95%"]),
        # a change that large is said, and a unit or a decimal point was mistyped
        ("下降至3件，比上年的320件下降98.1%。", ["99.06%"]),
        ("发电380万千瓦时，较上年的35亿千瓦时增长8.6%。", ["-99.89%"]),
        ("接待546万人次，比上年减少58万人次，下降0.96%。", ["9.60%"]),
        ("接待130万人次，较上年的120万人次增长83%。", ["8.33%"]),
    ],
)
def test_a_change_is_of_a_number_of_its_size(sentence: str, told: list[str]) -> None:
    assert broken(sentence) == told
