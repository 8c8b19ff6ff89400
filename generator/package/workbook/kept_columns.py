"""The columns of a file that its sheet does not show: they come back from the file as it was."""

from __future__ import annotations

from collections.abc import Collection

from generator.package.textfiles import csv_text, decoded, encoded, rows_of


def with_kept_columns(data: bytes, kept: bytes, key: str, shown: Collection[str]) -> bytes:
    """A CSV file ``data`` with the cells of ``kept``, its former self, in every column that is not
    among those ``shown`` on the sheet; rows are the same where the column ``key`` says the same."""
    now, before = decoded(data), decoded(kept)
    if data == kept or now is None or before is None:
        return data
    rows, former = rows_of(now.text), rows_of(before.text)
    head, former_head = (table[0] if table else [] for table in (rows, former))
    hidden = [name for name in former_head if name in head and name not in shown]
    if not hidden or key not in head or key not in former_head:
        return data
    code, former_code = head.index(key), former_head.index(key)
    by_key = {row[former_code]: row for row in former if len(row) == len(former_head)}
    for row in rows[1:]:
        there = by_key.get(row[code])
        if there:
            for name in hidden:
                row[head.index(name)] = there[former_head.index(name)]
    return encoded(csv_text(rows), now.style)
