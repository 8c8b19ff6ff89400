"""A gap of the report leads to what it lacks: the blank part of a total, a setting, a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import desks

from generator.jobs.desk import FindingItem, ask_about, findings, grid
from generator.jobs.new import Parties, start

pytestmark = pytest.mark.slow
FORM = "indicators.csv"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A new package of which one part of a total is filled in."""
    package = tmp_path / "青禾-2023"
    start(package, "东西部协作自评", 2023, Parties("青禾县", "东湖区"))
    form = package / FORM
    label = "帮助农村劳动力到东部结对省份就业数"
    before = form.read_text("utf-8-sig")
    assert f"{label},," in before
    form.write_text(before.replace(f"{label},,", f"{label},800,"), encoding="utf-8")
    (package / "departments.csv").write_text("部门,负责\n县人社局,就业\n", encoding="utf-8")
    return package


def of_gap(package: Path, name: str) -> FindingItem:
    return next(found for found in findings(package) if found.gap == name)


def test_a_total_leads_to_its_blank_parts(package: Path) -> None:
    found = of_gap(package, "帮助实现就业人数")
    rows = {row.row: row.cells for row in grid(package, FORM).rows}
    labels = [next(text for text in rows[cell.row] if "就业数" in text) for cell in found.cells]
    assert labels == ["帮助农村劳动力省内就近就业数", "帮助农村劳动力到其他地区就业数"]
    assert found.department == "县人社局"


def test_a_setting_leads_to_its_row(package: Path) -> None:
    [cell] = of_gap(package, "发文字号").cells
    rows = {row.row: row.cells for row in grid(package, "report.yaml").rows}
    assert "发文字号" in rows[cell.row]


def test_a_text_leads_to_itself(package: Path) -> None:
    assert of_gap(package, "导语").text == "lead"


def test_a_section_leads_to_its_first_blank_cell(package: Path) -> None:
    [cell] = of_gap(package, "促进乡村振兴").cells
    assert (cell.sheet, cell.column) == (FORM, "数值")
    assert desks.cell(grid(package, FORM), cell.row, cell.column) == ""


def test_a_department_is_asked_for_what_lacks_not_which_number_is_right(package: Path) -> None:
    asked = ask_about(package, of_gap(package, "帮助实现就业人数")).text
    assert asked.startswith("县人社局：\n还缺：帮助实现就业人数。")
    assert "哪个数" not in asked
