"""The columns of a file that its sheet does not show: they come back from the file as it was."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.package.textfiles import csv_text, decoded, encoded, rows_of


def with_kept_columns(data: bytes, kept: bytes, key: str, shown: Collection[str]) -> bytes:
    """A CSV file ``data`` with the cells of ``kept``, its former self, in every column that is not
    among those ``shown`` on the sheet; rows are the same where the column ``key`` says the same."""
    now, before = decoded(data), decoded(kept)
    if data == kept or now is None or before is None:
        return data
    rows, former = rows_of(now.text), rows_of(before.text)
    head, former_head = _head(rows), _head(former)
    hidden = _hidden(head, former_head, shown)
    if not hidden or key not in set(head).intersection(former_head):
        return data
    _fill(rows, former, key, hidden)
    return encoded(csv_text(rows), now.style)


def _head(rows: Sequence[list[str]]) -> list[str]:
    return rows[0] if rows else []


def _hidden(head: list[str], former_head: list[str], shown: Collection[str]) -> list[str]:
    """The columns of both files that the sheet does not show."""
    return [name for name in former_head if name in head and name not in shown]


def _fill(
    rows: Sequence[list[str]], former: Sequence[list[str]], key: str, names: Sequence[str]
) -> None:
    """Put the former cells of the named columns into the rows of the same ``key``."""
    head, former_head = rows[0], former[0]
    columns = [(head.index(name), former_head.index(name)) for name in names]
    code = head.index(key)
    by_key = _by_cell(former, former_head.index(key))
    for row in rows[1:]:
        there = by_key.get(row[code])
        if there:
            for column, former_column in columns:
                row[column] = there[former_column]


def _by_cell(rows: Sequence[list[str]], column: int) -> dict[str, list[str]]:
    """The rows as wide as the head by their cell in a column."""
    return {row[column]: row for row in rows if len(row) == len(rows[0])}
