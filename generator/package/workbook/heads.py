"""Where in a sheet the head of a table stands, whatever a clerk put above it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.package.tablespecs import TableSpec
from generator.package.workbook.notes import SheetNotes
from generator.package.workbook.sheet import Sheet, letter

HEAD_WITHIN = 15
"""The head is looked for in so many rows."""
_BLANKS = re.compile(r"[\s*＊]")
_UNIT = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]$")
_PASSED = {"序号", "编号", "行号", "序", "上年", "上年数", "去年", "去年数"}
"""Columns that only help the eye."""


class SheetHeading(NamedTuple):
    """A heading without its unit, and the unit ("" for none)."""

    name: str
    unit: str


@dataclass(frozen=True)
class SheetHead:
    """The head of a table: its (upper) row, its headings by column, and the first row below it."""

    row: int
    columns: Mapping[int, str]
    body: int


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


def find_head(sheet: Sheet, spec: TableSpec, notes: SheetNotes) -> SheetHead | None:
    """The head of the table, one row or two; None where no row looks like it."""
    least = min(2, len(spec.columns))
    for row in range(1, min(HEAD_WITHIN, sheet.last_row) + 1):
        upper = _headings(sheet, row, spec.headings)
        if len(_known(upper, spec.headings)) >= least:
            return _head_at(sheet, row, upper, spec, notes)
    return None


def _head_at(
    sheet: Sheet, row: int, upper: Mapping[int, SheetHeading], spec: TableSpec, notes: SheetNotes
) -> SheetHead | None:
    """The head whose upper row this is; None where it has only columns that help the eye."""
    lower = _lower_row(sheet, row, upper, spec.headings)
    heads, last = dict(upper), row
    if lower:
        heads, last = {**_known(upper, spec.headings), **lower}, row + 1
    columns = dict(_columns(heads, spec, last, notes))
    _tell_stray_columns(sheet, heads, last, notes)
    return SheetHead(row, columns, last + 1) if columns else None


def _headings(sheet: Sheet, row: int, known: Sequence[str]) -> dict[int, SheetHeading]:
    return {
        column: split_unit(plain_head(cell.text), known) for column, cell in sheet.row(row).items()
    }


def _known(heads: Mapping[int, SheetHeading], known: Sequence[str]) -> dict[int, SheetHeading]:
    return {column: heading for column, heading in heads.items() if heading.name in known}


def _lower_row(
    sheet: Sheet, row: int, upper: Mapping[int, SheetHeading], known: Sequence[str]
) -> dict[int, SheetHeading]:
    """The lower row of a head of two rows: headings below merged or unknown ones; else nothing."""
    lower = _headings(sheet, row + 1, known)
    single = {column for column in _known(upper, known) if sheet.merged(row, column) is None}
    is_head = len(_known(lower, known)) == len(lower) and not single & lower.keys()
    return lower if is_head else {}


def _columns(
    heads: Mapping[int, SheetHeading], spec: TableSpec, row: int, notes: SheetNotes
) -> Iterator[tuple[int, str]]:
    """The headings by column; a unit that is not the column's is a problem, a column that only
    helps the eye is left out."""
    for column, (name, unit) in heads.items():
        if name in _PASSED and name not in spec.headings:
            continue
        wanted = spec.column(name).unit
        if unit and wanted and unit != wanted:
            message = f"标题写的单位是{unit}，应当是{wanted}"
            notes.problem(message, "请把数换算好，再改标题", row, name)
        yield column, name


def _tell_stray_columns(
    sheet: Sheet, heads: Mapping[int, SheetHeading], row: int, notes: SheetNotes
) -> None:
    """A column without a heading that holds something is a problem, told at its first cell."""
    below = sorted((at, column) for at, column in sheet.cells if at > row)
    first: dict[int, int] = {}
    for at, column in below:
        first.setdefault(column, at)
    for column in sorted(first.keys() - heads.keys()):
        message = f"{letter(column)}列没有标题，却填了东西"
        notes.problem(message, "请补上标题，或删去", first[column])
