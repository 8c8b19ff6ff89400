"""A report kind of one year: what belongs to the upper level's outline and form, and not to a
place."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cached_property
from typing import Literal

from msgspec import Struct, field

from generator.model.appendix_table import TableDescription
from generator.model.cell import Source
from generator.model.files import record_file
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.rollup import RollUp
from generator.model.severity import Severity

_NUMBERING = regex(r"^(\d+\.|[①-⑳]|其中[:：])")
FLAG_UNIT = "是/否"
"""The unit of a row of the form that holds yes or no."""


class FieldType(Enum):
    """What the cells of a column hold; the value is what records.yaml and the catalogue call it."""

    KEY = "键"
    TEXT = "文字"
    NUMBER = "数"
    DATE = "日期"
    FLAG = "是否"
    CHOICE = "选项"
    LIST = "列表"
    FIGURE_KEY = "指标键"
    WORD_OR_NUMBER = "文字或数"


class FormRelation(Enum):
    """How the number of a row of the form stands to that of the row above it in the tree.

    TOTAL: the siblings so marked add up to it; PART: a part, not more than it.
    """

    NONE = ""
    TOTAL = "合计"
    PART = "其中"


class Relation(Enum):
    """What a cross-check wants of two sides. UNEQUAL: equal would be suspicious; FILLED: the one
    must be known where the other is above zero."""

    EQUAL = "="
    AT_MOST = "<="
    AT_LEAST = ">="
    UNEQUAL = "≠"
    FILLED = "有"


class Party(Enum):
    """Whom a report speaks of or for; the value is what kind.yaml calls it.

    PLACE: a county, a city (``place`` in report.yaml); UNIT: an office that reports of itself (the
    first of ``organs``); PARTNER: the place that is paired with it (``partner``).
    """

    PLACE = "地方"
    UNIT = "单位"
    PARTNER = "结对方"


class FieldSpec(Struct, frozen=True):
    """A column of a record file: its heading, the type of its cells, the unit of a number, the
    choices allowed; ``required`` where a cell must be filled."""

    name: str
    type: FieldType
    unit: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False


def taken_from(name: str) -> str:
    """What people call a column of keys: 数量取自 for 数量键."""
    return f"{name.removesuffix('键')}取自"


class RecordSpec(Struct, frozen=True, dict=True):
    """A record file: its file stem (``documents``), its Chinese name (政策文件), its columns in order.

    A ``carried`` one is part of the outline (the items of a plan, standing working groups), not
    facts of one year: next year's package keeps its rows, and of each the columns ``kept`` (none
    named: all). ``rollup`` says how the files of the level below make that of the level above.
    One that ``is_summed_by_key`` has its sums checked row by row (核对): 其中：… is a row of its own.
    """

    stem: str
    name: str
    fields: tuple[FieldSpec, ...]
    carried: bool = False
    kept: tuple[str, ...] = ()
    rollup: RollUp = RollUp.UNSAID
    is_summed_by_key: bool = False

    @property
    def file(self) -> str:
        """Its name in the package."""
        return record_file(self.stem)

    @cached_property
    def types(self) -> Mapping[str, FieldType]:
        """What the cells of its columns hold, by name."""
        return {field.name: field.type for field in self.fields}

    @cached_property
    def mixed(self) -> frozenset[str]:
        """Its columns of words or numbers."""
        return frozenset(
            field.name for field in self.fields if field.type is FieldType.WORD_OR_NUMBER
        )

    @property
    def key_field(self) -> FieldSpec:
        """The column that holds the key of a row."""
        return next(field for field in self.fields if field.type is FieldType.KEY)


class FormRow(Struct, frozen=True):
    """A row of the form's catalogue: label, unit and key are the kind's, not the place's.

    ``type`` is None for a heading (标题), which has no cell. ``parent`` is the code of the row above
    it in the tree, ``relation`` how its number stands to the parent's. ``equals`` is the code of a
    row that holds the same quantity; ``formula`` computes a cell that holds ``=``. A ``required``
    cell must be filled (必填). ``levels`` are the labels that the row has at other levels (县, 市) than
    that of the form as issued: whose meetings it counts there; ``issued`` is the label as issued
    where ``label`` is one of them. ``rollup`` says how the cells of the level below make that of
    the level above.
    """

    code: str
    level: int
    label: str
    unit: str
    type: FieldType | None
    key: str
    parent: str = ""
    relation: FormRelation = FormRelation.NONE
    equals: str = ""
    formula: str = ""
    required: bool = False
    levels: tuple[tuple[str, str], ...] = ()
    issued: str = ""
    rollup: RollUp = RollUp.UNSAID

    @property
    def is_heading(self) -> bool:
        """Whether the row only heads those below it and has no cell."""
        return self.type is None

    def at_level(self, level: str) -> FormRow:
        """The row with its label at that level of office."""
        label = dict(self.levels).get(level)
        return self if label is None else replace(self, label=label, issued=self.label)

    def label_of(self, year: int | None) -> str:
        """The label in the form of that year: {year} stands for it; None leaves the year out."""
        return self.label.replace("{year}", str(year or ""))

    def name_of(self, year: int | None) -> str:
        """The label of that year without its number or 其中 before it: what sentences call it."""
        return _NUMBERING.sub("", self.label).replace("{year}", str(year or ""))


class HeadingStyle(Struct, frozen=True, forbid_unknown_fields=True):
    """How headings of one level are set: the form of the number, run into the paragraph or on a
    line of their own (``sentence``: run in where the title is a sentence, that is ends with 。), and
    what is put after a title that is no sentence (方面, 情况; "" for nothing).

    ``strong`` sets them bold; below a ``whole`` one everything stands in one paragraph;
    ``continuous`` ones are counted through the text, not anew below each heading above them.
    """

    format: str
    run_in: bool | Literal["sentence"] = False
    suffix: str = ""
    strong: bool = False
    whole: bool = False
    continuous: bool = False


class Derived(Struct, frozen=True):
    """A key that the kind defines for every place: with a formula it is computed, without one it is
    only named. ``rollup`` says how the values of the level below make that of the level above."""

    key: str
    name: str
    unit: str
    formula: str
    places: int | None
    source: Source
    rollup: RollUp = RollUp.UNSAID


class CrossCheck(Struct, frozen=True):
    """A cross-check (勾稽关系): what must hold between a figure and the records or other figures of a
    package of this kind. ``note`` says it in words."""

    key: str
    relation: Relation
    formula: str
    severity: Severity
    note: str
    source: Source


class Term(Struct, frozen=True):
    """A word that has a better one.

    ``wrong`` and ``unless`` are regular expressions, ``unless`` is matched against the words
    around; ``since`` is the first year in which the word is outdated, 0 for always. ``authority``
    names the list or document that has the better one.
    """

    wrong: str
    right: str
    severity: Severity
    note: str = ""
    unless: str = ""
    since: int = 0
    authority: str = ""


class OutlineSection(Struct, frozen=True, forbid_unknown_fields=True):
    """What the outline wants of the section below a heading, as far as the next heading of the
    outline: ``block`` is the heading's block in the template, ``share`` how many percent of the
    length of the report it has as a rule (0: nothing is said), ``main`` the keys of its main
    figures, which are compared with last year."""

    block: str
    share: int = 0
    main: tuple[str, ...] = ()


class Shortfall(Struct, frozen=True, forbid_unknown_fields=True):
    """What is likely to be a problem worth writing of: the figure ``key`` below the figure
    ``of``; ``said`` says in words what that means."""

    key: str
    of: str
    said: str


class Kind(Struct, frozen=True):
    """A report kind of one year: what belongs to the upper level's outline and form, and not to a
    place.

    ``path`` is its folder, ``templates`` are the templates in it by name (report.md.j2), ``lines``
    says of each template of one line in kind.yaml and the tables where it stands. ``held`` are the
    keys that a package of the kind can hold, in any year.
    ``catalogue`` is keyed by code, ``derived`` by key, ``headings`` by
    level, ``tables`` by name. ``texts`` maps the name of a people's text to its label; ``outside``
    maps a key (or ``记录.字段``) to the reason why the outline does not print it. ``mapping`` gives,
    for rows of a catalogue that differ from the one before it, the codes there that they follow
    (several are added up, none: the row is new). ``outline`` says what is wanted of sections; empty
    where the kind says nothing of them. ``shortfalls`` are what the writer is reminded of.

    For a package that begins with nothing: ``parties`` are those whom every report of this kind
    has, ``organ`` is what the issuing organ is called as a rule (a pattern, see
    ``package.starter``; "" where it must be given), ``guidance`` one line for each text on what is
    to be written there, ``rows`` the rows that the form fixes, by record file (requests.csv), each
    with the cells that are given. ``reference`` is the Word file that reports of this kind look
    like, b"" for none.
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
    cross_checks: tuple[CrossCheck, ...] = ()
    terms: tuple[Term, ...] = ()
    mapping: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parties: tuple[Party, ...] = (Party.PLACE,)
    organ: str = ""
    guidance: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    outline: tuple[OutlineSection, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()
    reference: bytes = b""
    templates: Mapping[str, str] = field(default_factory=dict)
    held: frozenset[str] = frozenset()
    lines: Mapping[str, Source] = field(default_factory=dict)

    @property
    def filled_records(self) -> tuple[RecordSpec, ...]:
        """The record files that people fill in; the values of places below come from their
        packages."""
        return tuple(spec for spec in self.records if spec.rollup is not RollUp.VALUES)
