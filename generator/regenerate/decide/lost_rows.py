"""Rows of a table that the file no longer has, or that nobody can tell from others there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from generator.model.view import Span
from generator.regenerate.base import Block
from generator.regenerate.decide.decisions import Decisions
from generator.regenerate.decide.edits import Remark
from generator.regenerate.decide.matters import Left, Matter, news, of_remark, short
from generator.regenerate.decide.moved import Moved
from generator.regenerate.decide.row_plan import TableRows
from generator.regenerate.decide.script import BlockChange, Script
from generator.regenerate.match import Matching
from generator.regenerate.match.hints import filled
from generator.regenerate.match.labels import is_serial
from generator.regenerate.match.tokens import same

_NAMED = 5
"""So many changes of a row are named."""
_ALIVE = 0.5
"""Where more than this share of the rows has a bookmark, a row without one was deleted."""


def decide_lost_rows(
    matching: Matching, script: Script, tables: Iterable[TableRows], moved: Moved
) -> Decisions:
    """What changed in rows that are not there, one line a row: deleted, or not recognized."""
    matters: list[Matter] = []
    for table in tables:
        lost = _lost(table)
        if lost:
            matters += _matters(matching, script, table, lost, moved)
    return Decisions(matters=tuple(matters))


def _lost(table: TableRows) -> list[str]:
    """The rows of the base that no part of the table has."""
    there = {row for part in table.parts for row in part.rows}
    return [row for row in table.old if row not in there]


def _matters(
    matching: Matching, script: Script, table: TableRows, lost: Sequence[str], moved: Moved
) -> Iterator[Matter]:
    unknown = _has_unknown_rows(matching, table) and not _marks_are_alive(matching, table)
    first = table.parts[0].theirs.first_paragraph()
    before = _rows_before(table)
    for row in lost:
        blocks = list(chain.from_iterable(table.old[row].values()))
        yield from _typed_over(matching, script, moved, blocks)
        changed = _changed(matching, script, moved, blocks)
        if unknown and (changed or row not in table.partners):
            text = _unrecognized(blocks, _news(changed))
            yield Matter(first, "row", text, left=_all_left(blocks))
        elif changed:
            text, left = _deleted(blocks, _news(changed)), _all_left(item[0] for item in changed)
            yield Matter(before.get(row, first), "deleted", text, _key(changed), left)
        elif row not in table.partners:
            yield from _scattered(matching, blocks)


def _scattered(matching: Matching, blocks: Collection[Block]) -> Iterator[Matter]:
    """A row that the new draft does not have, whose cells are there and stand in no one row, as in
    a table that people turned: nothing of it goes by itself."""
    places = (filled(matching.bookmarks, block.ident) for block in blocks if block.text)
    spans = list(filter(None, places))
    if len(spans) > _ALIVE * len(blocks):
        text = f"新稿已没有“{_name(blocks)}”；它的各格在这张表里不成一行，没有删去，请定去留"
        yield Matter(spans[0].first, "row", text, left=_all_left(blocks))


def _typed_over(
    matching: Matching, script: Script, moved: Moved, blocks: Iterable[Block]
) -> Iterator[Matter]:
    """The figures of a row that changed and stand elsewhere in their bookmarks, as people typed
    them."""
    for block in blocks:
        for change in _changes(script, moved, block):
            span = _elsewhere(matching, change)
            seen = _words(matching, span) if span else ""
            if span and not same(seen, change.text):
                old = block.text[change.start : change.end]
                remark = Remark("edited", change, old, seen, span.start)
                yield of_remark(remark, span.first, Left(block.id, change), older=False)


def _elsewhere(matching: Matching, change: BlockChange) -> Span | None:
    """Where the bookmark of a figure stands in a paragraph of the file; None where it does not."""
    span = filled(matching.bookmarks, change.fid)
    return span if span and span.first == span.last else None


def _words(matching: Matching, span: Span) -> str:
    return matching.view.paras[span.first].text[span.start : span.end]


def _changed(
    matching: Matching, script: Script, moved: Moved, blocks: Iterable[Block]
) -> list[tuple[Block, list[BlockChange]]]:
    """The cells that change, with those of their changes that stand nowhere."""
    result: list[tuple[Block, list[BlockChange]]] = []
    for block in blocks:
        changes = _changes(script, moved, block)
        own = [change for change in changes if _elsewhere(matching, change) is None]
        result += [(block, own)] if own else []
    return result


def _rows_before(table: TableRows) -> dict[str, int]:
    """The last paragraph of the row of the file that each row of the base follows."""
    ends = {
        row: part.theirs.paragraphs(at)[-1] for part in table.parts for row, at in part.rows.items()
    }
    last = table.parts[0].theirs.first_paragraph()
    result: dict[str, int] = {}
    for row in table.old:
        last = ends.get(row, last)
        result[row] = last
    return result


def _news(changed: Sequence[tuple[Block, Sequence[BlockChange]]]) -> str:
    """What the new draft has instead; of very many changes the first."""
    said = "；".join(news(block, own) for block, own in changed[:_NAMED])
    return f"{said}等 {len(changed)} 处" if len(changed) > _NAMED else said


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
