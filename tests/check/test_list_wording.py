"""Lists of parts as bulletins and yearly reports word them: which number is the whole of which."""

from __future__ import annotations

import pytest

from generator.check.relations import Arithmetic, relations, verdict

ADD_UP = [
    # what is said, and each whole with its parts, in their order
    (
        "办理工单3120件，交办2870件，直办250件；按期回复3046件，逾期74件。",
        ["3120件 = 2870件 + 250件", "3120件 = 3046件 + 74件"],
    ),
    (
        "镇区人口21.35万人。其中女性10.42万人。35岁及以下的5.11万人，36至54岁的9.06万人，55岁及以上的7.18万人。",
        ["21.35万人 = 5.11万人 + 9.06万人 + 7.18万人"],
    ),
    (
        "生产总值38.6亿元。其中：第一产业增加值6.2亿元；第二产业增加值14.3亿元，其中工业10.1亿元，建筑业4.2亿元；第三产业增加值18.1亿元。",
        ["38.6亿元 = 6.2亿元 + 14.3亿元 + 18.1亿元", "14.3亿元 = 10.1亿元 + 4.2亿元"],
    ),
    (
        "单位资产52.0亿元，负债13.6亿元，净资产38.4亿元；其中机关17.9亿元，事业单位34.1亿元。",
        ["52.0亿元 = 13.6亿元 + 38.4亿元", "52.0亿元 = 17.9亿元 + 34.1亿元"],
    ),
    (
        "企业资产64.2亿元、负债31.5亿元；其中县属企业资产40.1亿元、负债22.4亿元；镇属企业资产24.1亿元、负债9.1亿元。",
        ["64.2亿元 = 40.1亿元 + 24.1亿元", "31.5亿元 = 22.4亿元 + 9.1亿元"],
    ),
    (
        "出警8.4万起，救火3.1万起，抢险2.2万起，救助1.9万起，其他1.2万起。",
        ["8.4万起 = 3.1万起 + 2.2万起 + 1.9万起 + 1.2万起"],
    ),
    (
        "一、二、三产增加值依次为2.4亿元、7.9亿元和9.8亿元，全县生产总值20.1亿元。",
        ["20.1亿元 = 2.4亿元 + 7.9亿元 + 9.8亿元"],
    ),
    (
        "全县生产总值20.1亿元，一、二、三产增加值依次为2.4亿元、7.9亿元和9.8亿元。",
        ["20.1亿元 = 2.4亿元 + 7.9亿元 + 9.8亿元"],
    ),
    ("建成收费站24个（合建的按0.5个计），其中高速20个，国道4个。", ["24个 = 20个 + 4个"]),
    (
        "旅游收入326亿元里，餐饮110亿元，住宿86亿元，交通72亿元，购物58亿元。",
        ["326亿元 = 110亿元 + 86亿元 + 72亿元 + 58亿元"],
    ),
    ("建成产业路41公里，桥梁6座，投资2100万元。", []),
    (
        "征集提案612件，立案541件，并案51件，转送20件；立案的有委员提案489件、集体提案52件。",
        ["612件 = 541件 + 51件 + 20件", "541件 = 489件 + 52件"],
    ),
    ("受理复议9件，维持4件，纠正2件、其他1件、尚未审结2件。", ["9件 = 4件 + 2件 + 1件 + 2件"]),
]
SPEAK = [
    "确定重点村52个，包括脱贫村38个、非脱贫村24个；次年退出9个。",
    "低保7210户13020人，支出低保金2480万元。其中城市3105户5460人，支出1130万元；农村4105户7560人，支出1530万元。",
    "公办学校126所，在校48350人：小学98所26410人，初中24所15120人，高中4所9820人。",
    "完成收入9240万元，增长6.1%。其中：县级收入6120万元，上划收入3120万元。分部门情况是：国税3870万元，地税4450万元，财政1920万元。",
    "馆藏18个全宗、8460卷，分为3个部分：革命档案210卷，现行机关档案8010卷，撤销机关档案340卷。",
    "拨付到项目单位640.5亿元，中央480.2亿元，地方180.3亿元。",
    "生效判决312件，一审生效286件，二审生效36件。",
    "全村1260人中，0至14岁310人，15至59岁690人，60岁及以上280人。",
]
SILENT = [
    # a decision leaves what is not decided yet
    "受理提请逮捕312件，其中批准逮捕205件，不批准68件。",
    # 企业 and 个体工商户 leave out the cooperatives
    "新登记市场主体9210户；其中企业2870户，个体工商户6120户。",
    # a stage with its own rate is no part
    "提交提案212件，其中会后23件，审查立案198件，立案率93.4%。",
    # the chief ones are not all
    "公共收入完成36.1亿元，增长9.4%。从主要税种看，增值税11.8亿元、契税8.5亿元、房产税4.3亿元。",
    # what is above a limit is no whole of a sentence behind
    "其中5个项目总投资超过10亿元。投产后年产片材1.6亿片，其中单晶片占50%，年销售额约60亿元。",
    # a third answer, and a fourth part
    "热线受理诉求25140件，满意率92.4%，不满意率3.2%，未评价率4.4%。",
    "体检1180人，合格1050人，不合格92人，待复检38人。",
    "应到代表210名，实到196名，请假11名，缺席3名。",
    "抽检1150批次，合格1128批次，不合格17批次，未出结果5批次。",
    # a rate of what was due, which is less than what came
    "受理投诉480件，其中上年结转32件；办结461件，办结率98.5%；其余正在办理。",
    "收到信访件590件，其中重复信访86件；按期办结571件，按期办结率99.7%。",
    # growth at constant prices
    "2023年农林牧渔业总产值58.2亿元；2024年农林牧渔业总产值60.1亿元，同比增长4.4%。",
    "2023年社会消费品零售总额57.3亿元，2024年社会消费品零售总额60.5亿元，增长6.2%。",
    # an income beside an income, a budget with transfers
    "医保个人缴费收入1.35亿元，财政补助2.66亿元；基金支出3.92亿元。当期结余0.09亿元。",
    "政府性基金收入7.9亿元，支出11.8亿元。当年结余0.7亿元。",
    # one step of age holds the other
    "专任教师5830人，35岁及以下2210人，45岁及以下4120人，55岁及以上460人。",
    # another event than the balance sheet
    "资产总额28亿元，新增负债1.9亿元，净资产19.6亿元。",
    # the chief parts of a change
    "存款增加25.4亿元，其中住户存款增加20.3亿元，企业存款增加2.9亿元。",
    # who gains by two items
    "实施项目24个，受益村庄11个；其中产业项目15个，受益村庄8个；就业项目9个，受益村庄6个。",
    "发放补贴810万元，惠及5980人；其中生活补贴380万元、3310人，护理补贴430万元、4190人。",
    # kinds that cross one another
    "贷款186.2亿元，涉农贷款118.4亿元、占63.6%，小微贷款81.3亿元、占43.7%，不良贷款2亿元、占1.1%。",
    "全县学校298所，其中：公办学校273所；民办学校25所；寄宿制学校112所。",
    "残联全年收入1190万元，其中财政拨款1110万元，支出1170万元。",
    # the first of an order, and days of their own
    "外出务工8310人，分乡镇看，城关镇1540人、大柳乡1420人居前两位。",
    "全年接待读者25.3万人次，周末日均接待1180人次。",
    "上半年接待游客172万人次，假期接待24万人次，日均4.8万人次。",
    "从年龄看，35岁以下占37.4%，女教师占64%，高级职称占22%。",
    # the nearest number is not the whole
    "上年村集体收入31.5万元，本年46.2万元，支出18.4万元；其中一组21.3万元，二组24.9万元。",
    "现有职工86人，其中中级职称31人，高级职称12人。",
]


@pytest.mark.parametrize(("text", "sums"), ADD_UP)
def test_the_whole_is_the_one_that_the_parts_fill(text: str, sums: list[str]) -> None:
    read = [item for item in relations(text) if item.sort is Arithmetic.SUM]
    said = [
        f"{item.result.text} = {' + '.join(part.text for part in item.terms)}"
        for item in read
        if item.result
    ]
    assert sorted(said) == sorted(sums)
    assert all(verdict(item).holds for item in relations(text))


@pytest.mark.parametrize("text", SPEAK)
def test_a_list_that_must_be_whole_is_told_where_it_is_not(text: str) -> None:
    broken = [item for item in relations(text) if not verdict(item).holds]
    assert [item.sort for item in broken] == [Arithmetic.SUM]
    assert broken[0].certain


@pytest.mark.parametrize("text", SILENT)
def test_a_list_that_need_not_be_whole_is_not_told(text: str) -> None:
    assert all(verdict(item).holds for item in relations(text))
