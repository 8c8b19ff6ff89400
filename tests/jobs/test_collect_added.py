"""What a department adds to its workbook where no answer stands is told, and changes nothing else."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from support import invented

from generator.jobs.collect import Collecting, as_text, collect
from generator.jobs.handout import handout
from generator.model.replacing import replace

DATE = dt.datetime(2023, 11, 9, 15, 30)
OFFICE = "县就业局"
DEPARTMENTS = f"部门,期限,负责\n{OFFICE},2023-11-10,就业、资金、funds.csv、text/jobs.md\n"
FUNDS = "键,名称,金额,用途,方向,列示,项目数\n大棚,蔬菜大棚,1286,产业,产业开发,逐项,2\n"
OUTLINE = """\
{% block 就业 %}
就业{{ f('就业.合计') }}，赴东部{{ f('就业.赴东部') }}，省内{{ f('就业.省内') }}，到位{{ f('资金.到位') }}。
{{ text('jobs', '就业情况') }}
{% for fund in 资金 %}{{ fund.名称 }}{% endfor %}
{% endblock %}
"""
HEADING = "  部门另外写的，没有取，请看一看："


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return invented.kinds_with(tmp_path / "kinds", OUTLINE, "资金.到位,到位资金,万元,,\n")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """清河县 of 2023, in which 赴东部 (1200 last year) and 到位资金 (1286.5) are blank."""
    figures = "键,名称,数值,单位\n资金.到位,到位资金,{},万元\n"
    invented.package(
        tmp_path / "清河-2022",
        report_yaml=invented.REPORT.replace("2023", "2022"),
        indicators_csv="代码,数值\n1.1,=\n1.1.1,1200\n1.1.2,\n",
        figures_csv=figures.format("1286.5"),
    )
    return invented.package(
        tmp_path / "清河-2023",
        report_yaml=f"{invented.REPORT}previous: ../清河-2022\n",
        indicators_csv="代码,数值\n1.1,=\n1.1.1,\n1.1.2,80\n1.2,\n",
        figures_csv=figures.format(""),
        departments_csv=DEPARTMENTS,
        funds_csv=FUNDS,
    )


@pytest.fixture
def sent(package: Path, kinds: Path, tmp_path: Path) -> Path:
    """The workbook that was handed out."""
    handout(package, tmp_path / "发出", templates=kinds)
    return tmp_path / f"发出/{OFFICE}.xlsx"


def fill(book: Any) -> None:
    """As a department fills it in: numbers (赴东部, 省内, 到位资金 in D5:D7), a remark of one, a record, its text."""
    numbers, records = book["填报"], book["资金"]
    numbers["D5"], numbers["D7"], numbers["E7"] = 120, "5,600", "含结转资金"
    heads = [str(cell.value).rstrip("*").partition("（")[0] for cell in records[4]]
    new = {
        "名称": "茶园",
        "金额": 30,
        "用途": "产业",
        "方向": "产业开发",
        "列示": "逐项",
        "项目数": 1,
    }
    for name, value in new.items():
        records.cell(6, heads.index(name) + 1).value = value
    book["文字"]["C5"] = "组织招聘会。"


def back(sent: Path, do: Callable[[Any], None] | None = None) -> Path:
    """The workbook as it comes back, filled in, with what somebody did besides."""
    book = openpyxl.load_workbook(sent)
    fill(book)
    if do is not None:
        do(book)
    path = sent.parent.parent / "报来.xlsx"
    book.save(path)
    return path


def added(result: Collecting) -> list[str]:
    """What is told of a workbook below the heading."""
    _, heading, told = as_text(result).partition(f"{HEADING}\n")
    assert bool(heading) == bool(result.received[0].collected.added)
    return [line.strip() for line in told.splitlines()]


# --- what is told ----------------------------------------------------------------------------------------------------


def own_sheet(book: Any) -> None:
    sheet = book.create_sheet("补充情况")
    sheet["B3"], sheet["B4"], sheet["C9"] = "帮扶单位", "东湖医院", 3


def hidden_sheet(book: Any) -> None:
    own_sheet(book)
    book["补充情况"].sheet_state = "hidden"


def sheet_called_as_a_record_file(book: Any) -> None:
    book.create_sheet("互访")["A1"] = "3月接待"


def column_with_a_head(book: Any) -> None:
    sheet = book["填报"]
    sheet["H4"], sheet["H5"], sheet["H7"] = "备注", "含中央单位帮扶的3人", "待核"


def column_without_a_head(book: Any) -> None:
    book["填报"]["J6"] = 7


def column_of_a_merged_head(book: Any) -> None:
    sheet = book["填报"]
    sheet["H4"], sheet["I5"] = "备注", "见附件"
    sheet.merge_cells("H4:I4")


def column_of_records(book: Any) -> None:
    sheet = book["资金"]
    column = sheet.max_column + 1
    sheet.cell(4, column).value, sheet.cell(6, column).value = "实施单位", "县供销社"


def column_of_texts(book: Any) -> None:
    book["文字"]["F5"] = "请领导把关"


def column_before_all(book: Any) -> None:
    sheet = book["填报"]
    sheet.insert_cols(1)
    for row, value in enumerate(("序号", 1, 2, 3), 4):
        sheet.cell(row, 1).value = value


def second_remarks(book: Any) -> None:
    """Ours is not read then: it is the one that is told."""
    sheet = book["填报"]
    sheet["H4"], sheet["H7"] = "说明", "含结转"


def formula_without_value(book: Any) -> None:
    book["填报"]["H5"] = "=D5*2"


def row_of_texts(book: Any) -> None:
    book["文字"]["A6"], book["文字"]["C6"] = "教育帮扶", "选派教师5名。"


def comments(book: Any) -> None:
    book["填报"]["D5"].comment = Comment("王明:\n含上年结转的3人，已核", "王明")
    book["资金"]["A6"].comment = Comment("新增", "王明")


def comment_on_own_sheet(book: Any) -> None:
    book.create_sheet("Sheet1")["A1"].comment = Comment("怎么填？", "王明")


def last_year(book: Any) -> None:
    book["填报"]["C5"], book["填报"]["C7"] = 1300, "1286.5亿元"


def last_year_where_there_is_none(book: Any) -> None:
    book["填报"]["C6"] = 75


def last_year_in_words(book: Any) -> None:
    book["填报"]["C5"] = "应为1300"


def last_year_crossed_out(book: Any) -> None:
    strike = InlineFont(strike=True)
    book["填报"]["C5"] = CellRichText(TextBlock(strike, "1200"), "1300")
    book["填报"]["C7"] = CellRichText(TextBlock(strike, "1286.5"), " ")


ADDED: list[tuple[Callable[[Any], None], list[str]]] = [
    (own_sheet, ["工作表“补充情况”：不是发出去的，填着 3 格，没有读"]),
    (hidden_sheet, ["工作表“补充情况”：不是发出去的，填着 3 格，没有读"]),
    (sheet_called_as_a_record_file, ["工作表“互访”：不是发出去的，填着 1 格，没有读"]),
    (
        column_with_a_head,
        ["“填报”H列“备注”：不是发出去的列，填着 2 格，没有读；第一格（H5）是“含中央单位帮扶的3人”"],
    ),
    (
        column_without_a_head,
        ["“填报”J列：不是发出去的列，填着 1 格，没有读；第一格（J6）是“7”"],
    ),
    (
        column_of_a_merged_head,
        ["“填报”I列“备注”：不是发出去的列，填着 1 格，没有读；第一格（I5）是“见附件”"],
    ),
    (
        column_of_records,
        ["“资金”H列“实施单位”：不是发出去的列，填着 1 格，没有读；第一格（H6）是“县供销社”"],
    ),
    (
        column_of_texts,
        ["“文字”F列：不是发出去的列，填着 1 格，没有读；第一格（F5）是“请领导把关”"],
    ),
    (
        column_before_all,
        ["“填报”A列“序号”：不是发出去的列，填着 3 格，没有读；第一格（A5）是“1”"],
    ),
    (
        second_remarks,
        ["“填报”E列“说明”：不是发出去的列，填着 1 格，没有读；第一格（E7）是“含结转资金”"],
    ),
    (
        formula_without_value,
        ["“填报”H列：不是发出去的列，填着 1 格，没有读；第一格（H5）是“=D5*2”"],
    ),
    (row_of_texts, ["“文字”C6：不是发出去的行，没有读：“选派教师5名。”"]),
    (comments, ["“填报”D5：有批注：“含上年结转的3人，已核”", "“资金”A6：有批注：“新增”"]),
    (comment_on_own_sheet, ["“Sheet1”A1：有批注：“怎么填？”"]),
    (
        last_year,
        [
            "“填报”C5：上年数写成了“1300”，数据包里是“1200”",
            "“填报”C7：上年数写成了“1286.5亿元”，数据包里是“1286.5”",
        ],
    ),
    (last_year_where_there_is_none, ["“填报”C6：上年数写成了“75”，数据包里没有上年数"]),
    (last_year_in_words, ["“填报”C5：上年数写成了“应为1300”，数据包里是“1200”"]),
    (
        last_year_crossed_out,
        [
            "“填报”C5：上年数写成了“1300”，数据包里是“1200”",
            "“填报”C7：上年数划掉了，数据包里是“1286.5”",
        ],
    ),
]


@pytest.mark.parametrize(("do", "told"), ADDED, ids=lambda item: getattr(item, "__name__", ""))
def test_what_a_department_added_is_told_and_changes_nothing(
    package: Path, kinds: Path, sent: Path, do: Callable[[Any], None], told: list[str]
) -> None:
    plain = collect(package, [back(sent)], date=DATE, templates=kinds)
    result = collect(package, [back(sent, do)], date=DATE, templates=kinds)
    assert added(result) == told
    assert added(plain) == []
    one, other = plain.received[0], result.received[0]
    for came in ("offers", "texts"):
        pairs = zip(getattr(one.collected, came), getattr(other.collected, came), strict=True)
        assert all(was == replace(now, source=was.source) for was, now in pairs)
    assert (one.state, one.needs_person) == (other.state, other.needs_person)
    taken = collect(package, [back(sent, do)], date=DATE, take=True, templates=kinds)
    assert added(taken) == told and taken.received[0].state.value == "通过"


def test_many_comments_are_counted(package: Path, kinds: Path, sent: Path) -> None:
    def comment_all(book: Any) -> None:
        for row in range(1, 61):
            book["资金"].cell(row, 20).comment = Comment(f"第{row}条", "王明")

    told = added(collect(package, [back(sent, comment_all)], date=DATE, templates=kinds))
    assert len(told) == 51
    assert told[-1] == "“资金”：另外还有 10 条批注，请打开看"


# --- what is silent --------------------------------------------------------------------------------------------------


def nothing(book: Any) -> None:
    """Filled in as it should be."""


def blank_sheets(book: Any) -> None:
    book.create_sheet("Sheet1")
    book.create_sheet("Sheet2")["B2"] = "  "


def same_last_year(book: Any) -> None:
    book["填报"]["C5"], book["填报"]["C7"] = "1,200人", "1286.50万元"


def same_last_year_as_decimals(book: Any) -> None:
    book["填报"]["C5"] = 1200.0
    book["填报"]["C5"].number_format = "#,##0.00"


def blank_last_year(book: Any) -> None:
    book["填报"]["C5"] = None


def styles_alone(book: Any) -> None:
    sheet = book["填报"]
    for row in range(4, 40):
        for column in range(1, 30):
            sheet.cell(row, column).fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")


def lines_above_and_below(book: Any) -> None:
    """A title over all columns, signatures below: as offices print their tables."""
    sheet = book["填报"]
    sheet["H1"], sheet["H3"] = "附件2", "单位：万元"
    sheet["A9"], sheet["E9"], sheet["H9"] = "填表人：王明", "审核人：李红", "2023年11月9日"
    sheet.merge_cells("A10:H10")
    sheet["A10"] = "注：以上数据截至10月底"


def merged_cells(book: Any) -> None:
    """What a merged range covers nobody sees."""
    sheet = book["填报"]
    sheet.merge_cells("A1:K1")
    sheet["E5"] = "含结转"
    sheet.merge_cells("E5:H6")


def row_above(book: Any) -> None:
    book["填报"].insert_rows(1)
    book["填报"]["A1"], book["填报"]["J1"] = "县就业局", "盖章"


def blank_column_with_a_head(book: Any) -> None:
    book["填报"]["H4"] = "备注"


def comment_that_says_nothing(book: Any) -> None:
    book["填报"]["D5"].comment = Comment("王明:\n", "王明")


def head_with_a_unit(book: Any) -> None:
    book["填报"]["D4"] = "本年数（填数字）"


def sorted_without_marks(book: Any) -> None:
    """All last year's numbers stand in another row then, which is told of the rows themselves."""
    sheet = book["填报"]
    for column in "ABCDEF":
        one, two = sheet[f"{column}5"], sheet[f"{column}7"]
        one.value, two.value = two.value, one.value


