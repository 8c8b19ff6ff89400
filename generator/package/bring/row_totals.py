"""Totals of a sheet whose rows are labelled, held against the rows that they sum up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate

from generator.package.bring.sheet_items import own_unit
from generator.package.bring.sheet_layout import SheetLayout
from generator.package.intake.grid import RawCell
from generator.package.intake.numbers import CellError, read_number, split_scale
from generator.package.intake.shown_numbers import percentage
from generator.standard.wording.numbers import num

_PART = "其中"
"""How the name of a row begins that is a part of the one above."""


def disputed_rows(layout: SheetLayout, column: int) -> Mapping[int, str]:
    """Why the number of a row may not be the one that is meant: the total below (or above) it in
    that column is none that rows beside it make."""
    disputed: dict[int, str] = {}
    for total in layout.totals:
        filed, group = _number(layout.grid.at(total, column)), _summed(layout, total, column)
        if filed is None or not group or filed in set(_sums(layout, total, group, column)):
            continue
        said = f"第{total}行合计写的是{num(filed)}，和各行的数对不上，不知道要哪一个"
        disputed |= dict.fromkeys(group, said)
    return disputed


def _summed(layout: SheetLayout, total: int, column: int) -> list[int]:
    """The rows with a number between a total and the one above it, the nearest first; where there
    are none, those below it as far as the next one."""
    before = max((row for row in layout.totals if row < total), default=0)
    behind = min((row for row in layout.totals if row > total), default=layout.grid.last_row + 1)
    filled = [row for row in layout.body if _number(layout.grid.at(row, column)) is not None]
    above = [row for row in filled if before < row < total]
    return above[::-1] or [row for row in filled if total < row < behind]


def _sums(layout: SheetLayout, total: int, group: Sequence[int], column: int) -> Iterator[Decimal]:
    """What the rows nearest to a total add up to, one by one, with parts and without; and all rows
    and all totals above it."""
    whole = [row for row in group if not _is_part(layout, row)]
    rows_above = [row for row in layout.body if row < total and row not in group]
    totals_above = [row for row in layout.totals if row < total]
    for rows in (group, whole, [*group, *rows_above], [*whole, *rows_above], totals_above[::-1]):
        yield from accumulate(_numbers(layout, rows, column))


def _numbers(layout: SheetLayout, rows: Sequence[int], column: int) -> Iterator[Decimal]:
    """The numbers of a column in these rows."""
    for row in rows:
        number = _number(layout.grid.at(row, column))
        if number is not None:
            yield number


def _is_part(layout: SheetLayout, row: int) -> bool:
    return any(cell.text.strip().startswith(_PART) for cell in layout.grid.row(row).values())


def _number(cell: RawCell) -> Decimal | None:
    """The number of a cell; None where it holds none, or a share, which nobody adds up."""
    text = cell.text.strip()
    if cell.blank or percentage(cell) or text.endswith("%"):
        return None
    unit = own_unit(text)
    try:
        return read_number(text, unit).value.scaleb(split_scale(unit)[0])
    except CellError:
        return None
