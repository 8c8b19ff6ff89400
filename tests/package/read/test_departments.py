"""departments.csv: who owes what, as a file and as a sheet."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from support import invented
from support.commands import run

from generator.model.cell import PartialDate
from generator.model.errors import DataError
from generator.package.read import load_package

DEPARTMENTS = (
    "部门,联系人,电话,期限,负责\n"
    "县人社局,张三,0943-0001,11月10日,就业、2.1\n"
    "县财政局,,,2023-11-12,funds.csv、资金.*\n"
    "县委办,,,,\n"
)


def loaded(folder: Path, table: str) -> Path:
    """A package with these departments."""
    return invented.package(folder / "清河", indicators_csv="代码,数值\n", departments_csv=table)


def test_the_departments_in_file_order(tmp_path: Path) -> None:
    first, second, third = load_package(loaded(tmp_path, DEPARTMENTS))[0].departments
    assert (first.name, first.contact, first.phone) == ("县人社局", "张三", "0943-0001")
    assert first.due == PartialDate(2023, 11, 10) and first.owns == ("就业", "2.1")
    assert second.due == PartialDate(2023, 11, 12) and second.owns == ("funds.csv", "资金.*")
    assert (third.due, third.owns) == (None, ())


@pytest.mark.parametrize(
    ("table", "location", "message"),
    [
        ("部门,负责\n甲局,就业\n乙局,资金、就业\n", "第3行“负责”列", "“就业”已由第2行的甲局负责"),
        ("部门,负责\n甲局,就业\n甲局,资金\n", "第3行“部门”列", "“甲局”在第2行已有"),
        ("部门,负责\n,就业\n", "第2行“部门”列", "缺少部门的名称"),
        ("部门,期限\n甲局,月底\n", "第2行“期限”列", "写的是“月底”"),
        ("单位,负责\n甲局,就业\n", "第1行", "缺少“部门”列"),
    ],
)
def test_faults_are_told(tmp_path: Path, table: str, location: str, message: str) -> None:
    with pytest.raises(DataError) as raised:
        load_package(loaded(tmp_path, table))
    assert any(
        problem.location == f"departments.csv {location}" and message in str(problem)
        for problem in raised.value.problems
    )


@pytest.mark.slow
def test_as_a_sheet_and_back(tmp_path: Path) -> None:
    package = loaded(tmp_path, DEPARTMENTS)
    book = tmp_path / "清河.xlsx"
    assert run("workbook", package, "-o", book)[0] == 0
    sheet = openpyxl.load_workbook(book)["部门"]
    filled_in, states = ["部门", "联系人", "电话", "期限", "负责"], ["状态", "经手", "时间"]
    assert [cell.value for cell in sheet[1]] == filled_in + states
    assert [cell.value for cell in sheet[2]][:3] == ["县人社局", "张三", "0943-0001"]
    assert load_package(book)[0].departments == load_package(package)[0].departments
    assert run("workbook", book, "-o", tmp_path / "转回")[0] == 0
    assert (tmp_path / "转回" / "departments.csv").read_text(encoding="utf-8") == DEPARTMENTS


@pytest.mark.slow
def test_a_package_without_it_gets_none_from_its_sheet(tmp_path: Path) -> None:
    package = invented.package(tmp_path / "清河", indicators_csv="代码,数值\n")
    assert run("workbook", package, "-o", tmp_path / "清河.xlsx")[0] == 0
    assert run("workbook", tmp_path / "清河.xlsx", "-o", tmp_path / "转回")[0] == 0
    assert not (tmp_path / "转回" / "departments.csv").exists()


def test_next_year_they_owe_the_same_and_no_day_is_set(tmp_path: Path) -> None:
    sent = DEPARTMENTS.replace("负责\n", "负责,状态,经手,时间\n").replace(
        "2.1\n", "2.1,通过,张三,2023-11-09\n"
    )
    package = loaded(tmp_path, sent)
    assert run("new", tmp_path / "清河-2024", "--from", package, "--year", 2024)[0] == 0
    first, *_ = load_package(tmp_path / "清河-2024")[0].departments
    assert (first.name, first.phone, first.owns) == ("县人社局", "0943-0001", ("就业", "2.1"))
    assert first.due is None
    assert (first.state, first.handled_by, first.handled_at) == ("", "", "")
