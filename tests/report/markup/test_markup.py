"""Composed text to blocks: marks, strong, line ends; numbering over what is there; punctuation of vanished clauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.cell import Source
from generator.model.document import Heading, Mark, Paragraph, Run, plain
from generator.model.kind import HeadingStyle
from generator.model.marks import escape, mark, parse, visible
from generator.report.markup import outline, parse_line
from generator.report.markup import parse as parse_text
from generator.report.markup.outline import number
from generator.report.markup.tidy import tidy

STYLES = {
    1: HeadingStyle("一、"),
    2: HeadingStyle("（一）"),
    3: HeadingStyle("1.", run_in=True),
    4: HeadingStyle("（1）", run_in=True),
}
NO_CONTROL = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40)


@given(NO_CONTROL)
def test_escaped_text_prints_as_it_stands(text: str) -> None:
    flat = " ".join(text.split())
    assert plain(parse_line("甲" + escape(flat) + "乙")) == f"甲{flat}乙"


@given(NO_CONTROL, NO_CONTROL, st.integers(0, 9999))
def test_a_mark_comes_back_as_it_was_written(key: str, column: str, row: int) -> None:
    identity = Mark("bound", key, (Source("figures.csv", row, column), Source("甲.csv")), "{甲}+1")
    told = mark("12人", identity)
    assert visible(f"共{told}。") == "共12人。"
    assert parse_line(f"共{told}。") == (Run("共"), Run("12人", identity), Run("。"))
    assert parse(told[2 : told.index("\x1f")]) == identity


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("甲\n乙", "甲乙"),
        ("甲\n  乙", "甲乙"),
        ("end\nstart", "end start"),
        ("甲 \nA", "甲A"),
        ("1. 甲", "1. 甲"),
        ("（一）甲", "（一）甲"),
        ("a&lt;b", "a<b"),
        ("甲*乙*", "甲*乙*"),
        ("- 甲", "- 甲"),
        ("> 甲", "> 甲"),
        ("`甲`", "`甲`"),
    ],
)
def test_what_is_text_stays_text(source: str, text: str) -> None:
    assert plain(parse_line(source)) == text


def test_strong_closes_between_chinese_characters() -> None:
    assert parse_line("**一是甲。**乙") == (Run("一是甲。", strong=True), Run("乙"))


@pytest.mark.parametrize(
    ("form", "count", "text"),
    [
        ("一、", 1, "一、"),
        ("一、", 12, "十二、"),
        ("（一）", 2, "（二）"),
        ("1.", 19, "19."),
        ("（1）", 3, "（3）"),
        ("1、", 2, "2、"),
    ],
)
def test_numbers_of_headings(form: str, count: int, text: str) -> None:
    assert number(form, count) == text


def numbered(source: str, styles: dict[int, HeadingStyle] = STYLES) -> list[str]:
    blocks = outline(parse_text(source, "甲"), styles)
    return [
        block.number + plain(block.text)
        if isinstance(block, Heading)
        else (block.lead.number + plain(block.lead.text) if block.lead else "") + plain(block.text)
        for block in blocks
        if isinstance(block, Heading | Paragraph)
    ]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("", []),
        ("# 甲", []),
        ("# 甲\n\n## 乙\n\n# 丙\n\n文", ["一、丙", "文"]),
        (
            "# 甲\n\n## 乙\n\n文\n\n## 丙\n\n文\n\n# 丁\n\n## 戊\n\n文",
            ["一、甲", "（一）乙", "文", "（二）丙", "文", "二、丁", "（一）戊", "文"],
        ),
        ("# 甲\n\n### 乙\n\n文\n\n### 丙\n\n### 丁\n\n文", ["一、甲", "1.乙。文", "2.丁。文"]),
        ("### 甲？\n\n文", ["1.甲？文"]),
        ("# 甲\n\n### 乙\n\n#### 丙\n\n文", ["一、甲", "1.乙", "（1）丙。文"]),
    ],
)
def test_headings_are_counted_over_what_is_there(source: str, lines: list[str]) -> None:
    assert numbered(source) == lines


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        (
            "# 甲\n\n### 乙\n\n文\n\n# 丙\n\n### 丁\n\n文",
            ["一、甲", "1.乙。文", "二、丙", "2.丁。文"],
        ),
        (
            "# 甲\n\n### 乙\n\n#### 丙\n\n文\n\n### 丁\n\n#### 戊\n\n文",
            ["一、甲", "1.乙", "（1）丙。文", "2.丁", "（1）戊。文"],
        ),
        ("# 甲\n\n### 乙\n\n# 丙\n\n### 丁\n\n文", ["一、丙", "1.丁。文"]),
        (
            "# 甲\n\n## 乙\n\n### 丙\n\n文\n\n## 丁\n\n### 戊\n\n文",
            ["一、甲", "（一）乙", "1.丙。文", "（二）丁", "2.戊。文"],
        ),
    ],
)
def test_a_continuous_level_is_counted_through(source: str, lines: list[str]) -> None:
    styles = {**STYLES, 3: HeadingStyle("1.", run_in=True, continuous=True)}
    assert numbered(source, styles) == lines


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("甲，乙。", "甲，乙。"),
        ("甲，。", "甲。"),
        ("甲，，乙", "甲，乙"),
        ("甲（）乙", "甲乙"),
        ("甲（，乙）", "甲（乙）"),
        ("甲（乙，）", "甲（乙）"),
        ("，甲", "甲"),
        ("。", ""),
        ("甲；。", "甲。"),
        ("甲。；乙", "甲。乙"),
        ("甲：。", "甲。"),
        ("“甲”“乙”", "“甲”“乙”"),
        ("甲……乙", "甲……乙"),
    ],
)
def test_punctuation_that_a_vanished_clause_left(text: str, tidied: str) -> None:
    assert plain(tidy((Run(text),))) == tidied


def test_data_are_not_tidied() -> None:
    filed = Run("，，", Mark("bound", "甲"))
    assert tidy((Run("甲，"), filed, Run("，。"))) == (Run("甲，"), filed, Run("。"))


@given(st.lists(st.sampled_from(["甲", "，", "。", "；", "、", "（", "）", "："]), max_size=12))
def test_tidying_twice_is_tidying_once(signs: list[str]) -> None:
    once = tidy((Run("".join(signs)),))
    assert tidy(once) == once


def test_an_id_does_not_move_when_a_paragraph_before_it_vanishes() -> None:
    both = parse_text("\x11甲\x12\n一\n\x13\n\n\x11乙\x12\n二\n\x13\n", "report")
    one = parse_text("\x11甲\x12\n\n\x13\n\n\x11乙\x12\n二\n\x13\n", "report")
    assert [block.id for block in both] == ["report/甲", "report/乙"]
    assert [block.id for block in one] == ["report/乙"]


def test_a_paragraph_for_a_record_is_named_after_it() -> None:
    blocks = parse_text("\x11甲\x12\n\x14东\x12一\n\n\x14西\x12二\n\n三\n\x13\n", "report")
    assert [block.id for block in blocks] == ["report/甲[东]", "report/甲[西]", "report/甲"]


def test_a_heading_of_data_alone_is_named_after_its_record() -> None:
    told = mark("甲", Mark("bound", "乙"))
    blocks = parse_text(
        f"\x11事\x12\n# \x14东\x12{told}\n\n# \x14西\x12{told}\n\n# \x14南\x12题\n\x13\n", "report"
    )
    assert [block.id for block in blocks] == ["report/事[东]#", "report/事[西]#", "report/事#题"]


def test_a_heading_whose_words_end_as_a_counted_one_has_a_name_of_its_own() -> None:
    blocks = parse_text("# 甲\n\n# 甲~2\n\n# 甲\n", "report")
    assert len({block.id for block in blocks}) == 3
