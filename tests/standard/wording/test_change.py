"""Growth, fall and no change."""

from __future__ import annotations

from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.standard.wording.change import Words, compare_all, growth

AMOUNTS = st.decimals(-(10**9), 10**9, places=2)


def value(text: str | None) -> D | None:
    return None if text is None else D(text)


@pytest.mark.parametrize(
    ("cur", "base", "options", "text"),
    [
        ("6504", "3800", {}, "增长71.16%"),
        ("6504", "3800", {"places": 1}, "增长71.2%"),
        ("6504", "3800", {"label": "同比"}, "同比增长71.16%"),
        ("3000", "3800", {}, "下降21.05%"),
        ("3800", "3800.00", {}, "与上年持平"),
        ("3800", "3800", {"label": "同比"}, "同比持平"),
        ("3800", "3800", {"label": "较2020年"}, "与2020年持平"),
        ("3800", "3800", {"label": "比上年"}, "与上年持平"),
        ("3800", "3801", {"label": "比上年", "places": 0}, "比上年下降0.03%"),
        ("100000001", "100000000", {}, "增长0.000001%"),
        ("0", "3800", {}, "下降100%"),
        ("7600", "3800", {}, "增长100%"),
        ("5", "0", {}, ""),
        ("0", "0", {}, ""),
        ("5", "-5", {}, ""),
        ("-5", "5", {}, ""),
        ("-10", "-5", {}, ""),
        ("5", None, {}, ""),
        (None, "5", {}, ""),
        ("37.74", "27.36", {"measure": "points"}, "增长10.38个百分点"),
        ("27.36", "30.56", {"measure": "points"}, "下降3.2个百分点"),
        ("27.36", "0", {"measure": "points"}, "增长27.36个百分点"),
        ("27.36", "27.36", {"measure": "points"}, "与上年持平"),
        ("93.3333333", "90", {"measure": "points"}, "增长3.33个百分点"),
        ("120", "100", {"measure": "abs", "unit": "人"}, "增加20人"),
        ("80", "100", {"measure": "abs", "unit": "人"}, "减少20人"),
        ("5", "-5", {"measure": "abs", "unit": "万元"}, "增加10万元"),
        ("5226.567", "5000", {"measure": "abs", "unit": "万元"}, "增加226.567万元"),
        ("5226.567", "5000", {"measure": "abs", "unit": "万元", "places": 1}, "增加226.6万元"),
        ("5", None, {"measure": "abs", "unit": "人"}, ""),
        (
            "40",
            "38",
            {"measure": "points", "words": Words("提高", "降低", "相同")},
            "提高2个百分点",
        ),
        (
            "36",
            "38",
            {"measure": "points", "words": Words("提高", "降低", "相同")},
            "降低2个百分点",
        ),
        ("38", "38", {"measure": "points", "words": Words("提高", "降低", "相同")}, "与上年相同"),
    ],
)
def test_growth(cur: str | None, base: str | None, options: dict[str, Any], text: str) -> None:
    assert growth(value(cur), value(base), **options) == text


@given(AMOUNTS, AMOUNTS, st.sampled_from(["rate", "points", "abs"]), st.integers(0, 3))
def test_growth_says_the_direction_that_is(cur: D, base: D, measure: Any, places: int) -> None:
    text = growth(cur, base, measure, places=places)
    assert "-" not in text
    if measure == "rate" and (base <= 0 or cur < 0):
        assert text == ""
    elif cur == base:
        assert text == "与上年持平"
    else:
        assert (
            text[:2] == ("增加" if measure == "abs" else "增长")
            if cur > base
            else text[:2] in ("下降", "减少")
        )
        digits = text[2:].removesuffix("%").removesuffix("个百分点")
        assert D(digits) > 0


def test_another_measure_is_refused() -> None:
    measure: Any = "ratio"
    with pytest.raises(ValueError, match="口径“ratio”不认识"):
        growth(D(1), D(2), measure)


@pytest.mark.parametrize(
    ("items", "options", "text"),
    [
        ([("A", "3", "2"), ("B", "5", "4")], {}, "均超过去年全年完成数"),
        ([("A", "3", "2")], {}, "超过去年全年完成数"),
        ([("A", "2", "2")], {}, ""),
        ([("A", "2", "2"), ("B", "5", "4")], {}, ""),
        ([("A", "2", "2"), ("B", "5", "4"), ("C", "6", "4")], {}, "除A外，均超过去年全年完成数"),
        (
            [("A", "2", "2"), ("B", "5", "4"), ("C", "1", "4"), ("D", "9", "1")],
            {},
            "除A、C外，均超过去年全年完成数",
        ),
        (
            [("A", "2", "2"), ("B", "5", "4")],
            {"better": "ge", "claim": "不低于上年"},
            "均不低于上年",
        ),
        ([("A", "1", "2"), ("B", "3", "4")], {"better": "lt", "claim": "低于上年"}, "均低于上年"),
        (
            [("A", "2", "2"), ("B", "3", "4")],
            {"better": "le", "claim": "不高于上年"},
            "均不高于上年",
        ),
        ([("A", "3", None), ("B", "5", "4"), ("C", "6", "4")], {}, ""),
        ([("A", None, "3"), ("B", "5", "4"), ("C", "6", "4")], {}, ""),
        ([], {}, ""),
    ],
)
def test_compare_all(
    items: list[tuple[str, str | None, str | None]], options: dict[str, Any], text: str
) -> None:
    assert (
        compare_all([(name, value(cur), value(base)) for name, cur, base in items], **options)
        == text
    )


def test_comparison() -> None:
    better: Any = "more"
    with pytest.raises(ValueError, match="比较方式“more”不认识"):
        compare_all([], better=better)
