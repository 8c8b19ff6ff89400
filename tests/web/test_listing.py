"""Tables of plain text: a number and its unit stay on one line, words may break."""

from __future__ import annotations

import pytest

from generator.web import listing


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("800人", True),
        ("1430人", True),
        ("约60", True),
        ("12,345.67万元", True),
        ("92.02%", True),
        ("2023-05-06", True),
        ("若干", False),
        ("", False),
        ("全年帮助800人就业，其中赴东部就业120人", False),
        ("县就业局（2023年11月10日前报来）", False),
    ],
)
def test_a_number_and_its_unit_are_one_word(text: str, is_one: bool) -> None:
    assert bool(listing._AMOUNT.fullmatch(text)) == is_one
