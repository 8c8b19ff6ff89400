"""Rows of tables that come and go, and columns that come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.regenerate.base import Block
from generator.regenerate.decide.decisions import Decisions, DroppedRow, NewRow, together
from generator.regenerate.decide.matters import Matter, short
from generator.regenerate.decide.script import Script
from generator.regenerate.match import Matching
from generator.regenerate.match.cells import TableMatch

_NAMED = 3
"""So many new cells are named."""


@dataclass(frozen=True)
class GoneRow:
    """A row of the file that the new draft does not have: its blocks and paragraphs, by index."""

    table: int
    row: int
    blocks: tuple[int, ...]
    paras: tuple[int, ...]


def gone_rows(matching: Matching, script: Script) -> tuple[GoneRow, ...]:
    """The rows of all tables that the new draft does not have."""
    wanted = _rows_by_table(script)
    return tuple(
        _gone_row(table, row, at)
        for table in matching.tables
        for row, at in table.rows.items()
        if row not in wanted.get(table.ours.id, {})
    )


def _rows_by_table(script: Script) -> Mapping[str, Mapping[str, None]]:
    """The row ids of each table of the new draft, in order."""
    result: dict[str, dict[str, None]] = {}
    for block in script.new.blocks:
        if block.cell:
            result.setdefault(block.cell.table, {})[block.cell.row] = None
    return result


def _gone_row(table: TableMatch, row: str, at: int) -> GoneRow:
    blocks = [indexes for (name, _), indexes in table.ours.cells.items() if name == row]
    paras = [indexes for (number, _), indexes in _in_order(table) if number == at]
    return GoneRow(
        table.theirs.number,
        at,
        tuple(sorted({index for indexes in blocks for index in indexes})),
        tuple(index for indexes in paras for index in indexes),
    )


def _in_order(table: TableMatch) -> list[tuple[tuple[int, int], tuple[int, ...]]]:
    return sorted(table.theirs.cells.items())


def decide_rows(matching: Matching, script: Script, gone: Sequence[GoneRow]) -> Decisions:
    """Rows that nobody touched go, edited ones stay; new ones come; new columns are told."""
    wanted = _rows_by_table(script)
    steps: list[Decisions] = []
    for table in matching.tables:
        number = table.theirs.number
        steps += [_drop(matching, row) for row in gone if row.table == number]
        new_rows = list(_new_rows(table, wanted.get(table.ours.id, {})))
        crooked = [_crooked(script, table, row) for row in new_rows]
        matters = [matter for matter in [*crooked, _new_column(script, table)] if matter]
        steps.append(Decisions(new_rows=tuple(new_rows), matters=tuple(matters)))
    return together(steps)


def _drop(matching: Matching, row: GoneRow) -> Decisions:
    old = [matching.base.blocks[block].text for block in row.blocks]
    if old == [matching.view.paras[para].text for para in row.paras]:
        return Decisions(dropped_rows=(DroppedRow(row.table, row.row),))
    message = "新稿已没有这一行；因为有人改过，保留着，请定去留"
    return Decisions(matters=(Matter(row.paras[0], "dropped", message),))


def _new_rows(table: TableMatch, wanted: Mapping[str, None]) -> Iterator[NewRow]:
    """The rows that the base did not have, each behind the last one before it that is there."""
    last = -1
    for row in wanted:
        if row in table.rows:
            last = table.rows[row]
        elif row not in table.ours.rows:
            yield NewRow(table.theirs.number, last, row)


def _crooked(script: Script, table: TableMatch, row: NewRow) -> Matter | None:
    """A new row among rows that have more or fewer cells."""
    cells = [block.cell for block in script.new.blocks if block.cell]
    count = len({cell.column for cell in cells if cell.row == row.row})
    beside = max(row.after, 0)
    if count == table.theirs.width(beside):
        return None
    para = next(indexes[0] for (at, _), indexes in _in_order(table) if at == beside)
    message = f"此处新增的一行有 {count} 格，与本表的列数不同，请核对各格该放在哪一列"
    return Matter(para, "row", message)


def _new_column(script: Script, table: TableMatch) -> Matter | None:
    """Cells that the new draft has in rows that were there before: told, not put in."""
    known = set(script.counterparts.values())
    new = [
        block
        for block in script.new.blocks
        if block.text and block.id not in known and _is_in(block, table)
    ]
    if not new:
        return None
    named = "、".join(f"“{short(block.text)}”" for block in new[:_NAMED])
    return Matter(
        min(indexes[0] for indexes in table.theirs.cells.values()),
        "row",
        f"新稿的这张表多出 {len(new)} 格（{named}等），像是新增的列；文中没有加上，请自己加",
    )


def _is_in(block: Block, table: TableMatch) -> bool:
    """Whether a block is a cell of a row that the file has."""
    cell = block.cell
    return cell is not None and cell.table == table.ours.id and cell.row in table.rows
