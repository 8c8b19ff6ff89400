"""A cell's text to a value: what is read, and what is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.cell import PartialDate
from generator.model.kind import FieldSpec, FieldType
from generator.package.intake.values import CellError, parse_cell, parse_date, parse_number


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("5600", "", "5600"),
        ("0.6504", "", "0.6504"),
        ("-3", "", "-3"),
        ("+3", "", "3"),
        ("００１２", "", "12"),
        ("1,286", "", "1286"),
        ("１，２８６，０００．５", "", "1286000.5"),
        ("1\u00a0286", "", "1286"),
        ("8期", "期", "8"),
        ("120,345.5万元", "万元", "120345.5"),
        ("1.2亿元", "万元", "12000"),
        ("35000元", "万元", "3.5"),
        ("1.2万", "人", "12000"),
        ("1.2万", "万元", "1.2"),
        ("3.5千元", "元", "3500"),
        ("2.5万亩", "亩", "25000"),
        ("−3", "", "-3"),
        (" 1 286 ", "", "1286"),
        ("93.5%", "%", "93.5"),
        ("93.5％", "%", "93.5"),
        ("0", "", "0"),
        ("0.00", "", "0.00"),
        ("0.345", "", "0.345"),
        ("100,345", "", "100345"),
    ],
)
def test_numbers_that_are_read(text: str, unit: str, value: str) -> None:
    assert parse_number(text, unit) == Decimal(value)


@pytest.mark.parametrize(("unit", "told"), [("人", "单位可以不写，要写就写表上的"), ("", "只写")])
def test_what_is_told_of_units_is_so(unit: str, told: str) -> None:
    with pytest.raises(CellError) as refused:
        parse_number("六" if unit else "6人", unit)
    assert told in refused.value.todo
    assert parse_number(f"6{unit}", unit) == 6


@pytest.mark.parametrize(
    "text",
    [
        "",
        "三",
        "3次",
        "1.2.3",
        "1,28",
        "12,34,567",
        "0,345",
        "00,345",
        "0 345",
        "0，345",
        "012,345",
        "1e5",
        "inf",
        "NaN",
        "93%",
        "--1",
        "1/2",
        "约3",
    ],
)
def test_numbers_that_are_refused(text: str) -> None:
    with pytest.raises(CellError, match="应当是数字"):
        parse_number(text)


@pytest.mark.parametrize(
    ("text", "unit", "digits"),
    [
        ("35000元", "万元", "3.5"),
        ("10万元", "元", "100000"),
        ("0元", "万元", "0"),
        ("1.50万", "人", "15000"),
    ],
)
def test_a_converted_number_has_no_idle_digits(text: str, unit: str, digits: str) -> None:
    assert str(parse_number(text, unit)) == digits


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12
    )
)
def test_what_is_written_is_read(value: Decimal) -> None:
    assert parse_number(f"{value:f}") == value
    assert parse_number(f"{value:,f}") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2021-05-18", (2021, 5, 18)),
        ("2021/5/18", (2021, 5, 18)),
        ("2021.5.18", (2021, 5, 18)),
        ("2021年5月18日", (2021, 5, 18)),
        ("5月18日", (2023, 5, 18)),
        ("5月18号", (2023, 5, 18)),
        ("2021-05", (2021, 5, 0)),
        ("2021年5月", (2021, 5, 0)),
        ("5月", (2023, 5, 0)),
        ("2021年", (2021, 0, 0)),
        ("2021", (2021, 0, 0)),
        ("2021-05-18 00:00:00", (2021, 5, 18)),
        ("２０２１年５月１８日", (2021, 5, 18)),
        ("2024-02-29", (2024, 2, 29)),
    ],
)
def test_dates_that_are_read(text: str, value: tuple[int, int, int]) -> None:
    assert parse_date(text, 2023) == PartialDate(*value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "上月",
        "2021-13-01",
        "2021-02-29",
        "2月30日",
        "2021-00-10",
        "13月",
        "18日",
        "2021-05-18-1",
        "5月0日",
    ],
)
def test_dates_that_are_refused(text: str) -> None:
    with pytest.raises(CellError):
        parse_date(text, 2023)


@pytest.mark.parametrize("text", ["1936-10-01", "1936", "2052-12-31", "2052年", "2052.12"])
def test_years_that_a_report_may_speak_of(text: str) -> None:
    assert parse_date(text, 2023).year in (1936, 2052)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0021-05-18", "年份是0021，应当在1901至2073之间"),
        ("0000-05-18", "年份是0000，应当在1901至2073之间"),
        ("1900-02-28", "年份是1900，应当在1901至2073之间"),
        ("1896年", "年份是1896，应当在1901至2073之间"),
        ("2203-01", "年份是2203，应当在1901至2073之间"),
        ("22330518", "年份是2233，应当在1901至2073之间"),
        ("21-05-18", "年份只写了“21”两位"),
        ("21.5.18", "年份只写了“21”两位"),
        ("21年5月18日", "年份只写了“21”两位"),
    ],
)
def test_years_that_no_report_speaks_of(text: str, said: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_date(text, 2023)
    assert caught.value.expected == said


@pytest.mark.parametrize(
    ("text", "spec", "value"),
    [
        ("", FieldSpec("数", FieldType.NUMBER), None),
        ("   ", FieldSpec("字", FieldType.TEXT), None),
        ("001", FieldSpec("字", FieldType.TEXT), "001"),
        ("NA", FieldSpec("字", FieldType.TEXT), "NA"),
        ("是", FieldSpec("否", FieldType.FLAG), True),
        ("否", FieldSpec("否", FieldType.FLAG), False),
        ("甲、乙；丙", FieldSpec("列", FieldType.LIST), ("甲", "乙", "丙")),
        ("甲", FieldSpec("选", FieldType.CHOICE, choices=("甲", "乙")), "甲"),
    ],
)
def test_a_cell_is_what_its_column_declares(text: str, spec: FieldSpec, value: object) -> None:
    assert parse_cell(text, spec, 2023) == value


@pytest.mark.parametrize(
    ("text", "spec"),
    [
        ("也许", FieldSpec("否", FieldType.FLAG)),
        ("丙", FieldSpec("选", FieldType.CHOICE, choices=("甲", "乙"))),
    ],
)
def test_a_cell_that_is_not_what_its_column_declares(text: str, spec: FieldSpec) -> None:
    with pytest.raises(CellError):
        parse_cell(text, spec, 2023)
