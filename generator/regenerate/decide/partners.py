"""Which block of the new draft is which of the base: by id, else by what it says."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from generator.model.regex import regex
from generator.regenerate.base import Base, Block
from generator.regenerate.decide.heads import head_partners
from generator.regenerate.match.labels import is_serial, row_label
from generator.regenerate.match.tokens import share_inside, similarity

_HASH = regex(r"[:\[#][0-9a-f]{8,}\]?(?:~[0-9]+)?(?=(?:~\+[0-9]+)?$)")
"""How an id ends that follows the words of its block, but for the number of a further paragraph."""
_ALIKE = 0.5
"""Least similarity of two such blocks that are one."""
_INSIDE = 0.9
"""Where so much of a block stands in a longer one, that is the block with words added to it."""
_LONG = 8
"""A text of so many characters is not the same by chance."""
_Name = TypeVar("_Name", bound=Hashable)


def counterparts(old: Base, new: Base, rows: Mapping[str, str]) -> dict[str, str]:
    """Which block of the new draft is which of the old one, by id; ``rows`` are the rows that stay.

    A text whose id follows its words is found by likeness, a record whose key became another by
    what it says.
    """
    there = {block.id for block in new.blocks}
    same = {block.id: block.id for block in old.blocks if block.id in there}
    come = _by_stem(new, same)
    for stem, gone in _by_stem(old, same).items():
        same.update(_alike(gone, come.get(stem, [])))
    same.update(_renamed(old, new, same))
    same.update(_in_renamed_rows(old, new, rows, same))
    same.update(head_partners(old, new, same))
    return {block: partner for block, partner in same.items() if partner}


def row_partners(old: Base, new: Base) -> dict[str, str]:
    """The row of the new draft that each row of the old one is, by their ids, where it stays."""
    there = {block.cell.row for block in new.blocks if block.cell}
    same = {
        block.cell.row: block.cell.row
        for block in old.blocks
        if block.cell and block.cell.row in there
    }
    gone = {row: _label(cells) for row, cells in rows_of(old, same).items()}
    come = {row: _label(cells) for row, cells in rows_of(new, same).items()}
    return same | dict(_only_equal(gone, come))


def rows_of(draft: Base, without: Collection[str] = ()) -> dict[str, dict[int, list[Block]]]:
    """The cells of each row of a draft by column, without some rows; rows by id, in order."""
    rows: dict[str, dict[int, list[Block]]] = {}
    for block in draft.blocks:
        if block.cell and block.cell.row not in without:
            cells = rows.setdefault(block.cell.row, {})
            cells.setdefault(block.cell.column, []).append(block)
    return rows


def _label(cells: Mapping[int, Sequence[Block]]) -> Hashable:
    """The table of a row and its words; None for a row without any."""
    block = next(iter(cells.values()))[0]
    filled = [own for own in cells.values() if not is_serial(own)]
    words = row_label(["".join(item.text for item in own) for own in filled]).words
    return (block.cell.table, words) if block.cell and words else None


def _only_equal(
    gone: Mapping[_Name, Hashable], come: Mapping[_Name, Hashable]
) -> Iterator[tuple[_Name, _Name]]:
    """What went and what came where both say the same, and nothing else does."""
    ours, theirs = _by_value(gone), _by_value(come)
    for value, names in ours.items():
        if value is not None and len(names) == len(theirs.get(value, ())) == 1:
            yield names[0], theirs[value][0]


def _by_value(named: Mapping[_Name, Hashable]) -> dict[Hashable, list[_Name]]:
    result: dict[Hashable, list[_Name]] = {}
    for name, value in named.items():
        result.setdefault(value, []).append(name)
    return result


def _renamed(old: Base, new: Base, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Paragraphs that went under one id and came, word for word, under another."""
    taken = set(known.values())
    gone = {block.id: block.text for block in _flow(old) if block.id not in known}
    come = {block.id: block.text for block in _flow(new) if block.id not in taken}
    return _only_equal(gone, come)


def _flow(draft: Base) -> Iterator[Block]:
    return (block for block in draft.blocks if not block.cell and len(block.text) >= _LONG)


def _in_renamed_rows(
    old: Base, new: Base, partners: Mapping[str, str], known: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The cells of rows whose record has another key now."""
    same = {row for row, partner in partners.items() if row == partner}
    ours, theirs = rows_of(old, same), rows_of(new, same)
    for row in (row for row in partners if row not in same):
        for column, blocks in ours[row].items():
            others = theirs[partners[row]].get(column, ())
            pairs = zip(blocks, others, strict=False)
            yield from ((one.id, other.id) for one, other in pairs if one.id not in known)


def _alike(gone: Sequence[Block], come: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Blocks whose words changed so little that they are the same, each taken once."""
    free = list(come)
    for block in gone:
        best = _most_alike(block.text, free)
        if best is not None:
            yield block.id, best.id
            free.remove(best)


def _by_stem(draft: Base, known: Collection[str]) -> dict[str, list[Block]]:
    """The blocks not known yet whose ids follow their words, by the rest of the id."""
    result: dict[str, list[Block]] = {}
    for block in draft.blocks:
        if block.id not in known and _HASH.search(block.id):
            result.setdefault(_HASH.sub("", block.id), []).append(block)
    return result


def _most_alike(text: str, blocks: Iterable[Block]) -> Block | None:
    best = max(blocks, key=lambda block: _likeness(text, block.text), default=None)
    return best if best is not None and _likeness(text, best.text) >= _ALIKE else None


def _likeness(old: str, new: str) -> float:
    """How alike two texts are; one that became longer, or shorter, is like what it was."""
    alike = similarity(old, new)
    short, long = sorted((old, new), key=len)
    if alike < _ALIKE and len(short) >= _LONG and share_inside(short, long) >= _INSIDE:
        return _ALIKE
    return alike
