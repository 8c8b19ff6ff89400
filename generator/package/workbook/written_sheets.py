"""The sheets as a clerk sees them: heads, widths, tints, locks, drop-downs and comments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import MultiCellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from generator.model.kind import FieldSpec, FieldType, FormRelation, FormRow
from generator.package.workbook.celltext import number_text
from generator.package.workbook.settings_sheet import CHOICES, Item, label
from generator.package.workbook.settings_sheet import HEAD as SETTINGS_HEAD

_HEAD, _INPUT, _FIXED, _GROUP = (
    PatternFill("solid", fgColor=colour) for colour in ("D9E2F3", "FFFBE6", "F2F2F2", "E7E6E6")
)
_THIN = Side(style="thin", color="BFBFBF")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_BOLD, _TITLE = Font(bold=True), Font(bold=True, size=16)
_TEXT = "@"
_SPARE = 30
"""Blank rows below a table that are ready for input."""
_WIDTHS = {
    FieldType.KEY: 20,
    FieldType.FIGURE_KEY: 24,
    FieldType.NUMBER: 12,
    FieldType.DATE: 13,
    FieldType.FLAG: 9,
    FieldType.CHOICE: 12,
    FieldType.LIST: 28,
    FieldType.TEXT: 22,
}
_WIDE = {
    "单位": 10,
    "修饰": 10,
    "小数位": 8,
    "名称": 32,
    "来源": 16,
    "标题": 48,
    "内容": 40,
    "事项": 40,
    "成果": 40,
    "说明": 36,
    "条目": 30,
    "公式": 36,
    "功能": 30,
    "布局": 30,
    "进展": 30,
}
_COMMENTS = {
    FieldType.KEY: "这一行的短名，在本表内不能重复；文字里用它来引用。",
    FieldType.FIGURE_KEY: "填“数据”或“年度统计表”里一个数的键，如 就业.合计。",
    FieldType.NUMBER: "只填阿拉伯数字，不带单位。空格表示还不知道，0 表示确实为零。",
    FieldType.DATE: "写成 2021-05-18、5月18日（报告当年）或 2021-05。不知道就留空。",
    FieldType.FLAG: "填 是 或 否。不知道就留空。",
    FieldType.CHOICE: "从下拉列表里选。",
    FieldType.LIST: "几项之间用顿号（、）隔开。",
    FieldType.TEXT: "",
}


def guide(sheet: Any, name: str, tables: Sequence[tuple[str, str]], with_form: bool) -> None:
    """The first sheet: what is filled in where, and what happens then."""
    sheet.title = name
    lines = [
        "自评报告数据包",
        "这本工作簿就是一年的数据包。填好后用 nigao draft 工作簿.xlsx 出稿，用 nigao check 工作簿.xlsx 核对。",
        "",
        "怎样填",
        "1. 浅黄色的格子可以填，灰色的格子是固定的，不要改。",
        "2. 空格表示“还不知道”，报告里相应的话会消失或写成【待补：…】；确实为零请填 0。",
        "3. 数只填数字，单位在标题的括号里，不要写进格子。",
        "4. 日期写 2021-05-18 或 5月18日。",
        "5. 一行写一件事，一件事只写一次；同一张表里“键”不能重复。",
        "6. 带下拉箭头的格子只能选；标题右上角有红三角的，鼠标移上去看规定。",
        "7. 不必自己写合计行，合计由程序算。",
        "",
        "各张表",
        "设置：红头、文号、标题、署名、附件等。",
        *(
            [
                "年度统计表：照上级下发的统计表填“本年”一列；“上年”一列供对照，不必填。也可以把上级的表整张复制进来（指标、单位、数值）。"
            ]
            if with_form
            else []
        ),
        "数据：统计表以外的数，以及正文与统计表不同的数。",
        *(f"{sheet_name}：{file}" for sheet_name, file in tables[1:-1]),
        "名称：口号、机关、人名、企业名等专有名称。",
        "文字：由人撰写的段落，一段一格；{{ … }} 是对数据的引用，不要改动。",
        "其他文件：本地写法等，一般不用改。",
    ]
    for number, line in enumerate(lines, 1):
        cell = sheet.cell(number, 1, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = _TITLE if number == 1 else _BOLD if line in ("怎样填", "各张表") else Font()
    sheet.column_dimensions["A"].width = 100
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True


def settings(sheet: Any, items: Iterable[Item]) -> None:
    """The settings: an item a row, its value tinted, its path locked."""
    _heads(sheet, 1, SETTINGS_HEAD, (30, 70, 28))
    row = 1
    for row, item in enumerate(items, 2):
        _fixed(sheet.cell(row, 1), label(item.path))
        _input(sheet.cell(row, 2), item.text, FieldSpec(item.path, FieldType.TEXT))
        _fixed(sheet.cell(row, 3), item.path)
        if item.path in CHOICES:
            _choose(sheet, f"B{row}", CHOICES[item.path])
    _protect(sheet)
    sheet.freeze_panes = "A2"


def form(
    sheet: Any,
    title: str,
    year: int,
    catalogue: Mapping[str, FormRow],
    filed: Iterable[Mapping[str, str]],
    last: Mapping[str, str],
) -> None:
    """The form as the official one is laid out: code, indicator, unit, this year, last year."""
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=5)
    sheet.cell(1, 1, f"{title}（{year}年）").font = _TITLE
    sheet.cell(1, 1).alignment = Alignment(horizontal="center")
    _heads(
        sheet,
        2,
        ("代码", "指标", "单位", f"{year}年", f"{year - 1}年", "原样", "原指标", "原单位", "来源"),
        (12, 62, 14, 22, 14, 8, 20, 12, 16),
    )
    sheet.cell(2, 4).comment = _comment(
        "本年数。空格表示还不知道，0 表示确实为零；写“=”由程序按公式算。"
    )
    sheet.cell(2, 6).comment = _comment("填的内容不合规定、又要照原样印出时写“是”。")
    rows = {row.get("代码", "").strip(): row for row in filed}
    unknown = [code for code in rows if code not in catalogue]
    at = 2
    for at, code in enumerate([*catalogue, *unknown], 3):
        _form_row(sheet, at, code, catalogue.get(code), rows.get(code, {}), year, last)
    flags = [
        f"D{at}"
        for at, form_row in enumerate(catalogue.values(), 3)
        if form_row.type is FieldType.FLAG
    ]
    if flags:
        _choose(sheet, " ".join(flags), ("是", "否"))
    _choose(sheet, f"F3:F{max(at, 3)}", ("是",))
    _protect(sheet)
    sheet.freeze_panes = "D3"
    sheet.print_title_rows = "1:2"


def _form_row(
    sheet: Any,
    at: int,
    code: str,
    row: FormRow | None,
    filed: Mapping[str, str],
    year: int,
    last: Mapping[str, str],
) -> None:
    title = row is not None and row.is_heading
    _fixed(sheet.cell(at, 1), code)
    _fixed(
        sheet.cell(at, 2), row.label.replace("{year}", str(year)) if row else filed.get("指标", "")
    )
    sheet.cell(at, 2).alignment = Alignment(
        "left", indent=max(0, row.level - 1) if row else 0, wrap_text=True, vertical="center"
    )
    _fixed(sheet.cell(at, 3), row.unit if row else "")
    if title:
        for column in range(1, 6):
            sheet.cell(at, column).fill, sheet.cell(at, column).font = _GROUP, _BOLD
    number = row is not None and row.type is FieldType.NUMBER
    as_filed = filed.get("原样", "").strip() == "是"
    value = FieldSpec("数值", FieldType.NUMBER if number and not as_filed else FieldType.TEXT)
    if not title or filed.get("原指标", ""):
        _input(sheet.cell(at, 4), filed.get("数值", ""), value)
        _fixed(sheet.cell(at, 5), "")
        _number_or_text(sheet.cell(at, 5), last.get(code, ""))
    for column, name in enumerate(("原样", "原指标", "原单位", "来源"), 6):
        _input(sheet.cell(at, column), filed.get(name, ""), FieldSpec(name, FieldType.TEXT))
    _height(sheet, at)
    if row and (rule := _rule(row)):
        sheet.cell(at, 4).comment = _comment(rule)


def _rule(row: FormRow) -> str:
    rules = [
        f"应等于 {row.equals} 填的数（单位可以不同）。" if row.equals else "",
        f"各“合计”项相加应等于 {row.parent}。" if row.relation is FormRelation.TOTAL else "",
        f"是 {row.parent} 的一部分，不能超过它。" if row.relation is FormRelation.PART else "",
        "可以写“=”，由程序算。" if row.formula else "",
    ]
    return "".join(rules)


def table(
    sheet: Any,
    columns: Sequence[FieldSpec],
    rows: Sequence[Sequence[str]],
    types: Sequence[Sequence[FieldSpec]],
    last: Sequence[str] | None,
    common: Sequence[str],
) -> None:
    """A table of records or figures: head in the first row, the unit of a number in its heading.

    ``types`` gives the type of each cell, ``last`` a column of last year's values.
    """
    heads = [
        f"{column.name}（{column.unit}）" if column.unit else column.name for column in columns
    ]
    widths = [_WIDE.get(column.name, _WIDTHS[column.type]) for column in columns]
    if last is not None:
        heads, widths = [*heads, "上年数"], [*widths, 12]
    _heads(sheet, 1, heads, widths)
    for place, column in enumerate(columns, 1):
        told = _COMMENTS[column.type] + (
            "这一格必须填。" if column.required and column.type is not FieldType.KEY else ""
        )
        if told and column.name not in common:
            sheet.cell(1, place).comment = _comment(told)
    for at in range(2, len(rows) + 2 + _SPARE):
        cells = rows[at - 2] if at - 2 < len(rows) else [""] * len(columns)
        specs = types[at - 2] if at - 2 < len(rows) else columns
        for place, (text, spec) in enumerate(zip(cells, specs, strict=True), 1):
            _input(sheet.cell(at, place), text, spec)
        _height(sheet, at)
        if last is not None and at - 2 < len(last):
            _fixed(sheet.cell(at, len(columns) + 1), "")
            _number_or_text(sheet.cell(at, len(columns) + 1), last[at - 2])
    for place, column in enumerate(columns, 1):
        where = f"{get_column_letter(place)}2:{get_column_letter(place)}{len(rows) + 1 + _SPARE}"
        if column.type is FieldType.CHOICE and len(",".join(column.choices)) < 250:
            _choose(sheet, where, column.choices)
        elif column.type is FieldType.FLAG:
            _choose(sheet, where, ("是", "否"))
    sheet.freeze_panes = "B2"
    if rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(rows) + 1}"


def texts(sheet: Any, rows: Sequence[tuple[str, str, str]]) -> None:
    """Texts, a paragraph a row in a long cell."""
    _heads(sheet, 1, ("文件", "名称", "内容"), (26, 16, 110))
    sheet.cell(1, 3).comment = _comment(
        "一段一格；要加一段就插入一行，并填上同样的“文件”。{{ … }} 是对数据的引用。"
    )
    for at, (file, name, text) in enumerate(rows, 2):
        _input(sheet.cell(at, 1), file, FieldSpec("文件", FieldType.TEXT))
        sheet.cell(at, 1).fill = _FIXED
        _fixed(sheet.cell(at, 2), name)
        _input(sheet.cell(at, 3), text, FieldSpec("内容", FieldType.TEXT))
        sheet.cell(at, 3).alignment = Alignment(wrap_text=True, vertical="top")
        _height(sheet, at)
    sheet.freeze_panes = "A2"


def _heads(sheet: Any, row: int, heads: Sequence[str], widths: Sequence[float]) -> None:
    """The head of a sheet, its column widths, and a page as wide as the table."""
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight, sheet.page_setup.orientation = (
        0,
        "landscape" if sum(widths) > 110 else "portrait",
    )
    for place, (head, width) in enumerate(zip(heads, widths, strict=True), 1):
        cell = sheet.cell(row, place, head)
        cell.fill, cell.font, cell.border = _HEAD, _BOLD, _BOX
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(place)].width = width


def _height(sheet: Any, row: int) -> None:
    """A row high enough for its longest text, as wide as its column (a Chinese character is two wide)."""
    lines = 1
    for cell in sheet[row]:
        width = max(4, sheet.column_dimensions[cell.column_letter].width - 1)
        told = [
            sum(1 + (ord(char) > 255) for char in line)
            for line in str(cell.value or "").split("\n")
        ]
        lines = max(lines, sum(1 + int((size - 1) // width) for size in told))
    if lines > 1:
        sheet.row_dimensions[row].height = min(400, 15 * lines)


def _fixed(cell: Any, text: str) -> None:
    _write_text(cell, text)
    cell.fill, cell.border = _FIXED, _BOX
    cell.alignment = Alignment(vertical="center", wrap_text=True)


def _input(cell: Any, text: str, spec: FieldSpec) -> None:
    cell.fill, cell.border, cell.protection = _INPUT, _BOX, Protection(locked=False)
    cell.alignment = Alignment(
        vertical="center", wrap_text=spec.type in (FieldType.TEXT, FieldType.LIST)
    )
    if spec.type is FieldType.NUMBER:
        _number_or_text(cell, text)
    else:
        cell.number_format = _TEXT
        _write_text(cell, text)


def _write_text(cell: Any, text: str) -> None:
    """A text as a text, whatever it looks like."""
    if text:
        cell.value = text
        cell.data_type = "s"


def _number_or_text(cell: Any, text: str) -> None:
    """A number where its digits come back as they are, else a text."""
    try:
        number = float(text) if "." in text else int(text)
        same = number_text(number) == text and abs(number) < 1e15
    except ValueError:
        same = False
    if same:
        cell.value = number
        cell.number_format = "0." + "0" * len(text.partition(".")[2]) if "." in text else "0"
    else:
        _write_text(cell, text)


def _comment(text: str) -> Comment:
    return Comment(text, "拟稿", height=90, width=260)


def _choose(sheet: Any, where: str, choices: Sequence[str]) -> None:
    rule = DataValidation(
        type="list",
        formula1='"' + ",".join(choices) + '"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="不在可选范围",
        error="请从下拉列表里选",
    )
    rule.sqref = MultiCellRange(where)
    sheet.add_data_validation(rule)


def _protect(sheet: Any) -> None:
    """Locked without a password: whoever must change it can."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.protection.autoFilter = sheet.protection.sort = False
