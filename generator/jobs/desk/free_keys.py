"""Keys for new records and figures that need one and were given none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import count

from generator.jobs.desk.layouts import GridLayout
from generator.jobs.desk.opened import OpenSheet
from generator.jobs.desk.values import CellEdit
from generator.model import files
from generator.model.kind import FieldSpec

_KEY = "键"


def with_key(seen: OpenSheet, cells: Mapping[str, str]) -> dict[str, str]:
    """The cells with a key that no row has yet, where a key is needed and none is given."""
    if cells.get(_KEY, "").strip():
        return dict(cells)
    key = next(_free_keys(seen), "")
    return {_KEY: key, **cells} if key else dict(cells)


def new_keys(seen: OpenSheet, layout: GridLayout, edits: Sequence[CellEdit]) -> list[CellEdit]:
    """A key for each new row of the edits that needs one and has none."""
    last = max((seen.cells.last_row, *layout.given))
    new = sorted({edit.row for edit in edits if edit.row > last})
    given = {edit.row for edit in edits if edit.column == _KEY and edit.text.strip()}
    without = [row for row in new if row not in given]
    return [CellEdit(row, _KEY, key) for row, key in zip(without, _free_keys(seen), strict=False)]


def _free_keys(seen: OpenSheet) -> Iterator[str]:
    """Keys that no row has yet; none where the sheet needs none. A figure of such a key is one
    that no template names: it is for the texts."""
    if not any(map(partial(_is_needed, seen), seen.spec.columns)):
        return
    there = {seen.row(row).get(_KEY, "").strip() for row in seen.rows}
    names = (f"{seen.spec.sheet}{number}" for number in count(len(seen.rows) + 1))
    yield from (name for name in names if name not in there)


def _is_needed(seen: OpenSheet, column: FieldSpec) -> bool:
    return column.name == _KEY and (column.required or seen.spec.file == files.FIGURES)
