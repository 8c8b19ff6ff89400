"""The head of a table: one row, or two where columns share an upper cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator.model.document import TableCell, TableRow, Text, plain

Head = tuple[Text, ...]
"""The text of a head, or its upper and its lower part."""


def head_rows(table: str, heads: Sequence[Head]) -> tuple[TableRow, ...]:
    """One row of heads; two where a head has an upper and a lower part.

    Equal upper parts side by side share a cell; a head without an upper part is as high as both
    rows.
    """
    name = f"{table}/head"
    if all(len(head) == 1 for head in heads):
        cells = (_cell(f"{name}/{n}", head[0]) for n, head in enumerate(heads))
        return (TableRow(name, tuple(cells), "head"),)
    upper: list[TableCell] = []
    lower: list[TableCell] = []
    for shared, members in groupby(enumerate(heads), key=_upper_part):
        columns = list(members)
        if shared is None:
            upper += [_high(f"{name}/{n}", head[0]) for n, head in columns]
            lower += [_gone_on(f"{name}/2/{n}") for n, _ in columns]
        else:
            first, head = columns[0]
            upper.append(_cell(f"{name}/{first}", head[0])._replace(colspan=len(columns)))
            lower += [_cell(f"{name}/2/{n}", head[1]) for n, head in columns]
    return (
        TableRow(name, tuple(upper), "head"),
        TableRow(f"{name}/2", tuple(lower), "head"),
    )


def _upper_part(numbered: tuple[int, Head]) -> str | None:
    """The upper part of a head, None where it has only one."""
    _, head = numbered
    return plain(head[0]) if len(head) > 1 else None


def _cell(identity: str, text: Text) -> TableCell:
    return TableCell(identity, (text,), "center", strong=True)


def _high(identity: str, text: Text) -> TableCell:
    """A cell that goes on in the row below."""
    return _cell(identity, text)._replace(vmerge="restart")


def _gone_on(identity: str) -> TableCell:
    """The lower part of such a cell."""
    return _cell(identity, ())._replace(vmerge="continue")
