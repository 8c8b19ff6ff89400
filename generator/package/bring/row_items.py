"""The items of a sheet whose rows are labelled: the numbers of each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.package.bring.cell_sorts import UNITS, is_time
from generator.package.bring.row_totals import disputed_rows
from generator.package.bring.sheet_columns import GENERIC, SheetColumns, of_year, part_of_year_above
from generator.package.bring.sheet_items import SheetItem, cell_text_of, group_above, heading_item
from generator.package.bring.sheet_layout import SheetLayout
from generator.package.bring.wording_alike import is_bare_number, unit_in
from generator.package.intake.heads import plain_head
from generator.package.intake.numbers import split_scale
from generator.package.intake.totals import is_total


def row_items(
    layout: SheetLayout, columns: SheetColumns, year: int, owners: Sequence[str]
) -> list[SheetItem]:
    """The items of the rows in order, and the headings between them.

    ``owners`` are names that may head the column of values of that year.
    """
    disputed = {column: disputed_rows(layout, column) for column in columns.values}
    generic = frozenset(GENERIC | of_year(year) | set(owners))
    rows = _LabelledRows(layout, columns, generic, disputed)
    items: list[SheetItem] = []
    above: list[str] = []
    for row in layout.body:
        *outer, label = rows.labels(row) or [""]
        items += [heading_item(layout, text) for text in outer if text not in above]
        above = outer
        if label or columns.code is not None:
            items += rows.items(row, label)
    return items


class _LabelledRows(Struct, frozen=True):
    """A sheet whose rows are labelled; ``generic`` are headings of a column of values that say
    nothing of what is counted. ``disputed`` are by column the rows that their total leaves in
    doubt, and why."""

    layout: SheetLayout
    columns: SheetColumns
    generic: frozenset[str]
    disputed: Mapping[int, Mapping[int, str]]

    def labels(self, row: int) -> list[str]:
        """The texts before the first number of a row, behind it where there are none: what spans
        several rows, then the label. Numbers name nothing, days only where nothing else does."""
        values = [column for column in self.columns.values if not self._is_blank(row, column)]
        before = [c for c in self.columns.labels if not values or c < values[0]]
        texts = [self._text(row, column) for column in before or self.columns.labels]
        named = list(dict.fromkeys(filter(_names, texts))) or self._instead(row, values)
        return [text for text in named if not is_time(text)] or named

    def _instead(self, row: int, values: Sequence[int]) -> list[str]:
        """The words left of all numbers of a row that has none in the columns of names, as where
        they stand below 序号; none where codes stand there."""
        if self.columns.code is not None:
            return []
        cells = self.layout.grid.row(row)
        left = [column for column in cells if values and column < values[0]]
        return [text for column in left if _names(text := self._text(row, column))]

    def items(self, row: int, label: str) -> Iterator[SheetItem]:
        """One for each number of a row, a heading where it has none."""
        values = list(self._values(row))
        if not values and label:
            yield heading_item(self.layout, label)
        for column in values:
            beside = self._text(row, column - 1) if self._is_pair(column, values) else ""
            beside = beside if _names(beside) else ""
            yield self._item(
                row, column, beside or label, is_alone=bool(beside) or len(values) == 1
            )

    def _item(self, row: int, column: int, label: str, *, is_alone: bool) -> SheetItem:
        """The item of a cell; the heading of its column belongs to its label unless it is alone."""
        head = self._telling_head(column)
        group = group_above(self.layout, column, self.columns.values)
        beside = "／".join(filter(None, (group, head)))
        words = label if is_alone or not head else f"{label}／{head}"
        units = self._units(row, column, (words, label))
        return SheetItem(
            self.layout.sheet.shown(row, column),
            words,
            self.layout.title,
            units[0] if units else "",
            self.layout.grid.at(row, column),
            last=self._helper(row, self.columns.last),
            code=plain_head(self._helper(row, self.columns.code)).rstrip(".、"),
            doubts=(f"数所在的列是“{beside}”",) if beside and is_alone else (),
            faults=(
                *self._merge_faults(row, column),
                *_unit_faults(units),
                *filter(None, [self.disputed[column].get(row)]),
            ),
            group="" if is_alone else group,
        )

    def _telling_head(self, column: int) -> str:
        """The heading of a column if it says what is counted, or of which part of the year."""
        head = self.layout.head(column)
        plain = re.sub(r"[（(][^（）()]*[)）]$", "", head)
        if plain not in self.generic and not is_total(head):
            return head
        part = part_of_year_above(self.layout.heads.get(column, ())[:-1])
        return f"{part}／{head}" if part else ""

    def _units(self, row: int, column: int, labels: Sequence[str]) -> list[str]:
        """The units of a number, the first holds: in a column or cell of its own, in one of its
        ``labels``, in the head. What a label says is meant to be another one than the head's."""
        own = self._helper(row, self.columns.unit)
        texts = [self._text(row, other) for other in self.columns.labels]
        alone = next((text for text in texts if text in UNITS), "")
        head = unit_in(self.layout.head(column)) or self.layout.units_below.get(column, "")
        units = list(filter(None, (own, alone, *map(unit_in, labels), head)))
        return units if own or alone else units[:1]

    def _helper(self, row: int, column: int | None) -> str:
        return "" if column is None else self._text(row, column)

    def _text(self, row: int, column: int) -> str:
        return cell_text_of(self.layout, row, column)

    def _is_blank(self, row: int, column: int) -> bool:
        return self.layout.grid.at(row, column).blank

    def _values(self, row: int) -> Iterator[int]:
        """The columns in which a row has a number."""
        for column in self.columns.values:
            covered = self.layout.grid.is_covered(row, column)
            if not covered and not self._is_blank(row, column):
                yield column

    def _is_pair(self, column: int, values: Sequence[int]) -> bool:
        """Whether a number has a label of its own, as several pairs stand side by side."""
        return column != values[0] and column - 1 in self.columns.labels

    def _merge_faults(self, row: int, column: int) -> Iterator[str]:
        """Why a number may not belong to its row alone."""
        merge = self.layout.grid.merged(row, column)
        if merge is not None and merge.bottom > merge.top:
            yield f"第{merge.top}至{merge.bottom}行合并成了一格，不知道每行各是多少"


def _names(text: str) -> bool:
    """Whether a text beside a number may be what the number is called."""
    return bool(text) and text not in UNITS and not is_bare_number(text)


def _unit_faults(units: Sequence[str]) -> Iterator[str]:
    """Why it is not sure which of the units of a number holds: two of them count the same."""
    alike = [unit for unit in units if split_scale(unit)[1] == split_scale(units[0])[1]]
    others = [unit for unit in alike if unit != units[0]]
    if others:
        yield f"单位写的是{units[0]}，项目名或表头里写的却是{others[0]}，不知道以哪个为准"
