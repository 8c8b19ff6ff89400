"""Figures that can be put into a text: found by name and by number."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import desks

from generator.jobs.desk.figure_choices import figures_to_insert
from generator.model.errors import DataError


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("培训班", ["培训班"]),
        ("培训 3期", ["培训班"]),
        ("开班", ["开班日期"]),
        ("没有这样的", []),
        ("培班", ["培训班"]),
        ("班培", []),
        ("班", ["培训班", "开班日期"]),
        ("开日", ["开班日期"]),
    ],
)
def test_figures_are_searched_by_name_and_number(
    tmp_path: Path, words: str, found: list[str]
) -> None:
    assert [choice.name for choice in figures_to_insert(desks.package(tmp_path), words)] == found


def test_faulty_data_have_no_figures_to_insert(tmp_path: Path) -> None:
    with pytest.raises(DataError):
        figures_to_insert(desks.package(tmp_path, figures_csv="键,名称\n"), "培训")
