"""Figures: arithmetic that knows its sources and what is unknown; keys looked up in order; records summed and counted."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import invented

from generator.figures import Figure, FigureBook
from generator.model.cell import Source
from generator.model.errors import DataError
from generator.package.read import load_package
from generator.standard.wording.numbers import num

A, B = Source("figures.csv", 2, "数值"), Source("figures.csv", 3, "数值")


def figure(value: str | None, unit: str = "", source: Source = A, key: str = "甲") -> Figure:
    return Figure(key, key, None if value is None else Decimal(value), unit, sources=(source,))


@pytest.mark.parametrize(
    ("left", "right", "sign", "value", "unit"),
    [
        (("1", "人"), ("2", "人"), "+", "3", "人"),
        (("5600", "万元"), ("1", "亿元"), "+", "15600", "万元"),
        (("1", "亿元"), ("5600", "万元"), "-", "0.44", "亿元"),
        (("3", "万元"), ("4", "个"), "*", "12", ""),
        (("1", "人"), ("4", "人"), "/", "0.25", ""),
        (("1", "人"), ("0", "人"), "/", None, ""),
        ((None, "人"), ("2", "人"), "+", None, "人"),
        (("2", "人"), (None, "人"), "*", None, ""),
    ],
)
def test_arithmetic(
    left: tuple[str | None, str],
    right: tuple[str | None, str],
    sign: str,
    value: str | None,
    unit: str,
) -> None:
    a, b = figure(*left), figure(*right, source=B, key="乙")
    result = {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b}[
        sign
    ]()
    assert result.value == (None if value is None else Decimal(value))
    assert (result.unit, result.sources, result.formula) == (unit, (A, B), f"{{甲}}{sign}{{乙}}")


def test_units_that_do_not_go_together_are_told() -> None:
    with pytest.raises(ValueError, match="单位不同"):
        figure("1", "人") + figure("1", "万元")


@pytest.mark.parametrize(
    ("operand", "said"),
    [
        ("甲村", "公式里的“甲村”不是数"),
        (max, "公式里的函数（后面没有写括号）不是数"),
        (None, "公式里的空值不是数"),
        ([1, 2], "公式里的一列或一条记录不是数"),
    ],
)
def test_what_is_no_number_is_told_in_the_same_words_at_each_run(operand: Any, said: str) -> None:
    """What Python prints of a function holds its place in memory."""
    with pytest.raises(ValueError) as told:
        figure("1") + operand
    assert str(told.value) == said


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
    ),
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
    ),
)
def test_a_sum_less_a_part_is_the_other(a: Decimal, b: Decimal) -> None:
    assert (figure(str(a)) + figure(str(b)) - figure(str(b))).value == a


def test_a_figure_is_no_text() -> None:
    with pytest.raises(TypeError, match="不能直接拼接成文字"):
        str(figure("1"))


@pytest.mark.parametrize(
    ("value", "true"),
    [(None, False), (Decimal(0), True), ("", False), ("甲", True), (False, False), (True, True)],
)
def test_what_is_known_is_true(value: object, true: bool) -> None:
    assert bool(Figure("甲", "甲", value)) is true  # type: ignore[arg-type]


FIGURES = """键,名称,数值,单位,公式
就业.赴东部,赴东部,100,人,
倍,倍,,人,{就业.赴东部}*2
不详,不详,,人,
缺,缺,,人,{不详}+1
"""


@pytest.fixture
def book(tmp_path: Path) -> FigureBook:
    kinds = invented.templates(tmp_path / "kinds")
    package = invented.package(tmp_path / "清河", figures_csv=FIGURES)
    return FigureBook(*load_package(package, kinds))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("就业.赴东部", "100"),
        ("倍", "200"),
        ("不详", None),
        ("缺", None),
        ("就业.省内", "80"),
    ],
)
def test_a_key_is_looked_up_in_figures_then_in_the_form(
    book: FigureBook, key: str, value: str | None
) -> None:
    assert book.get(key).value == (None if value is None else Decimal(value))


def test_the_form_keeps_its_own_figure(book: FigureBook) -> None:
    assert book.form("就业.赴东部").value == 120
    assert book.form("就业.合计").value == 200


def test_the_sources_of_a_computed_figure_are_its_formula_and_its_operands(
    book: FigureBook,
) -> None:
    assert book.get("倍").sources == (
        Source("figures.csv", 3, "公式"),
        Source("figures.csv", 2, "数值"),
    )


@pytest.mark.parametrize(
    ("formula", "places", "value", "shown"),
    [
        ("{甲}/{乙}*100", "", None, "66.67"),
        ("{甲}/{乙}*100", "1", None, "66.7"),
        ("{甲}/{丙}*100", "", "50", "50"),
        ("{丁}*1", "", "0.1234567", "0.1234567"),
    ],
)
def test_a_quotient_that_does_not_end_prints_as_a_rate(
    tmp_path: Path, formula: str, places: str, value: str | None, shown: str
) -> None:
    rows = f"甲,甲,2,人,,\n乙,乙,3,人,,\n丙,丙,4,人,,\n丁,丁,0.1234567,人,,\n率,率,,%,{formula},{places}\n"
    kinds = invented.templates(tmp_path / "kinds")
    figures = "键,名称,数值,单位,公式,小数位\n" + rows
    package = invented.package(tmp_path / "清河", figures_csv=figures, indicators_csv=None)
    figure = FigureBook(*load_package(package, kinds)).get("率")
    assert num(figure.number, figure.places) == shown
    assert value is None or figure.value == Decimal(value)


def test_a_key_that_nobody_holds(book: FigureBook) -> None:
    with pytest.raises(KeyError):
        book.get("没有")
    assert "没有" not in book


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("{没有}", "公式里的键“没有”哪里都没有"),
        ("{就业.赴东部}+", "写法有误"),
        ("1 if", "写法有误"),
        ("'甲'", "结果不是一个数"),
        ("资金", "结果不是一个数"),
        ("合计(资金.颜色)", "不存在"),
        ("合计(资金.金额, 颜色='红')", "没有“颜色”列"),
        ("{环}", "绕回到它自己"),
    ],
)
def test_formulas_that_cannot_be_computed(tmp_path: Path, formula: str, told: str) -> None:
    figures = f'键,名称,数值,单位,公式\n就业.赴东部,甲,1,人,\n环,环,,人,"{formula}"\n'
    package = invented.package(tmp_path / "清河", figures_csv=figures, indicators_csv="代码,数值\n")
    with pytest.raises(DataError, match=told):
        FigureBook(*load_package(package)).get("环")


FUNDS = """键,名称,金额,用途,方向,列示,项目数
a,路,800,建设,产业,逐项,2
b,房,200,建设,产业,逐项,1
c,课,50.5,培训,人才,概述,
"""


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("合计(资金.金额)", "1050.5"),
        ("合计(资金.金额, 用途='建设')", "1000"),
        ("合计(资金.金额, 用途='无')", None),
        ("计数(资金)", "3"),
        ("计数(资金, 方向='产业')", "2"),
        ("种数(资金.方向)", "2"),
        ("合计(资金.项目数)", None),
        ("合计(资金.项目数, 方向='产业')", "3"),
        ("合计(资金.金额)/计数(资金, 用途='建设')", "525.25"),
    ],
)
def test_sums_and_counts_of_records(tmp_path: Path, formula: str, value: str | None) -> None:
    figures = f'键,名称,数值,单位,公式\n甲,甲,,,"{formula}"\n'
    package = invented.package(
        tmp_path / "清河", figures_csv=figures, indicators_csv="代码,数值\n", funds_csv=FUNDS
    )
    assert FigureBook(*load_package(package)).get("甲").value == (
        None if value is None else Decimal(value)
    )


def test_groups_keep_file_order_and_name_their_cells(tmp_path: Path) -> None:
    package = invented.package(tmp_path / "清河", indicators_csv="代码,数值\n", funds_csv=FUNDS)
    groups = FigureBook(*load_package(package)).records["资金"].grouped("方向")
    assert [(group.label.value, len(group.rows)) for group in groups] == [("产业", 2), ("人才", 1)]
    assert groups[0].label.sources == (
        Source("funds.csv", 2, "方向"),
        Source("funds.csv", 3, "方向"),
    )
