"""What a check says: one contradiction or slip, both sides of it, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.cell import Source

Severity = Literal["error", "warning", "info"]
SEVERITIES: dict[Severity, str] = {"error": "错误", "warning": "提醒", "info": "供参考"}


@dataclass(frozen=True)
class Side:
    """One side of a finding: the words, the cell they came from, and the place in the report.

    ``row`` is the line as a spreadsheet counts it; ``section`` is the headings above, ``paragraph`` counts under the
    innermost of them (in a Word file: from its beginning). What is not known is None.
    """

    quote: str
    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    section: str | None = None
    paragraph: int | None = None

    @property
    def place(self) -> str:
        """The place in words: the cell, then the section."""
        cell = self.file or ""
        if self.sheet:
            cell += f" 工作表“{self.sheet}”"
        if self.row:
            cell += f" 第{self.row}行"
        if self.column:
            cell += f"“{self.column}”"
        spot = self.section or ""
        if self.paragraph:
            spot = f"{spot} 第{self.paragraph}段".strip()
        return "，".join(part for part in (spot, cell) if part)


@dataclass(frozen=True)
class Finding:
    """One thing that a person should look at. ``rule`` is its name in the table of rules, set when the rule runs.

    ``message`` is one Chinese sentence; ``expected`` and ``actual`` are as they print, "" where there is nothing to
    compare; ``keys`` are the keys concerned; ``sides`` holds at least one side.
    """

    severity: Severity
    message: str
    sides: tuple[Side, ...]
    expected: str = ""
    actual: str = ""
    keys: tuple[str, ...] = ()
    rule: str = ""


def cell_side(source: Source, quote: str) -> Side:
    """The side that is a cell of the package."""
    return Side(quote, source.file, None, source.row or None, source.column or None)
