"""Without 高级 no cell says a key, a path or code; what is chosen by name is written as its key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support import desks
from support.packages import ROOT
from support.wordsofclerks import code_in, dotted_keys

from generator.jobs.desk import CellEdit, GridColumn, SheetGrid, change, grid, sheets

PACKAGES = ("huining-2021", "jingyuan-2021", "liuxi-2023-openness", "chengyuan-2023-performance")
KEYED = "键,名称,次数键\n培训会,培训会议,培训.期数\n"
OWNED = "部门,负责\n县就业局,培训 1.1.1;funds.csv，text/lead.md\n"


def shown_to_clerks(shown: SheetGrid) -> Iterator[str]:
    """What the screen shows of a sheet without 高级."""
    open_to_all = [not (column.advanced or column.name == "键") for column in shown.columns]
    for column, is_open in zip(shown.columns, open_to_all, strict=True):
        if is_open:
            yield from words_of(column)
    for row in shown.rows:
        if not row.advanced:
            yield from (text for text, seen in zip(row.cells, open_to_all, strict=True) if seen)
            yield from words_of(row.value) if row.value else ()


def words_of(column: GridColumn) -> tuple[str, ...]:
    return (column.title, column.hint, *column.choices)


@pytest.mark.slow
@pytest.mark.parametrize("name", PACKAGES)
def test_no_sheet_says_code(name: str) -> None:
    package = ROOT / "data" / name
    keys = dotted_keys(package)
    found = {
        (item.title, line)
        for item in sheets(package)
        for text in shown_to_clerks(grid(package, item.sheet))
        for line in code_in(text, keys)
    }
    assert found == set()


def column(shown: SheetGrid, name: str) -> GridColumn:
    return next(item for item in shown.columns if item.name == name)


def test_a_figure_is_chosen_by_its_name(tmp_path: Path) -> None:
    package = desks.package(tmp_path, meetings_csv=KEYED)
    shown = grid(package, "meetings.csv")
    assert desks.cell(shown, 2, "次数键") == "培训班"
    asked = column(shown, "次数键")
    assert asked.title == "次数取自" and {"培训班", "开班日期"} <= set(asked.choices)
    change(package, "meetings.csv", shown.stamp, [CellEdit(2, "次数键", "培训班")])
    assert (package / "meetings.csv").read_text("utf-8") == KEYED
    other = next(name for name in asked.choices if "常委会" in name)
    changed = change(package, "meetings.csv", shown.stamp, [CellEdit(2, "次数键", other)])
    written = (package / "meetings.csv").read_text("utf-8")
    assert written == KEYED.replace("培训.期数", "会议.常委会")
    assert desks.cell(changed.grid, 2, "次数键") == other


def test_what_a_department_owes_is_chosen_by_name(tmp_path: Path) -> None:
    package = desks.package(tmp_path, departments_csv=OWNED)
    shown = grid(package, "departments.csv")
    words = desks.cell(shown, 2, "负责")
    assert words == "培训 县委常委会会议;资金（整张表），导语（文字）"
    asked = column(shown, "负责")
    assert asked.several and {"培训", "全部文字", "数据（整张表）"} <= set(asked.choices)
    edit = CellEdit(2, "负责", words + "、全部文字")
    change(package, "departments.csv", shown.stamp, [edit])
    written = (package / "departments.csv").read_text("utf-8")
    assert written == OWNED.replace("lead.md", "lead.md、text/")


def test_no_two_choices_mean_different_things(tmp_path: Path) -> None:
    for name in PACKAGES[:2]:
        shown = grid(ROOT / "data" / name, "meetings.csv")
        choices = column(shown, "次数键").choices
        assert len(choices) == len(set(choices)) > 100
