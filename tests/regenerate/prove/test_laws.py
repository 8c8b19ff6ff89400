"""The laws catch what they are there for: a file that breaks one is never written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree
from support.first_report import BASE, NEW_JOBS
from support.small import Person, draft
from support.wordfiles import DATE, fresh

from generator.model.errors import OutputError
from generator.regenerate.apply import changes
from generator.regenerate.steps import merge, regenerate
from generator.word.reader import ReadParagraph, read
from generator.word.revise.pen import Pen
from generator.word.revise.tracked import Replacement, apply_edits
from generator.word.wordml import T, qn


def loses_a_character(paragraph: ReadParagraph, edits: list[Replacement], pen: Pen) -> None:
    apply_edits(paragraph, edits, pen)
    node = next(paragraph.elements[0].iter(T))
    node.text = (node.text or "")[1:]


def forgets_the_deletion(paragraph: ReadParagraph, edits: list[Replacement], pen: Pen) -> None:
    apply_edits(paragraph, edits, pen)
    for item in paragraph.elements[0].iter(qn("del")):
        item.getparent().remove(item)  # type: ignore[union-attr]


def makes_it_bold(paragraph: ReadParagraph, edits: list[Replacement], pen: Pen) -> None:
    apply_edits(paragraph, edits, pen)
    run = next(paragraph.elements[0].iter(qn("r")))
    look = etree.Element(qn("rPr"))
    look.append(etree.Element(qn("b")))
    run.insert(0, look)


def inserts_something_else(paragraph: ReadParagraph, edits: list[Replacement], pen: Pen) -> None:
    apply_edits(paragraph, edits, pen)
    inserted = next(paragraph.elements[0].iter(qn("ins")))
    next(inserted.iter(T)).text = "1302人"


def does_nothing(paragraph: ReadParagraph, edits: list[Replacement], pen: Pen) -> None:
    """The change is forgotten."""


@pytest.mark.parametrize(
    "writer",
    [loses_a_character, forgets_the_deletion, makes_it_bold, inserts_something_else, does_nothing],
)
def test_a_writer_with_a_fault_writes_nothing(
    writer: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "apply_edits", writer)
    data = Person.with_file(draft("1111", *BASE)).file()
    plan = merge(draft("1111", *BASE), NEW_JOBS, read(data).view)
    with pytest.raises(OutputError, match="自查没有通过"):
        regenerate(data, plan, fresh(NEW_JOBS), DATE)


def test_plain_leaves_no_changes_of_ours() -> None:
    data = Person.with_file(draft("1111", *BASE)).file()
    plan = merge(draft("1111", *BASE), NEW_JOBS, read(data).view)
    root = read(regenerate(data, plan, fresh(NEW_JOBS), DATE, plain=True)).root
    assert not list(root.iter(qn("ins"), qn("del")))
    assert "1301人" in "".join(node.text or "" for node in root.iter(T))
