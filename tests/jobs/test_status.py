"""``nigao status``: what is filled, missing, filled and not printed; it adds up with ``nigao trace``."""

from __future__ import annotations

import datetime as dt
import json
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import astuple
from support import invented
from support.commands import run
from support.packages import ROOT

from generator.jobs.compose import compose
from generator.jobs.draft import NotReadyError, draft
from generator.jobs.status import Status, status
from generator.jobs.trace import trace
from generator.report.trace import gaps, printed_sources

NOW = dt.datetime(2023, 11, 27)
FIGURES = (
    "键,名称,数值,单位,公式,来源\n"
    "会议.专题会,专题会议,3,次,,县委办\n"
    "招聘.公告,发布招聘公告,,次,,县人社局\n"
    "备用,备用的数,9,个,,\n"
)
FORM = "代码,数值,来源\n1.1.1,2,县委办\n2.1.1,,县人社局\n2.1.1.1,,\n"
FUNDS = "键,名称,金额,用途,方向,列示,项目数\n大棚,蔬菜大棚,1286,产业,产业开发,逐项,2\n"
DEPARTMENTS = (
    "部门,联系人,电话,期限,负责\n县财政局,李四,0943-1,2023-11-10,funds.csv、资金\n县委办,,,,text/\n"
)
TEXTS: dict[str, str | bytes | None] = {
    "text__lead_md": "清河县{{ f('会议.常委会') }}。\n",
    "text__problems_md": "共{{ f('资金.财政.总额') }}。\n",
}


@pytest.fixture
def half(tmp_path: Path) -> Path:
    """A package of which some is filled and some is not."""
    return invented.package(
        tmp_path / "清河",
        indicators_csv=FORM,
        figures_csv=FIGURES,
        funds_csv=FUNDS,
        departments_csv=DEPARTMENTS,
        **TEXTS,
    )


def missing(state: Status) -> dict[str, tuple[str, str, bool]]:
    """Section, department and whether it is required of each thing that is not filled."""
    return {
        item.entry.what: (item.section, item.department, item.entry.required)
        for item in state.progress.missing
    }


def test_what_is_missing_where_and_who_owes_it(half: Path) -> None:
    there = missing(status(half))
    work = "年度任务完成情况"
    recruiting = f"{work}／助力巩固拓展脱贫攻坚成果／组织农村劳动力就业情况"
    assert there["招聘.公告"] == (recruiting, "县人社局", False)
    assert there["招聘.推送企业"] == (
        recruiting,
        "（没有写明）",
        False,
    )  # no row, named by the kind
    assert there["劳务培训.期数"] == (recruiting, "县人社局", False)  # 2.1.1 of the form
    assert there["资金.财政.总额"][1:] == ("县财政局", True)
    assert there["text/innovations.md"] == ("工作创新情况", "县委办", True)
    assert there["visits.csv"] == (f"{work}／组织领导／工作对接情况", "（没有写明）", False)
    assert "funds.csv" not in there and "备用" not in there


def test_what_is_filled_and_not_printed(half: Path) -> None:
    unprinted = {item.entry.what: item for item in status(half).progress.unprinted}
    assert unprinted["备用"].section == "（提纲没有用到）"
    assert unprinted["备用"].unprinted == "提纲和本地文字都没有用到它"
    assert "会议.专题会" not in unprinted


def test_a_text_that_nothing_prints_is_one_of_them(half: Path) -> None:
    (half / "text" / "closing.md").write_text("完。\n", encoding="utf-8")
    assert "text/closing.md" in {item.entry.what for item in status(half).progress.unprinted}
    assert "  text/closing.md\ttext/closing.md\t提纲和本地文字都没有用到它\n" in trace(half).remarks


