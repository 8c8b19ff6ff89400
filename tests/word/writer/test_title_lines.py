from __future__ import annotations

from itertools import pairwise

import pytest

from generator.word.writer.metrics import width
from generator.word.writer.title_lines import break_lines

CASES = [
    "清河县2021年东西部协作工作自评报告",
    "清河县人民政府关于2021年度|东西部协作工作情况的报告",
    "关于报送《清河县2021年|东西部协作工作自评报告》的报告",
    "中共清河县委农村工作领导小组关于2021年度|巩固拓展脱贫攻坚成果同乡村振兴|有效衔接工作情况的报告",
    "东湖区人民政府办公室|关于印发《东湖区支援合作工作|领导小组2022年工作要点》的通知",
    "关于东湖区与清河县2022年上半年|劳务协作和消费帮扶工作情况的通报",
    "清河县发展和改革局关于2021年全县|固定资产投资和重点项目建设情况的报告",
]


def break_title(text: str) -> tuple[str, ...]:
    return break_lines((text,))[0]


@pytest.mark.parametrize("lines", CASES)
def test_titles_are_broken_by_meaning(lines: str) -> None:
    assert break_title(lines.replace("|", "")) == tuple(lines.split("|"))


@pytest.mark.parametrize(
    "text",
    [
        *(case.replace("|", "") for case in CASES),
        "报" * 45,
        "一二三四五六七八九十" * 3,
        "清河县2021年—2025年GDP12345678901234567890和其他指标的说明" * 2,
        "关于印发《" + "清河县东西部协作工作方案和考核办法" * 5 + "》的通知",
        "",
        "清",
        "关于清河县" + "甲" * 30_000 + "工作的报告",
    ],
)
def test_lines_hold_the_whole_title_and_fit(text: str) -> None:
    lines = break_title(text)
    assert "".join(lines) == text
    assert all(width(line) <= 20 for line in lines)
    assert all(
        line[0] not in "的和与及、，》）”" and before[-1] not in "《（“"
        for before, line in pairwise(lines)
    )
    assert not any(before[-1].isascii() and line[0].isascii() for before, line in pairwise(lines))


def test_a_word_too_long_for_a_line_is_left_to_the_word_processor() -> None:
    assert break_title("A" * 70) == ("A" * 70,)


def test_given_lines_stand_and_a_long_one_is_broken_to_suit_them() -> None:
    given = (
        "中共清河县委农村工作领导小组",
        "（清河县实施乡村振兴战略领导小组）",
        CASES[2].replace("|", ""),
    )
    assert break_lines(given) == (
        given[:1],
        given[1:2],
        ("关于报送《清河县2021年东西部协作", "工作自评报告》的报告"),
    )


@pytest.mark.parametrize("text", [case.replace("|", "") for case in CASES if "|" in case])
def test_the_shape_is_a_trapezoid_or_a_rhombus(text: str) -> None:
    widths = [width(line) for line in break_title(text)]
    rises = [after > before for before, after in pairwise(widths)]
    assert rises == sorted(rises, reverse=True), widths


def test_a_title_of_many_long_lines() -> None:
    long = CASES[3].replace("|", "")
    broken = break_lines((long,) * 12)
    assert ["".join(lines) for lines in broken] == [long] * 12
    assert all(width(line) <= 20 for lines in broken for line in lines)
