"""How a cell of a table begins, up to its first run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from generator.model.document import HEADS, Align, Column, RowRole, TableCell, plain
from generator.word.building import points
from generator.word.writer.style_ids import TABLE_HEAD, TABLE_TEXT
from generator.word.writer.tables.measure import CELL_SIDE
from generator.word.writer.tables.setting import RowSetting, number_parts

_JC = {"left": "left", "center": "center", "right": "right", "decimal": "right"}


class CellLook(NamedTuple):
    """What the beginning of a cell depends on: many cells of a table have the same.

    ``right`` is the indent at the right in twips; ``keep`` keeps the row on the page of the next;
    ``tall`` is a row higher than half a page.
    """

    start: int
    span: int = 1
    vmerge: Literal["restart", "continue"] | None = None
    align: Align = "left"
    right: int = 0
    indent: int = 0
    head: bool = False
    keep: bool = False
    tall: bool = False


def default_align(role: RowRole, start: int, columns: Sequence[Column]) -> Align:
    """Heads are centred, the name of a group stands at the left, all else as the column says."""
    if role in HEADS:
        return "center"
    if role == "group" and start == 0:
        return "left"
    return columns[start].align


def decimals_of(cell: TableCell, start: int, setting: RowSetting) -> str | None:
    """What stands behind the point of a number, by which its indent is told; None for no number."""
    if cell.number is None:
        return None
    if setting.decimals[start] is None:
        return ""
    return plain(cell.paragraphs[0]).partition(".")[2]


def number_indent(cell: TableCell, start: int, setting: RowSetting) -> int:
    """Twips at the right of a number.

    The points stand below each other, the widest number in the middle of the column.
    """
    widest = setting.decimals[start]
    if widest is None:
        return 0
    _, after = number_parts(plain(cell.paragraphs[0]))
    room = setting.grid[start] / 20 - 2 * CELL_SIDE
    spare = room - (widest.whole + widest.fraction) * setting.size
    return points(max(0.0, spare) / 2 + (widest.fraction - after) * setting.size)


def opening(look: CellLook, setting: RowSetting) -> tuple[str, str]:
    """A cell up to its first paragraph, and a paragraph up to its first run."""
    width = sum(setting.grid[look.start : look.start + look.span])
    parts = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>']
    if look.span > 1:
        parts.append(f'<w:gridSpan w:val="{look.span}"/>')
    if look.vmerge:
        parts.append(f'<w:vMerge w:val="{look.vmerge}"/>')
    vertical = "top" if look.tall and not look.head else "center"
    parts.append(f'<w:vAlign w:val="{vertical}"/></w:tcPr>')
    return "".join(parts), _paragraph_opening(look, setting)


def _paragraph_opening(look: CellLook, setting: RowSetting) -> str:
    style = (TABLE_HEAD if look.head else TABLE_TEXT)[setting.size]
    parts = [f'<w:p><w:pPr><w:pStyle w:val="{style}"/>']
    if look.keep:
        parts.append("<w:keepNext/>")
    if look.indent or look.right:
        parts.append(f"<w:ind{_indents(look, setting)}/>")
    jc, of_style = _JC[look.align], "center" if look.head else "left"
    if jc != of_style:
        parts.append(f'<w:jc w:val="{jc}"/>')
    parts.append("</w:pPr>")
    return "".join(parts)


def _indents(look: CellLook, setting: RowSetting) -> str:
    left = right = ""
    if look.indent:
        left = f' w:leftChars="{look.indent * 100}" w:left="{points(look.indent * setting.size)}"'
    if look.right:
        right = f' w:right="{look.right}"'
    return left + right
