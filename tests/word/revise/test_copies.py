"""Rows and tables that come into the user's file: whole in themselves."""

from __future__ import annotations

import pytest
from support.crowded import two_ways
from support.first_report import FUNDS, JOBS, TABLE
from support.small import Person, draft, regenerated
from support.wordfiles import DATE, package, paragraph, run

from generator.model.bookmarks import bookmark
from generator.word.reader import WordFile, read
from generator.word.revise.copies import Copier, rows_of
from generator.word.revise.pen import Ids, Pen
from generator.word.wordml import BOOKMARK_START, Element, qn

PROSE = (JOBS, FUNDS)


def cell(text: str, merge: str = "") -> str:
    return f"<w:tc><w:tcPr>{merge}</w:tcPr>{paragraph(run(text))}</w:tc>"


def table(*firsts: tuple[str, str]) -> WordFile:
    """A table whose first cells have these texts and merges."""
    rows = "".join(f"<w:tr>{cell(*first)}{cell('值')}</w:tr>" for first in firsts)
    return read(package(f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>{paragraph('')}"))


START, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize(("above", "merged"), [("", False), (START, True), (ON, True)])
def test_new_row_continues_a_merge_only_where_there_is_one(above: str, merged: bool) -> None:
    fresh, user = table(("组", START), ("", ON)), table(("组", START), ("组", above))
    Copier(fresh, user, Pen(Ids(user.root), DATE)).insert_row(rows_of(user, 0), 1, 2)
    new: Element = rows_of(user, 0)[2]
    assert (new.find(f".//{qn('vMerge')}") is not None) == merged


def test_a_row_in_two_ways_counts_once() -> None:
    first, second, older = (f"<w:tr>{cell(text)}</w:tr>" for text in "甲乙丙")
    ways = f"<w:tbl><w:tblPr/><w:tblGrid/>{first}{two_ways(second, older)}</w:tbl>"
    rows = rows_of(read(package(ways + paragraph(""))), 0)
    assert ["".join(row.itertext()) for row in rows] == ["甲", "乙"]


def test_a_new_table_keeps_its_bookmarks() -> None:
    """Else the next regeneration could tell its cells by their words alone."""
    base, new = draft("1111", *PROSE), draft("2222", *PROSE, *TABLE)
    root = regenerated(base, new, Person.with_file(base).file()).file.root
    names = {start.get(qn("name")) for start in root.iter(BOOKMARK_START)}
    cells = [block for block in new.blocks if block.cell]
    assert len(cells) == 6
    assert {bookmark("2222", block.ident) for block in cells} <= names
