"""Tables: fixed columns, head rows repeated, rows never split (GB/T 9704-2012 leaves their type open)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.document import Align, Column, Run, Table, TableCell, TableRow, Text
from generator.docx_writer.context import Context
from generator.docx_writer.inline import Scope
from generator.docx_writer.style_names import TABLE, TABLE_HEAD, TABLE_TEXT
from generator.docx_writer.table_widths import fit
from generator.docx_writer.xml import Element, paragraph, points, w

_ROW_HEIGHT = 1.9
"""The least height of a row, as a multiple of its type."""
_JC = {"left": "left", "center": "center", "right": "right", "decimal": "right"}


def table(block: Table, scope: Scope, context: Context) -> list[Element]:
    """A table as wide as the text. Raises ValueError where the spans of a row do not add up to the columns."""
    for row in block.rows:
        if sum(cell.colspan for cell in row.cells) != len(block.columns):
            raise ValueError(f"table row {row.id!r}: the spans do not add up to {len(block.columns)} columns")
    size, widths = fit(block, context.text_width / 20)
    grid = _whole(widths, context.text_width)
    element = w(
        "tbl",
        w("tblPr", w("tblStyle", val=TABLE), w("tblW", w=sum(grid), type="dxa"), w("jc", val="center"),
          w("tblLayout", type="fixed")),
        w("tblGrid", *(w("gridCol", w=column) for column in grid)),
    )
    for n, row in enumerate(block.rows):
        following = block.rows[n + 1] if n + 1 < len(block.rows) else None
        element.append(_row(row, following, block.columns, grid, size, context))
    return scope.around([element])


def _whole(widths: Sequence[float], total: int) -> list[int]:
    """Widths in whole twips that add up to ``total``."""
    edges = [0, *(round(sum(widths[:n + 1]) * 20) for n in range(len(widths)))]
    edges[-1] = total
    return [right - left for left, right in pairwise(edges)]


def _row(row: TableRow, following: TableRow | None, columns: Sequence[Column], grid: Sequence[int], size: float,
         context: Context) -> Element:
    keep = row.kind in ("head", "group") or (following is not None and following.kind == "summary")
    height = w("trHeight", val=points(size * _ROW_HEIGHT), hRule="atLeast")
    element = w("tr", w("trPr", w("cantSplit"), height, w("tblHeader") if row.kind == "head" else None))
    start = 0
    for cell in row.cells:
        width = sum(grid[start:start + cell.colspan])
        align = cell.align or _default_align(row, columns[start])
        element.append(_cell(cell, row.kind == "head", align, width, size, keep, context))
        start += cell.colspan
    return element


def _default_align(row: TableRow, column: Column) -> Align:
    """Heads are centred, the names of groups stand at the left, all else as the column says."""
    if row.kind == "body" or row.kind == "summary":
        return column.align
    return "center" if row.kind == "head" else "left"


def _cell(cell: TableCell, head: bool, align: Align, width: int, size: float, keep: bool,
          context: Context) -> Element:
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=cell.colspan) if cell.colspan > 1 else None,
        w("vMerge", val=cell.vmerge) if cell.vmerge else None,
        w("vAlign", val="center"),
    )
    scope = context.bookmarks.scope(cell.id)
    style = (TABLE_HEAD if head else TABLE_TEXT)[size]
    texts = cell.paragraphs if cell.vmerge != "continue" else ()
    lines = [_line(text, scope, style, align, cell, size, keep) for text in texts or ((),)]
    return w("tc", properties, *(scope.wrap(lines) if cell.vmerge != "continue" else lines))


def _line(text: Text, scope: Scope, style: str, align: Align, cell: TableCell, size: float, keep: bool) -> Element:
    if cell.strong:
        text = tuple(Run(part.text, part.mark, strong=True) for part in text)
    indent = w("ind", leftChars=cell.indent * 100, left=points(cell.indent * size)) if cell.indent else None
    extra = (indent, w("keepNext") if keep else None, w("jc", val=_JC[align]))
    return paragraph(style, scope.runs(text), *(item for item in extra if item is not None))
