"""A table needs one description file and data, no code; what is wrong in either is said in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from support import invented
from support.making import row_texts

from generator.cli.main import main
from generator.jobs.compose import compose, gaps
from generator.jobs.tables import compose_tables
from generator.model.document import Document, Paragraph, Table, plain

DESCRIPTION = """\
# 捐赠明细表
records: 捐赠
orientation: landscape
unit_line: （单位：万元）
lines: ['填报单位：{{ place.name }}', '填表人：']
columns:
  - {heading: 序号, serial: true, align: center}
  - {heading: 捐赠方, field: 捐赠方}
  - {heading: 款物折价|资金, field: 资金, align: decimal, places: 2}
  - {heading: 款物折价|物资, field: 物资, align: decimal, places: 2, blank: —}
  - {heading: 日期, field: 日期, align: center}
groups:
  - {field: 类别, heading: '{大写序号}、{类别}（{计数}笔）', span: 2}
summaries: {资金: 合计}
total: 总计
notes: ['{{ year }}数据。']
"""
SCHEMA = """\
gifts:
  名称: 捐赠
  字段:
    键: 键
    类别: 选项 企业 个人 *
    捐赠方: 文字*
    资金: 数 万元
    物资: 数 万元
    日期: 日期
"""
GIFTS = """\
键,类别,捐赠方,资金,物资,日期
a,企业,东湖商贸公司,10,,2023-05-18
b,个人,@HYPERLINK("x"),0.5,3.25,6月1日
c,企业,"东湖书店
（连锁）",2.25,1,2023-07
"""
ONLY = DESCRIPTION.replace("records: 捐赠\n", "records: 捐赠\nonly: {类别: 企业}\n")
REPORT = invented.REPORT.replace("table: 年度统计表", "table: 捐赠明细表")


def written(
    folder: Path, description: str = DESCRIPTION, gifts: str = GIFTS, report: str = REPORT
) -> tuple[Path, Path]:
    """A package, and report kinds with one more record file and one more table."""
    kinds = invented.templates(folder / "kinds")
    with (kinds / invented.KIND / "records.yaml").open("a", encoding="utf-8") as schema:
        schema.write(SCHEMA)
    (kinds / invented.KIND / "tables" / "捐赠明细表.yaml").write_text(description, encoding="utf-8")
    return invented.package(folder / "package", report_yaml=report, gifts_csv=gifts), kinds


def table_of(document: Document) -> Table:
    """The only table of a document."""
    (found,) = (
        block
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Table)
    )
    return found


def test_a_new_table_needs_no_code(tmp_path: Path) -> None:
    made = compose_tables(*written(tmp_path)[:1], templates=written(tmp_path)[1])
    table = table_of(made.document)
    assert [row_texts(row) for row in table.rows] == [
        ["序号", "捐赠方", "款物折价", "日期"],
        ["↑", "↑", "资金", "物资", "↑"],
        ["一、企业（2笔）", "12.25", "", ""],
        ["1", "东湖商贸公司", "10.00", "—", "5月18日"],
        ["2", "东湖书店/（连锁）", "2.25", "1.00", "7月"],
        ["二、个人（1笔）", "0.50", "", ""],
        ["3", '@HYPERLINK("x")', "0.50", "3.25", "6月1日"],
        ["总计", "12.75", "", ""],
    ]
    (section,) = made.document.sections
    assert section.landscape
    paragraphs = {
        block.role: plain(block.text) for block in section.blocks if isinstance(block, Paragraph)
    }
    assert paragraphs["form_line"].split() == ["填报单位：清河县", "填表人："]
    assert (
        paragraphs["unit_line"] == "（单位：万元）"
        and paragraphs["source_note"] == "注：2023年数据。"
    )


def test_the_report_prints_the_same_table(tmp_path: Path) -> None:
    package, kinds = written(tmp_path)
    alone, inside = (
        compose_tables(package, templates=kinds),
        compose(package, templates=kinds),
    )
    assert table_of(alone.document) == table_of(inside.document)
    assert [section.landscape for section in inside.document.sections] == [False, True, False]


def test_only_rows_that_say_so_print(tmp_path: Path) -> None:
    package, kinds = written(tmp_path, ONLY)
    rows = table_of(compose_tables(package, templates=kinds).document).rows
    first = [row_texts(row)[1] for row in rows if row_texts(row)[0] in ("1", "2")]
    assert first == ["东湖商贸公司", "东湖书店/（连锁）"] and "二、" not in str(rows)


def test_the_places_own_heads_and_notes_win(tmp_path: Path) -> None:
    report = REPORT.replace(
        "table: 捐赠明细表}", "table: 捐赠明细表, heads: {捐赠方: 爱心人士}, notes: [], lines: []}"
    )
    package, kinds = written(tmp_path, report=report)
    document = compose_tables(package, templates=kinds).document
    assert row_texts(table_of(document).rows[0])[1] == "爱心人士"
    roles = [
        block.role
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]
    assert roles == ["unit_line"]


BAD_DESCRIPTIONS = [
    ("records unknown", "records: 捐赠", "records: 赠品", "records 写的“赠品”没有这种记录"),
    (
        "unknown column",
        "field: 捐赠方",
        "field: 捐赠者",
        "第8行：“捐赠方”列 field 写的“捐赠者”没有这一列，相近的是“捐赠方”",
    ),
    ("no field", "field: 捐赠方", "blank: 无", "“捐赠方”列要么写 field，要么写 serial: true"),
    ("unknown group", "{field: 类别", "{field: 类型", "groups 的 field 写的“类型”没有这一列"),
    (
        "unknown slot",
        "{计数}笔",
        "{笔数}笔",
        "里的“{笔数}”不认识。可用：类别、计数、序号、大写序号",
    ),
    (
        "group says nothing",
        "heading: '{大写序号}、{类别}（{计数}笔）', ",
        "",
        "没有写 heading 也没有写 foot",
    ),
    ("group covers a sum", "span: 2", "span: 3", "“资金”要汇总，却被“类别”的分组标题盖住"),
    ("span too wide", "span: 2", "span: 6", "span 是6，表只有5列"),
    ("sum of a text", "{资金: 合计}", "{日期: 合计}", "“日期”列不是数，不能合计"),
    ("sum of no column", "{资金: 合计}", "{金额: 合计}", "summaries 写的“金额”不是表里的列"),
    ("given by nobody", "{资金: 合计}", "{资金: 填报}", "“资金”由填报给出，但没有写 given"),
    (
        "unknown method",
        "{资金: 合计}",
        "{资金: 平均}",
        "第14行“summaries.资金”：写的是“平均”，应当是合计、种数、填报",
    ),
    ("only unknown", "total: 总计", "total: 总计\nonly: {类: 企业}", "only 写的“类”没有这一列"),
    ("given unknown", "total: 总计", "total: 总计\ngiven: 分组", "given 写的“分组”没有这种记录"),
    (
        "restart",
        "serial: true",
        "serial: true, restart: 捐赠方",
        "restart 写的“捐赠方”不是分组。可用：类别",
    ),
    (
        "widths",
        "field: 捐赠方",
        "field: 捐赠方, width: 210",
        "各列定宽共210毫米，另有4列不定宽，版心只有225毫米，放不下",
    ),
    ("width of nothing", "field: 捐赠方", "field: 捐赠方, width: 0", "columns.1.width"),
    ("width without end", "field: 捐赠方", 'field: 捐赠方, width: "inf"', "“inf”，应当是数"),
    (
        "unknown item",
        "total: 总计",
        "grand_total: 总计",
        "捐赠明细表.yaml 第15行“grand_total”：没有这一项，相近的是“total”",
    ),
    (
        "alignment",
        "align: decimal, places: 2, blank",
        "align: 居中, places: 2, blank",
        "第10行“columns.3.align”：写的是“居中”，应当是left、center、right、decimal",
    ),
    ("not YAML", "columns:", "columns: [", "第7行：方括号或花括号没有配对，或少了逗号"),
]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [case[1:] for case in BAD_DESCRIPTIONS],
    ids=[case[0] for case in BAD_DESCRIPTIONS],
)
def test_a_bad_description_is_told_in_one_line(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert old in DESCRIPTION
    lines = complaints(*written(tmp_path, DESCRIPTION.replace(old, new)))
    assert len(lines) == 1 and told in lines[0] and "捐赠明细表.yaml" in lines[0]


BAD_DATA = [
    (
        "number is text",
        {"gifts": GIFTS.replace("2.25", "两万")},
        "gifts.csv 第4行“资金”列：写的是“两万”，应当是数字",
    ),
    (
        "ragged row",
        {"gifts": GIFTS + "d,企业,某店,1,1,5月,多,了\n"},
        "gifts.csv 第5行：有8格，标题只有6列",
    ),
    ("column missing", {"gifts": "键,类别,资金\na,企业,1\n"}, "gifts.csv 第1行：缺少“捐赠方”列"),
    (
        "column unknown",
        {"gifts": GIFTS.replace("日期\n", "日子\n")},
        "gifts.csv 第1行：不认识的列“日子”",
    ),
    (
        "key twice",
        {"gifts": GIFTS.replace("\nb,", "\na,")},
        "gifts.csv 第3行“键”列：“a”在第2行已有",
    ),
    (
        "no such table",
        {"report": REPORT.replace("捐赠明细表}", "捐物明细表}")},
        "这种报告没有“捐物明细表”表",
    ),
    (
        "no such optional column",
        {"report": REPORT.replace("捐赠明细表}", "捐赠明细表, columns: [备注]}")},
        "“捐赠明细表”没有“备注”列",
    ),
    (
        "no such head",
        {"report": REPORT.replace("捐赠明细表}", "捐赠明细表, heads: {备注: 注}}")},
        "“捐赠明细表”没有“备注”列",
    ),
]


@pytest.mark.parametrize(
    ("files", "told"), [case[1:] for case in BAD_DATA], ids=[case[0] for case in BAD_DATA]
)
def test_bad_data_are_told_in_one_line(tmp_path: Path, files: dict[str, str], told: str) -> None:
    lines = complaints(*written(tmp_path, **files))
    assert any(told in line for line in lines)


def complaints(package: Path, kinds: Path) -> list[str]:
    """What the command says, a line each; nothing is written."""
    target = package.parent / "out.docx"
    words = ["tables", str(package), "-o", str(target), "--templates", str(kinds)]
    result = CliRunner().invoke(main, words)
    assert result.exit_code in (1, 2) and not target.exists()
    return result.stderr.strip().splitlines()


@pytest.mark.parametrize(("only", "found"), [("", 1), ("附件", 1), ("统计表", 1), ("附件9", 0)])
def test_one_table_can_be_asked_for(tmp_path: Path, only: str, found: int) -> None:
    package, kinds = written(tmp_path)
    target = str(tmp_path / "o.docx")
    words = ["tables", str(package), "-o", target, "--only", only, "--templates", str(kinds)]
    result = CliRunner().invoke(main, words)
    assert (result.exit_code, (tmp_path / "o.docx").exists()) == (
        (0, True) if found else (2, False)
    )
    assert (
        found
        or "没有“附件9”这张表。现有：附件（清河县2023年东西部协作年度统计表）" in result.stderr
    )


def test_a_blank_cell_of_a_required_column_is_a_gap(tmp_path: Path) -> None:
    description = DESCRIPTION.replace("places: 2, blank: —", "places: 2, required: true")
    package, kinds = written(tmp_path, description)
    draft = compose(package, templates=kinds)
    texts = [row_texts(row) for row in table_of(draft.document).rows]
    assert [row[3] for row in texts if "东湖商贸公司" in row] == ["【待补】"]
    assert [gap for gap in gaps(draft) if "捐赠[a].物资" in gap]
