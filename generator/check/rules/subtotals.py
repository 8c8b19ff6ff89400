"""Subtotals that a place filed itself, against the rows of the appendix table that they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.finding import Finding, Severity, Side, cell_side
from generator.check.reader import spoken
from generator.check.rules.sums import likely_cause
from generator.check.subject import Subject
from generator.figures import Draft, Figure, RecordSet, RowView
from generator.figures.records import count, kinds, total
from generator.model.appendix_table import SummaryMethod, TableDescription

_COUNT = "计数"
_MAX_SIDES = 6
_FEW = 60
"""Two of so many rows are tried for the cause of a difference; of more, one."""


def filed(subject: Subject) -> Iterator[Finding]:
    """A filed subtotal equals what the rows of its group give: their sum, their number, the number of different values.

    A number that the table takes as given because it cannot be added up (the same village gains from two projects) is
    not above the sum of the rows and not below the largest. Silent where a row's cell is blank, and where the group has
    no row (the table itself tells that). Source: arithmetic.
    """
    if not (draft := subject.draft):
        return
    for description in draft.kind.tables.values():
        for row in draft.book.records[description.given] if description.given else ():
            rows = _group(draft, description, row)
            for name in (_COUNT, *description.summaries) if len(rows) else ():
                if (
                    name in row.record.cells
                    and (figure := getattr(row, name)).number_or_none is not None
                ):
                    labels = [
                        f"{getattr(row, group.field).value}"
                        for group in description.groups
                        if getattr(row, group.field).known
                    ]
                    called = figure.renamed(name=f"{'、'.join(labels) or '全表'}的{name}")
                    yield from _judge(draft, description, called, rows, name)


def _group(draft: Draft, description: TableDescription, row: RowView) -> RecordSet:
    """The rows of the group that a row of given figures names: blank fields take all."""
    labels = {group.field: getattr(row, group.field) for group in description.groups}
    wanted = {name: label for name, label in labels.items() if label.known}
    return draft.book.records[description.records].filtered(**wanted)


def _judge(
    draft: Draft, description: TableDescription, figure: Figure, rows: RecordSet, name: str
) -> Iterator[Finding]:
    """One filed number; ``rows`` are those of its group."""
    if name == _COUNT:
        yield from _equal(figure, count(rows), "各行的个数", ())
        return
    title = next(column.field for column in description.columns if column.field)
    cells = [
        getattr(row, name).renamed(name=f"{getattr(row, title).value}的{name}") for row in rows
    ]
    method = description.summaries[name]
    if any(cell.number_or_none is None for cell in cells):
        return
    if method is SummaryMethod.TOTAL:
        yield from _equal(figure, total(draft.book.get, getattr(rows, name)), "各行合计", cells)
    elif method is SummaryMethod.KINDS:
        yield from _equal(figure, kinds(getattr(rows, name)), "不同的值的个数", cells)
    else:
        yield from _possible(figure, cells)


def _equal(
    figure: Figure, computed: Figure, what: str, cells: Sequence[Figure]
) -> Iterator[Finding]:
    there, here = _size(figure), _size(computed)
    if there != here:
        gap = abs(there - here)
        hint = likely_cause(
            gap, [(cell.name, _size(cell)) for cell in cells], 2 if len(cells) <= _FEW else 1
        )
        told = f"{figure.name}填的是{_told(figure)}，{what}是{spoken(here)}{figure.unit}，相差{spoken(gap)}{figure.unit}{hint}。"
        yield Finding(
            Severity.ERROR, told, _sides(figure, cells), spoken(here), spoken(there), (figure.key,)
        )


def _possible(figure: Figure, cells: Sequence[Figure]) -> Iterator[Finding]:
    sizes = [_size(cell) for cell in cells]
    least, most, there = max(sizes), sum(sizes, Decimal(0)), _size(figure)
    if not least <= there <= most:
        bound = (
            f"不小于最大的一行（{spoken(least)}{figure.unit}）"
            if there < least
            else f"不大于各行之和（{spoken(most)}{figure.unit}）"
        )
        yield Finding(
            Severity.ERROR,
            f"{figure.name}填的是{_told(figure)}，应{bound}。",
            _sides(figure, cells),
            bound,
            spoken(there),
            (figure.key,),
        )


def _size(figure: Figure) -> Decimal:
    return figure.number_or_none or Decimal(0)


def _told(figure: Figure) -> str:
    return f"{spoken(_size(figure))}{figure.unit}"


def _sides(figure: Figure, cells: Sequence[Figure]) -> tuple[Side, ...]:
    return tuple(
        cell_side(source, f"{cell.name} {_told(cell)}")
        for cell in (figure, *cells[:_MAX_SIDES])
        for source in cell.sources
    )
