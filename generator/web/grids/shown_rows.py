"""The rows of a sheet as AG Grid takes them: plain values, made anew where a row is another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat
from typing import NamedTuple

from msgspec import Struct

from generator.jobs.desk import GridColumn, GridRow
from generator.jobs.desk.doubts import doubts_of
from generator.web.grids.options import LAST_YEAR, OWNER, Plain, about, field_of
from generator.web.grids.sheet_state import SheetState, Unwritten, can_grow, number_of

_NEW_ROWS = 5
"""Rows behind the end of a sheet that may be typed into."""
_Typed = Mapping[str, Unwritten]
"""What is typed over a row, by the name of the column."""


class _Source(NamedTuple):
    """What a row on the screen is made of beside the columns; ``number`` is what it is called."""

    row: GridRow
    typed: _Typed
    number: int
    is_new: bool = False


class ShownRows(Struct, frozen=True):
    """The rows of a sheet as the browser takes them (``plain``), and what they were made of."""

    columns: tuple[GridColumn, ...]
    sources: Sequence[_Source]
    plain: Sequence[Plain]

    def changes(self, before: ShownRows) -> list[tuple[int, Plain]]:
        """The rows that say something else than before, by their index; both are as many."""
        pairs = enumerate(zip(before.plain, self.plain, strict=True))
        return [(at, new) for at, (old, new) in pairs if old is not new and old != new]


def rows_of(shown: SheetState, *, advanced: bool, before: ShownRows | None = None) -> ShownRows:
    """The rows of a state with what is typed over them and what is wrong; then some that are new.
    Those for who knows the program, which are the last, only where they are asked for. A row that
    is as it was ``before`` is the same value."""
    columns = shown.grid.columns
    sources = list(_sources(shown, advanced))
    known: Iterable[tuple[_Source, Plain]] = ()
    if before and before.columns == columns:
        known = zip(before.sources, before.plain, strict=True)
    pairs = zip(sources, chain(known, repeat((None, {}))), strict=False)
    plain = [old if now == then else _plain(columns, now) for now, (then, old) in pairs]
    return ShownRows(columns, sources, plain)


def _sources(shown: SheetState, advanced: bool) -> Iterator[_Source]:
    typed: dict[int, dict[str, Unwritten]] = {}
    for (row, column), kept in shown.unwritten.items():
        typed.setdefault(row, {})[column] = kept
    grid, grows = shown.grid, can_grow(shown.grid)
    for at, item in enumerate(grid.rows, 1):
        if advanced or not item.advanced:
            yield _Source(item, typed.get(item.row, {}), number_of(grid, at, item))
    if grows:
        blank = GridRow(0, ("",) * len(grid.columns))
        last = max([*typed, grid.next_row])
        for number in range(grid.next_row, last + _NEW_ROWS):
            yield _Source(blank, typed.get(number, {}), number, is_new=True)


def _plain(columns: Sequence[GridColumn], source: _Source) -> Plain:
    row, typed, number, is_new = source
    plain: Plain = {field_of(index): text for index, text in enumerate(row.cells)}
    plain |= {LAST_YEAR: row.last_year, OWNER: row.owner, "locked": row.locked, "new": is_new}
    plain |= {"said": _said(columns, row, typed), "number": number}
    plain |= {"doubts": _doubts(columns, row), "typed": _typed(columns, row, typed)}
    plain["own"] = _own(columns, row, row.value) if row.value else _filled(columns, row)
    return plain | _over(columns, typed) if typed else plain


def _said(columns: Sequence[GridColumn], row: GridRow, typed: _Typed) -> Plain:
    """What is wrong, by field; "" for the row as a whole."""
    if not row.messages and not typed:
        return {}
    fields = {column.name: field_of(index) for index, column in enumerate(columns)}
    said: Plain = {}
    for message in row.messages:
        field = fields.get(message.column, "")
        said[field] = f"{said.get(field, '')}{message.text}"
    return said | {fields[name]: kept.why for name, kept in typed.items() if name in fields}


def _doubts(columns: Sequence[GridColumn], row: GridRow) -> Plain:
    """What is doubtful and yet stands in the file, by field."""
    doubts = {} if row.locked else doubts_of(columns, row)
    if not doubts:
        return {}
    names = [column.name for column in columns]
    return {field_of(names.index(name)): doubt for name, doubt in doubts.items()}


def _typed(columns: Sequence[GridColumn], row: GridRow, typed: _Typed) -> Plain:
    """Of the cells that are typed over, by field, what the file says, and whether a person is asked
    which of both counts."""
    if not typed:
        return {}
    cells = zip(columns, row.cells, strict=True)
    over = ((at, typed.get(column.name), text) for at, (column, text) in enumerate(cells))
    return {field_of(at): {"filed": text, "asks": kept.asks} for at, kept, text in over if kept}


def _own(columns: Sequence[GridColumn], row: GridRow, value: GridColumn) -> Plain:
    """What takes the place of the column in a row of its own unit."""
    names = [column.name for column in columns]
    if value.name not in names:
        return {}
    computed: Plain = {"computed": row.computed} if row.computed else {}
    return {field_of(names.index(value.name)): about(value) | computed}


def _filled(columns: Sequence[GridColumn], row: GridRow) -> Plain:
    """What blank cells hold that the kind computes; one may be typed into all the same."""
    texts = dict(row.filled)
    return {
        field_of(at): about(column) | {"computed": texts[column.name]}
        for at, column in enumerate(columns)
        if column.name in texts
    }


def _over(columns: Sequence[GridColumn], typed: _Typed) -> Plain:
    return {
        field_of(index): typed[column.name].text
        for index, column in enumerate(columns)
        if column.name in typed
    }
