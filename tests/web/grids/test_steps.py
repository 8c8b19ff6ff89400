"""Where rows go: after a change of ours all are followed, after one of others none is guessed."""

from __future__ import annotations

import pytest

from generator.jobs.desk import GridColumn, GridRow, SheetGrid
from generator.web.grids.steps import step, unguessed, unmoved


def grid(rows: dict[int, str], next_row: int = 0) -> SheetGrid:
    """A sheet of one column: what stands in which row."""
    made = tuple(GridRow(number, (text,)) for number, text in rows.items())
    return SheetGrid("x", "表", (GridColumn("甲", "甲"),), made, "", next_row=next_row)


THREE = {2: "a", 3: "b", 4: "c"}


@pytest.mark.parametrize(
    ("what", "new", "went"),
    [
        ("nothing", THREE, {2: 2, 3: 3, 4: 4}),
        ("a cell changed", {2: "a", 3: "x", 4: "c"}, {2: 2, 3: 3, 4: 4}),
        ("a row deleted", {2: "a", 3: "c"}, {2: 2, 4: 3}),
        ("a row put in", {2: "a", 3: "x", 4: "b", 5: "c"}, {2: 2, 3: 4, 4: 5}),
        ("two cells changed", {2: "x", 3: "y", 4: "c"}, {2: 2, 3: 3, 4: 4}),
    ],
)
def test_a_change_of_ours(what: str, new: dict[int, str], went: dict[int, int]) -> None:
    assert step(grid(THREE), grid(new)).rows == went


def test_a_row_that_the_file_did_not_have_yet_moves_up_with_the_others_behind_it() -> None:
    """The form: rows 5 and 6 have no line in the file; the second is filled in and becomes line 5."""
    before = grid(THREE | {5: "d", 6: "e"})
    after = grid(THREE | {6: "d", 5: "filled"})
    assert step(before, after).rows == {2: 2, 3: 3, 4: 4, 5: 6, 6: 5}


def test_a_new_row_behind_the_end_becomes_one_of_the_sheet() -> None:
    went = step(grid(THREE, 5), grid(THREE | {5: "new"}, 6), added=[6])
    assert went.of(6) == 5
    assert [went.of(row) for row in (5, 7, 8)] == [6, 7, 8]


def test_rows_that_are_alike_are_one_another() -> None:
    assert step(grid({2: "a", 3: "a"}), grid({2: "a"})).rows == {2: 2}


@pytest.mark.parametrize(
    ("what", "new", "went"),
    [
        ("a row put in above", {2: "x", 3: "a", 4: "b", 5: "c"}, {2: 3, 3: 4, 4: 5}),
        ("a cell changed", {2: "a", 3: "x", 4: "c"}, {2: 2, 4: 4}),
        ("a row twice", {2: "a", 3: "a", 4: "c"}, {4: 4}),
    ],
)
def test_a_change_of_others(what: str, new: dict[int, str], went: dict[int, int]) -> None:
    assert unguessed(grid(THREE), grid(new)).rows == went


def test_a_sheet_that_cannot_grow_has_no_rows_behind_its_end() -> None:
    assert unmoved(grid(THREE)).of(9) is None
    assert unmoved(grid(THREE, 5)).of(9) == 9
