"""Ends of lines and paragraphs that people set in a figure or beside it: they stay, or are told."""

from __future__ import annotations

import re

import pytest
from support.small import Outcome, Person, draft, regenerated

from generator.regenerate.base import Base

LINE = "</w:t><w:br/><w:t>"
PARAGRAPH = "</w:t></w:r></w:p><w:p><w:r><w:t>"


def report(ident: str, trained: str = "15735人") -> Base:
    return draft(
        ident,
        ("题", "{号:一、}培训情况"),
        ("训", f"全年培训{{训:{trained}}}，较上年增加{{增:1200人}}，各方满意。"),
        ("表/行/0", "乡村工匠"),
        ("表/行/1", f"{{表训:{trained}}}"),
    )


def updated(place: int, typed: str, *, marks: bool = True) -> Outcome:
    """The file with ``typed`` in place of the figure, brought up to data that have another one."""
    person = Person.with_file(report("1111"))
    person.figure(place, "15735人", typed)
    if not marks:
        cut = re.compile(r"<w:bookmark(Start|End)[^>]*/>")
        person.paragraphs = [cut.sub("", paragraph) for paragraph in person.paragraphs]
    return regenerated(report("1111"), report("2222", "16203人"), person.file())


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "no marks"])
@pytest.mark.parametrize("place", [1, 2])
@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (f"15735{LINE}人", "16203\n人"),
        (f"{LINE}15735人", "\n16203人"),
        (f"15735人{LINE}", "16203人\n"),
        (f"15735人{LINE}（含外地）", "16203人\n（含外地）"),
    ],
)
def test_a_break_beside_the_number_stays(
    place: int, typed: str, wanted: str, *, marks: bool
) -> None:
    outcome = updated(place, typed, marks=marks)
    assert any(wanted in text for text in outcome.accepted)
    assert not outcome.plan.matters


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "no marks"])
@pytest.mark.parametrize("place", [1, 2])
def test_a_break_between_digits_that_goes_is_told(place: int, *, marks: bool) -> None:
    outcome = updated(place, f"157{LINE}35人", marks=marks)
    (matter,) = outcome.plan.matters
    assert "“15735人”改成了“16203人”" in matter.line and "中间有换行，也去掉了" in matter.line
    assert not matter.decision
    assert not any("35" in text for text in outcome.accepted)


@pytest.mark.parametrize("place", [1, 2])
def test_a_unit_in_a_paragraph_of_its_own_stays_there(place: int) -> None:
    outcome = updated(place, f"15735{PARAGRAPH}人")
    assert not outcome.plan.matters
    assert any(text.endswith("16203") for text in outcome.accepted)


@pytest.mark.parametrize("place", [1, 2])
def test_a_number_in_two_paragraphs_is_told_as_what_it_is(place: int) -> None:
    outcome = updated(place, f"157{PARAGRAPH}35人")
    (matter,) = outcome.plan.matters
    assert matter.line.startswith("【请定】“15735人”由人分在了两段；现在的数据是“16203人”")
    assert any(text.endswith("157") for text in outcome.accepted)
