"""A workbook that came back: whose it is, and what was filled in."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct, field

from generator.model.errors import InputError, Problem, raise_all
from generator.model.kind import FieldSpec, FieldType, Kind, RecordSpec
from generator.package.handout.additions import Addition, additions
from generator.package.handout.owed import (
    FILLED,
    HIDDEN,
    IDENT,
    LABEL,
    LAST,
    NAME,
    NOTE,
    NUMBERS,
    SHEETS,
    TEXT,
    TEXTS,
    UNIT,
    VALUE,
    HandedItem,
    heading_of,
)
from generator.package.handout.sheet_heads import (
    HEAD_WITHIN,
    columns_of_fields,
    either_heading,
    fields_to_fill,
    find_head,
    in_brackets,
    is_note,
    plain_heading,
    plain_heads,
)
from generator.package.intake import Grid
from generator.package.intake.celltext import cell_text
from generator.package.intake.grid import RawCell, letter
from generator.package.intake.heads import units_above
from generator.package.intake.numbers import split_scale
from generator.package.intake.unclear import UnclearCellError
from generator.package.intake.xlsx import read_grids


class LastYearCell(Struct, frozen=True):
    """The cell of last year's number in a row of the sheet of numbers, and where it stands."""

    cell: RawCell
    location: str


class AnsweredCell(Struct, frozen=True):
    """A cell of the sheet of numbers: where it goes (``ident``, "" in a row that was not handed
    out), what stands in it, where that is, what the department says of it; the label and the unit
    of its row, and last year's number, None where the sheet has no such column; ``fault`` is why
    it may be that of other rows, too."""

    ident: str
    cell: RawCell
    source: str
    note: str = ""
    label: str | None = None
    unit: str | None = None
    last: LastYearCell | None = None
    fault: str = ""


class AnsweredRow(Struct, frozen=True):
    """A row of records: its key ("" for a new one), its cells by column, where it is; ``faults``
    are the columns of which a cell may be that of other rows, too."""

    file: str
    key: str
    cells: Mapping[str, RawCell]
    source: str
    faults: tuple[str, ...] = ()

    @property
    def is_emptied(self) -> bool:
        """Whether a row that was handed out has nothing left."""
        return all(cell.blank for cell in self.cells.values())


class AnsweredText(Struct, frozen=True):
    """A text by its name, where it is, and what its row is called; ``fault`` is why it cannot be
    read, "" for nothing."""

    name: str
    text: str
    source: str
    label: str
    fault: str = ""


class Answers(Struct, frozen=True):
    """All that a workbook says: whose it is, of which place, year and kind, and its answers;
    ``figures`` are the keys of the figures that one chooses in it, by name, ``handed`` how each
    item stood when it was handed out, by code, key or file: empty in one of an earlier version;
    ``heading`` are the words that it wrote in and around the heading of its numbers, ``added`` is
    what it wrote where no answer stands."""

    file: str
    department: str
    place: str
    year: str
    kind: str
    cells: tuple[AnsweredCell, ...] = ()
    rows: tuple[AnsweredRow, ...] = ()
    texts: tuple[AnsweredText, ...] = ()
    figures: Mapping[str, str] = field(default_factory=dict)
    handed: Mapping[str, HandedItem] = field(default_factory=dict)
    heading: tuple[str, ...] = ()
    added: tuple[Addition, ...] = ()


def item_number(index: int, number: int) -> str:
    """How a person says which item of all workbooks is meant: of the department in that row of
    departments.csv, the item of that number in its workbook. It hangs on no other workbook."""
    return f"{index}-{number}"


class ReturnedAnswers(Struct, frozen=True):
    """The answers of a workbook; the row of its department in departments.csv (from 1), the names
    (codes, keys, files) of what that owns, for nothing else counts; the numbers of its conflicts,
    and of its numbers in doubt, that a person takes all the same."""

    answers: Answers
    index: int
    owned: Collection[str]
    decided: Collection[int] = ()

    def called(self, number: int) -> str:
        """How a person says which of its items is meant."""
        return item_number(self.index, number)


