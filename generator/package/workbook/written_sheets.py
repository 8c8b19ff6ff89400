"""The sheets as a clerk sees them: the guide, the settings, the form, tables and texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from generator.model.kind import FieldSpec, FieldType, FormRow
from generator.package import hints
from generator.package.hints import FLAGS
from generator.package.settings_text import SettingItem
from generator.package.workbook import settings_sheet, styles
from generator.package.workbook.layout import FilledTable

_SPARE = 30
"""Blank rows below a table that are ready for input."""
_LONGEST_CHOICES = 250
"""Characters that Excel takes for the items of a drop-down list."""
_WIDTHS = {
    FieldType.KEY: 20,
    FieldType.FIGURE_KEY: 24,
    FieldType.NUMBER: 12,
    FieldType.DATE: 13,
    FieldType.FLAG: 9,
    FieldType.CHOICE: 12,
    FieldType.LIST: 28,
    FieldType.TEXT: 22,
    FieldType.WORD_OR_NUMBER: 16,
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


class _FormLine(Struct, frozen=True):
    """A row of the form to be written: what the catalogue says (None for an unknown code), what is
    filed, and last year's value."""

    code: str
    form: FormRow | None
    filed: Mapping[str, str]
    last: str


_GUIDE_HEADS = ("怎样填", "各张表")
_GUIDE = """自评报告数据包
这本工作簿就是一年的数据包。填好后用 nigao draft 工作簿.xlsx 出稿，用 nigao check 工作簿.xlsx 核对。

怎样填
1. 浅黄色的格子可以填，灰色的格子是固定的，不要改。
2. 空格表示“还不知道”，报告里相应的话会消失或写成【待补：…】；确实为零请填 0。
3. 数只填数字，单位在标题的括号里，不要写进格子。
4. 日期写 2021-05-18 或 5月18日。
5. 一行写一件事，一件事只写一次；同一张表里“键”不能重复。
6. 带下拉箭头的格子只能选；标题右上角有红三角的，鼠标移上去看规定。
7. 不必自己加合计行，合计由程序算；表里已经列好的合计行（如“（七）总计”）空着就由程序相加，填了就核对。

各张表
设置：红头、文号、标题、署名、附件等。"""
_GUIDE_FORM = (
    "年度统计表：照上级下发的统计表填“本年”一列；“上年”一列供对照，不必填。"
    "也可以把上级的表整张复制进来（指标、单位、数值）。"
)
_GUIDE_END = """名称：口号、机关、人名、企业名等专有名称。
部门：谁负责哪些指标、记录和文字，什么时候交；可以不填。
文字：由人撰写的段落，一段一格；{{ … }} 是对数据的引用，不要改动。
其他文件：本地写法等，一般不用改。"""


def guide(sheet: Any, name: str, tables: Sequence[tuple[str, str]], with_form: bool) -> None:
    """The first sheet: what is filled in where, and what happens then.

    ``tables`` are sheet and file of each record file; ``with_form`` whether there is a form.
    """
    sheet.title = name
    for row, line in enumerate(_guide_lines(tables, with_form), 1):
        cell = sheet.cell(row, 1, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = _guide_font(row, line)
    sheet.column_dimensions["A"].width = 100
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True


def _guide_font(row: int, line: str) -> Font:
    if row == 1:
        return styles.TITLE
    return styles.BOLD if line in _GUIDE_HEADS else Font()


def _guide_lines(tables: Sequence[tuple[str, str]], with_form: bool) -> Iterator[str]:
    yield from _GUIDE.split("\n")
    if with_form:
        yield _GUIDE_FORM
    yield "数据：统计表以外的数，以及正文与统计表不同的数。"
    for sheet, file in tables:
        yield f"{sheet}：{file}"
    yield from _GUIDE_END.split("\n")


def settings(sheet: Any, items: Iterable[SettingItem]) -> None:
    """The settings: an item a row, its value tinted, its path locked."""
    styles.heads(sheet, 1, settings_sheet.HEAD, (30, 70, 28))
    for row, item in enumerate(items, 2):
        value = FieldSpec(item.path, FieldType.TEXT)
        styles.fixed(sheet.cell(row, 1), settings_sheet.label(item.path))
        styles.filled_in(sheet.cell(row, 2), item.text, value)
        styles.fixed(sheet.cell(row, 3), item.path)
        if item.path in settings_sheet.CHOICES:
            styles.choose(sheet, f"B{row}", settings_sheet.CHOICES[item.path])
    styles.protect(sheet)
    sheet.freeze_panes = "A2"


def form(
    sheet: Any,
    title: str,
    year: int,
    catalogue: Mapping[str, FormRow],
    filed: Iterable[Mapping[str, str]],
    last: Mapping[str, str],
) -> None:
    """The form as the official one is laid out: code, indicator, unit, this year, last year.

    ``filed`` are the rows of indicators.csv by heading, ``last`` last year's values by code.
    """
    _form_head(sheet, title, year)
    rows = {row.get("代码", "").strip(): row for row in filed}
    unknown = [code for code in rows if code not in catalogue]
    codes = [*catalogue, *unknown]
    for row, code in enumerate(codes, 3):
        line = _FormLine(code, catalogue.get(code), rows.get(code, {}), last.get(code, ""))
        _write_form_line(sheet, row, line, year)
    forms = enumerate(catalogue.values(), 3)
    flags = [f"D{row}" for row, form in forms if form.type is FieldType.FLAG]
    if flags:
        styles.choose(sheet, " ".join(flags), FLAGS)
    styles.choose(sheet, f"F3:F{max(len(codes) + 2, 3)}", ("是",))
    styles.protect(sheet)
    sheet.freeze_panes = "D3"
    sheet.print_title_rows = "1:2"


def _form_head(sheet: Any, title: str, year: int) -> None:
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=5)
    sheet.cell(1, 1, f"{title}（{year}年）").font = styles.TITLE
    sheet.cell(1, 1).alignment = Alignment(horizontal="center")
    years = (f"{year}年", f"{year - 1}年")
    names = ("代码", "指标", "单位", *years, "原样", "原指标", "原单位", "来源")
    styles.heads(sheet, 2, names, (12, 62, 22, 22, 14, 8, 20, 12, 16))
    sheet.cell(2, 4).comment = styles.comment(hints.VALUE)
    sheet.cell(2, 6).comment = styles.comment(hints.AS_FILED)


