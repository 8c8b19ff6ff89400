"""Rows that come into a table of the user's: whole in themselves."""

from __future__ import annotations

import pytest
from support.wordfiles import DATE, package, paragraph, run

from generator.regenerate.apply.blocks import Builder, user_rows
from generator.regenerate.apply.tracked import Pen
from generator.word.reader import WordFile, read
from generator.word.wordml import Element, qn


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
    Builder(fresh, user, Pen(user.root, DATE, "2222")).insert_row(0, 1, 2)
    new: Element = user_rows(user, 0)[2]
    assert (new.find(f".//{qn('vMerge')}") is not None) == merged
