"""``nigao status``: counts that add up with trace, who owes what, what vanished; ``--strict`` says what is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from support import invented

from generator.cli.main import main
from generator.jobs.compose import compose
from generator.jobs.status import as_json, as_text, missing, status, summary
from generator.jobs.trace import trace
from generator.model.errors import DataError
from generator.report.trace import filled, unplaced

FORM = """\
代码,数值,来源
1.1.1,3,县委办
1.1.2,,县委办
2.1.1,6,县人社局
2.1.1.1,80,县人社局
2.1.4,,县人社局
"""
FIGURES = (
    "键,名称,数值,单位,来源\n招聘.公告,招聘公告,,次,县人社局\n没用上,没用上的数,5,个,县财政局\n"
)
DEPARTMENTS = (
    "部门,负责,联系人,电话,期限\n"
    "县人社局,劳务培训.*、招聘.*,王明,0931-123,2023-11-10\n"
    "县财政局,资金、4.2*、资金.*,李红,,11月12日\n"
    "县委办,text/lead、会议.*,,,\n"
)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package that is filled in part."""
    return invented.package(
        tmp_path / "清河",
        indicators_csv=FORM,
        figures_csv=FIGURES,
        departments_csv=DEPARTMENTS,
        text__problems_md="问题。",
    )


def test_the_counts_add_up_with_trace(package: Path) -> None:
    draft = compose(package)
    state = status(package).status
    there = list(filled(draft.dataset))
    nowhere = unplaced(draft.dataset, draft.kind, draft.document)
    assert len(state.of("printed")) + len(state.of("unprinted")) == len(there) == 4
    assert [item.what for item in state.of("unprinted")] == [item.what for item in nowhere]
    assert f"没有印的：{len(nowhere)}项" in trace(package).remarks
    blank = [row for row in draft.dataset.indicators if not row.form.is_heading]
    cells = [item for item in state.of("missing") if item.source.file == "indicators.csv"]
    assert len(cells) == len(blank) - 3
    assert sum(sum(row.values()) for row in json.loads(as_json(status(package)))["sections"].values()) == len(state.items)  # fmt: skip


def test_every_gap_of_the_report_is_among_what_is_missing(package: Path) -> None:
    state = status(package).status
    gaps = {item.what for item in state.of("missing") if item.gap}
    assert gaps >= {"text/lead", "text/next_steps", "就业.合计"}
    labels = {item.what: item.label for item in state.of("missing")}
    assert labels["text/lead"] == "导语"
    sections = {item.what: item.section for item in state.of("missing")}
    assert sections["就业.合计"].endswith("（二）助力巩固拓展脱贫攻坚成果")
    assert sections["会议.常务会"] == "统计表／一、组织领导"


def test_departments_owe_what_their_patterns_mean_else_what_their_rows_say(package: Path) -> None:
    owners = {item.what: item.department for item in status(package).status.items}
    assert owners["劳务培训.期数"] == "县人社局"
    assert owners["招聘.公告"] == "县人社局"
    assert owners["资金"] == "县财政局"  # the record file, by its name
    assert owners["资金.财政.总额"] == "县财政局"
    assert owners["text/lead"] == "县委办"
    assert owners["没用上"] == "县财政局"  # its 来源
    assert owners["园区.数"] == ""


def test_what_vanished_is_named_with_the_keys_it_waits_for(package: Path) -> None:
    vanished = {item.block: item.keys for item in status(package).status.vanished}
    assert "车间.数" in vanished["帮扶车间"]
    assert "就业" not in vanished  # a sentence on the training is there
    assert not [block for block in vanished if block.startswith("题_")]


def test_status_always_leaves_with_0_and_prints_tables(package: Path) -> None:
    result = CliRunner().invoke(main, ["status", str(package)])
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "部分\t已印\t填了没印\t缺"
    assert "县人社局\t王明 0931-123\t2023-11-10\t2\t0\t3" in lines
    assert any(line.startswith("检查：错误") for line in lines)
    found = json.loads(
        CliRunner().invoke(main, ["status", str(package), "--format", "json"]).stdout
    )
    assert found["counts"]["unprinted"] == 1
    assert [item["department"] for item in found["departments"]] == [
        "县人社局",
        "县财政局",
        "县委办",
    ]
    assert found["departments"][1]["due"] == "2023-11-12"


