"""Rules on documents of other sectors, written before the rules were looked at: what is true and tempts stays untold, what is wrong is told."""

from __future__ import annotations

import pytest
from support.short_reports import subject

from generator.check.finding import Finding
from generator.check.rules.table import RULES
from generator.model.severity import Severity

Lines = tuple[str, ...]
DATED = "签 2022年10月8日"
SHOWS = ("项目|计划数|完成数", "文艺演出（场）|120|128", "送电影下乡（场）|1500|1512")
PROJECTS = "共实施人居环境整治项目{}个，完成投资320万元，合格率100%。"
SILENT: dict[str, list[Lines]] = {
    "成文日期": [
        ("合同约定12月31日前付清尾款。", DATED),
        ("气象台预报10月12日将有强降雨，已转移320人。", DATED),
        ("根据10月20日要闭幕的展会安排，抽调人员12名。", DATED),
        ("去年11月28日，省局来检查。", DATED),
        ("2021年9月20日开工，12月31日完工。", DATED),
        ("新办法自11月1日起施行。", DATED),
        ("10月20日，上年度考核结果公布。", "签 2022年5月5日"),
        ("2023年6月底前完成一期，11月3日投用。", DATED),
        ("9月9日，走访教师30名。", "签 二〇二二年九月十日"),
    ],
    "分条与个数": [
        ("4个乡镇分别反映问题：一是道路破损，二是饮水不稳。",),
        ("3个项目存在不足，一是进度慢，二是质量低。",),
        ("提出2点建议：一要健全制度；二要加大投入。",),
        ("存在三方面不足：（1）进度慢；（2）质量不高；（3）档案不全。",),
        ("存在三个方面的不足：（1）进度慢；（2）质量不高。", "（3）档案不全。"),
        ("审核2个方面，按（1）类、（2）类、（3）类计分。",),
    ],
    "文号写法": [
        ("中标通知书〔2022〕第003号已发出。",),
        ("许可证〔22〕06号到期。",),
        ("第12次常务会议纪要（〔2022〕12号）。",),
    ],
    "编号": [
        ("一是抓早，二是抓小。同时坚持一是不松劲，二是不停步。",),
        ("项目|内容", "道路|（1）路基（2）路面（3）护栏"),
        ("项目|内容", "道路|（2）路基（4）路面"),
    ],
    "空标题": [
        ("标 （一）产业", "标 1.种植", "标 2.养殖", "标 3.加工", "标 （二）就业", "共3000人。"),
        ("共3项。", "附件", "标 一、评分表", "标 二、清单"),
        ("标 （一）产业", "标 1.种植", "标 2.养殖", "标 3.加工"),
    ],
    "两种写法": [
        ("县委督查组检查。", "中央环保督察组反馈问题。"),
        ("县委督察组检查。", "县督查组反馈问题。"),
        ("县住房和城乡建设局（以下简称县住建局）负责。", "县住建局实施。"),
    ],
    "列举与个数": [
        ("拨付省、市十件民生实事资金41亿元。",),
        ("推进机场高速、环城高速南三大桥建设。",),
        ("保障小华山危桥改造、民生十条路等重点工程。",),
    ],
    "字词重复": [
        ("落实小微企业创业创新政策。",),
        ("推进农业产业产能提升。",),
    ],
    "一数两值": [
        ("全市收入增长8%。收入总计140.8亿元。", "市级收入增长3%。收入总计71.7亿元。"),
        ("收支相抵，结转2万元。公共预算收入共计58万元。", "结转1万元。公共预算收入共计20万元。"),
    ],
    "同句异数": [
        ("标 （一）北坪镇", PROJECTS.format(12), "标 （二）石梁镇", PROJECTS.format(13)),
        ("一季度", PROJECTS.format(12), "二季度", PROJECTS.format(13)),
        ("甲社区。" + PROJECTS.format(12), "乙社区。" + PROJECTS.format(13)),
        ("2021年，" + PROJECTS.format(12), "2022年，" + PROJECTS.format(13)),
        (
            "该项目预算安排财政资金300万元，实际支出300万元，执行率100%。",
            "该项目预算安排财政资金260万元，实际支出260万元，执行率100%。",
        ),
    ],
    "待补": [("证人张某某未到庭，地址为某某小区。",)],
    "行列对照": [
        ("全年举办文艺演出128场。", *SHOWS),
        ("上年举办文艺演出138场，送电影下乡1521场。", *SHOWS),
        ("计划送电影下乡1500场。", *SHOWS),
        ("北坪镇送电影下乡1521场。", *SHOWS),
        ("全年送电影下乡约1521场，举办文艺演出96场。", *SHOWS),
        ("送电影下乡1500场，文艺演出12场。", *SHOWS),
    ],
}
MAY_BE: dict[str, list[Lines]] = {
    "文件名称": [
        ("印发《青岭县农村公路养护办法》。", "印发《青岭县农村公路养护考核办法》。"),
        ("学习《中国共产党农村工作条例》。", "学习《中国共产党农村基层组织工作条例》。"),
    ],
    "村名": [("黄土岭村建大棚。", "黄土村整治宅基地。")],
    "行列对照": [("全年举办文艺演出138场。", *SHOWS)],
    "同句异数": [(PROJECTS.format(12), PROJECTS.format(36))],
    "待补": [("被告人张××、李某某退赔。",)],
}
"""What may be right or wrong is told for information."""
SPEAKS: dict[str, list[tuple[Lines, str]]] = {
    "成文日期": [
        (("12月3日，志愿者清洁了河道。", DATED), "12月3日的事"),
        (("今年11月20日，县里听取了汇报。", DATED), "11月20日的事"),
        (("2022年6月动工，11月2日通过验收。", DATED), "11月2日的事"),
        (("10月中旬，问题全部销号。", "签 2022年9月30日"), "10月中旬的事"),
        (("9月9日，慰问教师30名。", "签 二〇二二年九月一日"), "成文日期是2022年9月1日"),
    ],
    "分条与个数": [
        (("提出4点建议：一要健全制度；二要加大投入；三要强化考核。",), "后面列到“三要”，共3条"),
        (
            ("存在三方面问题：（1）台账不全；（2）标识缺失；（3）人手不足；（4）演练走过场。",),
            "共4条",
        ),
        (("反映2个问题：一是路坏；二是水少；三是灯暗。",), "前面说2个"),
        (("申报3个项目：一是道路；二是水渠。",), "前面说3个"),
    ],
    "文号写法": [(("依据青教发〔2022〕第5号执行。",), "不加“第”")],
    "编号": [
        (("一是抓早，三是抓小。",), "“三是”"),
        (("项目|内容", "道路|（1）路基（2）路面（4）护栏"), "2之后是4"),
    ],
    "空标题": [
        (("标 （一）产业", "标 1.种植", "标 2.养殖", "养3000头。"), "1.种植"),
        (("标 一、概况", "标 二、做法", "标 三、问题", "不少。"), "一、概况"),
    ],
    "两种写法": [
        (("县委督查组检查。", "县委督察组反馈问题。"), "“县委督查组”“县委督察组”"),
        (("传达学习全县教育工作会精神。", "全县教育工作会议召开后，各校行动。"), "全县教育工作会"),
        (("县住房和城乡建设局负责。", "抽查由县住建局实施。"), "县住建局"),
    ],
    "行列对照": [
        (("全年送电影下乡1521场。", *SHOWS), "表中“送电影下乡（场）”的“完成数”是1512场"),
        (("演出频繁，共送电影下乡1542场。", *SHOWS), "1512场"),
        (
            (
                "播种52.6万亩，粮食产量24.86万吨。",
                "指标|单位|2022年|增长（%）",
                "粮食产量|万吨|24.68|1.2",
                "企业数|家|96|3",
            ),
            "24.68万吨",
        ),
    ],
    "列举与个数": [
        (("突出茶叶、中药材、食用菌两大主导产业。",), "两大"),
        (("柳河、石桥、北坪两个镇试点。",), "两个"),
    ],
    "字词重复": [(("开展业务业务培训。",), "业务"), (("支持创业创业者。",), "创业")],
    "一数两值": [
        (("进展良好。全县共建成田块43200亩。", "问题不少。全县共建成田块42300亩。"), "43200亩"),
        (("共有医疗机构315个。", "共有医疗机构351个。"), "315个"),
    ],
    "同句异数": [
        (
            ("全县" + PROJECTS.format(12), "标 （一）成效", "全县" + PROJECTS.format(36)),
            "12个／36个",
        ),
        (
            ("标 （一）成效", PROJECTS.format(123), "标 （二）不足", PROJECTS.format(132)),
            "123个／132个",
        ),
    ],
    "待补": [(("联系人：??，电话不变。",), "??"), (("由张××负责。",), "××")],
    "文件名称": [
        (("印发《青岭县救灾资金使用管理细则》。", "按《青岭县救灾资金管理细则》执行。"), "少“使用”")
    ],
    "村名": [(("赵家湾村建冷库。", "赵湾村冷库投用。"), "赵湾村")],
}


