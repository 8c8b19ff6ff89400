"""Rates, counts and totals that belong together by their units and places: as many clerks say it, true and with one
number changed; and what only looks so."""

from __future__ import annotations

import pytest
from support.broken import broken

from generator.check import check_passages
from generator.check.passages import Passage
from generator.check.relations import relations, verdict

TOLD = [
    # the only count of the unit and the only total
    ("合作社销售黄桃36吨，均价每公斤9元，销售收入{32.4}万元。", "42.4"),
    ("冷库收购大蒜1250吨，收购价每斤3.4元，付款{850}万元。", "650"),
    ("养殖户出栏生猪2400头，平均每头售价1850元，销售额{444}万元。", "544"),
    ("烟农交售烟叶8600担，担均价{1720}元，烟农收入1479.2万元。", "1920"),
    ("工程用水泥3200吨，每吨{420}元，材料款134.4万元。", "520"),
    ("每张养老床位一次性建设补助8000元，全市新增床位{650}张，应拨补助520万元。", "750"),
    ("景区门票每张60元，售票{14.5}万张，门票收入870万元。", "18.5"),
    ("供热公司供热面积320万平方米，年耗煤{9.6}万吨，每平方米耗煤30公斤。", "7.6"),
    ("水泥厂年产熟料120万吨，耗电6600万千瓦时，吨熟料电耗{55}千瓦时。", "75"),
    ("屋顶电站铺设组件3600块，单块550瓦，装机容量{1.98}兆瓦。", "2.98"),
    ("绿道沿线公园绿地420公顷，城区人口28万人，人均公园绿地面积{15}平方米。", "19"),
    # rates of two units of one total
    ("国内公务接待95批次、760人次，支出{6.08}万元，批均640元、人均80元。", "8.08"),
    # for so many months, and days at so much
    ("特困供养人员342人，每人每月基本生活费936元，第一季度拨付{96.03}万元。", "116.03"),
    ("全县聘请专职网格员412人，月补贴1800元，全年支出{889.92}万元。", "1089.92"),
    ("学校食堂日均就餐1280人，每人每天18元，全年供餐200天，伙食费{460.8}万元。", "560.8"),
    ("填埋场日处理能力260吨，按365天计算，年可处理垃圾{9.49}万吨。", "12.49"),
    ("窗口全年受理业务27.5万件，按250个工作日计算，日均{1100}件。", "1500"),
    ("村庄保洁缴费农户9000户，每户每年42元，折合每月{3.5}元。", "4.5"),
    # rows of as many, one for all
    (
        "出栏湖羊420只、土鸡1.5万羽，分别按每只1300元、每羽85元结算，收入分别为54.6万元和{127.5}万元。",
        "157.5",
    ),
    (
        "为7600名妇女各做一次筛查，乳腺癌、宫颈癌每例{79}元、65元，检查费用60.04万元、49.4万元。",
        "99",
    ),
    ("两项补贴统一为每人每月{100}元，前者3460人、后者4280人，当月发放34.6万元、42.8万元。", "140"),
    # the parts of a rate
    ("森林保险每亩保费30元，由中央、省、农户分别承担{15}元、9元、6元。", "18"),
    # ratios without a unit
    ("园区用地3.2万平方米，计容建筑面积7.04万平方米，容积率{2.2}。", "3.1"),
    ("公司流动资产27亿元，流动负债15亿元，流动比率{1.8}。", "2.5"),
    # a change of a rate
    ("失业保险金标准由1350元调整为1440元，每人每月增加{90}元。", "126"),
]


@pytest.mark.parametrize(("sentence", "changed"), TOLD, ids=lambda value: str(value)[:24])
def test_true_is_read_and_broken_is_told(sentence: str, changed: str) -> None:
    true = sentence.replace("{", "").replace("}", "")
    read = [one for one in relations(true) if one.certain]
    assert read and all(verdict(one).holds for one in read)
    start, end = sentence.index("{"), sentence.index("}")
    broken = f"{sentence[:start]}{changed}{sentence[end + 1 :]}"
    right = sentence[start + 1 : end]
    findings = check_passages([Passage(broken, "body", paragraph=1)], ()).findings
    assert any(right in f"{item.message} {item.expected}" for item in findings), broken


SILENT = [
    # tiers, kinds and caps
    "人工造林每亩补助500元，封山育林每亩100元，退化林修复每亩300元，任务合计2.4万亩，下达投资760万元。",
    "加装电梯8层以下每部补助15万元，8层及以上每部补助20万元，已加装46部，拨付补助资金785万元。",
    "供水公司售水2600万立方米，居民水价2.4元，非居民水价3.6元，水费收入7100万元。",
    "首批采购单价120元，第二批单价135元，共采购6000套，支出76万元。",
    "贴息贷款每户最高5万元，发放贷款326户，贷款余额1420万元。",
    # other years, places and parts
    "2022年生均事业费1.34万元，2024年在校学生2.91万人，教育支出4.6亿元。",
    "全市人均一般公共预算支出8650元，我县为8200元，我县一般公共预算支出28.4亿元，年末户籍人口39.8万人。",
    "全省平均每亩补贴120元，我县补贴面积5.2万亩，实际兑付640万元。",
    "合同价每平方米2860元，建筑面积1.2万平方米，已支付工程款2100万元。",
    "每吨垃圾处理费85元，全年清运垃圾6.2万吨，拨付首期处理费300万元。",
    "公租房租金每平方米每月6元，共有公租房18万平方米，全年实收租金980万元。",
    "计划每户补助2万元，危房改造任务326户，到位资金420万元。",
    # another quantity
    "低保标准每人每月720元，保障对象3680人，全年发放低保金2640万元。",
    "假期8天接待游客40.0万人次，高峰日均7.0万人次。",
    "设计日供水能力5万吨，全年供水1260万吨，日均供水3.45万吨。",
    "用水总量2.86亿立方米，其中农业2.28亿立方米、工业0.24亿立方米、生态0.12亿立方米，有效利用系数0.586。",
]


@pytest.mark.parametrize("sentence", SILENT, ids=lambda sentence: sentence[:24])
def test_what_only_looks_so_is_silent(sentence: str) -> None:
    assert broken(sentence) == []
