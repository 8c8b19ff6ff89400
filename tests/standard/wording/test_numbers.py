"""Numbers, money, quantities and shares."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.standard.wording.numbers import convert, money, num, pct, qty

VALUES = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False) | st.decimals(
    -10, 10, allow_nan=False, allow_infinity=False, places=6
)
UNITS = [
    ("元", "万元"),
    ("万元", "亿元"),
    ("亿元", "元"),
    ("吨", "万吨"),
    ("亩", "万亩"),
    ("万人", "人"),
    ("元", "万亿元"),
]


@pytest.mark.parametrize(
    ("x", "places", "text"),
    [
        ("5226.567", None, "5226.567"),
        ("5600.00", None, "5600"),
        ("0.52204", None, "0.52204"),
        ("2E+4", None, "20000"),
        ("1234567", None, "1234567"),
        ("-3.50", None, "-3.5"),
        ("0", None, "0"),
        ("-0.00", None, "0"),
        ("71.15789", 2, "71.16"),
        ("0.125", 2, "0.13"),
        ("2.675", 2, "2.68"),
        ("-2.675", 2, "-2.68"),
        ("2.5", 0, "3"),
        ("100.001", 2, "100"),
        ("5.2", 2, "5.2"),
        ("0.004", 2, "0.004"),
        ("0.0049", 2, "0.005"),
        ("-0.0004", 2, "-0.0004"),
        ("0.0096", 2, "0.01"),
        ("0.3", 0, "0.3"),
        ("0.00", 2, "0"),
    ],
)
def test_num(x: str, places: int | None, text: str) -> None:
    assert num(D(x), places) == text


@pytest.mark.parametrize(
    ("x", "places", "text"),
    [("5.2", 2, "5.20"), ("5.20", None, "5.20"), ("70", 1, "70.0"), ("0.001", 2, "0.001")],
)
def test_num_padded(x: str, places: int | None, text: str) -> None:
    assert num(D(x), places, strip=False) == text


@pytest.mark.parametrize("x", ["NaN", "Infinity", "1E+31"])
def test_no_number(x: str) -> None:
    with pytest.raises(ValueError, match="不是可以写出的数"):
        num(D(x), 2)


@given(VALUES)
def test_num_without_places_is_exact(x: D) -> None:
    assert D(num(x)) == x


@given(VALUES, st.integers(0, 6))
def test_num_is_near_and_keeps_its_sign(x: D, places: int) -> None:
    printed = D(num(x, places))
    assert abs(printed - x) <= D(5).scaleb(-places - 1)
    assert (printed > 0, printed < 0) == (x > 0, x < 0)


@pytest.mark.parametrize(
    ("x", "unit", "places", "text"),
    [
        ("6504", "auto", None, "6504万元"),
        ("9999.99", "auto", None, "9999.99万元"),
        ("9999.996", "auto", 2, "1亿元"),
        ("10000", "auto", None, "1亿元"),
        ("11800", "auto", None, "1.18亿元"),
        ("20234", "auto", None, "2.0234亿元"),
        ("20234", "auto", 2, "2.02亿元"),
        ("-11800", "auto", None, "-1.18亿元"),
        ("0", "auto", None, "0万元"),
        ("5220.4", "亿元", None, "0.52204亿元"),
        ("11800", "万元", None, "11800万元"),
        ("0.12", "元", None, "1200元"),
        ("10", "亿元", 2, "0.001亿元"),
    ],
)
def test_money(x: str, unit: str, places: int | None, text: str) -> None:
    assert money(D(x), unit, places=places) == text


def test_money_with_qualifier() -> None:
    assert money(D(14000), qualifier="近") == "近1.4亿元"
    assert money(D(20000), qualifier="多") == "2亿多元"


@given(VALUES)
def test_money_loses_nothing(x: D) -> None:
    text = money(x)
    unit = text[-2:]
    assert convert(D(text[:-2]), unit, "万元") == x
    assert (unit == "亿元") == (abs(x) >= 10000)


def test_money_unit() -> None:
    with pytest.raises(ValueError, match="“美元”不认识"):
        money(D(1), "美元")


@pytest.mark.parametrize(
    ("x", "have", "want", "result"),
    [
        ("0.6504", "亿元", "万元", "6504"),
        ("5220.4", "万元", "亿元", "0.52204"),
        ("3", "万亩", "亩", "30000"),
        ("1.5", "万亿元", "亿元", "15000"),
        ("7", "个", "个", "7"),
    ],
)
def test_convert(x: str, have: str, want: str, result: str) -> None:
    assert convert(D(x), have, want) == D(result)


@given(VALUES, st.sampled_from(UNITS))
def test_convert_there_and_back(x: D, units: tuple[str, str]) -> None:
    assert convert(convert(x, *units), *units[::-1]) == x


def test_convert_other_measure() -> None:
    with pytest.raises(ValueError, match="单位“万元”不能换算成“亩”"):
        convert(D(1), "万元", "亩")


@pytest.mark.parametrize(
    ("x", "unit", "qualifier", "text"),
    [
        ("2017", "人", "", "2017人"),
        ("40", "家", "余", "40余家"),
        ("60", "种", "多", "60多种"),
        ("500", "万元", "余", "500余万元"),
        ("70", "万元", "余", "70余万元"),
        ("2", "万亩", "余", "2万余亩"),
        ("15", "万亩", "余", "15万余亩"),
        ("20000", "亩", "余", "20000余亩"),
        ("2", "亿元", "多", "2亿多元"),
        ("1.4", "亿元", "多", "1.4亿多元"),
        ("2", "个月", "多", "2个多月"),
        ("2", "月", "多", "2个多月"),
        ("10", "个月", "多", "10多个月"),
        ("3", "年", "多", "3年多"),
        ("20", "年", "多", "20多年"),
        ("2600", "元", "近", "近2600元"),
        ("12", "万元", "约", "约12万元"),
        ("60", "%", "以上", "60%以上"),
        ("60", "%", "达…以上", "达60%以上"),
        ("60", "%", "达以上", "达60%以上"),
        ("500", "人", "可达", "可达500人"),
        ("710", "棵", "左右", "710棵左右"),
        ("30", "%", "不低于", "不低于30%"),
        ("257.7", "万元", "仅为", "仅为257.7万元"),
        ("2", "家", "只有", "只有2家"),
        ("40", "家", "仅…余", "仅40余家"),
        ("100", "人", "以下", "100人以下"),
        ("100", "人", "超", "超100人"),
        ("100", "人", "超过", "超过100人"),
    ],
)
def test_qty(x: str, unit: str, qualifier: str, text: str) -> None:
    assert qty(D(x), unit, qualifier) == text


def test_qty_places() -> None:
    assert qty(D("5237.92"), "万元", "约", places=1) == "约5237.9万元"
    assert qty(D("39.96"), "家", "余", places=1) == "40余家"


@pytest.mark.parametrize(
    ("x", "unit", "qualifier", "message"),
    [
        ("12", "万元", "约…左右", "修饰“约”和“左右”不能同时用"),
        ("40", "家", "近余", "修饰“近”和“余”不能同时用"),
        ("40", "家", "余以上", "修饰“余”和“以上”不能同时用"),
        ("40", "家", "达…仅", "修饰“达”和“仅”不能同时用"),
        ("40", "家", "差不多", "修饰“差不多”不认识"),
        ("7", "家", "余", "“7家”不是整十数，不能加“余”"),
        ("43", "家", "多", "“43家”不是整十数，不能加“多”"),
        ("0", "万元", "余", "“0万元”不能加“余”"),
        ("-40", "家", "余", "“-40家”不能加“余”"),
        ("60", "%", "多", "“60%”不能加“多”"),
    ],
)
def test_qty_refused(x: str, unit: str, qualifier: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        qty(D(x), unit, qualifier)


@pytest.mark.parametrize(
    ("a", "b", "places", "text"),
    [
        ("5226.567", "5600", 2, "93.33%"),
        ("5237.4", "5600", 1, "93.5%"),
        ("5600", "5600", 2, "100%"),
        ("30", "43", 0, "70%"),
        ("1", "8", 2, "12.5%"),
        ("0", "8", 2, "0%"),
        ("1", "100000", 2, "0.001%"),
        ("19999", "20000", 2, "99.995%"),
        ("199999", "200000", 0, "99.9995%"),
        ("20001", "20000", 0, "100.01%"),
        ("3", "2", 2, "150%"),
    ],
)
def test_pct(a: str, b: str, places: int, text: str) -> None:
    assert pct(D(a), D(b), places) == text


@given(st.integers(0, 10**9), st.integers(1, 10**9), st.integers(0, 3))
def test_pct_says_all_and_nothing_only_if_true(a: int, b: int, places: int) -> None:
    text = pct(D(a), D(b), places)
    assert (text == "100%") == (a == b)
    assert (text == "0%") == (a == 0)


def test_unknown_is_empty() -> None:
    assert (num(None), money(None), qty(None, "人", "余"), convert(None, "元", "万元")) == (
        "",
        "",
        "",
        None,
    )
    assert (pct(None, D(1)), pct(D(1), None), pct(D(1), D(0))) == ("", "", "")


@given(
    VALUES,
    st.sampled_from(["近", "约", "以上", "左右", "不低于", "达…以上"]),
    st.sampled_from(["人", "万元", "%"]),
)
def test_qualifier_leaves_the_number_whole(x: D, qualifier: str, unit: str) -> None:
    assume(x)
    assert num(x) + unit in qty(x, unit, qualifier)