def read_answers(data: bytes, shown: str, kind: Kind) -> Answers:
    """What a workbook that ``nigao handout`` wrote says. Raises InputError where it is none, or
    where a sheet or a column of it is gone: what stands there could not be told from a blank."""
    try:
        every = read_grids(data, shown)
    except zipfile.BadZipFile:
        raise _none_of_ours(shown) from None
    grids = {grid.name: grid for grid in every}
    hidden = grids.get(HIDDEN)
    if hidden is None:
        raise _none_of_ours(shown)
    said = {hidden.at(row, 1).text: hidden.at(row, 2).text for row in hidden.rows_from(1)}
    if not said.get("部门"):
        raise _none_of_ours(shown)
    specs = {spec.name: spec for spec in kind.records}
    names = _handed_out(said, grids, specs)
    raise_all([*_gone(names, grids, specs, shown), *_copies(every, names, specs, shown)])
    return Answers(
        shown,
        said["部门"],
        said.get("地方", ""),
        said.get("年度", ""),
        said.get("报告种类", ""),
        tuple(_cells(grids.get(NUMBERS), shown)),
        tuple(
            row
            for name, grid in grids.items()
            if name in specs
            for row in _rows(grid, specs[name], shown)
        ),
        tuple(_texts(grids.get(TEXTS), shown, said.get("年度", ""))),
        {hidden.at(row, 4).text: hidden.at(row, 5).text for row in hidden.rows_from(1)},
        {
            ident: HandedItem(hidden.at(row, 8).text, hidden.at(row, 9).text == FILLED)
            for row in hidden.rows_from(1)
            if (ident := hidden.at(row, 7).text)
        },
        tuple(_heading(grids.get(NUMBERS))),
        tuple(additions(every, names, specs)),
    )


def _handed_out(
    said: Mapping[str, str], grids: Mapping[str, Grid], specs: Mapping[str, RecordSpec]
) -> list[str]:
    """The sheets that were handed out; of a workbook that does not say it, those that are there."""
    if SHEETS in said:
        return [name for name in said[SHEETS].split("\n") if name]
    return [name for name in grids if name in (NUMBERS, TEXTS) or name in specs]


def _gone(
    names: Sequence[str],
    grids: Mapping[str, Grid],
    specs: Mapping[str, RecordSpec],
    shown: str,
) -> Iterator[Problem]:
    """Sheets that were handed out and are not there, and columns without which they say nothing."""
    todo = "请让部门把表名、表头改回原样（或用发出去的那一份填），再收"
    for name in names:
        if name not in grids:
            yield Problem(f"没有“{name}”这张表", todo, shown, unreadable=True)
            continue
        missing = _missing(grids[name], _wanted(name, specs))
        if missing:
            heads = "”“".join(missing)
            yield Problem(f"“{name}”表的表头里没有“{heads}”", todo, shown, unreadable=True)
        for head in _twice(grids[name], _wanted(name, specs)):
            message = f"“{name}”表的表头里有两个“{head}”，不知道以哪一列为准"
            yield Problem(message, "请让部门只留一列，再收", shown, unreadable=True)
        for head in _other_units(grids[name], specs.get(name)):
            message = f"“{name}”表的表头写成了“{head}”，单位和发出去的不同"
            yield Problem(message, todo, shown, unreadable=True)


def _twice(grid: Grid, wanted: Sequence[str]) -> Iterator[str]:
    """The columns that answers stand in and that two headings of a sheet are called as."""
    head = find_head(grid, wanted)
    texts = ["".join(cell.text.split()) for cell in grid.row(head[0]).values()] if head else []
    plain = [*map(plain_heading, texts)]
    return (name for name in wanted if (texts if name in texts else plain).count(name) > 1)


def _wanted(name: str, specs: Mapping[str, RecordSpec]) -> tuple[str, ...]:
    """The columns of a sheet that answers stand in."""
    if name in specs:
        return (*map(heading_of, fields_to_fill(specs[name])), IDENT)
    return (NAME, TEXT, IDENT) if name == TEXTS else (VALUE, IDENT)


def _missing(grid: Grid, wanted: Sequence[str]) -> list[str]:
    """The columns that the likeliest head of a sheet lacks; those of keys may bear their own
    name, as in earlier versions."""
    heads = [plain_heads(grid, row).keys() for row in grid.rows_from(1)[:HEAD_WITHIN]]
    lacks = ([name for name in wanted if not either_heading(name) & head] for head in heads)
    return min(lacks, key=len, default=list(wanted))


def _other_units(grid: Grid, spec: RecordSpec | None) -> Iterator[str]:
    """The headings of a record file that name another unit than theirs, and units that stand above
    the head or right below it and are none of its columns'."""
    head = find_head(grid, (IDENT,)) if spec else None
    if spec is None or head is None:
        return
    units = {heading_of(field): field.unit for field in spec.fields}
    for text in head[1]:
        name, _, rest = text.rstrip("*").partition("（")
        unit = rest.rstrip("）")
        if unit and units.get(name, unit) != unit:
            yield text
    below = [*grid.rows_from(head[0] + 1), 0][0]
    words = [cell.text.strip().strip("（）()") for cell in grid.row(below).values()]
    for word in (*units_above(grid, head[0]), *words):
        own = {
            unit for unit in units.values() if split_scale(unit)[1] == split_scale(word)[1] != ""
        }
        if own and word not in own:
            yield word


