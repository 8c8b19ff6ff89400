"""Rows on the screen that are made of those before are as if all were made anew."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from generator.jobs.desk import CellMessage, GridColumn, GridRow, SheetGrid
from generator.model.replacing import replace
from generator.web.grids.sheet_state import Cell, SheetState, Unwritten
from generator.web.grids.shown_rows import rows_of

COLUMNS = (GridColumn("键", "键"), GridColumn("金额", "金额", "万元", kind="数"))
TEXTS = st.sampled_from(["", "大棚", "12"])
WRONG = CellMessage(2, "金额", "不是数")


def row_at(number: int, cells: tuple[str, ...], *, wrong: bool, own: bool) -> GridRow:
    said = (WRONG,) if wrong else ()
    return GridRow(number, cells, owner=cells[0], messages=said, value=COLUMNS[1] if own else None)


ROWS = st.lists(
    st.builds(row_at, st.just(0), st.tuples(TEXTS, TEXTS), wrong=st.booleans(), own=st.booleans()),
    max_size=4,
)
TYPED = st.dictionaries(
    st.tuples(st.integers(2, 8), st.sampled_from(["键", "金额"])),
    st.builds(Unwritten, TEXTS, st.sampled_from(["", "不是数"])),
    max_size=2,
)


def state_of(
    rows: list[GridRow], typed: dict[Cell, Unwritten], renamed: bool, grows: bool
) -> SheetState:
    """A state of these rows, numbered from the second line on; the last is an advanced one."""
    numbered = [replace(row, row=at) for at, row in enumerate(rows, 2)]
    numbered[-1:] = [replace(row, advanced=True) for row in numbered[-1:]]
    columns = tuple(reversed(COLUMNS)) if renamed else COLUMNS
    end = len(rows) + 2 if grows else 0
    grid = SheetGrid("funds.csv", "资金", columns, tuple(numbered), "", next_row=end)
    return SheetState(grid, typed)


STATES = st.builds(state_of, ROWS, TYPED, st.booleans(), st.booleans())
PLAIN = state_of([row_at(0, ("大棚", "12"), wrong=False, own=False)], {}, False, True)


@given(before=STATES, after=STATES, advanced=st.booleans())
@example(before=PLAIN, after=PLAIN, advanced=True)
def test_rows_made_of_those_before_are_the_rows(
    before: SheetState, after: SheetState, advanced: bool
) -> None:
    known = rows_of(before, advanced=advanced)
    again = rows_of(after, advanced=advanced, before=known)
    anew = rows_of(after, advanced=advanced)
    assert again == anew
    if len(known.plain) == len(again.plain):
        shown = list(known.plain)
        for at, row in again.changes(known):
            assert shown[at] != row
            shown[at] = row
        assert shown == anew.plain


def test_a_row_that_is_as_it_was_is_not_made_again() -> None:
    rows = [row_at(0, (key, "12"), wrong=False, own=False) for key in ("大棚", "培训", "桥")]
    other = [rows[0], row_at(0, ("培训", "13"), wrong=False, own=False), rows[2]]
    before = rows_of(state_of(rows, {}, False, True), advanced=True)
    after = rows_of(state_of(other, {}, False, True), advanced=True, before=before)
    same = [old is new for old, new in zip(before.plain, after.plain, strict=True)]
    assert same == [True, False, *[True] * (len(same) - 2)]
    assert [at for at, _ in after.changes(before)] == [1]
