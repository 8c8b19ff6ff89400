"""A table that people turned: rows became columns, each figure still stands in its bookmark."""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from support import plainword, rounds
from support.rounds import Desk, Rows, W, text_of

GONE = "南川镇养殖项目"


def turn(root: etree._Element) -> None:
    """The second table turned; rows of groups are left out."""
    table = list(root.iter(f"{W}tbl"))[1]
    rows = list(table.iter(f"{W}tr"))
    cells = [list(row.iter(f"{W}tc")) for row in rows]
    cells = [own for own in cells if text_of(own[0]) in ("序号", *"123456789")]
    for row in rows:
        table.remove(row)
    for column in range(len(cells[0])):
        row = etree.SubElement(table, f"{W}tr")
        row.extend(own[column] for own in cells)


def turned(folder: Path) -> Desk:
    """A package whose file has the table turned."""
    desk = Desk.of(rounds.invented(folder / "清河-2023"))
    desk.edit(turn)
    return desk


def test_a_record_that_is_gone_is_asked_about(tmp_path: Path) -> None:
    desk = turned(tmp_path)
    desk.change("projects.csv", lambda rows: rows.pop(1))
    told = [matter.text for _, matter in desk.regenerate().summary.conflicts]
    assert [text for text in told if GONE in text and "没有删去" in text]
    assert any(GONE in row for row in plainword.accepted(desk.data).rows)


def test_a_question_names_row_and_column(tmp_path: Path) -> None:
    desk = turned(tmp_path)
    desk.edit(lambda root: rounds.say(root, "120.5", "121.5"))

    def change(rows: Rows) -> None:
        rows[0][6] = "130"

    desk.change("projects.csv", change)
    places = [
        place for place, matter in desk.regenerate().summary.conflicts if "121.5" in matter.text
    ]
    assert places == ["表中“项目总投资”一行“河东乡蔬菜大棚项目”一列"]


def test_a_cell_with_the_old_value_of_another_is_no_stranger(tmp_path: Path) -> None:
    """What stands in a bookmark of the draft is known: its own figure did not change."""
    desk = Desk.of(rounds.invented(tmp_path / "清河-2023"))
    desk.change("projects.csv", lambda rows: rows[1].__setitem__(10, "1200"))
    desk = Desk.of(desk.package)
    desk.edit(turn)
    desk.change("projects.csv", lambda rows: rows[3].__setitem__(10, "1300"))
    notices = desk.regenerate().summary.notices
    assert [place for place, matter in notices if matter.reason == "stale"] == []
