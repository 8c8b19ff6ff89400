"""What can be taken back of a sheet: the last change first, and nothing that is there no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import desks

from generator.jobs.desk import SheetGrid, Undo, grid
from generator.web.grids.sheet_state import SheetState, Unwritten
from generator.web.grids.steps import unmoved
from generator.web.grids.typed_over import TypedOver, typed_over
from generator.web.grids.undo_stack import Undoable, UndoStack

AMOUNT = (2, "金额")
"""The first row of 资金."""


@pytest.fixture
def funds(tmp_path: Path) -> SheetGrid:
    return grid(desks.package(tmp_path), "funds.csv")


def written(stamp: str) -> Undo:
    """A change that was written, known by the stamp of its file."""
    return Undo("funds.csv", stamp, b"")


def typed(shown: SheetGrid, text: str) -> tuple[SheetState, TypedOver]:
    """The sheet with a text over 金额 that was not written, and the step to it."""
    kept = {AMOUNT: Unwritten(text, "应当是数字")}
    return SheetState(shown, kept), typed_over(SheetState(shown, {}), kept)


def test_the_last_change_goes_first(funds: SheetGrid) -> None:
    shown, undos = SheetState(funds, {}), UndoStack()
    for stamp in ("一", "二"):
        undos.remember(Undoable(written(stamp), "甲", f"第{stamp}处"))
    top = undos.top(shown)
    assert top is not None and (top.by, top.place) == ("甲", "第二处")
    assert [undos.take(shown) for _ in range(3)] == [written("二"), written("一"), None]


def test_what_was_typed_and_is_mended_is_passed_over(funds: SheetGrid) -> None:
    wrong, step = typed(funds, "十二")
    mended, undos = SheetState(funds, {}), UndoStack()
    undos.remember(Undoable(written("一"), "甲", ""))
    undos.remember(Undoable(step, "乙", ""))
    assert undos.top(wrong) == Undoable(step, "乙", "")
    assert undos.take(mended) == written("一")
    assert undos.take(wrong) is None


def test_where_somebody_else_wrote_the_file_what_was_typed_stays(funds: SheetGrid) -> None:
    wrong, step = typed(funds, "十二")
    undos = UndoStack()
    undos.remember(Undoable(step, "甲", ""))
    undos.remember(Undoable(written("一"), "甲", ""))
    undos.forget_written()
    assert undos.take(wrong) == step


def test_what_was_typed_follows_its_row(funds: SheetGrid) -> None:
    _, step = typed(funds, "十二")
    undos = UndoStack()
    undos.remember(Undoable(step, "甲", ""))
    undos.move(unmoved(funds))
    top = undos.top(SheetState(funds, {AMOUNT: Unwritten("十二", "")}))
    assert top is not None and top.last == step


def test_of_many_changes_the_oldest_are_forgotten(funds: SheetGrid) -> None:
    shown, undos = SheetState(funds, {}), UndoStack()
    for number in range(51):
        undos.remember(Undoable(written(str(number)), "", ""))
    taken = [undos.take(shown) for _ in range(51)]
    assert (taken[0], taken[49], taken[50]) == (written("50"), written("1"), None)
