"""A value as a cell prints it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from generator.figures import Figure
from generator.model.appendix_table import TableColumn
from generator.model.cell import DateRange, PartialDate, Source
from generator.model.document import Mark, Run, TableCell, Text
from generator.report.tables.numbered_lists import items
from generator.standard.wording import dates, lists, numbers

AS_IT_STANDS = TableColumn("")
"""A column that asks for nothing: a number prints as it stands."""


def value_text(figure: Figure, column: TableColumn, year: int) -> str:
    """A value in words, without its unit; "" where it is unknown. Raises ValueError where the unit
    does not convert."""
    match figure.value:
        case None:
            return ""
        case bool() as flag:
            return "是" if flag else "否"
        case Decimal():
            number = in_unit(figure, column)
            if figure.qualifier and column.figure:
                return numbers.qty(number, column.unit or figure.unit, figure.qualifier)
            return numbers.num(number, column.places, strip=column.places is None)
        case PartialDate() as date:
            return dates.day(date, year)
        case DateRange() as span:
            return dates.date_range(span.start, span.end, year)
        case tuple() as listed:
            return lists.join(listed)
        case other:
            return str(other)


def in_unit(figure: Figure, column: TableColumn) -> Decimal | None:
    """The number in the column's unit; None where it is unknown or not a number."""
    number = figure.number_or_none
    if column.unit and figure.unit:
        return numbers.convert(number, figure.unit, column.unit)
    return number


def bound(figure: Figure) -> Mark:
    """The mark of a text that follows a figure."""
    return Mark("bound", figure.key, figure.sources, figure.formula)


def cell(identity: str, figure: Figure, column: TableColumn, year: int) -> TableCell:
    """The cell of a value: bound to it, in the lines that it is broken into; what the column says
    where it is blank."""
    return cell_of(identity, said(figure, column, year), bound(figure), column)


class Said(NamedTuple):
    """What a cell says: its lines, and the number that they print (None: none)."""

    lines: tuple[str, ...]
    number: Decimal | None


def said(figure: Figure, column: TableColumn, year: int) -> Said | None:
    """What the cell of a value says; None where it is blank."""
    if not figure.known:
        return None
    exact = None if figure.qualifier and column.figure else in_unit(figure, column)
    return Said(_lines(value_text(figure, column, year), column), exact)


def cell_of(identity: str, words: Said | None, mark: Mark, column: TableColumn) -> TableCell:
    """The cell of what it says, bound by the mark; what the column says where it is blank."""
    if words is None:
        return TableCell(identity, ((Run(column.blank),) if column.blank else (),))
    paragraphs: tuple[Text, ...] = tuple([(Run(line, mark),) for line in words.lines])
    return TableCell(identity, paragraphs or ((),), number=words.number, places=column.places)


def _lines(text: str, column: TableColumn) -> tuple[str, ...]:
    if column.lists:
        return items(text)
    return tuple(line for line in text.splitlines() if line.strip())


def gap(identity: str, figure: Figure, needed: Source) -> TableCell:
    """The cell of a figure that the table cannot do without; ``needed`` is what asks for it."""
    return TableCell(identity, ((Run("【待补】", Mark("gap", figure.key, (needed,))),),))
