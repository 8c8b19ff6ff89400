"""What a department added to its workbook where no answer stands: sheets, columns, rows of words,
comments. It is told to a person and never taken."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from generator.model.errors import excerpt
from generator.model.kind import RecordSpec
from generator.model.regex import regex
from generator.model.storable import clean
from generator.package.handout.owed import (
    CHECK,
    GUIDANCE,
    HIDDEN,
    IDENT,
    LABEL,
    LAST,
    NAME,
    NOTE,
    NUMBERS,
    TEXT,
    TEXTS,
    UNIT,
    VALUE,
)
from generator.package.handout.sheet_heads import columns_of_fields, find_head, is_note
from generator.package.intake import Grid
from generator.package.intake.grid import RawCell, letter

_HEADS = {
    NUMBERS: ((VALUE, IDENT), (LABEL, UNIT, LAST, NOTE, CHECK)),
    TEXTS: ((NAME, TEXT, IDENT), (GUIDANCE, CHECK)),
}
"""The heads that the sheets of numbers and of texts are known by, and the others of ours."""
_OF_RECORDS = (IDENT,), (CHECK,)
"""The same of the other sheets, besides the fields of their record file."""
_ANSWERS = {NUMBERS: VALUE, TEXTS: TEXT}
"""The heads below which answers stand there."""
_OF_PROGRAMS = "WpsReserved_"
"""How WPS calls sheets of its own, which nobody sees."""
_COLON = regex("[:：]")
_REMARK = regex("(?:附?注|备注|说明)[^:：]{0,2}[:：]")
_MOST = 50
"""Comments, columns or rows of one sheet that are told one by one."""
_WIDTH = 40
"""Characters that are shown of what was written."""
_LONGEST_NAME = 31
"""Characters of the name of a sheet (Excel)."""


class Addition(Struct, frozen=True):
    """Something that a department wrote where no answer stands: where, and what of it a person is
    told."""

    location: str
    text: str


class _Columns(Struct, frozen=True):
    """The row of the head of a sheet that is read, the columns whose heads are ours, and those of
    them in which answers stand, and the marks that say of what; the last row with a mark."""

    head: int
    ours: Collection[int]
    answers: Collection[int]
    mark: int
    last: int


def additions(
    grids: Sequence[Grid], handed_out: Collection[str], specs: Mapping[str, RecordSpec]
) -> Iterator[Addition]:
    """What was added to a workbook, sheet by sheet; ``handed_out`` are the sheets that it had,
    ``specs`` the record files by name."""
    for grid in grids:
        if grid.name == HIDDEN or grid.name.startswith(_OF_PROGRAMS):
            continue
        columns = _columns(grid, specs.get(grid.name))
        if columns is not None:
            yield from _at_most(list(_added_columns(grid, columns)), grid, "列")
        elif grid.rows and grid.name not in handed_out:
            yield Addition(
                f"工作表{_called(grid)}", f"不是发出去的，填着 {_filled(grid)} 格，没有读"
            )
        if columns is not None and grid.name == TEXTS:
            yield from _at_most(list(_added_texts(grid, columns)), grid, "行")
        if columns is not None and grid.name in specs:
            yield from _at_most(list(_remarks_below(grid, columns)), grid, "行")
        yield from _comments(grid)


def _columns(grid: Grid, spec: RecordSpec | None) -> _Columns | None:
    """The columns of a sheet that is read; None of any other. Of a heading that stands twice it is
    the one that is read."""
    wanted, others = _HEADS.get(grid.name, _OF_RECORDS)
    head = find_head(grid, wanted) if spec or grid.name in _HEADS else None
    if head is None:
        return None
    row, named = head
    answers = set(columns_of_fields(grid, row, spec).values()) if spec else set()
    if grid.name in _ANSWERS:
        answers.add(named[_ANSWERS[grid.name]])
    ours = {named[name] for name in (*wanted, *others) if name in named}
    mark = named[IDENT]
    marked = [other for other in grid.rows_from(row + 1) if not grid.at(other, mark).blank]
    return _Columns(row, ours | answers, answers, mark, marked[-1] if marked else row)


def _added_columns(grid: Grid, columns: _Columns) -> Iterator[Addition]:
    """The columns with a head that is not ours, or with none, in which something stands."""
    filled: dict[int, list[int]] = {}
    for row in grid.rows_from(columns.head + 1):
        cells = grid.row(row)
        if not _is_line_below(row, cells, columns):
            for column in cells.keys() - set(columns.ours):
                filled.setdefault(column, []).append(row)
    for column, rows in sorted(filled.items()):
        head = _heading(grid, columns.head, column)
        named = f"“{excerpt(head)}”" if head else ""
        first = f"第一格（{letter(column)}{rows[0]}）是“{_excerpt(grid.at(rows[0], column))}”"
        text = f"不是发出去的列，填着 {len(rows)} 格，没有读；{first}"
        yield Addition(f"{_called(grid)}{letter(column)}列{named}", text)


def _is_line_below(row: int, cells: Mapping[int, RawCell], columns: _Columns) -> bool:
    """Whether a row is no answer but a line of its own, as 填表人 and 审核人 below the table."""
    if row > columns.last and all(_COLON.search(cell.text) for cell in cells.values()):
        return True
    said = {*columns.answers, columns.mark}
    return bool(cells.keys() & set(columns.ours)) and not cells.keys() & said


def _heading(grid: Grid, row: int, column: int) -> str:
    """What the head calls a column, also where its cell is a merged one."""
    merge = grid.merged(row, column)
    return grid.at(*((merge.top, merge.left) if merge else (row, column))).text.strip()


def _added_texts(grid: Grid, columns: _Columns) -> Iterator[Addition]:
    """Rows of the sheet of texts that hold words and were not handed out."""
    for row in grid.rows_from(columns.head + 1):
        for column in columns.answers if grid.at(row, columns.mark).blank else ():
            cell = grid.at(row, column)
            if not cell.blank:
                told = f"不是发出去的行，没有读：“{_excerpt(cell)}”"
                yield Addition(f"{_called(grid)}{letter(column)}{row}", told)


def _remarks_below(grid: Grid, columns: _Columns) -> Iterator[Addition]:
    """Remarks (注：…) below a table of records, not who filled it in."""
    for row in grid.rows_from(columns.head + 1):
        for column, cell in grid.row(row).items() if is_note(grid, row) else ():
            if _REMARK.match(cell.text.strip()):
                yield Addition(f"{_called(grid)}{letter(column)}{row}", f"写着“{_excerpt(cell)}”")


def _comments(grid: Grid) -> Iterator[Addition]:
    """The comments of a sheet."""
    if grid.comments is None:
        yield Addition(_called(grid), "有批注，读不出来，请打开看")
        return
    told = [
        Addition(
            f"{_called(grid)}{excerpt(item.reference)}", f"有批注：“{excerpt(item.words, _WIDTH)}”"
        )
        for item in grid.comments
    ]
    yield from _at_most(told, grid, "条批注")


def _at_most(told: Sequence[Addition], grid: Grid, counted: str) -> Iterator[Addition]:
    """The first of many, and how many more there are."""
    yield from islice(told, _MOST)
    if len(told) > _MOST:
        yield Addition(_called(grid), f"另外还有 {len(told) - _MOST} {counted}，请打开看")


def _called(grid: Grid) -> str:
    return f"“{excerpt(grid.name, _LONGEST_NAME)}”"


def _filled(grid: Grid) -> int:
    """How many cells of a sheet hold something."""
    return sum(map(len, grid.rows.values()))


def _excerpt(cell: RawCell) -> str:
    """The first words of a cell; of a formula without its value the formula."""
    return excerpt(clean(cell.text.strip() or cell.formula), _WIDTH)
