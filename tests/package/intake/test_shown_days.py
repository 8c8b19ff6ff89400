"""Formats of days as Excel and WPS write them: what people see is what is read, or it is asked."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.model.kind import FieldSpec, FieldType
from generator.package.intake.celltext import cell_text
from generator.package.intake.grid import RawCell
from generator.package.intake.unclear import UnclearCellError

DAY = FieldSpec("日期", FieldType.DATE)
CELL = dt.datetime(2021, 5, 18)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("yyyy/m/d", "2021-05-18"),
        ("yyyy-mm-dd", "2021-05-18"),
        ('yyyy"年"m"月"d"日"', "2021-05-18"),
        ("[$-F800]dddd, mmmm dd, yyyy", "2021-05-18"),
        ("d-mmm-yy", "2021-05-18"),
        ("yyyy/m/d h:mm", "2021-05-18"),
        ('m"月"d"日"', "2021-05-18"),
        ("General", "2021-05-18"),
        ('yyyy"年"m"月"', "2021-05"),
        ("yyyy-mm", "2021-05"),
        ("mmm-yy", "2021-05"),
        ('m"月"', "2021-05"),
        ('"2021年"m"月"d"日"', "2021-05-18"),
        ('"20"yy"年"m"月"d"日"', "2021-05-18"),
        ('"二〇二一年"m"月"d"日"', "2021-05-18"),
        ('[$-804]"星期一 "yyyy/m/d', "2021-05-18"),
        ("yyyy/m/d ss.00", "2021-05-18"),
        ('e"年"m"月"', "2021-05"),
    ],
)
def test_what_a_format_shows_of_a_day_is_read(code: str, text: str) -> None:
    assert cell_text(RawCell(CELL, format=code), DAY, 2021) == text


@pytest.mark.parametrize(
    ("code", "message", "texts"),
    [
        ("yyyy", "只看得到年份2021，存的却是2021-05-18", ["2021", "2021-05-18"]),
        ('yyyy"年"', "只看得到年份2021，存的却是2021-05-18", ["2021", "2021-05-18"]),
        ("yy", "只看得到年份2021，存的却是2021-05-18", ["2021", "2021-05-18"]),
        ('d"日"', "只看得到18日，存的却是2021-05-18", ["2021-05-18", None]),
        ("dd", "只看得到18日，存的却是2021-05-18", ["2021-05-18", None]),
        ("h:mm", "看不到年月日，存的却是2021-05-18", ["2021-05-18", None]),
    ],
)
def test_a_part_of_a_day_is_asked(code: str, message: str, texts: list[str | None]) -> None:
    for year in (2021, 2023):
        with pytest.raises(UnclearCellError) as caught:
            cell_text(RawCell(CELL, format=code), DAY, year)
        assert caught.value.message == message
        assert [reading.text for reading in caught.value.readings] == texts


@pytest.mark.parametrize(
    ("code", "number", "stored"),
    [
        ('"2020年"m"月"d"日"', "2020", "2021-05-18"),
        ('"2020年"m"月"', "2020", "2021-05"),
        (r"\2\0\2\0/m/d", "2020", "2021-05-18"),
        ('"19"yy"年"m"月"d"日"', "1921", "2021-05-18"),
        ('"二〇二〇年"m"月"d"日"', "2020", "2021-05-18"),
        ('"２０２０年"m"月"d"日"', "2020", "2021-05-18"),
    ],
)
def test_another_number_in_the_format_of_a_day_is_asked(
    code: str, number: str, stored: str
) -> None:
    for year in (2020, 2021):
        with pytest.raises(UnclearCellError) as caught:
            cell_text(RawCell(CELL, format=code), DAY, year)
        assert caught.value.message == f"格式里写着“{number}”，存的却是2021-05-18"
        assert [reading.text for reading in caught.value.readings] == [stored, None]


def test_a_year_that_is_written_in_the_format_is_shown() -> None:
    assert cell_text(RawCell(CELL, format='"2021年"m"月"d"日"'), DAY, 2023) == "2021-05-18"
