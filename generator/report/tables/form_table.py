"""The form (年度统计表) as a table: part and item rows that span it, labels by level, every cell as
filed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from generator.figures import Figure, FigureBook
from generator.model import files
from generator.model.appendix_table import TableColumn, TableDescription
from generator.model.cell import Source
from generator.model.dataset import IndicatorRow
from generator.model.document import Column, Mark, Run, Table, TableCell, TableRow, Text
from generator.model.kind import FieldType
from generator.report.tables.heads import Head, head_rows
from generator.report.tables.value_cells import AS_IT_STANDS, bound, value_text
from generator.standard.wording.numbers import num

_OF_LAST_YEAR = ("上年", "增减")
"""The columns that need last year's figures."""
_YEAR = "{year}"
_INDENT_FROM = 1
_LONG = 24


def form_table(
    description: TableDescription,
    indicators: Sequence[IndicatorRow],
    book: FigureBook,
    columns: Sequence[TableColumn],
    heads: Sequence[Head],
    year: int,
) -> Table:
    """The form, every cell as filed; part and item rows span the table.

    ``columns`` are those that print, ``heads`` their finished heads. Last year's figures are those
    of the same keys. A blank cell stays blank (unknown is not zero).
    """
    maker = _FormRowMaker(description.name, book, columns, year)
    return Table(
        description.name,
        tuple(Column(column.align, column.width) for column in columns),
        (*head_rows(description.name, heads), *map(maker.row, indicators)),
    )


class _FormRowMaker(Struct, frozen=True):
    """Makes the rows of the form ``table``."""

    table: str
    book: FigureBook
    columns: Sequence[TableColumn]
    year: int

    def row(self, row: IndicatorRow) -> TableRow:
        """A row of the form; a part or an item spans the table."""
        name, label = f"{self.table}/{row.form.code}", _label(row, self.year)
        if row.form.level < 2 and row.form.is_heading:
            span = len(self.columns)
            cell = TableCell(f"{name}/label", (label,), colspan=span, strong=True)
            return TableRow(name, (cell,), "group")
        last = self._last_year(row)
        return TableRow(
            name, tuple(self._cell(row, name, column, label, last) for column in self.columns)
        )

    def _last_year(self, row: IndicatorRow) -> Figure | None:
        """Last year's figure of the row, None where no column prints it."""
        compared = any(column.field in _OF_LAST_YEAR for column in self.columns)
        return self.book.prev(row.form.key) if compared and row.form.key else None

    def _cell(
        self, row: IndicatorRow, name: str, column: TableColumn, label: Text, last: Figure | None
    ) -> TableCell:
        match column.field:
            case "指标":
                indent = max(0, row.form.level - _INDENT_FROM)
                return TableCell(f"{name}/label", (label,), "left", indent)
            case "单位":
                unit = Run(row.unit or row.form.unit, Mark("name", row.form.code))
                return TableCell(f"{name}/unit", ((unit,),), "center")
            case "数值":
                return self._value_cell(row, f"{name}/value", column)
            case "上年":
                return _plain_cell(f"{name}/last", last, column, self.year)
            case _:
                change = _change(self.book.cell(row), last)
                return _plain_cell(f"{name}/change", change, column, self.year)

    def _value_cell(self, row: IndicatorRow, name: str, column: TableColumn) -> TableCell:
        figure = self.book.cell(row)
        return TableCell(
            name,
            (_value(row, figure),),
            "left" if _long(row) else column.align,
            number=figure.number_or_none,
            places=figure.places,
        )


def _change(now: Figure, last: Figure | None) -> Figure | None:
    """This year's number less last year's; None where one of them is unknown or no number."""
    if last is None or now.number_or_none is None or last.number_or_none is None:
        return None
    return now - last


def _plain_cell(name: str, figure: Figure | None, column: TableColumn, year: int) -> TableCell:
    """The cell of a figure that the form does not hold itself; empty where it is unknown."""
    if figure is None:
        return TableCell(name, ((),), column.align)
    number = figure.number_or_none
    text = value_text(figure, AS_IT_STANDS, year) if number is None else num(number, figure.places)
    runs = (Run(text, bound(figure)),) if figure.known else ()
    return TableCell(name, (runs,), column.align, number=number)


def _label(row: IndicatorRow, year: int) -> Text:
    """The label; a year in it follows the report's year."""
    identity = Mark("name", row.form.code)
    if row.label:
        return (Run(row.label, identity),)
    of_year = Run(str(year), Mark("bound", "公文.年度", (Source(files.REPORT, 0, "year"),)))
    parts = re.split(f"({re.escape(_YEAR)})", row.form.label)
    return tuple(of_year if part == _YEAR else Run(part, identity) for part in parts if part)


def _value(row: IndicatorRow, figure: Figure) -> Text:
    """The cell as filed, or what its formula gives."""
    if not figure.known:
        return ()
    text = num(figure.number, figure.places) if row.computed else _as_filed(row, figure)
    key = figure.key or row.form.code
    return (Run(text, Mark("bound", key, figure.sources, figure.formula)),)


def _as_filed(row: IndicatorRow, figure: Figure) -> str:
    """A filed cell as filed; blanks around a number, full-width digits and commas are not kept."""
    if row.as_filed or figure.number_or_none is None:
        return row.cell.raw
    return num(figure.number_or_none)


def _long(row: IndicatorRow) -> bool:
    return row.form.type is FieldType.TEXT and len(row.cell.raw) > _LONG
