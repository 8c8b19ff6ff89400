"""Subtotals that a place filed, against the rows of their table: an invented plan of two regions, silent cases first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from support.making import COLUMNS, FIELDS, records

from generator.check import Finding
from generator.check.rules.subtotals import filed
from generator.check.subject import Subject
from generator.figures import Draft, FigureBook
from generator.model.appendix_table import SummaryMethod, TableDescription, TableGroup
from generator.model.dataset import Dataset
from generator.model.kind import FieldSpec, FieldType, Kind

ROWS = [
    {"地区": "甲县", "类别": "产业", "名称": "大棚", "金额": "30.5", "村数": "2"},
    {"地区": "甲县", "类别": "产业", "名称": "果园", "金额": "9.5", "村数": "3"},
    {"地区": "甲县", "类别": "就业", "名称": "培训", "金额": "20", "村数": "2"},
    {"地区": "乙县", "类别": "产业", "名称": "车间", "金额": "10", "村数": "1"},
]
GIVEN = (*FIELDS, FieldSpec("计数", FieldType.NUMBER, "个"))


def found(
    given: Sequence[Mapping[str, str]], rows: Sequence[Mapping[str, str]] = ROWS
) -> list[Finding]:
    """The findings for filed subtotals."""
    files = (records("项目", "projects", rows), records("分组", "groups", given, GIVEN))
    table = TableDescription(
        "计划表",
        COLUMNS,
        "项目",
        (TableGroup("地区"), TableGroup("类别")),
        {"金额": SummaryMethod.TOTAL, "村数": SummaryMethod.FILED, "名称": SummaryMethod.KINDS},
        "分组",
    )
    kind = Kind("测试", "", {}, {}, (), "", "", {}, {}, {"计划表": table})
    settings: Any = SimpleNamespace(year=2023)
    dataset = Dataset("", settings, (), (), {file.spec.name: file for file in files})
    document: Any = None
    return list(filed(Subject((), draft=Draft(dataset, kind, FigureBook(dataset, kind), document))))


@pytest.mark.parametrize(
    "given",
    [
        [{"地区": "甲县", "金额": "60", "村数": "5", "计数": "3"}],
        [{"地区": "甲县", "类别": "产业", "金额": "40", "村数": "3", "计数": "2"}],
        [{"地区": "甲县", "类别": "产业", "金额": "40.0", "村数": "5"}],
        [{"地区": "", "金额": "70", "村数": "3", "计数": "4"}],
        [{"地区": "甲县"}],
        [{"地区": "丙县", "金额": "9"}],
        [],
    ],
)
def test_stays_silent(given: list[dict[str, str]]) -> None:
    assert found(given) == []


def test_a_blank_row_makes_the_sum_unknown() -> None:
    assert found([{"地区": "乙县", "金额": "99"}], [{"地区": "乙县", "名称": "车间"}]) == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            {"地区": "甲县", "金额": "69.5"},
            "甲县的金额填的是69.5万元，各行合计是60万元，相差9.5万元，正好等于“果园的金额”，可能重复计算或漏列。",
        ),
        (
            {"地区": "甲县", "类别": "产业", "金额": "41"},
            "甲县、产业的金额填的是41万元，各行合计是40万元，相差1万元。",
        ),
        ({"地区": "甲县", "计数": "4"}, "甲县的计数填的是4个，各行的个数是3个，相差1个。"),
        ({"地区": "甲县", "村数": "2"}, "甲县的村数填的是2个，应不小于最大的一行（3个）。"),
        ({"地区": "甲县", "村数": "8"}, "甲县的村数填的是8个，应不大于各行之和（7个）。"),
        ({"金额": "71"}, "全表的金额填的是71万元，各行合计是70万元，相差1万元。"),
    ],
)
def test_speaks(given: dict[str, str], told: str) -> None:
    (finding,) = found([given])
    assert (finding.severity, finding.message) == ("error", told)
    assert (finding.sides[0].file, finding.sides[0].row) == ("groups.csv", 2)


def test_both_sides_are_named() -> None:
    (finding,) = found([{"地区": "甲县", "类别": "产业", "金额": "41"}])
    assert [(side.file, side.row, side.column, side.quote) for side in finding.sides] == [
        ("groups.csv", 2, "金额", "甲县、产业的金额 41万元"),
        ("projects.csv", 2, "金额", "大棚的金额 30.5万元"),
        ("projects.csv", 3, "金额", "果园的金额 9.5万元"),
    ]
