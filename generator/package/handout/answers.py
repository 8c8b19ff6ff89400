"""What a workbook says that came back: whose it is, and its answers, as values."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct, field

from generator.package.handout.additions import Addition
from generator.package.handout.owed import (
    HandedItem,
)
from generator.package.intake.grid import RawCell


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
