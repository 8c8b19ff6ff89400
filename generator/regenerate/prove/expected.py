"""What a plan comes to: the texts that the file must have when all changes are accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from generator.model.view import OBJECT, CellLocation, View
from generator.regenerate.base import Base, Block
from generator.regenerate.decide import Plan, with_edits

_BEFORE_ALL = -1
_Row = tuple[int, int]
"""The number of a table and of a row in it."""


def expected(view: View, plan: Plan, new: Base) -> list[str]:
    """The texts of the paragraphs in order, without empty ones and without the signs of objects."""
    texts = (text.replace(OBJECT, "") for text in _texts(view, plan, new))
    return [text for text in texts if text]


def _texts(view: View, plan: Plan, new: Base) -> Iterator[str]:
    """The texts of the paragraphs, new blocks and new rows behind what they follow."""
    blocks, rows = _insertions(view, plan, new), _new_rows(plan, new)
    gone = _gone(view, plan)
    yield from blocks.get(_BEFORE_ALL, ())
    last: _Row | None = None
    for row, indexes in _by_row(view):
        yield from _before_table(row, last, rows)
        last = row
        yield from _with_edits(view, plan, [index for index in indexes if index not in gone])
        yield from rows.get(row, ())
        yield from blocks.get(indexes[-1], ())


def _before_table(
    row: _Row | None, last: _Row | None, rows: Mapping[_Row | None, Sequence[str]]
) -> Sequence[str]:
    """The new rows before all others, where a table begins."""
    if row is None or (last is not None and last[0] == row[0]):
        return ()
    return rows.get((row[0], _BEFORE_ALL), ())


def _by_row(view: View) -> Iterator[tuple[_Row | None, list[int]]]:
    """The paragraphs, those of a row of a table together, each other one alone."""
    rows = [_row(para.cell) if para.cell else None for para in view.paras]
    for _, group in groupby(range(len(rows)), key=lambda index: rows[index] or index):
        indexes = list(group)
        yield rows[indexes[0]], indexes


def _with_edits(view: View, plan: Plan, indexes: Iterable[int]) -> Iterator[str]:
    return (with_edits(view.paras[index].text, plan.edits.get(index, ())) for index in indexes)


def _row(cell: CellLocation) -> _Row:
    return cell.table, cell.row


def _gone(view: View, plan: Plan) -> set[int]:
    """The paragraphs that are dropped, alone or with their row."""
    rows = {(row.table, row.row) for row in plan.dropped_rows}
    cells = [(index, para.cell) for index, para in enumerate(view.paras) if para.cell]
    return {*plan.drops, *(index for index, cell in cells if _row(cell) in rows)}


def _insertions(view: View, plan: Plan, new: Base) -> dict[int, list[str]]:
    """The texts of new blocks by the paragraph that they follow in the order of the file."""
    blocks = {block.id: block.text for block in new.blocks}
    result: dict[int, list[str]] = {}
    for insertion in plan.insertions:
        after = _end_of_table(view, insertion.after)
        result.setdefault(after, [])[0:0] = [blocks[name] for name in insertion.blocks]
    return result


def _end_of_table(view: View, after: int) -> int:
    """The last paragraph of the table in which a paragraph stands, else the paragraph itself."""
    cell = view.paras[after].cell if after >= 0 else None
    if cell is None:
        return after
    cells = [(index, para.cell) for index, para in enumerate(view.paras) if para.cell]
    return max(index for index, other in cells if other.table == cell.table)


def _new_rows(plan: Plan, new: Base) -> Mapping[_Row | None, Sequence[str]]:
    """The texts of new rows by the row of the file that they follow."""
    cells = _cells_by_row(new.blocks)
    result: dict[_Row | None, list[str]] = {}
    for row in plan.new_rows:
        result.setdefault((row.table, row.after), []).extend(cells.get(row.row, ()))
    return result


def _cells_by_row(blocks: Sequence[Block]) -> Mapping[str, Sequence[str]]:
    cells: dict[str, list[str]] = {}
    for block in blocks:
        if block.cell:
            cells.setdefault(block.cell.row, []).append(block.text)
    return cells
