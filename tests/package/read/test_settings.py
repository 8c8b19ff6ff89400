"""report.yaml: what is optional, and what its items are."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.model.errors import DataError
from generator.model.settings import OriginSettings
from generator.package.read.settings import read_settings

ORIGIN = "origin: {package: ../清河县-2022, place: 清河县, year: 2022}\n"


def test_the_origin_is_read(tmp_path: Path) -> None:
    folder = invented.package(tmp_path / "清河县-2023", report_yaml=invented.REPORT + ORIGIN)
    assert read_settings(folder).origin == OriginSettings("../清河县-2022", "清河县", 2022)


def test_a_package_made_otherwise_has_no_origin(tmp_path: Path) -> None:
    assert read_settings(invented.package(tmp_path / "清河县-2023")).origin is None


def test_an_origin_without_its_year_is_told(tmp_path: Path) -> None:
    report = invented.REPORT + "origin: {package: ../清河县-2022, place: 清河县}\n"
    folder = invented.package(tmp_path / "清河县-2023", report_yaml=report)
    with pytest.raises(DataError) as error:
        read_settings(folder)
    assert ["origin.year" in str(problem) for problem in error.value.problems] == [True]
