"""The words of a table: heads, the lines around it, the cells that the kind writes itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from generator.model.appendix_table import TableDescription
from generator.model.record_sheets import of_record
from generator.model.settings import AppendixSettings
from generator.report.compose.composed import ComposedTable

Line = Callable[[str, str], str]
"""Fills a template of one line, which belongs to an item (heads, notes …) of a table."""
_AS_DESCRIBED = AppendixSettings("")


def composed_table(
    description: TableDescription,
    tables: Mapping[str, TableDescription],
    line: Line,
    settings: AppendixSettings = _AS_DESCRIBED,
) -> ComposedTable:
    """The words of a table, the package's own in place of the kind's; ``tables`` are those of the
    kind, among which stand the blocks of a stacked one."""
    columns = description.shown(settings.columns)
    heads = [settings.heads.get(column.name, column.heading) for column in columns]
    lines = description.lines if settings.lines is None else settings.lines
    notes = description.notes if settings.notes is None else settings.notes
    own = settings.sign_line
    sign_line = description.sign_line if own is None else own
    blocks = [_block(tables[block.table], description) for block in description.blocks]
    return ComposedTable(
        description,
        columns,
        _each(line, heads, "heads"),
        _each(line, lines, "lines"),
        line(description.unit_line, "table"),
        _each(line, notes, "notes"),
        tuple(_each(line, (cell.text for cell in row), "rows") for row in description.rows),
        tuple(composed_table(block, tables, line) for block in blocks),
        _each(line, (block.label for block in description.blocks), "blocks"),
        _each(line, sign_line, "sign_line"),
    )


def _block(block: TableDescription, stack: TableDescription) -> TableDescription:
    """A block of a stacked table, of the same record."""
    return of_record(block, stack.record) if stack.record else block


def _each(line: Line, sources: Iterable[str], item: str) -> tuple[str, ...]:
    return tuple(line(source, item) for source in sources)
