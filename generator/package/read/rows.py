"""Rows of a package's tables: cells to values, and keys that stand twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.model.cell import Cell, Source
from generator.model.errors import Problem, excerpt
from generator.model.inputs import stands
from generator.model.kind import FieldSpec
from generator.package.read.tablefile import RowText, read_rows
from generator.package.read.values import CellError, parse_cell
from generator.package.tablespecs import TableSpec

_QUOTED = 24


def table_rows(
    folder: Path, table: TableSpec, problems: list[Problem], unique: str = ""
) -> list[RowText]:
    """The rows of a table of the package, none where it has no such file; ``unique`` is the heading
    whose values may stand only once ("" for none). Faults go to ``problems``."""
    path = folder / table.file
    if not stands(path, table.file):
        return []
    rows = read_rows(path, table.file, table.required, table.optional, problems)
    if unique:
        problems.extend(twice(rows, unique, table.file))
    return rows


def twice(rows: Sequence[RowText], heading: str, shown: str) -> Iterator[Problem]:
    """A problem for each value under a heading that stands in a row above."""
    first: dict[str, int] = {}
    for row in rows:
        key = row.plain(heading)
        if key in first:
            message = f"“{excerpt(key, _QUOTED)}”在第{first[key]}行已有"
            yield Problem(message, "同一个键只能有一行，请合并或改名", shown, row.row, heading)
        first.setdefault(key, row.row)


def read_cell(
    row: RowText, field: FieldSpec, shown: str, year: int, problems: list[Problem]
) -> Cell:
    """The cell of a row in that column; its faults go to ``problems`` and leave it unknown."""
    raw = row[field.name]
    value = None
    try:
        value = parse_cell(raw, field, year)
        if value is None and field.required:
            problem = ("这一格不能空", "请填写，或删去整行")
            problems.append(Problem(*problem, shown, row.row, field.name))
    except CellError as error:
        message = f"写的是“{excerpt(raw, _QUOTED)}”，{error.expected}"
        problems.append(Problem(message, error.todo, shown, row.row, field.name))
    return Cell(raw.strip(), value, Source(shown, row.row, field.name), field.unit)
