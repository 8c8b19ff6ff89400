"""Rows of tables that come and go, and columns that come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.regenerate.base import Block, CellIdentity
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
    for cell in _cells(script):
        result.setdefault(cell.table, {})[cell.row] = None
    return result


def _gone_row(table: TableMatch, row: str, at: int) -> GoneRow:
    blocks = [indexes for (name, _), indexes in table.ours.cells.items() if name == row]
    return GoneRow(
        table.theirs.number,
        at,
        tuple(sorted(set(chain.from_iterable(blocks)))),
        table.theirs.paragraphs(at),
    )


def decide_rows(matching: Matching, script: Script, gone: Sequence[GoneRow]) -> Decisions:
    """Rows that nobody touched go, edited ones stay; new ones come; new columns are told."""
    wanted = _rows_by_table(script)
    steps: list[Decisions] = []
    for table in matching.tables:
        steps += [_drop(matching, row) for row in gone if row.table == table.theirs.number]
        new_rows = _new_rows(table, wanted.get(table.ours.id, {}))
        steps += [_come(script, table, row) for row in new_rows]
        steps.append(Decisions(matters=_new_column(script, table)))
    return together(steps)


def _come(script: Script, table: TableMatch, row: NewRow) -> Decisions:
    return Decisions(new_rows=(row,), matters=_crooked(script, table, row))


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


def _crooked(script: Script, table: TableMatch, row: NewRow) -> tuple[Matter, ...]:
    """A new row among rows that have more or fewer cells."""
    count = len({cell.column for cell in _cells(script) if cell.row == row.row})
    beside = max(row.after, 0)
    if count == table.theirs.width(beside):
        return ()
    message = f"此处新增的一行有 {count} 格，与本表的列数不同，请核对各格该放在哪一列"
    return (Matter(table.theirs.first_paragraph(beside), "row", message),)


def _cells(script: Script) -> Iterator[CellIdentity]:
    return (block.cell for block in script.new.blocks if block.cell)


def _new_column(script: Script, table: TableMatch) -> tuple[Matter, ...]:
    """Cells that the new draft has in rows that were there before: told, not put in."""
    new = _new_cells(script, table)
    if not new:
        return ()
    named = "、".join(f"“{short(block.text)}”" for block in new[:_NAMED])
    message = f"新稿的这张表多出 {len(new)} 格（{named}等），像是新增的列；文中没有加上，请自己加"
    return (Matter(table.theirs.first_paragraph(), "row", message),)


def _new_cells(script: Script, table: TableMatch) -> list[Block]:
    known = set(script.counterparts.values())
    filled = (block for block in script.new.blocks if block.text and block.id not in known)
    return [block for block in filled if _is_in(block, table)]


def _is_in(block: Block, table: TableMatch) -> bool:
    """Whether a block is a cell of a row that the file has."""
    cell = block.cell
    return cell is not None and cell.table == table.ours.id and cell.row in table.rows
