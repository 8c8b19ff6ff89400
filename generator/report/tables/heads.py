"""The head of a table: one row, or two where columns share an upper cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from generator.model.document import TableCell, TableRow, Text, plain

Head = tuple[Text, ...]
"""The text of a head, or its upper and its lower part."""


def head_rows(table: str, heads: Sequence[Head]) -> tuple[TableRow, ...]:
    """One row of heads; two where a head has an upper and a lower part.

    Equal upper parts side by side share a cell; a head without an upper part is as high as both rows.
    """
    if all(len(head) == 1 for head in heads):
        return (
            TableRow(
                f"{table}/head",
                tuple(_cell(f"{table}/head/{n}", head[0]) for n, head in enumerate(heads)),
                "head",
            ),
        )
    upper: list[TableCell] = []
    lower: list[TableCell] = []
    for shared, members in groupby(
        enumerate(heads), key=lambda item: plain(item[1][0]) if len(item[1]) > 1 else None
    ):
        columns = list(members)
        if shared is None:
            upper += [_cell(f"{table}/head/{n}", head[0], vmerge="restart") for n, head in columns]
            lower += [_cell(f"{table}/head/2/{n}", (), vmerge="continue") for n, _ in columns]
        else:
            first, head = columns[0]
            upper.append(_cell(f"{table}/head/{first}", head[0], colspan=len(columns)))
            lower += [_cell(f"{table}/head/2/{n}", head[1]) for n, head in columns]
    return (
        TableRow(f"{table}/head", tuple(upper), "head"),
        TableRow(f"{table}/head/2", tuple(lower), "head"),
    )


def _cell(identity: str, text: Text, **merged: Any) -> TableCell:
    return TableCell(identity, (text,), "center", strong=True, **merged)
