"""Three cycles of a clerk and a leader: from the first draft to the copy that is issued."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from support import plainword, rounds
from support.rounds import Desk, W, say, sort_rows

from generator.jobs.finalize import finalize
from generator.model.errors import DataError
from generator.word.revise.resolver import resolve


def said(desk: Desk) -> str:
    """What our comments say."""
    return "\n".join(note.text for note in plainword.notes(desk.data) if note.author == "拟稿")


def accept(root: etree._Element) -> None:
    """All changes accepted in Word."""
    resolve(root, accept=True, copy=False)


@pytest.mark.slow
def test_from_the_first_draft_to_the_issue(tmp_path: Path) -> None:
    desk = Desk.of(rounds.invented(tmp_path / "包"))
    issued = desk.file.with_name("定稿.docx")

    # First cycle: the leader words a sentence his way, types a number, sorts the projects.
    def leader(root: etree._Element) -> None:
        say(root, "各项工作有序推进", "各项工作扎实推进")
        say(root, "1420", "1500")
        sort_rows(root, ["北塬乡加工车间项目", "河东乡蔬菜大棚项目", "南川镇养殖项目"])

    desk.edit(leader)
    desk.figure("就业.脱贫", "1466")
    desk.figure("企业.引进", "131")
    desk.change("projects.csv", lambda rows: rows[1].__setitem__(6, "88.8"))
    first = desk.regenerate()
    text = "".join(plainword.accepted(desk.data).texts)
    assert "1500" in text and "131" in text and "扎实推进" in text
    assert first.needs_person and "1466" in said(desk)
    assert _value_of(desk, "南川镇养殖项目") == "88.8"

    # Second cycle: the clerk accepts, asks the office in the comment; the data change again.
    desk.edit(accept)
    desk.figure("资金.到位", "7000")
    second = desk.regenerate()
    assert len(second.summary.conflicts) == 1 and "1466" in said(desk)
    with pytest.raises(DataError, match="待定"):
        finalize(desk.file, issued, desk.package)

    # Third cycle: the leader's number was wrong; the clerk types that of the data, and all is done.
    desk.edit(accept)
    desk.edit(lambda root: say(root, "1500", "1466"))
    third = desk.regenerate()
    assert not third.needs_person and not said(desk)
    _fill_the_gaps(desk)
    finalize(desk.file, issued, desk.package)
    final = plainword.accepted(issued.read_bytes())
    assert "1466" in "".join(final.texts) and "7000" in "".join(final.texts)
    assert not plainword.notes(issued.read_bytes())


def _value_of(desk: Desk, name: str) -> str:
    return next(row[4] for row in plainword.accepted(desk.data).rows if name in row)


def _fill_the_gaps(desk: Desk) -> None:
    """The clerk deletes what is still to be filled in, by hand."""

    def work(root: etree._Element) -> None:
        for node in root.iter(f"{W}t"):
            if "【待补" in (node.text or ""):
                node.text = "6"

    desk.edit(work)
