"""The heads of the sheets of a handout: where they stand when it comes back, and what they call
columns."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.kind import FieldSpec, FieldType, RecordSpec, taken_from
from generator.package.handout.owed import heading_of
from generator.package.intake import Grid
from generator.package.intake.table import NOTE

HEAD_WITHIN = 12
"""The head stands in one of the first rows, also where somebody put a line above."""


def find_head(grid: Grid, wanted: Sequence[str]) -> tuple[int, dict[str, int]] | None:
    """The row of the head and the columns of its headings, as they stand there and without units
    and stars; None where it is not there."""
    for row in grid.rows_from(1)[:HEAD_WITHIN]:
        columns = plain_heads(grid, row) | _heads(grid, row)
        if set(wanted) <= columns.keys():
            return row, columns
    return None


def _heads(grid: Grid, row: int) -> dict[str, int]:
    """The columns of a row by what stands in them, blanks and line ends left out."""
    return {"".join(cell.text.split()): column for column, cell in grid.row(row).items()}


def plain_heads(grid: Grid, row: int) -> dict[str, int]:
    """The same, without units and stars."""
    return {plain_heading(name): at for name, at in _heads(grid, row).items()}


def plain_heading(written: str) -> str:
    """A heading without its unit and its star."""
    return written.rstrip("*").partition("（")[0]


def in_brackets(written: str) -> str:
    """What stands in the brackets of a heading, in full width or half; "" for nothing."""
    return written.replace("(", "（").partition("（")[2].rstrip("*)）")


def either_heading(heading: str) -> set[str]:
    """A heading, and the one that it had in earlier versions: 数量键."""
    return {heading, heading.replace(taken_from(""), "键")}


def fields_to_fill(spec: RecordSpec) -> list[FieldSpec]:
    """The columns of a record file that a department fills in: all but the key."""
    return [field for field in spec.fields if field.type is not FieldType.KEY]


def columns_of_fields(grid: Grid, row: int, spec: RecordSpec) -> dict[str, int]:
    """The columns of the fields of a record file by name, in a head of that row."""
    plain = plain_heads(grid, row)
    return {
        field.name: plain[heading]
        for field in fields_to_fill(spec)
        for heading in either_heading(heading_of(field)) & plain.keys()
    }


def is_note(grid: Grid, row: int) -> bool:
    """Whether a row is no answer but says who filled it in, or a remark below the table."""
    cells = grid.row(row).values()
    texts = [cell.text.strip() for cell in cells if not cell.blank]
    return bool(texts) and all(NOTE.match(text) for text in texts)
