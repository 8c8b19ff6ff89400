"""What each department owes of a package, as the workbooks that are handed out and collected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from generator.check import Result, check_draft
from generator.figures import Draft
from generator.jobs.compose import drafted
from generator.jobs.figure_words import words_by_key
from generator.jobs.statuses.known_status import Status, of_draft
from generator.model import files
from generator.model.cell import Source
from generator.model.dataset import Dataset, Department, Record
from generator.model.kind import FieldType, Kind, RecordSpec
from generator.package.bring.targets import CellTarget, targets_of
from generator.package.handout import (
    Handout,
    OwedCell,
    OwedRecords,
    OwedText,
    figures_computed_of,
    owned_row,
)
from generator.package.read import load_package
from generator.report.progress import Assigned
from generator.report.progress.entries import EntrySort

_NUMBERS = (EntrySort.INDICATOR, EntrySort.FIGURE)


class Owing(Struct, frozen=True):
    """A package, and what each of its departments owes."""

    draft: Draft
    state: Status
    handouts: tuple[Handout, ...]

    @property
    def dataset(self) -> Dataset:
        """The package as read."""
        return self.draft.dataset

    @property
    def findings(self) -> Result:
        """What the check finds in it."""
        return self.state.findings


def owing(package: Path, contact: str = "", templates: Path | None = None) -> Owing:
    """What each department of departments.csv owes, in its order; those that owe nothing are left
    out. ``contact`` is whom they may ask. Raises what ``load_package`` raises."""
    dataset, kind = load_package(package, templates)
    draft, report = drafted(dataset, kind)
    state = of_draft(package, draft, report, check_draft(draft))
    of_department: dict[str, list[Assigned]] = defaultdict(list)
    for item in state.progress.assigned:
        of_department[item.department].append(item)
    made = (
        _handout(department, of_department[department.name], dataset, kind, contact)
        for department in dataset.departments
    )
    return Owing(draft, state, tuple(handout for handout in made if handout.count))


def _handout(
    department: Department,
    assigned: list[Assigned],
    dataset: Dataset,
    kind: Kind,
    contact: str,
) -> Handout:
    targets = targets_of(dataset, kind)
    cells: dict[str, OwedCell] = {}
    for item in assigned:
        target = targets.of(_ident(item)) if item.entry.sort in _NUMBERS else None
        if target:  # a row of figures.csv may have the key of a row of the form: that is one cell
            cells.setdefault(target.ident, OwedCell(target, item.entry.required))
    return Handout(
        department,
        dataset.settings.place.get("name", ""),
        dataset.settings.year,
        kind.name,
        contact,
        tuple(
            cell for cell in cells.values() if not cell.target.closed and not cell.target.heading
        ),
        tuple(_files_of(assigned, dataset, kind)),
        tuple(_texts(assigned, dataset, kind)),
    )


def _ident(item: Assigned) -> str:
    """The code of a row of the form, the key of a figure."""
    names = item.entry.names
    return names[1] if item.entry.sort is EntrySort.INDICATOR else names[0]


def _files_of(assigned: list[Assigned], dataset: Dataset, kind: Kind) -> list[OwedRecords]:
    """The record files of which the department owes something, with the rows that are its own."""
    facts = [item for item in assigned if item.entry.sort is EntrySort.FACT]
    names = dict.fromkeys(item.entry.kept_in for item in facts)
    rows = {_where(item.entry.source) for item in facts}
    specs = [spec for spec in kind.records if spec.name in names]
    figures = words_by_key(dataset, kind) if any(map(_holds_keys, specs)) else {}

    def choices(spec: RecordSpec) -> dict[str, str]:
        """The figures that a row may take its number of, none that is computed of the file."""
        sums = figures_computed_of(spec, dataset, kind)
        return {key: name for key, name in figures.items() if key not in sums}

    return [
        OwedRecords(
            spec,
            tuple(map(_row, _own(dataset, spec.name, rows))),
            names=choices(spec) if _holds_keys(spec) else {},
        )
        for spec in specs
    ]


def _holds_keys(spec: RecordSpec) -> bool:
    """Whether a record file has a column that names figures."""
    return any(field.type is FieldType.FIGURE_KEY for field in spec.fields)


def _own(dataset: Dataset, name: str, rows: set[tuple[str, int]]) -> list[Record]:
    if name not in dataset.records:
        return []
    return [r for r in dataset.records[name] if _where(r.source) in rows]


def _where(source: Source) -> tuple[str, int]:
    return source.file, source.row


def _row(record: Record) -> Mapping[str, str]:
    return {name: cell.raw for name, cell in record.cells.items()}


def _texts(assigned: list[Assigned], dataset: Dataset, kind: Kind) -> list[OwedText]:
    texts = [item.entry for item in assigned if item.entry.sort is EntrySort.TEXT]
    owed = []
    for entry in texts:
        name = entry.kept_in
        there = dataset.texts.get(name)
        words = there.words.strip() if there and there.written else ""
        owed.append(OwedText(name, entry.label, kind.guidance.get(name, ""), words))
    return owed


def owned_idents(handout: Handout) -> set[str]:
    """The codes, keys and files of what a department owns, and its rows of records."""
    cells: list[CellTarget] = [cell.target for cell in handout.cells]
    names = {target.ident for target in cells}
    names |= {item.spec.file for item in handout.records}
    names |= {
        owned_row(item.spec.file, row.get(item.spec.key_field.name, ""))
        for item in handout.records
        for row in item.rows
    }
    return names | {files.text_file(text.name) for text in handout.texts}
