"""What a sheet says, item by item: a label, and the number that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from generator.package.bring.sheet_layout import SheetLayout
from generator.package.intake.grid import RawCell

PERSONS, ROWS = "名单人数", "行数"
"""What a count is called, of people and of other rows."""


class SheetItem(Struct, frozen=True):
    """A number of a sheet, or the text beside a label.

    ``source`` says where it stands. ``label`` is what the sheet calls it; ``title`` what the sheet
    is about. ``unit`` is what the sheet says of it, "" for nothing: then one of ``units_above`` may
    hold, which stand above the table. ``cell`` is the one that holds it; where there is none,
    ``number`` is what the rows make, None for a heading, which has nothing. ``last`` is last year's
    number as the sheet has it, ``code`` that of the form. ``group`` is what spans its column, where
    another column is called the same. ``doubts`` are gone once a person said
    where it goes; ``faults`` are not.
    """

    source: str
    label: str
    title: str
    unit: str = ""
    cell: RawCell | None = None
    number: Decimal | None = None
    last: str = ""
    code: str = ""
    doubts: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    units_above: tuple[str, ...] = ()
    group: str = ""

    @property
    def name(self) -> str:
        """Its label, behind the group that tells it from another one."""
        return f"{self.group}／{self.label}" if self.group else self.label

    @property
    def is_heading(self) -> bool:
        """Whether it only heads those below it."""
        return self.cell is None and self.number is None and not self.faults

    @property
    def is_count(self) -> bool:
        """Whether rows were counted."""
        return self.label in (PERSONS, ROWS) and self.cell is None


def heading_item(layout: SheetLayout, text: str) -> SheetItem:
    """A text of a sheet that only heads what follows."""
    return SheetItem(str(layout.sheet), text, layout.title)


def group_above(layout: SheetLayout, column: int, columns: Sequence[int]) -> str:
    """What spans a column, where several of the columns have its heading; else ""."""
    same = [other for other in columns if layout.head(other) == layout.head(column)]
    return "／".join(layout.heads.get(column, ())[:-1]) if len(same) > 1 else ""


def cell_text_of(layout: SheetLayout, row: int, column: int) -> str:
    """The text of a cell on one line, of a merged one that of its first one."""
    merge = layout.grid.merged(row, column)
    cell = layout.grid.at(row, column)
    if merge is not None:
        cell = layout.grid.at(merge.top, merge.left)
    return " ".join(cell.text.split())


def own_unit(text: str) -> str:
    """The unit that a number is written with: 8场 → 场, "" for none."""
    match = re.fullmatch(r"[^0-9]*[0-9][0-9.,，\s]*[余多]?([^0-9\s]*)", text.strip())
    unit = match[1] if match else ""
    return re.sub("(以上|以下|左右|多|余)$", "", unit)
