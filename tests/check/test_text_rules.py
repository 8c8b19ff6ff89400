"""Every rule on text: silent where it must be, then speaking where it must."""

from __future__ import annotations

import time

import pytest
from support.short_reports import findings, table
from support.text_cases import SILENT, SPEAKS, Case

from generator.check.passages import Passage
from generator.check.rules.table import RULES
from generator.check.subject import Subject
from generator.docs.rules import rule_page

BY_DATA = {
    "同键两值",
    "文表一致",
    "前后一致",
    "同词两义",
    "记录与统计表",
    "正文算法",
    "与上年比",
    "必备要素",
    "共用名册",
    "重复登记",
    "百分数",
    "小计",
    "上下级汇总",
    "附表算式",
    "附表关系",
    "外地名称",
    "外来年份",
    "照抄来源",
    "逐行断开",
    "提纲标题",
}
"""Rules that need a package; their cases stand in test_package_rules.py, test_subtotals.py and test_foreign.py."""


@pytest.mark.parametrize(
    ("rule", "lines"), [(rule, case) for rule, cases in SILENT.items() for case in cases]
)
def test_stays_silent(rule: str, lines: Case) -> None:
    assert [finding.message for finding in findings(rule, *lines)] == []


@pytest.mark.parametrize(
    ("rule", "lines", "words"), [(rule, *case) for rule, cases in SPEAKS.items() for case in cases]
)
def test_speaks(rule: str, lines: Case, words: str) -> None:
    messages = [finding.message for finding in findings(rule, *lines)]
    assert messages and any(words in message for message in messages)


def test_a_quote_that_ends_in_a_full_stop_gets_no_second_one() -> None:
    (finding,) = findings("括号配对", "全县就业{就业.合计。")
    assert finding.message == "“{”没有配对的“}”：…{就业.合计。"


@pytest.mark.parametrize(
    ("rule", "lines"), [(rule, case[0]) for rule, cases in SPEAKS.items() for case in cases]
)
def test_names_a_place(rule: str, lines: Case) -> None:
    for finding in findings(rule, *lines):
        assert finding.sides and all(
            side.quote and side.paragraph for side in finding.sides if not side.file
        )


@pytest.mark.parametrize(
    ("headings", "told"), [(("一、概况", "二、做法"), 1), (("甲镇", "乙镇"), 0)]
)
def test_headings_tell_two_places_apart(headings: tuple[str, str], told: int) -> None:
    passages = tuple(
        Passage(f"全年共落实资金{number}万元。", "body", section, number)
        for number, section in enumerate(headings, 42)
    )
    assert len(list(RULES["一数两值"](Subject(passages)))) == told


@pytest.mark.parametrize(
    "line",
    [
        "（" * 20000,
        "）" * 20000,
        "（）" * 10000,
        "字(" * 10000,
        "《" * 20000,
        "（" * 10000 + "）" * 10000,
    ],
)
def test_a_paragraph_of_brackets_does_not_hold_up_the_check(line: str) -> None:
    start = time.perf_counter()
    found = [finding for rule in RULES for finding in findings(rule, line)]
    assert (
        time.perf_counter() - start < 10
        and len([item for item in found if "配对" in item.message]) <= 5
    )


def test_every_rule_has_cases() -> None:
    assert set(RULES) == set(SILENT) | BY_DATA
    assert all(cases for cases in SILENT.values()) and set(SPEAKS) == set(SILENT)


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        ("表内合计", table(c1_1_2="190")),
        ("部分不大于整体", table(c1_1_1_1="130")),
        ("分项重叠", table(c2_1_4="2900")),
        ("表内相等", table(c2_2="0.6")),
        ("表内算式", table(c2_1_2="85")),
        ("填报格式", table(c2_1_2="80%")),
        ("表式", tuple(row.replace("就业人数", "就业总人数") for row in table())),
        ("疑似复制", table(c1_1_2="120", c1_1_2_1="80")),
        ("文表对照", ("到省外就业130人。", *table())),
        ("篇幅", ("字" * 6200,)),
    ],
)
def test_the_example_of_a_rule_on_forms_gives_its_finding(rule: str, lines: Case) -> None:
    messages = [finding.message for finding in findings(rule, *lines)]
    assert [example.message for example in rule_page(rule, RULES[rule]).examples] == messages[:1]
