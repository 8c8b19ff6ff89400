"""Whole blocks: those that the user deleted, and those that are new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.regenerate.base import Block
from generator.regenerate.decide.decisions import Decisions, Insertion
from generator.regenerate.decide.matters import Matter, news, short
from generator.regenerate.decide.moved import Moved
from generator.regenerate.decide.script import BlockChange, Script
from generator.regenerate.match import Matching


def decide_deleted(matching: Matching, script: Script, moved: Moved) -> Decisions:
    """Blocks that the user deleted stay deleted; what changed in them is told where they stood."""
    return Decisions(matters=tuple(_deleted(matching, script, moved)))


def _deleted(matching: Matching, script: Script, moved: Moved) -> Iterator[Matter]:
    last = 0
    for index, block in enumerate(matching.base.blocks):
        if index in matching.homes:
            last = matching.homes[index][-1]
            continue
        changes = _changes(script, moved, block)
        if changes:
            message = _message(matching, block, changes)
            yield Matter(last, "deleted", message, changes[0].key or "")


def _changes(script: Script, moved: Moved, block: Block) -> list[BlockChange]:
    """The changes of a block but for its number and what stands elsewhere now."""
    changes = (change for change in script.changes[block.id] if not change.numbering)
    return [change for change in changes if change.fid not in moved]


def _message(matching: Matching, block: Block, changes: Sequence[BlockChange]) -> str:
    """What was deleted, a cell by the first words of its row, and what became of it."""
    what = f"“{short(_first_words(matching, block))}”{'一行' if block.cell else ''}"
    return f"此处之后删去的{what}，新稿有变：{news(block, changes)}。没有补回"


def _first_words(matching: Matching, block: Block) -> str:
    if block.cell is None:
        return block.text
    row = (block.cell.table, block.cell.row)
    for other in matching.base.blocks:
        if other.text and other.cell and (other.cell.table, other.cell.row) == row:
            return other.text
    return ""


def decide_new_blocks(matching: Matching, script: Script) -> Decisions:
    """Blocks that the base did not have go behind their predecessor."""
    return Decisions(insertions=tuple(_insertions(_new(matching, script))))


def _new(matching: Matching, script: Script) -> Iterator[tuple[int, Block]]:
    """The new blocks, and the paragraph that each goes behind.

    A new cell of a table that is there is no new block: it belongs to a row.
    """
    tables = {block.cell.table for block in matching.base.blocks if block.cell}
    for after, block in _behind(matching, script):
        if block.cell is None or block.cell.table not in tables:
            yield after, block


def _insertions(new: Iterable[tuple[int, Block]]) -> Iterator[Insertion]:
    """Neighbours that go behind the same paragraph are one insertion."""
    for after, group in groupby(new, key=lambda item: item[0]):
        yield Insertion(after, tuple(block.id for _, block in group))


def _behind(matching: Matching, script: Script) -> Iterator[tuple[int, Block]]:
    """The blocks that the base did not have, and the paragraph that each goes behind."""
    homes = _new_homes(matching, script)
    last = -1
    for block in script.new.blocks:
        if block.id not in homes:
            yield last, block
        elif homes[block.id]:
            last = max(homes[block.id])


def _new_homes(matching: Matching, script: Script) -> dict[str, tuple[int, ...]]:
    """The paragraphs of each block of the new draft that the base had, () where they are gone."""
    indexes = {block.id: index for index, block in enumerate(matching.base.blocks)}
    partners = script.counterparts.items()
    return {new: matching.homes.get(indexes[old], ()) for old, new in partners}
