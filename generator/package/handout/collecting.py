"""Answers against the package: what may be written, what contradicts what is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TypeVar

from generator.model import files
from generator.model.dataset import Dataset
from generator.model.errors import Problem
from generator.model.kind import FieldSpec, Kind, RecordSpec
from generator.package.bring.filling import filled_files
from generator.package.bring.mapping import Mapped
from generator.package.bring.offering import against_package
from generator.package.bring.proposal import Offer, Proposal, RecordOffer, SheetProposal, Standing
from generator.package.bring.reading import value_for
from generator.package.bring.sheet_items import SheetItem
from generator.package.bring.targets import Targets, targets_of
from generator.package.handout.answers import (
    AnsweredCell,
    AnsweredRow,
    AnsweredText,
    Answers,
)
from generator.package.intake.celltext import UnclearCellError, cell_text
from generator.package.intake.numbers import CellError
from generator.package.intake.values import parse_cell
from generator.package.textfiles import TextStyle, encoded

_NOT_OWNED = "这一格不归它填，没有用"
_UNKNOWN = "发出去的表里没有这一格，没有用"
_CHANGED = "这一条记录改过，没有写；要改请在数据包里改"
_LONGEST_KEY = 12


@dataclass(frozen=True)
class CollectedText:
    """A text that came back: its number among the offers, where it goes, how it stands."""

    number: int
    source: str
    name: str
    text: str
    standing: Standing
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Collected:
    """What one workbook offers: whose it is, its numbers and records, its texts, how many of its
    cells are blank, what the department says of its numbers, by key, what it wrote in their cells,
    by code or key, and in the rows of records, by the number of the offer."""

    department: str
    file: str
    offers: tuple[Offer | RecordOffer, ...]
    texts: tuple[CollectedText, ...] = ()
    blank: int = 0
    notes: Mapping[str, str] | None = None
    written: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[int, Mapping[str, str]] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its numbers."""
        numbers = (offer for offer in self.offers if isinstance(offer, Offer))
        return tuple(offer.target.key for offer in numbers if offer.candidates)

    def count(self, standing: Standing) -> int:
        """How many of its offers stand so."""
        return sum(offer.standing is standing for offer in (*self.offers, *self.texts))


@dataclass(frozen=True)
class _Owner:
    """A package as one department may fill it: what it owns, what a person decided by number."""

    dataset: Dataset
    kind: Kind
    targets: Targets
    owned: Collection[str]
    decided: Collection[int]

    def decide(self, number: int, standing: Standing) -> Standing:
        """A conflict that a person decided is taken."""
        taken = standing is Standing.CONFLICT and number in self.decided
        return Standing.SURE if taken else standing


def collected(
    answers: Sequence[tuple[Answers, Collection[str]]],
    dataset: Dataset,
    kind: Kind,
    decided: Collection[int] = (),
) -> tuple[Collected, ...]:
    """What each workbook offers, its offers numbered through all of them.

    With each go the names (codes, keys, files) of what its department owns: nothing else counts.
    ``decided`` are the numbers of conflicts, and of numbers in doubt, that a person takes from the
    workbook.
    """
    numbers, targets = count(1), targets_of(dataset, kind)
    return tuple(
        _of_workbook(item, _Owner(dataset, kind, targets, owned, decided), numbers)
        for item, owned in answers
    )


def _of_workbook(answers: Answers, owner: _Owner, numbers: Iterator[int]) -> Collected:
    filled = [cell for cell in answers.cells if not cell.cell.blank]
    offers: list[Offer | RecordOffer] = [_cell(cell, owner, next(numbers)) for cell in filled]
    known = _KnownRows(owner)
    records = [(offer, row) for row in answers.rows for offer in known.offers(row, numbers)]
    offers += [offer for offer, _ in records]
    rows = {offer.number: {**_as_written(row), **offer.cells} for offer, row in records}
    texts = tuple(_text(text, owner, next(numbers)) for text in answers.texts)
    notes = {_key(cell, owner): cell.note for cell in answers.cells if cell.note}
    blank = len(answers.cells) - len(filled)
    written = {cell.ident: cell.cell.text.strip() for cell in filled}
    told = (answers.department, answers.file, tuple(offers), texts, blank, notes, written, rows)
    return Collected(*told)


def _as_written(row: AnsweredRow) -> dict[str, str]:
    """What stands in the cells of a row that are filled in."""
    return {name: cell.text.strip() for name, cell in row.cells.items() if not cell.blank}


def _key(cell: AnsweredCell, owner: _Owner) -> str:
    target = owner.targets.of(cell.ident)
    return target.key if target else cell.ident


def _cell(cell: AnsweredCell, owner: _Owner, number: int) -> Offer:
    """The offer of a number, a date or a word."""
    target = owner.targets.of(cell.ident)
    nowhere = Offer(number, cell.source, cell.ident, (), "", Standing.NOT_USED, _NO_MAPPING)
    if target is None:
        return replace(nowhere, reasons=(_UNKNOWN,))
    item = SheetItem(cell.source, target.label, "", target.unit, cell.cell)
    read = value_for(item, target, owner.dataset.settings.year)
    shown = f"{read.text}{target.unit}" if read.text else f"“{cell.cell.text}”"
    written = f"{target.label} {shown}"
    offer = replace(nowhere, written=written, candidates=(target,), value=read.text)
    if target.ident not in owner.owned:
        return replace(offer, reasons=(_NOT_OWNED,))
    reasons = (*read.doubts, *read.faults)
    is_settled = not reasons or number in owner.decided
    standing = Standing.SURE if read.text and is_settled else Standing.DOUBT
    offer = replace(
        offer, standing=standing, qualifier=read.qualifier, notes=read.notes, reasons=reasons
    )
    take = f"要以报来的为准，请加 --decide {number}"
    offer = against_package(offer, target, read, take)
    return replace(offer, standing=owner.decide(number, offer.standing))


