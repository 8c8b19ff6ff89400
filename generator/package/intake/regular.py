"""A CSV file as nigao writes it: commas, the head in the first row, one row a fact."""

from __future__ import annotations

from generator.model import files
from generator.model.kind import Kind
from generator.package.intake.csvtext import csv_grid
from generator.package.intake.form import read_form
from generator.package.intake.grid import Grid
from generator.package.intake.heads import has_head
from generator.package.intake.notes import TableNotes
from generator.package.intake.table import TableText, read_table
from generator.package.tablespecs import INDICATORS, TableSpec, table_specs
from generator.package.textfiles import csv_text, rows_of


def regular_text(file: str, text: str, kind: Kind, year: int) -> str:
    """The text of a file of a package; that of a table which a clerk shaped otherwise as the table
    that it is read as."""
    spec = next((spec for spec in (INDICATORS, *table_specs(kind)) if spec.file == file), None)
    if spec is None or _is_regular(text, spec):
        return text
    grid = csv_grid(text, file, [], spec.headings)
    table = _table(grid, spec, kind, year) if grid.rows else None
    if table is None:
        return text
    return csv_text([table.head, *(cells for _, cells in table.rows)])


def _is_regular(text: str, spec: TableSpec) -> bool:
    """Whether the first row is a head as it should be, or the file is blank."""
    rows = rows_of(text.split("\n", 1)[0])
    head = [cell.strip() for cell in rows[0]] if rows else []
    return not text.strip() or set(head) <= set(spec.headings) or not set(spec.required) - set(head)


def _table(grid: Grid, spec: TableSpec, kind: Kind, year: int) -> TableText | None:
    notes = TableNotes(file=spec.file)
    if spec.file == files.INDICATORS and not has_head(grid, spec):
        return read_form(grid, kind.catalogue, year, (), notes)
    return read_table(grid, spec, year, notes)
