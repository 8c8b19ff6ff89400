"""What people crossed out (删除线) and wrote beside it is an edit of theirs: kept, and asked where the data differ."""

from __future__ import annotations

import re

import pytest
from support import plainword
from support.small import Outcome, Person, draft, regenerated
from support.wordfiles import run

from generator.regenerate.base import Base

STRIKE = "<w:strike/>"


def report(ident: str, money: str = "3586万元", trained: str = "30人", firms: str = "27家") -> Base:
    return draft(
        ident,
        ("题", "培训情况"),
        ("资", f"全年安排蔬菜大棚建设资金{{资:{money}}}，群众满意，工作有序推进。"),
        ("训", f"举办培训班，培训{{训:{trained}}}，年底全部结业，效果良好。"),
        ("表/甲/0", "引进企业"),
        ("表/甲/1", f"{{企:{firms}}}"),
    )


def crossed(person: Person, place: int, old: str, new: str = "", look: str = STRIKE) -> None:
    """Cross out a text of one run, and write something behind it."""
    behind = run(new) if new else ""
    person.replace(place, run(old), run(old, look) + behind)


def after(person: Person, **values: str) -> Outcome:
    """The file brought up to a draft with other values; without values: with the same."""
    base = report("1111")
    new = report("2222", **values) if values else base
    outcome = regenerated(base, new, person.file())
    before, now = (_crossed_runs(data) for data in (person.file(), outcome.data))
    assert before == now and before, "what was crossed out stands as it stood"
    return outcome


def _crossed_runs(data: bytes) -> list[str]:
    text = plainword.part(data, "word/document.xml").decode()
    return re.findall(r"<w:r><w:rPr><w:d?strike/></w:rPr>.*?</w:r>", text)


def person() -> Person:
    return Person.with_file(report("1111"))


LOOKS = [STRIKE, "<w:dstrike/>"]


@pytest.mark.parametrize("look", LOOKS)
def test_the_same_data_change_nothing(look: str) -> None:
    editor = person()
    crossed(editor, 1, "3586万元", "3600万元", look)
    outcome = after(editor)
    assert not outcome.plan.edits and not outcome.plan.matters
    assert "资金3600万元，" in outcome.accepted[1]


@pytest.mark.parametrize("look", LOOKS)
def test_other_data_are_asked_about(look: str) -> None:
    editor = person()
    crossed(editor, 1, "3586万元", "3600万元", look)
    outcome = after(editor, money="3700万元")
    assert "资金3600万元，" in outcome.accepted[1]
    (matter,) = outcome.plan.matters
    assert all(value in matter.text for value in ("3600万元", "3586万元", "3700万元"))
    assert "3700万元" not in plainword.accepted(outcome.data).texts[1]


def test_data_that_say_what_was_written_are_not_asked_about() -> None:
    editor = person()
    crossed(editor, 1, "3586万元", "3600万元")
    outcome = after(editor, money="3600万元")
    assert not outcome.plan.matters and "资金3600万元，" in outcome.accepted[1]


def test_a_part_of_a_figure() -> None:
    editor = person()
    editor.replace(1, run("3586万元"), run("3") + run("5", STRIKE) + run("6") + run("86万元"))
    outcome = after(editor, money="3700万元")
    assert "资金3686万元，" in outcome.accepted[1] and len(outcome.plan.matters) == 1


def test_a_figure_beside_crossed_words_follows_the_data() -> None:
    editor = person()
    editor.replace(1, run("全年安排蔬菜大棚建设资金"), run("全年安排蔬菜") + run("约", STRIKE))
    outcome = after(editor, money="3700万元")
    assert "全年安排蔬菜3700万元，" in outcome.accepted[1]
    assert "全年安排蔬菜3586万元，" in outcome.rejected[1]


def test_a_figure_that_is_crossed_out_stays_so() -> None:
    editor = person()
    crossed(editor, 1, "3586万元")
    outcome = after(editor, money="3700万元")
    assert "资金，群众" in outcome.accepted[1] and len(outcome.plan.matters) == 1


def test_a_sentence_that_is_crossed_out_stays_so() -> None:
    editor = person()
    texts = re.findall(r"<w:t [^>]*>([^<]*)</w:t>", editor.paragraphs[2])
    for text in texts:
        crossed(editor, 2, text)
    outcome = after(editor, trained="40人")
    assert [text for text in outcome.accepted if "培训班" in text] == []
    assert "40人" not in plainword.words(outcome.data)
    assert not _crossed_runs(outcome.data)[0].startswith("<w:del")


@pytest.mark.parametrize("new", ["", "28家"])
def test_a_cell_of_a_table(new: str) -> None:
    editor = person()
    crossed(editor, 3, "27家", new)
    outcome = after(editor, firms="31家")
    assert "31家" not in plainword.words(outcome.data)
    assert [text for text in outcome.accepted if text.endswith("家")] == ([new] if new else [])
    assert len(outcome.plan.matters) == 1


def test_a_paragraph_that_goes_takes_what_was_crossed_out_with_it() -> None:
    """Alone it would run into the next paragraph; rejected, it stands as it stood."""
    base = draft("1111", ("题", "培训情况"), ("训", "举办培训班。"), ("末", "特此报告。"))
    new = draft("2222", ("题", "培训情况"), ("末", "特此报告。"))
    editor = Person.with_file(base)
    editor.replace(1, run("举办培训班。"), run("举办培训班。") + run("又", STRIKE))
    outcome = regenerated(base, new, editor.file())
    if "举办培训班。" in outcome.accepted:  # kept, and told
        assert outcome.plan.matters
    else:
        assert plainword.accepted(outcome.data).texts == ("培训情况", "特此报告。")
    assert plainword.rejected(outcome.data).texts[1] == "举办培训班。又"


UP = '<w:vertAlign w:val="superscript"/>'


def test_a_note_behind_a_figure_stays_where_it_stands() -> None:
    editor = person()
    editor.replace(1, run("，群众满意，工作有序推进。"), run("1", UP) + run("，群众满意。"))
    outcome = regenerated(report("1111"), report("2222", "3700万元"), editor.file())
    assert "资金3700万元¹，群众满意。" in outcome.accepted[1]
    assert f"<w:rPr>{UP}</w:rPr>" in plainword.part(outcome.data, "word/document.xml").decode()


def test_a_note_within_a_figure_stays_behind_its_number() -> None:
    editor = person()
    editor.replace(1, run("3586万元"), run("3586") + run("1", UP) + run("万元"))
    outcome = regenerated(report("1111"), report("2222", "3700万元"), editor.file())
    assert "资金3700¹万元，" in outcome.accepted[1]
    assert f"<w:rPr>{UP}</w:rPr>" in plainword.part(outcome.data, "word/document.xml").decode()
    assert not regenerated(report("1111"), report("1111"), editor.file()).plan.edits
