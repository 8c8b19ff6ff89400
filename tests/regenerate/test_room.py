"""What a regeneration of a large file holds at once: while it is proved no other tree, each block once."""

from __future__ import annotations

import weakref
from pathlib import Path
from types import ModuleType

import pytest
from support import rounds
from support.rounds import Desk, Rows
from support.small import draft

from generator.jobs import bases, regenerate
from generator.regenerate import steps
from generator.regenerate.base import Base
from generator.word.reader import WordFile
from generator.word.revise.canonical import alike


def another_value(rows: Rows) -> None:
    rows[0][6] = "4321"


def seen_of(
    monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str
) -> list[weakref.ref[WordFile | Base]]:
    """Where what a function gives is seen, without being held."""
    real, seen = getattr(module, name), []

    def watched(*given: object) -> WordFile | Base:
        result: WordFile | Base = real(*given)
        seen.append(weakref.ref(result))
        return result

    monkeypatch.setattr(module, name, watched)
    return seen


def test_neither_the_tree_read_nor_the_stored_drafts_stay_while_it_is_proved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk.of(rounds.invented(tmp_path / "包"))
    desk.change("projects.csv", another_value)
    files = seen_of(monkeypatch, regenerate, "read")
    drafts = seen_of(monkeypatch, bases, "from_json")
    proof, left = steps.prove_laws, []

    def prove(*given: object) -> object:
        left.append([item() is not None for item in (*files, *drafts)])
        return proof(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(steps, "prove_laws", prove)
    done = desk.regenerate()
    assert done.summary.figures
    assert left == [[False, False]]


def test_blocks_that_stand_are_those_of_the_draft_before() -> None:
    old = draft("1111", ("甲", "完成就业{甲:1286人}。"), ("乙", "资金{乙:5600万元}。"))
    new = draft("2222", ("甲", "完成就业{甲:1286人}。"), ("乙", "资金{乙:5700万元}。"))
    shared = new.sharing(old)
    assert shared == new
    assert shared.blocks[0] is old.blocks[0]
    assert shared.blocks[1] is new.blocks[1]


@pytest.mark.parametrize("same", [True, False])
def test_a_document_that_goes_on_is_another_one(same: bool) -> None:
    one = [b"<p><r>1</r></p>"]
    other = one if same else [*one, b"<p><r>2</r></p>"]
    assert alike(one, lambda: iter(other)) is same
    assert alike(other, lambda: iter(one)) is same