SILENT = [
    nothing,
    blank_sheets,
    same_last_year,
    same_last_year_as_decimals,
    blank_last_year,
    styles_alone,
    lines_above_and_below,
    merged_cells,
    row_above,
    blank_column_with_a_head,
    comment_that_says_nothing,
    head_with_a_unit,
    sorted_without_marks,
]


@pytest.mark.parametrize("do", SILENT)
def test_what_is_no_addition(
    package: Path, kinds: Path, sent: Path, do: Callable[[Any], None]
) -> None:
    result = collect(package, [back(sent, do)], date=DATE, templates=kinds)
    assert added(result) == []


def test_a_workbook_that_went_back_says_no_more_than_it_was_asked(
    package: Path, kinds: Path, sent: Path, tmp_path: Path
) -> None:
    """Its columns 核对 are ours, on all sheets."""

    def wrong(book: Any) -> None:
        book["填报"]["D5"] = "不详"
        book["资金"]["B6"] = "若干"
        book["文字"]["C5"] = CellRichText(TextBlock(InlineFont(strike=True), "废"), "好。")

    where = tmp_path / "退回"
    collect(package, [back(sent, wrong)], date=DATE, send_back=where, templates=kinds)
    returned = where / f"{OFFICE}.退回.xlsx"
    book = openpyxl.load_workbook(returned)
    heads = [[cell.value for cell in book[name][4]] for name in ("填报", "资金", "文字")]
    assert all("核对" in row for row in heads)
    result = collect(package, [returned], date=DATE, templates=kinds)
    assert added(result) == []


