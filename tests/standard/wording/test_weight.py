"""What numbers weigh: whole and parts, the largest, a task."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from generator.standard.wording.weight import (
    PartsAre,
    adds_up,
    largest,
    main_part,
    parts_of,
    share_of_task,
)

Numbers = list[int | None]


def numbers(values: Numbers) -> list[D | None]:
    return [None if value is None else D(value) for value in values]


@pytest.mark.parametrize(
    ("whole", "parts", "adding", "standing"),
    [
        (10, [4], False, PartsAre.SMALLER),
        (10, [10], False, PartsAre.ALL),
        (10, [], False, PartsAre.SMALLER),
        (10, [0], False, PartsAre.SMALLER),
        (10, [None], False, PartsAre.SMALLER),
        (10, [0, 10], True, PartsAre.ALL),
        (10, [11], False, PartsAre.CONTRADICTORY),
        (10, [10, 3], False, PartsAre.CONTRADICTORY),
        (10, [4, 7], False, PartsAre.SMALLER),  # they may overlap
        (10, [4, 6], True, PartsAre.SMALLER),
        (10, [4, 7], True, PartsAre.CONTRADICTORY),
        (10, [4, 5], True, PartsAre.CONTRADICTORY),
        (10, [4, None], True, PartsAre.SMALLER),
        (10, [4, 7, None], True, PartsAre.CONTRADICTORY),
        (0, [0], False, PartsAre.SMALLER),
    ],
)
def test_parts(whole: int, parts: Numbers, adding: bool, standing: PartsAre) -> None:
    assert parts_of(D(whole), numbers(parts), adding=adding) is standing


@pytest.mark.parametrize(
    ("whole", "parts", "holds"),
    [
        (10, [4, 6], True),
        (10, [4, 5], False),
        (10, [4, 7], False),
        (10, [4, None], True),
        (10, [11, None], False),
        (10, [], True),
        (0, [0, 0], True),
    ],
)
def test_adding_up(whole: int, parts: Numbers, holds: bool) -> None:
    assert adds_up(D(whole), numbers(parts)) is holds


@pytest.mark.parametrize(
    ("whole", "parts", "main"),
    [
        (100, [62, 38], 0),
        (100, [30, 70], 1),
        (100, [50, 50], None),
        (100, [40, 35, 25], None),
        (100, [None, 60], 1),
        (100, [60, 60], None),  # more than the whole: nobody knows which is right
        (None, [60], None),
        (0, [0], None),
        (100, [], None),
    ],
)
def test_the_main_part(whole: int | None, parts: Numbers, main: int | None) -> None:
    assert main_part(None if whole is None else D(whole), numbers(parts)) == main


@pytest.mark.parametrize(
    ("sizes", "most", "chosen"),
    [
        ([3, 9, 5], 2, [1, 2]),
        ([3, 9, 5], 9, [1, 2, 0]),
        ([None, 1, None], 3, [1, 0, 2]),
        ([2, 2, 2], 2, [0, 1]),
        ([], 3, []),
        ([0, None], 2, [0, 1]),
    ],
)
def test_the_largest(sizes: Numbers, most: int, chosen: list[int]) -> None:
    assert largest(numbers(sizes), most) == chosen


@pytest.mark.parametrize(
    ("done", "task", "told"),
    [
        ("12", "10", "完成年度任务的120%"),
        ("10", "10.0", "完成年度任务"),
        ("2", "3", "完成年度任务的66.67%"),
        ("0", "10", ""),
        ("12", "0", ""),
        ("12", None, ""),
        (None, "10", ""),
    ],
)
def test_a_task(done: str | None, task: str | None, told: str) -> None:
    sizes = [None if text is None else D(text) for text in (done, task)]
    assert share_of_task(*sizes) == told
