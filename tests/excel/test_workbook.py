"""The tables as a workbook: real numbers, formulas, merged cells, texts that stay texts, how it prints."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from support.making import COLUMNS, made
from support.packages import ROOT

from generator import excel as xlsx_writer
from generator.jobs.tables import compose_tables
from generator.model.appendix_table import SummaryMethod, TableColumn, TableGroup
from generator.model.document import (
    AnnexLabel,
    Block,
    Document,
    Paragraph,
    Properties,
    Run,
    Section,
    Table,
    Title,
)

ROWS = [
    {"地区": a, "名称": b, "金额": c, "村数": "1"}
    for a, b, c in (
        ("甲县", "大棚", "30.5"),
        ("甲县", "培训", "20"),
        ("乙县", "=1+1", "10"),
        ("乙县", "+86", "0.5"),
        ("乙县", "-", ""),
        ("乙县", "@某", "0"),
    )
]


def bytes_of(*blocks: Block, landscape: bool = False) -> bytes:
    document = Document((Section(tuple(blocks), landscape),), Properties("附表", "某办", "d"))
    return xlsx_writer.write(document)


def workbook(*blocks: Block, landscape: bool = False) -> Workbook:
    return load_workbook(io.BytesIO(bytes_of(*blocks, landscape=landscape)))


def around(table: Table) -> tuple[Block, ...]:
    return (
        AnnexLabel("l", "附件3"),
        Title("t", ((Run("项目计划表"),),)),
        Paragraph("u", (Run("（单位：万元）"),), "unit_line"),
        table,
        Paragraph("n", (Run("注：数据截止11月。"),), "source_note"),
    )


def values(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


PLAN = made(
    [row for row in ROWS if row["名称"] != "-"],
    groups=(TableGroup("地区", "{地区}", span=2),),
    summaries={"金额": SummaryMethod.TOTAL, "村数": SummaryMethod.KINDS},
    total="总计",
)


def test_numbers_are_numbers_and_sums_are_formulas() -> None:
    sheet = workbook(*around(PLAN)).worksheets[0]
    assert sheet.title == "附件3 计划表"
    assert values(sheet) == [
        ["附件3", None, None, None],
        ["项目计划表", None, None, None],
        ["（单位：万元）", None, None, None],
        ["序号", "名称", "金额", "村数"],
        ["甲县", None, "=SUM(C6:C7)", 1],
        ["1", "大棚", 30.5, 1],
        ["2", "培训", 20, 1],
        ["乙县", None, "=SUM(C9:C11)", 1],
        ["3", "=1+1", 10, 1],
        ["4", "+86", 0.5, 1],
        ["5", "@某", 0, 1],
        ["总计", None, "=SUM(C6:C7,C9:C11)", 1],
        ["注：数据截止11月。", None, None, None],
    ]


@pytest.mark.parametrize(("row", "text"), [(9, "=1+1"), (10, "+86"), (11, "@某")])
def test_a_text_never_becomes_a_formula(row: int, text: str) -> None:
    cell = workbook(*around(PLAN)).worksheets[0].cell(row, 2)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_a_minus_is_a_text_and_a_blank_is_blank() -> None:
    sheet = workbook(made(ROWS)).worksheets[0]
    assert [sheet.cell(6, column).value for column in (2, 3)] == ["-", None]
    assert sheet.cell(6, 2).data_type == "s"


def test_cells_are_merged_as_in_the_document() -> None:
    columns = (TableColumn("地区", "地区", merge=True), *COLUMNS[1:])
    sheet = workbook(*around(made(ROWS, columns=columns))).worksheets[0]
    assert {str(merge) for merge in sheet.merged_cells.ranges} == {
        "A1:D1",
        "A2:D2",
        "A3:D3",
        "A5:A6",
        "A7:A10",
        "A11:D11",
    }


@pytest.mark.parametrize("landscape", [False, True])
def test_the_head_is_printed_on_every_page_and_stays_when_scrolling(landscape: bool) -> None:
    sheet = workbook(*around(PLAN), landscape=landscape).worksheets[0]
    assert sheet.print_title_rows == "$4:$4" and sheet.freeze_panes == "A5"
    assert sheet.page_setup.orientation == ("landscape" if landscape else "portrait")
    assert (
        sheet.page_setup.paperSize,
        sheet.page_setup.fitToWidth,
        sheet.page_setup.fitToHeight,
    ) == (9, 1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_decimals_are_kept_by_the_format() -> None:
    columns = (COLUMNS[1], TableColumn("金额", "金额", places=2))
    cell = workbook(made(ROWS, columns=columns)).worksheets[0].cell(3, 2)
    assert (cell.value, cell.number_format) == (20, "0.00")


@pytest.mark.parametrize(("filled", "is_wide"), [(0, True), (1, True), (len(ROWS), False)])
def test_a_column_that_is_mostly_blank_has_room_to_write_in(filled: int, is_wide: bool) -> None:
    rows = [row | {"村数": "3" if at < filled else ""} for at, row in enumerate(ROWS)]
    sheet = workbook(*around(made(rows))).worksheets[0]
    assert (sheet.column_dimensions["D"].width >= 16) is is_wide


def test_the_same_tables_give_the_same_bytes() -> None:
    assert bytes_of(*around(PLAN)) == bytes_of(*around(PLAN))


def test_names_of_sheets_are_short_allowed_and_each_once() -> None:
    long = Table("甲/乙:丙[丁]*戊?" + "长" * 40, PLAN.columns, PLAN.rows)
    names = workbook(long, long, PLAN).sheetnames
    assert len(set(names)) == 3 and all(
        len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names
    )


def test_without_a_table_there_is_no_workbook() -> None:
    with pytest.raises(ValueError, match="table"):
        bytes_of(Title("t", ((Run("无表"),),)))


def test_the_project_plan_adds_up_in_the_workbook() -> None:
    """The formulas of the real plan, computed here, give the numbers that the Word file prints."""
    document = compose_tables(ROOT / "data" / "mentougou-2021", "附件3").document
    (table,) = (block for block in document.sections[0].blocks if isinstance(block, Table))
    sheet = load_workbook(io.BytesIO(xlsx_writer.write(document))).worksheets[0]
    top = next(n for n in range(1, 9) if sheet.cell(n, 1).value == "序号")
    checked = 0
    for n, row in enumerate(table.rows):
        column = 1
        for cell in row.cells:
            shown = sheet.cell(top + n, column).value
            if cell.sums:
                ranges = str(shown).removeprefix("=SUM(").removesuffix(")").split(",")
                cells = [found for told in ranges for found in _flat(sheet[told])]
                assert sum(Decimal(str(found.value)) for found in cells) == cell.number
                checked += 1
            column += cell.colspan
    assert checked == 13 * 4


def _flat(found: object) -> list[object]:
    return [cell for row in found for cell in row] if isinstance(found, tuple) else [found]
