"""Which rows and cells of two tables that belong together are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from generator.model.view import CellLocation, Span, View
from generator.regenerate.base import Base, Block
from generator.regenerate.match.components import TextGroup
from generator.regenerate.match.same_rows import same_rows
from generator.regenerate.match.tables import BaseTable, FileTable, TwoTables, paired_tables
from generator.regenerate.match.tokens import bare

_Marked = Mapping[int, int | None]
"""The columns of a row of the draft that have a cell, and the column of the file's row in which the
bookmark of each stands; None where it stands elsewhere or is lost."""


class TableMatch(Struct, frozen=True):
    """A table of the draft and of the file.

    ``rows`` maps row ids to rows of the file; ``cells`` are the cells whose columns agree.
    """

    ours: BaseTable
    theirs: FileTable
    rows: Mapping[str, int]
    cells: tuple[TextGroup, ...]


def match_tables(draft: Base, view: View, bookmarks: Mapping[str, Span]) -> tuple[TableMatch, ...]:
    """The tables of a draft that a file has, with their rows and cells."""
    known: dict[str, set[str]] = {}
    result: list[TableMatch] = []
    for tables in paired_tables(draft, view, bookmarks):
        taken = known.setdefault(tables.ours.id, set())
        result.append(_matched(tables, taken))
        taken |= result[-1].rows.keys()
    return tuple(result)


def _matched(tables: TwoTables, taken: Collection[str]) -> TableMatch:
    """The rows of a table of the file; those ``taken`` stand in another part of the table."""
    rows = {row: at for row, at in same_rows(tables).items() if row not in taken}
    return TableMatch(tables.ours, tables.theirs, rows, tuple(_cells(tables, rows)))


def _cells(tables: TwoTables, rows: Mapping[str, int]) -> Iterator[TextGroup]:
    """The cells of the rows: by their bookmarks, else by the columns of rows as wide as these."""
    marked = {row: dict(_marked_columns(tables, row, at)) for row, at in rows.items()}
    columns = _columns(tables, rows, marked)
    for row, their_row in rows.items():
        for column, target in _targets(tables, row, their_row, marked[row], columns):
            if (their_row, target) in tables.theirs.cells:
                ours = tables.ours.cells[row, column]
                yield TextGroup(ours, tables.theirs.cells[their_row, target])


def _targets(
    tables: TwoTables,
    row: str,
    their_row: int,
    marked: _Marked,
    columns: Mapping[tuple[int, int, int], int],
) -> Iterator[tuple[int, int]]:
    """The file's column of each column of a row that has a cell; none is meant twice."""
    widths = (tables.ours.width(row), tables.theirs.width(their_row))
    taken = set(marked.values())
    for column, own in marked.items():
        elected = columns.get((*widths, column))
        if own is not None:
            yield column, own
        elif elected is not None and elected not in taken:
            yield column, elected


def _marked_columns(
    tables: TwoTables, row: str, their_row: int
) -> Iterator[tuple[int, int | None]]:
    """The columns of a row that have a cell, and the column in which its bookmark stands.

    None where the bookmark does not stand in that row of the file.
    """
    for column in range(tables.ours.width(row)):
        indexes = tables.ours.cells.get((row, column))
        if indexes:
            yield column, _column_in(their_row, tables.location(tables.blocks[indexes[0]]))


def _column_in(row: int, location: CellLocation | None) -> int | None:
    return location.column if location and location.row == row else None


def _columns(
    tables: TwoTables, rows: Mapping[str, int], marked: Mapping[str, _Marked]
) -> dict[tuple[int, int, int], int]:
    """The file's column of each of the draft's columns, by the widths of the two rows.

    Where most cells are marked, else where most say the same and no other cell of their rows does,
    else where they stand among cells that do; the same place where nothing speaks against it and
    the rows are equally wide.
    """
    votes: dict[tuple[int, int, int], Counter[int]] = {}
    sure = len(rows) + 1
    for row, their_row in rows.items():
        widths = (tables.ours.width(row), tables.theirs.width(their_row))
        ours = [_said(tables.our_cell(row, column)) for column in range(widths[0])]
        theirs = [bare(text) for text in tables.their_row(their_row)]
        same = ours == theirs
        for column, text in enumerate(ours):
            counted = votes.get((*widths, column))
            if counted is None:
                counted = votes[*widths, column] = _first_vote(column, widths)
            own = marked[row].get(column)
            if own is not None:
                counted[own] += sure * sure
            elif text and ours.count(text) == (count := theirs.count(text)):
                at = column if same else _nth(theirs, text, ours[:column].count(text))
                counted[at] += sure if count == 1 else 1
    return dict(_elected(votes.items()))


def _said(blocks: Sequence[Block]) -> str:
    return bare("".join(block.text for block in blocks))


def _nth(texts: Sequence[str], text: str, number: int) -> int:
    """Where a text stands among others for the n-th time, counted from 0."""
    return [at for at, other in enumerate(texts) if other == text][number]


def _first_vote(column: int, widths: tuple[int, int]) -> Counter[int]:
    return Counter({column: 0}) if widths[0] == widths[1] else Counter()


def _elected(
    votes: Iterable[tuple[tuple[int, int, int], Counter[int]]],
) -> Iterator[tuple[tuple[int, int, int], int]]:
    """The columns with more votes than any other."""
    for key, counted in votes:
        best = counted.most_common(2)
        if best and (len(best) == 1 or best[0][1] > best[1][1]):
            yield key, best[0][0]
