from __future__ import annotations

import pytest

from generator.word.writer.tables.heads import head_lines


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("序号", 2),
        ("完成情况", 4.5),
        ("GDP增长", 2),
        ("2021年", 1),
        ("", 1),
    ],
)
def test_a_head_that_fits_or_holds_latin_signs_stays_whole(text: str, room: float) -> None:
    assert head_lines(text, room) == [text]


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("完成情况", 3, ["完成", "情况"]),
        ("资金使用率", 3, ["资金", "使用率"]),
        ("受益脱贫人口和监测对象人数", 7, ["受益脱贫人口", "和监测对象人数"]),
        ("计划完成情况", 5, ["计划", "完成情况"]),
        ("年度计划完成情况", 4.9, ["年度计划", "完成情况"]),
        ("资金", 1, ["资", "金"]),
    ],
)
def test_a_head_is_broken_between_words_as_evenly_as_can_be(
    text: str, room: float, lines: list[str]
) -> None:
    assert head_lines(text, room) == lines