def test_the_end_of_a_draft_counts(package: Path) -> None:
    state = status(package).status
    line = summary(compose(package))
    assert line == (
        f"数据包：填了没有印的 1 项，缺 {len(state.of('missing'))} 项（详见 nigao status）"
    )
    words = ["draft", str(package), "-o", str(package.parent / "稿.docx")]
    assert line in CliRunner().invoke(main, words).stdout.splitlines()


def test_a_faulty_department_is_a_fault_with_its_row(tmp_path: Path) -> None:
    departments = "部门,负责,期限\n,甲,\n县委办,乙,二月\n"
    package = invented.package(
        tmp_path / "清河", departments_csv=departments, indicators_csv="代码,数值\n"
    )
    with pytest.raises(DataError) as caught:
        status(package)
    assert [str(problem) for problem in caught.value.problems] == [
        "departments.csv 第2行“部门”列：这一格不能空。请填写，或删去整行。",
        "departments.csv 第3行“期限”列：写的是“二月”，应当是日期。请写成 2023-05-18 或 5月18日。",
    ]


OUTLINE = "{% block 甲 required %}\n就业{{ f('就业.合计') }}。\n{% endblock %}\n"


def kinds(folder: Path, required: str = "") -> Path:
    """The five-row form, the row of that code being 必填."""
    folder = invented.templates(folder)
    rows = [
        line
        + (",必填" if number == 0 else ",是" if required and line.startswith(required) else ",")
        for number, line in enumerate(invented.CATALOGUE.splitlines())
    ]
    catalogue = folder / invented.KIND / "catalogue" / "2023.csv"
    catalogue.write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / invented.KIND / "report.md.j2").write_text(OUTLINE, encoding="utf-8")
    return folder


def test_strict_stops_at_a_gap_and_counts_the_other_blanks(tmp_path: Path) -> None:
    form = "代码,数值,来源\n1.1.1,,县人社局\n1.1.2,80,\n1.2,,县委办\n"
    package = invented.package(tmp_path / "清河", indicators_csv=form)
    with pytest.raises(DataError) as caught:
        compose(package, strict=True, templates=kinds(tmp_path / "kinds"))
    first, *_, last = (str(problem) for problem in caught.value.problems)
    assert "缺“就业.合计”（【待补：" in first and "在“标题前”" in first
    assert last.startswith("另有空着的")
    assert "统计表／一、就业和企业2项" in last and "县人社局1项、" in last


@pytest.mark.parametrize(("required", "stops"), [("1.2", True), ("1.1.2", False), ("", False)])
def test_strict_stops_at_a_blank_only_where_the_catalogue_says_so(
    tmp_path: Path, required: str, stops: bool
) -> None:
    form = "代码,数值,来源\n1.1,=,\n1.1.1,120,\n1.1.2,80,\n1.2,,县委办\n"
    package = invented.package(tmp_path / "清河", indicators_csv=form)
    templates = kinds(tmp_path / "kinds", required)
    if stops:
        with pytest.raises(DataError) as caught:
            compose(package, strict=True, templates=templates)
        assert str(caught.value.problems[0]) == (
            "indicators.csv 第5行“数值”列：必填的“1.2 2.是否出台政策”没有填，"
            "在“统计表／一、就业和企业”，归县委办。请在数据里补上，或不用 --strict 先出稿。"
        )
    else:
        draft = compose(package, strict=True, templates=templates)
        lines = missing(draft).splitlines()
        assert "  按部门：县委办 1，（没有写明部门） " in "\n".join(lines)
        assert any("1.2 2.是否出台政策" in line for line in lines)
        assert "【必填】" not in as_text(status(package, templates=templates))
