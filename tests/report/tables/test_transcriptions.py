"""Every cell of the tables of the packages equals the transcription of the real document; subtotals are computed."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from support.making import row_texts
from support.packages import ROOT

from generator.jobs.tables import compose_tables
from generator.model.document import Document, Table, TableRow

FIXTURES = Path(__file__).parent / "fixtures"


@cache
def tables(package: str) -> Document:
    """The appendix tables of ``data/PACKAGE``."""
    return compose_tables(ROOT / "data" / package).document


def rows(package: str, name: str) -> list[TableRow]:
    """The rows of one table, heads left out."""
    (table,) = (
        block
        for section in tables(package).sections
        for block in section.blocks
        if isinstance(block, Table) and block.id == name
    )
    return [row for row in table.rows if row.role != "head"]


def fixture(name: str) -> list[dict[str, str]]:
    """The rows of a transcription."""
    with (FIXTURES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def folded(text: str) -> str:
    """What a reader reads: no blanks, no mark-up of the extraction, one form of each sign."""
    text = re.sub(r"</?su[bp]>|[\s/]", "", unicodedata.normalize("NFKC", text.replace("/", "")))
    return text.translate(str.maketrans("—–", "--"))


@pytest.mark.parametrize(
    ("package", "name"), [("huining-2021", "huining_form"), ("jingyuan-2021", "jingyuan_form")]
)
def test_the_form_of_134_rows(package: str, name: str) -> None:
    there = fixture(name)
    here = rows(package, "年度统计表")
    assert len(here) == len(there) == 134
    for row, filed in zip(here, there, strict=True):
        label, unit, value = (*row_texts(row), "", "")[:3]
        value = value.removesuffix("%") if unit == "%" else value
        assert [folded(label), folded(unit), folded(value)] == [
            folded(filed["indicator"]),
            folded(filed["unit"]),
            folded(filed["value"]),
        ], filed["code"]


def joined_tasks() -> Iterator[dict[str, str]]:
    """The tasks as they are meant: a row that a page break cut in two is one."""
    found: list[dict[str, str]] = []
    for row in fixture("mentougou_tasks"):
        if row["row_type"] == "page_continuation":
            found[-1]["任务内容"] += row["任务内容"]
        else:
            found.append(row)
    return iter(found)


def test_the_task_list() -> None:
    here = rows("mentougou-2021", "任务清单")
    there = list(joined_tasks())
    assert len(here) == len(there) == 17
    topic = ""
    for row, filed in zip(here, there, strict=True):
        texts = row_texts(row)
        topic = topic if texts[0] == "↑" else texts[0]
        assert (row.cells[0].vmerge == "continue") == (filed["工作事项_merge"] == "cont")
        assert [folded(text) for text in (topic, *texts[1:])] == [
            folded(filed[name])
            for name in ("工作事项", "任务类别", "任务内容", "责任部门", "完成时限")
        ], filed["row"]


PROJECT = (
    "序号",
    "项目名称",
    "建设性质",
    "建设规模和建设内容",
    "项目总投资",
    "区级帮扶资金",
    "帮扶资金主要用途",
    "受益脱贫村",
    "受益脱贫人口",
    "吸纳脱贫人口",
    "项目实施单位",
    "项目负责人",
    "开工竣工时间",
    "项目效益",
    "项目牵头单位",
)
MERGED = 4


@pytest.mark.parametrize(
    ("kind", "count", "is_kind"),
    [
        ("project", 16, lambda row: row.role == "body"),
        ("category_subtotal", 10, lambda row: row.role == "group" and row.id.count("/") == 2),
        ("region_subtotal", 3, lambda row: row.role == "group" and row.id.count("/") == 1),
    ],
)
def test_the_project_plan(kind: str, count: int, is_kind: Callable[[TableRow], bool]) -> None:
    here = [row for row in rows("mentougou-2021", "项目计划表") if is_kind(row)]
    there = [row for row in fixture("mentougou_projects") if row["row_type"] == kind]
    assert len(here) == len(there) == count
    for row, filed in zip(here, there, strict=True):
        texts = row_texts(row)
        if kind == "project":
            assert [folded(text) for text in texts] == [folded(filed[name]) for name in PROJECT], (
                filed["项目名称"]
            )
        else:
            assert row.cells[0].colspan == MERGED
            assert [folded(text) for text in texts] == [
                folded(filed[name]) for name in (PROJECT[0], *PROJECT[MERGED:])
            ]


def test_subtotals_follow_the_projects() -> None:
    """All subtotals but the distinct count of villages are sums of the rows of their group."""
    table = [*rows("mentougou-2021", "项目计划表")]
    sums = [
        (
            cell,
            [
                table[place - 1].cells[column + MERGED - 1].number
                for a, b in cell.sums
                for place in range(a, b + 1)
            ],
        )
        for row in table
        if row.role == "group"
        for column, cell in enumerate(row.cells)
        if cell.sums
    ]
    assert len(sums) == 13 * 4
    assert all(cell.number == sum(number or 0 for number in added) for cell, added in sums)
