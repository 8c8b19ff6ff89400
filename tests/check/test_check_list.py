"""The list of kinds in the cases of the check, row by row: A is silent, B is spoken, M is in the messages.

The sentences are invented anew; a row runs all rules, as ``nigao check FILE.docx`` does.
"""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from support import invented
from support.short_reports import passage

from generator.check import Result, check_passages
from generator.check.human import to_read
from generator.check.report import as_text
from generator.check.unjudged import BY_ROUNDING
from generator.jobs.check import check
from generator.model.severity import Severity
from generator.package.read import known_forms, shared_terms
from generator.package.read.homes import lasting_homes


def checked(*lines: str) -> Result:
    passages = tuple(passage(line, "", number) for number, line in enumerate(lines, 1))
    return check_passages(
        passages, shared_terms(lasting_homes(None)), known_forms(lasting_homes(None))
    )


def above_info(result: Result) -> list[str]:
    return [f"{f.rule} {f.message}" for f in result.findings if f.severity is not Severity.INFO]


# fmt: off
SILENT: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("A1", ("全镇现有低保户82户，卫生室11所，敬老院2院，加油站3站。实现收入460万元，惠及农户125户。",)),
    ("A2", ("上半年支出42500万元，比上年减支1300万元，下降2.97%。其中：教育支出12600万元，比上年增支900万元，"
            "增长7.69%；其他支出29900万元，比上年减支2200万元，下降6.85%。",)),
    ("A3", ("城镇居民人均可支配收入36750元，同比增加1850元，增长5.3%。",)),
    ("A4", ("年末在校学生4.82万人，比上年末增加0.15万人，其中小学2.61万人，中学2.21万人。",)),
    ("A5", ("参保人口8340人，低保户412户986人，其中整户纳入265户702人，单人纳入147户284人，住院率13.6%。",)),
    ("A6", ("培训教师640人次，其中骨干教师210人次，合格率达97%。完成建档3860户，建档3860户，回访率95.2%。",)),
    ("A8", ("标 1.重点任务", "（1）敬老院改造3所，已完工。", "（2）应配护理员12人，已配16人。")),
    ("A9", ("标 （一）以项目审计为抓手，守住资金底线", "全年审计项目18个。")),
    ("A10", ("共设22个绩效指标，其中一级指标4个，二级指标9个，三级指标22个。",)),
    ("A11", ("全市总支出5120万元，其中基本支出3900万元，项目支出1220万元；市本级支出2340万元，其中基本支出1500万元，"
             "项目支出840万元。",)),
    ("A12", ("全市社区136个，其中城市社区58个；村民小组2210个。",)),
    ("A13", ("全年支出10.0亿元（教育3.3亿元、卫生3.3亿元、社保3.3亿元）。", "占比分别为16.7%、16.7%、66.7%，合计100%。",
             "支出2.4亿元，其中教育9345万元、卫生14612万元。")),
    ("A15", ("水产品产量46万吨，比上年增加12万吨，其中养殖21万吨，捕捞25万吨。日均门诊860人次，其中儿科2310人次。",)),
    ("A16", ("新增床位120张、减少45张，净增75张。",)),
    ("A17", ("一般公共预算收入128.46亿元，其中税收81.24亿元、非税29.93亿元、转移性17.28亿元。",)),
)

IN_WORD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("A7", ("一、基本情况", "（一）由来", "1.经过", "（1）甲校", "两所学校已并入。", "（2）乙校", "新建教室6间。",
            "（二）经费", "经费已到位。")),
    ("A14", (
        "今年以来，在县委、县政府的正确领导下，全县审计机关认真履行审计监督", "职责，共完成审计项目二十一个，提出审计建议六十三条，被采纳五十八",
        "条，促进被审计单位建立健全制度三十一项，较好地发挥了审计的监督和", "服务作用，有力保障了财政资金安全，同时也发现了一些单位在预算执行",
        "和资产管理方面的薄弱环节，主要表现为预算编制不够细化、项目实施进", "度较慢、资产台账更新不及时等情况，有关单位正在按照审计意见逐项整",
        "改，其中多数问题已经整改到位，其余问题按照计划有序推进，预计年底", "前全部完成，下一步将继续加大对重点领域、重点项目和重点资金的审计",
        "力度，推动审计成果运用，健全审计整改长效机制，防止同类问题屡审屡", "犯，为全县经济社会高质量发展提供更加有力的审计保障和服务支撑。",
    )),
)
"""What the reader of Word files has to see: levels of headings, lines of one paragraph."""

