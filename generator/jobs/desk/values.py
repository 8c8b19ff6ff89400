"""What a screen is given, and what comes back from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from msgspec import Struct

from generator.model.errors import DataError, Problem, Reading

__all__ = [
    "CellEdit",
    "CellMessage",
    "Changed",
    "EditRefusedError",
    "GridColumn",
    "GridRow",
    "SheetGrid",
    "SheetInfo",
    "Undo",
]

CellSort = Literal["文字", "数", "日期", "是否"]
"""What a cell holds."""


class SheetInfo(Struct, frozen=True):
    """A sheet of a package: ``sheet`` is what the other functions call it, ``title`` what a clerk
    does.

    ``rows`` counts its rows, ``blank`` the cells in them that must be filled and are not,
    ``faults`` what is wrong with it.
    """

    sheet: str
    title: str
    rows: int
    blank: int
    faults: int = 0


class GridColumn(Struct, frozen=True):
    """A column: ``name`` says which, ``title`` heads it.

    ``unit`` is "" for none, ``choices`` are () where anything may be typed, ``several`` where some
    of them may stand in a cell, with 、 between. ``advanced`` ones are for who knows the program:
    keys, formulas; so is ``more``, which is said behind ``hint``.
    """

    name: str
    title: str
    unit: str = ""
    hint: str = ""
    choices: tuple[str, ...] = ()
    kind: CellSort = "文字"
    required: bool = False
    editable: bool = True
    advanced: bool = False
    several: bool = False
    more: str = ""


class CellMessage(Struct, frozen=True):
    """What is wrong in a row, in the column of that name ("" for the row as a whole).

    ``readings`` are given where the cell may mean several things: one is to be chosen.
    """

    row: int
    column: str
    text: str
    readings: tuple[Reading, ...] = ()


class GridRow(Struct, frozen=True):
    """A row: ``row`` says which; ``cells`` are as many as the columns.

    ``last_year`` and ``owner`` (the department that owes it) are "" where they are not known.
    ``value`` takes the place of the column of that name where what the row holds has its own unit
    and hint, None where the column says it all; ``computed`` is what its formula gives, ""
    for none. ``filled`` are the names of columns whose blank cell the kind computes, each with
    what it holds then. A ``locked`` one only heads the rows below it.
    ``advanced`` ones, which are the last of a sheet, are for who knows the program. One of the form
    that is not ``filed`` has no line in the file yet.
    """

    row: int
    cells: tuple[str, ...]
    last_year: str = ""
    owner: str = ""
    messages: tuple[CellMessage, ...] = ()
    value: GridColumn | None = None
    computed: str = ""
    filled: tuple[tuple[str, str], ...] = ()
    locked: bool = False
    advanced: bool = False
    filed: bool = True


@dataclass(frozen=True)
class SheetGrid:
    """A sheet as a grid. ``stamp`` is a hash of its file, "" where there is none yet.

    ``messages`` are those that belong to no cell. Rows of the numbers ``next_row``,
    ``next_row`` + 1 … are new ones at the end; 0 where no row can be added. ``head`` is the row of
    the file that heads the columns, 0 for none. ``rest`` is a hash of
    all else that the package is read of, where nothing at all was wrong with it; "" otherwise.
    """

    sheet: str
    title: str
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    stamp: str
    messages: tuple[str, ...] = ()
    next_row: int = 0
    head: int = 0
    rest: str = field(default="", compare=False, repr=False)


class CellEdit(NamedTuple):
    """What is to stand in a cell: the number of its row, the name of its column."""

    row: int
    column: str
    text: str


class Undo(Struct, frozen=True):
    """What takes a change back: the file as it was (None: there was none), as long as it has the
    ``stamp`` that the change left."""

    sheet: str
    stamp: str
    before: bytes | None


class Changed(Struct, frozen=True):
    """The sheet after a change, and what takes the change back."""

    grid: SheetGrid
    undo: Undo


class EditRefusedError(DataError):
    """A change that would make the package faulty; nothing was written.

    ``messages`` are what is wrong at its cells; ``problems`` hold everything as lines.
    """

    def __init__(self, problems: Iterable[Problem], messages: Iterable[CellMessage] = ()) -> None:
        super().__init__(problems)
        self.messages = tuple(messages)
