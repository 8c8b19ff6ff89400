"""Records to a table, as its description says: groups, subtotals, merged cells, serial numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.figures import FigureBook, RecordSet
from generator.figures.figure import is_known
from generator.model.appendix_table import TableColumn, TableDescription
from generator.model.document import Column, Mark, Run, Table, TableCell, TableRow
from generator.model.errors import DataError, Problem
from generator.report.tables.given import GivenFigures
from generator.report.tables.grouping import branches_of
from generator.report.tables.heads import Head, head_rows
from generator.report.tables.layout import layout
from generator.report.tables.linked import linked
from generator.report.tables.record_rows import RowMaker


def record_table(
    description: TableDescription,
    book: FigureBook,
    columns: Sequence[TableColumn],
    heads: Sequence[Head],
    year: int,
) -> Table:
    """The table of a record file. ``columns`` are those of the description that print, ``heads``
    their finished heads.

    Raises DataError for rows that belong to no group, and for figures given for a group that has no
    rows.
    """
    records = book.records[description.records].filtered(**description.only)
    given = GivenFigures(description, book)
    branches = branches_of(records, [group.field for group in description.groups])
    if problems := [*_strays(description, records), *given.strays(branches)]:
        raise DataError(problems)
    joined_heads = [n for n, column in enumerate(columns) if column.join_left]
    head = head_rows(description.name, heads, joined_heads)
    made = (*head, _empty_row(description, columns))
    if len(records):
        planned = layout(description, columns, records, branches)
        maker = RowMaker(description, book, given, columns, planned.spans, len(head), year)
        made = (*head, *map(maker.row, planned.plans))
    table = Table(
        description.name, tuple(Column(column.align, column.width) for column in columns), made
    )
    return linked(table, description, columns, book)


def _strays(description: TableDescription, records: RecordSet) -> Iterator[Problem]:
    """Records that no group takes."""
    for group in description.groups:
        for row in records:
            filed = row.cell(group.field)
            if not is_known(filed.value):
                cell = filed.source
                yield Problem(
                    f"{description.name}按“{group.field}”分组，这一格不能空",
                    "请填写，或删去整行",
                    cell.file,
                    cell.row,
                    cell.column,
                )


def _empty_row(description: TableDescription, columns: Sequence[TableColumn]) -> TableRow:
    """What stands in a table whose record file has no row yet."""
    identity, records = f"{description.name}/待补", description.records
    text = (Run(f"【待补：{records}】", Mark("gap", records, (description.source,))),)
    cell = TableCell(f"{identity}/{columns[0].name}", (text,), "center", colspan=len(columns))
    return TableRow(identity, (cell,))
