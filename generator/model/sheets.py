"""Where the cells of a package stand in a workbook, so that a message names the sheet that a clerk
sees."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from generator.model.cell import Source
from generator.model.errors import Problem
from generator.model.replacing import replace


class SheetLocation(Struct, frozen=True):
    """A cell or row of a workbook: ``file`` is its name; ``row`` is None where all of the sheet is
    meant."""

    file: str
    sheet: str
    row: int | None


class SheetLocations(Struct, frozen=True):
    """The sheets of the workbook ``file``.

    ``sheets`` maps a file of the package to its sheet; ``rows`` a table to the rows in the sheet of
    its head and of each line below; ``lines`` a text to the first line and the row of each of its
    paragraphs; ``items`` an item of report.yaml to its row.
    """

    file: str
    sheets: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    lines: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    items: Mapping[str, int] = field(default_factory=dict)

    def of(self, file: str | None, row: int | None, column: str | None) -> SheetLocation | None:
        """Where a cell of a package's file stands; None for a file that is in no sheet."""
        if file is None or file not in self.sheets:
            return None
        return SheetLocation(self.file, self.sheets[file], self._row(file, row, column))

    def problem(self, problem: Problem) -> Problem:
        """The same fault with the location that a clerk sees."""
        location = self.of(problem.file, problem.row, problem.column)
        if location is None:
            return problem
        others = tuple(
            replace(other, row=self._row(problem.file or "", other.row, other.column))
            for other in problem.others
        )
        return replace(
            problem, file=location.file, sheet=location.sheet, row=location.row, others=others
        )

    def problems(self, problems: Iterable[Problem]) -> list[Problem]:
        """All of them."""
        return [self.problem(problem) for problem in problems]

    def shown(self, source: Source) -> str:
        """A source as a clerk sees it."""
        location = self.of(source.file, source.row or None, source.column or None)
        if location is None:
            return str(source)
        row = f" 第{location.row}行" if location.row else ""
        column = f"“{source.column}”" if source.column else ""
        return f"工作表“{location.sheet}”{row}{column}"

    def _row(self, file: str, row: int | None, column: str | None) -> int | None:
        if file in self.lines:
            starts = self.lines[file]
            index = bisect_right([line for line, _ in starts], row or 1) - 1
            return starts[max(index, 0)][1] if starts else None
        if file in self.rows:
            rows = self.rows[file]
            return rows[row - 1] if row is not None and 0 < row <= len(rows) else row
        return self.items.get(column or "")