SPOKEN: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("B1", ("下达补助6250万元，拨付5900万元，未拨350万元，拨付率92%。",), "94.4%"),
    ("B2", ("全校职工640人，外聘57人，占职工总数的9.8%。",), "8.91%"),
    ("B2", ("完成税收收入862万元，为年初预算1900万元的46.2%。",), "45.37%"),
    ("B3", ("低保户74户168人。其中：北村16户35人；中村25户61人；东村33户71人。",), "167人"),
    ("B4", ("投入资金845万元，实施校舍改造（360万元）、食堂新建（290万元）、器材购置（175万元）。",), "825万元"),
    ("B5", ("补助资金2600万元。资金下达后制定了办法。其中，小学1310万元，初中870万元，高中520万元。",), "2700万元"),
    ("B6", ("选派24名医生，其中31人下沉到乡镇。",), "大于"),
    ("B6", ("举办13场义诊（其中线上4场，线下8场）。",), "12场"),
    ("B7", ("60名残疾人务工，日工资100元，每年4个月，人均增收1.9万元。",), "1.2万元"),
    ("B8", ("面积60平方米，投入9.6万元，造价1450元/平方米。",), "1600元"),
    ("B8", ("值班室|面积60平方米，投入9.6万元，造价1450元/平方米|完工",), "1600元"),
    ("B9", ("标 一、基本情况", "全年共发放救助资金3860万元。", "标 二、成效", "全年共发放救助资金3680万元。"), "3680万元"),
    ("B9", ("全年共发放救助资金3860万元。", "发放救助资金|万元|3680"), "3680万元"),
    ("B10", ("12月中旬，建成敬老院一所。", "签 2023年11月15日"), "12月中旬"),
    ("B10", ("从9月12日至9月7日开展督导。",), "早于"),
    ("B11", ("全年在在重点村推行的改革12项。",), "连写"),
    ("B11", ("配备护理岗岗位26个。",), "连写"),
    ("B11", ("收入任务120万，完成131万。",), "缺“元”"),
    ("B11", ("抽调3名注册会计师，两名工程师。",), "写法不一"),
    ("B11", ("慰问45名特困户。",), "户用“户”计"),
    ("B11", ("参保2310人其中：职工参保840人。",), "逗号"),
    ("B12", ("题 关于2023年民政工作情况的报告", "现将有关情况随文上报，请审批。"), "请示"),
    ("B13", ("召开全省教育工作会。", "全省教育工作会议召开后，县里作了安排。"), "全省教育工作会议"),
    ("B13", ("县督查组到校。", "县督察组到校。"), "县督察组"),
    ("B13", ("县文化体育广电和旅游局牵头。", "县文旅局配合。"), "县文旅局"),
    ("B13", ("单位|姓名", "县人民医院|李一鸣", "县中医院|李一鸣"), "县中医院"),
    ("B14", ("校舍改造|2023年3-2023年8月|完工",), "漏写"),
    ("B14", ("奖补|约1800元左右|户",), "概数"),
    ("B14", ("1|1.建设厕所。3.建设围墙。",), "1之后是3"),
    ("B15", ("根据青民发〔2023〕第9号文件。",), "第"),
    ("B15", ("根据青民发〔2023〕09号文件。",), "9号"),
    ("B15", ("根据青民发〔22〕9号文件。",), "2022"),
    ("B15", ("根据青民发﹝2023﹞9号文件。",), "六角括号"),
    ("B15", ("头 青民发〔2022〕9号", "题 工作报告", "签 2023年12月1日"), "2022年"),
    ("B15", ("二○二二年九月。",), "〇"),
    ("B15", ("二0二二年九月。",), "〇"),
    ("B15", ("吐尔逊·卡德尔到校。", "吐尔洪·卡德尔到校。"), "吐尔洪·卡德尔"),
    ("B15", ("吐尔逊•卡德尔到校。",), "·"),
    ("B16", ("抽查36户，其中合格的占92.3%。",), "整数"),
    ("B17", ("期初208人，新增31人，退出17人，期末224人。",), "222人"),
    ("B18", ("总人口620人，其中男性410人，占66.1%；女性330人。",), "740人"),
    ("B19", ("全乡2140户，其中山区1080户，川区1290户。",), "2370户"),
    ("B19", ("全市4106人参保，其中职工6520人。",), "大于"),
    ("B20", ("完成拨付168亿元，占年度预算240亿元的75%。",), "70%"),
    ("B20", ("在编教师560人，其中女教师310人，占53.4%。",), "55.4%"),
    ("B20", ("完成任务60个的85%，即53个。",), "51个"),
    ("B21", ("由210张增加到268张，净增48张。",), "58张"),
    ("B21", ("年初结转18万元，收入126万元，支出113万元，结余21万元。",), "31万元"),
    ("B21", ("由58.6%提高到62.3%，提高4.7个百分点。",), "3.7个百分点"),
    ("B22", ("每人补助650元，补助420人，共28.3万元。",), "27.3万元"),
    ("B22", ("全镇240户种植960亩，户均4.5亩。",), "4.0亩"),
    ("B23", ("三次产业结构为18.6∶41.2∶43.2。",), "103"),
    ("B23", ("三类支出分别占45%、30%、20%，合计全部支出。",), "95"),
    ("B24", ("教学楼于2023年8月20日开工，2023年4月6日完工。",), "早于"),
    ("B25", ("总支出640万元，比上年增加80万元，增长12.5%。",), "14.3%"),
    ("B26", ("在院老人360人，按性别分，男190人、女150人。",), "340人"),
)
# fmt: on


