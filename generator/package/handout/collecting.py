"""Answers against the package: what may be written, what contradicts what is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count
from types import MappingProxyType

from msgspec import Struct, field

from generator.model import files
from generator.model.dataset import Dataset
from generator.model.kind import Kind
from generator.model.replacing import replace
from generator.package.bring.filling import filled_files
from generator.package.bring.mapping import Mapped
from generator.package.bring.offering import against_package
from generator.package.bring.proposal import Offer, Proposal, RecordOffer, SheetProposal, Standing
from generator.package.bring.reading import value_for
from generator.package.bring.sheet_items import SheetItem
from generator.package.bring.targets import CellTarget, Targets, targets_of
from generator.package.handout.additions import Addition
from generator.package.handout.answers import (
    AnsweredCell,
    AnsweredRow,
    AnsweredText,
    ReturnedAnswers,
    item_number,
)
from generator.package.handout.collected_text import CollectedText
from generator.package.handout.explanations import with_remarks
from generator.package.handout.last_year import changed_last_year
from generator.package.handout.returned_rows import NOT_OWNED, ReturnedRows
from generator.package.handout.row_labels import RowLabels
from generator.package.handout.two_sides import differing
from generator.package.handout.vouching import (
    doubts_of_heading,
    doubts_of_note,
    is_vouched_for,
)
from generator.package.handout.withdrawn import Withdrawn
from generator.package.textfiles import TextStyle, encoded

_UNKNOWN = "发出去的表里没有这一格，没有用"


class Collected(Struct, frozen=True):
    """What one workbook offers: whose it is and which row of departments.csv that is (``index``,
    from 1), its numbers and records, its texts, how many cells
    and texts of the department are blank in it and in the package, what the department says of its
    numbers, by key, what it wrote in their cells, by code or key, and in the rows of records, by
    the number of the offer; ``added`` is what it wrote where no answer stands, which nobody takes.
    """

    department: str
    index: int
    file: str
    offers: tuple[Offer | RecordOffer, ...]
    texts: tuple[CollectedText, ...] = ()
    blank: int = 0
    notes: Mapping[str, str] | None = None
    written: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    added: tuple[Addition, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its numbers."""
        numbers = (offer for offer in self.offers if isinstance(offer, Offer))
        return tuple(offer.target.key for offer in numbers if offer.candidates)

    @property
    def explained(self) -> tuple[str, ...]:
        """The keys of the numbers that the department explains and vouches for."""
        notes = self.notes or {}
        return tuple(key for key, note in notes.items() if is_vouched_for(note))

    @property
    def has_news(self) -> bool:
        """Whether it says anything that the package does not say."""
        every = (*self.offers, *self.texts)
        return any(o.standing not in (Standing.SAME, Standing.NOT_USED) for o in every)

    def called(self, number: int) -> str:
        """How a person says which of the offers of all workbooks it is."""
        return item_number(self.index, number)

    def count(self, standing: Standing) -> int:
        """How many of its offers stand so."""
        return sum(offer.standing is standing for offer in (*self.offers, *self.texts))


class _Owner(Struct, frozen=True):
    """A package as the department of a workbook may fill it; the labels of that workbook."""

    dataset: Dataset
    targets: Targets
    returned: ReturnedAnswers
    labels: RowLabels

    @property
    def owned(self) -> Collection[str]:
        """The names of what it owns."""
        return self.returned.owned

    @property
    def decided(self) -> Collection[int]:
        """The numbers that a person takes from the workbook."""
        return self.returned.decided

    def lacks(self, name: str) -> bool:
        """Whether a cell or text is blank in the package; False for a record file."""
        target = self.targets.of(name)
        if target is not None:
            return not target.written
        written = {files.text_file(text) for text, it in self.dataset.texts.items() if it.written}
        return name.startswith(files.TEXTS) and name not in written

    def decide(self, number: int, standing: Standing) -> Standing:
        """A conflict that a person decided is taken."""
        taken = standing is Standing.CONFLICT and number in self.decided
        return Standing.SURE if taken else standing


def collected(
    returned: Sequence[ReturnedAnswers],
    dataset: Dataset,
    kind: Kind,
    names: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Collected, ...]:
    """What each workbook offers, its offers numbered from 1; ``names`` is what figures are called,
    by key."""
    targets, records = targets_of(dataset, kind), ReturnedRows(dataset, kind, names)
    owners = (_Owner(dataset, targets, item, RowLabels(item.answers, targets)) for item in returned)
    return tuple(_of_workbook(owner, records) for owner in owners)


def _of_workbook(owner: _Owner, records: ReturnedRows) -> Collected:
    answers, numbers = owner.returned.answers, count(1)
    filled = [cell for cell in answers.cells if not cell.cell.blank]
    offers: list[Offer | RecordOffer] = [_cell(cell, owner, next(numbers)) for cell in filled]
    offers = _with_twice(offers, owner.decided)
    returned = list(records.offers(owner.returned, numbers))
    texts = [_text(text, owner, next(numbers)) for text in answers.texts]
    offers += [offer for offer, _ in returned]
    withdrawn = Withdrawn(answers, owner.dataset, owner.targets, owner.owned)
    offers += [*withdrawn.numbers(numbers), *withdrawn.rows(offers, numbers)]
    return Collected(
        answers.department,
        owner.returned.index,
        answers.file,
        tuple(offers),
        (*texts, *withdrawn.texts(numbers)),
        len(_blank(owner)),
        {_key(cell, owner): cell.note for cell in answers.cells if cell.note},
        {cell.ident: cell.cell.text.strip() for cell in filled},
        {offer.number: {**_as_written(row), **offer.cells} for offer, row in returned},
        (*answers.added, *changed_last_year(answers.cells, owner.targets, owner.labels)),
    )


