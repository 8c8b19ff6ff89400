"""When two figures say the same, by how much they differ, and how a message shows them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.check.values import agree, gap, shown
from generator.figures import Figure


def figure(number: str, unit: str = "人", qualifier: str = "", places: int | None = None) -> Figure:
    """A figure; "" is a value that nobody filed."""
    value = Decimal(number) if number else None
    return Figure("键", "名称", value, unit, qualifier, places=places)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("200"), figure("200")),
        (figure("200"), figure("")),
        (figure("93.5", "%"), figure("93.53", "%")),
        (figure("5000", "万元"), figure("0.5", "亿元")),
        (figure("0.52", "亿元"), figure("5220.4", "万元")),
        (figure("190", qualifier="余"), figure("200")),
        (figure("100", qualifier="约"), figure("110")),
        (figure("92", "%", places=0), figure("92.02", "%")),
    ],
)
def test_agree(one: Figure, other: Figure) -> None:
    assert agree(one, other) and agree(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("200"), figure("201")),
        (figure("93.6", "%"), figure("93.53", "%")),
        (figure("0.51", "亿元"), figure("5000", "万元")),
        (figure("100", qualifier="余"), figure("160")),
        (figure("100", qualifier="约"), figure("120")),
    ],
)
def test_differ(one: Figure, other: Figure) -> None:
    assert not agree(one, other) and not agree(other, one)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (figure("345"), figure("200"), "，相差145人"),
        (figure("0.51", "亿元"), figure("5000", "万元"), "，相差0.01亿元"),
        (figure("10", "人次"), figure("8", "人"), "，相差2人次"),
        (figure("93.3583778966131907308", "%", places=1), figure("93.53", "%"), "，相差0.13%"),
        (figure("92.04", "%", places=1), figure("92", "%"), "，相差0.04%"),
        (figure("10", "人"), figure("8", "万元"), ""),
        (figure("10"), figure(""), ""),
    ],
)
def test_gap_is_told_in_the_unit_of_the_first(one: Figure, other: Figure, words: str) -> None:
    assert gap(one, other) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (figure("92.50", "%"), "92.5%"),
        (figure("92.56", "%", places=1), "92.6%"),
        (figure("0"), "0人"),
        (figure(""), "空"),
    ],
)
def test_shown(value: Figure, words: str) -> None:
    assert shown(value) == words
