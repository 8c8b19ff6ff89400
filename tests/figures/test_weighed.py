"""How far a target was reached; the least and the greatest; the order of words and numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.figures import Figure
from generator.figures.records import WordOrNumber
from generator.figures.weighed import greatest, least, reached


def figure(number: str, sign: str = "", unit: str = "") -> Figure:
    return Figure("k", "数", Decimal(number) if number else None, unit, sign)


@pytest.mark.parametrize(
    ("sign", "target", "actual", "share"),
    [
        ("≥", "200", "180", "0.9"),
        ("≥", "200", "260", "1"),
        ("≤", "3", "4", "0.75"),
        ("≤", "3", "3", "1"),
        ("=", "12", "12", "1"),
        ("", "8", "2", "0.25"),
        ("≥", "0", "-1", "0"),
        ("≤", "0", "5", "0"),
        ("≥", "10", "-5", "0"),
        ("≥", "", "5", None),
        ("≥", "5", "", None),
    ],
)
def test_how_far_a_target_was_reached(
    sign: str, target: str, actual: str, share: str | None
) -> None:
    value = reached(figure(target, sign), figure(actual)).value
    assert value == (None if share is None else Decimal(share))


def test_least_and_greatest_know_units_and_what_is_unknown() -> None:
    one, other = figure("1", unit="亿元"), figure("9999", unit="万元")
    assert least(one, other).value == Decimal("0.9999")
    assert greatest(one, other, 0).value == 1
    assert least(one, figure("")).value is None


def test_numbers_come_before_words() -> None:
    values = ["有所提升", Decimal(95), "达成", Decimal(3)]
    figures = sorted(WordOrNumber("k", "数", value) for value in values)
    assert [item.value for item in figures] == [Decimal(3), Decimal(95), "有所提升", "达成"]