def _write_form_line(sheet: Any, row: int, line: _FormLine, year: int) -> None:
    heading = line.form is not None and line.form.is_heading
    _write_indicator(sheet, row, line, year)
    if heading:
        for column in range(1, 6):
            cell = sheet.cell(row, column)
            cell.fill, cell.font = styles.GROUP, styles.BOLD
    if not heading or line.filed.get("原指标", ""):
        value = FieldSpec("数值", _value_type(line))
        styles.filled_in(sheet.cell(row, 4), line.filed.get("数值", ""), value)
        styles.fixed_number(sheet.cell(row, 5), line.last)
    for column, name in enumerate(("原样", "原指标", "原单位", "来源"), 6):
        field = FieldSpec(name, FieldType.TEXT)
        styles.filled_in(sheet.cell(row, column), line.filed.get(name, ""), field)
    styles.fit_height(sheet, row)
    rule = hints.of_form_row(line.form)
    if rule:
        sheet.cell(row, 4).comment = styles.comment(rule)


def _write_indicator(sheet: Any, row: int, line: _FormLine, year: int) -> None:
    """Code, label and unit, which the upper level gives."""
    label, unit, level = line.filed.get("指标", ""), "", 1
    if line.form is not None:
        label, unit, level = line.form.label_of(year), line.form.unit, line.form.level
    styles.fixed(sheet.cell(row, 1), line.code)
    styles.fixed(sheet.cell(row, 2), label)
    indent = max(0, level - 1)
    alignment = Alignment("left", indent=indent, wrap_text=True, vertical="center")
    sheet.cell(row, 2).alignment = alignment
    styles.fixed(sheet.cell(row, 3), unit)


def _value_type(line: _FormLine) -> FieldType:
    """A number only where the form wants one and the place filed none otherwise."""
    number = line.form is not None and line.form.type is FieldType.NUMBER
    as_filed = line.filed.get("原样", "").strip() == "是"
    return FieldType.NUMBER if number and not as_filed else FieldType.TEXT


def table(sheet: Any, filled: FilledTable) -> None:
    """A table of records or figures: head in the first row, the unit of a number in its heading;
    blank rows below for more."""
    columns, rows = filled.columns, filled.rows
    names = [_heading(column) for column in columns]
    widths = [_WIDE.get(column.name, _WIDTHS[column.type]) for column in columns]
    if filled.last is not None:
        names, widths = [*names, "上年数"], [*widths, 12]
    styles.heads(sheet, 1, names, widths)
    _write_comments(sheet, columns)
    blank, last = [""] * len(columns), filled.last or ()
    inputs = styles.CellsToFill()
    for row, cells in enumerate([*rows, *[blank] * _SPARE], 2):
        fields = filled.fields[row - 2] if row - 2 < len(rows) else columns
        for column, (text, field) in enumerate(zip(cells, fields, strict=True), 1):
            inputs.fill(sheet.cell(row, column), text, field)
        styles.fit_height(sheet, row)
        if row - 2 < len(last):
            styles.fixed_number(sheet.cell(row, len(columns) + 1), last[row - 2])
    _write_choices(sheet, columns, last_row=len(rows) + 1 + _SPARE)
    sheet.freeze_panes = "B2"
    if rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{len(rows) + 1}"


def _heading(column: FieldSpec) -> str:
    return f"{column.name}（{column.unit}）" if column.unit else column.name


def _write_comments(sheet: Any, columns: Sequence[FieldSpec]) -> None:
    """What each column holds, on its heading."""
    for at, column in enumerate(columns, 1):
        text = hints.of_column(column)
        if text:
            sheet.cell(1, at).comment = styles.comment(text)


def _write_choices(sheet: Any, columns: Sequence[FieldSpec], last_row: int) -> None:
    for at, column in enumerate(columns, 1):
        choices = FLAGS if column.type is FieldType.FLAG else column.choices
        if choices and len(",".join(choices)) < _LONGEST_CHOICES:
            letter = get_column_letter(at)
            styles.choose(sheet, f"{letter}2:{letter}{last_row}", choices)


def texts(sheet: Any, rows: Iterable[tuple[str, str, str]]) -> None:
    """Texts, a paragraph a row in a long cell: the file, what it is called, the paragraph."""
    styles.heads(sheet, 1, ("文件", "名称", "内容"), (26, 16, 110))
    hint = "一段一格；要加一段就插入一行，并填上同样的“文件”。{{ … }} 是对数据的引用。"
    sheet.cell(1, 3).comment = styles.comment(hint)
    file_field, text_field = (FieldSpec(name, FieldType.TEXT) for name in ("文件", "内容"))
    for row, (file, name, text) in enumerate(rows, 2):
        styles.filled_in(sheet.cell(row, 1), file, file_field)
        sheet.cell(row, 1).fill = styles.FIXED
        styles.fixed(sheet.cell(row, 2), name)
        styles.filled_in(sheet.cell(row, 3), text, text_field)
        sheet.cell(row, 3).alignment = Alignment(wrap_text=True, vertical="top")
        styles.fit_height(sheet, row)
    sheet.freeze_panes = "A2"