def test_blocks_that_vanished_say_what_they_lack(half: Path) -> None:
    vanished = {block.block: block for block in status(half).progress.vanished}
    assert vanished["互访"].lacks[-1] == "互访"
    assert vanished["项目带动"].section == "年度任务完成情况／加强区域协作／项目带动情况"
    assert {"带动.农村人口", "带动.就业"} <= set(vanished["项目带动"].lacks)
    assert "会议" not in vanished and "存在问题" not in vanished


def test_who_owes_a_gap_of_a_sum_owes_what_it_is_made_of(half: Path) -> None:
    (half / "text" / "lead.md").write_text("共{{ f('就业.合计') }}。\n", encoding="utf-8")
    with (half / "departments.csv").open("a", encoding="utf-8") as file:
        file.write("县就业局,,,,就业.省内\n")
    with (half / "indicators.csv").open("a", encoding="utf-8") as file:
        file.write("2.1.3.1,12,县人社局\n")
    owners = {gap.key: gap.department for gap in status(half).progress.gaps}
    assert owners["就业.合计"] == "县就业局"


def test_a_gap_that_stands_twice_is_counted_where_it_stands(half: Path) -> None:
    (half / "text" / "lead.md").write_text("共{{ f('资金.财政.总额') }}。\n", encoding="utf-8")
    sections = [gap.section for gap in status(half).progress.gaps if gap.key == "资金.财政.总额"]
    assert {"（标题前）", "当前存在问题"} <= set(sections)


def test_a_required_part_that_says_nothing_is_a_gap_of_its_section(half: Path) -> None:
    sections = {gap.key: gap.section for gap in status(half).progress.gaps}
    assert sections["提纲/加强区域协作"] == "年度任务完成情况／加强区域协作"


def test_a_text_of_an_appendix_is_missing_there(half: Path, tmp_path: Path) -> None:
    case = "appendices:\n- {name: 典型案例, parts: [{title: [产业], text: case_1}]}\n- {name"
    report = invented.REPORT.replace("appendices:\n- {name", case)
    (half / "report.yaml").write_text(report, encoding="utf-8")
    assert missing(status(half))["text/case_1.md"] == ("附件1", "县委办", True)
    lines = run("draft", half, "--strict", "-o", tmp_path / "稿.docx")[1]
    assert any(line.startswith("错误：text/case_1.md：缺“text/case_1”") for line in lines)


def test_a_text_that_is_only_guidance_is_not_written(half: Path) -> None:
    (half / "text" / "innovations.md").write_text("{# 写做法。 #}\n", encoding="utf-8")
    assert missing(status(half))["text/innovations.md"] == ("工作创新情况", "县委办", True)


def test_a_word_of_departments_that_nothing_is_called_is_told(half: Path) -> None:
    with (half / "departments.csv").open("a", encoding="utf-8") as file:
        file.write("县医保局,,,,医保\n")
    [(department, word)] = status(half).progress.unknown
    assert (department.name, word) == ("县医保局", "医保")


def test_a_form_that_is_not_printed_asks_for_what_the_outline_asks(half: Path) -> None:
    (half / "report.yaml").write_text(
        re.sub(r"appendices:\n- .*\n", "", invented.REPORT), encoding="utf-8"
    )
    there = missing(status(half))
    assert "劳务培训.期数" in there and "规划.十四五" not in there


def packages(folder: Path) -> Iterator[Path]:
    """The packages of the project as they are, and with every third filled cell of the form blank."""
    for source in sorted(path.parent for path in (ROOT / "data").glob("*/report.yaml")):
        yield source
        copy = folder / source.name
        shutil.copytree(source, copy)
        form = copy / "indicators.csv"
        if form.exists():
            rows = form.read_text(encoding="utf-8-sig").split("\n")
            chance = random.Random(source.name)
            blank = [re.sub(r"^([^,]*,[^,]*),\d+,", r"\1,,", row) for row in rows]
            mixed = [pair[chance.random() < 0.3] for pair in zip(rows, blank, strict=True)]
            form.write_text("\n".join(mixed), encoding="utf-8")


