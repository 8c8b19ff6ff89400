"""Rules on documents of other sectors, written before the rules were looked at: what is true and tempts stays untold, what is wrong is told."""

from __future__ import annotations

import pytest
from support.short_reports import subject

from generator.check.finding import Finding
from generator.check.rules.table import RULES

Lines = tuple[str, ...]
DATED = "签 2022年10月8日"
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
}
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
