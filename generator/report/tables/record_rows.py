"""The planned rows of a record table to finished cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, reduce
from operator import add

from msgspec import Struct

from generator.figures import Figure, FigureBook, RecordSet
from generator.figures.formulas import count, distinct, total
from generator.figures.table_rows import rows_of
from generator.model.appendix_table import SummaryMethod, TableColumn, TableDescription
from generator.model.document import Mark, Run, TableCell, TableRow, Text
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.report.tables.filed_cells import FiledCells
from generator.report.tables.given import GivenFigures
from generator.report.tables.grouping import Branch
from generator.report.tables.joined import joined
from generator.report.tables.layout import (
    MergeState,
    RecordPlan,
    RowPlan,
    Spans,
    SummaryPlan,
)
from generator.report.tables.value_cells import AS_IT_STANDS, bound, cell, gap, value_text
from generator.standard.wording.numerals import cardinal

_SLOT = regex(r"\{([^{}]+)\}")


class RowMaker(Struct, frozen=True, dict=True):
    """Makes the rows of one table. ``spans`` tells where the records of each group stand below the
    ``head_height`` rows of the head."""

    description: TableDescription
    book: FigureBook
    given: GivenFigures
    columns: Sequence[TableColumn]
    spans: Mapping[str, Spans]
    head_height: int
    year: int

    @cached_property
    def _filed(self) -> FiledCells:
        return FiledCells(self.book, self.description.source, self.year)

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
                cells.append(TableCell(name, ((_serial(str(next(serials))),),)))
                continue
            made = self._filed.cell(name, plan.row, column)
            cells.append(_merged(made, next(merges)) if column.merge else made)
        return TableRow(identity, joined(self.columns, plan.row, cells))

    def _summary(self, plan: SummaryPlan) -> TableRow:
        """A row of a group: its label, then its subtotals where it has some."""
        identity = self._identity(plan)
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
            self._subtotal(f"{identity}/{column.name}", column, plan.branch)
            for column in self.columns[plan.span :]
        ]
        return TableRow(identity, (label, *subtotals), plan.kind)

    def _identity(self, plan: SummaryPlan) -> str:
        """The id of a summary row."""
        if plan.branch is None:
            return f"{self.description.name}/总计"
        ending = "/小计" if plan.kind == "summary" else ""
        return f"{self.description.name}/{plan.branch.name}{ending}"

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
        """What a slot of a group's label stands for: {序号}, {大写序号}, {计数} or a field."""
        match name:
            case "序号":
                return _serial(str(branch.ordinal))
            case "大写序号":
                return _serial(cardinal(branch.ordinal))
            case "计数":
                figure = count(branch.rows)
            case field:
                figure = self._group_value(field, branch)
        return Run(value_text(figure, AS_IT_STANDS, self.year), bound(figure))

    def _group_value(self, field: str, branch: Branch) -> Figure:
        """What the rows of a group share, named after the group."""
        fields = [group.field for group in self.description.groups]
        label = branch.labels[fields.index(field)]
        return label.renamed(key=f"{self.description.records}[{branch.name}].{field}")

    def _subtotal(self, identity: str, column: TableColumn, branch: Branch | None) -> TableCell:
        """A cell below the head of its column, empty where the column has no subtotal."""
        figure = self._summarized(column, branch)
        if figure is None:
            return TableCell(identity, ((),))
        if not figure.known:
            return gap(identity, figure, self.description.source)
        made = cell(identity, figure, column, self.year)
        return replace(made, strong=True, sums=self._rows_added(column, branch))

    def _summarized(self, column: TableColumn, branch: Branch | None) -> Figure | None:
        """The subtotal of a column; None where it has none, or none is given for the table."""
        records = branch.rows if branch else rows_of(self.description, self.book)
        method = self.description.summaries.get(column.name)
        if method and not column.field:
            return self._of_computed(column, records)
        match method:
            case SummaryMethod.FILED:
                return self.given.figure(column.field, branch)
            case SummaryMethod.TOTAL:
                return total(self.book.get, records.column(column.field))
            case SummaryMethod.KINDS:
                return distinct(records.column(column.field))
            case None:
                return None

    def _of_computed(self, column: TableColumn, records: RecordSet) -> Figure:
        """The sum of a column that stands in no file."""
        of_column, source = self.book.columns.of_column, self.description.source
        figures = [of_column(row, column, source) for row in records]
        formula = f"合计({records.spec.name}.{column.name}{records.selection.words})"
        return reduce(add, figures).renamed(key=formula, formula=formula)

    def _rows_added(self, column: TableColumn, branch: Branch | None) -> Spans:
        """The rows of the table that a subtotal adds up, none where it is no sum."""
        if self.description.summaries.get(column.name) is not SummaryMethod.TOTAL:
            return ()
        spans = self.spans.get(branch.name if branch else "", ())
        above = self.head_height
        return tuple((first + above, last + above) for first, last in spans)


def _serial(number: str) -> Run:
    return Run(number, Mark("name", "序号"))


def _merged(made: TableCell, state: MergeState) -> TableCell:
    """A cell of a merged column: where it goes on from the row above it prints nothing."""
    if state == "continue":
        return replace(made, vmerge=state, paragraphs=((),), number=None)
    return replace(made, vmerge=state) if state else made
