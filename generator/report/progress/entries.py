"""What there is to be filled in a package: cells of the form, figures, records, texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import ClassVar

from msgspec import Struct

from generator.figures import Draft
from generator.model import files
from generator.model.appendix_table import TableDescription
from generator.model.cell import Cell, Source
from generator.model.dataset import FigureRow, IndicatorRow, Record
from generator.model.document import Table
from generator.model.kind import Derived, RecordSpec
from generator.report.progress.needs import BlockNeeds
from generator.report.progress.sections import SEPARATOR
from generator.report.trace import ARRANGING

FORM = "年度统计表"
"""What departments.csv calls the whole form."""
OWNER_COLUMN = "责任部门"
"""The column of a record that names who is to act, where there is no 来源."""


class EntrySort(Enum):
    """What is filled in; the value is what a clerk calls it."""

    INDICATOR = "统计表"
    FIGURE = "数据"
    FACT = "记录"
    TEXT = "文字"


class OwnEntry(Struct, frozen=True, gc=False):
    """One thing to be filled in: ``what`` nigao trace calls it (a key, text/lead.md), ``label`` is
    what a person calls it.

    ``names`` are what departments.csv may call it, ``said`` is whom its row names ("" for nobody).
    A ``required`` one must be filled (必填). ``kept_in`` is the record file of a record, the name of
    a text, the heading of a row of the form: where to look for its section.
    """

    sort: EntrySort
    what: str
    label: str
    source: Source
    filled: bool
    names: tuple[str, ...]
    said: str = ""
    required: bool = False
    kept_in: str = ""

    @property
    def key(self) -> str:
        """What a gap in the report calls it: a text without its ending."""
        return self.what.removesuffix(files.TEXT_ENDING)


class EntryRow(Struct, frozen=True, gc=False):
    """What all cells of a record share: the name of its file, what the record is called (资金[大棚]),
    whom its row names ("" for nobody), and what its record file is called."""

    file: str
    whole: str
    said: str
    kept_in: str


class CellEntry(Struct, frozen=True, gc=False):
    """A filled cell of a record, of which there are many; ``column`` is 资金.金额. Otherwise like an
    ``OwnEntry``."""

    source: Source
    column: str
    row: EntryRow

    sort: ClassVar[EntrySort] = EntrySort.FACT
    filled: ClassVar[bool] = True
    required: ClassVar[bool] = False

    @property
    def what(self) -> str:
        """What ``nigao trace`` calls it: 资金[大棚].金额."""
        return f"{self.row.whole}.{self._heading}"

    @property
    def key(self) -> str:
        """What a gap in the report calls it."""
        return self.what

    @property
    def label(self) -> str:
        """What a person calls it: 资金“大棚”金额."""
        kept_in = self.kept_in
        record = self.row.whole.removeprefix(f"{kept_in}[").removesuffix("]")
        return f"{kept_in}“{record}”{self._heading}"

    @property
    def names(self) -> tuple[str, ...]:
        """What departments.csv may call it."""
        return self.row.file, self.column, self.row.whole

    @property
    def said(self) -> str:
        """Whom its row names."""
        return self.row.said

    @property
    def kept_in(self) -> str:
        """What its record file is called."""
        return self.row.kept_in

    @property
    def _heading(self) -> str:
        """The heading of its column."""
        return self.column.removeprefix(f"{self.row.kept_in}.")


Entry = OwnEntry | CellEntry
"""One thing to be filled in."""


def entries(draft: Draft, needs: Mapping[str, BlockNeeds], gaps: frozenset[str]) -> Iterator[Entry]:
    """Everything that is filled or missing; ``gaps`` are the keys that the report could not do
    without."""
    yield from _of_form(draft, needs, gaps)
    yield from _of_figures(draft, needs, gaps)
    yield from _of_facts(draft, needs)
    yield from _of_texts(draft, needs, gaps)


def _of_form(
    draft: Draft, needs: Mapping[str, BlockNeeds], gaps: frozenset[str]
) -> Iterator[Entry]:
    """The cells of the form that are filled, and the blank ones that the outline asks for or the
    form in an appendix shows. A computed one is neither: what it is computed of is."""
    year = draft.dataset.settings.year
    asked = set(_asked_keys(needs))
    shown = any(_is_form(draft.kind.tables[name]) for name in _tables(draft))
    heading = FORM
    for row in draft.dataset.indicators:
        if row.form.level == 0:
            heading = f"{FORM}{SEPARATOR}{row.form.label_of(year)}"
        if _is_entry(row, shown or row.form.key in asked):
            yield _of_indicator(row, heading, year, gaps)


def _is_form(table: TableDescription) -> bool:
    """Whether a table prints the form."""
    return not table.records and not table.rows


def _asked_keys(needs: Mapping[str, BlockNeeds]) -> Iterator[str]:
    """The keys that the blocks of the outline ask for."""
    for block in needs.values():
        yield from block.keys


def _is_entry(row: IndicatorRow, is_asked: bool) -> bool:
    """Whether a cell of the form is filled in, or is to be where it is asked for."""
    is_wanted = is_asked and not row.form.is_heading
    return not row.computed and bool(row.cell.raw or is_wanted)


def _of_indicator(row: IndicatorRow, heading: str, year: int, gaps: frozenset[str]) -> Entry:
    form, filled = row.form, bool(row.cell.raw)
    return OwnEntry(
        EntrySort.INDICATOR,
        form.key or form.code,
        f"{form.code} {row.label or form.label_of(year)}",
        row.cell.source,
        filled,
        (form.key, form.code, files.INDICATORS, FORM),
        row.department,
        required=not filled and (form.required or form.key in gaps),
        kept_in=heading,
    )


def _of_figures(
    draft: Draft, needs: Mapping[str, BlockNeeds], gaps: frozenset[str]
) -> Iterator[Entry]:
    """The rows of figures.csv, and what the kind names, the outline asks for and no row holds; a
    figure that the form knows is not missing."""
    for row in draft.dataset.figures:
        filled = bool(row.cell.raw or row.formula)
        if filled or not draft.book.get(row.key).known:
            yield _of_figure(row, filled, gaps)
    for derived in _without_row(draft, dict.fromkeys(_asked_keys(needs))):
        yield _of_figure(_blank_row(derived), False, gaps)


def _without_row(draft: Draft, asked: Iterable[str]) -> Iterator[Derived]:
    """The figures asked for that the kind names, does not compute, and no row holds."""
    there = {row.key for row in draft.dataset.figures}
    for key in asked:
        derived = draft.kind.derived.get(key)
        if derived is None or derived.formula:
            continue
        if key not in there and not draft.book.in_form(key):
            yield derived


def _blank_row(derived: Derived) -> FigureRow:
    """The row that a figure named by the kind would have in figures.csv."""
    cell = Cell("", None, Source(files.FIGURES), derived.unit)
    return FigureRow(derived.key, derived.name, cell)


def _of_figure(row: FigureRow, filled: bool, gaps: frozenset[str]) -> Entry:
    return OwnEntry(
        EntrySort.FIGURE,
        row.key,
        row.name,
        row.cell.source,
        filled,
        (row.key, files.FIGURES),
        row.department,
        required=not filled and row.key in gaps,
    )


def _of_facts(draft: Draft, needs: Mapping[str, BlockNeeds]) -> Iterator[Entry]:
    """The filled cells of the records, and the record files without a row that the outline or an
    appendix would print, or that a department owes by name."""
    asked = {*_asked_files(draft, needs), *_owned_words(draft)}
    for name, records in draft.dataset.records.items():
        spec = records.spec
        if not records.rows and not asked.isdisjoint((name, spec.file)):
            names, source = (spec.file, name), Source(spec.file)
            yield OwnEntry(EntrySort.FACT, spec.file, name, source, False, names, kept_in=name)
        parts = [
            (column.name, f"{spec.name}.{column.name}")
            for column in spec.fields
            if column.type not in ARRANGING
        ]
        for record in records:
            yield from _of_row(record, spec, parts)


def _owned_words(draft: Draft) -> Iterator[str]:
    """What the departments say that they owe."""
    for department in draft.dataset.departments:
        yield from department.owns


def _asked_files(draft: Draft, needs: Mapping[str, BlockNeeds]) -> Iterator[str]:
    """The record files that the outline or an appendix would print."""
    for block in needs.values():
        yield from block.records
    for name in _tables(draft):
        if records := draft.kind.tables[name].records:
            yield records


def _tables(draft: Draft) -> Iterator[str]:
    """The tables of the kind that appendices or texts print; of a stacked one its blocks."""
    printed = [item.table for item in draft.dataset.settings.appendices if item.table]
    for section in draft.document.sections:
        printed += [block.id for block in section.blocks if isinstance(block, Table)]
    described = map(draft.kind.tables.get, dict.fromkeys(printed))
    for table in filter(None, described):  # one made for a record is its description's
        yield from [block.table for block in table.blocks] or [table.name]


def _of_row(
    record: Record, spec: RecordSpec, columns: Iterable[tuple[str, str]]
) -> Iterator[Entry]:
    """The filled cells of a record in the ``columns`` that do not only arrange, each with what
    departments.csv may call it."""
    by = record.cells.get(OWNER_COLUMN)
    said = record.department or (by.raw if by else "")
    row = EntryRow(spec.file, f"{spec.name}[{record.key}]", said, spec.name)
    for column, part in columns:
        cell = record.cells[column]
        if cell.raw:
            yield CellEntry(cell.source, part, row)


def _of_texts(
    draft: Draft, needs: Mapping[str, BlockNeeds], gaps: frozenset[str]
) -> Iterator[Entry]:
    """The texts that are there, and those that the outline or an appendix would print."""
    dataset, labels = draft.dataset, draft.kind.texts
    asked = [name for block in needs.values() for name in block.texts]
    asked += [part.text for item in dataset.settings.appendices for part in item.parts]
    asked += [key.removeprefix(files.TEXTS) for key in gaps if key.startswith(files.TEXTS)]
    for name in dict.fromkeys((*asked, *sorted(dataset.texts))):
        file = files.text_file(name)
        written = name in dataset.texts and dataset.texts[name].written
        label = labels.get(name, name)
        yield OwnEntry(
            EntrySort.TEXT,
            file,
            label,
            Source(file),
            written,
            (file, name, label),
            required=not written and files.TEXTS + name in gaps,
            kept_in=name,
        )
