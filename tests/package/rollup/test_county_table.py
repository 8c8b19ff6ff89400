"""Counties side by side: sums, ranks, and those far from all others."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from support import counties_below as below

from generator.package.rollup import county_table, roll_up
from generator.package.rollup.county_table import CountyTable

NAMES = [f"{char}山县" for char in "甲乙丙丁戊己庚辛壬癸"]


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return below.kinds(tmp_path_factory.mktemp("kinds"))


def table(folder: Path, kinds: Path, values: list[str]) -> CountyTable:
    """The counties with these values of 1.1.2."""
    paths = [
        below.county(folder, name, {"1.1.2": value} if value else {})
        for name, value in zip(NAMES, values, strict=False)
    ]
    return county_table(roll_up(below.read(paths, kinds), *below.above(folder, kinds)))


def ranks(made: CountyTable, count: int) -> list[int | None]:
    return [made.rank("1.1.2", name) for name in NAMES[:count]]


def far(made: CountyTable) -> tuple[str, ...]:
    return made.outliers["1.1.2"]


def test_sums_are_exact_and_ranks_go_down(tmp_path: Path, kinds: Path) -> None:
    made = table(tmp_path, kinds, ["0.1", "0.2", "0.2", "0"])
    assert made.sum("1.1.2") == Decimal("0.5")
    assert ranks(made, 4) == [3, 1, 1, 4]


def test_who_has_no_value_has_no_rank_and_there_is_no_sum(tmp_path: Path, kinds: Path) -> None:
    made = table(tmp_path, kinds, ["3", "", "5"])
    assert made.sum("1.1.2") is None and ranks(made, 3) == [2, None, 1]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["10", "11", "12", "9", "10", "11", "13", "1200"], ("辛山县",)),
        (["10", "11", "12", "9", "10", "11", "13", "20"], ()),
        (["10", "11", "12", "9", "10", "11", "1200"], ()),  # few
        (["10", "11", "12", "9", "10", "11", "1200", ""], ()),  # few have a value
        (["10", "10", "10", "10", "10", "10", "10", "1200"], ()),  # no spread to measure by
    ],
)
def test_who_is_far_from_all_others(
    tmp_path: Path, kinds: Path, values: list[str], expected: tuple[str, ...]
) -> None:
    assert far(table(tmp_path, kinds, values)) == expected
