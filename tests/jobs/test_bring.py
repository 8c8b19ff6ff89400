"""``nigao bring``: proposed, confirmed, taken, kept for next year."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from support import brought
from support.commands import run

from generator.jobs.bring import bring

SCHOOLS = [
    ("青禾县2023年学校协作情况表", None, None),
    ("指标", "单位", "数值"),
    ("参与结对的东部学校数", "所", 6),
    ("结对东部医院数", "家", 2),
]


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return brought.package(tmp_path)


def workbook(path: Path, rows: list[tuple[str | int | None, ...]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path)
    return path


def test_a_proposal_writes_nothing_and_asks(county: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in county.iterdir()}
    status, errors, output = run("bring", county, workbook(tmp_path / "教育局.xlsx", SCHOOLS))
    assert (status, errors) == (1, [])
    assert "   1  可取  参与结对的东部学校数 6所 → 1.3.2 2.参与结对的东部学校数：6所" in output
    assert "   2  请定  结对东部医院数 2家 → 1.3.3 3.参与结对的东部医院数：2家" in output
    assert "共 2 项：可取 1，请定 1\n没有写；要写请加 --take" in output
    assert {path.name: path.read_bytes() for path in county.iterdir()} == before


@pytest.mark.slow
@pytest.mark.parametrize("name", ["funds.xlsx", "部门/教育局.xlsx", "教育局.csv"])
def test_a_table_that_lies_in_the_package_is_read_and_not_told_as_unread(
    county: Path, name: str
) -> None:
    sheet = county / name
    sheet.parent.mkdir(exist_ok=True)
    if name.endswith(".csv"):
        sheet.write_text("指标,单位,数值\n参与结对的东部学校数,所,6\n", encoding="utf-8")
    else:
        workbook(sheet, SCHOOLS)
    (county / "别的.xlsx").write_bytes(b"")
    _, errors, output = run("bring", county, sheet, "--take")
    assert errors == [
        "提醒：别的.xlsx：没有读这个文件。数据包里没有这个名字的文件；写错了名字请改正，不要的请移走。"
    ]
    assert "1.3.2 2.参与结对的东部学校数：6所" in output and "已写进 indicators.csv" in output


@pytest.mark.slow
def test_taking_writes_what_is_certain_and_what_was_confirmed(county: Path, tmp_path: Path) -> None:
    sheet = workbook(tmp_path / "教育局.xlsx", SCHOOLS)
    status, _, output = run("bring", county, sheet, "--take")
    assert status == 1
    assert "已写进 indicators.csv、mapping.yaml\n原来的另存为 indicators.csv.bak" in output
    form = (county / "indicators.csv").read_text(encoding="utf-8")
    assert "1.3.2,2.参与结对的东部学校数,6,教育局.xlsx“Sheet”C3\n4.2.1.2,,=,\n" in form
    assert (county / "indicators.csv.bak").read_text(encoding="utf-8") == brought.FORM
    status, _, _ = run("bring", county, sheet, "--take", "--confirm", "2")
    assert status == 0
    assert "\n1.3.3,3.参与结对的东部医院数,2," in (county / "indicators.csv").read_text("utf-8")
    status, _, output = run("bring", county, sheet)
    assert (status, "共 2 项：已有 2" in output) == (0, True)


def test_a_figure_keeps_its_department_and_gets_its_qualifier(county: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "就业局.csv"
    sheet.write_text("指标,数值\n招聘活动,8场\n发布招聘公告,约20次\n", encoding="gb18030")
    assert bring(county, [sheet], take=True).written == ("figures.csv", "mapping.yaml")
    figures = (county / "figures.csv").read_text(encoding="utf-8")
    assert "招聘.场次,招聘活动,8,场,,,县人社局\n" in figures
    assert "招聘.公告,发布招聘公告,20,次,约,,就业局.csv B3\n" in figures


@pytest.mark.slow
def test_next_year_the_mapping_settles_what_was_asked(county: Path, tmp_path: Path) -> None:
    sheet = workbook(tmp_path / "教育局.xlsx", SCHOOLS)
    bring(county, [sheet], take=True, confirmed={2: ""})
    mapping = (county / "mapping.yaml").read_text(encoding="utf-8")
    assert "放到: 结对.医院\n  取自: 教育局.xlsx“Sheet”C4\n" in mapping
    year = tmp_path / "青禾-2024"
    brought._write(year, 2024, {"mapping.yaml": mapping})
    rows = [("青禾县2024年学校协作情况表", None, None), *SCHOOLS[1:3], ("结对东部医院数", "家", 3)]
    later = bring(year, [workbook(tmp_path / "新.xlsx", rows)])
    assert not later.needs_person


def test_the_table_of_a_word_file(county: Path, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("青禾县2023年度东西部协作年度统计表")
    rows = [
        ("指标", "单位", "数值"),
        ("3.援建帮扶车间数", "个", "14"),
        ("吸纳农村劳动力就业数", "人", "420"),
        ("其中：脱贫劳动力数", "人", "300"),
    ]
    table = document.add_table(rows=len(rows), cols=3)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    file = tmp_path / "统计表.docx"
    document.save(str(file))
    assert bring(county, [file], take=True).written == ("indicators.csv", "mapping.yaml")
    form = (county / "indicators.csv").read_text(encoding="utf-8")
    assert "3.3.1.1,其中：脱贫劳动力数,300,统计表.docx“表1”C4\n" in form


def test_a_word_file_with_tables_of_other_things(county: Path, tmp_path: Path) -> None:
    document = Document()
    document.add_table(rows=1, cols=2).cell(0, 0).text = "抄送：各乡镇"
    document.add_paragraph("附件2：")
    document.add_paragraph("青禾县2023年统计表")
    table = document.add_table(rows=2, cols=3)
    for at, text in enumerate(("指标", "单位", "数值", "援建帮扶车间数", "个", "14")):
        table.cell(at // 3, at % 3).text = text
    file = tmp_path / "报告.docx"
    document.save(str(file))
    result = bring(county, [file])
    assert [part.title for part in result.proposal.sheets] == ["报告", "青禾县2023年统计表"]
    assert not result.needs_person


@pytest.mark.slow
def test_a_package_that_is_a_workbook(county: Path, tmp_path: Path) -> None:
    book = tmp_path / "青禾.xlsx"
    assert run("workbook", county, "-o", book)[0] == 0
    sheet = workbook(tmp_path / "教育局.xlsx", SCHOOLS[:3])
    taken = bring(book, [sheet], take=True)
    assert (taken.written, taken.kept) == (("青禾.xlsx",), ("青禾.xlsx.bak",))
    status, _, output = run("bring", book, sheet)
    assert (status, "共 1 项：已有 1" in output) == (0, True)


def test_a_table_that_would_make_the_package_faulty_is_not_written(
    county: Path, tmp_path: Path
) -> None:
    (county / "indicators.csv").write_text("代码;数值\n1.1.3;5\n", encoding="utf-8")
    sheet = workbook(tmp_path / "教育局.xlsx", SCHOOLS[:3])
    status, errors, _ = run("bring", county, sheet, "--take")
    assert status == 1
    assert "indicators.csv" in errors[0]
    assert not (county / "mapping.yaml").exists()


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        (
            "表.xls",
            b"\xd0\xcf\x11\xe0",
            "表.xls：不是能取数的文件。请另存为 .xlsx、.csv 或 .docx。",
        ),
        ("表.pdf", b"%PDF-1.4", "表.pdf"),
        ("表.xlsx", b"PK", "表.xlsx：不是能读的 .xlsx 工作簿，或者已经损坏。"),
        ("表.csv", '指标,数值\n学校,"6\n'.encode(), "表.csv 第2行"),
    ],
)
def test_what_cannot_be_read(
    county: Path, tmp_path: Path, name: str, data: bytes, line: str
) -> None:
    (tmp_path / name).write_bytes(data)
    status, errors, output = run("bring", county, tmp_path / name)
    assert (status, output) == (2, "")
    assert line in errors[0]


def test_wrong_calls(county: Path, tmp_path: Path) -> None:
    sheet = workbook(tmp_path / "教育局.xlsx", SCHOOLS)
    assert run("bring", county)[0] == 2
    assert run("bring", county, tmp_path / "没有.xlsx")[0] == 2
    status, errors, _ = run("bring", county, sheet, "--confirm", "二")
    assert (status, "--confirm 写成了“二”" in " ".join(errors)) == (2, True)
    status, errors, _ = run("bring", county, sheet, "--confirm", "9")
    assert (status, "没有第9项可定" in errors[0]) == (2, True)


def test_an_empty_workbook_offers_nothing(county: Path, tmp_path: Path) -> None:
    stream = io.BytesIO()
    Workbook().save(stream)
    (tmp_path / "空.xlsx").write_bytes(stream.getvalue())
    status, _, output = run("bring", county, tmp_path / "空.xlsx")
    assert (status, output.splitlines()[0]) == (1, "空.xlsx：没有填了东西的表")


STRUCK: dict[str, tuple[tuple[tuple[str, str], ...], str]] = {
    # the runs of a cell with what is set of their font; what is read
    "nothing": ((("6", ""),), "可取  参与结对的东部学校数 6所 → 1.3.2"),
    "the old number": ((("3", "strike"), ("6", "")), "可取  参与结对的东部学校数 6所 → 1.3.2"),
    "by two lines": ((("3", "double_strike"), ("6", "")), "可取  参与结对的东部学校数 6所 → 1.3.2"),
    "a digit": ((("6", ""), ("6", "strike")), "可取  参与结对的东部学校数 6所 → 1.3.2"),
    "a note": ((("6", ""), ("1", "superscript")), "请定  参与结对的东部学校数 6¹ → 1.3.2"),
    "all": ((("6", "strike"),), "没有一项对得上"),
}


@pytest.mark.parametrize("name", STRUCK)
def test_a_number_of_a_word_file_that_is_crossed_out_is_not_read(
    county: Path, tmp_path: Path, name: str
) -> None:
    runs, told = STRUCK[name]
    document = Document()
    table = document.add_table(rows=2, cols=3)
    texts = ("指标", "单位", "数值", "参与结对的东部学校数", "所", "")
    for cell, text in zip((cell for row in table.rows for cell in row.cells), texts, strict=True):
        cell.text = text
    number = table.rows[1].cells[2].paragraphs[0]
    for text, look in runs:
        run_of = number.add_run(text)
        if look:
            setattr(run_of.font, look, True)
    document.save(str(tmp_path / "教育局.docx"))
    _, _, output = run("bring", county, tmp_path / "教育局.docx")
    assert told in output
