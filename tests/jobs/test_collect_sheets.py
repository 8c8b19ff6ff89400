"""Workbooks that come back otherwise than they went out: sheets, heads and rows that were changed, other files."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support import collecting, invented
from support.collecting import DATE, DEPARTMENTS, cells, filled, state

from generator.jobs.collect import as_text, collect
from generator.jobs.handout import handout
from generator.jobs.workbook import workbook
from generator.model.errors import InputError


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return collecting.kinds(tmp_path)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return collecting.package(tmp_path)


def test_a_workbook_of_an_earlier_version_is_read(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    """It names no sheets, and a column of keys as the file does."""
    (package / "pairings.csv").write_text("键,组别,名称,数量键\n", encoding="utf-8")
    with (package / "departments.csv").open("a", encoding="utf-8") as table:
        table.write("县教育局,,,,pairings.csv\n")
    handout(package, tmp_path / "发出", templates=kinds)
    book = openpyxl.load_workbook(tmp_path / "发出/县教育局.xlsx")
    heads = [str(cell.value).rstrip("*") for cell in book["结对"][4]]
    at = heads.index("数量取自") + 1
    book["结对"].cell(4, at).value = "数量键*"
    for name, text in {"组别": "基层", "名称": "街道与乡镇", "数量取自": "资金.到位"}.items():
        book["结对"].cell(5, heads.index(name) + 1).value = text
    hidden = book["_nigao"]
    hidden.delete_rows(5)
    hidden.delete_cols(4, 6)
    book.save(tmp_path / "报来.xlsx")
    result = collect(package, [tmp_path / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    assert "可取 1" in as_text(result)


def rename_sheet(book: Any) -> None:
    book["填报"].title = "就业数据"


def delete_idents(book: Any) -> None:
    book["填报"].delete_cols(7)


def rename_head(book: Any) -> None:
    book["填报"]["D4"] = "今年"


def second_column(book: Any) -> None:
    book["填报"]["H4"] = "本年数"


def second_column_with_units(book: Any) -> None:
    book["填报"]["D4"], book["填报"]["H4"] = "本年数（初报）", "本年数（更正）"


def copy_sheet(book: Any) -> None:
    book.copy_worksheet(book["填报"])


# What somebody did to the workbook, and what is told instead of reading it as blank.
SPOILT = [
    (rename_sheet, "没有“填报”这张表"),
    (delete_idents, "“填报”表的表头里没有“标识”"),
    (rename_head, "“填报”表的表头里没有“本年数”"),
    (second_column, "“填报”表的表头里有两个“本年数”，不知道以哪一列为准"),
    (second_column_with_units, "“填报”表的表头里有两个“本年数”，不知道以哪一列为准"),
    (copy_sheet, "“填报 Copy”像是“填报”表，不知道以哪张为准"),
]


@pytest.mark.parametrize(("do", "told"), SPOILT)
def test_a_workbook_that_lost_a_part_is_not_read_as_blank(
    package: Path, kinds: Path, tmp_path: Path, do: Any, told: str
) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    book = openpyxl.load_workbook(tmp_path / "发出/县就业局.xlsx")
    book["填报"]["D5"] = 120
    do(book)
    book.save(tmp_path / "报来.xlsx")
    with pytest.raises(InputError, match=told):
        collect(package, [tmp_path / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    assert state(package) == ""


def test_below_a_head_with_a_unit_answers_stand_as_below_the_plain_one(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    book = openpyxl.load_workbook(tmp_path / "发出/县就业局.xlsx")
    book["填报"]["D4"], book["填报"]["D5"] = "本年数（人）", 120
    book.save(tmp_path / "报来.xlsx")
    result = collect(package, [tmp_path / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    assert "可取 1，已有 1" in as_text(result) and cells(package)["1.1.1"] == "120"


def add_copied_row(sheet: Any) -> None:
    for cell in sheet[5]:
        sheet.cell(7, cell.column, cell.value)
    sheet["D5"], sheet["D7"] = 10, 99


def add_own_row(sheet: Any) -> None:
    sheet["D5"] = 10
    sheet["A8"], sheet["D8"] = "外出务工", 77


def change_unit(sheet: Any) -> None:
    sheet["B5"], sheet["D5"] = "万人", 5


def say_unsure(sheet: Any) -> None:
    sheet["D5"], sheet["E5"] = 10, "拿不准，下周再报"


def name_unit(sheet: Any) -> None:
    sheet["D5"], sheet["E5"] = 5, "单位：万人"


def name_own_unit(sheet: Any) -> None:
    sheet["D5"], sheet["E5"] = 10, "单位：人，填报单位：教育局"


def say_so(sheet: Any) -> None:
    sheet["D5"], sheet["E5"] = 10, "含上年结转的3人"


def sort_without_marks(sheet: Any) -> None:
    """By the number: the hidden column stays behind."""
    sheet["D5"] = 120
    for column in "ABCDEF":
        one, two = sheet[f"{column}5"], sheet[f"{column}6"]
        one.value, two.value = two.value, one.value


def break_label(sheet: Any) -> None:
    sheet["A5"], sheet["D5"] = " １.帮助就业人数：\n其中：赴东部就业", 10


# What the department did on its sheet, what is told, and what the package has for 1.1.1 then.
ODD_SHEETS = [
    (add_copied_row, "不止一行：10（报来.xlsx“填报”D5）、99（报来.xlsx“填报”D7）", ""),
    (add_own_row, "外出务工 77（报来.xlsx“填报”D8）", "10"),
    (change_unit, "“单位”里写的是“万人”，这一项是“人”，没有写", ""),
    (sort_without_marks, "写的是“1.帮助就业人数：省内就业”，标识却是“其中：赴东部就业”的", ""),
    (break_label, "可取 1", "10"),
    (say_unsure, "“说明”里写着“拿不准，下周再报”，没有写", ""),
    (name_unit, "“说明”里写着“单位：万人”，这一项是“人”，没有写", ""),
    (name_own_unit, "说明：单位：人，填报单位：教育局", "10"),
    (say_so, "说明：含上年结转的3人", "10"),
]


@pytest.mark.parametrize(("do", "told", "value"), ODD_SHEETS)
def test_what_a_department_does_on_its_sheet(
    package: Path, kinds: Path, tmp_path: Path, do: Any, told: str, value: str
) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    book = openpyxl.load_workbook(tmp_path / "发出/县就业局.xlsx")
    do(book["填报"])
    book.save(tmp_path / "报来.xlsx")
    result = collect(package, [tmp_path / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    assert told in as_text(result)
    assert cells(package)["1.1.1"] == value
    assert not state(package).startswith("通过")


def test_files_that_are_none_of_ours(package: Path, kinds: Path, tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "别的.xlsx")
    (tmp_path / "坏.xlsx").write_bytes(b"no zip")
    (tmp_path / "~$坏.xlsx").write_bytes(b"\x05clerk")
    (tmp_path / "旧.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (tmp_path / "表.csv").write_text("指标,数\n就业,120\n", encoding="utf-8")
    workbook(package, tmp_path / "整包.xlsx", templates=kinds)
    for name, told in (
        ("别的.xlsx", "不是 nigao handout 发出去的表"),
        ("整包.xlsx", "不是 nigao handout 发出去的表"),
        ("~$坏.xlsx", "用没有“~\\$”的那一份"),
        ("旧.xlsx", "去掉密码"),
        ("表.csv", "不是能读的 .xlsx 工作簿"),
        ("坏.xlsx", "坏.xlsx"),
        ("没有.xlsx", "没有这个文件"),
    ):
        with pytest.raises(InputError, match=told):
            collect(package, [tmp_path / name], date=DATE, templates=kinds)


def test_of_a_department_that_is_called_otherwise_now(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    renamed = DEPARTMENTS.replace("县就业局", "县人社局")
    (package / "departments.csv").write_text(renamed, encoding="utf-8")
    told = "没有“县就业局”。改过名称的请改回来，或改好以后重新发表再收；现有：县人社局、县财政局、县委办"
    with pytest.raises(InputError, match=told):
        collect(package, [tmp_path / "发出/县就业局.xlsx"], date=DATE, templates=kinds)


def test_of_another_place_or_twice_of_one_department(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    other = invented.package(
        tmp_path / "白河",
        report_yaml=invented.REPORT.replace("清河", "白河"),
        departments_csv=DEPARTMENTS,
    )
    handout(other, tmp_path / "白", templates=kinds)
    handout(package, tmp_path / "发出", templates=kinds)
    with pytest.raises(InputError, match="是白河县2023年东西部协作自评的表"):
        collect(package, [tmp_path / "白/县就业局.xlsx"], date=DATE, templates=kinds)
    with pytest.raises(InputError, match="“县就业局”的表有两份"):
        collect(package, [tmp_path / "发出/县就业局.xlsx"] * 2, date=DATE, templates=kinds)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_saved_by_libreoffice_it_says_the_same(package: Path, kinds: Path, tmp_path: Path) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    filled(tmp_path / "发出/县就业局.xlsx", tmp_path / "填.xlsx", {"1.1.1": 120})
    (tmp_path / "出").mkdir()
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--convert-to",
            "xlsx",
            "--outdir",
            tmp_path / "出",
            tmp_path / "填.xlsx",
        ],
        check=True,
        capture_output=True,
    )
    result = collect(package, [tmp_path / "出/填.xlsx"], date=DATE, take=True, templates=kinds)
    assert cells(package)["1.1.1"] == "120" and not result.needs_person
