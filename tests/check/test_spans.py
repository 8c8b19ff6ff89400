"""Stretches of a text, against a search through all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.spans import Spans

SPAN = st.tuples(st.integers(0, 12), st.integers(1, 4)).map(lambda at: (at[0], sum(at)))


@pytest.mark.parametrize(
    ("start", "end", "held", "cut"),
    [
        (2, 4, True, False),
        (2, 6, True, False),
        (3, 5, True, True),
        (3, 7, False, True),
        (2, 7, False, False),
        (1, 3, False, False),
        (6, 7, False, False),
        (8, 9, True, False),
    ],
)
def test_a_stretch_is_held_or_cut(start: int, end: int, held: bool, cut: bool) -> None:
    spans = Spans.of([(8, 9), (4, 6), (2, 5)])
    assert (spans.hold(start, end), spans.cut(start)) == (held, cut)


@given(st.lists(SPAN, max_size=6), SPAN)
def test_what_one_of_them_holds_is_held(
    spans: list[tuple[int, int]], wanted: tuple[int, int]
) -> None:
    start, end = wanted
    if any(first <= start and end <= last for first, last in spans):
        assert Spans.of(spans).hold(start, end)


@given(st.lists(SPAN, max_size=6), SPAN)
def test_what_is_held_is_covered_letter_by_letter(
    spans: list[tuple[int, int]], wanted: tuple[int, int]
) -> None:
    letters = {letter for first, last in spans for letter in range(first, last)}
    if Spans.of(spans).hold(*wanted):
        assert set(range(*wanted)) <= letters
