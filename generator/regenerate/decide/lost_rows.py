"""Rows of a table that the file no longer has, or that nobody can tell from others there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.regenerate.base import Block
from generator.regenerate.decide.decisions import Decisions
from generator.regenerate.decide.matters import Left, Matter, news, short
from generator.regenerate.decide.moved import Moved
from generator.regenerate.decide.row_plan import TableRows, tables_of
from generator.regenerate.decide.script import BlockChange, Script
from generator.regenerate.match import Matching
from generator.regenerate.match.hints import filled
from generator.regenerate.match.labels import is_serial

_ALIVE = 0.5
"""Where more than this share of the rows has a bookmark, a row without one was deleted."""


def decide_lost_rows(matching: Matching, script: Script, moved: Moved) -> Decisions:
    """What changed in rows that are not there, one line a row: deleted, or not recognized."""
    matters: list[Matter] = []
    for table in tables_of(matching, script):
        lost = _lost(table)
        if lost:
            matters += _told(matching, script, table, lost, moved)
    return Decisions(matters=tuple(matters))


def _lost(table: TableRows) -> list[str]:
    """The rows of the base that no part of the table has."""
    there = {row for part in table.parts for row in part.rows}
    return [row for row in table.old if row not in there]


def _told(
    matching: Matching, script: Script, table: TableRows, lost: Sequence[str], moved: Moved
) -> Iterator[Matter]:
    unknown = _has_unknown_rows(matching, table) and not _marks_are_alive(matching, table)
    last = table.parts[0].theirs.first_paragraph()
    places = {
        row: part.theirs.paragraphs(at)[-1] for part in table.parts for row, at in part.rows.items()
    }
    gone = set(lost)
    for row, cells in table.old.items():
        last = places.get(row, last)
        if row not in gone:
            continue
        blocks = [block for own in cells.values() for block in own]
        changes = [(block, _changes(script, moved, block)) for block in blocks]
        said = "；".join(news(block, own) for block, own in changes if own)
        if unknown and (said or row not in table.partners):
            first = table.parts[0].theirs.first_paragraph()
            yield Matter(first, "row", _unrecognized(blocks, said), left=_all_left(blocks))
        elif said:
            left = _all_left(block for block, own in changes if own)
            yield Matter(last, "deleted", _deleted(blocks, said), _key(changes), left)


def _changes(script: Script, moved: Moved, block: Block) -> list[BlockChange]:
    if is_serial([block]):
        return []
    return [change for change in script.changes[block.id] if change.fid not in moved]


def _all_left(blocks: Iterable[Block]) -> tuple[Left, ...]:
    return tuple(Left(block.id) for block in blocks)


def _key(changes: Sequence[tuple[Block, Sequence[BlockChange]]]) -> str:
    """The key of the first figure that changed."""
    keys = (change.key for _, own in changes for change in own if change.key)
    return next(keys, "")


def _name(blocks: Collection[Block]) -> str:
    """The first words of a row that are no number."""
    texts = [block.text for block in blocks if block.text]
    words = [text for text in texts if not text.replace(".", "").isdigit()]
    return short(next(iter(words or texts), ""))


def _unrecognized(blocks: Collection[Block], said: str) -> str:
    what = f"新稿有变：{said}" if said else "新稿已没有这一行"
    return f"没有认出“{_name(blocks)}”一行现在是哪一行；{what}。请找到以后自己改"


def _deleted(blocks: Collection[Block], said: str) -> str:
    return f"此处之后删去的“{_name(blocks)}”一行，新稿有变：{said}。没有补回"


def _has_unknown_rows(matching: Matching, table: TableRows) -> bool:
    """Whether the file has rows, not empty, that are none of the draft's."""
    for part in table.parts:
        known = set(part.rows.values())
        for row in range(part.theirs.rows):
            texts = [matching.view.paras[para].text for para in part.theirs.paragraphs(row)]
            if row not in known and any(texts):
                return True
    return False


def _marks_are_alive(matching: Matching, table: TableRows) -> bool:
    """Whether bookmarks tell where most rows are."""
    marked = 0
    for cells in table.old.values():
        blocks = [block for own in cells.values() for block in own]
        marked += any(filled(matching.bookmarks, block.ident) for block in blocks)
    return marked > _ALIVE * len(table.old)
