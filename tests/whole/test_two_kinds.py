"""The two forms that every office writes, with YAML, CSV and templates alone: what they print, in sheets and regenerated."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from support import plainword, two_kinds

from generator.excel import write as workbook
from generator.figures.plaintext import plain_text
from generator.jobs.compose import compose
from generator.jobs.draft import write
from generator.jobs.regenerate import regenerate
from generator.jobs.tables import compose_tables
from generator.model.errors import NigaoError

DATE = dt.datetime(2023, 11, 27)
MARKS, REQUESTS = "indicators_of_project.csv", "requests.csv"


def lines(package: Path, kinds: Path) -> list[str]:
    return plain_text(compose(package, templates=kinds).document).splitlines()


def test_the_score_sheet(tmp_path: Path) -> None:
    printed = lines(two_kinds.scores(tmp_path / "包"), two_kinds.kinds(tmp_path / "kinds"))
    for line in (
        "项目综合得分91分。",  # 9.5 + 18 + 10 + 20 + 7.5 + 16 + 10
        "项目名称\t劳动力培训",
        "\t年度资金总额\t120.00\t114.00\t10\t95.00\t9.50",
        "\t其他资金\t5.00\t3.00\t—\t60.00\t—",
        "\t产出指标\t数量指标\t培训人次\t≥200\t180\t20\t18.00\t报名不足",
        "\t成本指标\t经济成本\t每人成本\t≤3\t4\t10\t7.50\t物价上涨",
        "\t效益指标\t社会效益\t就业能力\t有所提升\t基本达成\t20\t16.00\t",
        "\t合计\t90\t81.50\t",
        "注：得分最多是分值。",
    ):
        assert line in printed


def test_the_table_in_the_text(tmp_path: Path) -> None:
    printed = lines(two_kinds.openness(tmp_path / "包"), two_kinds.kinds(tmp_path / "kinds"))
    first = printed.index("本年新收申请16件，详见下表。")
    assert printed[first + 1 : first + 3] == ["表1　申请办理情况", "（单位：件）"]
    assert printed[first + 6] == "一、本年新收政府信息公开申请数量\t12\t3\t0\t1\t16"
    assert printed[printed.index("各项均已办结。") + 1] == "二、其他需要报告的事项"


def test_a_sheet_computes_what_the_page_says(tmp_path: Path) -> None:
    kinds = two_kinds.kinds(tmp_path / "kinds")
    data = workbook(compose_tables(two_kinds.scores(tmp_path / "包"), templates=kinds).document)
    formulas = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    wanted = {
        "G7": ("=G8+G9+G10", 120),
        "P7": ("=ROUND(MIN(M7,M7*J7/G7),2)", 9.5),
        "O14": ("=ROUND(MIN(N14,N14*IF(L14>=J14,1,MAX(0,L14/J14))),2)", 18),
        "O17": ("=ROUND(MIN(N17,N17*IF(L17<=J17,1,J17/L17)),2)", 7.5),
        "O20": ("=SUM(O14:O19)", 81.5),
        "O18": (16, 16),  # filed: no formula
    }
    assert {at: (formulas[at].value, values[at].value) for at in wanted} == wanted
    assert (formulas["J16"].value, formulas["J16"].number_format) == (95, '"≥"0"%"')


def test_the_tables_of_the_text_alone(tmp_path: Path) -> None:
    kinds = two_kinds.kinds(tmp_path / "kinds")
    data = workbook(compose_tables(two_kinds.openness(tmp_path / "包"), templates=kinds).document)
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    assert sheet.title == "申请情况" and sheet["A1"].value == "申请情况"
    assert "A3:C5" in {
        str(merged) for merged in sheet.merged_cells.ranges
    }  # the head of the labels
    assert sheet["H6"].value == 16


def changed(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert text.count(old) == 1, old
        return text.replace(old, new)

    return change


ROW = "新,产出指标,数量指标,培训天数,≥30,30,0,,\n"
ONE = "新,成本指标,经济成本,总成本,≤30,30,0,,\n"
LABEL = "三.2.9,三、本年度办理结果,（二）附加,,3,1,0,0,\n"
DATA = [
    (two_kinds.scores, MARKS, changed("≥200,180", "≥200,190")),
    (two_kinds.scores, MARKS, changed("\n班次,", f"\n{ROW}班次,")),
    (two_kinds.scores, MARKS, changed("\n人次,", f"\n{ROW}人次,")),
    (two_kinds.scores, MARKS, changed("\n增收,", f"\n{ONE}增收,")),
    (two_kinds.scores, "funds.csv", changed("上年结转资金,15", "上年结转资金,16")),
    (two_kinds.scores, "project.csv", changed("培训180人次", "培训190人次")),
    (two_kinds.openness, REQUESTS, changed("12,3,0,1,\n二", "13,3,0,1,\n二")),
    (two_kinds.openness, REQUESTS, changed("\n三.3.1,", f"\n{LABEL}三.3.1,")),
]


@pytest.mark.slow
@pytest.mark.parametrize(("make", "file", "work"), DATA)
def test_regenerated_as_drafted_anew(
    tmp_path: Path, make: Callable[[Path], Path], file: str, work: Callable[[str], str]
) -> None:
    """What people wrote beside the tables stays, the tables are those of a new draft, nothing is asked."""
    kinds, package, report = (
        two_kinds.kinds(tmp_path / "kinds"),
        make(tmp_path / "包"),
        tmp_path / "稿.docx",
    )
    write(compose(package, templates=kinds), report)
    data = package / file
    data.write_text(work(data.read_text(encoding="utf-8")), encoding="utf-8")
    draft = compose(package, templates=kinds)
    result = regenerate(draft, report, tmp_path / "新稿.docx", DATE)
    write(draft, tmp_path / "另稿.docx")
    edited = (tmp_path / "新稿.docx").read_bytes()
    assert plainword.accepted(edited) == plainword.accepted((tmp_path / "另稿.docx").read_bytes())
    assert plainword.rejected(edited) == plainword.accepted(report.read_bytes())
    assert plainword.merges_are_whole(edited) and not result.summary.conflicts


@pytest.mark.slow
def test_a_row_in_a_group_whose_last_column_is_merged(tmp_path: Path) -> None:
    """Its last cell is part of the one above: no column is missing, nothing is asked."""
    kinds = two_kinds.kinds(tmp_path / "kinds")
    (kinds / two_kinds.SCORES / "tables" / "清单.yaml").write_text(
        "records: 绩效指标\ncolumns:\n"
        "  - {heading: 一级, field: 一级, merge: true}\n"
        "  - {heading: 三级, field: 三级}\n"
        "  - {heading: 二级, field: 二级, merge: true}\n",
        encoding="utf-8",
    )
    settings = two_kinds.content(two_kinds.SCORES, "report.yaml").replace("自评表}", "清单}")
    package, report = two_kinds.scores(tmp_path / "包", report_yaml=settings), tmp_path / "稿.docx"
    write(compose(package, templates=kinds), report)
    data = package / MARKS
    data.write_text(
        data.read_text(encoding="utf-8").replace("\n班次,", f"\n{ROW}班次,"), encoding="utf-8"
    )
    result = regenerate(compose(package, templates=kinds), report, tmp_path / "新稿.docx", DATE)
    assert result.summary.added == 1 and not result.summary.conflicts


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("tables/指标.yaml", "达成度(指标值", "达成度(指标植", "里的“指标植”没有这一列。是不是“指标值”？"),
        ("tables/指标.yaml", "完成值))'", "完成值)'", "看不懂。请核对括号、引号和运算符"),
        ("tables/指标.yaml", "得分 <= 分值", "得分", "checks 写的“得分”不是两边的比较"),
        ("tables/资金.yaml", "'{总额} = {财政}", "'总额 = {财政}", "“总额”没有写在花括号里"),
        ("tables/资金.yaml", "field: 项, span: 4", "field: 项, span: 5", "“资金”占公共栅格17列，“概况”占16列，叠不起来"),
        ("tables/自评表.yaml", "- 概况", "- 概貌", "blocks 写的“概貌”没有这张表"),
        ("tables/目标.yaml", "head: true, span: 7}]", "head: true, span: 6}]", "rows 第2行各格的 span 共14列，第1行是13列"),
        ("tables/自评表.yaml", "blocks:", "columns:\n  - {heading: 甲, field: 指标}\nblocks:", "columns、rows、blocks 要写一个，只写一个"),
    ],
)  # fmt: skip
def test_faults_of_a_description_are_told(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    kinds = two_kinds.kinds(tmp_path / "kinds")
    path = kinds / two_kinds.SCORES / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(NigaoError) as error:
        compose(two_kinds.scores(tmp_path / "包"), templates=kinds)
    assert told in str(error.value) and "tables/" in str(error.value)
    assert len(str(error.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("table('申请')", "这种报告没有“申请”表，相近的是“申请情况”。现有：申请情况。"),
        ("table('申请情况') }}{{ table('申请情况')", "“申请情况”表前面已经印过"),
    ],
)
def test_faults_of_a_place_of_a_table_are_told(tmp_path: Path, call: str, told: str) -> None:
    kinds = two_kinds.kinds(tmp_path / "kinds")
    outline = kinds / two_kinds.OPENNESS / "report.md.j2"
    text = outline.read_text(encoding="utf-8")
    called = "table('申请情况', '申请办理情况', numbered=true)"
    outline.write_text(text.replace(called, call), encoding="utf-8")
    with pytest.raises(NigaoError, match=r"report\.md\.j2 第5行") as error:
        compose(two_kinds.openness(tmp_path / "包"), templates=kinds)
    assert told in str(error.value)


def test_a_column_of_keys_prints_values(tmp_path: Path) -> None:
    """With its places and unit; a number in a sheet; a key that nobody holds is told."""
    kinds = two_kinds.kinds(tmp_path / "kinds")
    folder = kinds / two_kinds.OPENNESS
    with (folder / "records.yaml").open("a", encoding="utf-8") as schema:
        schema.write("lines:\n  名称: 要目\n  字段: {键: 键, 名: 文字, 数键: 指标键}\n")
    (folder / "tables" / "要目表.yaml").write_text(
        "records: 要目\ncolumns:\n  - {heading: 名, field: 名}\n  - {heading: 数, field: 数键}\n"
        "summaries: {数键: 合计}\ntotal: 合计\n",
        encoding="utf-8",
    )
    settings = two_kinds.content(two_kinds.OPENNESS, "report.yaml")
    settings += "appendices:\n- {name: 要目, table: 要目表}\n"
    files = {
        "report_yaml": settings,
        "figures_csv": "键,名称,数值,单位,小数位\n数.一,一,93.5,分,2\n数.二,二,6,分,2\n",
        "lines_csv": "键,名,数键\na,一,数.一\nb,二,数.二\n",
    }
    package = two_kinds.openness(tmp_path / "包", **files)
    printed = lines(package, kinds)
    assert "一\t93.50分" in printed and "二\t6.00分" in printed
    data = workbook(compose_tables(package, "要目", templates=kinds).document)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    cells = {
        cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value is not None
    }
    assert 93.5 in cells and cells[93.5].number_format == '0.00"分"'
    (package / "lines.csv").write_text("键,名,数键\na,一,数.三\n", encoding="utf-8")
    with pytest.raises(NigaoError, match=r"lines\.csv 第2行“数键”列：键“数.三”哪里都没有"):
        compose(package, templates=kinds)
