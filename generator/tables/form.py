"""Data to finished text cells: the form (年度统计表) as a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.dataset import FormTable, IndicatorRow, Source
from generator.document import Align, Column, Mark, Run, Table, TableCell, TableRow, Text
from generator.figures import Figure, FigureBook
from generator.wording.numbers import num

_YEAR = "{year}"
_INDENT_FROM = 1


def form_table(indicators: Sequence[IndicatorRow], book: FigureBook, form: FormTable, heads: Sequence[str],
               year: int) -> Table:
    """The form with label, unit and value, every cell as filed; part and item rows span the table.

    ``heads`` are the three heads as they print. A blank cell stays blank (unknown is not zero).
    """
    widths = [*form.widths, *([None] * (len(heads) - len(form.widths)))]
    aligns: tuple[Align, ...] = ("left", "center", "center")
    columns = tuple(Column(align, width) for align, width in zip(aligns, widths, strict=True))
    head = TableRow(f"{form.name}/head", tuple(
        TableCell(f"{form.name}/head/{place}", ((Run(text),),), "center", strong=True)
        for place, text in enumerate(heads)), "head")
    return Table(form.name, columns, (head, *(_row(row, book, form.name, year) for row in indicators)))


def _row(row: IndicatorRow, book: FigureBook, table: str, year: int) -> TableRow:
    name = f"{table}/{row.form.code}"
    label = _label(row, year)
    indent = max(0, row.form.level - _INDENT_FROM)
    if row.form.level < 2 and row.form.type == "标题":
        return TableRow(name, (TableCell(f"{name}/label", (label,), colspan=3, strong=True),), "group")
    return TableRow(name, (
        TableCell(f"{name}/label", (label,), "left", indent),
        TableCell(f"{name}/unit", ((Run(row.unit or row.form.unit, Mark("name", row.form.code)),),), "center"),
        TableCell(f"{name}/value", (_value(row, book),), "left" if _long(row) else "center"),
    ))


def _label(row: IndicatorRow, year: int) -> Text:
    """The label; a year in it follows the report's year."""
    identity = Mark("name", row.form.code)
    if row.label:
        return (Run(row.label, identity),)
    runs: list[Run] = []
    for part in re.split(f"({re.escape(_YEAR)})", row.form.label):
        if part == _YEAR:
            runs.append(Run(str(year), Mark("bound", "公文.年度", (Source("report.yaml", 0, "year"),))))
        elif part:
            runs.append(Run(part, identity))
    return tuple(runs)


def _value(row: IndicatorRow, book: FigureBook) -> Text:
    figure = book.cell(row)
    if not figure.known:
        return ()
    identity = Mark("bound", figure.key or row.form.code, figure.sources, figure.formula)
    return (Run(num(figure.number, figure.places) if row.computed else _shown(row, figure), identity),)


def _shown(row: IndicatorRow, figure: Figure) -> str:
    """A filed cell as filed; blanks around a number, full-width digits and commas are not kept."""
    if row.as_filed or figure.number_or_none is None:
        return row.cell.raw
    return num(figure.number_or_none)


def _long(row: IndicatorRow) -> bool:
    return row.form.type == "文字" and len(row.cell.raw) > 24
