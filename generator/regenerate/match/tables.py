"""Which table, row and cell of the user's file is which of the draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.regenerate.base import Base, Block
from generator.regenerate.match.tokens import matches, similarity
from generator.word.reader import Span, View

T = TypeVar("T")


@dataclass(frozen=True)
class Grid:
    """A table of the draft: its id, its row ids in order, and the places (in ``draft.blocks``) of each row's cells."""

    id: str
    rows: tuple[str, ...]
    cells: Mapping[tuple[str, int], tuple[int, ...]]

    @cached_property
    def widths(self) -> Mapping[str, int]:
        """How many cells each row has."""
        return _widths(self.cells)

    def width(self, row: str) -> int:
        """How many cells a row has."""
        return self.widths.get(row, 0)


@dataclass(frozen=True)
class UserTable:
    """A table of the file: the paragraphs of each cell."""

    number: int
    cells: Mapping[tuple[int, int], tuple[int, ...]]

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return 1 + max((row for row, _ in self.cells), default=-1)

    @cached_property
    def widths(self) -> Mapping[int, int]:
        """How many cells each row has."""
        return _widths(self.cells)

    def width(self, row: int) -> int:
        """How many cells a row has."""
        return self.widths.get(row, 0)


@dataclass(frozen=True)
class TableMatch:
    """A table of the draft and of the file; ``rows`` maps row ids to rows; ``pairs`` are cells whose columns agree, as
    places of blocks and of paragraphs."""

    grid: Grid
    table: UserTable
    rows: Mapping[str, int]
    pairs: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


def _widths(cells: Iterable[tuple[T, int]]) -> dict[T, int]:
    result: dict[T, int] = {}
    for row, column in cells:
        result[row] = max(result.get(row, 0), column + 1)
    return result


def grids(draft: Base) -> list[Grid]:
    """The tables of a draft."""
    found: dict[str, tuple[dict[str, None], dict[tuple[str, int], list[int]]]] = {}
    for place, block in enumerate(draft.blocks):
        if block.cell:
            rows, cells = found.setdefault(block.cell.table, ({}, {}))
            rows[block.cell.row] = None
            cells.setdefault((block.cell.row, block.cell.column), []).append(place)
    return [
        Grid(name, tuple(rows), {key: tuple(value) for key, value in cells.items()})
        for name, (rows, cells) in found.items()
    ]


def user_tables(view: View) -> list[UserTable]:
    """The tables of a file."""
    found: dict[int, dict[tuple[int, int], list[int]]] = {}
    for place, para in enumerate(view.paras):
        if para.cell and not para.fixed:
            found.setdefault(para.cell.table, {}).setdefault(
                (para.cell.row, para.cell.column), []
            ).append(place)
    return [
        UserTable(number, {key: tuple(value) for key, value in cells.items()})
        for number, cells in found.items()
    ]


def match_tables(draft: Base, view: View, marks: Mapping[str, Span]) -> list[TableMatch]:
    """The tables that belong together: by the marks in their cells, else by the words in them."""
    result: list[TableMatch] = []
    free = user_tables(view)
    for grid in grids(draft):
        rated = [(_rating(grid, table, draft.blocks, view, marks), table) for table in free]
        rating, table = max(rated, key=lambda item: item[0], default=(0.0, None))
        if table is None or rating < 0.3:
            continue
        free.remove(table)
        rows = _rows(grid, table, draft.blocks, view, marks)
        result.append(
            TableMatch(
                grid, table, rows, tuple(_cells(grid, table, rows, draft.blocks, view, marks))
            )
        )
    return result


def _rating(
    grid: Grid, table: UserTable, blocks: Sequence[Block], view: View, marks: Mapping[str, Span]
) -> float:
    """The share of the draft's filled cells that the table holds; of the table's, where rows of it were deleted."""
    texts = Counter(view.paras[place].text for places in table.cells.values() for place in places)
    held = filled = 0
    for places in grid.cells.values():
        block = blocks[places[0]]
        if not block.text:
            continue
        filled += 1
        span = marks.get(block.ident)
        cell = view.paras[span.first].cell if span and not span.empty else None
        held += bool((cell and cell.table == table.number) or texts[block.text])
    theirs = sum(count for text, count in texts.items() if text)
    return held / min(filled, theirs) if filled and theirs else 0.0


def _rows(
    grid: Grid, table: UserTable, blocks: Sequence[Block], view: View, marks: Mapping[str, Span]
) -> dict[str, int]:
    """Rows by their marks, then by equal labels in order, then by similar labels between the same neighbours."""
    found = _marked_rows(grid, table, blocks, view, marks)
    labels = {row: _label(grid, row, blocks) for row in grid.rows}
    texts = [_row_label(table, row, view) for row in range(table.rows)]
    taken = set(found.values())
    left = [
        ("mark", str(found[row])) if row in found else ("text", labels[row]) for row in grid.rows
    ]
    right = [
        ("mark", str(row)) if row in taken else ("text", text) for row, text in enumerate(texts)
    ]
    for a, b, size in matches(left, right):
        for step in range(size):
            found.setdefault(grid.rows[a + step], b + step)
    for place, row in enumerate(grid.rows):
        if row in found:
            continue
        before = next((found[name] for name in reversed(grid.rows[:place]) if name in found), -1)
        after = next((found[name] for name in grid.rows[place + 1 :] if name in found), table.rows)
        free = [at for at in range(before + 1, after) if at not in found.values()]
        alike, best = max(
            (
                (max(similarity(labels[row], texts[at]), _held(labels[row], table, at, view)), at)
                for at in free
            ),
            default=(0.0, -1),
        )
        if alike >= 0.5:
            found[row] = best
    return found


