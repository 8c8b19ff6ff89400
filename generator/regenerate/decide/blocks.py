"""Whole blocks: those that the user deleted, and those that are new."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from generator.regenerate.base import Block
from generator.regenerate.decide.decisions import Decisions, Insertion
from generator.regenerate.decide.matters import Left, Matter, news, short
from generator.regenerate.decide.moved import Moved
from generator.regenerate.decide.script import BlockChange, Script
from generator.regenerate.match import Matching
from generator.regenerate.match.labels import is_serial

_NAMED = 5
"""So many changes of what is gone are named."""


def decide_deleted(matching: Matching, script: Script, moved: Moved) -> Decisions:
    """Blocks that the user deleted stay deleted; what changed in them is told where they stood."""
    return Decisions(matters=tuple(_deleted(matching, script, moved)))


def _deleted(matching: Matching, script: Script, moved: Moved) -> Iterator[Matter]:
    tables: dict[str, set[str]] = {}
    for table in matching.tables:
        tables.setdefault(table.ours.id, set()).update(table.rows)
    numbered = enumerate(matching.base.blocks)
    last = 0
    for name, group in groupby(numbered, key=lambda item: _name(item[1], tables)):
        own = list(group)
        homes = [matching.homes[index][-1] for index, _ in own if index in matching.homes]
        last = homes[-1] if homes else last
        if not _is_lost_row(name, tables):
            gone = [block for index, block in own if index not in matching.homes]
            yield from _matters(last, own[0][1], _changed(script, moved, gone))


_Tables = Mapping[str, Collection[str]]
_Name = tuple[str, str]


def _name(block: Block, tables: _Tables) -> _Name:
    """What is told as one: a block; a row of a table that is there; a table that is gone."""
    if block.cell is None:
        return "", block.id
    return block.cell.table, block.cell.row if block.cell.table in tables else ""


def _is_lost_row(name: _Name, tables: _Tables) -> bool:
    """Whether a row is not in the table that is there: that is told elsewhere."""
    return bool(name[0]) and name[0] in tables and name[1] not in tables[name[0]]


def _matters(
    para: int, first: Block, changed: Sequence[tuple[Block, Sequence[BlockChange]]]
) -> Iterator[Matter]:
    """One line for what is gone together; of a large table not all that changed."""
    if changed:
        said = "；".join(news(block, changes) for block, changes in changed[:_NAMED])
        said += f"等 {len(changed)} 处" if len(changed) > _NAMED else ""
        what = f"“{short(first.text)}”{'一行' if first.cell else ''}"
        message = f"此处之后删去的{what}，新稿有变：{said}。没有补回"
        left = tuple(Left(block.id) for block, _ in changed)
        yield Matter(para, "deleted", message, changed[0][1][0].key or "", left)


def _changed(
    script: Script, moved: Moved, blocks: Iterable[Block]
) -> list[tuple[Block, list[BlockChange]]]:
    """The blocks that change, with their changes."""
    both = ((block, _changes(script, moved, block)) for block in blocks)
    return [item for item in both if item[1]]


def _changes(script: Script, moved: Moved, block: Block) -> list[BlockChange]:
    """The changes of a block but for its number and what stands elsewhere now."""
    if block.cell and is_serial([block]):
        return []
    changes = (change for change in script.changes[block.id] if not change.numbering)
    return [change for change in changes if change.fid not in moved]


def decide_new_blocks(matching: Matching, script: Script, moving: Mapping[str, int]) -> Decisions:
    """Blocks that the base did not have, or had elsewhere, go behind their predecessor."""
    return Decisions(insertions=tuple(_insertions(_new(matching, script, moving))))


def _new(
    matching: Matching, script: Script, moving: Collection[str]
) -> Iterator[tuple[int, Block]]:
    """The new blocks, and the paragraph that each goes behind.

    A new cell of a table that is there is no new block: it belongs to a row.
    """
    tables = {block.cell.table for block in matching.base.blocks if block.cell}
    for after, block in _behind(matching, script, moving):
        if block.cell is None or block.cell.table not in tables:
            yield after, block


def _insertions(new: Iterable[tuple[int, Block]]) -> Iterator[Insertion]:
    """Neighbours that go behind the same paragraph are one insertion."""
    for after, group in groupby(new, key=lambda item: item[0]):
        yield Insertion(after, tuple(block.id for _, block in group))


def _behind(
    matching: Matching, script: Script, moving: Collection[str]
) -> Iterator[tuple[int, Block]]:
    """The blocks that the base did not have there, and the paragraph that each goes behind."""
    homes = _new_homes(matching, script)
    last = -1
    for block in script.new.blocks:
        if block.id not in homes or block.id in moving:
            yield last, block
        elif homes[block.id]:
            last = max(homes[block.id])


def _new_homes(matching: Matching, script: Script) -> dict[str, tuple[int, ...]]:
    """The paragraphs of each block of the new draft that the base had, () where they are gone."""
    indexes = {block.id: index for index, block in enumerate(matching.base.blocks)}
    partners = script.counterparts.items()
    return {new: matching.homes.get(indexes[old], ()) for old, new in partners}
