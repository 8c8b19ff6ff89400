"""Rows of tables that come and go, and columns."""

from __future__ import annotations

from collections.abc import Sequence

from generator.regenerate.decide.decisions import DroppedRow, Merge, NewRow
from generator.regenerate.decide.matters import Matter, short
from generator.regenerate.match.tables import TableMatch


def table_rows(work: Merge, tables: Sequence[TableMatch]) -> set[int]:
    """Rows that came and went. Gives the blocks of the rows that are deleted as a whole."""
    gone: set[int] = set()
    new_rows: dict[str, list[str]] = {}
    for block in work.new.blocks:
        if block.cell and block.cell.row not in new_rows.setdefault(block.cell.table, []):
            new_rows[block.cell.table].append(block.cell.row)
    for table in tables:
        wanted = new_rows.get(table.grid.id, [])
        for row, at in table.rows.items():
            if row not in wanted:
                gone |= _row_gone(work, table, row, at)
        last = -1
        for row in wanted:
            if row in table.rows:
                last = table.rows[row]
            elif row not in table.grid.rows:
                work.new_rows.append(NewRow(table.table.number, last, row))
                _width(work, table, last, row)
        _new_cells(work, table)
    return gone


def _width(work: Merge, table: TableMatch, last: int, row: str) -> None:
    """A new row among rows that have more or fewer cells."""
    cells = {block.cell.column for block in work.new.blocks if block.cell and block.cell.row == row}
    if len(cells) != table.table.width(max(last, 0)):
        paras = table.table.cells[
            next(key for key in sorted(table.table.cells) if key[0] == max(last, 0))
        ]
        work.matters.append(
            Matter(
                paras[0],
                "row",
                f"此处新增的一行有 {len(cells)} 格，与本表的列数不同，请核对各格该放在哪一列",
            )
        )


def _new_cells(work: Merge, table: TableMatch) -> None:
    """Cells that the new draft has in a row that was there before: a column is new. It is told, not put in."""
    known = set(work.partner.values())
    new = [
        block
        for block in work.new.blocks
        if block.cell
        and block.cell.table == table.grid.id
        and block.cell.row in table.rows
        and block.id not in known
        and block.text
    ]
    if new:
        named = "、".join(f"“{short(block.text)}”" for block in new[:3])
        work.matters.append(
            Matter(
                min(paras[0] for paras in table.table.cells.values()),
                "row",
                f"新稿的这张表多出 {len(new)} 格（{named}等），像是新增的列；文中没有加上，请自己加",
            )
        )


def _row_gone(work: Merge, table: TableMatch, row: str, at: int) -> set[int]:
    blocks = {
        place for (name, _), places in table.grid.cells.items() if name == row for place in places
    }
    old = [work.base.blocks[place].text for place in sorted(blocks)]
    paras = [
        para
        for (place, _), found in sorted(table.table.cells.items())
        if place == at
        for para in found
    ]
    if old == [work.view.paras[para].text for para in paras]:
        work.dropped_rows.append(DroppedRow(table.table.number, at))
    else:
        work.matters.append(
            Matter(paras[0], "dropped", "新稿已没有这一行；因为有人改过，保留着，请定去留")
        )
    return blocks