def _copies(
    grids: Sequence[Grid], names: Sequence[str], specs: Mapping[str, RecordSpec], shown: str
) -> Iterator[Problem]:
    """Sheets that look like one that was handed out: nobody knows which one holds."""
    others = [g for g in grids if g.name not in (*names, *specs, HIDDEN, NUMBERS, TEXTS)]
    for grid in others:
        alike = (name for name in (*names, NUMBERS) if not _missing(grid, _wanted(name, specs)))
        name = next(alike, "")
        if name:
            message = f"“{grid.name}”像是“{name}”表，不知道以哪张为准"
            todo = f"请让部门只留一张，名字改回“{name}”，再收"
            yield Problem(message, todo, shown, unreadable=True)


def _none_of_ours(shown: str) -> InputError:
    message = "不是 nigao handout 发出去的表"
    todo = "别的表请用 nigao bring 取数；收表请用发出去的那一份填"
    return InputError(Problem(message, todo, shown, unreadable=True))


def _cells(grid: Grid | None, shown: str) -> Iterator[AnsweredCell]:
    head = find_head(grid, (VALUE, IDENT)) if grid else None
    if grid is None or head is None:
        return
    row_of_head, columns = head
    value = columns[VALUE]

    def said(row: int, name: str) -> str:
        return grid.at(row, columns[name]).text.strip() if name in columns else ""

    for row in grid.rows_from(row_of_head + 1):
        ident, cell = said(row, IDENT), grid.at(row, value)
        if ident or not cell.blank:
            source = f"{shown}“{grid.name}”{letter(value)}{row}"
            unit = said(row, UNIT) if UNIT in columns else None
            label = said(row, LABEL) if LABEL in columns else None
            last = _last_year(grid, row, columns.get(LAST))
            fault = _merged(grid, row, value)
            yield AnsweredCell(ident, cell, source, said(row, NOTE), label, unit, last, fault)


def _merged(grid: Grid, row: int, column: int) -> str:
    """Why a cell may be that of the rows below it, too, "" for nothing."""
    merge = grid.merged(row, column)
    if merge is None or merge.top == merge.bottom or grid.at(merge.top, merge.left).blank:
        return ""
    rows = f"第{merge.top}至{merge.bottom}行"
    return f"{rows}合并成了一格，不知道各行填的是什么，没有写；请部门拆开，每行填自己的，再报"


def _heading(grid: Grid | None) -> Iterator[str]:
    """The words in brackets behind the heading of the numbers, those right below it, and the units
    above it."""
    head = find_head(grid, (VALUE, IDENT)) if grid else None
    if grid is None or head is None:
        return
    row, columns = head
    value = columns[VALUE]
    yield from units_above(grid, row)
    words = [in_brackets("".join(grid.at(row, value).text.split()))]
    for below in grid.rows_from(row + 1):
        if not grid.at(below, columns[IDENT]).blank:
            break
        text = grid.at(below, value).text.strip()
        words += [text, in_brackets(text)]
    yield from filter(None, words)


def _last_year(grid: Grid, row: int, column: int | None) -> LastYearCell | None:
    if column is None:
        return None
    return LastYearCell(grid.at(row, column), f"“{grid.name}”{letter(column)}{row}")


def _rows(grid: Grid, spec: RecordSpec, shown: str) -> Iterator[AnsweredRow]:
    head = find_head(grid, (IDENT,))
    if head is None:
        return
    row_of_head, columns = head
    fields = columns_of_fields(grid, row_of_head, spec)
    for row in grid.rows_from(row_of_head + 1):
        if is_note(grid, row):
            continue
        cells = {name: grid.at(row, column) for name, column in fields.items()}
        key = grid.at(row, columns[IDENT]).text.strip()
        source = f"{shown}“{grid.name}”第{row}行"
        told = ((name, _merged(grid, row, column)) for name, column in fields.items())
        faults = tuple(f"“{name}”{fault}" for name, fault in told if fault)
        answered = AnsweredRow(spec.file, key, cells, source, faults)
        if key or not answered.is_emptied:
            yield answered


def _texts(grid: Grid | None, shown: str, year: str) -> Iterator[AnsweredText]:
    head = find_head(grid, (NAME, TEXT, IDENT)) if grid else None
    if grid is None or head is None:
        return
    row_of_head, columns = head
    for row in grid.rows_from(row_of_head + 1):
        name = grid.at(row, columns[IDENT]).text.strip()
        cell = grid.at(row, columns[TEXT])
        if name and not cell.blank:
            source = f"{shown}“{grid.name}”{letter(columns[TEXT])}{row}"
            text = cell.text.replace("\r\n", "\n").rstrip("\n")
            label = grid.at(row, columns[NAME]).text
            fault = _merged(grid, row, columns[TEXT]) or _fault_of_words(cell, year)
            yield AnsweredText(name, text, source, label, fault)


def _fault_of_words(cell: RawCell, year: str) -> str:
    """Why a cell of words cannot be read as it stands, and what to do; "" for nothing."""
    try:
        cell_text(cell, FieldSpec(TEXT, FieldType.TEXT), int(year) if year.isdecimal() else 0)
    except UnclearCellError as fault:
        return f"{fault.message}。{fault.todo}"
    return ""
