"""The items of a sheet whose columns are labelled: the number of its row, or what all rows add up
to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from generator.model.kind import FieldSpec, FieldType
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.bring.row_totals import disputed_rows
from generator.package.bring.sheet_columns import SheetColumns, is_of_others, of_year
from generator.package.bring.sheet_items import SheetItem, group_above, heading_item, own_unit
from generator.package.bring.sheet_layout import SheetLayout
from generator.package.bring.wording_alike import unit_in
from generator.package.intake.celltext import cell_text
from generator.package.intake.grid import letter
from generator.package.intake.heads import plain_head
from generator.package.intake.numbers import CellError, read_number
from generator.package.intake.unclear import UnclearCellError
from generator.standard.divisions import stem

_COUNTY = regex("(?![全本我各该])[\u4e00-\u9fff]{1,14}[县区市旗州]")
_NO_COUNTY = regex(
    "(?:[县市城社园辖片山新景牧林]|开发|高新|经开|工业|度假|示范|保护|安置|产业园)区"
)
"""What ends like a county and is a part of one."""
_YEARS = {"年度", "年份", "年", "所属年度", "统计年度"}
"""What heads a column of years."""
_NAMED = 3
"""So many counties are named in a message."""


def column_items(
    layout: SheetLayout, columns: SheetColumns, year: int, owners: Sequence[str]
) -> list[SheetItem]:
    """The items of the columns in order, with the headings that span several of them.

    ``owners`` are the names of the place, which may have a row of its own among others, as that
    ``year`` may.
    """
    texts = sorted({*columns.labels, *([] if columns.unit is None else [columns.unit])})
    rows = RowsOfOthers(layout, texts, year, owners)
    items: list[SheetItem] = []
    above: tuple[str, ...] = ()
    for column in columns.values:
        *upper, label = layout.heads.get(column, ("",))
        items += [heading_item(layout, text) for text in upper if text not in above]
        above = tuple(upper)
        if label:
            item = _LabelledColumn(layout, column, label, rows).item()
            group = group_above(layout, column, columns.values)
            items.append(replace(item, group=group))
    return items


class RowsOfOthers(Struct, frozen=True, dict=True):
    """Which rows of a sheet are those of the place or the year, and which of others; ``labels`` are
    its columns of texts, also the one headed 单位, which may hold offices."""

    layout: SheetLayout
    labels: Sequence[int]
    year: int
    owners: Sequence[str]

    @cached_property
    def own(self) -> list[int]:
        """The rows that name the place itself, else the year."""
        by_place = [row for row in self.layout.body if self._names(row, self.owners)]
        years = of_year(self.year)
        return by_place or [row for row in self.layout.body if years & set(self._kinds(row))]

    @cached_property
    def faults(self) -> tuple[str, ...]:
        """Why rows may be those of others: of other counties, of other years, of a plan."""
        rows = [row for row in self.layout.body if row not in self.own]
        return (*self._of_counties(rows), *self._of_other_kinds(rows))

    def _of_counties(self, rows: Sequence[int]) -> Iterator[str]:
        """Why rows may be those of other counties."""
        counties = [text for row in rows for text in self._texts(row) if self._is_other(text)]
        if len(counties) == 1 and len(rows) == 1:
            yield f"这一行是{counties[0]}的"
        elif len(counties) > 1:
            yield f"各行是{'、'.join(counties[:_NAMED])}等，不知道要哪一行"

    def _of_other_kinds(self, rows: Sequence[int]) -> Iterator[str]:
        """Why rows may be those of other years, or of a plan."""
        named = (text for row in rows for text in self._kinds(row))
        others = (text for text in named if self._may_be_own(text) or is_of_others(text, self.year))
        first = next(others, None)
        if first is not None:
            yield f"有一行是“{first}”，不知道要哪一行"

    def _may_be_own(self, text: str) -> bool:
        """Whether it is the name of the place without what it is, or of a town that is called so
        too."""
        return text in map(stem, self.owners)

    def _is_other(self, text: str) -> bool:
        is_county = _COUNTY.fullmatch(text) and not _NO_COUNTY.fullmatch(text)
        return bool(is_county) and text not in self.owners

    def _kinds(self, row: int) -> Iterator[str]:
        """What the first column of texts says of a row, and the columns of years."""
        for column in self.layout.columns:
            if column in self.labels[:1] or self.layout.head(column) in _YEARS:
                yield plain_head(self.layout.grid.at(row, column).text)

    def _texts(self, row: int) -> list[str]:
        return [plain_head(cell.text) for cell in self.layout.grid.row(row).values()]

    def _names(self, row: int, words: Collection[str]) -> bool:
        return any(text in words for text in self._texts(row))


class _LabelledColumn(Struct, frozen=True):
    """A column of numbers under a label."""

    layout: SheetLayout
    column: int
    label: str
    rows: RowsOfOthers

    def item(self) -> SheetItem:
        """The number of the only row or of that of the place itself, else the total or the sum."""
        own, faults = self.rows.own, self.rows.faults
        only = own or list(self.layout.body)
        if len(only) == 1:
            return self._of_row(only[0], () if own else (*faults, *self._other_total(only[0])))
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

    def _difference(self, total: int, summed: Decimal) -> Iterator[str]:
        """Why a total may be wrong: the rows make another number."""
        try:
            filed = self._sum([total])
        except (UnclearCellError, CellError) as fault:
            yield f"合计读不成数：{fault}"
            return
        if filed != summed:
            yield f"合计写的是{filed:f}，各行加起来是{summed:f}"

    def _other_total(self, row: int) -> Iterator[str]:
        """Why the number of the only row may not be the one that is meant."""
        yield from filter(None, [disputed_rows(self.layout, self.column).get(row)])

    def _sum(self, rows: Sequence[int]) -> Decimal:
        """What the cells of some rows add up to. Raises UnclearCellError or CellError."""
        spec = FieldSpec("", FieldType.NUMBER, self._unit)
        total = Decimal(0)
        for row in rows:
            text = cell_text(self.layout.grid.at(row, self.column), spec, 0)
            total += read_number(text, self._unit or own_unit(text)).value
        return total
