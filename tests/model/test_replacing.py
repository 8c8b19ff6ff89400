"""A value with some of its fields changed: structs and dataclasses alike."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from generator.figures import Figure
from generator.model.cell import PartialDate
from generator.model.replacing import replace


@dataclass(frozen=True)
class _Lines:
    first: int
    last: int


def test_a_struct_is_copied_with_the_change() -> None:
    day = PartialDate(2023, 4, 5)
    assert replace(day, day=6) == PartialDate(2023, 4, 6)
    assert day == PartialDate(2023, 4, 5)


def test_a_dataclass_too() -> None:
    assert replace(_Lines(2, 5), last=7) == _Lines(2, 7)


def test_a_field_that_is_not_there_is_an_error() -> None:
    with pytest.raises(TypeError):
        replace(PartialDate(2023), hour=1)  # type: ignore[call-arg]


def test_a_figure_that_is_equal_to_a_word_is_not_unequal_to_it() -> None:
    """A template asks ``方式 != '执行'``: what a struct has of its own compares identities."""
    figure = Figure("文件[1].方式", "方式", "执行")
    assert figure == "执行"
    assert (figure != "执行") is False
    assert figure != "制定"
