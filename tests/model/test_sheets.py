"""Where in a workbook the cells of a package stand."""

from __future__ import annotations

import pytest

from generator.model.cell import Source
from generator.model.errors import Problem
from generator.model.sheets import SheetLocation, SheetLocations

# The head of figures.csv stands in row 3 of its sheet, its two rows in 4 and 7; the text has paragraphs
# that begin in its lines 1 and 3, in rows 2 and 5 of their sheet.
LOCATIONS = SheetLocations(
    "清河.xlsx",
    {"figures.csv": "数据", "text/lead.md": "文字", "report.yaml": "设置"},
    {"figures.csv": (3, 4, 7)},
    {"text/lead.md": ((1, 2), (3, 5))},
    {"year": 9},
)


@pytest.mark.parametrize(
    ("file", "row", "column", "sheet", "at"),
    [
        ("figures.csv", 1, None, "数据", 3),
        ("figures.csv", 3, "数值", "数据", 7),
        ("figures.csv", None, None, "数据", None),
        ("figures.csv", 99, None, "数据", 99),
        ("text/lead.md", 1, None, "文字", 2),
        ("text/lead.md", 2, None, "文字", 2),
        ("text/lead.md", 4, None, "文字", 5),
        ("report.yaml", None, "year", "设置", 9),
        ("report.yaml", None, "place.name", "设置", None),
    ],
)
def test_where_a_cell_stands(
    file: str, row: int | None, column: str | None, sheet: str, at: int | None
) -> None:
    assert LOCATIONS.of(file, row, column) == SheetLocation("清河.xlsx", sheet, at)


@pytest.mark.parametrize("file", [None, "东西部协作自评/figures.csv", "funds.csv"])
def test_what_is_in_no_sheet_stays_where_it_is(file: str | None) -> None:
    problem = Problem("不对", file=file, row=3)
    assert LOCATIONS.of(file, 3, None) is None
    assert LOCATIONS.problems([problem]) == [problem]


def test_a_problem_names_the_sheet() -> None:
    problem = Problem("不对", "请改", "figures.csv", 2, "数值")
    assert str(LOCATIONS.problem(problem)) == "清河.xlsx 工作表“数据” 第4行“数值”列：不对。请改。"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (Source("figures.csv", 3, "数值"), "工作表“数据” 第7行“数值”"),
        (Source("figures.csv"), "工作表“数据”"),
        (Source("report.yaml", 0, "year"), "工作表“设置” 第9行“year”"),
        (Source("funds.csv", 3, "金额"), "funds.csv 第3行“金额”"),
    ],
)
def test_a_source_as_a_clerk_sees_it(source: Source, shown: str) -> None:
    assert LOCATIONS.shown(source) == shown
