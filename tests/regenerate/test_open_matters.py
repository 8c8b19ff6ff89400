"""Open matters over several rounds: asked again with the data of then, closed when settled, never lost."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from lxml import etree
from support import plainword, rounds
from support.rounds import Desk, W, say

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Names:
    """Two figures of one paragraph: key, value, unit; and words of that paragraph."""

    one: tuple[str, str]
    two: tuple[str, str]
    words: str


NAMES = {
    "invented": Names(("就业.脱贫", "1420"), ("企业.引进", "127"), "引进企业"),
    "real": Names(("防返贫保险.户数", "8161"), ("防返贫保险.人数", "30682"), "防返贫保险项目"),
}
PACKAGES = {"invented": rounds.invented, "real": rounds.short}


@pytest.fixture
def names(kind: str) -> Names:
    return NAMES[kind]


def typed_over(desk: Desk, old: str, new: str) -> None:
    """A person types another number over a figure."""
    desk.edit(lambda root: say(root, old, new))


def ours(desk: Desk) -> list[str]:
    """The lines of our comments."""
    found = [note for note in plainword.notes(desk.data) if note.author == "拟稿"]
    return [line for note in found for line in note.text.split("\n")]


def asked(desk: Desk, *words: str) -> int:
    """How many lines ask for a decision and hold all the words."""
    lines = [line for line in ours(desk) if line.startswith("【请定】")]
    return sum(all(word in line for word in words) for line in lines)


def begun(desk: Desk, names: Names) -> None:
    """The leader changed the first figure, then the data did, too: one matter is open."""
    typed_over(desk, names.one[1], "7777")
    desk.figure(names.one[0], "8888")
    desk.regenerate()
    assert asked(desk, "7777", "8888") == 1


def test_a_second_matter_in_the_paragraph_does_not_end_the_first(desk: Desk, names: Names) -> None:
    begun(desk, names)
    typed_over(desk, names.two[1], "5555")
    desk.figure(names.two[0], "6666")
    result = desk.regenerate()
    assert asked(desk, "7777", "8888") == 1 and asked(desk, "5555", "6666") == 1
    assert len(result.summary.conflicts) == 2


def test_the_same_again_counts_what_is_open_and_writes_nothing(desk: Desk, names: Names) -> None:
    begun(desk, names)
    before = desk.data
    result = desk.regenerate()
    assert len(result.summary.conflicts) == 1 and result.needs_person
    assert result.written is None and desk.data == before


def test_data_that_change_again_are_told_anew(desk: Desk, names: Names) -> None:
    begun(desk, names)
    desk.figure(names.one[0], "9999")
    desk.regenerate()
    assert asked(desk, "7777", "9999") == 1 and asked(desk, "8888") == 0


def test_data_that_go_back_leave_the_difference(desk: Desk, names: Names) -> None:
    begun(desk, names)
    desk.figure(names.one[0], names.one[1])
    result = desk.regenerate()
    assert asked(desk, "8888") == 0
    assert asked(desk, "7777", names.one[1]) == 1 == len(result.summary.conflicts)


def test_the_new_value_typed_by_hand_settles_it(desk: Desk, names: Names) -> None:
    begun(desk, names)
    typed_over(desk, "7777", "8888")
    result = desk.regenerate()
    assert not ours(desk) and not result.summary.conflicts
    desk.figure(names.one[0], "9999")
    desk.regenerate()
    assert any("9999" in text for text in plainword.accepted(desk.data).texts)


def test_a_comment_that_is_deleted_is_settled(desk: Desk, names: Names) -> None:
    begun(desk, names)
    desk.edit(_without_comments)
    desk.parts({"word/comments.xml": lambda data: _emptied(data)})
    result = desk.regenerate()
    assert not result.summary.conflicts and not ours(desk)
    assert any("7777" in text for text in plainword.accepted(desk.data).texts)


def _without_comments(root: etree._Element) -> None:
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for item in [*root.iter(W + tag)]:
            item.getparent().remove(item)


def _emptied(data: bytes) -> bytes:
    root = etree.fromstring(data)
    root[:] = []
    return etree.tostring(root)


def test_an_answer_in_our_comment_stays(desk: Desk, names: Names) -> None:
    begun(desk, names)

    def answer(data: bytes) -> bytes:
        root = etree.fromstring(data)
        last = [*root.iter(f"{W}t")][-1]
        last.text = (last.text or "") + "按领导的数，已与部门核实。"
        return etree.tostring(root)

    desk.parts({"word/comments.xml": answer})
    for value in ("8888", "9999"):
        desk.figure(names.one[0], value)
        result = desk.regenerate()
        assert sum("已与部门核实" in line for line in ours(desk)) == 1
        assert len(result.summary.conflicts) == 1
    assert asked(desk, "7777", "9999") == 1


def test_ten_rounds_lose_nothing(desk: Desk, names: Names) -> None:
    """The other figure changes round after round; the first matter stays open, and once."""
    begun(desk, names)
    for number in range(10):
        desk.figure(names.two[0], str(3000 + number))
        result = desk.regenerate()
        assert asked(desk, "7777", "8888") == 1 == len(result.summary.conflicts)
        text = "".join(plainword.accepted(desk.data).texts)
        assert str(3000 + number) in text and "7777" in text


def test_a_deleted_paragraph_stays_told(desk: Desk, names: Names) -> None:
    def delete(root: etree._Element) -> None:
        paragraph = next(p for p in root.iter(f"{W}p") if names.one[1] in rounds.text_of(p))
        paragraph.getparent().remove(paragraph)

    desk.edit(delete)
    desk.figure(names.one[0], "8888")
    desk.regenerate()
    assert asked(desk, "8888") == 1
    desk.figure(names.two[0], "6666")
    desk.regenerate()
    assert asked(desk, "8888", "6666") == 1 and asked(desk) == 1


def test_a_difference_that_nothing_explains_is_said_once(desk: Desk, names: Names) -> None:
    """The leader's number against data that did not change: a comment, until somebody settles it."""
    typed_over(desk, names.one[1], "7777")
    desk.figure(names.two[0], "6666")
    result = desk.regenerate()
    assert asked(desk, "7777", names.one[1]) == 1 and result.needs_person
    desk.edit(_without_comments)
    desk.parts({"word/comments.xml": _emptied})
    desk.figure(names.two[0], "6667")
    result = desk.regenerate()
    assert not ours(desk) and not result.needs_person
    desk.figure(names.one[0], "9999")
    desk.regenerate()
    assert asked(desk, "7777", "9999") == 1