@pytest.mark.parametrize(("row", "lines"), SILENT, ids=[row for row, _ in SILENT])
def test_a_is_silent(row: str, lines: tuple[str, ...]) -> None:
    assert above_info(checked(*lines)) == []


@pytest.mark.parametrize(("row", "lines", "words"), SPOKEN, ids=[row for row, *_ in SPOKEN])
def test_b_is_spoken(row: str, lines: tuple[str, ...], words: str) -> None:
    messages = [finding.message for finding in checked(*lines).findings]
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize(("row", "lines"), IN_WORD, ids=[row for row, _ in IN_WORD])
def test_a_is_silent_in_a_word_file(tmp_path: Path, row: str, lines: tuple[str, ...]) -> None:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    file = tmp_path / "稿.docx"
    document.save(str(file))
    told = above_info(check(file))
    assert [line for line in told if not line.startswith("逐行断开")] == []


WRONG = "下达补助6250万元，拨付5900万元，未拨350万元，拨付率92%。"


def test_m1_a_side_of_last_year_says_so(tmp_path: Path) -> None:
    kinds = invented.templates(tmp_path / "kinds")
    invented.package(
        tmp_path / "old",
        report_yaml=invented.REPORT.replace("year: 2023", "year: 2022"),
        indicators_csv="代码,数值\n1.1,260\n",
    )
    package = invented.package(
        tmp_path / "new",
        report_yaml=invented.REPORT + "previous: ../old\n",
        figures_csv="键,名称,数值,单位\n就业.合计.上年,上年就业,280,人\n",
    )
    [found] = [item for item in check(package, templates=kinds).findings if "280" in item.message]
    assert "2022年数据包" in found.message
    assert [side.file for side in found.sides] == ["figures.csv", "2022年数据包的 indicators.csv"]


def test_m2_the_same_sentence_is_told_once() -> None:
    found = [f for f in checked(WRONG, "另一段。", WRONG, WRONG).findings if f.rule == "比率"]
    assert len(found) == 1 and {side.paragraph for side in found[0].sides} == {1, 3, 4}


@pytest.mark.parametrize("said", ["", "为", "达", "达到", "约为"])
def test_m3_labels_are_cut_cleanly(said: str) -> None:
    told = [f.message for f in checked(WRONG.replace("拨付率", f"拨付率{said}")).findings]
    assert told and all(line.startswith("拨付率写的是92%") for line in told)


def test_m4_sentences_that_nothing_judged_are_listed() -> None:
    passages = [passage("救助320人次，发放物资86万元。"), passage("工作有序推进。")]
    open_ = check_passages(passages, ()).unjudged
    assert [(matter, side.quote) for matter, side in to_read(passages, open_)] == [
        ("几个数之间读不出关系", "救助320人次，发放物资86万元。")
    ]


@pytest.mark.parametrize(
    ("said", "listed"), [("1.6倍", True), ("1.5倍", False), ("约1.6倍", False)]
)
def test_a_result_that_only_rounding_allows_is_for_a_person_to_read(
    said: str, *, listed: bool
) -> None:
    passages = [passage(f"农产品销售额3.6亿元，是上年2.4亿元的{said}。")]
    result = check_passages(passages, ())
    told = [matter for matter, _ in to_read(passages, result.unjudged)]
    assert (result.findings, told) == ((), [BY_ROUNDING] if listed else [])


def test_m5_the_report_ends_with_what_was_not_done_and_what_was_not_judged() -> None:
    *_, undone, unjudged = as_text(checked(WRONG, "救助320人次，发放物资86万元。")).splitlines()
    assert unjudged.startswith("未能判断 1句有数的话（几个数之间读不出关系 1句）")
    assert undone.startswith("没有成文日期，没有查：")
