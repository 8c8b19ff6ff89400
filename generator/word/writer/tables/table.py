"""Tables: fixed columns, head rows repeated, rows that do not split (GB/T 9704-2012 leaves their
type open).

Rows are made as bytes and written straight into the file (see ``package``): a placeholder stands in
their place, and ``Context.streams`` holds them until then. Those of a large table are made only
while they are written; its columns are measured, and its spans looked at, by a sample of its rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.model.document import Table
from generator.word.wordml import Element, w
from generator.word.writer.context import Context
from generator.word.writer.inline import Scope
from generator.word.writer.style_names import TABLE
from generator.word.writer.table_rows import Setting, figures, row_xml
from generator.word.writer.table_widths import fit, sample

LARGE = 1000
"""From so many rows on a table is made while it is written."""


def table(block: Table, scope: Scope, context: Context) -> list[Element]:
    """A table as wide as the text. Raises ValueError where the spans of a row do not add up to the
    columns.
    """
    known = replace(block, rows=tuple(sample(block.rows)))
    _check(known)
    size, widths = fit(known, context.text_width / 20, context.text_height / 20)
    grid = _whole(widths, context.text_width)
    setting = Setting(block.columns, tuple(grid), size, context.text_height / 20, figures(known))
    large = len(block.rows) >= LARGE
    rows = row_xml(block, setting, context.bookmarks, large=large)
    element = w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=TABLE),
            w("tblW", w=sum(grid), type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
        ),
        w("tblGrid", *(w("gridCol", w=column) for column in grid)),
        context.streams.placeholder(rows if large else list(rows)),
    )
    return scope.around([element])


def _check(block: Table) -> None:
    """Look at the spans of the rows."""
    for row in block.rows:
        if sum(cell.colspan for cell in row.cells) != len(block.columns):
            raise ValueError(
                f"table row {row.id!r}: the spans do not add up to {len(block.columns)} columns"
            )


def _whole(widths: Sequence[float], total: int) -> list[int]:
    """Widths in whole twips that add up to ``total``."""
    edges = [0, *(round(sum(widths[: n + 1]) * 20) for n in range(len(widths)))]
    edges[-1] = total
    return [right - left for left, right in pairwise(edges)]
