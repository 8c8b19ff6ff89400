"""A table with fixed columns; its rows are written straight into the file.

A placeholder stands in the place of the rows (see ``parts``), and ``Context.streams`` holds them
until then. Those of a large table are made only while they are written; its columns are measured,
and its spans looked at, by a sample of its rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.model.document import Table
from generator.model.replacing import replace
from generator.word.building import w
from generator.word.wordml import Element
from generator.word.writer.context import Context, Restated
from generator.word.writer.inline import Scope
from generator.word.writer.style_ids import TABLE
from generator.word.writer.tables.measure import sample
from generator.word.writer.tables.rows import row_xml
from generator.word.writer.tables.setting import RowSetting, decimal_widths
from generator.word.writer.tables.widths import fit

LARGE = 1000
"""From so many rows on a table is made while it is written."""


def table(block: Table, scope: Scope, context: Context) -> list[Element]:
    """A table as wide as the text.

    Raises ValueError where the spans of a row do not add up to the columns.
    """
    known = replace(block, rows=tuple(sample(block.rows)))
    _check_spans(known)
    page = context.text_height / 20
    size, widths = fit(known, context.text_width / 20, page)
    grid = _whole_twips(widths, context.text_width)
    setting = RowSetting(block.columns, tuple(grid), size, page, decimal_widths(known))
    large = len(block.rows) >= LARGE
    restated: Restated = {}
    rows = row_xml(block, setting, context.bookmarks, restated, large=large)
    placeholder = context.streams.placeholder(rows if large else list(rows), restated)
    return scope.around([_element(grid, placeholder)])


def _check_spans(block: Table) -> None:
    for row in block.rows:
        if sum(cell.colspan for cell in row.cells) != len(block.columns):
            raise ValueError(
                f"table row {row.id!r}: the spans do not add up to {len(block.columns)} columns"
            )


def _whole_twips(widths: Sequence[float], total: int) -> list[int]:
    """Widths in pt as whole twips that add up to ``total``."""
    edges = [0, *(round(sum(widths[: n + 1]) * 20) for n in range(len(widths)))]
    edges[-1] = total
    return [right - left for left, right in pairwise(edges)]


def _element(grid: Iterable[int], rows: Element) -> Element:
    columns = [w("gridCol", w=column) for column in grid]
    properties = w(
        "tblPr",
        w("tblStyle", val=TABLE),
        w("tblW", w=sum(grid), type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
    )
    return w("tbl", properties, w("tblGrid", *columns), rows)