@pytest.mark.slow
def test_the_counts_add_up_with_trace(tmp_path: Path) -> None:
    for package in packages(tmp_path):
        state, traced, composed = status(package), trace(package), compose(package)
        progress = state.progress
        told = re.search(r"没有印的：(\d+)项", traced.remarks)
        assert progress.counts.unprinted == (int(told[1]) if told else 0)
        printed = printed_sources(composed.document)
        filled = {item.entry.source for item in progress.assigned if item.entry.filled}
        unprinted = {item.entry.source for item in progress.unprinted}
        assert filled - unprinted == filled & printed.keys()
        assert progress.counts.gaps == len(gaps(composed.document))
        sections = [progress.of_section(name) for name in progress.sections]
        departments = [progress.of_department(name) for name in progress.departments]
        total = astuple(progress.counts)
        assert tuple(map(sum, zip(*map(astuple, sections), strict=True)))[:5] == total[:5]
        assert tuple(map(sum, zip(*map(astuple, departments), strict=True)))[:5] == total[:5]


def test_as_json(half: Path) -> None:
    code, lines, printed = run("status", half, "--format", "json")
    content = json.loads(printed)
    assert (code, lines, content["faults"]) == (0, [], [])
    assert content["counts"]["missing"] == len(content["missing"])
    assert content["counts"]["unprinted"] == len(content["unprinted"])
    first = content["departments"][0]
    assert (first["department"], first["due"], first["contact"]) == (
        "县财政局",
        "2023-11-10",
        "李四",
    )
    owed = [item for item in content["missing"] if item["what"] == "text/innovations.md"]
    assert [(item["department"], item["required"], item["row"]) for item in owed] == [
        ("县委办", True, None)
    ]


def test_as_text(half: Path) -> None:
    code, lines, printed = run("status", half)
    assert (code, lines) == (0, [])
    assert printed.startswith("数据：未填 ") and f"详见 nigao check {half}" in printed
    for title in ("\n按部分\n", "\n按部门\n", "\n未填（", "\n待补（", "\n没有印出的段落（"):
        assert title in printed
    assert "县财政局\t2023-11-10\t李四\t0943-1\t" in printed


def test_faulty_data_are_listed_and_no_failure(half: Path) -> None:
    (half / "indicators.csv").write_text("代码,数值\n1.1.1,二\n9.9,3\n", encoding="utf-8")
    code, lines, printed = run("status", half)
    assert (code, lines) == (0, []) and "\n数据有错，改正以后才能往下看\n" in printed
    assert (
        "indicators.csv 第2行“数值”列\t" in printed and "indicators.csv 第3行“代码”列\t" in printed
    )
    assert len(json.loads(run("status", half, "--format", "json")[2])["faults"]) == 2


def test_faults_as_json_have_their_further_cells_and_readings(half: Path) -> None:
    both = FIGURES.replace(",3,次", ",1，2，34,次").replace(",9,个", ",1，2，34,个")
    (half / "figures.csv").write_text(both, encoding="utf-8")
    _, _, printed = run("status", half, "--format", "json")
    [fault] = json.loads(printed)["faults"]
    assert (fault["row"], fault["column"]) == (2, "数值")
    assert fault["others"] == [{"row": 4, "column": "数值", "written": "1，2，34"}]
    assert fault["readings"] == [{"meaning": "是3个数：1、2、34", "text": None}]


def test_what_cannot_be_read_is_a_failure(half: Path) -> None:
    assert run("status", half / "没有")[0] == 2
    (half / "report.yaml").unlink()
    assert run("status", half)[0] == 2