def _findings(rule: str, lines: Lines) -> list[Finding]:
    """What a rule says of a Word file, whose title tells no year."""
    made = subject(*lines, year=None)
    return list(RULES[rule](made))


@pytest.mark.parametrize(
    ("rule", "lines"), [(rule, case) for rule, cases in SILENT.items() for case in cases]
)
def test_what_is_true_stays_untold(rule: str, lines: Lines) -> None:
    assert [finding.message for finding in _findings(rule, lines)] == []


@pytest.mark.parametrize(
    ("rule", "lines", "words"), [(rule, *case) for rule, cases in SPEAKS.items() for case in cases]
)
def test_what_is_wrong_is_told(rule: str, lines: Lines, words: str) -> None:
    messages = [finding.message for finding in _findings(rule, lines)]
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize(
    ("rule", "lines"), [(rule, case) for rule, cases in MAY_BE.items() for case in cases]
)
def test_what_may_be_right_is_for_information(rule: str, lines: Lines) -> None:
    assert {finding.severity for finding in _findings(rule, lines)} == {Severity.INFO}


@pytest.mark.parametrize(
    "lines",
    [
        (PROJECTS.format(12), PROJECTS.format(13)),
        ("全县" + PROJECTS.format(12), "全县" + PROJECTS.format(36)),
    ],
)
def test_two_statements_in_the_same_words_are_no_sure_error(lines: Lines) -> None:
    assert {finding.severity for finding in _findings("同句异数", lines)} == {Severity.WARNING}
