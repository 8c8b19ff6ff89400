"""Findings to mend, accept or ask about; the way from a figure to its cell; the packages of a
folder."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
import yaml
from support import desks

from generator.jobs.desk import (
    FindingItem,
    GridLocation,
    accept_finding,
    ask_about,
    ask_for_missing,
    cells_of,
    findings,
    home,
    preview,
    remarks_to_mend,
    state,
)
from generator.jobs.desk.accepted_findings import take_back
from generator.model.errors import InputError, StaleError
from generator.model.replacing import replace
from generator.model.settings import Accepted
from generator.package.accepted import with_accepted_in_settings

DAY = dt.datetime(2023, 11, 27, 9)
CONTRADICTS = desks.FIGURES + "会议.常委会,常委会,3,次\n"
"""The form says 2."""
ENTRY = Accepted("文表一致", "已核实", quote="正文是3次", once=True)
WRITTEN = {"rule": "文表一致", "quote": "正文是3次", "once": True, "reason": "已核实"}


def contradiction(package: Path) -> FindingItem:
    return next(found for found in findings(package) if found.rule == "文表一致")


def test_a_finding_leads_to_its_cells_and_to_who_owes_them(tmp_path: Path) -> None:
    package = desks.package(
        tmp_path, figures_csv=CONTRADICTS, departments_csv="部门,负责\n县委办,会议\n"
    )
    found = contradiction(package)
    assert found.severity == "错误" and found.department == "县委办"
    assert GridLocation("figures.csv", 4, "数值") in found.cells
    assert GridLocation("indicators.csv", 2, "数值") in found.cells


def test_a_finding_in_a_text_names_it(tmp_path: Path) -> None:
    package = desks.package(tmp_path, text__problems_md="协作补助资金50万，数量不多。\n")
    [found] = [found for found in findings(package) if "50万" in found.message]
    assert (found.text, found.cells) == ("problems", ())


def test_a_finding_in_words_of_the_outline_says_so(tmp_path: Path) -> None:
    """Neither a cell nor a text prints them: they are changed in Word."""
    words = "《{{ report_title }}》现随文上报，请审示。"
    letter = f'{{% extends "letter.md.j2" %}}\n{{% block 呈报语 %}}\n{words}\n{{% endblock %}}\n'
    package = desks.package(
        tmp_path,
        sections__letter_md_j2=letter,
        text__problems_md="协作补助资金50万，恳请批准。\n",
    )
    requests = [found for found in findings(package) if found.rule == "报告夹带请示"]
    assert [(found.is_of_outline, found.text) for found in requests] == [
        (True, ""),
        (False, "problems"),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_was_accepted_is_shown_with_its_reason_and_taken_back(
    tmp_path: Path, newline: str
) -> None:
    package = desks.package(tmp_path, figures_csv=CONTRADICTS)
    settings = package / "report.yaml"
    before = settings.read_bytes().replace(b"\n", newline.encode())
    settings.write_bytes(before)
    found = contradiction(package)
    others = [item for item in findings(package) if item != found]
    accept_finding(package, found.ident, "口径不同")
    accept_finding(package, others[0].ident, "以后再说")
    shown = preview(package, tmp_path / "页.html", date=DAY).accepted
    assert [(item.rule, item.reason) for item in shown] == [
        (others[0].rule, "以后再说"),
        ("文表一致", "口径不同"),
    ]
    assert "3次" in shown[1].message and ".csv" not in shown[1].message
    take_back(package, shown[1])
    assert contradiction(package) == found and others[0] not in findings(package)
    with pytest.raises(StaleError):
        take_back(package, shown[1])
    take_back(package, shown[0])
    assert settings.read_bytes().startswith(before) and b"reason" not in settings.read_bytes()
    assert preview(package, tmp_path / "页.html", date=DAY).accepted == ()
    accept_finding(package, found.ident, "口径不同")
    assert found not in findings(package)


@pytest.mark.slow
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_accepted_finding_is_told_no_more_until_it_says_something_else(
    tmp_path: Path, newline: str
) -> None:
    package = desks.package(tmp_path, figures_csv=CONTRADICTS)
    settings = package / "report.yaml"
    before = settings.read_bytes().replace(b"\n", newline.encode())
    settings.write_bytes(before)
    found = contradiction(package)
    accept_finding(package, found.ident, "口径不同")
    assert settings.read_bytes().startswith(before)
    assert found.ident not in {item.ident for item in findings(package)}
    (package / "figures.csv").write_text(CONTRADICTS.replace(",3,次", ",4,次"), encoding="utf-8")
    assert contradiction(package).ident != found.ident


def test_what_somebody_accepts_at_the_same_moment_is_not_doubled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = desks.package(tmp_path, figures_csv=CONTRADICTS)
    seen = findings(package)
    found = contradiction(package)

    def another_is_faster(*_: object, **__: object) -> tuple[FindingItem, ...]:
        monkeypatch.undo()
        accept_finding(package, found.ident, "口径不同")
        return seen

    monkeypatch.setattr(remarks_to_mend, "findings", another_is_faster)
    with pytest.raises(StaleError):
        accept_finding(package, found.ident, "口径不同")
    entries = yaml.safe_load((package / "report.yaml").read_text("utf-8"))["checks"]["accept"]
    assert len(entries) == 1


@pytest.mark.parametrize("reason", ["", "  "])
def test_no_finding_is_accepted_without_a_reason(tmp_path: Path, reason: str) -> None:
    package = desks.package(tmp_path, figures_csv=CONTRADICTS)
    before = desks.contents(package)
    with pytest.raises(InputError, match="理由"):
        accept_finding(package, "x", reason)
    assert desks.contents(package) == before


def test_a_finding_that_is_gone_cannot_be_accepted(tmp_path: Path) -> None:
    package = desks.package(tmp_path, figures_csv=CONTRADICTS)
    ident = contradiction(package).ident
    (package / "figures.csv").write_text(CONTRADICTS.replace(",3,次", ",2,次"), encoding="utf-8")
    with pytest.raises(StaleError):
        accept_finding(package, ident, "口径不同")


@pytest.mark.parametrize(
    "text",
    [
        "year: 2023\n",
        "year: 2023",
        "year: 2023\nchecks:\n  skip: []\nletter: true\n",
        "checks:  # 核对\n    accept:  # 接受\n    - {rule: 用语, reason: 引用}\n\nyear: 2023\n",
        "checks:\n  accept: []\nyear: 2023\n",
    ],
)
def test_an_entry_is_added_to_the_settings_and_all_else_stays(text: str) -> None:
    changed = with_accepted_in_settings(text, [ENTRY])
    before, after = yaml.safe_load(text), yaml.safe_load(changed)
    former = (before.get("checks") or {}).get("accept") or []
    assert after["checks"]["accept"] == [WRITTEN, *former]
    assert {**after, "checks": 0} == {**before, "checks": 0}
    others = [line for line in text.splitlines() if "accept: []" not in line]
    assert [line for line in others if line not in changed.splitlines()] == []


@pytest.mark.parametrize(
    "text", ["checks: {skip: []}\n", "checks:\n  accept: [{rule: 用语, reason: 引用}]\n",
             "checks:\n# 说明\n  skip: []\n"]
)  # fmt: skip
def test_where_no_line_can_be_added_it_is_said(text: str) -> None:
    with pytest.raises(ValueError, match=r"lines"):
        with_accepted_in_settings(text, [ENTRY])


def test_what_to_ask_a_department(tmp_path: Path) -> None:
    package = desks.package(
        tmp_path,
        figures_csv=CONTRADICTS,
        departments_csv="部门,联系人,电话,负责\n县委办,王五,0943-1,会议\n",
    )
    asked = ask_about(package, contradiction(package), "县办 张三")
    assert (asked.department, asked.contact, asked.phone) == ("县委办", "王五", "0943-1")
    assert asked.text.startswith("县委办：\n请核对：") and "县办 张三" in asked.text


def test_what_is_asked_names_no_row_and_quotes_whole_sentences(tmp_path: Path) -> None:
    package = desks.package(
        tmp_path,
        figures_csv=CONTRADICTS,
        text__lead_md="清河县培训农户。全年多次研究协作工作，召开常委会{会议.常委会}，落实到人。另有安排。\n",
    )
    said = ask_about(package, contradiction(package)).text
    assert "：全年多次研究协作工作，召开常委会3次，落实到人。\n" in said
    assert "年度统计表“1.县委常委会会议”：" in said
    assert not re.search("第[0-9]+行|数值", said)


@pytest.mark.parametrize(
    ("source", "asked_of"), [("县人社局.xlsx“Sheet1”C4", "县人社局"), ("上年自评报告正文", "")]
)
def test_only_who_can_be_asked_is_asked(tmp_path: Path, source: str, asked_of: str) -> None:
    """A source may be a report or a table; what is sent speaks of sheets, not of files."""
    package = desks.package(tmp_path, figures_csv=CONTRADICTS)
    found = replace(contradiction(package), department=source.partition(".")[0])
    asked = ask_about(package, found)
    assert asked.department == asked_of
    assert ".csv" not in asked.text


def test_what_a_department_has_not_sent(tmp_path: Path) -> None:
    package = desks.package(tmp_path, departments_csv="部门,期限,负责\n县委办,2023-11-10,会议\n")
    assert "11月10日前报来" in ask_for_missing(package, "县委办").text
    with pytest.raises(InputError, match="县委办"):
        ask_for_missing(package, "没有的局")


@pytest.mark.parametrize(
    ("key", "cells"),
    [
        ("培训.期数", (GridLocation("figures.csv", 2, "数值"),)),
        ("会议.常委会", (GridLocation("indicators.csv", 2, "数值"),)),
        ("没有.这个", ()),
    ],
)
def test_from_a_figure_to_its_cell(
    tmp_path: Path, key: str, cells: tuple[GridLocation, ...]
) -> None:
    assert cells_of(desks.package(tmp_path), key) == cells


def test_a_date_of_the_letter_is_in_the_settings(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    [cell] = cells_of(package, "公文.成文日期")
    shown = desks.settings_row(package, cell.row)
    assert (cell.sheet, cell.column, shown[2]) == ("report.yaml", "值", "signature.date")


def test_a_blank_figure_leads_to_where_it_is_to_be_filled(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    [cell] = cells_of(package, "会议.常务会")
    assert cell.sheet == "indicators.csv" and cell.row > 2


def test_the_packages_of_a_folder(tmp_path: Path) -> None:
    desks.package(tmp_path)
    (tmp_path / "坏的").mkdir()
    (tmp_path / "坏的" / "report.yaml").write_text("kind: 没有这种\n", encoding="utf-8")
    (tmp_path / "别的").mkdir()
    shutil.copytree(tmp_path / "清河-2022", tmp_path / "往年" / "清河-2022")
    lines = {line.name: line for line in home(tmp_path)}
    assert list(lines) == ["坏的", "往年/清河-2022", "清河-2022", "清河-2023"]
    assert (lines["清河-2023"].title, lines["清河-2023"].year) == ("清河县2023年", 2023)
    assert lines["清河-2023"].fault == "" and "report.yaml" in lines["坏的"].fault
    assert lines["坏的"].title == "坏的"


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        home(tmp_path / "没有")


def test_the_state_of_a_package(tmp_path: Path) -> None:
    package = desks.package(tmp_path, figures_csv=CONTRADICTS)
    found = state(package)
    errors = [item for item in findings(package) if item.severity == "错误"]
    assert found.errors == len(errors) > 0
    assert 0 < found.filled < found.total and found.faults == ()
    (package / "funds.csv").write_text(desks.FUNDS.replace(",5,", ",五,"), encoding="utf-8")
    assert [line.partition("：")[0] for line in state(package).faults] == [
        "funds.csv 第3行“金额”列"
    ]
