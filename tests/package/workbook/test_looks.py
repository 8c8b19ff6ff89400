"""What is crossed out, raised or lowered in a workbook is asked, not read as content."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from support.made import Edit, rows_of, workbook_of

from generator.model.errors import NigaoError, Problem
from generator.package.read import load_package

D = Decimal
STRUCK, RAISED, LOWERED = (
    {"strike": True},
    {"vertAlign": "superscript"},
    {"vertAlign": "subscript"},
)
BOLD = {"b": True}


def rich(cell: str, *runs: tuple[str, dict[str, Any]], sheet: str = "资金") -> Edit:
    """A text of runs, each with its own font; a run of an empty one has none."""

    def edit(book: Any) -> None:
        blocks = [TextBlock(InlineFont(**font), text) if font else text for text, font in runs]
        book[sheet][cell].value = CellRichText(*blocks)

    return edit


def struck(*cells: str, sheet: str = "资金") -> Edit:
    """Cells whose font crosses out what stands in them."""

    def edit(book: Any) -> None:
        for cell in cells:
            book[sheet][cell].font = Font(strike=True)

    return edit


def both(*edits: Edit) -> Edit:
    def edit(book: Any) -> None:
        for each in edits:
            each(book)

    return edit


def refused(folder: Path, edit: Edit) -> list[Problem]:
    """What is said of the workbook."""
    path, kinds = workbook_of(folder, edit)
    with pytest.raises(NigaoError) as caught:
        load_package(path, kinds)
    return list(caught.value.problems)


# what the clerk did, what is said of it, what it may mean
ASKED: list[tuple[Edit, str, list[str | None]]] = [
    (
        rich("C3", ("30", STRUCK), ("45", BOLD)),
        "工作表“资金” 第3行“金额”列：格子里有划掉的字，连划掉的是“3045”，没划的是“45”。",
        ["45", "3045"],
    ),
    (rich("C3", ("30", STRUCK), ("45", {})), "没划的是“45”", ["45", "3045"]),
    (
        both(rich("C3", ("30", {}), ("45", BOLD)), struck("C3")),
        "连划掉的是“3045”，没划的是“45”",
        ["45", "3045"],
    ),
    (struck("C3"), "格子里有划掉的字，“200.5”整格都划掉了", ["200.5", None]),
    (rich("C3", ("200", STRUCK), ("5", STRUCK)), "“2005”整格都划掉了", ["2005", None]),
    (
        rich("B3", ("技能", STRUCK), ("就业", BOLD), ("培训", BOLD)),
        "第3行“名称”列：格子里有划掉的字，连划掉的是“技能就业培训”，没划的是“就业培训”",
        [],
    ),
    (struck("B3"), "第3行“名称”列：格子里有划掉的字，“技能培训”整格都划掉了", []),
    (
        rich("C3", ("3586", BOLD), ("1", RAISED)),
        "格子里有上标或下标的字，“35861”去掉它是“3586”",
        ["3586", "35861"],
    ),
    (rich("C3", ("1", LOWERED), ("3586", BOLD)), "上标或下标", ["3586", "13586"]),
    (rich("C3", ("3586", BOLD), ("注", RAISED)), "上标或下标", []),
    (rich("B3", ("建成120", BOLD), ("3", RAISED), ("座大棚", BOLD)), "“建成1203座大棚”", []),
    (rich("C1", ("金额", BOLD), ("（万元）", STRUCK)), "第1行“C”列：格子里有划掉的字", []),
    (
        rich("C2", ("共", BOLD), ("五", STRUCK), ("六", BOLD), ("次", {}), sheet="文字"),
        "工作表“文字” 第2行“C”列：格子里有划掉的字，连划掉的是“共五六次”，没划的是“共六次”",
        [],
    ),
    (struck("B3", sheet="设置"), "工作表“设置” 第3行“B”列：格子里有划掉的字", []),
]


@pytest.mark.slow
@pytest.mark.parametrize(("edit", "said", "texts"), ASKED)
def test_what_is_crossed_out_or_raised_is_asked(
    tmp_path: Path, edit: Edit, said: str, texts: list[str | None]
) -> None:
    (problem,) = refused(tmp_path, edit)
    assert said in str(problem)
    assert [reading.text for reading in problem.readings] == texts


# the runs of a cell of words, or of a number, and what is read
READ: list[tuple[str, list[tuple[str, dict[str, Any]]], str, Any]] = [
    ("C3", [("35", BOLD), ("86", {"i": True})], "金额", D("3586")),
    ("C3", [("35", {"strike": False}), ("86", {"vertAlign": "baseline"})], "金额", D("3586")),
    ("C3", [("3586", BOLD), (" ", STRUCK)], "金额", D("3586")),
    ("B3", [("大棚120m", {}), ("2", RAISED)], "名称", "大棚120m2"),
    ("B3", [("120m", BOLD), ("3", RAISED), ("水池", {})], "名称", "120m3水池"),
    ("B3", [("CO", BOLD), ("2", LOWERED), ("气肥", {})], "名称", "CO2气肥"),
    ("B3", [("甲", BOLD), (" ", RAISED), ("乙", {"color": "FF0000"})], "名称", "甲 乙"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("cell", "runs", "column", "value"), READ)
def test_other_looks_go_on_being_read(
    tmp_path: Path, cell: str, runs: list[tuple[str, dict[str, Any]]], column: str, value: Any
) -> None:
    path, kinds = workbook_of(tmp_path, rich(cell, *runs))
    assert rows_of(path, kinds, "资金")[1][column] == value


def test_a_row_that_is_crossed_out_is_asked_once(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, struck(*(f"{letter}3" for letter in "ABCDEFG")))
    assert str(problem) == (
        "清河.xlsx 工作表“资金” 第3行：格子里有划掉的字，这一行整行都划掉了。"
        "不算了就删去这一行，还算就去掉删除线。"
    )


def test_a_style_that_crosses_out_a_blank_cell_says_nothing(tmp_path: Path) -> None:
    path, kinds = workbook_of(tmp_path, struck("A9", "C9", "H2"))
    assert len(rows_of(path, kinds, "资金")) == 2