def _blank(owner: _Owner) -> set[str]:
    """The cells that came back blank, and what the department owes, the package lacks and the
    workbook does not bring: rows that are gone, texts."""
    answers = owner.returned.answers
    came = {cell.ident for cell in answers.cells if not cell.cell.blank}
    came |= {files.text_file(text.name) for text in answers.texts}
    blank = {cell.ident for cell in answers.cells if cell.ident} - came
    return blank | {name for name in owner.owned if owner.lacks(name)} - came


def _with_twice(
    offers: Sequence[Offer | RecordOffer], decided: Collection[int]
) -> list[Offer | RecordOffer]:
    """The offers, in doubt where two rows say different things of one cell and nobody decided for
    one of them."""
    rows: dict[str, list[Offer]] = defaultdict(list)
    for offer in offers:
        if isinstance(offer, Offer) and offer.candidates:
            rows[offer.target.ident].append(offer)
    doubted = {
        offer.number: _as_twice(offer, same, decided)
        for same in rows.values()
        for offer in same
        if len({other.value or other.written for other in same}) > 1
    }
    return [doubted.get(offer.number, offer) for offer in offers]


def _as_twice(offer: Offer, same: Sequence[Offer], decided: Collection[int]) -> Offer:
    if offer.number in decided:
        return offer
    said = "、".join(f"{other.value or other.written}（{other.source}）" for other in same)
    is_settled = any(other.number in decided for other in same)
    standing = Standing.NOT_USED if is_settled else Standing.DOUBT
    why = f"这一项在表里有不止一行：{said}"
    return replace(offer, standing=standing, reasons=(*offer.reasons, why))


def _as_written(row: AnsweredRow) -> dict[str, str]:
    """What stands in the cells of a row that are filled in."""
    return {name: cell.text.strip() for name, cell in row.cells.items() if not cell.blank}


def _key(cell: AnsweredCell, owner: _Owner) -> str:
    target = owner.targets.of(cell.ident)
    return target.key if target else cell.ident


def _cell(cell: AnsweredCell, owner: _Owner, number: int) -> Offer:
    """The offer of a number, a date or a word."""
    target = owner.targets.of(cell.ident)
    shown = cell.ident or f"{cell.label or ''} {cell.cell.text}".strip()
    nowhere = Offer(number, cell.source, shown, (), "", Standing.NOT_USED, _NO_MAPPING)
    if target is None:
        return replace(nowhere, reasons=(_UNKNOWN,))
    unit = target.unit if cell.unit is None else cell.unit
    item = SheetItem(cell.source, target.label, "", unit, cell.cell)
    read = value_for(item, target, owner.dataset.settings.year)
    shown = f"{read.text}{target.unit_shown}" if read.text else f"“{cell.cell.text}”"
    written = f"{target.label} {shown}"
    offer = replace(nowhere, written=written, candidates=(target,), value=read.text)
    if target.ident not in owner.owned:
        return replace(offer, reasons=(NOT_OWNED,))
    moved = owner.labels.doubts(cell, target)
    reasons = (*moved, *read.doubts, *read.faults, *_unsure(cell, target, owner))
    is_settled = not reasons or number in owner.decided
    standing = Standing.SURE if read.text and is_settled else Standing.DOUBT
    offer = replace(
        offer, standing=standing, qualifier=read.qualifier, notes=read.notes, reasons=reasons
    )
    take = f"要以报来的为准，请加 --decide {owner.returned.called(number)}"
    offer = against_package(offer, target, read, take)
    return replace(offer, standing=owner.decide(number, offer.standing))


_NO_MAPPING = Mapped("", "", "", "")


def _unsure(cell: AnsweredCell, target: CellTarget, owner: _Owner) -> Iterator[str]:
    """Why a number may not be what its row asks for."""
    settings = owner.dataset.settings
    if cell.fault:
        yield cell.fault
    yield from doubts_of_heading(owner.returned.answers.heading, target, settings)
    yield from doubts_of_note(cell, target, settings)


def _lines(text: str) -> list[str]:
    """A text without blanks at the ends of its lines."""
    return [line.rstrip() for line in text.strip().splitlines()]


def _text(text: AnsweredText, owner: _Owner, number: int) -> CollectedText:
    name = files.text_file(text.name)
    offer = CollectedText(number, text.source, text.name, text.text, Standing.SURE)
    if name not in owner.owned:
        return replace(offer, standing=Standing.NOT_USED, reasons=(NOT_OWNED,))
    doubts = (text.fault,) if text.fault else tuple(owner.labels.doubts_of_text(text))
    if doubts:
        return replace(offer, standing=Standing.DOUBT, reasons=doubts)
    there = owner.dataset.texts.get(text.name)
    if there is None or not there.written:
        return offer
    if _lines(there.words) == _lines(text.text):
        return replace(offer, standing=Standing.SAME)
    standing = owner.decide(number, Standing.CONFLICT)
    was, now = differing(there.words, text.text)
    how = f"以报来的为准请加 --decide {owner.returned.called(number)}"
    told = f"已经写了别的文字“{was}”，报来的是“{now}”，没有改；{how}"
    return replace(offer, standing=standing, reasons=(told,))


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
        changed |= with_remarks({**package, **changed}, item.offers, item.notes or {})
        for text in item.texts:
            if text.standing is Standing.SURE:
                data = encoded(f"{text.text}\n", TextStyle())
                changed[files.text_file(text.name)] = data
    return changed
