"""How comments name a text in a line."""

from __future__ import annotations

import pytest

from generator.model.view import OBJECT
from generator.regenerate.decide.matters import short


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("32家", "32家"),
        (f"{OBJECT}家", "〔公式、域、图或注〕家"),
        (f"{OBJECT}{OBJECT}家", "〔公式、域、图或注〕家"),
        ("一 \n 二", "一 二"),
        ("字" * 40, f"{'字' * 22}…{'字' * 7}"),
    ],
)
def test_a_text_in_a_line(text: str, expected: str) -> None:
    assert short(text) == expected
