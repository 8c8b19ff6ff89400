"""Subtotals that a place filed itself, against the rows of the appendix table they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from msgspec import Struct

from generator.check.finding import Finding, cell_side
from generator.check.reader import spoken
from generator.check.rules.causes import likely_cause
from generator.check.subject import Subject
from generator.figures import Draft, Figure, RecordColumn, RecordSet, RowView
from generator.figures.formulas import count, distinct, total
from generator.model.appendix_table import SummaryMethod, TableDescription
from generator.model.severity import Severity

_COUNT = "计数"
_MOST_SIDES = 6
_FEW = 60
"""Two of so many rows are tried for the cause of a difference; of more, one."""


def filed(subject: Subject) -> Iterator[Finding]:
    """A filed subtotal equals what the rows of its group give.

    查：填报的小计与本组各行的合计、行数、不同值的个数不等；不能相加的小计（一个村受益于两个项目）大于各行之和，
        或者小于最大的一行。
    不查：有一行没有填的；本组没有行的。
    例：甲镇两行受益人数是120、80，小计填210 -> 甲镇的受益人数填的是210人，各行合计是200人，相差10人。
    依据：算术。
    """
    draft = subject.draft
    if draft is None:
        return
    for description in draft.kind.tables.values():
        if not description.given:
            continue
        parts = cache(draft.book.records[description.records].parted)
        for row in draft.book.records[description.given]:
            labels = _labels(description, row)
            rows = parts(*labels).get(tuple(label.value for label in labels.values()))
            for subtotal in _subtotals(description, row, labels, rows) if rows else ():
                yield from _judge(draft, subtotal)


class _Subtotal(Struct, frozen=True):
    """A number that a place filed for a group, named for a message, and the rows of the group."""

    figure: Figure
    column: str
    rows: RecordSet
    description: TableDescription


def _subtotals(
    description: TableDescription, row: RowView, labels: Mapping[str, Figure], rows: RecordSet
) -> Iterator[_Subtotal]:
    """The numbers that a row of given figures holds for the group of those ``rows``."""
    group = "、".join(str(label.value) for label in labels.values()) or "全表"
    for column in _filled(description, row):
        figure = _cell(row, column).renamed(name=f"{group}的{column}")
        yield _Subtotal(figure, column, rows, description)


def _labels(description: TableDescription, row: RowView) -> dict[str, Figure]:
    """The values of the fields that name the group: blank ones take all."""
    cells = {group.field: _cell(row, group.field) for group in description.groups}
    return {field: cell for field, cell in cells.items() if cell.known}


def _filled(description: TableDescription, row: RowView) -> list[str]:
    """The columns in which the row holds a number."""
    columns = [name for name in (_COUNT, *description.summaries) if name in row.record.cells]
    return [name for name in columns if _cell(row, name).number_or_none is not None]


def _cell(row: RowView, column: str) -> Figure:
    figure: Figure = getattr(row, column)
    return figure


def _judge(draft: Draft, subtotal: _Subtotal) -> Iterator[Finding]:
    if subtotal.column == _COUNT:
        yield from _equal(subtotal.figure, count(subtotal.rows), "各行的个数", ())
        return
    cells = _cells(subtotal)
    if any(cell.number_or_none is None for cell in cells):
        return
    column: RecordColumn = getattr(subtotal.rows, subtotal.column)
    match subtotal.description.summaries[subtotal.column]:
        case SummaryMethod.TOTAL:
            sum_ = total(draft.book.get, column)
            yield from _equal(subtotal.figure, sum_, "各行合计", cells)
        case SummaryMethod.KINDS:
            yield from _equal(subtotal.figure, distinct(column), "不同的值的个数", cells)
        case _:
            yield from _possible(subtotal.figure, cells)


def _cells(subtotal: _Subtotal) -> list[Figure]:
    """The cells of the rows, each named after the first column of its row."""
    title = next(column.field for column in subtotal.description.columns if column.field)
    column = subtotal.column
    return [
        _cell(row, column).renamed(name=f"{_cell(row, title).value}的{column}")
        for row in subtotal.rows
    ]


def _equal(
    figure: Figure, computed: Figure, called: str, cells: Sequence[Figure]
) -> Iterator[Finding]:
    """The finding where a filed number is not the computed one, which the message ``called`` so."""
    filed_as, expected, unit = _size(figure), _size(computed), figure.unit
    if filed_as == expected:
        return
    gap = abs(filed_as - expected)
    sizes = [(cell.name, _size(cell)) for cell in cells]
    hint = likely_cause(gap, sizes, 2 if len(cells) <= _FEW else 1)
    message = (
        f"{figure.name}填的是{_shown(figure)}，{called}是{spoken(expected)}{unit}，"
        f"相差{spoken(gap)}{unit}{hint}。"
    )
    yield _finding(figure, cells, message, spoken(expected))


def _possible(figure: Figure, cells: Sequence[Figure]) -> Iterator[Finding]:
    """The finding where a number that cannot be added up is below a row or above all of them."""
    sizes = [_size(cell) for cell in cells]
    filed_as, least, most = _size(figure), max(sizes), sum(sizes, Decimal(0))
    bound = ""
    if filed_as < least:
        bound = f"不小于最大的一行（{spoken(least)}{figure.unit}）"
    elif filed_as > most:
        bound = f"不大于各行之和（{spoken(most)}{figure.unit}）"
    if bound:
        message = f"{figure.name}填的是{_shown(figure)}，应{bound}。"
        yield _finding(figure, cells, message, bound)


def _finding(figure: Figure, cells: Sequence[Figure], message: str, expected: str) -> Finding:
    sides = tuple(
        cell_side(source, f"{cell.name} {_shown(cell)}")
        for cell in (figure, *cells[:_MOST_SIDES])
        for source in cell.sources
    )
    actual = spoken(_size(figure))
    return Finding(Severity.ERROR, message, sides, expected, actual, (figure.key,))


def _size(figure: Figure) -> Decimal:
    return figure.number_or_none or Decimal(0)


def _shown(figure: Figure) -> str:
    return f"{spoken(_size(figure))}{figure.unit}"
