"""What a plan comes to: the texts that the file must have when all changes are accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.model.regex import regex
from generator.model.view import OBJECT, CellLocation, View
from generator.regenerate.base import Base, Block
from generator.regenerate.decide import NewRow, Plan, with_edits
from generator.regenerate.match.labels import is_serial

_BEFORE_ALL = -1
_DIGITS = regex(r"\d+")
_Row = tuple[int, int]
"""The number of a table and of a row in it."""


class Expected(NamedTuple):
    """A text of the file as it will be; its paragraph in the file handed in, None: it is new."""

    text: str
    para: int | None


def expected(view: View, plan: Plan, new: Base) -> list[str]:
    """The texts of the paragraphs in order, without empty ones and without the signs of objects."""
    return [line.text for line in expected_lines(view, plan, new)]


def expected_lines(view: View, plan: Plan, new: Base) -> list[Expected]:
    """The same with the paragraph that each was."""
    lines = (Expected(text.replace(OBJECT, ""), para) for text, para in _texts(view, plan, new))
    return [line for line in lines if line.text]


def _texts(view: View, plan: Plan, new: Base) -> Iterator[Expected]:
    """The texts of the paragraphs, new blocks and rows behind what they follow."""
    blocks, rows = _insertions(view, plan, new), _ChangedRows(view, plan, new)
    gone = {*plan.drops, *plan.moves.values(), *rows.gone}
    yield from blocks.get(_BEFORE_ALL, ())
    last: _Row | None = None
    for row, indexes in _by_row(view):
        if row is not None and (last is None or last[0] != row[0]):
            yield from rows.behind((row[0], _BEFORE_ALL))
        last = row
        yield from rows.with_edits(index for index in indexes if index not in gone)
        yield from rows.behind(row)
        yield from blocks.get(indexes[-1], ())


class _ChangedRows:
    """The texts of rows that come or change places."""

    def __init__(self, view: View, plan: Plan, new: Base) -> None:
        self._view, self._plan = view, plan
        self._cells = _cells_by_row(new.blocks)
        self._paras = _paragraphs_by_row(view)
        self._new: dict[_Row, list[NewRow]] = {}
        for row in plan.new_rows:
            self._new.setdefault((row.table, row.after), []).append(row)

    @property
    def gone(self) -> Iterator[int]:
        """The paragraphs of rows that are dropped, or stand elsewhere."""
        moved = [(row.table, row.source) for row in self._plan.new_rows if row.source is not None]
        for row in [*moved, *((row.table, row.row) for row in self._plan.dropped_rows)]:
            yield from self._paras.get(row, ())

    def with_edits(self, indexes: Iterable[int]) -> Iterator[Expected]:
        """The texts of some paragraphs as they will be."""
        edits, paras = self._plan.edits, self._view.paras
        for index in indexes:
            yield Expected(with_edits(paras[index].text, edits.get(index, ())), index)

    def behind(self, row: _Row | None) -> Iterator[Expected]:
        """The texts of the rows that are put behind a row."""
        for new in self._new.get(row, ()) if row else ():
            yield from self._moved(new) if new.source is not None else self._fresh(new)

    def _moved(self, row: NewRow) -> Iterator[Expected]:
        """A row as people left it, but for some cells of the new draft."""
        columns: dict[int, list[int]] = {}
        for index in self._paras.get((row.table, row.source or 0), ()):
            cell = self._view.paras[index].cell
            columns.setdefault(cell.column if cell else 0, []).append(index)
        for column, indexes in columns.items():
            if column in row.columns:
                blocks = self._cells[row.row].get(column, ())
                yield from (Expected(block.text, None) for block in blocks)
            else:
                yield from self.with_edits(indexes)

    def _fresh(self, row: NewRow) -> Iterator[Expected]:
        """A row of the new draft, with a serial number of its own."""
        for blocks in self._cells[row.row].values():
            for block in blocks:
                own = row.serial and is_serial(blocks)
                text = _with_number(block.text, row.serial) if own else block.text
                yield Expected(text, None)


def _with_number(text: str, serial: str) -> str:
    wanted = _DIGITS.search(serial)
    return _DIGITS.sub(wanted[0], text, count=1) if wanted else text


def _by_row(view: View) -> Iterator[tuple[_Row | None, list[int]]]:
    """The paragraphs, those of a row of a table together, each other one alone."""
    rows = [_row(para.cell) if para.cell else None for para in view.paras]
    for _, group in groupby(range(len(rows)), key=lambda index: rows[index] or index):
        indexes = list(group)
        yield rows[indexes[0]], indexes


def _paragraphs_by_row(view: View) -> Mapping[_Row, Sequence[int]]:
    result: dict[_Row, list[int]] = {}
    for index, para in enumerate(view.paras):
        if para.cell:
            result.setdefault(_row(para.cell), []).append(index)
    return result


def _row(cell: CellLocation) -> _Row:
    return cell.table, cell.row


def _insertions(view: View, plan: Plan, new: Base) -> dict[int, list[Expected]]:
    """The texts of new blocks by the paragraph that they follow in the order of the file."""
    blocks = {block.id: Expected(block.text, None) for block in new.blocks}
    for block, para in plan.moves.items():
        text = with_edits(view.paras[para].text, plan.edits.get(para, ()))
        blocks[block] = Expected(text, para)
    result: dict[int, list[Expected]] = {}
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


def _cells_by_row(blocks: Sequence[Block]) -> Mapping[str, Mapping[int, Sequence[Block]]]:
    cells: dict[str, dict[int, list[Block]]] = {}
    for block in blocks:
        if block.cell:
            row = cells.setdefault(block.cell.row, {})
            row.setdefault(block.cell.column, []).append(block)
    return cells
