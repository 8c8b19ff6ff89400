"""Whole numbers out of words that anybody may have written."""

from __future__ import annotations

import pytest

from generator.model.digits import whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("2021", 2021),
        ("２０２１", 2021),
        ("", None),
        ("²", None),
        ("2²", None),
        ("①", None),
        ("-1", None),
        ("1.5", None),
        ("9" * 9, 999_999_999),
        ("9" * 10, None),
        ("9" * 5_000, None),
    ],
)
def test_only_decimal_digits_of_a_measure_are_a_number(text: str, number: int | None) -> None:
    assert whole_number(text) == number
