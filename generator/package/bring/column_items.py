"""The items of a sheet whose columns are labelled: the number of its row, or what all rows add up
to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.model.kind import FieldSpec, FieldType
from generator.model.regex import regex
from generator.package.bring.sheet_columns import SheetColumns
from generator.package.bring.sheet_items import SheetItem, heading_item, own_unit
from generator.package.bring.sheet_layout import SheetLayout
from generator.package.bring.wording_alike import unit_in
from generator.package.intake.celltext import UnclearCellError, cell_text
from generator.package.intake.grid import letter
from generator.package.intake.heads import plain_head
from generator.package.intake.numbers import CellError, read_number

_COUNTY = regex("[\u4e00-\u9fff]{1,7}[县区市旗州]")
_NAMED = 3
"""So many counties are named in a message."""


def column_items(
    layout: SheetLayout, columns: SheetColumns, owners: Sequence[str]
) -> list[SheetItem]:
    """The items of the columns in order, with the headings that span several of them.

    ``owners`` are the names of the place, which may have a row of its own among others.
    """
    items: list[SheetItem] = []
    above: tuple[str, ...] = ()
    for column in columns.values:
        *upper, label = layout.heads.get(column, ("",))
        items += [heading_item(layout, text) for text in upper if text not in above]
        above = tuple(upper)
        if label:
            items.append(_LabelledColumn(layout, column, label).item(owners))
    return items


class _LabelledColumn(Struct, frozen=True):
    """A column of numbers under a label."""

    layout: SheetLayout
    column: int
    label: str

    def item(self, owners: Sequence[str]) -> SheetItem:
        """The number of the only row or of that of the place itself, else the total or the sum."""
        own = [row for row in self.layout.body if self._names(row, owners)]
        only = own or list(self.layout.body)
        if len(only) == 1:
            return self._of_row(only[0], ())
        faults = tuple(self._other_owners())
        try:
            summed = self._sum(self._filled(self.layout.body))
        except (UnclearCellError, CellError) as fault:
            faults = (*faults, f"有的格子读不成数：{fault}")
            return SheetItem(
                self._shown("列"), self.label, self.layout.title, self._unit, faults=faults
            )
        totals = self._filled(self.layout.totals)
        if totals:
            return self._of_row(totals[-1], (*faults, *self._difference(totals[-1], summed)))
        return self._summed(summed, faults)

    @property
    def _unit(self) -> str:
        return unit_in(self.label) or self.layout.units_below.get(self.column, "")

    def _shown(self, rows: str) -> str:
        return f"{self.layout.sheet.prefix}{letter(self.column)}{rows}"

    def _filled(self, rows: Sequence[int]) -> list[int]:
        return [row for row in rows if not self.layout.grid.at(row, self.column).blank]

    def _of_row(self, row: int, faults: tuple[str, ...]) -> SheetItem:
        """The number that stands in a row."""
        source, cell = self._shown(str(row)), self.layout.grid.at(row, self.column)
        return SheetItem(source, self.label, self.layout.title, self._unit, cell, faults=faults)

    def _summed(self, summed: Decimal, faults: tuple[str, ...]) -> SheetItem:
        """The sum of rows that have no total."""
        rows = self._filled(self.layout.body)
        source = self._shown(f"{rows[0]}至{rows[-1]}行") if rows else self._shown("列")
        return SheetItem(
            source,
            self.label,
            self.layout.title,
            self._unit,
            number=summed,
            doubts=("表上没有合计，这是各行加起来的数",),
            faults=faults,
        )

    def _names(self, row: int, owners: Sequence[str]) -> bool:
        """Whether a row is that of the place itself."""
        cells = self.layout.grid.row(row).values()
        return any(plain_head(cell.text) in owners for cell in cells)

    def _other_owners(self) -> Iterator[str]:
        """Why the sum of the rows may be that of several counties."""
        rows = self.layout.body
        cells = [cell for row in rows for cell in self.layout.grid.row(row).values()]
        texts = [plain_head(cell.text) for cell in cells]
        counties = [text for text in texts if _COUNTY.fullmatch(text)]
        if len(counties) > 1:
            yield f"各行是{'、'.join(counties[:_NAMED])}等，不知道要哪一行"

    def _difference(self, total: int, summed: Decimal) -> Iterator[str]:
        """Why a total may be wrong: the rows make another number."""
        try:
            filed = self._sum([total])
        except (UnclearCellError, CellError) as fault:
            yield f"合计读不成数：{fault}"
            return
        if filed != summed:
            yield f"合计写的是{filed:f}，各行加起来是{summed:f}"

    def _sum(self, rows: Sequence[int]) -> Decimal:
        """What the cells of some rows add up to. Raises UnclearCellError or CellError."""
        spec = FieldSpec("", FieldType.NUMBER, self._unit)
        total = Decimal(0)
        for row in rows:
            text = cell_text(self.layout.grid.at(row, self.column), spec, 0)
            total += read_number(text, self._unit or own_unit(text)).value
        return total
