"""Rows of tables that come, go and change places, and columns that come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from generator.regenerate.base import Block
from generator.regenerate.decide.decisions import Decisions, DroppedRow, NewRow, together
from generator.regenerate.decide.heads import is_head_cell
from generator.regenerate.decide.matters import Left, Matter, short
from generator.regenerate.decide.row_plan import FileRow, TableRows
from generator.regenerate.decide.script import Script
from generator.regenerate.decide.serials import number_rows
from generator.regenerate.match import Matching
from generator.regenerate.match.cells import TableMatch
from generator.regenerate.match.tokens import bare

_NAMED = 3
"""So many new cells are named."""
_MOVED_BY_HAND = "数据里各行的次序变了；这张表的次序由人排过，没有跟着变"
_CANNOT_MOVE = "数据里这一行的次序或合并的格变了；{}，没有动，请定放在哪里"
_OTHER_ORDER = "新稿的这张表换了各列的次序；文中各列还是原来的次序，数照样更新"
_GONE_COLUMN = "新稿的这张表没有“{}”这一列了；没有人改过的格已经删空，请把这一列删去"
_HANGS_ON_IT, _IN_PARTS = "这一行有别人的修订或批注", "这张表由人分成了几张"


class GoneRow(Struct, frozen=True):
    """A row of the file that the new draft does not have: its blocks and paragraphs, by index."""

    table: int
    row: int
    blocks: tuple[int, ...]
    paras: tuple[int, ...]


def gone_rows(tables: Iterable[TableRows]) -> tuple[GoneRow, ...]:
    """The rows of all tables that the new draft does not have."""
    return tuple(
        GoneRow(part.theirs.number, at, part.ours.blocks(row), part.theirs.paragraphs(at))
        for table in tables
        for part in table.parts
        for row, at in part.rows.items()
        if row not in table.partners
    )


def decide_rows(
    matching: Matching, script: Script, tables: Iterable[TableRows], gone: Sequence[GoneRow]
) -> Decisions:
    """Rows that nobody touched go, edited ones stay; new ones come; rows whose records change
    places do, unless people have put them in another order; new columns are told."""
    return together([_table(matching, script, table, gone) for table in tables])


def _table(
    matching: Matching, script: Script, table: TableRows, gone: Sequence[GoneRow]
) -> Decisions:
    numbers = {part.theirs.number for part in table.parts}
    dropped = together([_drop(matching, row) for row in gone if row.table in numbers])
    moving, stuck = _moving(matching, table)
    rows = tuple(_new_rows(table, moving))
    told = [*_about_order(table), *(_stuck(table, row) for row in sorted(stuck))]
    told += chain.from_iterable(_crooked(table, row) for row in rows if row.source is None)
    told += [*_new_column(script, table), *_other_columns(script, table)]
    decided = together([dropped, Decisions(new_rows=rows, matters=tuple(told))])
    return number_rows(matching, table, decided)


def _moving(matching: Matching, table: TableRows) -> tuple[set[str], set[str]]:
    """The rows that change places or begin a merge, and those that should and cannot."""
    wanted = set(table.remerged)
    if not table.moved_by_hand:
        wanted |= table.moved_by_data
    whole = len(table.parts) == 1
    movable = {row for row in wanted if whole and _may_move(matching, table, table.places[row])}
    return movable, wanted - movable


def _may_move(matching: Matching, table: TableRows, place: FileRow) -> bool:
    """Whether nothing of other people hangs on a row."""
    paras = table.part(place[0]).theirs.paragraphs(place[1])
    return matching.view.busy.isdisjoint(paras)


def _about_order(table: TableRows) -> Iterator[Matter]:
    if table.moved_by_data and table.moved_by_hand:
        yield Matter(table.parts[0].theirs.first_paragraph(), "check", _MOVED_BY_HAND)


def _stuck(table: TableRows, row: str) -> Matter:
    number, at = table.places[row]
    message = _CANNOT_MOVE.format(_IN_PARTS if len(table.parts) > 1 else _HANGS_ON_IT)
    return Matter(table.part(number).theirs.first_paragraph(at), "row", message)


def _drop(matching: Matching, row: GoneRow) -> Decisions:
    old = [matching.base.blocks[block].text for block in row.blocks]
    now = [matching.view.paras[para].text for para in row.paras]
    if _said(old) == _said(now):
        return Decisions(dropped_rows=(DroppedRow(row.table, row.row),))
    message = "新稿已没有这一行；因为有人改过，保留着，请定去留"
    left = tuple(Left(matching.base.blocks[block].id) for block in row.blocks)
    return Decisions(matters=(Matter(row.paras[0], "dropped", message, left=left),))


def _said(texts: Sequence[str]) -> str:
    """What the paragraphs of a row say, which stand in one cell or another, in one or several: a
    merged cell goes on in rows of which it is no cell, and Excel knows one paragraph a cell."""
    return "".join(map(bare, texts))


def _new_rows(table: TableRows, moving: Collection[str]) -> Iterator[NewRow]:
    """The rows that come or change places, each behind the last one before it that stays."""
    come = set(table.come)
    last = (table.parts[0].theirs.number, -1)
    for row in table.wanted:
        if row in moving:
            columns = table.new_columns(table.old_names[row])
            yield NewRow(*last, row, table.places[row][1], columns)
        elif row in table.places:
            last = table.places[row]
        elif row in come:
            yield NewRow(*last, row)


def _crooked(table: TableRows, row: NewRow) -> tuple[Matter, ...]:
    """A new row among rows that have more or fewer cells."""
    part, beside = table.part(row.table), max(row.after, 0)
    count = max(table.wanted[row.row]) + 1
    if count == part.theirs.width(beside) or count in _usual_widths(table):
        return ()
    if _has_its_columns(table, part):  # the last cells of the row are part of those above
        return ()
    message = f"此处新增的一行有 {count} 格，与本表的列数不同，请核对各格该放在哪一列"
    return (Matter(part.theirs.first_paragraph(beside), "row", message),)


def _has_its_columns(table: TableRows, part: TableMatch) -> bool:
    """Whether the widest row of a part of the file has as many cells as that of the base."""
    widest = max(part.theirs.width(at) for at in range(part.theirs.rows))
    return widest == max(max(cells) + 1 for cells in table.old.values())


def _usual_widths(table: TableRows) -> set[int]:
    """The widths that rows of the base have in the file without a change of it."""
    return {
        part.theirs.width(at)
        for part in table.parts
        for row, at in part.rows.items()
        if part.theirs.width(at) == max(table.old[row]) + 1
    }


def _new_column(script: Script, table: TableRows) -> tuple[Matter, ...]:
    """Cells that the new draft has in rows that were there before: told, not put in."""
    new = _new_cells(script, table)
    if not new:
        return ()
    named = "、".join(f"“{short(block.text)}”" for block in new[:_NAMED])
    message = f"新稿的这张表多出 {len(new)} 格（{named}等），像是新增的列；文中没有加上，请自己加"
    missing = tuple(block.id for block in new)
    first = table.parts[0].theirs.first_paragraph()
    return (Matter(first, "row", message, missing=missing),)


def _other_columns(script: Script, table: TableRows) -> Iterator[Matter]:
    """Columns that the new draft has in another order or not at all, by the heads of rows that are
    there: told, not moved."""
    first = table.parts[0].theirs.first_paragraph()
    heads = [table.old[row] for name, row in table.old_names.items() if name in table.places]
    for cells in (cells for cells in heads if is_head_cell(cells[min(cells)][0])):
        kept = [script.counterpart(cells[column][0]) for column in sorted(cells)]
        places = [block.cell.column for block in kept if block and block.cell]
        if places != sorted(places):
            yield Matter(first, "check", _OTHER_ORDER)
        gone = [
            cells[at][0].text for at, block in zip(sorted(cells), kept, strict=True) if not block
        ]
        for head in filter(None, gone):
            yield Matter(first, "check", _GONE_COLUMN.format(short(head.replace("\n", ""))))


def _new_cells(script: Script, table: TableRows) -> list[Block]:
    """The filled cells of known rows that the base did not have, but for those of a merge."""
    known = set(script.counterparts.values())
    rows = [table.wanted[row] for row in table.places if row not in table.remerged]
    cells = [block for cells in rows for blocks in cells.values() for block in blocks]
    return [block for block in cells if block.text and block.id not in known]
