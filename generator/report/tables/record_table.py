"""Records to a table, as its description says: groups, subtotals, merged cells, serial numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from generator.figures import Figure, FigureBook, RecordSet, RowView
from generator.figures.records import count, kinds, total
from generator.model.appendix_table import SummaryMethod, TableColumn, TableDescription
from generator.model.document import Column, Mark, Run, Table, TableCell, TableRow, Text
from generator.model.errors import DataError, Problem
from generator.report.tables.grouping import Branch, grouped
from generator.report.tables.heads import Head, head_rows
from generator.report.tables.lazy_rows import rows
from generator.report.tables.value_cells import cell, gap, value_text
from generator.standard.wording.numerals import cardinal

Merge = Literal["restart", "continue"] | None
_SLOT = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True)
class _Record:
    """A row that prints a record: the numbers of its serial columns, and which of its merged cells go on."""

    row: RowView
    serials: tuple[int, ...]
    merges: tuple[Merge, ...]


@dataclass(frozen=True)
class _Summary:
    """A row that prints a group's name, its subtotals or both; ``branch`` is None for the row of the whole table."""

    branch: Branch | None
    label: str
    span: int
    sums: bool
    kind: Any


_Plan = _Record | _Summary
Spans = tuple[tuple[int, int], ...]


@dataclass
class _Layout:
    """The rows of a table in order, and where the records of each group stand (places after the head)."""

    plans: list[_Plan] = field(default_factory=list)
    spans: dict[str, Spans] = field(default_factory=dict)


def record_table(
    description: TableDescription,
    book: FigureBook,
    columns: Sequence[TableColumn],
    heads: Sequence[Head],
    year: int,
) -> Table:
    """The table of a record file. ``columns`` are those of the description that print, ``heads`` their finished heads.

    Raises DataError for rows that belong to no group, and for figures given for a group that has no rows.
    """
    return _Maker(description, book, columns, heads, year).table()


