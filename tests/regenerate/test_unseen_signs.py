"""Signs that nobody sees change nothing that people read: a figure with one is as it was."""

from __future__ import annotations

import pytest
from support.small import Person, draft, regenerated

from generator.regenerate.base import Base
from generator.regenerate.unseen import without_unseen
from generator.word.reader import read

SIGNS = {"soft hyphen": "\u00ad", "no width": "\u200b", "joiner": "\u2060", "mark": "\ufeff"}


def report(ident: str, trained: str = "15735人", last: str = "各方满意") -> Base:
    return draft(
        ident,
        ("题", "{号:一、}培训情况"),
        ("训", f"全年培训{{训:{trained}}}，较上年增加{{增:1200人}}，{last}。"),
        ("表/行/0", "乡村工匠"),
        ("表/行/1", f"{{表训:{trained}}}"),
    )


@pytest.mark.parametrize("place", [1, 2])
@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_a_figure_with_a_sign_inside_follows(sign: str, place: int) -> None:
    person = Person.with_file(report("1111"))
    person.figure(place, "15735人", f"15{sign}735人")
    outcome = regenerated(report("1111"), report("2222", "16203人"), person.file())
    assert not outcome.plan.matters
    assert outcome.accepted[1].startswith("全年培训16203人，") and "16203人" in outcome.accepted
    assert any(f"15{sign}735人" in text for text in outcome.rejected)


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_a_sign_stays_where_nothing_changes(sign: str) -> None:
    person = Person.with_file(report("1111"))
    person.figure(1, "1200人", f"12{sign}00人")
    person.replace(1, "全年", f"全{sign}年")
    outcome = regenerated(report("1111"), report("2222", "16203人", "群众满意"), person.file())
    assert not outcome.plan.matters
    expected = f"全{sign}年培训16203人，较上年增加12{sign}00人，群众满意。"
    assert outcome.accepted[1] == expected


def test_a_file_with_nothing_but_signs_more_is_as_it_was() -> None:
    person = Person.with_file(report("1111"))
    person.figure(1, "1200人", "12\u200b00人")
    outcome = regenerated(report("1111"), report("2222"), person.file())
    assert outcome.plan.nothing


def test_a_paragraph_that_the_data_have_no_more_goes_with_its_signs() -> None:
    person = Person.with_file(report("1111"))
    person.figure(1, "15735人", "15\u00ad735人")
    new = draft("2222", *[line for line in _lines() if line[0] != "训"])
    outcome = regenerated(report("1111"), new, person.file())
    assert not outcome.plan.matters and not any("培训15" in text for text in outcome.accepted)


def _lines() -> list[tuple[str, str]]:
    return [("题", "{号:一、}培训情况"), ("表/行/0", "乡村工匠"), ("表/行/1", "{表训:15735人}")]


def test_signs_of_the_draft_itself_are_compared() -> None:
    base = draft("1111", ("训", "网址见www.\u200bexample.cn，培训{训:12人}。"))
    view = read(Person.with_file(base).file()).view
    assert without_unseen(view, (base,)).view is view