_NO_MAPPING = Mapped("", "", "", "")


def _text(text: AnsweredText, owner: _Owner, number: int) -> CollectedText:
    name = files.text_file(text.name)
    offer = CollectedText(number, text.source, text.name, text.text, Standing.SURE)
    if name not in owner.owned:
        return replace(offer, standing=Standing.NOT_USED, reasons=(_NOT_OWNED,))
    there = owner.dataset.texts.get(text.name)
    if there is None or not there.written:
        return offer
    if there.words.strip() == text.text.strip():
        return replace(offer, standing=Standing.SAME)
    standing = owner.decide(number, Standing.CONFLICT)
    return replace(offer, standing=standing, reasons=("已经写了别的文字，没有改",))


class _KnownRows:
    """The records that are there, and the keys that new ones get."""

    def __init__(self, owner: _Owner) -> None:
        self._owner = owner
        self._specs = {spec.file: spec for spec in owner.kind.records}
        self._keys = {
            records.spec.file: {record.key for record in records}
            for records in owner.dataset.records.values()
        }

    def offers(self, row: AnsweredRow, numbers: Iterator[int]) -> Iterator[RecordOffer]:
        """The offer of a row; none for one that stands there as it is."""
        spec, year = self._specs[row.file], self._owner.dataset.settings.year
        cells, reasons = _read_row(row, spec, year)
        offer = RecordOffer(0, row.source, row.file, row.key, cells, Standing.SURE, reasons)
        if row.file not in self._owner.owned:
            yield replace(
                offer, number=next(numbers), standing=Standing.NOT_USED, reasons=(_NOT_OWNED,)
            )
        elif row.key in self._keys.get(row.file, ()):
            if row.cells.keys() - cells.keys():
                yield replace(offer, number=next(numbers), standing=Standing.DOUBT)
            elif self._differs(row.file, row.key, cells):
                changed = replace(offer, standing=Standing.CONFLICT, reasons=(_CHANGED,))
                yield replace(changed, number=next(numbers))
        else:
            standing = Standing.DOUBT if reasons else Standing.SURE
            key = self._new_key(row.file, spec, cells)
            yield replace(offer, number=next(numbers), key=key, standing=standing)

    def _differs(self, file: str, key: str, cells: Mapping[str, str]) -> bool:
        name = self._specs[file].name
        record = next(item for item in self._owner.dataset.records[name] if item.key == key)
        return any(record.cells[column].raw != text for column, text in cells.items())

    def _new_key(self, file: str, spec: RecordSpec, cells: Mapping[str, str]) -> str:
        """A key that no row of the file has, made of its first words."""
        words = next((text for text in cells.values() if text and not text[0].isdigit()), spec.name)
        keys = self._keys.setdefault(file, set())
        tries = (words[:_LONGEST_KEY], *(f"{words[:_LONGEST_KEY]}-{n}" for n in range(2, 10_000)))
        key = next(name for name in tries if name not in keys)
        keys.add(key)
        return key


def _read_row(
    row: AnsweredRow, spec: RecordSpec, year: int
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The texts of the cells of a row, and what is wrong with them."""
    cells: dict[str, str] = {}
    reasons: list[str] = []
    for column in spec.fields:
        cell = row.cells.get(column.name)
        if cell is None:
            continue
        if column.required and cell.blank:
            reasons.append(f"“{column.name}”必填，空着")
        try:
            cells[column.name] = _readable(cell_text(cell, column, year).strip(), column, year)
        except UnclearCellError as fault:
            reasons.append(f"“{column.name}”{fault.message}。{fault.todo}")
        except CellError as fault:
            reasons.append(f"“{column.name}”{fault.expected}。{fault.todo}")
    return cells, tuple(reasons)


def _readable(text: str, field: FieldSpec, year: int) -> str:
    """The text of a cell that can be read. Raises CellError."""
    parse_cell(text, field, year)
    return text


def without_faulty(workbook: Collected, faults: Sequence[Problem]) -> Collected:
    """A workbook whose texts and new rows with a fault in their file are held back, and why."""
    told = {fault.file: f"{fault.message}。{fault.todo}" for fault in faults}
    texts = tuple(
        _with_fault(text, told.get(files.text_file(text.name))) for text in workbook.texts
    )
    offers = tuple(
        _with_fault(offer, told.get(offer.file)) if isinstance(offer, RecordOffer) else offer
        for offer in workbook.offers
    )
    return replace(workbook, texts=texts, offers=offers)


_Item = TypeVar("_Item", CollectedText, RecordOffer)


def _with_fault(item: _Item, fault: str | None) -> _Item:
    if fault is None or item.standing is not Standing.SURE:
        return item
    return replace(item, standing=Standing.DOUBT, reasons=(*item.reasons, fault))


def files_with(
    package: Mapping[str, bytes], kind: Kind, workbooks: Sequence[Collected]
) -> dict[str, bytes]:
    """The files of a package that change where all that is certain is taken. Raises DataError where
    a table cannot be written as it stands."""
    sheets = tuple(
        SheetProposal(item.file, item.file, item.department, item.offers) for item in workbooks
    )
    changed = filled_files(package, kind, Proposal(sheets), ())
    for item in workbooks:
        for text in item.texts:
            if text.standing is Standing.SURE:
                data = encoded(f"{text.text}\n", TextStyle())
                changed[files.text_file(text.name)] = data
    return changed
