"""One year's data, and where each cell came from.

A data package is read into a ``Dataset``: nothing in it is computed, rounded or repaired. Blank is None, zero is 0.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from generator.model.errors import Problem


@dataclass(frozen=True, order=True, init=False)
class Source:
    """The cell that a value came from.

    ``file`` is relative to the package (``figures.csv``, ``report.yaml``) or, for a template, its name;
    ``row`` is the line as a spreadsheet counts it (the head is row 1), None for a whole file;
    ``column`` is the heading of the column (or the path inside report.yaml), None for a whole row.
    """

    file: str
    row: int = 0
    column: str = ""

    def __init__(self, file: str, row: int = 0, column: str = "") -> None:
        fields = (
            self.__dict__
        )  # a fifth of the time of a frozen class's own: every cell has a source
        fields["file"], fields["row"], fields["column"] = file, row, column

    def __str__(self) -> str:
        row = f" 第{self.row}行" if self.row else ""
        column = f"“{self.column}”" if self.column else ""
        return f"{self.file}{row}{column}"


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date as precise as it was given: a year, a month or a day. Month and day are 0 where not given."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def date(self) -> dt.date:
        """The first day that the date may mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True)
class DateRange:
    """Two dates, the second not before the first."""

    start: PartialDate
    end: PartialDate


Scalar = Decimal | PartialDate | DateRange | str | bool | tuple[str, ...]


@dataclass(frozen=True)
class Cell:
    """One cell: what stands in it and what it means.

    ``raw`` is the text as filed. ``value`` is None where the cell is blank (unknown). ``unit`` is the unit of
    a number, "" where it has none.
    """

    raw: str
    value: Scalar | None
    source: Source
    unit: str = ""


FieldType = Literal["键", "文字", "数", "日期", "是否", "选项", "列表", "指标键"]


@dataclass(frozen=True)
class FieldSpec:
    """A column of a record file: its heading, the type of its cells, the unit of a number, the choices allowed."""

    name: str
    type: FieldType
    unit: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True)
class RecordSpec:
    """A record file: its file stem (``documents``), its Chinese name (政策文件) and its columns in order.

    A ``carried`` one is part of the outline (the items of a plan, standing working groups), not facts of one year: next
    year's package keeps its rows.
    """

    stem: str
    name: str
    fields: tuple[FieldSpec, ...]
    carried: bool = False


@dataclass(frozen=True)
class Record:
    """One row of a record file. ``key`` is unique in the file; ``cells`` holds every column of the file's spec."""

    key: str
    source: Source
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Records:
    """One record file: its spec and its rows in file order."""

    spec: RecordSpec
    rows: tuple[Record, ...]

    def __iter__(self) -> Iterator[Record]:
        return iter(self.rows)


@dataclass(frozen=True)
class FigureRow:
    """A named figure outside the form: figures.csv, one row.

    ``formula`` is given instead of a value where the figure is computed; ``places`` is the number of decimals
    printed (None: as the value stands); ``qualifier`` is 余, 多, 约, 近, 以上 …
    """

    key: str
    name: str
    cell: Cell
    qualifier: str = ""
    formula: str = ""
    places: int | None = None
    department: str = ""
    note: str = ""


@dataclass(frozen=True)
class FormRow:
    """A row of the form's catalogue: label, unit and key belong to the kind and year, not to the place.

    ``parent`` is the code of the row above it in the tree; ``relation`` says how its number stands to the
    parent's: 合计 (the siblings so marked add up to it), 其中 (a part, not more than it) or "" (no relation).
    ``equals`` is the code of a row that holds the same quantity; ``formula`` computes a cell that holds ``=``.
    """

    code: str
    level: int
    label: str
    unit: str
    type: FieldType | Literal["标题"]
    key: str
    parent: str = ""
    relation: str = ""
    equals: str = ""
    formula: str = ""


@dataclass(frozen=True)
class IndicatorRow:
    """A cell of the form as the place filed it; the catalogue row holds what it means.

    ``as_filed`` is true where the place filed a text, label or unit that the catalogue does not foresee: it
    prints as it stands. ``label`` and ``unit`` are "" where they are the catalogue's.
    """

    form: FormRow
    cell: Cell
    as_filed: bool = False
    label: str = ""
    unit: str = ""
    computed: bool = False
    department: str = ""


@dataclass(frozen=True)
class Name:
    """A proper name of the package: a slogan, an organ, a person, a company."""

    text: str
    category: str
    short: str = ""


@dataclass(frozen=True)
class SharedName:
    """A name that several packages share, as one file beside them spells it; ``post`` is what a person holds."""

    text: str
    category: str
    post: str
    source: Source


@dataclass(frozen=True)
class Prose:
    """A text that people write: text/NAME.md, or a template of the package."""

    name: str
    text: str
    source: Source


@dataclass(frozen=True)
class Dataset:
    """A data package as read: the settings of report.yaml, the form, the figures, the records and the texts.

    ``settings`` is the validated model of report.yaml (``load.settings.Settings``). ``previous`` is last year's
    package, None where report.yaml names none or it is not there. ``remarks`` tell what was passed over while reading.
    ``workbook`` says where cells stand in a workbook (``workbook.Places``), None where the package is a folder.
    ``shared_names`` is the registry that report.yaml names, None where it names one that is not there.
    """

    path: str
    settings: Any
    indicators: tuple[IndicatorRow, ...]
    figures: tuple[FigureRow, ...]
    records: Mapping[str, Records]
    names: tuple[Name, ...] = ()
    texts: Mapping[str, Prose] = field(default_factory=dict)
    sections: Mapping[str, Prose] = field(default_factory=dict)
    previous: Previous | None = None
    remarks: tuple[Problem, ...] = ()
    workbook: Any = None
    shared_names: tuple[SharedName, ...] | None = ()


