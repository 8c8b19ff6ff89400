"""The head of a table: as many rows as its deepest head has parts; columns share what lies above
them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model.document import TableCell, TableRow, Text, plain

Head = tuple[Text, ...]
"""The text of a head, or its parts from the uppermost down."""
_Numbered = tuple[int, Head]
"""A head with the number of its column."""


def head_rows(table: str, heads: Sequence[Head]) -> tuple[TableRow, ...]:
    """The rows of the head, as many as the deepest head has parts.

    Heads side by side whose upper parts are equal as far down as this row share a cell of it; the
    last part of a head is as high as all rows that are left.
    """
    depth = max(map(len, heads))
    return tuple(_row(f"{table}/head", level, depth, heads) for level in range(depth))


def _row(name: str, level: int, depth: int, heads: Sequence[Head]) -> TableRow:
    """The row of that level, from 0 at the top."""
    identity = name if level == 0 else f"{name}/{level + 1}"
    cells: list[TableCell] = []
    for above, members in groupby(enumerate(heads), key=lambda head: _shared(head, level)):
        columns = list(members)
        if above is None:
            cells += _own(identity, level, depth, columns)
        else:
            cells.append(_over(identity, level, columns))
    return TableRow(identity, tuple(cells), "head")


def _shared(numbered: _Numbered, level: int) -> tuple[str, ...] | None:
    """The parts of a head down to a level that has others below it; None where it has none."""
    _, head = numbered
    return tuple(map(plain, head[: level + 1])) if len(head) > level + 1 else None


def _over(identity: str, level: int, columns: Sequence[_Numbered]) -> TableCell:
    """The cell that some heads share."""
    first, head = columns[0]
    return _cell(f"{identity}/{first}", head[level])._replace(colspan=len(columns))


def _own(
    identity: str, level: int, depth: int, columns: Sequence[_Numbered]
) -> Iterator[TableCell]:
    """A cell for each of some heads that end at this level or above it."""
    for number, head in columns:
        name = f"{identity}/{number}"
        if len(head) <= level:
            yield _cell(name, ())._replace(vmerge="continue")
        elif level + 1 < depth:
            yield _cell(name, head[level])._replace(vmerge="restart")
        else:
            yield _cell(name, head[level])


def _cell(identity: str, text: Text) -> TableCell:
    return TableCell(identity, (text,), "center", strong=True)
