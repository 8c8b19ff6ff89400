"""Rows that come or change places, put where the plan wants them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy

from generator.regenerate.decide import NewRow, Plan
from generator.word.reader import WordFile
from generator.word.revise.copies import Copier, put_row
from generator.word.revise.moves import insert_whole, strike_whole
from generator.word.revise.pen import Pen
from generator.word.revise.serial import set_serial
from generator.word.wordml import TC, Element

_TableRows = Mapping[int, Sequence[Element]]
_FileRow = tuple[int, int]


def copies_before(user: WordFile, plan: Plan, rows: _TableRows) -> Mapping[_FileRow, Element]:
    """The rows that will change places, as they are before anything is changed in them."""
    moved = [row for row in plan.new_rows if row.source is not None]
    return {
        (row.table, row.source or 0): deepcopy(rows[row.table][row.source or 0]) for row in moved
    }


def put_rows(
    copier: Copier,
    plan: Plan,
    cells: Mapping[str, int],
    rows: _TableRows,
    before: Mapping[_FileRow, Element],
    pen: Pen,
) -> None:
    """Put new and moved rows in their places, the last first, so that none is in another's way.

    ``cells`` are the first paragraphs of the rows of the new draft's file.
    """
    for row in reversed(plan.new_rows):
        para = cells[row.row]
        if row.source is None:
            new = copier.insert_row(rows[row.table], row.after, para)
            if row.serial:
                set_serial(new, row.serial)
        else:
            moved = rows[row.table][row.source]
            _move(copier, row, moved, before[row.table, row.source], rows[row.table], para, pen)


def _move(
    copier: Copier,
    row: NewRow,
    moved: Element,
    before: Element,
    rows: Sequence[Element],
    para: int,
    pen: Pen,
) -> None:
    """The row that people see goes to its new place as an insertion; where it stood it is struck
    out as it was."""
    moved.addprevious(before)
    strike_whole(before, pen)
    insert_whole(moved, pen)
    put_row(rows, row.after, moved)
    own = moved.findall(TC)
    for column in row.columns:
        copier.fresh_cell(own[column], para, column)
