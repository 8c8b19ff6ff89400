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
from generator.regenerate.prove.lines import without_note_marks

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


def crossed(node: etree._Element, new: str = "") -> None:
    """Cross out a run, and write something behind it."""
    run = node.getparent()
    behind = deepcopy(run)
    next(behind.iter(f"{W}t")).text = new
    run.addnext(behind)
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    etree.SubElement(properties, f"{W}strike")


@pytest.mark.parametrize("new", ["", "999.9"])
def test_a_cell_crossed_out(desk: Desk, kind: str, new: str) -> None:
    name, value = NAMES[kind]

    def work(root: etree._Element) -> None:
        row = row_with(root, name)
        crossed(next(node for node in row.iter(f"{W}t") if node.text == value), new)

    result = found(desk, work)
    assert [figure.seen for figure in result.of("differs")] == ([new] if new else [])
    assert len(result.of("absent")) == (0 if new else 1)


@pytest.mark.parametrize("new", ["", "6600万元"])
def test_a_figure_of_a_sentence_crossed_out(tmp_path: Path, new: str) -> None:
    desk = Desk.of(rounds.invented(tmp_path / "包"))

    def work(root: etree._Element) -> None:
        crossed(next(node for node in root.iter(f"{W}t") if node.text == "6504万元"), new)

    result = found(desk, work)
    assert [figure.seen for figure in result.of("differs")] == ([new] if new else [])
    assert [figure.key for figure in result.of("absent")] == ([] if new else ["资金.到位"])


MARKS = {
    "within a figure": (("6504", "1", "万元"), []),
    "behind a figure": (("6504万元", "12", ""), []),
    "another figure": (("6505", "1", "万元"), ["6505万元"]),
}


@pytest.mark.parametrize("name", MARKS)
def test_the_mark_of_a_note_is_no_digit(tmp_path: Path, name: str) -> None:
    texts, differs = MARKS[name]
    desk = Desk.of(rounds.invented(tmp_path / "包"))

    def work(root: etree._Element) -> None:
        node = next(node for node in root.iter(f"{W}t") if node.text == "6504万元")
        raised(node, texts)

    result = found(desk, work)
    assert [figure.seen for figure in result.of("differs")] == differs
    assert not result.of("absent")


def raised(node: etree._Element, texts: tuple[str, str, str]) -> None:
    """The text of a run in three runs, the second above the line."""
    run = node.getparent()
    before, above = deepcopy(run), deepcopy(run)
    for item, text in zip((before, above, run), texts, strict=True):
        next(item.iter(f"{W}t")).text = text
    properties = above.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        above.insert(0, properties)
    etree.SubElement(properties, f"{W}vertAlign").set(f"{W}val", "superscript")
    run.addprevious(before)
    run.addprevious(above)


@pytest.mark.parametrize("text", ["120.5¹", "120.5"])
def test_the_mark_of_a_note_in_a_cell(tmp_path: Path, text: str) -> None:
    desk = Desk.of(rounds.invented(tmp_path / "包"))
    name, value = NAMES["invented"]

    def work(root: etree._Element) -> None:
        row = row_with(root, name)
        next(node for node in row.iter(f"{W}t") if node.text == value).text = text

    assert not found(desk, work).needs_person


def test_a_power_is_no_mark_of_a_note() -> None:
    assert without_note_marks("共10⁴人、110¹人、3.5²人") == "共10⁴人、110人、3.5人"


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


@pytest.mark.parametrize("said", ["近1420人", "超1420人", "1420余人", "1420名"])
def test_a_figure_that_says_something_else_by_the_words_around_it(
    tmp_path: Path, said: str
) -> None:
    desk = Desk.of(rounds.invented(tmp_path / "包"))
    result = found(desk, lambda root: say(root, "1420人", said))
    assert [figure.seen for figure in result.of("differs")] == [said]
    assert not result.of("absent")


@pytest.mark.parametrize("said", ["约1420人", "1420人以上", "不超过1420人"])
def test_a_figure_that_may_be_what_people_say(tmp_path: Path, said: str) -> None:
    desk = Desk.of(rounds.invented(tmp_path / "包"))
    assert not found(desk, lambda root: say(root, "1420人", said)).of("differs")


def test_two_figures_that_changed_places_differ_both(tmp_path: Path) -> None:
    desk = Desk.of(rounds.invented(tmp_path / "包"))

    def work(root: etree._Element) -> None:
        for old, new in (("1420人", "@"), ("127家", "1420人"), ("@", "127家")):
            say(root, old, new)

    result = found(desk, work)
    assert [(one.wanted, one.seen) for one in result.of("differs")] == [
        ("1420人", "127"),
        ("127家", "1420"),
    ]
    assert not result.of("absent")


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


def test_a_question_about_one_figure_explains_no_other(tmp_path: Path) -> None:
    """Both were typed over in one paragraph, the data changed one of them."""
    desk = Desk.of(rounds.invented(tmp_path / "清河-2023"))
    desk.edit(lambda root: say(root, "1420人", "1430人"))
    desk.edit(lambda root: say(root, "127家", "128家"))
    desk.figure("就业.脱贫", "1500")
    told = [matter.text for _, matter in desk.regenerate().summary.conflicts]
    assert len(told) == 2
    assert "1430人" in told[0] and "这里是“128家”，数据是“127家”" in told[1]


def test_an_update_that_was_rejected_beside_an_equal_figure_differs(tmp_path: Path) -> None:
    """The old value is that of another figure of the paragraph: it stands there twice."""
    desk = Desk.of(rounds.invented(tmp_path / "清河-2023"))
    desk.figure("企业.引进", "1420")
    desk.edit(lambda root: say(root, "127家", "1420家"))
    desk.figure("企业.引进", "128")
    seen = [figure.seen for figure in found(desk).of("differs")]
    assert seen == ["1420家"]
