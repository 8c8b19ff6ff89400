"""A paragraph whose mark is deleted runs into the next one, across what goes and out of controls."""

from __future__ import annotations

import pytest
from support.crowded import MARK_GONE, ROW_GONE, cell, control, row, table
from support.wordfiles import W, package, paragraph, run

from generator.word.reader import read
from generator.word.revise.resolver import resolve
from generator.word.wordml import parse, to_bytes

BEFORE, BEHIND = paragraph(run("前12"), MARK_GONE), paragraph(run("34后"))
GONE = row(cell(paragraph(run("9"))), properties=ROW_GONE)
STAYS = row(cell(paragraph(run("9"))))
CASES: dict[str, tuple[str, tuple[str, ...]]] = {
    "deleted table": (BEFORE + table(GONE, GONE) + BEHIND, ("前1234后",)),
    "two deleted tables": (BEFORE + table(GONE) + table(GONE) + BEHIND, ("前1234后",)),
    "deleted row and another": (BEFORE + table(GONE, STAYS) + BEHIND, ("前12", "9", "34后")),
    "mark that stays": (paragraph(run("12")) + table(GONE) + BEHIND, ("12", "34后")),
    "table": (BEFORE + table(STAYS) + BEHIND, ("前12", "9", "34后")),
    "cell": (
        table(row(cell(BEFORE))) + BEHIND,
        ("前12", "34后"),
    ),
    "into a control": (BEFORE + control(BEHIND), ("前1234后",)),
    "out of a control": (control(BEFORE) + BEHIND, ("前1234后",)),
    "through a control": (
        BEFORE + control(paragraph(run("5"), MARK_GONE)) + BEHIND,
        ("前12534后",),
    ),
    "out of two controls": (control(control(BEFORE)) + control(BEHIND), ("前1234后",)),
    "across an empty control": (BEFORE + control("") + BEHIND, ("前1234后",)),
    "across a control with a deleted table": (
        BEFORE + control(table(GONE)) + BEHIND,
        ("前1234后",),
    ),
    "across a control with a bookmark": (
        BEFORE
        + control('<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>')
        + BEHIND,
        ("前1234后",),
    ),
    "drop cap": (
        paragraph(run("前12"), '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/>')
        + BEHIND,
        ("前1234后",),
    ),
    "drop cap in the margin": (
        paragraph(run("前12"), '<w:framePr w:dropCap="margin"/>') + BEHIND,
        ("前1234后",),
    ),
    "frame without a drop cap": (
        paragraph(run("前12"), '<w:framePr w:dropCap="none"/>') + BEHIND,
        ("前12", "34后"),
    ),
    "drop cap before a table": (
        paragraph(run("前12"), '<w:framePr w:dropCap="drop"/>') + table(STAYS),
        ("前12", "9"),
    ),
    "into a control behind an empty one": (
        BEFORE + control(control("") + BEHIND),
        ("前1234后",),
    ),
    "across empty XML of one's own": (
        f'{BEFORE}<w:customXml w:element="a"/>{BEHIND}',
        ("前1234后",),
    ),
    "out of a control into a table": (control(BEFORE) + table(STAYS), ("前12", "9")),
    "end of a control that stays": (control(paragraph(run("12"))) + BEHIND, ("12", "34后")),
    "out of XML of one's own": (
        f'<w:customXml w:element="a">{BEFORE}</w:customXml>{BEHIND}',
        ("前1234后",),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_text_goes_on_as_in_the_accepted_copy(name: str) -> None:
    body, expected = CASES[name]
    assert read(package(body)).view.seen_texts == expected
    root = parse(f"<w:body {W}>{body}</w:body>".encode())
    content = "".join(
        to_bytes(item).decode().partition("?>")[2] for item in resolve(root, accept=True)
    )
    assert read(package(content)).view.seen_texts == expected