def _marked_rows(
    grid: Grid, table: UserTable, blocks: Sequence[Block], view: View, marks: Mapping[str, Span]
) -> dict[str, int]:
    votes: dict[str, Counter[int]] = {}
    for (row, _), places in grid.cells.items():
        span = marks.get(blocks[places[0]].ident)
        if span is None or span.empty:
            continue
        cell = view.paras[span.first].cell
        if cell and cell.table == table.number:
            votes.setdefault(row, Counter())[cell.row] += 1
    result: dict[str, int] = {}
    for row, counted in votes.items():
        best = counted.most_common(1)[0][0]
        if best not in result.values():
            result[row] = best
    return result


def _label(grid: Grid, row: str, blocks: Sequence[Block]) -> str:
    """The wording of a row: its cells without figures, else all of it."""
    texts = [
        blocks[place]
        for column in range(grid.width(row))
        for place in grid.cells.get((row, column), ())
    ]
    words = [
        block.text
        for block in texts
        if not any(segment.key for segment in block.segments) and block.text
    ]
    return "\t".join(words[:2]) or "\t".join(block.text for block in texts)


def _row_label(table: UserTable, row: int, view: View) -> str:
    texts = [
        "".join(view.paras[place].text for place in table.cells.get((row, column), ()))
        for column in range(table.width(row))
    ]
    words = [text for text in texts if text][:2]
    return "\t".join(words)


def _held(label: str, table: UserTable, row: int, view: View) -> float:
    """The share of a label's words that are cells of a row, in whatever column."""
    there = {
        view.paras[place].text
        for column in range(table.width(row))
        for place in table.cells.get((row, column), ())
    }
    words = label.split("\t")
    return sum(word in there for word in words) / len(words)


def _cells(
    grid: Grid,
    table: UserTable,
    rows: Mapping[str, int],
    blocks: Sequence[Block],
    view: View,
    marks: Mapping[str, Span],
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The cells of the rows: where a mark says so, else where the columns of rows as wide as these belong."""
    columns = _columns(grid, table, rows, blocks, view, marks)
    result: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for row, at in rows.items():
        own = {
            column: _marked(blocks[places[0]], table, at, view, marks)
            for column in range(grid.width(row))
            if (places := grid.cells.get((row, column), ()))
        }
        for column, marked in own.items():
            target = (
                columns.get((grid.width(row), table.width(at), column))
                if marked is None
                else marked
            )
            if (
                target is None
                or (at, target) not in table.cells
                or (marked is None and target in own.values())
            ):
                continue
            result.append((grid.cells[row, column], table.cells[at, target]))
    return result


def _columns(
    grid: Grid,
    table: UserTable,
    rows: Mapping[str, int],
    blocks: Sequence[Block],
    view: View,
    marks: Mapping[str, Span],
) -> dict[tuple[int, int, int], int]:
    """The file's column of each of the draft's columns, by the widths of the two rows: where most cells are marked or
    say the same; the same place where nothing speaks against it and the rows are equally wide."""
    votes: dict[tuple[int, int, int], Counter[int]] = {}
    for row, at in rows.items():
        wide, theirs = grid.width(row), table.width(at)
        texts = [
            "".join(view.paras[place].text for place in table.cells.get((at, column), ()))
            for column in range(theirs)
        ]
        for column in range(wide):
            counted = votes.setdefault(
                (wide, theirs, column), Counter({column: 0} if wide == theirs else {})
            )
            places = grid.cells.get((row, column), ())
            marked = _marked(blocks[places[0]], table, at, view, marks) if places else None
            text = "".join(blocks[place].text for place in places)
            if marked is not None:
                counted[marked] += len(rows)
            elif text and texts.count(text) == 1:
                counted[texts.index(text)] += 1
    result: dict[tuple[int, int, int], int] = {}
    for key, counted in votes.items():
        best = counted.most_common(2)
        if best and (len(best) == 1 or best[0][1] > best[1][1]):
            result[key] = best[0][0]
    return result


def _marked(
    block: Block, table: UserTable, row: int, view: View, marks: Mapping[str, Span]
) -> int | None:
    """The column in which the mark of a cell stands, if it stands in this row."""
    span = marks.get(block.ident)
    cell = view.paras[span.first].cell if span and not span.empty else None
    return cell.column if cell and (cell.table, cell.row) == (table.number, row) else None
