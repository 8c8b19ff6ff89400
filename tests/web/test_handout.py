"""分发收表 says who gets no workbook, and why; the head which texts are last year's."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.jobs.desk import PackageLine, PackageState
from generator.jobs.desk.departments import DepartmentRow, DepartmentTable
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


def test_the_head_leads_to_the_first_text_of_last_year(tmp_path: Path) -> None:
    session = Session(
        Workbench(tmp_path, tmp_path), "fill", PackageLine(tmp_path / "甲", "甲", "甲县")
    )
    parts = list(state_parts(PackageState(3, 5, carried=2, first_carried="lead"), session))
    [part] = [part for part in parts if part.text == "沿用上年未改 2"]
    assert part.address.startswith("/texts?") and part.address.endswith("item=lead")
