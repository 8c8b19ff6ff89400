"""Cells of a column of words or numbers: what is a number with its sign and unit, and what stays words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.cell import Cell, Source
from generator.package.intake.signed import word_or_number

NUMBERS = [
    ("≥95%", "95", "≥", "%"),
    ("<=3", "3", "≤", ""),
    ("=12家", "12", "=", "家"),
    ("＞＝９５％", "95", "≥", "%"),
    ("≥1,286万元", "1286", "≥", "万元"),
    ("80", "80", "", ""),
    ("96.5 %", "96.5", "", "%"),
]
WORDS = ["有所提升", "12月底前完成", "达到95%", "≥95%且≤98%", "2023年", "3次以上", "1,2,3"]


@pytest.mark.parametrize(("text", "number", "sign", "unit"), NUMBERS)
def test_numbers(text: str, number: str, sign: str, unit: str) -> None:
    cell = word_or_number(Cell(text, None, Source("甲.csv")))
    assert (cell.value, cell.sign, cell.unit) == (Decimal(number), sign, unit)


@pytest.mark.parametrize("text", WORDS)
def test_words(text: str) -> None:
    assert word_or_number(Cell(text, None, Source("甲.csv"))).value == text


def test_a_number_without_a_unit_has_that_of_its_column() -> None:
    assert word_or_number(Cell("≥3", None, Source("甲.csv"), "次")).unit == "次"
