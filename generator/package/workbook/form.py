"""The form's sheet to the table of indicators.csv: by code, or by label where an official form was copied in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.kind import FieldSpec, FieldType, FormRow
from generator.package.tablespecs import FORM_HEAD
from generator.package.workbook.celltext import RawCell
from generator.package.workbook.labels import FormLine, match
from generator.package.workbook.sheet import Grid
from generator.package.workbook.table import Findings, Table, letter, plain_head, short, tell

_HEAD_WITHIN = 15
_ALIASES = {
    "指标名称": "指标",
    "指标内容": "指标",
    "项目": "指标",
    "计量单位": "单位",
    "编码": "代码",
    "指标代码": "代码",
}
_VALUE = ("数值", "本年", "本年数", "本年度", "填报数", "填报", "完成数", "完成情况", "数量")
_PASSED = {"上年", "上年数", "去年", "序号", "备注", "说明"}
_REST = ("原样", "原指标", "原单位", "来源")
_NOTE = re.compile(r"(注|备注|说明|填表|制表|审核|填报|联系|负责人|单位负责人).{0,8}[:：]")


@dataclass(frozen=True)
class _Columns:
    head_row: int
    places: Mapping[str, int]

    def text(self, grid: Grid, row: int, name: str) -> str:
        """The text of a cell that needs no type."""
        column = self.places.get(name)
        value = None if column is None else grid.at(row, column).value
        return "" if value is None else str(value)


def read_form(
    grid: Grid,
    catalogue: Mapping[str, FormRow],
    year: int,
    places: Sequence[str],
    findings: Findings,
) -> Table | None:
    """The form's table, a row for each code that is no title; None where the sheet is empty or has no head.

    ``places`` are names that head the column of values in an official form.
    """
    if not grid.last_row:
        return None
    columns = _find_columns(grid, year, places)
    if columns is None:
        findings.problem(
            grid.name,
            "找不到统计表的标题行或填数的一列",
            f"标题行应有：代码、指标、单位、{year}年（或 数值）",
        )
        return None
    found = dict(
        _by_code(grid, columns, catalogue, findings)
        if "代码" in columns.places
        else _by_label(grid, columns, catalogue, year, findings)
    )
    rows = [
        (row, _row(grid, columns, row, form, code, year, findings))
        for row, (code, form) in found.items()
        if form is None or not form.is_heading or columns.text(grid, row, "原指标")
    ]
    _check_merges(grid, columns, {row for row, _ in rows}, findings)
    return Table(FORM_HEAD, columns.head_row, tuple(rows))


def _find_columns(grid: Grid, year: int, places: Sequence[str]) -> _Columns | None:
    wanted = [*_VALUE, f"{year}年", f"{year}年度", f"{year}", f"{year}年数", *places]
    for row in range(1, min(_HEAD_WITHIN, grid.last_row) + 1):
        heads = {
            column: _ALIASES.get(text, text)
            for column, cell in enumerate(grid.row(row), 1)
            if (text := plain_head(cell.value))
        }
        if "指标" not in heads.values() and "代码" not in heads.values():
            continue
        value = [column for name in wanted for column, head in heads.items() if head == name]
        other = {"代码", "指标", "单位", *_REST, *_PASSED}
        left = [
            column
            for column, head in heads.items()
            if head not in other and not re.fullmatch(r"\d{4}年?.*", head)
        ]
        if not value and len(left) == 1:
            value = left
        if value:
            named = {
                head: column
                for column, head in reversed(heads.items())
                if head in ("代码", "指标", "单位", *_REST)
            }
            return _Columns(row, {**named, "数值": value[0]})
    return None


def _lines(grid: Grid, columns: _Columns) -> Iterator[int]:
    for row in range(columns.head_row + 1, grid.last_row + 1):
        if any(not grid.at(row, column).blank for column in columns.places.values()):
            yield row


def _by_code(
    grid: Grid, columns: _Columns, catalogue: Mapping[str, FormRow], findings: Findings
) -> Iterator[tuple[int, tuple[str, FormRow | None]]]:
    for row in _lines(grid, columns):
        code = _code(grid.at(row, columns.places["代码"]))
        if code in catalogue:
            yield row, (code, catalogue[code])
        elif not grid.at(row, columns.places["数值"]).blank:
            if not code:
                findings.problem(
                    grid.name, "填了数，却没有代码", "请补上代码，或删去这一行", row, "代码"
                )
            else:
                yield row, (code, None)
        elif code and not _NOTE.match(code):
            findings.remark(grid.name, f"代码“{short(code)}”不在统计表里，没有填数，没有读", row)


def _code(cell: RawCell) -> str:
    """1.1.1 however it was typed: full-width, as a number, with blanks, with a dot at the end."""
    return re.sub(
        r"\s", "", unicodedata.normalize("NFKC", "" if cell.value is None else str(cell.value))
    ).rstrip(".、")


def _by_label(
    grid: Grid, columns: _Columns, catalogue: Mapping[str, FormRow], year: int, findings: Findings
) -> Iterator[tuple[int, tuple[str, FormRow | None]]]:
    """Rows without codes; a filled row that has no sure counterpart is a problem, a row of the form that is not there
    a remark."""
    lines = [
        FormLine(
            row,
            columns.text(grid, row, "指标"),
            columns.text(grid, row, "单位"),
            not grid.at(row, columns.places["数值"]).blank,
        )
        for row in _lines(grid, columns)
    ]
    lines = [line for line in lines if not _NOTE.match(plain_head(line.label))]
    matched = match(lines, tuple(catalogue.values()), year)
    for line in lines:
        if line.row in matched:
            yield line.row, (matched[line.row].code, matched[line.row])
        elif line.filled:
            findings.problem(
                grid.name,
                f"“{short(line.label, 30)}”（{line.unit or '无单位'}）在统计表里对不上",
                "请照统计表的指标名改正，或在它前面加一列“代码”",
                line.row,
                "指标",
            )
        elif line.label.strip():
            findings.remark(
                grid.name, f"“{short(line.label, 30)}”在统计表里对不上，没有填数，没有读", line.row
            )
    there = {row.code for row in matched.values()}
    for row in catalogue.values():
        if row.code not in there and not row.is_heading:
            findings.remark(grid.name, f"没有指标 {row.code} {row.label}，按空白处理")


def _row(
    grid: Grid,
    columns: _Columns,
    row: int,
    form: FormRow | None,
    code: str,
    year: int,
    findings: Findings,
) -> tuple[str, ...]:
    as_filed = columns.text(grid, row, "原样").strip() == "是"
    filed_type = None if form is None or as_filed else form.type
    field = FieldSpec("数值", filed_type or FieldType.TEXT, form.unit if form else "")
    value = tell(grid, row, columns.places["数值"], field, year, findings)
    label = (
        form.label.replace("{year}", str(year)) if form else columns.text(grid, row, "指标").strip()
    )
    return (code, label, value, *(columns.text(grid, row, name) for name in _REST))


def _check_merges(grid: Grid, columns: _Columns, rows: set[int], findings: Findings) -> None:
    value = columns.places["数值"]
    for merge in grid.merges:
        inside = [row for row in rows if merge.top <= row <= merge.bottom]
        if (
            merge.left <= value <= merge.right
            and inside
            and not grid.at(merge.top, merge.left).blank
        ):
            if len(inside) > 1:
                findings.problem(
                    grid.name,
                    f"第{merge.top}至{merge.bottom}行的数合并成了一格，不知道每行各是多少",
                    "请取消合并，逐行填写",
                    merge.top,
                    letter(value),
                )
            elif merge.left < value:
                findings.problem(
                    grid.name,
                    "填数的格子和左边的格子合并了",
                    "请取消合并，数填在数值列",
                    merge.top,
                    letter(merge.left),
                )
