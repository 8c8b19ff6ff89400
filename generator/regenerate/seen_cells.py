"""Where the cells of a Word file stand, as people say it: 表1“青河镇”行“户数”列."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.regex import regex
from generator.model.view import SeenParagraph, SeenRow, View

_WORD = regex("[\u4e00-\u9fffA-Za-z]")
_LONGEST = 16
"""Characters that are said of a row or a column."""


def locations(view: View) -> Iterator[str]:
    """Where each text of ``View.seen_texts`` stands, "" outside of tables."""
    head: dict[int, str] = {}
    above: dict[int, str] = {}
    table = row = 0
    for block in view.seen:
        if isinstance(block, SeenParagraph):
            yield ""
            continue
        if block.table != table or not head:
            head, above, table, row = _texts(block, {}), {}, block.table, 0
        row += 1
        above = _texts(block, above)
        for cell in block.cells:
            where = _said(table, row, cell.column, above, head)
            yield from (where for _ in cell.texts)


def _texts(row: SeenRow, above: dict[int, str]) -> dict[int, str]:
    """What each cell of a row says by its column; a merged one says what the one above says."""
    return {
        cell.column: above.get(cell.column, "")
        if cell.goes_on
        else "".join("".join(cell.texts).split())
        for cell in row.cells
    }


def _said(table: int, row: int, column: int, texts: dict[int, str], head: dict[int, str]) -> str:
    """A cell by the first words of its row, a serial number aside, and the head of its column, else
    by their numbers."""
    words = (at for at in sorted(texts) if _WORD.search(texts[at]))
    first = next(words, column)
    label, heading = texts[first][:_LONGEST], head.get(column, "")[:_LONGEST]
    in_row = f"“{label}”行" if row > 1 and first != column else f"第{row}行"
    in_column = f"“{heading}”列" if row > 1 and heading else f"第{column + 1}列"
    return f"表{table + 1}{in_row}{in_column}"
