"""What the audit reads where a figure belongs, though people typed words and numbers around it."""

from __future__ import annotations

import pytest

from generator.regenerate.match.spelling import spelled_alike
from generator.regenerate.prove.look import look

BEFORE, FIGURE, AFTER = "全年引进企业", "27家", "，吸纳就业310人。"
LINES = {
    # the line of the file: what it says for the figure; where that differs, the first number
    "全年引进企业27家，吸纳就业310人。": ("ok", "27家"),
    "全年引进企业；4.2021年以来27家，吸纳就业310人。": ("ok", "27家"),
    "全年引进企业2021年27家，吸纳就业310人。": ("ok", "27家"),
    "全年引进企业（4）27家，吸纳就业310人。": ("ok", "27家"),
    "全年引进企业在10万亩园区里又新增27家，吸纳就业310人。": ("ok", "27家"),
    "全年引进企业２７家，吸纳就业310人。": ("ok", "27家"),
    "全年引进企业127家，吸纳就业310人。": ("differs", "127家"),
    "全年引进企业4.27家，吸纳就业310人。": ("differs", "4.27家"),
    "全年引进企业2021年30家，吸纳就业27家，吸纳就业310人。": ("differs", "2021"),
    "全年引进企业30家，吸纳就业310人，退出27家。": ("differs", "30家"),
    "全年引进企业30家，吸纳就业310人，退出27家，吸纳就业5人。": ("differs", "30家"),
}


@pytest.mark.parametrize("line", LINES)
def test_a_figure_between_its_words(line: str) -> None:
    text = BEFORE + FIGURE + AFTER
    _, spelled = spelled_alike(text, line, [(len(BEFORE), len(BEFORE + FIGURE))])
    seen = look(BEFORE, FIGURE, AFTER, spelled, 0)
    assert (seen.state, seen.text) == LINES[line]


@pytest.mark.parametrize(
    "said",
    [
        "近27家", "将近27家", "接近27家", "不足27家", "不到27家", "超27家", "超过27家", "逾27家", "突破27家", "近 27家",
        "-27家", "负27家", "20至27家", "20—27家", "27家至30家", "27余家", "27多家", "27+家", "27万家", "27-30家", "27户",
    ],
)  # fmt: skip
def test_a_number_with_another_qualifier_is_another_number(said: str) -> None:
    line = f"{BEFORE}{said}{AFTER}"
    _, spelled = spelled_alike(BEFORE + FIGURE + AFTER, line, [(len(BEFORE), len(BEFORE + FIGURE))])
    seen = look(BEFORE, FIGURE, AFTER, spelled, 0)
    assert (seen.state, seen.text) == ("differs", said.replace("２７", "27"))


@pytest.mark.parametrize(
    ("figure", "line"),
    [
        ("27家", "全年引进企业共27家，吸纳就业310人。"),
        ("27家", "全年引进企业达27家，吸纳就业310人。"),
        ("27家", "全年引进企业仅27家，吸纳就业310人。"),
        ("27家", "全年签约27家，吸纳就业310人。"),
        ("27家", "最近27家，吸纳就业310人。"),
        ("27家", "在乡镇附近27家，吸纳就业310人。"),
        ("27家", "全年引进企业27家多次获奖，吸纳就业310人。"),
        ("近27家", "全年引进企业近27家，吸纳就业310人。"),
        ("近27家", "全年新引进企业 近27 家，吸纳就业310人。"),
        ("27余家", "全年新引进企业27余家，吸纳就业310人。"),
        ("27家以上", "全年新引进企业27家以上，吸纳就业310人。"),
    ],
)
def test_the_same_statement_in_other_words(figure: str, line: str) -> None:
    assert look(BEFORE, figure, AFTER, line, 0).state == "ok"


@pytest.mark.parametrize(
    ("figure", "line"),
    [
        ("近27家", "27家"),
        ("27余家", "27家"),
        ("27余家", "近27余家"),
        ("27家以上", "近27家"),
        ("约27家", "近27家"),
    ],
)
def test_a_qualifier_of_the_data_that_is_gone(figure: str, line: str) -> None:
    seen = look(BEFORE, figure, AFTER, f"{BEFORE}{line}{AFTER}", 0)
    assert (seen.state, seen.text) == ("differs", line)


def test_what_stands_around_the_figure_in_both_is_no_difference() -> None:
    """The words of the template say 约, and a span of days may be told as one."""
    assert look("全年约", "27家", "以上，", "今年约27家以上，", 0).state == "ok"
    assert look("全年约", "27家", "，", "今年约27家，", 0).state == "ok"
    assert look("于", "5月18日", "召开", "于5月18日至19日召开", 0).state == "ok"


@pytest.mark.parametrize(
    "said",
    [
        "约27家", "大约27家", "27家左右", "27家上下", "27家（约）", "27家以上", "27家及以上", "不少于27家",
        "至少27家", "≥27家", "27家以内", "27家以下", "不超过27家", "最多27家", "≤27家",
    ],
)  # fmt: skip
def test_what_may_be_the_number_is_no_other(said: str) -> None:
    """People who write 约 say less than the data, and nothing else."""
    assert look(BEFORE, FIGURE, AFTER, f"{BEFORE}{said}{AFTER}", 0).state == "ok"


@pytest.mark.parametrize("cell", ["27余", "近27", "-27"])
def test_a_cell_with_a_qualifier(cell: str) -> None:
    seen = look("", "27", "", cell, 0)
    assert (seen.state, seen.text) == ("differs", cell)


ENDS = {
    # a figure at the end of its line
    "合计；2.2021年5亩。": ("ok", "5亩"),
    "合计2021年1.5亩。": ("differs", "2021"),
    "合计；2.2021年6亩。": ("differs", "；2.2021"),
}


@pytest.mark.parametrize("line", ENDS)
def test_a_figure_at_the_end(line: str) -> None:
    seen = look("合计", "5亩", "。", line, 0)
    assert (seen.state, seen.text) == ENDS[line]
