from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def by_trying(text: str, room: float) -> list[str]:
    """The fewest lines, then the most even ones, of all that there are."""
    words = [text[at : at + 2] for at in range(0, len(text), 2)]
    for count in range(1, len(words) + 1):
        ways = [
            ["".join(words[first:last]) for first, last in pairwise((0, *inner, len(words)))]
            for inner in combinations(range(1, len(words)), count - 1)
        ]
        fit = [way for way in ways if max(map(len, way)) <= room]
        if fit:
            return min(fit, key=lambda way: sum(len(line) ** 2 for line in way))
    return [text]


@given(length=st.integers(2, 9), room=st.integers(2, 12))
def test_no_other_way_has_fewer_lines_or_more_even_ones(length: int, room: int) -> None:
    text = "甲乙" * length
    assert head_lines(text, room) == by_trying(text, room)


def test_a_head_of_thousands_of_characters() -> None:
    assert set(head_lines("甲乙" * 16_000, 7)) == {"甲乙甲乙甲乙", "甲乙甲乙"}
