"""Where in a grid the head of a table stands, whatever a clerk put above it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct, field

from generator.model.kind import FieldType
from generator.model.regex import regex
from generator.package.intake.grid import Grid, letter
from generator.package.intake.looks import tell_looks
from generator.package.intake.notes import TableNotes
from generator.package.intake.numbers import own_scale, split_scale
from generator.package.tablespecs import TableSpec

HEAD_WITHIN = 15
"""The head is looked for in so many rows."""
_BLANKS = regex(r"[\s*＊]")
_UNIT = regex(r"[(（\[](?:单位[:：])?([^()（）\[\]]*)[)）\]]$")
_UNIT_LINE = regex(r"(?:^|[(（\[\s]|计量|金额|货币)单位[:：]\s*([^\s()（）\[\]]+)")
"""单位：万元, above a table; 填报单位：… is none."""
_PASSED = {"序号", "编号", "行号", "序", "上年", "上年数", "去年", "去年数"}
"""Columns that only help the eye."""


class SheetHeading(NamedTuple):
    """A heading without its unit, and the unit ("" for none)."""

    name: str
    unit: str


class TableHead(Struct, frozen=True):
    """The head of a table: its (upper) row, its headings by column, and the first row below it.

    ``units`` are those in which numbers of a column are written, where they are not its own.
    """

    row: int
    columns: Mapping[int, str]
    body: int
    units: Mapping[int, str] = field(default_factory=dict)


def plain_head(text: str) -> str:
    """A heading without blanks, line breaks, stars and full-width forms."""
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", text))
    return plain.replace("(", "（").replace(")", "）")


def split_unit(head: str, known: Sequence[str]) -> SheetHeading:
    """金额（万元） → 金额, 万元; a heading that is known as it stands has no unit."""
    unit = _UNIT.search(head)
    if head in known or unit is None or head[: unit.start()] not in known:
        return SheetHeading(head, "")
    return SheetHeading(head[: unit.start()], unit[1])


def units_above(grid: Grid, row: int) -> list[str]:
    """The units that stand above the head in that row: 单位：万元、人."""
    texts = (cell.text for above in grid.rows if above < row for cell in grid.row(above).values())
    lines = (match[1] for text in texts for match in _UNIT_LINE.finditer(text))
    return [unit for line in lines for unit in re.split("[、，,]", line) if unit]


def find_head(grid: Grid, spec: TableSpec, notes: TableNotes) -> TableHead | None:
    """The head of the table, one row or two; None where no row looks like it."""
    least = min(2, len(spec.columns))
    for row in grid.rows_from(1):
        if row > HEAD_WITHIN:
            break
        upper = _headings(grid, row, spec.headings)
        if len(_known(upper, spec.headings)) >= least:
            return _head_at(grid, row, upper, spec, notes)
    return _first_row(grid, spec, notes) if not grid.name else None


def has_head(grid: Grid, spec: TableSpec) -> bool:
    """Whether one of the first rows has all headings that the table must have."""
    rows = [row for row in grid.rows_from(1) if row <= HEAD_WITHIN]
    known = [
        {heading.name for heading in _headings(grid, row, spec.headings).values()} for row in rows
    ]
    return any(set(spec.required) <= names for names in known)


def _first_row(grid: Grid, spec: TableSpec, notes: TableNotes) -> TableHead | None:
    """The first row of a CSV file, which is its head whatever it says."""
    first = next(iter(grid.rows))
    return _head_at(grid, first, _headings(grid, first, spec.headings), spec, notes)


def _head_at(
    grid: Grid, row: int, upper: Mapping[int, SheetHeading], spec: TableSpec, notes: TableNotes
) -> TableHead | None:
    """The head whose upper row this is; None where it has only columns that help the eye."""
    lower = _lower_row(grid, row, upper, spec.headings)
    heads, last = dict(upper), row
    if lower:
        heads, last = {**_known(upper, spec.headings), **lower}, row + 1
    columns = {
        column: heading.name
        for column, heading in heads.items()
        if heading.name not in _PASSED or heading.name in spec.headings
    }
    above = [] if spec.is_plain else units_above(grid, row)
    units = dict(_units(heads, spec, above, last, notes))
    _tell_stray_columns(grid, heads, last, notes)
    for of_head in range(row, last + 1):
        tell_looks(grid.row(of_head), of_head, notes)
    return TableHead(row, columns, last + 1, units) if columns else None


def _headings(grid: Grid, row: int, known: Sequence[str]) -> dict[int, SheetHeading]:
    return {
        column: split_unit(plain_head(cell.text), known) for column, cell in grid.row(row).items()
    }


def _known(heads: Mapping[int, SheetHeading], known: Sequence[str]) -> dict[int, SheetHeading]:
    return {column: heading for column, heading in heads.items() if heading.name in known}


def _lower_row(
    grid: Grid, row: int, upper: Mapping[int, SheetHeading], known: Sequence[str]
) -> dict[int, SheetHeading]:
    """The lower row of a head of two rows: headings below merged or unknown ones; else nothing."""
    lower = _headings(grid, row + 1, known)
    single = {column for column in _known(upper, known) if grid.merged(row, column) is None}
    is_head = len(_known(lower, known)) == len(lower) and not single & lower.keys()
    return lower if is_head else {}


def _units(
    heads: Mapping[int, SheetHeading],
    spec: TableSpec,
    above: Sequence[str],
    row: int,
    notes: TableNotes,
) -> Iterator[tuple[int, str]]:
    """The columns whose numbers are written in another unit than theirs, as the head or a line
    above it says; a unit that measures something else is a problem."""
    for column, (name, unit) in heads.items():
        field = spec.column(name)
        if field.type is not FieldType.NUMBER or not field.unit:
            continue
        written = unit or _unit_above(above, field.unit)
        if written == field.unit:
            continue
        if split_scale(written)[1] != split_scale(field.unit)[1]:
            message = f"标题写的单位是{written}，应当是{field.unit}"
            notes.problem(message, "请把数换算好，再改标题", row, name)
            continue
        notes.remark(f"标题写的单位是{written}，已换算成{field.unit}", row, name)
        yield column, written


def _unit_above(above: Sequence[str], own: str) -> str:
    """The unit above the head that measures what a column does; its own where there is none."""
    alike = [unit for unit in above if split_scale(unit)[1] == split_scale(own)[1]]
    has_other = alike and own not in alike and own_scale(alike[0]) != own_scale(own)
    return alike[0] if has_other else own


def _tell_stray_columns(
    grid: Grid, heads: Mapping[int, SheetHeading], row: int, notes: TableNotes
) -> None:
    """Cells in columns without a heading are a problem: told at the first of a sheet's column, in
    a CSV file of each row."""
    last = max(heads, default=0)
    first: dict[int, int] = {}
    for below in grid.rows_from(row + 1):
        cells = grid.row(below)
        width = max(cells, default=0)
        if not grid.name and width > last:
            todo = "格子里有逗号时请给整格加引号，或删去多出的格子"
            notes.problem(f"有{width}格，标题只有{last}列", todo, below)
            continue
        for column in cells.keys() - heads.keys():
            first.setdefault(column, below)
    for column in sorted(first):
        message = f"{letter(column)}列没有标题，却填了东西"
        notes.problem(message, "请补上标题，或删去", first[column])
