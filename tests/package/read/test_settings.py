"""report.yaml as clerks write it: days in any form, numbers that YAML would change."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from support import invented

from generator.model.errors import DataError
from generator.model.settings import OriginSettings
from generator.package.read.settings import read_settings


def _settings(folder: Path, old: str, new: str) -> Path:
    assert old in invented.REPORT
    return invented.package(folder / "甲", report_yaml=invented.REPORT.replace(old, new))


@pytest.mark.parametrize(
    "written",
    [
        "2023-11-20",
        "2023/11/20",
        "2023.11.20",
        "2023年11月20日",
        "'2023年11月20日'",
        "2023 年 11 月 20 日",
    ],
)
def test_a_day_is_read_however_it_is_written(tmp_path: Path, written: str) -> None:
    package = _settings(tmp_path, "date: 2023-11-20}\nappendices", f"date: {written}}}\nappendices")
    signature = read_settings(package).signature
    assert signature is not None
    assert signature.date == dt.date(2023, 11, 20)


@pytest.mark.parametrize("written", ["2023/11", "2023年11月", "2023/11/31", "11月20日", "月底"])
def test_what_is_no_day_is_refused(tmp_path: Path, written: str) -> None:
    package = _settings(tmp_path, "date: 2023-11-20}\nappendices", f"date: {written}}}\nappendices")
    with pytest.raises(DataError, match=f"signature.date”：写的是“{written}”，应当是日期"):
        read_settings(package)


@pytest.mark.parametrize(
    ("written", "read"),
    [("000012", "10"), ("010", "8"), ("12:30", "750"), ("1_000", "1000"), ("0x1F", "31")],
)
def test_a_number_that_yaml_would_change_is_refused(
    tmp_path: Path, written: str, read: str
) -> None:
    package = _settings(tmp_path, "kind:", f"copy_number: {written}\nkind:")
    with pytest.raises(DataError) as caught:
        read_settings(package)
    assert [str(problem) for problem in caught.value.problems] == [
        f"report.yaml 第1行：“{written}”会被读成 {read}，请加引号：'{written}'。请改正这一行。"
    ]


def test_invisible_characters_are_removed(tmp_path: Path) -> None:
    package = _settings(tmp_path, "清河县, short", "清\u200b河县, short")
    assert read_settings(package).place["name"] == "清河县"


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
