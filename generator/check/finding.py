"""What a check says: one contradiction or slip, both sides of it, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec import Struct

from generator.model.cell import Source
from generator.model.severity import Severity


@dataclass(frozen=True)
class Side:
    """One side of a finding: the words, the cell they came from, and where they stand.

    ``row`` is the line as a spreadsheet counts it; ``section`` is the headings above,
    ``paragraph`` counts under the innermost of them (in a Word file: from its beginning).
    ``at`` is from which character of the passage to which the words stand that it is about, which
    the quote may give with some around; two sides that differ in it alone say the same.
    What is not known is None.
    """

    quote: str
    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    section: str | None = None
    paragraph: int | None = None
    at: tuple[int, int] | None = field(default=None, compare=False)

    @property
    def location(self) -> str:
        """Where it stands in words: the section, then the cell; "" where nothing is known."""
        paragraph = f"第{self.paragraph}段" if self.paragraph else ""
        in_report = " ".join(part for part in (self.section, paragraph) if part)
        return "，".join(part for part in (in_report, self._cell()) if part)

    def _cell(self) -> str:
        sheet = f" 工作表“{self.sheet}”" if self.sheet else ""
        row = f" 第{self.row}行" if self.row else ""
        column = f"“{self.column}”" if self.column else ""
        return f"{self.file or ''}{sheet}{row}{column}"


class Finding(Struct, frozen=True):
    """One thing that a person should look at.

    ``message`` is one Chinese sentence; ``sides`` holds at least one side; ``expected`` and
    ``actual`` are as they print, "" where there is nothing to compare; ``keys`` are the keys
    concerned. ``rule`` is the name in the table of rules, set when the rule runs.
    """

    severity: Severity
    message: str
    sides: tuple[Side, ...]
    expected: str = ""
    actual: str = ""
    keys: tuple[str, ...] = ()
    rule: str = ""


def cell_side(
    source: Source | None,
    quote: str,
    section: str | None = None,
    paragraph: int | None = None,
    at: tuple[int, int] | None = None,
) -> Side:
    """The side that is a cell of the package (None: of none), or that prints it there."""
    if source is None:
        return Side(quote, section=section, paragraph=paragraph, at=at)
    row, column = source.row or None, source.column or None
    return Side(quote, source.file, None, row, column, section, paragraph, at)
