"""Records and a description to a table, without files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from types import SimpleNamespace
from typing import Any

from generator.figures import FigureBook
from generator.model.appendix_table import TableColumn, TableDescription, TableGroup
from generator.model.cell import Cell, Source
from generator.model.dataset import Dataset, Record, Records
from generator.model.document import Run, Table, TableRow, plain
from generator.model.kind import FieldSpec, FieldType, Kind, RecordSpec
from generator.report.tables import record_table

FIELDS = (
    FieldSpec("键", FieldType.KEY),
    FieldSpec("地区", FieldType.TEXT),
    FieldSpec("类别", FieldType.TEXT),
    FieldSpec("名称", FieldType.TEXT),
    FieldSpec("金额", FieldType.NUMBER, "万元"),
    FieldSpec("村数", FieldType.NUMBER, "个"),
)
COLUMNS = (
    TableColumn("序号", serial=True),
    TableColumn("名称", "名称"),
    TableColumn("金额", "金额", align="decimal"),
    TableColumn("村数", "村数"),
)


def records(
    name: str, stem: str, rows: Sequence[Mapping[str, str]], fields: Sequence[FieldSpec] = FIELDS
) -> Records:
    """A record file with these rows; what is left out is blank."""
    made = []
    for n, row in enumerate(rows):
        cells = {
            field.name: _cell(
                row.get(field.name, ""), field, Source(f"{stem}.csv", n + 2, field.name)
            )
            for field in fields
        }
        made.append(Record(row.get("键", f"k{n}"), Source(f"{stem}.csv", n + 2), cells))
    return Records(RecordSpec(stem, name, tuple(fields)), tuple(made))


def _cell(text: str, field: FieldSpec, source: Source) -> Cell:
    value: Any = text or None
    if text and field.type is FieldType.NUMBER:
        try:
            value = Decimal(text)
        except InvalidOperation:
            raise AssertionError(text) from None
    return Cell(text, value, source, field.unit)


def book(*files: Records) -> FigureBook:
    """The figures of a package that holds only these records."""
    settings = SimpleNamespace(year=2023)
    kind = Kind("测试", "", {}, {}, (), "", "", {}, {}, {})
    return FigureBook(Dataset("", settings, (), (), {file.spec.name: file for file in files}), kind)


def made(
    rows: Sequence[Mapping[str, str]],
    *,
    columns: Sequence[TableColumn] = COLUMNS,
    groups: Sequence[TableGroup] = (),
    given: Sequence[Mapping[str, str]] = (),
    **description: Any,
) -> Table:
    """A table 计划表 of records 项目; ``given`` are the rows of the records 分组."""
    files = [records("项目", "projects", rows)]
    if given:
        files.append(records("分组", "groups", given))
        description["given"] = "分组"
    told = TableDescription(
        "计划表",
        tuple(columns),
        "项目",
        tuple(groups),
        source=Source("tables/计划表.yaml"),
        **description,
    )
    heads = [((Run(column.heading),),) for column in columns]
    return record_table(told, book(*files), columns, heads, 2023)


def texts(table: Table) -> list[list[str]]:
    """What stands in each row, the paragraphs of a cell joined by /; a merged cell that goes on is ↑."""
    return [row_texts(row) for row in table.rows]


def row_texts(row: TableRow) -> list[str]:
    """What stands in the cells of a row."""
    return [
        "↑" if cell.vmerge == "continue" else "/".join(plain(text) for text in cell.paragraphs)
        for cell in row.cells
    ]
