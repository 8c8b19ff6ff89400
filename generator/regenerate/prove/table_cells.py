"""The figures of tables against the tables of a Word file: by the heads of columns and the names of
rows, wherever these stand now.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.model.document import Document, Table, TableCell, TableRow, plain
from generator.model.regex import regex
from generator.model.view import SeenRow, View
from generator.regenerate.prove.lines import without_note_marks

_LETTER = regex(r"[^\W\d_]")
_LEAST_HEADS = 0.5
"""Least share of a table's heads by which a row of the file is its head."""
_HEAD_ROWS = 3
"""So many rows at most are a table's head."""


class SeenFigureCell(Struct, frozen=True):
    """A cell of the report and what the file says in its row and column; None: it has no such cell.

    ``name`` is the text by which the row is found in the file, "" where it is not there; ``head``
    is what stands above the column in the report, "" where that does not tell it from others.
    """

    cell: TableCell
    text: str | None
    name: str
    head: str = ""


def seen_cells(document: Document, view: View) -> dict[str, SeenFigureCell]:
    """The cells of the report's tables that can be told by head and name in the file, by id."""
    tables = _tables(view)
    result: dict[str, SeenFigureCell] = {}
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                result.update((found.cell.id, found) for found in _of_table(block, tables))
    return result


def _tables(view: View) -> list[list[SeenRow]]:
    tables: dict[int, list[SeenRow]] = defaultdict(list)
    for block in view.seen:
        if isinstance(block, SeenRow):
            tables[block.table].append(block)
    return list(tables.values())


def _of_table(table: Table, tables: Sequence[Sequence[SeenRow]]) -> Iterator[SeenFigureCell]:
    rows = [row for row in table.rows if row.role in ("body", "head")]
    body = [row for row in rows if row.role == "body"]
    heads = _heads([row for row in rows if row.role == "head"])
    places = _named_rows(body, heads, tables)
    for row in body:
        place = places.get(row.id)
        if place is not None:
            yield from _of_row(row, heads, place)


class _NamedRow(Struct, frozen=True):
    """A row of the file, its name, and the columns that each head of its table covers."""

    row: SeenRow
    name: str
    columns: Mapping[str, Sequence[int]]


def _of_row(row: TableRow, heads: Mapping[int, str], place: _NamedRow) -> Iterator[SeenFigureCell]:
    for column, cell in row.placed():
        if column not in heads:  # no head of its own, as below one over several columns
            continue
        head = heads[column]
        covered = place.columns.get(head, ())
        yield SeenFigureCell(cell, _under(place.row, covered), place.name, head)


def _under(row: SeenRow, covered: Sequence[int]) -> str | None:
    """What a row says under a head: the cells that begin in its columns, those that say something,
    in lines; else the one that reaches into them; None where no cell does."""
    begin = [cell for cell in row.cells if cell.column in covered]
    before = [] if begin else [cell for cell in row.cells if covered and cell.column < covered[0]]
    cells = begin or before[-1:]
    texts = [without_note_marks("\n".join(cell.texts)) for cell in cells]
    return "\n".join(text for text in texts if text.strip()) if texts else None


def _heads(rows: Sequence[TableRow]) -> dict[int, str]:
    """The head of each column: the texts above it, the outermost first; only those said once."""
    heads: dict[int, str] = {}
    for row in rows:
        for column, cell in row.placed():
            for covered in range(column, column + cell.colspan):
                heads[covered] = heads.get(covered, "") + _bare(_text(cell))
    counted = Counter(heads.values())
    return {column: head for column, head in heads.items() if head and counted[head] == 1}


def _text(cell: TableCell) -> str:
    return "\n".join(plain(text) for text in cell.paragraphs)


def _bare(text: str) -> str:
    return "".join(text.split())


def _named_rows(
    body: Sequence[TableRow], heads: Mapping[int, str], tables: Sequence[Sequence[SeenRow]]
) -> dict[str, _NamedRow]:
    """The rows of the file that bear the name of a row, as far as a name is said once."""
    wanted = _by_name({row.id: [_text(cell) for cell in row.cells] for row in body})
    bearers: dict[str, list[_NamedRow]] = defaultdict(list)
    for rows in tables:
        columns = _columns(rows, heads)
        for row in rows if columns else ():
            texts = _texts(row)
            for ident in {wanted.get(word, "") for word in _words(texts)} - {""}:
                bearers[ident].append(_NamedRow(row, _first_words(texts), columns))
    return {ident: own[0] for ident, own in bearers.items() if len(own) == 1}


def _texts(row: SeenRow) -> list[str]:
    return ["\n".join(cell.texts) for cell in row.cells]


def _by_name(rows: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The row of each name that one row alone has."""
    counted = Counter(name for texts in rows.values() for name in set(_words(texts)))
    return {
        name: ident
        for ident, texts in rows.items()
        for name in _words(texts)[:1]
        if counted[name] == 1
    }


def _words(texts: Sequence[str]) -> list[str]:
    """The cells of a row that are words, in order."""
    return [bare for bare in map(_bare, texts) if _LETTER.search(bare)]


def _first_words(texts: Sequence[str]) -> str:
    return next((text for text in texts if _LETTER.search(text)), "")


def _columns(rows: Sequence[SeenRow], heads: Mapping[int, str]) -> dict[str, list[int]]:
    """The columns of each head in a table of the file; {} where the table bears other heads."""
    wanted = set(heads.values())
    seen: dict[int, str] = {}
    best: dict[str, list[int]] = {}
    for row in rows[:_HEAD_ROWS]:
        for column, text in _spread(row, rows):
            seen[column] = seen.get(column, "") + text
        found: dict[str, list[int]] = defaultdict(list)
        for column, head in sorted(seen.items()):
            if head in wanted:
                found[head].append(column)
        best = found if len(found) > len(best) else best
    return best if wanted and len(best) >= _LEAST_HEADS * len(wanted) else {}


def _spread(row: SeenRow, rows: Sequence[SeenRow]) -> Iterator[tuple[int, str]]:
    """The text above each column: a head that spans several stands above all of them."""
    columns = sorted({cell.column for other in rows[:_HEAD_ROWS] for cell in other.cells})
    starts = [cell.column for cell in row.cells]
    ends = [*starts[1:], columns[-1] + 1 if columns else 0]
    for cell, end in zip(row.cells, ends, strict=True):
        text = _bare("".join(cell.texts))
        yield from ((column, text) for column in columns if cell.column <= column < end)
