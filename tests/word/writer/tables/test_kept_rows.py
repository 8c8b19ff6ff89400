"""Which rows of a merged cell stay on one page: those of a low one all, of a high one its first."""

from __future__ import annotations

import pytest

from generator.model.document import Run, TableCell, TableRow
from generator.word.writer.tables.pages import kept_with_next

PAGE, ROW = 1000.0, 50.0
"""The height of a page and of a row: a page has twenty rows, eight are what stays together."""


def rows(*columns: str) -> list[TableRow]:
    """Rows of columns written downwards: a letter begins a merge, | goes on, . is a cell alone."""
    made = []
    for index, marks in enumerate(zip(*columns, strict=True)):
        cells = [
            TableCell(
                f"{index}/{at}",
                ((Run(mark),),),
                vmerge="continue" if mark == "|" else None if mark == "." else "restart",
                strong=mark == "S",
            )
            for at, mark in enumerate(marks)
        ]
        made.append(TableRow(f"r{index}", tuple(cells)))
    return made


@pytest.mark.parametrize(
    ("columns", "kept"),
    [
        (("a|||", "...."), "kkk."),  # four rows: a fifth of the page
        (("a|||||||", "........"), "kkkkkkk."),  # eight rows: four tenths of it
        (("a||||||||", "........."), "........."),  # nine are more
        (("a|||||||||||", "b||c||||d||."), "kk.kkkk.kk.."),  # what is in it stays together
        (("a||||||||b|", "..........."), ".........k."),
        (("S|||", "...."), "...."),  # a label down a stacked block goes on
    ],
)
def test_a_low_cell_keeps_its_rows_together(columns: tuple[str, ...], kept: str) -> None:
    table = rows(*columns)
    heights = [ROW] * len(table)
    words = [[ROW] * len(row.cells) for row in table]
    found = kept_with_next(table, heights, words, PAGE)
    assert "".join("k" if one else "." for one in found) == kept


@pytest.mark.parametrize(("height", "kept"), [(50, 0), (51, 1), (100, 1), (101, 2), (250, 4)])
def test_a_high_cell_keeps_the_rows_that_its_words_need(height: float, kept: int) -> None:
    """Words of 101 pt need three rows of 50 pt: the first two stay with the next."""
    table = rows("a|||||||||", "..........")
    words = [[height if index == 0 else ROW, ROW] for index in range(10)]
    assert sum(kept_with_next(table, [ROW] * 10, words, PAGE)) == kept
