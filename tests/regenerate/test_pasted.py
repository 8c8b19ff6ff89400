"""A table that went through Excel and back: no bookmarks, plain cells, numbers as a format shows them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree
from support import plainword, rounds
from support.rounds import Desk, Rows, W, text_of

from generator.regenerate.match.tokens import same, with_habit


def pasted(root: etree._Element) -> None:
    """The second table as Excel gives it back: cells that were merged are apart, two decimals."""
    table = list(root.iter(f"{W}tbl"))[1]
    grid = [[text_of(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
    width = max(map(len, grid))
    for row in list(table.iter(f"{W}tr")):
        table.remove(row)
    for texts in grid:
        wide = texts if len(texts) > 12 else [texts[0], "", *texts[1:]]
        row = etree.SubElement(table, f"{W}tr")
        for at, text in enumerate([*wide, *[""] * (width - len(wide))]):
            cell = etree.SubElement(etree.SubElement(row, f"{W}tc"), f"{W}p")
            is_number = at and re.fullmatch(r"\d+(\.\d+)?", text)
            shown = f"{float(text):.2f} " if is_number else text
            etree.SubElement(etree.SubElement(cell, f"{W}r"), f"{W}t").text = shown


def rows_by_name(desk: Desk) -> dict[str, plainword.Row]:
    """The rows of all tables by the first cell that is no number."""
    rows = plainword.accepted(desk.data).rows
    return {next(text for text in row if text and not text.isdigit()): row for row in rows}


def test_only_what_changed_becomes_another_number(tmp_path: Path) -> None:
    desk = Desk.of(rounds.invented(tmp_path / "清河-2023"))
    desk.edit(pasted)

    def change(rows: Rows) -> None:
        rows[1][6] = "91"
        rows[4][7] = "125.5"

    desk.change("projects.csv", change)
    result = desk.regenerate()
    rows = rows_by_name(desk)
    assert rows["南川镇养殖项目"][4].split() == ["91.00"]
    assert rows["大沟镇果园项目"][5].split() == ["125.50"]
    assert rows["东湖区（4个）"][2].split() == ["320.50"]
    assert [matter.text for _, matter in result.summary.conflicts] == []
    assert not result.summary.audit.needs_person


def test_a_record_that_is_gone_goes(tmp_path: Path) -> None:
    desk = Desk.of(rounds.invented(tmp_path / "清河-2023"))
    desk.edit(pasted)
    desk.change("projects.csv", lambda rows: rows.pop(1))
    assert not desk.regenerate().summary.conflicts
    assert "南川镇养殖项目" not in rows_by_name(desk)


@pytest.mark.parametrize(
    ("one", "other", "are_same"),
    [
        ("30.00", "30", True),
        ("10.80万元", "10.8万元", True),
        ("12.0%", "12%", True),
        ("1,000.00", "1000", True),
        ("6.10", "6.1", False),
        ("2021.10", "2021.1", False),
        ("1.2.0", "1.2", False),
        ("100", "10", False),
    ],
)
def test_zeros_that_fill_up_decimals(one: str, other: str, *, are_same: bool) -> None:
    assert same(one, other) is are_same


@pytest.mark.parametrize(
    ("new", "seen", "shown"),
    [
        ("35", "30.00", "35.00"),
        ("35.5万元", "30.00万元", "35.50万元"),
        ("1350", "1,300.00", "1,350.00"),
        ("35.25", "30.0", "35.25"),
        ("7.5", "6.10", "7.5"),
        ("35", "30", "35"),
    ],
)
def test_a_new_value_has_as_many_decimals(new: str, seen: str, shown: str) -> None:
    assert with_habit(new, seen) == shown
