"""Edits of spelling alone are none: the width of digits, a unit, the number of an item before a figure."""

from __future__ import annotations

import pytest
from support import plainword
from support.small import Person, draft, regenerated

from generator.regenerate.base import Base


def report(ident: str, trained: str = "15735人", firms: str = "27家", rate: str = "12.4%") -> Base:
    return draft(
        ident,
        ("题", "{号:一、}培训情况"),
        ("训", f"全年培训{{训:{trained}}}，满意率{{率:{rate}}}，群众满意。"),
        ("企", f"主要做法。1.{{企:{firms}}}企业入园；2.{{年:2021年}}起给予补助。"),
    )


CASES = {
    "wide digits": ("15735人", "１５７３５人", "全年培训１６２０３人，"),
    "another unit": ("15735人", "15735名群众", "全年培训16203名群众，"),
    "commas": ("15735人", "15,735人", "全年培训16,203人，"),
}


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "no marks"])
@pytest.mark.parametrize("name", CASES)
def test_the_number_follows(name: str, marks: bool) -> None:
    old, new, wanted = CASES[name]
    person = Person.with_file(report("1111"))
    person.figure(1, old, new)
    if not marks:
        _without_marks(person)
    outcome = regenerated(report("1111"), report("2222", "16203人"), person.file())
    assert wanted in plainword.accepted(outcome.data).texts[1]
    assert not outcome.plan.matters


def _without_marks(person: Person) -> None:
    import re

    person.paragraphs = [re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", p) for p in person.paragraphs]


def test_a_wide_percent_sign() -> None:
    person = Person.with_file(report("1111"))
    person.figure(1, "12.4%", "12.4％")
    outcome = regenerated(report("1111"), report("2222", rate="15.1%"), person.file())
    assert "15.1" in plainword.accepted(outcome.data).texts[1] and not outcome.plan.matters


def test_a_number_told_in_tens_of_thousands_gets_a_suggestion() -> None:
    person = Person.with_file(report("1111"))
    person.figure(1, "15735人", "1.57万人")
    outcome = regenerated(report("1111"), report("2222", "16203人"), person.file())
    assert ["折合“1.62万”" in matter.text for matter in outcome.plan.matters] == [True]
    assert "1.57万人" in plainword.accepted(outcome.data).texts[1]


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "no marks"])
def test_the_number_of_an_item_joins_no_figure(marks: bool) -> None:
    person = Person.with_file(report("1111"))
    person.replace(2, "企业入园", "企业进入园区")
    if not marks:
        _without_marks(person)
    outcome = regenerated(report("1111"), report("2222", firms="31家"), person.file())
    assert "1.31家企业进入园区；2.2021年" in plainword.accepted(outcome.data).texts[2]
    assert not outcome.plan.matters


SPELT = (("1111", "27"), ("2222", "31"))
YEARS = (("1111", "2021年"), ("2222", "2022年"))
TYPED = {
    # words typed before a figure: where (the words before it); what becomes of the figure behind them
    "；3.2021年以来": ("入园；", "31家"),
    "3.": ("入园；", "31家"),
    "3.2021年": ("入园；", "31家"),
    "（3）": ("入园；", "31家"),
    "2020年，3.": ("入园；", "31家"),
    "4.": ("入园；", "27家"),
    "1": ("入园；", "27家"),
    "其中3.": ("入园；", "27家"),
}


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "no marks"])
@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_before_a_figure(typed: str, marks: bool) -> None:
    """The number of the next item, a year, a bracket join no figure; what makes another value of it is asked."""
    lines = "1.{企:5家}挂牌；2.{园:9家}开园，均已入园；{补:27家}得到补助。"
    old, new = (draft(ident, ("企", lines.replace("27", value))) for ident, value in SPELT)
    before, wanted = TYPED[typed]
    person = Person.with_file(old)
    person.replace(0, before, before + typed)
    if not marks:
        _without_marks(person)
    outcome = regenerated(old, new, person.file())
    assert f"{typed}{wanted}得到" in plainword.accepted(outcome.data).texts[0]
    assert [matter.reason for matter in outcome.plan.matters] == ["edited"] * (wanted == "27家")


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "no marks"])
def test_a_year_behind_the_number_of_an_item_follows(marks: bool) -> None:
    old, new = (draft(ident, ("企", f"累计{{年:{year}}}起补助。")) for ident, year in YEARS)
    person = Person.with_file(old)
    person.replace(0, "累计", "累计；4.")
    if not marks:
        _without_marks(person)
    outcome = regenerated(old, new, person.file())
    assert plainword.accepted(outcome.data).texts == ("累计；4.2022年起补助。",)
    assert not outcome.plan.matters


def test_a_value_that_became_its_own_decimals_is_asked() -> None:
    """Behind 2.2万 and 3.1万 stands no list: 4.5万 is no item 4 before the old 5万."""
    old, new = (
        draft(ident, ("人", f"东区{{东:2.2万人}}，{{南:3.1万人}}，{{西:{value}}}在岗。"))
        for ident, value in (("1111", "5万人"), ("2222", "6万人"))
    )
    person = Person.with_file(old)
    person.figure(0, "5万人", "4.5万人")
    outcome = regenerated(old, new, person.file())
    assert "，4.5万人在岗" in plainword.accepted(outcome.data).texts[0]
    assert [matter.reason for matter in outcome.plan.matters] == ["edited"]


def test_of_two_equal_values_the_one_before_its_own_words_is_told() -> None:
    """Typed before the figure, an equal number stands behind the old words: a look at least."""
    old, new = (draft(ident, ("企", f"入园企业自{{年:{year}}}起补助。")) for ident, year in YEARS)
    person = Person.with_file(old)
    person.replace(0, "企业自", "企业自2021年1.")
    _without_marks(person)
    assert [m.reason for m in regenerated(old, new, person.file()).plan.matters] == ["check"]


def test_an_old_value_in_words_of_the_leader() -> None:
    """In 万 in a paragraph of his own: told once, and again with the data of then."""
    person = Person.with_file(report("1111"))
    person.insert(1, "去年以来培训群众近1.57万人，成效显著。")
    outcome = regenerated(report("1111"), report("2222", "16203人"), person.file())
    assert [matter.reason for matter in outcome.plan.matters] == ["stale"]
