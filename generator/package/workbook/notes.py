"""What is said about a sheet while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.errors import Problem


@dataclass
class SheetNotes:
    """Notes on a sheet of the workbook ``file``: ``problems`` that somebody must mend, ``remarks``
    on what was passed over."""

    file: str
    sheet: str
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)

    def problem(
        self, message: str, todo: str, row: int | None = None, column: str | None = None
    ) -> None:
        """Something that is not clear."""
        self.problems.append(Problem(message, todo, self.file, row, column, self.sheet))

    def remark(self, message: str, row: int | None = None) -> None:
        """Something that was left out, and why."""
        self.remarks.append(Problem(message, "", self.file, row, None, self.sheet))
