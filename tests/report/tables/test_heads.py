"""Heads of any depth: what shares a cell, what is as high as several rows."""

from __future__ import annotations

import pytest

from generator.model.document import Run, TableRow, plain
from generator.report.tables.heads import head_rows

CASES: dict[str, tuple[list[str], tuple[int, ...], list[str]]] = {
    "one level": (["甲", "乙"], (), ["甲 乙"]),
    "two levels": (["名", "款|金", "款|物"], (), ["名v 款2", "^ 金 物"]),
    "three levels": (
        ["名", "人|自然", "人|法人|企业", "人|法人|科研", "人|计"],
        (),
        ["名v 人4", "^ 自然v 法人2 计v", "^ ^ 企业 科研 ^"],
    ),
    "four levels": (["a|b|c|d", "a|b|c|e"], (), ["a2", "b2", "c2", "d e"]),
    "equal words under other heads stay apart": (["a|x|1", "b|x|1"], (), ["a b", "x x", "1 1"]),
    "equal last parts stay apart": (["a|x", "a|x"], (), ["a2", "x x"]),
    "a head over joined columns": (["栏", "", "", "款|金"], (1, 2), ["栏3v 款", "^3 金"]),
    "a joined column with a head of its own": (["栏", "目"], (1,), ["栏 目"]),
}


def said(row: TableRow) -> str:
    """Each cell: its words or ^, over how many columns, v where it goes on below."""
    words = []
    for cell in row.cells:
        word = "^" if cell.vmerge == "continue" else plain(cell.paragraphs[0])
        width = str(cell.colspan) if cell.colspan > 1 else ""
        words.append(f"{word}{width}{'v' if cell.vmerge == 'restart' else ''}")
    return " ".join(words)


@pytest.mark.parametrize("name", CASES)
def test_the_rows_of_a_head(name: str) -> None:
    heads, joined, wanted = CASES[name]
    rows = head_rows(
        "表", [tuple((Run(part),) for part in head.split("|")) for head in heads], joined
    )
    assert [said(row) for row in rows] == wanted
    assert {sum(cell.colspan for cell in row.cells) for row in rows} == {len(heads)}
