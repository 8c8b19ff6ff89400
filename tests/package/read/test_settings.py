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


BLOCK = """\
kind: 东西部协作自评
year: 2023
place:
  name: 清河县
  short: 我县
  level: 县
  province: 北原省
  city: 云山市
number: '清农领发〔2023〕12号'

# 报告：题名
report_title:
  - '清河县东西部协作自评'
addressee: >
  中共云山市委：
  备注：以上
"""

WIDE, CLOSE = "后面的冒号是全角的“：”。请改成半角冒号", "的冒号后面没有空格。请在冒号后面加一个空格"
# what stands there, what is written instead, the line and the words that it gives
SLIPS = [
    ("  name: 清", "  name： 清", f"第4行：“name”{WIDE}"),
    ("  name: 清", "  name：清", f"第4行：“name”{WIDE}"),
    ("  name: 清", "  name:清", f"第4行：“name”{CLOSE}"),
    ("  city: 云", "  city：云", f"第8行：“city”{WIDE}"),
    ("kind: ", "kind：", f"第1行：“kind”{WIDE}"),
    ("year: ", "year:", f"第2行：“year”{CLOSE}"),
    ("place:\n  name: 清", "place： {name: 清", f"第3行：“place”{WIDE}"),
    ("number: ", "number：", f"第9行：“number”{WIDE}"),
    ("自评'", "自评", "第13行：引号没有配对。请在这一行补上引号"),
    ("12号'", "12号", "第9行：引号没有配对。请在这一行补上引号"),
    ("  short", "\tshort", "第5行：行首用了制表符"),
    ("  short", "   short", "第5行：缩进不对"),
    ("清河县\n", "清河县\u2028  short: 我县\n", "第4行：这一行里有看不见的换行符 U+2028"),
    ("清河县\n", "清河县\x85\n  short\n", "第4行：这一行里有看不见的换行符 U+0085"),
    ("清河县\n", "清河县\x07\n", "第4行：有控制字符 U+0007"),
    ("清河县\n", "清\u2028河\u2029县\x0b\n", "第4行：有控制字符 U+000B"),
]


def test_what_is_no_slip(tmp_path: Path) -> None:
    for text in (BLOCK, BLOCK.replace("清河县\n", "清河县\u2028\n").replace("\n", "\r\n")):
        settings = read_settings(invented.package(tmp_path / "甲", report_yaml=text))
        assert settings.place["name"] == "清河县"
        assert settings.addressee == "中共云山市委： 备注：以上\n"


@pytest.mark.parametrize(("old", "new", "told"), SLIPS, ids=[case[1] for case in SLIPS])
def test_a_slip_is_told_at_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = BLOCK.replace(old, new, 1)
    with pytest.raises(DataError) as caught:
        read_settings(invented.package(tmp_path / "甲", report_yaml=text))
    assert str(caught.value.problems[0]).startswith(f"report.yaml {told}")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("place: {name: 清", "place: {name： 清", f"第3行：“name”{WIDE}"),
        ("place: {name: 清", "place: {name:清", f"第3行：“name”{CLOSE}"),
        ("imprint: {issuer: 中", "imprint: {issuer：中", f"第11行：“issuer”{WIDE}"),
    ],
)
def test_a_slip_in_braces_is_told_at_its_line(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    with pytest.raises(DataError) as caught:
        read_settings(_settings(tmp_path, old, new))
    assert str(caught.value.problems[0]).startswith(f"report.yaml {told}")


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
