"""The rows of a record table in order, planned before their cells are made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Literal

from msgspec import Struct

from generator.figures import RecordSet, RowView
from generator.model.appendix_table import TableColumn, TableDescription
from generator.report.tables.grouping import Branch
from generator.report.tables.joined import extent

MergeState = Literal["restart", "continue"] | None
Spans = tuple[tuple[int, int], ...]
"""First and last index of stretches of rows."""


class RecordPlan(Struct, frozen=True):
    """A row that prints a record: the numbers of its serial columns, how its merged cells join."""

    row: RowView
    serials: tuple[int, ...]
    merges: tuple[MergeState, ...]


class SummaryPlan(Struct, frozen=True):
    """A row that prints a group's name, its subtotals (``sums``) or both, the name over the first
    ``span`` columns; ``branch`` is None for the row of the whole table."""

    branch: Branch | None
    label: str
    span: int
    sums: bool
    kind: Literal["group", "summary"]


RowPlan = RecordPlan | SummaryPlan


class RowPlans(Struct, frozen=True):
    """The rows of a table below its head, and where the records of each group stand among them, by
    the name of the group ("" for the whole table)."""

    plans: tuple[RowPlan, ...]
    spans: Mapping[str, Spans]


def layout(
    description: TableDescription,
    columns: Sequence[TableColumn],
    records: RecordSet,
    branches: Sequence[Branch],
) -> RowPlans:
    """The rows of a table whose ``records`` stand in these groups (none: one after the other)."""
    planner = _Planner(description, columns)
    for branch in branches:
        planner.add_branch(branch)
    if not branches:
        planner.add_records(records)
    if description.total:
        planner.add_total(branches, len(records))
    return RowPlans(tuple(planner.plans), planner.spans)


class _Planner:
    """Adds rows one below the other. Serial numbers go on from group to group; merges do not."""

    def __init__(self, description: TableDescription, columns: Sequence[TableColumn]) -> None:
        self.description, self.columns = description, columns
        self.serial_columns = [column for column in columns if column.serial]
        self.plans: list[RowPlan] = []
        self.spans: dict[str, Spans] = {}
        self.last_record: RecordPlan | None = None

    def add_branch(self, branch: Branch) -> None:
        """A group: its heading, what is in it, its foot."""
        group = self.description.groups[len(branch.labels) - 1]
        if group.heading:
            self.plans.append(
                SummaryPlan(branch, group.heading, group.span, not group.foot, "group")
            )
        if branch.children:
            for child in branch.children:
                self.add_branch(child)
            self.spans[branch.name] = self._spans_of(branch.children)
        else:
            first = len(self.plans)
            self.add_records(branch.rows)
            self.spans[branch.name] = ((first, len(self.plans) - 1),)
        if group.foot:
            self.plans.append(SummaryPlan(branch, group.foot, group.span, True, "summary"))

    def add_records(self, records: RecordSet) -> None:
        """A row for each record."""
        above: RowView | None = None
        for row, below in zip_longest(records.rows, records.rows[1:]):
            merges = _merges(self.columns, above, row, below)
            self.last_record = RecordPlan(row, self._serials(row), merges)
            self.plans.append(self.last_record)
            above = row

    def add_total(self, branches: Sequence[Branch], count: int) -> None:
        """The last row, for the whole table of ``count`` records."""
        self.spans[""] = self._spans_of(branches) if branches else ((0, count - 1),)
        summaries = self.description.summaries
        summed = (n for n, column in enumerate(self.columns) if column.name in summaries)
        span = max(next(summed, 1), 1)
        self.plans.append(SummaryPlan(None, self.description.total, span, True, "summary"))

    def _spans_of(self, branches: Iterable[Branch]) -> Spans:
        return tuple(span for branch in branches for span in self.spans[branch.name])

    def _serials(self, row: RowView) -> tuple[int, ...]:
        """The number of a record in each serial column: one more than in the record above, 1 where
        counting begins anew."""
        last = self.last_record
        if last is None:
            return (1,) * len(self.serial_columns)
        return tuple(
            1 if _restarts(column, last.row, row) else number + 1
            for column, number in zip(self.serial_columns, last.serials, strict=True)
        )


def raw(row: RowView, field: str) -> str:
    """What stands in a cell, as filed."""
    return row.record.cells[field].raw


def _restarts(column: TableColumn, above: RowView, row: RowView) -> bool:
    return bool(column.restart) and raw(above, column.restart) != raw(row, column.restart)


def _merges(
    columns: Sequence[TableColumn], above: RowView | None, row: RowView, below: RowView | None
) -> tuple[MergeState, ...]:
    """How the cells of merged columns join: a column is joined only within what the columns before
    it join, and with a cell that goes over as many columns."""
    states: list[MergeState] = []
    joins_above = joins_below = True
    for at, column in enumerate(columns):
        if not column.merge:
            continue
        joins_above = joins_above and _alike(above, row, columns, at)
        joins_below = joins_below and _alike(below, row, columns, at)
        states.append("continue" if joins_above else "restart" if joins_below else None)
    return tuple(states)


def _alike(
    neighbour: RowView | None, row: RowView, columns: Sequence[TableColumn], at: int
) -> bool:
    """Whether the cell of a column next to it holds the same over as many columns; blank cells are
    never alike."""
    field = columns[at].field
    value = raw(row, field)
    if not value or neighbour is None or raw(neighbour, field) != value:
        return False
    return extent(columns, at, neighbour) == extent(columns, at, row)
