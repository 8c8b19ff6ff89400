"""What the description of a table of fixed rows or of stacked blocks says that cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from generator.model.appendix_table import FixedCell, StackedBlock, TableDescription
from generator.model.errors import Problem


def form_faults(table: TableDescription) -> Iterator[Problem]:
    """Faults of the rows that the kind writes itself, and of what stands beside them."""
    said = [bool(table.columns), bool(table.rows), bool(table.blocks)]
    if sum(said) != 1:
        todo = "一行一条记录的写 columns，固定的格写 rows，几块叠起来的写 blocks"
        yield Problem("columns、rows、blocks 要写一个，只写一个", todo, table.source.file)
        return
    yield from _row_faults(table)
    for number, row in enumerate(table.rows, 1):
        for cell in row:
            yield from _cell_faults(cell, number, table.source.file)


def _row_faults(table: TableDescription) -> Iterator[Problem]:
    """Rows that are not as wide as the first."""
    widths = [sum(cell.span for cell in row) for row in table.rows]
    for number, width in enumerate(widths, 1):
        if width != widths[0]:
            message = f"rows 第{number}行各格的 span 共{width}列，第1行是{widths[0]}列"
            yield Problem(message, "各行的 span 加起来要一样", table.source.file)


def _cell_faults(cell: FixedCell, number: int, file: str) -> Iterator[Problem]:
    """What a cell of the row of that number cannot be."""
    if number == 1 and cell.above:
        yield Problem("rows 第1行的格不能并入上一行", "请删去“^”（above）", file)
    if bool(cell.text) + bool(cell.figure) + cell.above > 1:
        message = f"rows 第{number}行有一格写了几样"
        yield Problem(message, "text、figure、above 只写一个", file)


def stack_faults(tables: Mapping[str, TableDescription], faulty: Set[str]) -> Iterator[Problem]:
    """Faults of the tables of stacked blocks: blocks that are not there, and widths that differ.
    Of a stack with a block that is ``faulty`` itself nothing is said."""
    for table in tables.values():
        if any(block.table in faulty for block in table.blocks):
            continue
        lost = [fault for block in table.blocks for fault in _block_faults(block, table, tables)]
        yield from lost or _widths(table, tables)


def _block_faults(
    block: StackedBlock, table: TableDescription, tables: Mapping[str, TableDescription]
) -> Iterator[Problem]:
    """A block that is not there, or is stacked itself."""
    if block.table not in tables:
        there = "、".join(other for other in tables if other != table.name)
        message = f"blocks 写的“{block.table}”没有这张表"
        yield Problem(message, f"现有：{there}", table.source.file)
    elif tables[block.table].blocks:
        message = f"blocks 写的“{block.table}”本身就是叠起来的表"
        yield Problem(message, "请直接写它的各块", table.source.file)


def _widths(table: TableDescription, tables: Mapping[str, TableDescription]) -> Iterator[Problem]:
    """A block that is not as wide as the first, in columns of the common grid."""
    widths = [
        tables[block.table].width + (block.span if block.label else 0) for block in table.blocks
    ]
    for block, width in zip(table.blocks, widths, strict=True):
        if width != widths[0]:
            first = f"“{table.blocks[0].table}”占{widths[0]}列"
            message = f"“{block.table}”占公共栅格{width}列，{first}，叠不起来"
            yield Problem(message, "请用各列（和 label）的 span 调成一样", table.source.file)
