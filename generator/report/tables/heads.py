"""The head of a table: as many rows as its deepest head has parts; columns share what lies above
them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.model.document import TableCell, TableRow, Text, plain
from generator.model.replacing import replace

Head = tuple[Text, ...]
"""The text of a head, or its parts from the uppermost down."""


class _Numbered(NamedTuple):
    """A head with the number of its first column, and over how many columns it stands."""

    number: int
    width: int
    text: Head


def head_rows(
    table: str, heads: Sequence[Head], joined: Container[int] = ()
) -> tuple[TableRow, ...]:
    """The rows of the head, as many as the deepest head has parts.

    Heads side by side whose upper parts are equal as far down as this row share a cell of it; the
    last part of a head is as high as all rows that are left. A head of a ``joined`` column (by
    number) that says nothing is part of the head at its left.
    """
    depth = max(map(len, heads))
    numbered = list(_widened(heads, joined))
    return tuple(_row(f"{table}/head", level, depth, numbered) for level in range(depth))


def _widened(heads: Sequence[Head], joined: Container[int]) -> Iterator[_Numbered]:
    """The heads that stand by themselves, each with its columns."""
    alone = [n for n, head in enumerate(heads) if not (n in joined and not _says(head))]
    for n, following in zip(alone, [*alone[1:], len(heads)], strict=True):
        yield _Numbered(n, following - n, heads[n])


def _says(head: Head) -> bool:
    return any(map(plain, head))


def _row(name: str, level: int, depth: int, heads: Sequence[_Numbered]) -> TableRow:
    """The row of that level, from 0 at the top."""
    identity = name if level == 0 else f"{name}/{level + 1}"
    cells: list[TableCell] = []
    for above, members in groupby(heads, key=lambda head: _shared(head.text, level)):
        columns = list(members)
        if above is None:
            cells += _own(identity, level, depth, columns)
        else:
            cells.append(_over(identity, level, columns))
    return TableRow(identity, tuple(cells), "head")


def _shared(head: Head, level: int) -> tuple[str, ...] | None:
    """The parts of a head down to a level that has others below it; None where it has none."""
    return tuple(map(plain, head[: level + 1])) if len(head) > level + 1 else None


def _over(identity: str, level: int, columns: Sequence[_Numbered]) -> TableCell:
    """The cell that some heads share."""
    first = columns[0]
    width = sum(column.width for column in columns)
    return replace(_cell(f"{identity}/{first.number}", first.text[level]), colspan=width)


def _own(
    identity: str, level: int, depth: int, columns: Sequence[_Numbered]
) -> Iterator[TableCell]:
    """A cell for each of some heads that end at this level or above it."""
    for number, width, head in columns:
        name = f"{identity}/{number}"
        if len(head) <= level:
            yield replace(_cell(name, ()), colspan=width, vmerge="continue")
        elif level + 1 < depth:
            yield replace(_cell(name, head[level]), colspan=width, vmerge="restart")
        else:
            yield replace(_cell(name, head[level]), colspan=width)


def _cell(identity: str, text: Text) -> TableCell:
    return TableCell(identity, (text,), "center", strong=True)
