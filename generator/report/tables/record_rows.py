"""The planned rows of a record table to finished cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.figures import Figure, FigureBook, RecordSet
from generator.figures.formulas import count, distinct, total
from generator.model.appendix_table import SummaryMethod, TableColumn, TableDescription
from generator.model.document import Mark, Run, TableCell, TableRow, Text
from generator.report.tables.given import GivenFigures
from generator.report.tables.grouping import Branch
from generator.report.tables.layout import (
    MergeState,
    RecordPlan,
    RowPlan,
    Spans,
    SummaryPlan,
)
from generator.report.tables.value_cells import bound, cell, gap, value_text
from generator.standard.wording.numerals import cardinal

_SLOT = re.compile(r"\{([^{}]+)\}")
_AS_IT_STANDS = TableColumn("")


@dataclass(frozen=True)
class RowMaker:
    """Makes the rows of one table. ``spans`` tells where the records of each group stand below the
    ``head_height`` rows of the head."""

    description: TableDescription
    book: FigureBook
    given: GivenFigures
    columns: Sequence[TableColumn]
    spans: Mapping[str, Spans]
    head_height: int
    year: int

    def row(self, plan: RowPlan) -> TableRow:
        """The finished row."""
        return self._record(plan) if isinstance(plan, RecordPlan) else self._summary(plan)

    def _record(self, plan: RecordPlan) -> TableRow:
        identity = f"{self.description.name}/{plan.row.key}"
        serials, merges = iter(plan.serials), iter(plan.merges)
        cells = []
        for column in self.columns:
            name = f"{identity}/{column.name}"
            if column.serial:
                cells.append(TableCell(name, ((_serial(next(serials)),),)))
                continue
            made = cell(name, plan.row.figure(column.field), column, self.year)
            cells.append(_merged(made, next(merges)) if column.merge else made)
        return TableRow(identity, tuple(cells))

    def _summary(self, plan: SummaryPlan) -> TableRow:
        """A row of a group: its label, then its subtotals where it has some."""
        branch = plan.branch
        identity = f"{self.description.name}/{branch.name if branch else '总计'}"
        if branch and plan.kind == "summary":
            identity += "/小计"
        label = TableCell(
            f"{identity}/{self.columns[0].name}",
            (self._label(plan),),
            "left" if plan.kind == "group" else "center",
            colspan=plan.span,
            strong=True,
        )
        if plan.kind == "group" and not (plan.sums and self.description.summaries):
            return TableRow(identity, (replace(label, colspan=len(self.columns)),), plan.kind)
        subtotals = [
            self._subtotal(f"{identity}/{column.name}", column, branch)
            for column in self.columns[plan.span :]
        ]
        return TableRow(identity, (label, *subtotals), plan.kind)

    def _label(self, plan: SummaryPlan) -> Text:
        """The label of a row with what its slots ({字段}, {计数}, {序号}) stand for."""
        if plan.branch is None:
            return (Run(plan.label),)
        runs = []
        for n, part in enumerate(_SLOT.split(plan.label)):
            if n % 2:
                runs.append(self._slot(part, plan.branch))
            elif part:
                runs.append(Run(part))
        return tuple(runs)

    def _slot(self, name: str, branch: Branch) -> Run:
        if name == "序号":
            return _serial(branch.ordinal)
        if name == "大写序号":
            return Run(cardinal(branch.ordinal), Mark("name", "序号"))
        if name == "计数":
            figure = count(branch.rows)
        else:
            fields = [group.field for group in self.description.groups]
            label = branch.labels[fields.index(name)]
            figure = label.renamed(key=f"{self.description.records}[{branch.name}].{name}")
        return Run(value_text(figure, _AS_IT_STANDS, self.year), bound(figure))

    def _subtotal(self, identity: str, column: TableColumn, branch: Branch | None) -> TableCell:
        """A cell below the head of its column, empty where the column has no subtotal."""
        method = self.description.summaries.get(column.field) if column.field else None
        figure = self._summarized(column.field, method, branch) if method else None
        if figure is None:
            return TableCell(identity, ((),))
        if not figure.known:
            return gap(identity, figure, self.description.source)
        made = replace(cell(identity, figure, column, self.year), strong=True)
        if method is not SummaryMethod.TOTAL:
            return made
        spans = self.spans.get(branch.name if branch else "", ())
        above = self.head_height
        return replace(made, sums=tuple((first + above, last + above) for first, last in spans))

    def _summarized(
        self, field: str, method: SummaryMethod, branch: Branch | None
    ) -> Figure | None:
        """The subtotal of a field; None where none is given for the whole table."""
        if method is SummaryMethod.FILED:
            return self.given.figure(field, branch)
        records: RecordSet = branch.rows if branch else self.book.records[self.description.records]
        if method is SummaryMethod.TOTAL:
            return total(self.book.get, records.column(field))
        return distinct(records.column(field))


def _serial(number: int) -> Run:
    return Run(str(number), Mark("name", "序号"))


def _merged(made: TableCell, state: MergeState) -> TableCell:
    """A cell of a merged column: where it goes on from the row above it prints nothing."""
    if state == "continue":
        return replace(made, vmerge=state, paragraphs=((),), number=None)
    return replace(made, vmerge=state) if state else made
