"""What the data give for whole groups of a table: the rows of another record file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.figures import Figure, FigureBook, RowView
from generator.model.appendix_table import TableDescription
from generator.model.errors import Problem
from generator.report.tables.grouping import Branch
from generator.report.tables.layout import raw


class GivenFigures:
    """The given figures of a table's groups, found by the values of the groups' fields."""

    def __init__(self, description: TableDescription, book: FigureBook) -> None:
        self.description = description
        self.fields = [group.field for group in description.groups]
        self.all_rows = book.records[description.given].rows if description.given else ()
        self.rows: dict[tuple[str, ...], RowView] = {}
        for row in self.all_rows:
            self.rows.setdefault(self._values(row), row)

    def figure(self, field: str, branch: Branch | None) -> Figure | None:
        """The figure of a group, unknown where its row is missing. For the whole table (None) the
        row without groups, None where there is none."""
        values = [str(value) for value in branch.values] if branch else []
        blank = [""] * (len(self.fields) - len(values))
        row = self.rows.get((*values, *blank))
        if row is not None:
            return row.figure(field)
        if branch is None:
            return None
        return Figure(f"{self.description.given}[{branch.name}].{field}", field, None)

    def strays(self, branches: Sequence[Branch]) -> Iterator[Problem]:
        """Given figures that belong to no group, or to one that has some already."""
        yield from self._doubled()
        there = {branch.values for top in branches for branch in top.walk()} | {()}
        for values, row in self.rows.items():
            if tuple(value for value in values if value) not in there:
                message = f"{self._named(values)}在{self.description.records}里没有一行"
                yield _fault(row, message, "请核对写法，或删去这一行")

    def _doubled(self) -> Iterator[Problem]:
        for row in self.all_rows:
            first = self.rows[self._values(row)]
            if first is not row:
                yield _fault(row, f"与第{first.record.source.row}行是同一组", "请删去一行")

    def _values(self, row: RowView) -> tuple[str, ...]:
        """The group that a row names, "" for each field it leaves blank."""
        return tuple(raw(row, field) for field in self.fields)

    def _named(self, values: tuple[str, ...]) -> str:
        """A group by its fields and values: 地区“武川县”、类别“产业”."""
        pairs = zip(self.fields, values, strict=True)
        return "、".join(f"{field}“{value}”" for field, value in pairs if value)


def _fault(row: RowView, message: str, todo: str) -> Problem:
    source = row.record.source
    return Problem(message, todo, source.file, source.row)
