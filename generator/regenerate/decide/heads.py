"""The heads of tables, whose cells are named by the number of their column: which is which where
the columns of a table change."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from generator.model.regex import regex
from generator.regenerate.base import Base, Block

_IN_HEAD = "/head"
_HEAD = regex(r"(.*/head(?:/\d+)?/)(\d+)(~.*)?")
"""The id of a cell of a head: what stands before the number of its first column, that, and the
number of a further paragraph."""
_Columns = Mapping[int, int]
"""The column of the new draft that each column of the base is; one that is gone is not there."""


def head_partners(old: Base, new: Base, known: Mapping[str, str]) -> dict[str, str]:
    """The cells of heads, by id, where the columns of their table are not what they were, and which
    each is in the new draft, "" for none; ``known`` are the blocks that are the same."""
    columns = _columns_by_table(old, new, known)
    there = {block.id for block in new.blocks}
    result: dict[str, str] = {}
    for block, stem, number, rest in _head_cells(old):
        own = columns.get(block.cell.table, {}) if block.cell else {}
        if own:
            name = f"{stem}{own[number]}{rest}" if number in own else ""
            result[block.id] = name if name in there else ""
    return result


def is_head_cell(block: Block) -> bool:
    """Whether a block is a cell of a head."""
    return _head(block) is not None


def _head(block: Block) -> re.Match[str] | None:
    """The id of a cell of a head; None for any other block."""
    return _HEAD.fullmatch(block.id) if block.cell and _IN_HEAD in block.id else None


def _head_cells(draft: Base) -> Iterator[tuple[Block, str, int, str]]:
    """The cells of heads, and the parts of their ids."""
    for block in draft.blocks:
        found = _head(block)
        if found:
            yield block, found[1], int(found[2]), found[3] or ""


def _columns_by_table(old: Base, new: Base, known: Mapping[str, str]) -> dict[str, _Columns]:
    """The columns of the tables in which they are not what they were, as most cells below the head
    say, in rows that have a cell in each column."""
    votes: dict[str, dict[int, Counter[int]]] = defaultdict(lambda: defaultdict(Counter))
    sizes: dict[str, int] = {}
    theirs = {block.id: block.cell for block in new.blocks}
    widths, new_widths = _widths(old), _widths(new)
    for block in old.blocks:
        cell = block.cell
        other = theirs.get(known.get(block.id, "")) if cell else None
        if cell and other and not is_head_cell(block):
            is_whole = widths[cell.row] == widths[cell.table]
            if is_whole and new_widths[other.row] == new_widths[other.table]:
                sizes[cell.table] = new_widths[other.table]
                votes[cell.table][cell.column][other.column] += 1
    elected = {table: _elected(own, widths[table]) for table, own in votes.items()}
    return {
        table: own
        for table, own in elected.items()
        if any(old != new for old, new in own.items()) or sizes[table] != widths[table]
    }


def _elected(votes: Mapping[int, Counter[int]], width: int) -> _Columns:
    """The column that most cells of each say; one of which no cell is known stays where no other
    takes its place."""
    own = {column: counted.most_common(1)[0][0] for column, counted in votes.items()}
    taken = {*own.values()}
    unknown = {column: column for column in range(width) if column not in {*own, *taken}}
    return own | unknown


def _widths(draft: Base) -> dict[str, int]:
    """How many cells each row has, by id, and how many the widest row of each table."""
    result: dict[str, int] = {}
    for block in draft.blocks:
        cell = block.cell
        if cell:
            for name in (cell.row, cell.table):
                if result.get(name, 0) <= cell.column:
                    result[name] = cell.column + 1
    return result
