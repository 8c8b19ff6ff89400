"""The form (年度统计表) as a table: part and item rows that span it, labels by level, every cell as filed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from generator.figures import Figure, FigureBook
from generator.model.appendix_table import TableColumn, TableDescription
from generator.model.cell import Source
from generator.model.dataset import IndicatorRow
from generator.model.document import Column, Mark, Run, Table, TableCell, TableRow, Text
from generator.model.kind import FieldType
from generator.report.tables.heads import Head, head_rows
from generator.standard.wording.numbers import num

LABEL, UNIT, VALUE, LAST, CHANGE = "指标", "单位", "数值", "上年", "增减"
FIELDS = (LABEL, UNIT, VALUE, LAST, CHANGE)
"""The fields of the form that a column may print."""
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

    ``columns`` are those that print, ``heads`` their finished heads. Last year's figures are those of the same keys.
    A blank cell stays blank (unknown is not zero).
    """
    name = description.name
    compared = any(column.field in (LAST, CHANGE) for column in columns)
    made = [
        _row(
            row,
            book,
            name,
            columns,
            year,
            book.prev(row.form.key) if compared and row.form.key else None,
        )
        for row in indicators
    ]
    return Table(
        name,
        tuple(Column(column.align, column.width) for column in columns),
        (*head_rows(name, heads), *made),
    )


def _row(
    row: IndicatorRow,
    book: FigureBook,
    table: str,
    columns: Sequence[TableColumn],
    year: int,
    last: Figure | None,
) -> TableRow:
    name = f"{table}/{row.form.code}"
    label = _label(row, year)
    if row.form.level < 2 and row.form.is_heading:
        return TableRow(
            name,
            (TableCell(f"{name}/label", (label,), colspan=len(columns), strong=True),),
            "group",
        )
    return TableRow(name, tuple(_cell(row, book, name, column, label, last) for column in columns))


def _cell(
    row: IndicatorRow,
    book: FigureBook,
    name: str,
    column: TableColumn,
    label: Text,
    last: Figure | None,
) -> TableCell:
    if column.field == LABEL:
        return TableCell(f"{name}/label", (label,), "left", max(0, row.form.level - _INDENT_FROM))
    if column.field == UNIT:
        return TableCell(
            f"{name}/unit",
            ((Run(row.unit or row.form.unit, Mark("name", row.form.code)),),),
            "center",
        )
    if column.field == VALUE:
        figure = book.cell(row)
        return TableCell(
            f"{name}/value",
            (_value(row, figure),),
            "left" if _long(row) else column.align,
            number=figure.number_or_none,
            places=figure.places,
        )
    other = last if column.field == LAST else _change(book.cell(row), last)
    place = "last" if column.field == LAST else "change"
    return TableCell(
        f"{name}/{place}",
        (_plain(other),),
        column.align,
        number=other.number_or_none if other else None,
    )


def _change(now: Figure, last: Figure | None) -> Figure | None:
    """This year's number less last year's; None where one of them is unknown or no number."""
    if last is None or now.number_or_none is None or last.number_or_none is None:
        return None
    return now - last


def _plain(figure: Figure | None) -> Text:
    if figure is None or not figure.known:
        return ()
    value = figure.value
    text = (
        num(value, figure.places)
        if isinstance(value, Decimal)
        else "是"
        if value is True
        else ("否" if value is False else str(value))
    )
    return (Run(text, Mark("bound", figure.key, figure.sources, figure.formula)),)


def _label(row: IndicatorRow, year: int) -> Text:
    """The label; a year in it follows the report's year."""
    identity = Mark("name", row.form.code)
    if row.label:
        return (Run(row.label, identity),)
    runs: list[Run] = []
    for part in re.split(f"({re.escape(_YEAR)})", row.form.label):
        if part == _YEAR:
            runs.append(
                Run(str(year), Mark("bound", "公文.年度", (Source("report.yaml", 0, "year"),)))
            )
        elif part:
            runs.append(Run(part, identity))
    return tuple(runs)


def _value(row: IndicatorRow, figure: Figure) -> Text:
    if not figure.known:
        return ()
    identity = Mark("bound", figure.key or row.form.code, figure.sources, figure.formula)
    return (
        Run(num(figure.number, figure.places) if row.computed else _shown(row, figure), identity),
    )


def _shown(row: IndicatorRow, figure: Figure) -> str:
    """A filed cell as filed; blanks around a number, full-width digits and commas are not kept."""
    if row.as_filed or figure.number_or_none is None:
        return row.cell.raw
    return num(figure.number_or_none)


def _long(row: IndicatorRow) -> bool:
    return row.form.type is FieldType.TEXT and len(row.cell.raw) > _LONG
