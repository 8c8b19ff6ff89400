"""``nigao check``: what it prints, as JSON too, and how it leaves."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from support import invented

from generator.check import check_draft
from generator.check.finding import Finding, Severity, Side
from generator.check.report import as_json, as_text
from generator.check.run import Result, Suppressed
from generator.cli.main import main
from generator.jobs.compose import compose
from generator.jobs.new import new
from generator.jobs.workbook import workbook

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


def _word(folder: Path, *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    path = folder / "稿.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("全县协作工作有序推进。", 0),
        ("全县东西协作工作有序推进。", 1),
        ("印发《甲》、《乙》两个文件。", 0),
    ],
)
def test_leaves_with_1_where_something_is_above_info(tmp_path: Path, line: str, code: int) -> None:
    result = CliRunner().invoke(main, ["check", str(_word(tmp_path, line))])
    assert result.exit_code == code, result.output


def test_leaves_with_2_where_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"x")
    for path in (tmp_path / "坏.docx", tmp_path / "没有"):
        assert CliRunner().invoke(main, ["check", str(path)]).exit_code == 2


def test_prints_json(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        main, ["check", str(_word(tmp_path, "东西协作。")), "--format", "json"]
    )
    assert [item["rule"] for item in json.loads(result.stdout)] == ["用语"]


def test_changes_nothing(tmp_path: Path) -> None:
    package = invented.package(tmp_path)
    before = {path: path.read_bytes() for path in package.rglob("*") if path.is_file()}
    CliRunner().invoke(main, ["check", str(package)])
    assert {path: path.read_bytes() for path in package.rglob("*") if path.is_file()} == before


def test_what_a_person_should_read(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        main, ["check", "--human", str(_word(tmp_path, "种植2万亩，每亩收益3000元，产值2亿元。"))]
    )
    assert result.exit_code == 0 and "是否相称" in result.output
    assert (
        "没有要由人来读的地方"
        in CliRunner()
        .invoke(main, ["check", "--human", str(_word(tmp_path, "工作有序推进。"))])
        .output
    )


def test_a_new_year_elsewhere_still_finds_the_registry(tmp_path: Path) -> None:
    named = invented.REPORT + "names: ../名册.csv\n"
    (tmp_path / "名册.csv").write_text("名称,类别\n王一鸣,人员\n", encoding="utf-8")
    source, target = (
        invented.package(tmp_path / "清河", report_yaml=named),
        tmp_path / "明年" / "清河",
    )
    new(target, source, 2024, templates=invented.templates(tmp_path / "templates"))
    assert "names: ../../名册.csv" in (target / "report.yaml").read_text(encoding="utf-8")


def test_a_workbook_names_its_sheets(tmp_path: Path) -> None:
    figures = "键,名称,数值,单位,修饰,公式,小数位,来源,说明\n就业.赴东部,赴东部就业,130,人,,,,,\n"
    templates, book = invented.templates(tmp_path / "templates"), tmp_path / "清河.xlsx"
    workbook(invented.package(tmp_path / "清河", figures_csv=figures), book, templates=templates)
    made = compose(book, templates=templates)
    result = check_draft(made)
    finding = next(finding for finding in result.findings if finding.rule == "文表一致")
    assert all(side.file == "清河.xlsx" and side.sheet and side.row for side in finding.sides)
