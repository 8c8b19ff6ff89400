"""分发收表 says who gets no workbook, and why; the head which texts are last year's."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.jobs.desk import PackageLine, PackageState
from generator.jobs.desk.collected import ReturnedWorkbook
from generator.jobs.desk.departments import DepartmentRow, DepartmentTable
from generator.jobs.desk.wording import MatterLine
from generator.web.screens.collecting import counts_of
from generator.web.screens.handout import idle_line
from generator.web.session import Session, Workbench
from generator.web.shell import state_parts


def department(name: str, owed: int, owns: bool) -> DepartmentRow:
    return DepartmentRow(name, "", "", "", owed, owed, "未报", "", owns, None)


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (
            [department("甲局", 0, False), department("乙局", 0, False)],
            "现在没有一个部门有要填的，做不出表。甲局、乙局 的“负责”还空着，不知道发什么。",
        ),
        (
            [department("甲局", 3, True), department("乙局", 0, False)],
            "不做表的：乙局 的“负责”还空着，不知道发什么。",
        ),
        (
            [department("甲局", 3, True), department("乙局", 0, True)],
            "不做表的：乙局 的“负责”里写的，没有要填的内容，不知道发什么。",
        ),
        (
            [department("甲局", 1, True), *(department(f"{n}局", 0, False) for n in "乙丙丁戊己")],
            "不做表的：乙局、丙局、丁局、戊局 等 5 个部门 的“负责”还空着，不知道发什么。",
        ),
    ],
)
def test_who_gets_no_workbook_and_why(rows: list[DepartmentRow], line: str) -> None:
    assert idle_line(DepartmentTable(tuple(rows), "")) == line


def test_what_the_check_finds_in_a_workbook_is_counted_by_gravity() -> None:
    findings = tuple(MatterLine(level, "不一致") for level in ("错误", "供参考", "供参考"))
    came = ReturnedWorkbook("甲局", "甲局.xlsx", (), 2, 0, (), findings, "已报", goes_back=True)
    assert counts_of(came) == "和已有的相同 2 项，核对出错误 1 项、供参考 2 项"


def test_what_a_department_added_is_counted() -> None:
    added = (MatterLine("“填报”D5", "有批注：“已核”"),)
    came = ReturnedWorkbook("甲局", "甲局.xlsx", (), 0, 3, (), (), "未报", False, added=added)
    assert counts_of(came) == "没有填 3 项，部门另外写的 1 处"


def test_the_head_leads_to_the_first_text_of_last_year(tmp_path: Path) -> None:
    session = Session(
        Workbench(tmp_path, tmp_path), "fill", PackageLine(tmp_path / "甲", "甲", "甲县")
    )
    parts = list(state_parts(PackageState(3, 5, carried=2, first_carried="lead"), session))
    [part] = [part for part in parts if part.text == "沿用上年未改 2"]
    assert part.address.startswith("/texts?") and part.address.endswith("item=lead")
