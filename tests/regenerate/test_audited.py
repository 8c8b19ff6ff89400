"""The audit of tables and sentences that people have worked on: only what differs, by head and name."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree
from support import rounds
from support.rounds import Desk, W, row_with, rows_of, say, text_of

from generator.jobs.audit import audit
from generator.jobs.finalize import finalize
from generator.model.errors import DataError
from generator.regenerate.prove.audit import Audit

Edit = Callable[[etree._Element], None]
PACKAGES = {"invented": rounds.invented, "real": rounds.real}
NAMES = {
    "invented": ("河东乡蔬菜大棚项目", "120.5"),
    "real": ("武川县乡村振兴加工车间援建项目", "30"),
}


def found(desk: Desk, *works: Edit) -> Audit:
    """The audit after some edits."""
    for work in works:
        desk.edit(work)
    return audit(desk.file, desk.package)


def column(at: int, change: Callable[[etree._Element, int], None]) -> Edit:
    """Do something to a cell of each row of the plan table that has all columns."""

    def work(root: etree._Element) -> None:
        rows = rows_of(root, 1)
        width = max(len(row.findall(f"{W}tc")) for row in rows)
        for number, row in enumerate(rows):
            cells = row.findall(f"{W}tc")
            if len(cells) == width:
                change(cells[at], number)

    return work


def put_before(cell: etree._Element, number: int) -> None:
    """A column of last year's numbers stands before it."""
    own = deepcopy(cell)
    nodes = list(own.iter(f"{W}t"))
    for node in nodes:
        node.text = ""
    if nodes:
        nodes[0].text = "上年数" if number == 0 else str(40 + number)
    cell.addprevious(own)


def take_out(cell: etree._Element, number: int) -> None:
    cell.getparent().remove(cell)


def to_front(cell: etree._Element, number: int) -> None:
    """The column stands before the one to its left."""
    cell.getprevious().addprevious(cell)


def test_a_column_more_makes_no_difference(desk: Desk) -> None:
    result = found(desk, column(4, put_before))
    assert not result.of("differs") and not result.lost_columns


def test_a_column_moved_makes_no_difference(desk: Desk) -> None:
    assert not found(desk, column(5, to_front)).of("differs")


def test_a_column_taken_out_is_absent(desk: Desk) -> None:
    result = found(desk, column(4, take_out))
    assert not result.of("differs")
    assert any("总投资" in figure.key for figure in result.of("absent"))
    assert [head for head, _ in result.lost_columns if "总投资" in head]


def test_a_cell_typed_over_differs_alone(desk: Desk, kind: str) -> None:
    name, value = NAMES[kind]

    def work(root: etree._Element) -> None:
        row = row_with(root, name)
        node = next(node for node in row.iter(f"{W}t") if node.text == value)
        node.text = "999.9"

    result = found(desk, work)
    assert [figure.seen for figure in result.of("differs")] == ["999.9"]
    assert result.of("differs")[0].near == name


def test_a_bracket_taken_out_is_absent_and_names_no_neighbour(tmp_path: Path) -> None:
    desk = Desk.of(rounds.short(tmp_path / "包"))

    def work(root: etree._Element) -> None:
        paragraph = next(p for p in root.iter(f"{W}p") if "（2对）、社区" in text_of(p))
        nodes = list(paragraph.iter(f"{W}t"))
        whole = "".join(node.text or "" for node in nodes)
        for node in nodes[1:]:
            node.text = ""
        start = whole.index("街道与乡镇（2对）、") + len("街道与乡镇")
        nodes[0].text = whole[:start] + whole[start + len("（2对）") :]

    assert not found(desk, work).of("differs")


def test_words_changed_around_figures_make_no_difference(tmp_path: Path) -> None:
    desk = Desk.of(rounds.invented(tmp_path / "包"))
    result = found(desk, lambda root: say(root, "各项工作有序推进", "各项工作扎实推进"))
    assert not result.of("differs") and not result.of("absent")


def test_the_copy_to_issue_is_audited(desk: Desk, kind: str) -> None:
    """With the package a figure that differs is told with its place."""
    name, value = NAMES[kind]

    def work(root: etree._Element) -> None:
        row = row_with(root, name)
        next(node for node in row.iter(f"{W}t") if node.text == value).text = "999.9"

    desk.edit(work)
    with pytest.raises(DataError, match="999.9.*" + name):
        finalize(desk.file, desk.file.with_name("定稿.docx"), desk.package)