class _Maker:
    def __init__(
        self,
        description: TableDescription,
        book: FigureBook,
        columns: Sequence[TableColumn],
        heads: Sequence[Head],
        year: int,
    ) -> None:
        self.description, self.book, self.columns, self.year = description, book, columns, year
        self.records = book.records[description.records]
        self.head = head_rows(description.name, heads)
        self.given = _Given(description, book)

    def table(self) -> Table:
        branches = grouped(self.records, [group.field for group in self.description.groups])
        if problems := [*self._strays(), *self.given.strays(branches)]:
            raise DataError(problems)
        if not len(self.records):
            return self._table((*self.head, self._empty()))
        layout = _Layout()
        if branches:
            for branch in branches:
                self._branch(branch, layout)
        else:
            self._body(self.records, (), layout)
        if self.description.total:
            layout.spans[""] = (
                _joined(layout.spans[branch.name] for branch in branches)
                if branches
                else ((0, len(self.records) - 1),)
            )
            span = next(
                (
                    n
                    for n, column in enumerate(self.columns)
                    if column.name in self.description.summaries
                ),
                1,
            )
            layout.plans.append(
                _Summary(None, self.description.total, max(span, 1), True, "summary")
            )
        above = len(self.head)
        return self._table(
            rows(
                above + len(layout.plans),
                lambda place: (
                    self.head[place]
                    if place < above
                    else self._row(layout.plans[place - above], layout.spans)
                ),
            )
        )

    def _table(self, made: Sequence[TableRow]) -> Table:
        return Table(
            self.description.name,
            tuple(Column(column.align, column.width) for column in self.columns),
            made,
        )

    def _empty(self) -> TableRow:
        """What stands in a table whose record file has no row yet."""
        identity, name = f"{self.description.name}/待补", self.description.records
        text = (Run(f"【待补：{name}】", Mark("gap", name, (self.description.source,))),)
        return TableRow(
            identity,
            (
                TableCell(
                    f"{identity}/{self.columns[0].name}",
                    (text,),
                    "center",
                    colspan=len(self.columns),
                ),
            ),
        )

    def _strays(self) -> Iterator[Problem]:
        """Records that no group takes."""
        for group in self.description.groups:
            for row in self.records:
                label: Figure = getattr(row, group.field)
                if not label.known:
                    place = label.sources[0]
                    yield Problem(
                        f"{self.description.name}按“{group.field}”分组，这一格不能空",
                        "请填写，或删去整行",
                        place.file,
                        place.row,
                        place.column,
                    )

    def _branch(self, branch: Branch, layout: _Layout) -> None:
        group = self.description.groups[len(branch.labels) - 1]
        if group.heading:
            layout.plans.append(
                _Summary(branch, group.heading, group.span, not group.foot, "group")
            )
        if branch.children:
            for child in branch.children:
                self._branch(child, layout)
            layout.spans[branch.name] = _joined(
                layout.spans[child.name] for child in branch.children
            )
        else:
            first = len(layout.plans)
            self._body(branch.rows, branch.labels, layout)
            layout.spans[branch.name] = ((first, len(layout.plans) - 1),)
        if group.foot:
            layout.plans.append(_Summary(branch, group.foot, group.span, True, "summary"))

    def _body(self, records: RecordSet, labels: tuple[Figure, ...], layout: _Layout) -> None:
        """The rows of a group. A merge begins anew in each group; a serial number where its own group begins."""
        serials = [column for column in self.columns if column.serial]
        merging = [column for column in self.columns if column.merge]
        earlier = [plan for plan in layout.plans if isinstance(plan, _Record)][-1:]
        before: RowView | None = None
        listed = list(records)
        for place, row in enumerate(listed):
            following = listed[place + 1] if place + 1 < len(listed) else None
            numbers = tuple(
                self._serial(column, row, earlier[0] if earlier else None, n)
                for n, column in enumerate(serials)
            )
            plan = _Record(row, numbers, _merges(merging, before, row, following))
            layout.plans.append(plan)
            before, earlier = row, [plan]

    def _serial(self, column: TableColumn, row: RowView, earlier: _Record | None, n: int) -> int:
        if earlier is None or (
            column.restart and _raw(earlier.row, column.restart) != _raw(row, column.restart)
        ):
            return 1
        return earlier.serials[n] + 1

    def _row(self, plan: _Plan, spans: dict[str, Spans]) -> TableRow:
        return self._record(plan) if isinstance(plan, _Record) else self._summary(plan, spans)

    def _record(self, plan: _Record) -> TableRow:
        identity = f"{self.description.name}/{plan.row.key}"
        serials, merges = iter(plan.serials), iter(plan.merges)
        cells = []
        for column in self.columns:
            name = f"{identity}/{column.name}"
            if column.serial:
                cells.append(TableCell(name, ((Run(str(next(serials)), Mark("name", "序号")),),)))
                continue
            made = cell(name, getattr(plan.row, column.field), column, self.year)
            if column.merge and (merge := next(merges)):
                made = replace(
                    made,
                    vmerge=merge,
                    paragraphs=made.paragraphs if merge == "restart" else ((),),
                    number=made.number if merge == "restart" else None,
                )
            cells.append(made)
        return TableRow(identity, tuple(cells))

    def _summary(self, plan: _Summary, spans: dict[str, Spans]) -> TableRow:
        name = plan.branch.name if plan.branch else ""
        identity = f"{self.description.name}/{name or '总计'}" + (
            "/小计" if plan.branch and plan.kind == "summary" else ""
        )
        first = self.columns[0]
        label = TableCell(
            f"{identity}/{first.name}",
            (self._label(plan),),
            "left" if plan.kind == "group" else "center",
            colspan=plan.span,
            strong=True,
        )
        if plan.kind == "group" and not (plan.sums and self.description.summaries):
            return TableRow(identity, (replace(label, colspan=len(self.columns)),), plan.kind)
        cells = [
            self._sum(f"{identity}/{column.name}", column, plan.branch, spans.get(name, ()))
            for column in self.columns[plan.span :]
        ]
        return TableRow(identity, (label, *cells), plan.kind)

    def _label(self, plan: _Summary) -> Text:
        if plan.branch is None:
            return (Run(plan.label),)
        return tuple(
            run
            for n, part in enumerate(_SLOT.split(plan.label))
            if part
            for run in [self._slot(part, plan.branch) if n % 2 else Run(part)]
        )

    def _slot(self, name: str, branch: Branch) -> Run:
        if name == "序号":
            return Run(str(branch.ordinal), Mark("name", "序号"))
        if name == "大写序号":
            return Run(cardinal(branch.ordinal), Mark("name", "序号"))
        fields = [group.field for group in self.description.groups]
        figure = count(branch.rows) if name == "计数" else branch.labels[fields.index(name)]
        if figure.key.startswith("计数"):
            return Run(value_text(figure, TableColumn(""), self.year), _mark(figure))
        shown = replace(figure, key=f"{self.description.records}[{branch.name}].{name}")
        return Run(value_text(figure, TableColumn(""), self.year), _mark(shown))

    def _sum(
        self, identity: str, column: TableColumn, branch: Branch | None, spans: Spans
    ) -> TableCell:
        """A subtotal: computed from the rows, or given."""
        method = self.description.summaries.get(column.field) if column.field else None
        if method is None:
            return TableCell(identity, ((),))
        made_of = branch.rows if branch else self.records
        if method is SummaryMethod.FILED:
            figure = self.given.figure(column.field, branch)
            if figure is None:
                return TableCell(identity, ((),))
        elif method is SummaryMethod.TOTAL:
            figure = total(self.book.get, getattr(made_of, column.field))
        else:
            figure = kinds(getattr(made_of, column.field))
        if not figure.known:
            return gap(identity, figure, self.description.source)
        made = replace(cell(identity, figure, column, self.year), strong=True)
        above = len(self.head)
        return (
            replace(made, sums=tuple((a + above, b + above) for a, b in spans))
            if method is SummaryMethod.TOTAL
            else made
        )


