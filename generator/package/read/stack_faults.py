"""What the description of a table of fixed rows or of stacked blocks says that cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from generator.model.appendix_table import TableDescription
from generator.model.errors import Problem


def form_faults(table: TableDescription) -> Iterator[Problem]:
    """Faults of the rows that the kind writes itself, and of what stands beside them."""
    file = table.source.file
    said = [bool(table.columns), bool(table.rows), bool(table.blocks)]
    if sum(said) != 1:
        message = "columns、rows、blocks 要写一个，只写一个"
        yield Problem(
            message, "一行一条记录的写 columns，固定的格写 rows，几块叠起来的写 blocks", file
        )
        return
    widths = [sum(cell.span for cell in row) for row in table.rows]
    for number, width in enumerate(widths, 1):
        if width != widths[0]:
            message = f"rows 第{number}行各格的 span 共{width}列，第1行是{widths[0]}列"
            yield Problem(message, "各行的 span 加起来要一样", file)
    for number, row in enumerate(table.rows, 1):
        for cell in row:
            if number == 1 and cell.above:
                yield Problem("rows 第1行的格不能并入上一行", "请删去“^”（above）", file)
            if bool(cell.text) + bool(cell.figure) + cell.above > 1:
                message = f"rows 第{number}行有一格写了几样"
                yield Problem(message, "text、figure、above 只写一个", file)


def stack_faults(tables: Mapping[str, TableDescription], faulty: Set[str]) -> Iterator[Problem]:
    """Faults of the tables of stacked blocks: blocks that are not there, and widths that differ.
    Of a stack with a block that is ``faulty`` itself nothing is said."""
    for table in tables.values():
        if not table.blocks or any(block.table in faulty for block in table.blocks):
            continue
        unknown = [block.table for block in table.blocks if block.table not in tables]
        nested = [block.table for block in table.blocks if _is_stack(block.table, tables)]
        for name in unknown:
            there = "、".join(other for other in tables if other != table.name)
            yield Problem(f"blocks 写的“{name}”没有这张表", f"现有：{there}", table.source.file)
        for name in nested:
            message = f"blocks 写的“{name}”本身就是叠起来的表"
            yield Problem(message, "请直接写它的各块", table.source.file)
        if not unknown and not nested:
            yield from _widths(table, tables)


def _is_stack(name: str, tables: Mapping[str, TableDescription]) -> bool:
    return name in tables and bool(tables[name].blocks)


def _widths(table: TableDescription, tables: Mapping[str, TableDescription]) -> Iterator[Problem]:
    """A block that is not as wide as the first, in columns of the common grid."""
    first: int | None = None
    for block in table.blocks:
        width = tables[block.table].width + (block.span if block.label else 0)
        first = width if first is None else first
        if width != first:
            message = (
                f"“{block.table}”占公共栅格{width}列，“{table.blocks[0].table}”占{first}列，"
                "叠不起来"
            )
            yield Problem(message, "请用各列（和 label）的 span 调成一样", table.source.file)
