"""Which rows and cells of two tables that belong together are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.view import CellLocation, Span, View
from generator.regenerate.base import Base
from generator.regenerate.match.components import TextGroup
from generator.regenerate.match.stretches import matches
from generator.regenerate.match.tables import BaseTable, FileTable, TwoTables, paired_tables
from generator.regenerate.match.tokens import similarity

_ALIKE = 0.5
"""Least similarity of the words of two rows between the same neighbours."""
_LABELS = 2
"""So many cells name a row."""


@dataclass(frozen=True)
class TableMatch:
    """A table of the draft and of the file.

    ``rows`` maps row ids to rows of the file; ``cells`` are the cells whose columns agree.
    """

    ours: BaseTable
    theirs: FileTable
    rows: Mapping[str, int]
    cells: tuple[TextGroup, ...]


def match_tables(draft: Base, view: View, bookmarks: Mapping[str, Span]) -> tuple[TableMatch, ...]:
    """The tables of a draft that a file has, with their rows and cells."""
    return tuple(_matched(tables) for tables in paired_tables(draft, view, bookmarks))


def _matched(tables: TwoTables) -> TableMatch:
    rows = _rows(tables)
    return TableMatch(tables.ours, tables.theirs, rows, tuple(_cells(tables, rows)))


def _rows(tables: TwoTables) -> dict[str, int]:
    """Rows by bookmarks, by equal labels in order, by similar ones between the same neighbours."""
    ours = {row: _our_label(tables, row) for row in tables.ours.rows}
    theirs = [_their_label(tables, row) for row in range(tables.theirs.rows)]
    rows = _marked_rows(tables)
    for row, at in _rows_in_order(ours, theirs, rows).items():
        rows.setdefault(row, at)
    for row, label in ours.items():
        if row not in rows:
            free = _free_between(tables.ours.rows, row, rows, theirs)
            rows.update(_most_alike(tables, row, label, free))
    return rows


def _most_alike(
    tables: TwoTables, row: str, label: str, theirs: Mapping[int, str]
) -> dict[str, int]:
    """The most alike of some rows of the file, if it is enough."""
    rated = [(_row_likeness(tables, label, at, text), at) for at, text in theirs.items()]
    alike, best = max(rated, default=(0.0, -1))
    return {row: best} if alike >= _ALIKE else {}


def _marked_rows(tables: TwoTables) -> dict[str, int]:
    """The rows that the bookmarks of their cells give: each the row in which most of them stand."""
    result: dict[str, int] = {}
    for row, counted in _votes_for_rows(tables).items():
        best = counted.most_common(1)[0][0]
        if best not in result.values():
            result[row] = best
    return result


def _votes_for_rows(tables: TwoTables) -> dict[str, Counter[int]]:
    votes: dict[str, Counter[int]] = {}
    for (row, _), indexes in tables.ours.cells.items():
        location = tables.location(tables.blocks[indexes[0]])
        if location:
            votes.setdefault(row, Counter())[location.row] += 1
    return votes


def _rows_in_order(
    ours: Mapping[str, str], theirs: Sequence[str], known: Mapping[str, int]
) -> dict[str, int]:
    """Rows with equal labels in the same order, around those that are known."""
    names, taken = list(ours), set(known.values())
    left = [("known", str(known[row])) if row in known else ("text", ours[row]) for row in names]
    right = [_known_or_text(row, text, taken) for row, text in enumerate(theirs)]
    equal = [pair for stretch in matches(left, right) for pair in stretch.pairs()]
    return {names[our]: their for our, their in equal}


def _known_or_text(row: int, text: str, known: Collection[int]) -> tuple[str, str]:
    return ("known", str(row)) if row in known else ("text", text)


def _free_between(
    names: Sequence[str], name: str, rows: Mapping[str, int], theirs: Sequence[str]
) -> dict[int, str]:
    """The free rows of the file between the known neighbours of a row, with their labels."""
    index = names.index(name)
    before = next((rows[name] for name in reversed(names[:index]) if name in rows), -1)
    after = next((rows[name] for name in names[index + 1 :] if name in rows), len(theirs))
    taken = set(rows.values())
    return {at: theirs[at] for at in range(before + 1, after) if at not in taken}


def _row_likeness(tables: TwoTables, label: str, row: int, text: str) -> float:
    """How alike the label of a row and a row of the file are, by words or by whole cells."""
    return max(similarity(label, text), _held(tables, label, row))


def _our_label(tables: TwoTables, row: str) -> str:
    """The wording of a row: its first cells without figures, else all of it."""
    columns = range(tables.ours.width(row))
    blocks = [block for column in columns for block in tables.our_cell(row, column)]
    words = [block.text for block in blocks if block.text and not block.has_figures]
    return "\t".join(words[:_LABELS]) or "\t".join(block.text for block in blocks)


def _their_label(tables: TwoTables, row: int) -> str:
    """The first words of a row of the file."""
    words = [text for text in tables.their_row(row) if text]
    return "\t".join(words[:_LABELS])


def _held(tables: TwoTables, label: str, row: int) -> float:
    """The share of a label's words that are paragraphs of a row, in whatever column."""
    columns = range(tables.theirs.width(row))
    there = {text for column in columns for text in tables.their_cell(row, column)}
    words = label.split("\t")
    return sum(word in there for word in words) / len(words)


def _cells(tables: TwoTables, rows: Mapping[str, int]) -> Iterator[TextGroup]:
    """The cells of the rows: by their bookmarks, else by the columns of rows as wide as these."""
    columns = _columns(tables, rows)
    for row, their_row in rows.items():
        for column, target in _targets(tables, row, their_row, columns):
            if (their_row, target) in tables.theirs.cells:
                ours = tables.ours.cells[row, column]
                yield TextGroup(ours, tables.theirs.cells[their_row, target])


def _targets(
    tables: TwoTables, row: str, their_row: int, columns: Mapping[tuple[int, int, int], int]
) -> Iterator[tuple[int, int]]:
    """The file's column of each column of a row that has a cell; none is meant twice."""
    widths = (tables.ours.width(row), tables.theirs.width(their_row))
    marked = dict(_marked_columns(tables, row, their_row))
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
        blocks = tables.our_cell(row, column)
        if blocks:
            yield column, _column_in(their_row, tables.location(blocks[0]))


def _column_in(row: int, location: CellLocation | None) -> int | None:
    return location.column if location and location.row == row else None


def _columns(tables: TwoTables, rows: Mapping[str, int]) -> dict[tuple[int, int, int], int]:
    """The file's column of each of the draft's columns, by the widths of the two rows.

    Where most cells are marked or say the same; the same place where nothing speaks against it
    and the rows are equally wide.
    """
    votes: dict[tuple[int, int, int], Counter[int]] = {}
    for row, their_row in rows.items():
        widths = (tables.ours.width(row), tables.theirs.width(their_row))
        texts = tables.their_row(their_row)
        marked = dict(_marked_columns(tables, row, their_row))
        for column in range(widths[0]):
            counted = votes.setdefault((*widths, column), _first_vote(column, widths))
            own = marked.get(column)
            text = "".join(block.text for block in tables.our_cell(row, column))
            if own is not None:
                counted[own] += len(rows)
            elif text and texts.count(text) == 1:
                counted[texts.index(text)] += 1
    return dict(_elected(votes.items()))


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
