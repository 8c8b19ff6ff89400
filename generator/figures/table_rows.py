"""The records that a table prints: all of a file, or those of one record of another."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.figure_book import FigureBook
from generator.figures.records import RecordSet
from generator.model.appendix_table import TableDescription
from generator.model.record_sheets import of_record


def rows_of(table: TableDescription, book: FigureBook) -> RecordSet:
    """The rows that a table of records prints. Raises KeyError where it is none of records."""
    records = book.records[table.records].filtered(**table.only)
    if not (table.record and table.rows_of):
        return records
    return records.filtered(**{table.rows_of: table.record})


def for_each_record(table: TableDescription, book: FigureBook) -> Iterator[TableDescription]:
    """A table of records as it is for each record that its rows belong to, itself where they
    belong to none."""
    if not table.rows_of or table.record or table.records not in book.records:
        yield table
        return
    column = book.records[table.records].column(table.rows_of)
    for key in dict.fromkeys(str(cell.value) for cell in column.cells if cell.raw):
        yield of_record(table, key)
