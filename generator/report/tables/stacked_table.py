"""Tables one below the other as one, their columns on a common grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from generator.model.document import (
    Align,
    CellFormula,
    Column,
    RowRole,
    SheetCell,
    Table,
    TableCell,
    TableRow,
    Text,
)
from generator.model.replacing import replace


class BlockOfStack(Struct, frozen=True):
    """A block: its finished table, how many columns of the grid each of its columns takes, and the
    label down its left side over so many columns (0: none)."""

    table: Table
    spans: Sequence[int]
    label: Text = ()
    label_span: int = 0

    @property
    def starts(self) -> list[int]:
        """In which column of the grid each column begins, and where the last ends."""
        return list(accumulate(self.spans, initial=self.label_span))


def stacked_table(name: str, blocks: Sequence[BlockOfStack]) -> Table:
    """The table of these blocks, which are equally wide. No head of it comes again on the next
    page: a word processor repeats the first rows of a table alone, and these head one block."""
    width = blocks[0].starts[-1]
    columns = (Column("left"),) * width
    rows: list[TableRow] = []
    for block in blocks:
        rows += _rows(name, block, len(rows))
    return Table(name, columns, tuple(rows))


def _rows(name: str, block: BlockOfStack, above: int) -> Iterator[TableRow]:
    """The rows of a block that stands below so many others."""
    count = len(block.table.rows)
    for index, row in enumerate(block.table.rows):
        cells = [_on_grid(cell, start, row.role, block, above) for start, cell in row.placed()]
        if block.label_span:
            cells.insert(0, _label(name, block, row, index, count))
        role: RowRole = "subhead" if row.role == "head" else row.role
        yield TableRow(row.id, tuple(cells), role)


def _label(name: str, block: BlockOfStack, row: TableRow, index: int, count: int) -> TableCell:
    """The label at the left of a row: one cell down the block."""
    if index:
        texts: tuple[Text, ...] = ((),)
        made = TableCell(f"{row.id}/label", texts, vmerge="continue")
    else:
        identity = f"{name}/{block.table.id}/label"
        made = TableCell(identity, (block.label,), vmerge="restart" if count > 1 else None)
    return replace(made, align="center", colspan=block.label_span, strong=True)


def _on_grid(
    cell: TableCell, start: int, role: RowRole, block: BlockOfStack, above: int
) -> TableCell:
    """A cell that begins in column ``start`` of its block, as a cell of the grid."""
    starts = block.starts
    return replace(
        cell,
        align=cell.align or _align(role, start, block.table.columns),
        colspan=starts[start + cell.colspan] - starts[start],
        sums=tuple((first + above, last + above) for first, last in cell.sums),
        formula=_moved(cell.formula, starts, above),
    )


def _align(role: RowRole, start: int, columns: Sequence[Column]) -> Align:
    """Heads are centred; numbers, which other blocks stand above and below, too."""
    if role == "head":
        return "center"
    if role == "group" and start == 0:
        return "left"
    align = columns[start].align
    return "center" if align == "decimal" else align


def _moved(formula: CellFormula, starts: Sequence[int], above: int) -> CellFormula:
    return tuple(
        part if isinstance(part, str) else _location(part, starts, above) for part in formula
    )


def _location(part: SheetCell, starts: Sequence[int], above: int) -> SheetCell:
    """Where a cell of a block stands on the grid."""
    return SheetCell(part.row + above, starts[part.column])
