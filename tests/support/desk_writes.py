"""What the workbench writes, each as a person asks for it in the folder of ``interrupted.office``.

Each does what is not done yet, as a person does who looks at the screen again after a crash.
``python tests/support/desk_writes.py NAME`` does one in the folder where it is called.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from generator.jobs.desk import (
    CellEdit,
    TextPiece,
    Undo,
    accept_finding,
    add_row,
    change,
    delete_rows,
    findings,
    grid,
    texts,
    undo,
    write_text,
)
from generator.jobs.desk.brought import take_sheets
from generator.jobs.desk.collected import take_workbooks
from generator.jobs.desk.edited import renew_edited
from generator.jobs.desk.issuing import fetch_draft
from generator.model.errors import NigaoError, of_system

PACKAGE = Path("清河 2023")
EARLIER = Path("先前.csv")
"""The form as it was before its last change: what an undo brings back."""
DATE = dt.datetime(2023, 11, 27, 9, 0)
TITLE = "协作工作要点"


def change_a_cell() -> None:
    there = grid(PACKAGE, "figures.csv")
    row = next(row.row for row in there.rows if "政府常务会议" in row.cells)
    change(PACKAGE, "figures.csv", there.stamp, [CellEdit(row, "数值", "8")])


def change_a_setting() -> None:
    there = grid(PACKAGE, "report.yaml")
    row = next(row.row for row in there.rows if "place.city" in row.cells)
    change(PACKAGE, "report.yaml", there.stamp, [CellEdit(row, there.columns[1].name, "云山州")])


def add_a_row() -> None:
    there = grid(PACKAGE, "documents.csv")
    if not any(TITLE in row.cells for row in there.rows):
        add_row(PACKAGE, "documents.csv", there.stamp, {"标题": TITLE, "领域": "综合"})


def delete_a_row() -> None:
    there = grid(PACKAGE, "donations.csv")
    rows = [row.row for row in there.rows if "学习卡" in row.cells]
    delete_rows(PACKAGE, "donations.csv", there.stamp, rows)


def take_back() -> None:
    there = grid(PACKAGE, "figures.csv")
    if (PACKAGE / "figures.csv").read_bytes() != EARLIER.read_bytes():
        undo(PACKAGE, Undo("figures.csv", there.stamp, EARLIER.read_bytes()))


def write_a_text() -> None:
    lead = next(item for item in texts(PACKAGE) if item.item == "lead")
    write_text(PACKAGE, "lead", lead.stamp, [TextPiece("words", "全面落实各项部署。")])


def accept() -> None:
    for found in findings(PACKAGE):
        if found.rule == "金额单位":
            accept_finding(PACKAGE, found.ident, "原文如此，已核实")


def take_a_sheet() -> None:
    take_sheets(PACKAGE, [Path("表.csv")], [1], {})


def take_a_workbook() -> None:
    take_workbooks(PACKAGE, [Path("报来.xlsx")], ["1"], date=DATE, by="王五", send_back=True)


def renew() -> None:
    renew_edited(PACKAGE, Path("改稿.docx"), date=DATE, plain=False)


def download() -> None:
    fetch_draft(PACKAGE, date=DATE)


class Write(NamedTuple):
    """A write, and the files of the package that it changes as the person asked."""

    call: Callable[[], None]
    changes: tuple[str, ...] = ()


WRITES = {
    "change a cell": Write(change_a_cell, ("figures.csv",)),
    "change a setting": Write(change_a_setting, ("report.yaml",)),
    "add a row": Write(add_a_row, ("documents.csv",)),
    "delete a row": Write(delete_a_row, ("donations.csv",)),
    "take back": Write(take_back, ("figures.csv",)),
    "write a text": Write(write_a_text, ("text/lead.md",)),
    "accept": Write(accept, ("report.yaml",)),
    "take a sheet": Write(take_a_sheet),
    "take a workbook": Write(take_a_workbook),
    "renew": Write(renew),
    "download": Write(download),
}


def do(name: str) -> int:
    """One write in the folder that the process is in; 2 where it was refused, with the lines."""
    try:
        WRITES[name].call()
    except NigaoError as error:
        print(*error.problems, sep="\n")
        return 2
    except OSError as error:  # as ``web.work`` tells it
        print(of_system(error))
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(do(sys.argv[1]))
