"""How far a package is: what is filled, missing, not printed, vanished, and who owes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import Literal

from generator.figures import Draft
from generator.model import files
from generator.model.cell import Source
from generator.model.dataset import Dataset, Department, IndicatorRow
from generator.model.document import Document
from generator.report import trace
from generator.report.outline_blocks import vanished_blocks

State = Literal["printed", "unprinted", "missing"]
STATES: Mapping[State, str] = {"printed": "已印", "unprinted": "填了没印", "missing": "缺"}
_FORM = "统计表"
_NOWHERE = "（没有印出）"


@dataclass(frozen=True)
class StatusItem:
    """A cell, a text or a record file of a package: its key (or code, or file), what a person calls
    it, where it belongs, who owes it ("" for nobody named).

    ``gap`` is true where the report prints 【待补】 for it; ``required`` where the catalogue says
    必填; ``reason`` tells why a filled one is not printed.
    """

    what: str
    label: str
    state: State
    section: str
    department: str
    source: Source
    gap: bool = False
    required: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Vanished:
    """A paragraph of the outline that the report does not have: the block, and the keys it needs
    that are unknown."""

    block: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Status:
    """All items of a package, and the paragraphs that vanished."""

    items: tuple[StatusItem, ...]
    vanished: tuple[Vanished, ...]
    departments: tuple[Department, ...]

    def of(self, state: State) -> tuple[StatusItem, ...]:
        """The items in that state."""
        return tuple(item for item in self.items if item.state == state)


def status_of(draft: Draft) -> Status:
    """The state of the package of a draft."""
    return Status(
        tuple(_Items(draft).all()),
        tuple(Vanished(block, keys) for block, keys in vanished_blocks(draft)),
        draft.dataset.departments,
    )


class _Items:
    """Collects the items of one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.dataset = draft, draft.dataset
        self.sections = dict(_sections(draft.document))
        self.gaps = {gap.mark.key: gap for gap in reversed(trace.gaps(draft.document))}
        self.gap_sections = {key: _short(gap.line.section) for key, gap in self.gaps.items()}
        self.named: set[str] = set()
        self.departments = dict(_departments(self.dataset))

    def all(self) -> Iterator[StatusItem]:
        """Filled items in the order of the package, then missing ones."""
        unplaced = {
            item.source: item.reason
            for item in trace.unplaced(self.dataset, self.draft.kind, self.draft.document)
        }
        for what, source in trace.filled(self.dataset):
            yield self._filled(what, source, unplaced.get(source))
        yield from self._missing()

    def _filled(self, what: str, source: Source, reason: str | None) -> StatusItem:
        state: State = "printed" if reason is None else "unprinted"
        section = self.sections.get(source, _NOWHERE)
        label, department = self._called(what), self._owner(what, source)
        return StatusItem(what, label, state, section, department, source, reason=reason or "")

    def _called(self, what: str) -> str:
        return self.draft.book.get(what).name if what in self.draft.book else what

    def _missing(self) -> Iterator[StatusItem]:
        rows = self.dataset.indicators if self._has_form() else ()
        for row in rows:
            if not row.form.is_heading and not row.cell.raw:
                yield self._blank_cell(row)
        for figure in self.dataset.figures:
            blank = not figure.cell.raw and not figure.formula
            if blank and not self.draft.book.get(figure.key).known:
                yield self._lack(figure.key, figure.name, files.FIGURES, figure.cell.source)
        for name, records in self.dataset.records.items():
            if not records.rows:
                yield self._lack(name, f"{name}（没有一条记录）", name, Source(records.spec.file))
        for key, gap in self.gaps.items():
            if key not in self.named:
                label = gap.text.removeprefix("【待补：").rstrip("】")
                yield self._lack(key, label, _NOWHERE, _written(key, gap))

    def _has_form(self) -> bool:
        """Whether the form belongs to the report: an appendix prints it, or a cell is filled."""
        tables = self.draft.kind.tables
        named = [item.table for item in self.dataset.settings.appendices if item.table in tables]
        printed = any(not tables[name].records for name in named)
        return printed or any(row.cell.raw for row in self.dataset.indicators)

    def _blank_cell(self, row: IndicatorRow) -> StatusItem:
        form, what = row.form, row.form.key or row.form.code
        label = row.label or form.label_of(self.dataset.settings.year)
        source = row.cell.source if row.cell.source.row else Source(files.INDICATORS, 0, form.code)
        return self._lack(what, f"{form.code} {label}", self._part(row), source, form.required)

    def _part(self, row: IndicatorRow) -> str:
        """The part of the form that a row belongs to."""
        form, catalogue = row.form, self.draft.kind.catalogue
        while form.parent in catalogue:
            form = catalogue[form.parent]
        return f"{_FORM}／{form.label_of(self.dataset.settings.year)}"

    def _lack(
        self, what: str, label: str, section: str, source: Source, required: bool = False
    ) -> StatusItem:
        self.named.add(what)
        return StatusItem(
            what,
            label,
            "missing",
            self.gap_sections.get(what, section),
            self._owner(what, source),
            source,
            gap=what in self.gaps,
            required=required,
        )

    def _owner(self, what: str, source: Source) -> str:
        """The department that departments.csv names for an item, else its 来源."""
        for department in self.dataset.departments:
            if any(_owns(pattern, what, source) for pattern in department.owns):
                return department.name
        return self.departments.get(source, "")


def _departments(dataset: Dataset) -> Iterator[tuple[Source, str]]:
    """The 来源 of each cell of the form and of figures.csv."""
    for row in dataset.indicators:
        yield row.cell.source, row.department
    for figure in dataset.figures:
        yield figure.cell.source, figure.department


def _owns(pattern: str, what: str, source: Source) -> bool:
    """Whether a pattern of departments.csv (a key, a code, a file, a text; * for anything) means an
    item."""
    stem = PurePath(source.file).name.partition(".")[0]
    record = what.partition("[")[0].partition(".")[0]
    names = (what, source.file, stem, record, source.column)
    return any(fnmatchcase(name, pattern) for name in names if name)


def _written(key: str, gap: trace.Occurrence) -> Source:
    """Where a missing thing is to be written: its text, else the template that asks for it."""
    if key.startswith(files.TEXTS):
        return Source(key + files.TEXT_ENDING)
    return gap.mark.sources[0] if gap.mark.sources else Source("")


def _sections(document: Document) -> Iterator[tuple[Source, str]]:
    """The cells that the report prints, each with the section in which it stands first."""
    seen: set[Source] = set()
    for item in trace.occurrences(document):
        for source in item.mark.sources:
            if source not in seen:
                seen.add(source)
                yield source, _short(item.line.section)


def _short(section: str) -> str:
    """The two outermost headings."""
    return "／".join(section.split("／")[:2]) or "（标题前）"


def counts(
    items: Iterable[StatusItem], by: Literal["section", "department"]
) -> dict[str, dict[State, int]]:
    """How many items are in each state, by section or by department, in the order of the items."""
    table: dict[str, dict[State, int]] = {}
    for item in items:
        row = table.setdefault(getattr(item, by), dict.fromkeys(STATES, 0))
        row[item.state] += 1
    return table