def test_what_was_added_is_told_of_a_workbook_of_an_earlier_version(
    package: Path, kinds: Path, sent: Path
) -> None:
    """It does not name its sheets, nor what it was handed out with, and asks for no last year's number."""

    def make_older(book: Any) -> None:
        hidden = book["_nigao"]
        hidden.delete_rows(5)
        hidden.delete_cols(4, 6)
        book["填报"].delete_cols(3)
        own_sheet(book)

    told = added(collect(package, [back(sent, make_older)], date=DATE, templates=kinds))
    assert told == ["工作表“补充情况”：不是发出去的，填着 3 格，没有读"]


def test_comments_that_cannot_be_read_stop_nothing(package: Path, kinds: Path, sent: Path) -> None:
    came = back(sent, comments)
    out = io.BytesIO()
    with zipfile.ZipFile(came) as file, zipfile.ZipFile(out, "w") as spoilt:
        for name in file.namelist():
            data = file.read(name)
            spoilt.writestr(name, data[:-20] if name == "xl/comments/comment1.xml" else data)
    came.write_bytes(out.getvalue())
    result = collect(package, [came], date=DATE, take=True, templates=kinds)
    assert added(result) == [
        "“填报”：有批注，读不出来，请打开看",
        "“资金”A6：有批注：“新增”",
    ]
    assert result.received[0].state.value == "通过"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.parametrize("do", [nothing, comments])
def test_saved_by_libreoffice_it_says_the_same(
    package: Path, kinds: Path, sent: Path, tmp_path: Path, do: Callable[[Any], None]
) -> None:
    came = back(sent, do)
    plain = added(collect(package, [came], date=DATE, templates=kinds))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["--convert-to", "xlsx", "--outdir", tmp_path / "出", came]
    subprocess.run(["soffice", "--headless", profile, *convert], check=True, capture_output=True)
    saved = collect(package, [tmp_path / "出/报来.xlsx"], date=DATE, templates=kinds)
    assert [line.replace("王明: ", "") for line in added(saved)] == plain
