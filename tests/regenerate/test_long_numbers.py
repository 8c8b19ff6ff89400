"""Digits without end, which anybody may have typed, are passed by: no arithmetic is tried with them."""

from __future__ import annotations

import pytest

from generator.regenerate.decide.magnitudes import in_large, suggestion
from generator.regenerate.match.tokens import with_habit

ENDLESS = "9" * 5_000


@pytest.mark.parametrize(
    ("new", "seen", "written"),
    [
        ("12345元", "1,200元", "12,345元"),
        ("12345元", "1200元", "12345元"),
        (ENDLESS, "1,200元", ENDLESS),
    ],
)
def test_commas_in_a_number(new: str, seen: str, written: str) -> None:
    assert with_habit(new, seen) == written


@pytest.mark.parametrize(
    ("value", "first"),
    [("15735", "1.57万"), ("9" * 20, "10000000000000000.00万"), ("9" * 40, None), (ENDLESS, None)],
)
def test_a_value_told_in_larger_units(value: str, first: str | None) -> None:
    assert next(in_large(value), None) == first


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [("15735", "16300", "1.63万"), (ENDLESS, "1", ""), ("15735", ENDLESS, "")],
)
def test_a_new_value_told_as_the_old_one(old: str, new: str, told: str) -> None:
    assert suggestion(old, new, "1.57万") == told
