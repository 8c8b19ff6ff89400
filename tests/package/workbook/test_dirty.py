"""Workbooks as clerks hand them in: what is clear is read, what is not is told by sheet and cell."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support.made import Edit, figures_of, form_of, remarks_of, rows_of, workbook_of

from generator.model.cell import PartialDate
from generator.model.errors import NigaoError

D = Decimal


def put(sheet: str, cell: str, value: Any, number_format: str = "General") -> Edit:
    """Type a value into a cell."""

    def edit(book: Any) -> None:
        target = book[sheet][cell]
        target.value = None
        target.number_format = number_format
        target.value = value
        if number_format != "General":
            target.number_format = number_format

    return edit


def both(*edits: Edit) -> Edit:
    """One edit after the other."""

    def edit(book: Any) -> None:
        for each in edits:
            each(book)

    return edit


def text(sheet: str, cell: str, value: str) -> Edit:
    """A value kept as text whatever it looks like."""

    def edit(book: Any) -> None:
        book[sheet][cell].value = value
        book[sheet][cell].data_type = "s"

    return edit


def merge(sheet: str, cells: str) -> Edit:
    return lambda book: book[sheet].merge_cells(cells)


def insert(sheet: str, row: int, count: int = 1) -> Edit:
    return lambda book: book[sheet].insert_rows(row, count)


def row(sheet: str, number: int, *values: Any) -> Edit:
    """Type a whole row."""

    def edit(book: Any) -> None:
        for column, value in enumerate(values, 1):
            book[sheet].cell(number, column).value = value

    return edit


def titled(book: Any) -> None:
    book["资金"].insert_rows(1, 2)
    book["资金"]["A1"] = "2023年财政资金一览表"
    book["资金"].merge_cells("A1:G1")
    book["资金"]["G2"] = "单位：万元"


def hide_row(book: Any) -> None:
    book["资金"].row_dimensions[3].hidden = True


def hide_column(book: Any) -> None:
    book["资金"].column_dimensions["C"].hidden = True


def hide_blank_column(book: Any) -> None:
    book["资金"].column_dimensions["K"].hidden = True


def two_heads(book: Any) -> None:
    sheet = book["政策文件"]
    sheet.insert_rows(2)
    for column in range(1, 9):
        sheet.cell(2, column).value = sheet.cell(1, column).value
    for column in (3, 4):
        sheet.cell(1, column).value = None
    sheet["C1"] = "发文"
    sheet.merge_cells("C1:D1")
    for letter in "ABEFGH":
        sheet[f"{letter}2"] = None
        sheet.merge_cells(f"{letter}1:{letter}2")


def serial_column(book: Any) -> None:
    sheet = book["资金"]
    sheet.insert_cols(1)
    sheet["A1"] = "序号"
    sheet["A2"], sheet["A3"] = 1, 2


def amount(place: int) -> Any:
    return lambda path, kinds: rows_of(path, kinds, "资金")[place]["金额"]


def document(place: int, field: str) -> Any:
    return lambda path, kinds: rows_of(path, kinds, "政策文件")[place][field]


def count(record: str) -> Any:
    return lambda path, kinds: len(rows_of(path, kinds, record))


def form(code: str) -> Any:
    return lambda path, kinds: form_of(path, kinds).get(code)


def figure(key: str) -> Any:
    return lambda path, kinds: figures_of(path, kinds).get(key)


# name, what the clerk did, what is looked at, what it is
CLEAR: list[tuple[str, Edit, Any, Any]] = [
    ("thousands comma", text("资金", "C2", "1,286"), amount(0), D("1286")),
    ("full-width comma", text("资金", "C2", "１，２８６"), amount(0), D("1286")),
    ("full-width digits", text("资金", "C2", "１２８６．５"), amount(0), D("1286.5")),
    ("number stored as text", text("资金", "C2", "1286"), amount(0), D("1286")),
    ("trailing blanks", text("资金", "C2", " 1286 \u3000"), amount(0), D("1286")),
    ("no-break space", text("资金", "C2", "\xa01286"), amount(0), D("1286")),
    ("float that Excel shows short", put("资金", "C2", 0.1 + 0.2), amount(0), D("0.3")),
    (
        "number with a thousands format",
        put("资金", "C2", 1286.5, "#,##0.00"),
        amount(0),
        D("1286.5"),
    ),
    ("percent as text", text("数据", "C3", "93.5%"), figure("资金.财政.使用率"), D("93.5")),
    (
        "percent by its format",
        put("数据", "C3", 0.935, "0.0%"),
        figure("资金.财政.使用率"),
        D("93.5"),
    ),
    (
        "date as a serial number",
        put("政策文件", "B2", 44990),
        document(0, "日期"),
        PartialDate(2023, 3, 5),
    ),
    (
        "date serial as text",
        text("政策文件", "B2", "44990"),
        document(0, "日期"),
        PartialDate(2023, 3, 5),
    ),
    (
        "date cell",
        put("政策文件", "B2", dt.datetime(2023, 3, 5), "yyyy/m/d"),
        document(0, "日期"),
        PartialDate(2023, 3, 5),
    ),
    (
        "date cell that shows a month",
        put("政策文件", "B2", dt.datetime(2023, 3, 1), 'yyyy"年"m"月"'),
        document(0, "日期"),
        PartialDate(2023, 3),
    ),
    (
        "date cell without its year",
        put("政策文件", "B2", dt.datetime(2023, 3, 5), 'm"月"d"日"'),
        document(0, "日期"),
        PartialDate(2023, 3, 5),
    ),
    (
        "day in Chinese",
        text("政策文件", "B2", "3月5日"),
        document(0, "日期"),
        PartialDate(2023, 3, 5),
    ),
    (
        "day in full-width digits",
        text("政策文件", "B2", "２０２３年３月５日"),
        document(0, "日期"),
        PartialDate(2023, 3, 5),
    ),
    (
        "day with dots",
        text("政策文件", "B2", "2023.3.5"),
        document(0, "日期"),
        PartialDate(2023, 3, 5),
    ),
    (
        "text that Excel took for a date",
        put("政策文件", "G2", dt.datetime(2023, 3, 5), 'yyyy"年"m"月"d"日"'),
        document(0, "内容"),
        "2023年3月5日",
    ),
    ("blank rows between", insert("资金", 3, 2), count("资金"), 2),
    ("title above the head", titled, amount(1), D("200.5")),
    ("head in two rows", two_heads, document(1, "方式"), "制定"),
    ("unit in another bracket", text("资金", "C1", "金额(万元)"), amount(0), D("1286")),
    ("head with blanks and a star", text("资金", "C1", "金 额\n*"), amount(0), D("1286")),
    ("running numbers before the table", serial_column, amount(1), D("200.5")),
    (
        "cell merged downwards",
        both(put("政策文件", "C3", None), merge("政策文件", "C2:C3")),
        document(1, "发文机关"),
        "县政府",
    ),
    ("total at the end", row("资金", 5, "合计", None, 1486.5), count("资金"), 2),
    ("total with blanks", row("资金", 4, "合 计", None, "1,486.5"), count("资金"), 2),
    ("note below the table", row("资金", 6, "注：以上为到账数"), count("资金"), 2),
    (
        "who filled it in",
        row("资金", 6, "填表人：张三", None, "联系电话：0943-1"),
        count("资金"),
        2,
    ),
    (
        "head printed again",
        row("资金", 4, "键", "名称", "金额（万元）", "用途", "方向", "列示", "项目数（个）"),
        count("资金"),
        2,
    ),
    ("hidden row", hide_row, count("资金"), 2),
    ("choice with blanks", text("政策文件", "D2", " 印发 "), document(0, "方式"), "印发"),
    ("true for yes", put("年度统计表", "D7", True), form("1.2"), True),
    ("tick for yes", text("年度统计表", "D7", "√"), form("1.2"), True),
    ("code as a number", put("年度统计表", "A3", 1), form("1.1.1"), D("120")),
    ("full-width code", text("年度统计表", "A5", "１.１.１"), form("1.1.1"), D("120")),
    ("number of the form as text", text("年度统计表", "D5", "１20"), form("1.1.1"), D("120")),
    ("head of the form in words", text("年度统计表", "D2", "本年"), form("1.1.1"), D("120")),
    ("a formula with its value", put("资金", "C2", 1286), amount(0), D("1286")),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edit", "look", "wanted"), [case[1:] for case in CLEAR], ids=[case[0] for case in CLEAR]
)
def test_what_is_clear_is_read(tmp_path: Path, edit: Edit, look: Any, wanted: Any) -> None:
    path, kinds = workbook_of(tmp_path, edit)
    assert look(path, kinds) == wanted


def formula(book: Any) -> None:
    book["资金"]["C2"] = "=1000+286"


def strange(name: str, state: str = "visible") -> Edit:
    def edit(book: Any) -> None:
        sheet = book.create_sheet(name)
        sheet["A1"] = "草稿"
        sheet.sheet_state = state

    return edit


def hide(name: str) -> Edit:
    def edit(book: Any) -> None:
        book[name].sheet_state = "hidden"

    return edit


def rename(name: str, other: str) -> Edit:
    def edit(book: Any) -> None:
        book[name].title = other

    return edit


# name, what the clerk did, what each line must say
UNCLEAR: list[tuple[str, Edit, list[str]]] = [
    (
        "number with the unit of another thing",
        text("资金", "C2", "1286亩"),
        ["清河.xlsx 工作表“资金” 第2行“金额”列：写的是“1286亩”，应当是数字，单位是万元"],
    ),
    (
        "dash for nothing",
        text("资金", "C2", "—"),
        ["工作表“资金” 第2行“金额”列：写的是“—”，应当是数字"],
    ),
    (
        "percent where no percent",
        put("资金", "C2", 0.5, "0%"),
        ["工作表“资金” 第2行“金额”列：写的是“50%”，应当是数字"],
    ),
    (
        "number that Excel took for a date",
        put("资金", "C2", dt.datetime(2023, 3, 5), "m/d"),
        ["工作表“资金” 第2行“金额”列：被 Excel 当作日期（2023-03-05）"],
    ),
    (
        "date of another year shown without it",
        put("政策文件", "B2", dt.datetime(2024, 3, 5), 'm"月"d"日"'),
        ["工作表“政策文件” 第2行“日期”列：显示的是3月5日，存的却是2024年"],
    ),
    (
        "date with an hour",
        put("政策文件", "B2", dt.datetime(2023, 3, 5, 9, 30), "yyyy/m/d h:mm"),
        ["工作表“政策文件” 第2行“日期”列：写的是“2023-03-05 09:30”，带有时刻"],
    ),
    (
        "day that does not exist",
        text("政策文件", "B2", "2月30日"),
        ["工作表“政策文件” 第2行“日期”列：写的是“2月30日”，没有这一天"],
    ),
    (
        "small number for a date",
        put("政策文件", "B2", 35),
        ["工作表“政策文件” 第2行“日期”列：写的是“35”，应当是日期"],
    ),
    ("formula without a value", formula, ["工作表“资金” 第2行“金额”列：公式没有存下算出的值"]),
    (
        "formula that failed",
        text("资金", "C2", "#DIV/0!"),
        ["工作表“资金” 第2行“金额”列：公式出错（#DIV/0!）"],
    ),
    (
        "number merged over rows",
        both(put("资金", "C3", None), merge("资金", "C2:C3")),
        ["工作表“资金” 第2行“金额”列：第2至3行合并成了一格"],
    ),
    (
        "key merged over rows",
        both(put("资金", "A3", None), merge("资金", "A2:A3")),
        [
            "工作表“资金” 第2行“键”列：第2至3行合并成了一格",
            "工作表“资金” 第3行“键”列：这一格不能空",
        ],
    ),
    (
        "cells merged across columns",
        both(put("政策文件", "D2", None), merge("政策文件", "C2:D2")),
        ["工作表“政策文件” 第2行“发文机关”列：“发文机关”到“方式”合并成了一格"],
    ),
    (
        "total that does not add up",
        row("资金", 4, "合计", None, 1500),
        ["工作表“资金” 第4行“金额”列：合计行写的是1500，上面各行加起来是1486.5"],
    ),
    (
        "subtotal that does not add up",
        both(insert("资金", 3), row("资金", 3, "小计", None, 1285)),
        ["工作表“资金” 第3行“金额”列：合计行写的是1285，上面各行加起来是1286"],
    ),
    (
        "another unit in the head",
        text("资金", "C1", "金额（亩）"),
        ["工作表“资金” 第1行“金额”列：标题写的单位是亩，应当是万元"],
    ),
    (
        "column without a head",
        text("资金", "J2", "已付"),
        ["工作表“资金” 第2行：J列没有标题，却填了东西"],
    ),
    (
        "unknown head",
        both(text("资金", "J1", "经办人"), text("资金", "J2", "张三")),
        ["工作表“资金” 第1行：不认识的列“经办人”"],
    ),
    ("head that is gone", text("资金", "C1", "数目"), ["工作表“资金” 第1行：不认识的列“数目”"]),
    ("no head at all", lambda book: book["资金"].delete_rows(1), ["工作表“资金”：找不到标题行"]),
    ("key twice", text("资金", "A3", "大棚"), ["工作表“资金” 第3行“键”列：“大棚”在第2行已有"]),
    (
        "choice unknown",
        text("政策文件", "H2", "其他"),
        ["工作表“政策文件” 第2行“领域”列：写的是“其他”，只能填"],
    ),
    (
        "code unknown",
        text("年度统计表", "A5", "9.9"),
        ["工作表“年度统计表” 第5行“代码”列：统计表里没有可填的代码“9.9”"],
    ),
    (
        "value without a code",
        text("年度统计表", "A5", ""),
        ["工作表“年度统计表” 第5行“代码”列：填了数，却没有代码"],
    ),
    (
        "values of the form merged",
        both(put("年度统计表", "D6", None), merge("年度统计表", "D5:D6")),
        ["工作表“年度统计表” 第5行“D”列：第5至6行的数合并成了一格"],
    ),
    (
        "sheet name misspelt",
        rename("政策文件", "政策文件表"),
        ["工作表“政策文件表”：不认识的工作表。是不是“政策文件”"],
    ),
    (
        "hidden sheet that holds data",
        hide("资金"),
        ["工作表“资金”：这张工作表是隐藏的，里面却有数据"],
    ),
    (
        "one table on two sheets",
        rename("社会捐赠", "documents"),
        ["工作表“documents”：和工作表“政策文件”是同一张表"],
    ),
    (
        "year that is no year",
        text("设置", "B3", "今年"),
        ["清河.xlsx 工作表“设置” 第3行“year”列：写的是“今年”，应当是整数"],
    ),
    (
        "template broken in a text",
        text("文字", "C3", "共{{ f('招聘.公告' }}。"),
        ["工作表“文字” 第3行：模板写法有误"],
    ),
    (
        "key unknown in a text",
        text("文字", "C3", "共{{ f('无此键') }}。"),
        ["工作表“文字” 第3行：", "无此键"],
    ),
    ("formula of the package broken", text("数据", "F2", "{乙}"), ["工作表“数据”"]),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edit", "told"), [case[1:] for case in UNCLEAR], ids=[case[0] for case in UNCLEAR]
)
def test_what_is_not_clear_is_told_by_sheet_and_cell(
    tmp_path: Path, edit: Edit, told: list[str]
) -> None:
    from generator.jobs.compose import compose

    path, kinds = workbook_of(tmp_path, edit)
    with pytest.raises(NigaoError) as caught:
        compose(path, templates=kinds)
    lines = [str(problem) for problem in caught.value.problems]
    assert [part for part in told if not any(part in line for line in lines)] == [], lines
    assert len(lines) <= len(told), lines
    assert all(line.startswith("清河.xlsx 工作表“") for line in lines)


# name, what the clerk did, what the remark must say
REMARKS: list[tuple[str, Edit, str]] = [
    ("total", row("资金", 4, "合计", None, 1486.5), "工作表“资金” 第4行：合计行没有读"),
    (
        "note",
        row("资金", 6, "注：以上为到账数"),
        "工作表“资金” 第6行：“注：以上为到账数”是表下的说明，没有读",
    ),
    (
        "note across merged cells",
        both(row("资金", 6, "以上均为到账数"), merge("资金", "A6:G6")),
        "第6行：“以上均为到账数”是表下的说明",
    ),
    ("hidden row", hide_row, "工作表“资金” 第3行：这一行是隐藏的，照样读了"),
    ("hidden column", hide_column, "工作表“资金” 第1行“金额”列：这一列是隐藏的，照样读了"),
    (
        "head again",
        row("资金", 4, "键", "名称", "金额（万元）"),
        "工作表“资金” 第4行：重复的标题行，没有读",
    ),
    ("strange sheet", strange("草稿一"), "工作表“草稿一”：不认识的工作表，没有读"),
    ("strange hidden sheet", strange("旧数", "hidden"), "工作表“旧数”：隐藏的工作表，没有读"),
]


@pytest.mark.parametrize(
    ("edit", "told"), [case[1:] for case in REMARKS], ids=[case[0] for case in REMARKS]
)
def test_what_was_passed_over_is_said(tmp_path: Path, edit: Edit, told: str) -> None:
    path, kinds = workbook_of(tmp_path, edit)
    assert [told in line for line in remarks_of(path, kinds)] == [True], remarks_of(path, kinds)


def test_a_hidden_column_without_anything_is_not_told(tmp_path: Path) -> None:
    path, kinds = workbook_of(tmp_path, hide_blank_column)
    assert remarks_of(path, kinds) == []


def test_a_cached_value_of_a_formula_is_read(tmp_path: Path) -> None:
    """openpyxl writes no cached values, so the value is put into the file's XML as Excel would."""
    import zipfile

    path, kinds = workbook_of(tmp_path, formula)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = next(name for name, data in parts.items() if b"<f>1000+286</f>" in data)
    for empty in (b"<f>1000+286</f><v></v>", b"<f>1000+286</f><v />", b"<f>1000+286</f><v/>"):
        parts[name] = parts[name].replace(empty, b"<f>1000+286</f><v>1286</v>")
    with zipfile.ZipFile(path, "w") as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    assert rows_of(path, kinds, "资金")[0]["金额"] == D("1286")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"no zip", "不是能读的 .xlsx 工作簿"),
        (b"\xd0\xcf\x11\xe0rest", "旧格式（.xls）或加了密码"),
        (b"", "不是能读的 .xlsx 工作簿"),
    ],
)
def test_a_file_that_is_no_workbook(tmp_path: Path, data: bytes, told: str) -> None:
    from generator.package.read import load_package

    (tmp_path / "a.xlsx").write_bytes(data)
    with pytest.raises(NigaoError) as caught:
        load_package(tmp_path / "a.xlsx")
    assert [told in str(problem) for problem in caught.value.problems] == [
        True
    ] and caught.value.exit_code == 2


def test_a_workbook_that_is_no_package(tmp_path: Path) -> None:
    from generator.package.read import load_package

    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    with pytest.raises(NigaoError, match="没有“设置”工作表"):
        load_package(tmp_path / "a.xlsx")