@pytest.mark.slow
def test_a_workbook_names_its_sheets(half: Path, tmp_path: Path) -> None:
    book = tmp_path / "清河.xlsx"
    assert run("workbook", half, "-o", book)[0] == 0
    folder, workbook = status(half).progress, status(book).progress
    assert workbook.counts == folder.counts
    printed = run("status", book)[2]
    assert "工作表“数据” 第3行“数值”" in printed and "figures.csv 第3行" not in printed
    told = json.loads(run("status", book, "--format", "json")[2])
    places = {item["what"]: (item["file"], item["sheet"], item["row"]) for item in told["missing"]}
    assert places["招聘.公告"] == ("清河.xlsx", "数据", 3)
    assert not any(gap["source"]["file"].endswith(".csv") for gap in told["gaps"])


def test_a_draft_ends_with_what_is_missing(half: Path, tmp_path: Path) -> None:
    state = status(half).progress.counts
    code, _, printed = run("draft", half, "-o", tmp_path / "稿.docx")
    assert code == 0 and printed.splitlines()[-1] == (
        f"数据：未填 {state.missing} 项（其中必填 {state.required} 项）、"
        f"已填未印 {state.unprinted} 项，详见 nigao status {half}"
    )


def test_strict_says_what_is_missing_by_section_and_department(half: Path, tmp_path: Path) -> None:
    target = tmp_path / "稿.docx"
    code, lines, printed = run("draft", half, "--strict", "-o", target)
    assert code == 1 and not target.exists()
    assert "\n按部分\n" in printed and "\n按部门\n" in printed and "\n未填（" in printed
    assert any(
        line.startswith("错误：report.md.j2 第") and "在“工作创新情况”，由县委办负责" in line
        for line in lines
    )
    assert any("由县财政局负责（2023-11-10前）" in line for line in lines)
    assert not any("[待补]" in line for line in lines)


OUTLINE = """\
{% block 题 %}
# 就业
{% endblock %}
{% block 就业 %}
就业{{ f('就业.合计') }}{% call clause() %}，出台政策{{ f('政策.出台') }}{% endcall %}。
{% endblock %}
"""


def kinds(folder: Path, required: str = "") -> Path:
    """The five-row form with a small outline; the row of that code is 必填."""
    invented.templates(folder)
    head, *rows = invented.CATALOGUE.splitlines()
    marked = [f"{row},{'是' if required and row.startswith(required) else ''}" for row in rows]
    catalogue = folder / invented.KIND / "catalogue" / "2023.csv"
    catalogue.write_text("\n".join((f"{head},必填", *marked, "")), encoding="utf-8")
    invented.outline(folder, OUTLINE)
    return folder


@pytest.mark.parametrize("required", ["", "1.1.2", "1.2,"])
def test_strict_stops_at_a_blank_only_where_it_is_required(tmp_path: Path, required: str) -> None:
    form = "代码,数值,来源\n1.1,=,\n1.1.1,120,\n1.1.2,80,\n1.2,,县委办\n"
    package = invented.package(tmp_path / "清河", indicators_csv=form)
    templates, target = kinds(tmp_path / "kinds", required), tmp_path / "稿.docx"
    [blank] = status(package, templates=templates).progress.missing
    assert (blank.entry.what, blank.section, blank.department) == ("政策.出台", "就业", "县委办")
    assert blank.entry.required == (required == "1.2,")
    if not blank.entry.required:
        draft(package, target, date=NOW, strict=True, templates=templates)
        assert target.exists()
        return
    with pytest.raises(NotReadyError) as caught:
        draft(package, target, date=NOW, strict=True, templates=templates)
    assert [str(problem) for problem in caught.value.problems] == [
        "indicators.csv 第5行“数值”列：必填的“1.2 2.是否出台政策”还空着，"
        "在“就业”，由县委办负责。请填上，或不用 --strict 先出稿。"
    ]
    assert caught.value.status.progress.counts.missing == 1 and not target.exists()


def test_a_blank_hides_no_value_and_is_not_missing(half: Path) -> None:
    with (half / "figures.csv").open("a", encoding="utf-8") as file:
        file.write("会议.常委会,常委会,,次,,\n")
    assert "会议.常委会" not in missing(status(half))
