"""Where in a workbook a cell of the package stands: so that a message names the sheet that a clerk sees."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.model.dataset import Source
from generator.model.errors import Problem


@dataclass(frozen=True)
class Places:
    """The sheets of the workbook ``file``.

    ``sheets`` maps a file of the package to its sheet; ``rows`` a table to the rows in the sheet of its head and of
    each line below; ``lines`` a text to the first line and the row of each of its paragraphs; ``items`` an item of
    report.yaml to its row.
    """

    file: str
    sheets: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    lines: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    items: Mapping[str, int] = field(default_factory=dict)

    def problem(self, told: Problem) -> Problem:
        """The same fault with the place that a clerk sees."""
        if told.file is None or told.file not in self.sheets:
            return told
        return replace(
            told,
            file=self.file,
            sheet=self.sheets[told.file],
            row=self._row(told.file, told.row, told.column),
        )

    def side(self, told: Any) -> Any:
        """The same side of a finding (a dataclass with file, sheet, row and column) with the place that a clerk sees."""
        if told.file not in self.sheets:
            return told
        return replace(
            told,
            file=self.file,
            sheet=self.sheets[told.file],
            row=self._row(told.file, told.row, told.column),
        )

    def problems(self, told: Iterable[Problem]) -> list[Problem]:
        """All of them."""
        return [self.problem(problem) for problem in told]

    def shown(self, source: Source) -> str:
        """A source as a clerk sees it."""
        if source.file not in self.sheets:
            return str(source)
        row = self._row(source.file, source.row or None, source.column or None)
        return (
            f"工作表“{self.sheets[source.file]}”"
            + (f" 第{row}行" if row else "")
            + (f"“{source.column}”" if source.column else "")
        )

    def _row(self, file: str, row: int | None, column: str | None) -> int | None:
        if file in self.lines:
            starts = self.lines[file]
            at = bisect_right([line for line, _ in starts], row or 1) - 1
            return starts[max(at, 0)][1] if starts else None
        if file in self.rows:
            rows = self.rows[file]
            return rows[row - 1] if row is not None and 0 < row <= len(rows) else row
        return self.items.get(column or "")