class _Given:
    """What the data give for whole groups: the rows of another record file, found by the fields of the groups."""

    def __init__(self, description: TableDescription, book: FigureBook) -> None:
        self.description = description
        self.fields = [group.field for group in description.groups]
        records = book.records[description.given] if description.given else ()
        self.rows: dict[tuple[str, ...], RowView] = {}
        self.doubled: list[tuple[RowView, RowView]] = []
        for row in records:
            there = self.rows.setdefault(tuple(_raw(row, name) for name in self.fields), row)
            if there is not row:
                self.doubled.append((there, row))

    def figure(self, name: str, branch: Branch | None) -> Figure | None:
        """The figure of a group, unknown where its row is missing; None for the whole table where none is given."""
        values = tuple(str(value) for value in branch.values) if branch else ()
        row = self.rows.get((*values, *[""] * (len(self.fields) - len(values))))
        if row is not None:
            found: Figure = getattr(row, name)
            return found
        return (
            Figure(f"{self.description.given}[{branch.name}].{name}", name, None)
            if branch
            else None
        )

    def strays(self, branches: Sequence[Branch]) -> Iterator[Problem]:
        """Given figures that belong to no group, or to one that has some already."""
        for there, row in self.doubled:
            source = row.record.source
            yield Problem(
                f"与第{there.record.source.row}行是同一组", "请删去一行", source.file, source.row
            )
        known = {branch.values for top in branches for branch in top.walk()} | {()}
        for values, row in self.rows.items():
            filled = tuple(value for value in values if value)
            if filled not in known:
                told = "、".join(
                    f"{name}“{value}”"
                    for name, value in zip(self.fields, values, strict=True)
                    if value
                )
                source = row.record.source
                yield Problem(
                    f"{told}在{self.description.records}里没有一行",
                    "请核对写法，或删去这一行",
                    source.file,
                    source.row,
                )


def _merges(
    columns: Sequence[TableColumn], before: RowView | None, row: RowView, following: RowView | None
) -> tuple[Merge, ...]:
    """How the cells of merged columns join: a column is joined only within what the columns before it join."""
    result: list[Merge] = []
    goes_on = comes = True
    for column in columns:
        value = _raw(row, column.field)
        goes_on = (
            goes_on and bool(value) and before is not None and _raw(before, column.field) == value
        )
        comes = (
            comes
            and bool(value)
            and following is not None
            and _raw(following, column.field) == value
        )
        result.append("continue" if goes_on else "restart" if comes else None)
    return tuple(result)


def _raw(row: RowView, name: str) -> str:
    return row.record.cells[name].raw


def _joined(spans: Any) -> Spans:
    return tuple(span for group in spans for span in group)


def _mark(figure: Figure) -> Mark:
    return Mark("bound", figure.key, figure.sources, figure.formula)
