"""Findings as text and as JSON, with the sheets of a workbook."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import invented

from generator.check import check_draft
from generator.check.finding import Finding, Side
from generator.check.report import as_json, as_text
from generator.check.run import Result, Suppressed
from generator.jobs.compose import compose
from generator.jobs.workbook import workbook
from generator.model.severity import Severity

FINDING = Finding(
    Severity.ERROR,
    "两数不同。",
    (
        Side("培训6期", "figures.csv", None, 3, "数值", "一、就业", 2),
        Side("5", "indicators.csv", None, 9, "数值"),
    ),
    "5期",
    "6期",
    ("培训.期数",),
    "文表一致",
)
INFO = Finding(
    Severity.INFO, "请看一看。", (Side("甲", section="一、就业", paragraph=1),), rule="用语"
)


def test_text_is_grouped_by_severity() -> None:
    told = as_text(
        Result(
            (FINDING, INFO),
            (Suppressed("用语", "已核对"), Suppressed("文表一致", "口径不同", FINDING)),
        )
    )
    assert told.splitlines() == [
        "错误 1条",
        "1. [文表一致] 两数不同。",
        "     一、就业 第2段，figures.csv 第3行“数值”：“培训6期”",
        "     indicators.csv 第9行“数值”：“5”",
        "供参考 1条",
        "2. [用语] 请看一看。",
        "     一、就业 第1段：“甲”",
        "按 report.yaml 不提示 2条",
        "   [用语] 整条规则不查。理由：已核对",
        "   [文表一致] 两数不同。理由：口径不同",
    ]
    assert as_text(Result(())) == "没有发现问题\n"


def test_json_has_every_field_and_null_for_what_is_absent() -> None:
    one, two = json.loads(as_json([FINDING, INFO]))
    assert one == {
        "rule": "文表一致",
        "severity": "error",
        "message": "两数不同。",
        "expected": "5期",
        "actual": "6期",
        "keys": ["培训.期数"],
        "sides": [
            {
                "quote": "培训6期",
                "file": "figures.csv",
                "sheet": None,
                "row": 3,
                "column": "数值",
                "section": "一、就业",
                "paragraph": 2,
            },
            {
                "quote": "5",
                "file": "indicators.csv",
                "sheet": None,
                "row": 9,
                "column": "数值",
                "section": None,
                "paragraph": None,
            },
        ],
    }
    assert (two["expected"], two["actual"], two["keys"]) == (None, None, [])
    assert json.loads(as_json([])) == []


@pytest.mark.slow
def test_a_workbook_names_its_sheets(tmp_path: Path) -> None:
    figures = "键,名称,数值,单位,修饰,公式,小数位,来源,说明\n就业.赴东部,赴东部就业,130,人,,,,,\n"
    templates, book = invented.templates(tmp_path / "templates"), tmp_path / "清河.xlsx"
    workbook(invented.package(tmp_path / "清河", figures_csv=figures), book, templates=templates)
    made = compose(book, templates=templates)
    result = check_draft(made)
    finding = next(finding for finding in result.findings if finding.rule == "文表一致")
    assert all(side.file == "清河.xlsx" and side.sheet and side.row for side in finding.sides)
