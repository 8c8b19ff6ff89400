"""The sheet 设置: what its number formats show is what is read, or it is asked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from support.made import Edit, workbook_of

from generator.model.errors import NigaoError
from generator.package.read import load_package

DAY, YEAR = "signature.date", "year"


def formatted(path: str, value: dt.date | int, code: str) -> Edit:
    """A value typed beside the item of that path, in that number format."""

    def edit(book: object) -> None:
        sheet = book["设置"]  # type: ignore[index]
        rows = [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 3).value == path]
        cell = sheet.cell(rows[0], 2)
        cell.value = value
        cell.number_format = code

    return edit


@pytest.mark.parametrize(
    ("path", "value", "code", "said"),
    [
        (DAY, dt.date(2023, 11, 20), '"2020年"m"月"', "格式里写着“2020”，存的却是2023-11-20"),
        (DAY, dt.date(2023, 11, 20), r"\2\0\2\0/m/d", "格式里写着“2020”，存的却是2023-11-20"),
        (YEAR, 2023, '"2020年"', "格子里看到的是“2020年”，存的却是2023"),
        (YEAR, 2023, '0"-2024"', "格子里看到的是“2023-2024”，存的却是2023"),
        (YEAR, 2023, '"不是"0', "格子里看到的是“不是2023”，存的却是2023"),
    ],
)
def test_what_a_format_shows_instead_of_what_is_stored_is_asked(
    tmp_path: Path, path: str, value: dt.date | int, code: str, said: str
) -> None:
    book, kinds = workbook_of(tmp_path, formatted(path, value, code))
    with pytest.raises(NigaoError) as caught:
        load_package(book, kinds)
    (problem,) = caught.value.problems
    assert "工作表“设置”" in str(problem) and said in str(problem)


@pytest.mark.parametrize(
    "code", ['yyyy"年"m"月"d"日"', '"2023年"m"月"d"日"', "yyyy/m/d", 'm"月"d"日"', '"20"yy-mm-dd']
)
def test_a_day_that_is_the_stored_one_is_read(tmp_path: Path, code: str) -> None:
    book, kinds = workbook_of(tmp_path, formatted(DAY, dt.date(2023, 11, 21), code))
    signature = load_package(book, kinds)[0].settings.signature
    assert signature is not None and signature.date == dt.date(2023, 11, 21)


@pytest.mark.parametrize("code", ["General", "0", '0"年"', "0000", '0"年度"'])
def test_a_number_with_words_that_leave_it_as_it_is_is_read(tmp_path: Path, code: str) -> None:
    book, kinds = workbook_of(tmp_path, formatted(YEAR, 2023, code))
    assert load_package(book, kinds)[0].settings.year == 2023