@dataclass(frozen=True)
class Previous:
    """Last year's package as read, and its report kind with the catalogue of that year."""

    dataset: Dataset
    kind: Kind


@dataclass(frozen=True)
class HeadingStyle:
    """How headings of one level are set: the form of the number, run into the paragraph or on a line of their own
    (``sentence``: run in where the title is a sentence, that is ends with 。), and what is put after a title that is no sentence
    (方面, 情况; "" for nothing). ``strong`` sets them bold; below a ``whole`` one everything stands in one paragraph;
    ``continuous`` ones are counted through the text, not anew below each heading above them."""

    format: str
    run_in: bool | Literal["sentence"] = False
    suffix: str = ""
    strong: bool = False
    whole: bool = False
    continuous: bool = False


@dataclass(frozen=True)
class Derived:
    """A key that the kind defines for every place: with a formula it is computed, without one it is only named."""

    key: str
    name: str
    unit: str
    formula: str
    places: int | None
    source: Source


@dataclass(frozen=True)
class Identity:
    """What must hold between a figure and the records or other figures of a package of this kind.

    ``relation`` is ``=``, ``<=``, ``>=``, ``≠`` (equal would be suspicious) or 有 (``key`` must be filled where the
    formula is above zero); ``level`` is 错误, 提醒 or 供参考; ``note`` says it in words.
    """

    key: str
    relation: str
    formula: str
    level: str
    note: str
    source: Source


@dataclass(frozen=True)
class Term:
    """A word that has a better one: ``wrong`` and ``unless`` are regular expressions, ``unless`` is matched against
    the words around; ``since`` is the first year in which the word is outdated, 0 for always."""

    wrong: str
    right: str
    level: str
    note: str = ""
    unless: str = ""
    since: int = 0


ColumnAlign = Literal["left", "center", "right", "decimal"]
SummaryMethod = Literal["合计", "种数", "填报"]


@dataclass(frozen=True)
class TableColumn:
    """A column of an appendix table, by its description.

    ``heading`` is a template; ``上|下`` sets two rows of head, equal upper parts side by side share a cell. ``field`` is
    the field of the record; ``serial`` counts the rows instead, from 1 in each group of the field ``restart`` ("" for
    the whole table). ``width`` is in mm (None: from the content); ``places`` and ``unit`` say how a number prints;
    ``blank`` is what a blank cell prints. ``lists`` sets the items of a numbered list on lines of their own; ``merge``
    joins cells of the same value below each other; an ``optional`` column stands only where the package asks for it.
    """

    heading: str
    field: str = ""
    align: ColumnAlign = "left"
    width: float | None = None
    places: int | None = None
    unit: str = ""
    blank: str = ""
    lists: bool = False
    merge: bool = False
    serial: bool = False
    restart: str = ""
    optional: bool = False

    @property
    def name(self) -> str:
        """What the column is called in summaries, in the package's options and in the ids of cells."""
        return self.field or "序号"


@dataclass(frozen=True)
class TableGroup:
    """Rows that share the value of a field: ``heading`` above them ("" for none) over the first ``span`` columns, and
    ``foot`` below them ("" for none). In both {字段} is a field of the group, {计数} the number of its rows, {序号} its
    place among its siblings, {大写序号} the same as 一二三."""

    field: str
    heading: str = ""
    foot: str = ""
    span: int = 1


@dataclass(frozen=True)
class TableDescription:
    """An appendix table as its kind describes it: one file in the kind's ``tables`` folder.

    ``records`` is the Chinese name of the record file whose rows it prints, "" for the form. ``summaries`` maps the
    field of a column to how a group's cell is made: 合计 (sum), 种数 (different values), or 填报: given in the record
    file ``given`` by the row with the group's own fields. ``total`` is the label of a last row, "" for none.
    ``lines`` stand above the table (填报单位：…), ``unit_line`` at the right above it (单位：万元), ``notes`` below; all
    are templates.
    """

    name: str
    columns: tuple[TableColumn, ...]
    records: str = ""
    groups: tuple[TableGroup, ...] = ()
    summaries: Mapping[str, SummaryMethod] = field(default_factory=dict)
    given: str = ""
    total: str = ""
    landscape: bool = False
    lines: tuple[str, ...] = ()
    unit_line: str = ""
    notes: tuple[str, ...] = ()
    source: Source = Source("")

    def shown(self, optional: tuple[str, ...] = ()) -> tuple[TableColumn, ...]:
        """The columns that print, with those optional ones that are asked for by field."""
        return tuple(
            column for column in self.columns if not column.optional or column.name in optional
        )


@dataclass(frozen=True)
class Kind:
    """A report kind of one year: what belongs to the upper level's outline and form, and not to a place.

    ``texts`` maps the name of a people's text to its label; ``outside`` maps a key (or ``记录.字段``) to the reason
    why the outline has no place for it; ``catalogue`` is keyed by code. ``mapping`` gives, for rows of a catalogue that
    differ from the one before it, the codes there that they follow (several are added up, none: the row is new).
    """

    name: str
    path: str
    catalogue: Mapping[str, FormRow]
    derived: Mapping[str, Derived]
    records: tuple[RecordSpec, ...]
    report_title: str
    title: str
    headings: Mapping[int, HeadingStyle]
    texts: Mapping[str, str]
    tables: Mapping[str, TableDescription]
    outside: Mapping[str, str] = field(default_factory=dict)
    identities: tuple[Identity, ...] = ()
    terms: tuple[Term, ...] = ()
    mapping: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
