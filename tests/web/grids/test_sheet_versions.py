"""Where a row that a window showed is now, whatever came between."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import desks

from generator.jobs.desk import CellEdit, SheetGrid, grid
from generator.model.replacing import replace
from generator.web.grids.sheet_state import SheetState, TypedCell
from generator.web.grids.sheet_versions import SheetVersions
from generator.web.grids.steps import step, unmoved


@pytest.fixture
def funds(tmp_path: Path) -> SheetGrid:
    """资金: 大棚 in row 2, 培训 in row 3."""
    return grid(desks.package(tmp_path), "funds.csv")


def without_first(shown: SheetGrid) -> SheetGrid:
    """The sheet after its first row was deleted: the second is row 2 then."""
    _, second = shown.rows
    return replace(shown, rows=(replace(second, row=2),), next_row=3)


def test_a_row_is_found_where_it_is_now(funds: SheetGrid) -> None:
    versions, fewer = SheetVersions(funds), without_first(funds)
    versions.add(SheetState(fewer, {}), step(funds, fewer))
    assert versions.now == 1 and versions.shown.grid == fewer
    assert (versions.row(0, 0), versions.row(0, 1), versions.row(1, 0)) == (None, 2, 2)


def test_edits_of_rows_that_are_gone_are_left_out(funds: SheetGrid) -> None:
    versions, fewer = SheetVersions(funds), without_first(funds)
    versions.add(SheetState(fewer, {}), step(funds, fewer))
    edits = [TypedCell(0, "金额", "1", "12"), TypedCell(1, "金额", "6", "5")]
    assert versions.here(0, edits) == [CellEdit(2, "金额", "6")]


def test_a_window_that_is_far_behind_shows_rows_that_nobody_knows(funds: SheetGrid) -> None:
    versions = SheetVersions(funds)
    for _ in range(201):
        versions.add(SheetState(funds, {}), unmoved(funds))
    assert versions.row(0, 0) is None
    assert versions.row(versions.now - 1, 0) == 2
