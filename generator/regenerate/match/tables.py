"""The tables of a draft and of a file, and which of them belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter, itemgetter
from typing import TypeVar

from msgspec import Struct

from generator.model.view import CellLocation, Span, View
from generator.regenerate.base import Base, Block
from generator.regenerate.match.hints import filled

_Row = TypeVar("_Row")
_LEAST = 0.3
"""Least share of a table's filled cells by which another table is the same one,"""
_LEAST_PART = 0.6
"""and by which it is another part of a table that was split."""


class BaseTable(Struct, frozen=True, dict=True):
    """A table of the draft: its id, its row ids in order, the blocks (by index) of each cell."""

    id: str
    rows: tuple[str, ...]
    cells: Mapping[tuple[str, int], tuple[int, ...]]

    @cached_property
    def _widths(self) -> Mapping[str, int]:
        return _widths(self.cells)

    def width(self, row: str) -> int:
        """How many cells a row has."""
        return self._widths.get(row, 0)

    @cached_property
    def _blocks(self) -> Mapping[str, tuple[int, ...]]:
        return _by_row(self.cells)

    def blocks(self, row: str) -> tuple[int, ...]:
        """The blocks of a row."""
        return self._blocks.get(row, ())


class FileTable(Struct, frozen=True, dict=True):
    """A table of the file: its number, the paragraphs (by index) of each cell."""

    number: int
    cells: Mapping[tuple[int, int], tuple[int, ...]]

    @cached_property
    def rows(self) -> int:
        """How many rows it has."""
        return 1 + max((row for row, _ in self.cells), default=-1)

    @cached_property
    def _widths(self) -> Mapping[int, int]:
        return _widths(self.cells)

    def width(self, row: int) -> int:
        """How many cells a row has."""
        return self._widths.get(row, 0)

    @cached_property
    def _paragraphs(self) -> Mapping[int, tuple[int, ...]]:
        return _by_row(self.cells)

    def paragraphs(self, row: int) -> tuple[int, ...]:
        """The paragraphs of a row, cell by cell."""
        return self._paragraphs.get(row, ())

    def first_paragraph(self, row: int | None = None) -> int:
        """The first paragraph of a row; None: of the table."""
        if row is None:
            return min(own[0] for own in self.cells.values())
        return self.paragraphs(row)[0]


def _by_row(cells: Mapping[tuple[_Row, int], tuple[int, ...]]) -> dict[_Row, tuple[int, ...]]:
    """What the cells of each row hold, column by column."""
    result: dict[_Row, list[int]] = {}
    for row, column in sorted(cells, key=itemgetter(1)):
        result.setdefault(row, []).extend(cells[row, column])
    return {row: tuple(own) for row, own in result.items()}


def _widths(cells: Iterable[tuple[_Row, int]]) -> dict[_Row, int]:
    result: dict[_Row, int] = {}
    for row, column in cells:
        if result.get(row, 0) <= column:
            result[row] = column + 1
    return result


class TwoTables(Struct, frozen=True, dict=True):
    """A table of the draft beside a table of the file, and where bookmarks stand."""

    ours: BaseTable
    theirs: FileTable
    blocks: Sequence[Block]
    view: View
    bookmarks: Mapping[str, Span]

    def location(self, block: Block) -> CellLocation | None:
        """The cell of the file's table in which the bookmark of a block stands, None where none."""
        span = filled(self.bookmarks, block.ident)
        cell = self.view.paras[span.first].cell if span else None
        return cell if cell and cell.table == self.theirs.number else None

    def our_cell(self, row: str, column: int) -> list[Block]:
        """The blocks of a cell of the draft's table."""
        return [self.blocks[index] for index in self.ours.cells.get((row, column), ())]

    def their_texts(self) -> list[str]:
        """The paragraphs of the file's table."""
        indexes = chain.from_iterable(self.theirs.cells.values())
        return [self.view.paras[index].text for index in indexes]

    def their_row(self, row: int) -> list[str]:
        """What each cell of a row of the file's table says."""
        cells, paras = self.theirs.cells, self.view.paras
        own = (cells.get((row, column), ()) for column in range(self.theirs.width(row)))
        return ["".join([paras[index].text for index in indexes]) for indexes in own]

    @cached_property
    def fit(self) -> tuple[float, int, int]:
        """The share of the draft's filled cells that the file's table holds; how many of them bear
        a bookmark there; how many it holds.

        The share is of its own filled paragraphs, where those are fewer: rows of it were deleted.
        Each paragraph is one cell: a small table of numbers is not all over in a large one.
        """
        words = Counter(text for text in self.their_texts() if text)
        ours = self._filled_cells()
        marked = [block for block in ours if self.location(block)]
        others = Counter(block.text for block in ours) - Counter(block.text for block in marked)
        left = words - Counter(block.text for block in marked)
        held = len(marked) + (others & left).total()
        least = min(len(ours), words.total())
        return held / least if least else 0.0, len(marked), held

    def _filled_cells(self) -> list[Block]:
        """The first block of each cell of the draft's table that says something."""
        firsts = (self.blocks[indexes[0]] for indexes in self.ours.cells.values())
        return [block for block in firsts if block.text]


def base_tables(draft: Base) -> list[BaseTable]:
    """The tables of a draft."""
    rows: dict[str, dict[str, None]] = {}
    cells: dict[str, dict[tuple[str, int], tuple[int, ...]]] = {}
    for index, block in enumerate(draft.blocks):
        if block.cell:
            table, row, column = block.cell.table, block.cell.row, block.cell.column
            rows.setdefault(table, {})[row] = None
            known = cells.setdefault(table, {})
            known[row, column] = (*known.get((row, column), ()), index)
    return [BaseTable(name, tuple(rows[name]), cells[name]) for name in rows]


def file_tables(view: View) -> list[FileTable]:
    """The tables of a file, without those inside others."""
    cells: dict[int, dict[tuple[int, int], tuple[int, ...]]] = {}
    for index, para in enumerate(view.paras):
        if para.cell and not para.fixed:
            known = cells.setdefault(para.cell.table, {})
            key = (para.cell.row, para.cell.column)
            known[key] = (*known.get(key, ()), index)
    return [FileTable(number, known) for number, known in cells.items()]


def paired_tables(draft: Base, view: View, bookmarks: Mapping[str, Span]) -> list[TwoTables]:
    """The tables that belong together: by the bookmarks in their cells, else by the words.

    A table of the draft has several in the file where people split it.
    """
    ours, theirs = base_tables(draft), file_tables(view)
    options = [
        TwoTables(one, other, draft.blocks, view, bookmarks) for one in ours for other in theirs
    ]
    options.sort(key=attrgetter("fit"), reverse=True)
    result: list[TwoTables] = []
    for least in (_LEAST, _LEAST_PART):
        result += _best_pairs(options, result, least)
    return result


def _best_pairs(
    options: Iterable[TwoTables], known: Sequence[TwoTables], least: float
) -> list[TwoTables]:
    """The best pairs of tables that are not among the ``known``, one for each of the draft's, in
    its order."""
    ours: set[str] = set()
    theirs = {pair.theirs.number for pair in known}
    result: list[TwoTables] = []
    for pair in options:
        free = pair.ours.id not in ours and pair.theirs.number not in theirs
        if free and pair.fit[0] >= least:
            ours.add(pair.ours.id)
            theirs.add(pair.theirs.number)
            result.append(pair)
    return sorted(result, key=_first_block)


def _first_block(pair: TwoTables) -> int:
    return min(indexes[0] for indexes in pair.ours.cells.values())
