"""One year's data, and where each cell came from.

A data package is read into a ``Dataset``: nothing in it is computed, rounded or repaired. Blank is
None, zero is 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum

from msgspec import Struct, field

from generator.model.cell import Cell, PartialDate, Source
from generator.model.errors import Problem
from generator.model.kind import FormRow, Kind, RecordSpec
from generator.model.regex import regex
from generator.model.settings import Settings
from generator.model.sheets import SheetLocations

_GUIDANCE = regex(r"\{#.*?#\}", re.S)
"""What a text says to its writer; templates print nothing of it."""


class Record(Struct, frozen=True):
    """One row of a record file. ``key`` is unique in the file; ``cells`` holds every column of the
    file's spec, by heading; ``department`` is its 来源, "" where it has none. ``rolled_from`` are
    the rows of the packages below that make it, () for one that was filed here."""

    key: str
    source: Source
    cells: Mapping[str, Cell]
    department: str = ""
    rolled_from: tuple[Source, ...] = ()


class Records(Struct, frozen=True):
    """One record file: its spec and its rows in file order."""

    spec: RecordSpec
    rows: tuple[Record, ...]

    def __iter__(self) -> Iterator[Record]:
        return iter(self.rows)


class FigureRow(Struct, frozen=True):
    """A named figure outside the form: figures.csv, one row.

    ``formula`` is given instead of a value where the figure is computed; ``places`` is the number
    of decimals printed (None: as the value stands); ``qualifier`` is 余, 多, 约, 近, 以上 …; ``task``
    is what was to be done in the year (任务数), None where the column is not there or blank.
    """

    key: str
    name: str
    cell: Cell
    qualifier: str = ""
    formula: str = ""
    places: int | None = None
    department: str = ""
    note: str = ""
    task: Cell | None = None


class IndicatorRow(Struct, frozen=True):
    """A cell of the form as the place filed it; the catalogue row holds what it means.

    ``as_filed`` is true where the place filed a text, label or unit that the catalogue does not
    foresee: it prints as it stands. ``label`` and ``unit`` are "" where they are the catalogue's.
    ``computed`` is true where the cell holds ``=``: the row's formula gives its value, ``brought``
    where its value came from a cell of a sheet, whose file ``department`` is the name of.
    """

    form: FormRow
    cell: Cell
    as_filed: bool = False
    label: str = ""
    unit: str = ""
    computed: bool = False
    department: str = ""
    brought: bool = False


class Name(Struct, frozen=True):
    """A proper name of the package: a slogan, an organ, a person, a company."""

    text: str
    category: str
    short: str = ""


class SharedName(Struct, frozen=True):
    """A name that several packages share, as one file beside them spells it; ``post`` is what a
    person holds."""

    text: str
    category: str
    post: str
    source: Source


class State(Enum):
    """How a department stands; the value is what departments.csv and a clerk call it."""

    NOTHING = "未报"
    SENT = "已报"
    RETURNED = "退回"
    AGAIN = "重报"
    PASSED = "通过"

    def after_sending(self) -> State:
        """The state of a department that sends its workbook now."""
        return State.SENT if self is State.NOTHING else State.AGAIN


class Department(Struct, frozen=True):
    """部门: an office that owes a part of the package, and until when.

    ``owns`` are what departments.csv calls 负责: keys, codes of the form, files, record files and
    texts, where * stands for anything and a name owns what is below it (就业 owns 就业.合计).
    ``due`` is None where no day is set. ``state`` is how what it owes stands (已报, 退回 …), by whom
    and when that was said, "" where nothing came yet.
    """

    name: str
    contact: str
    phone: str
    due: PartialDate | None
    owns: tuple[str, ...]
    source: Source
    state: str = ""
    handled_by: str = ""
    handled_at: str = ""


class Prose(Struct, frozen=True):
    """A text that people write: text/NAME.md, or a template of the package."""

    name: str
    text: str
    source: Source

    @property
    def words(self) -> str:
        """The text without what it says to its writer."""
        return _GUIDANCE.sub("", self.text)

    @property
    def written(self) -> bool:
        """Whether a person wrote something: guidance alone ({# … #}) is not written yet."""
        return bool(self.words.strip())


class Dataset(Struct, frozen=True):
    """A data package as read: settings, the form, the figures, the records and the texts.

    ``path`` is the folder or workbook as it was named. ``records`` is keyed by the Chinese name of
    the record file, ``texts`` and ``sections`` by the name of the file without its ending.
    ``previous`` is last year's package, None where report.yaml names none or it is not there.
    ``origin`` is the package that this one was made from, None where report.yaml names none or it
    cannot be read. ``remarks`` tell what was passed over while reading. ``sheets`` says where
    cells stand in a workbook, None where the package is a folder. ``shared_names`` is the registry
    that report.yaml names, None where it names one that is not there. ``departments`` are those of
    departments.csv. ``pictures`` are the files that the texts show, by their names in the package.
    ``reference`` is the Word file that the report looks like, b"" for none.
    """

    path: str
    settings: Settings
    indicators: tuple[IndicatorRow, ...]
    figures: tuple[FigureRow, ...]
    records: Mapping[str, Records]
    names: tuple[Name, ...] = ()
    texts: Mapping[str, Prose] = field(default_factory=dict)
    sections: Mapping[str, Prose] = field(default_factory=dict)
    previous: Previous | None = None
    origin: Dataset | None = None
    remarks: tuple[Problem, ...] = ()
    sheets: SheetLocations | None = None
    shared_names: tuple[SharedName, ...] | None = ()
    departments: tuple[Department, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    reference: bytes = b""


class Previous(Struct, frozen=True):
    """Last year's package as read, and its report kind with the catalogue of that year."""

    dataset: Dataset
    kind: Kind
