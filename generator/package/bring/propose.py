"""Sheets to a proposal: each item matched, read in the unit of its cell, and compared with what is
there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from generator.model.dataset import Dataset
from generator.model.errors import Problem, raise_all
from generator.model.kind import Kind
from generator.model.replacing import replace
from generator.package.bring.column_items import column_items
from generator.package.bring.given_rows import FixedRows
from generator.package.bring.list_items import list_items
from generator.package.bring.mapping import NOT_USED, Mapped, MappedItems, without_columns
from generator.package.bring.matching import Matcher
from generator.package.bring.offering import OfferContext, offer_of
from generator.package.bring.proposal import Offer, Proposal, RecordOffer, SheetProposal
from generator.package.bring.record_columns import column_offers, with_columns
from generator.package.bring.record_rows import RecordSheet, likely_record_sheet, record_sheet
from generator.package.bring.rivals import with_rivals
from generator.package.bring.row_items import row_items
from generator.package.bring.sheet_columns import SheetColumns, columns_of
from generator.package.bring.sheet_faults import number_faults, sheet_faults
from generator.package.bring.sheet_items import SheetItem
from generator.package.bring.sheet_layout import SheetLayout, layouts_of
from generator.package.bring.sheets import BroughtSheet
from generator.package.bring.targets import targets_of
from generator.package.bring.wording_alike import LabelReader
from generator.package.intake.grid import letter

_SAMPLE, _NAMED_ROWS = 30, 8


class _Proposing(Struct):
    """A package, all that was settled earlier, columns of records too, and the offers so far."""

    dataset: Dataset
    kind: Kind
    context: OfferContext
    settled: MappedItems
    count: int = 0

    @property
    def owners(self) -> list[str]:
        """What the place is called."""
        place = self.dataset.settings.place
        return [place[name] for name in ("name", "short") if place.get(name)]

    @property
    def year(self) -> int:
        """That of the report."""
        return self.context.year

    def matcher(self, title: str) -> Matcher:
        """A matcher for the items of a sheet."""
        return Matcher(self.context.targets, self.context.labels, title)


def propose(
    sheets: Iterable[BroughtSheet],
    dataset: Dataset,
    kind: Kind,
    mapping: Sequence[Mapped] = (),
    confirmed: Mapping[int, str] | None = None,
) -> Proposal:
    """Where the items of the sheets go in a package of that kind.

    ``mapping`` is what was settled earlier. ``confirmed`` says of offers by number what a person
    decided: a key or code, 不用, or "" for the first candidate.
    """
    settings = dataset.settings
    words = {*settings.place.values(), *settings.partner.values()}
    labels = LabelReader(tuple(sorted(filter(_is_proper, words), key=len, reverse=True)))
    of_items = MappedItems(without_columns(mapping, kind.filled_records), labels)
    context = OfferContext(
        targets_of(dataset, kind), labels, of_items, confirmed or {}, settings.year
    )
    proposing = _Proposing(dataset, kind, context, MappedItems(tuple(mapping), labels))
    layouts = (layout for sheet in sheets for layout in layouts_of(sheet))
    proposal = Proposal(with_rivals([_sheet(proposing, layout) for layout in layouts]))
    raise_all(_unknown_numbers(proposing, proposal))
    return proposal


def _unknown_numbers(proposing: _Proposing, proposal: Proposal) -> Iterator[Problem]:
    """What a person said of offers that there are not, or that nobody can settle."""
    items = {offer.number for offer in proposal.offers if isinstance(offer, Offer)}
    for number in proposing.context.confirmed.keys() - items:
        message, todo = f"没有第{number}项可定", "请照提出的序号写；记录的行请在表里改好"
        yield Problem(message, todo, unreadable=True)


def _is_proper(word: str) -> bool:
    """Whether a word of the settings is a proper name: no level (县), no 我县."""
    return len(word) > 2 or (len(word) == 2 and not word.startswith(("我", "本")))


def _sheet(proposing: _Proposing, layout: SheetLayout) -> SheetProposal:
    columns = columns_of(layout, proposing.year, proposing.owners)
    specs, mapped = proposing.kind.filled_records, proposing.settled
    records = record_sheet(layout, specs, mapped, proposing.year)
    items = [] if records is not None else _best_items(proposing, layout, columns)
    if records is None and not _knows_any(proposing, layout, items):
        records = likely_record_sheet(layout, specs, mapped, proposing.year)
    faults = tuple(sheet_faults(layout, proposing.dataset.settings))
    if records is not None:
        offers = _record_offers(proposing, records, faults)
    else:
        faults += tuple(number_faults(layout, proposing.dataset.settings))
        offers = _offers(proposing, layout, items, faults)
    shown, title = str(layout.sheet), layout.title
    remarks = tuple(_remarks(layout, columns))
    return SheetProposal(layout.sheet.file, shown, title, tuple(offers), remarks)


def _knows_any(proposing: _Proposing, layout: SheetLayout, items: Sequence[SheetItem]) -> bool:
    """Whether any item may go anywhere, by its label or because a person said so; one that is not
    used goes nowhere, and may be a column of records."""
    matcher, mapped = proposing.matcher(layout.title), proposing.context.mapped
    return any(
        matcher.match(item).candidates
        or any(entry.key != NOT_USED for entry in mapped.of(layout.title, item.name))
        for item in items
        if not item.is_heading
    )


def _remarks(layout: SheetLayout, columns: SheetColumns) -> Iterator[str]:
    """What was left out of a sheet, and what was read although it is hidden."""
    for head in columns.passed:
        yield f"没有取“{head}”列"
    if layout.grid.hidden:
        yield "这张工作表是隐藏的，照样读了"
    if layout.hidden_rows:
        yield f"第{_named_rows(layout.hidden_rows)}行是隐藏的，照样读了"
    if layout.hidden_columns:
        letters = "、".join(map(letter, layout.hidden_columns[:_NAMED_ROWS]))
        yield f"{letters}列是隐藏的，照样读了"
    if layout.struck_rows:
        yield f"第{_named_rows(layout.struck_rows)}行格子里有划掉的字"


def _named_rows(rows: Sequence[int]) -> str:
    return "、".join(map(str, rows[:_NAMED_ROWS]))


def _best_items(
    proposing: _Proposing, layout: SheetLayout, columns: SheetColumns
) -> list[SheetItem]:
    """The items of the rows or of the columns, whichever the package knows better; with the count
    of a list where it knows no row."""
    by_row = row_items(layout, columns, proposing.year, proposing.owners)
    by_column = column_items(layout, columns, proposing.year, proposing.owners)
    of_rows, of_columns = (_weight(proposing, layout, items) for items in (by_row, by_column))
    counts = [] if int(of_rows) else list_items(layout, columns)
    if counts or (layout.totals and of_rows == of_columns == 0):
        return [*counts, *by_column]
    return by_row if by_row and of_rows >= of_columns else by_column


def _weight(proposing: _Proposing, layout: SheetLayout, items: Sequence[SheetItem]) -> float:
    """How many of the items the package knows; a little more where some of the first ones are like
    what it knows."""
    matcher = proposing.matcher(layout.title)
    rows = [item for item in items if not item.is_heading]
    known = 0
    for row in rows:
        mapped = proposing.context.mapped.of(layout.title, row.name)
        known += bool(mapped) or bool(matcher.match(row, exactly=True).candidates)
    first = [replace(row, label=row.label.split("／")[0]) for row in rows[:_SAMPLE]]
    alike = [row for row in first if matcher.match(row).candidates]
    return known + len(alike) / (_SAMPLE + 1)


def _offers(
    proposing: _Proposing,
    layout: SheetLayout,
    items: Sequence[SheetItem],
    faults: tuple[str, ...],
) -> list[Offer | RecordOffer]:
    """The offers of the items of a sheet, numbered; headings only tell where the others stand.
    ``faults`` hold for all of them."""
    matcher = proposing.matcher(layout.title)
    offers: list[Offer | RecordOffer] = []
    for item, name in zip(items, _item_names(proposing, items), strict=True):
        if item.is_heading:
            matcher.match(item)
            continue
        proposing.count += 1
        whole = replace(item, units_above=layout.units, faults=(*faults, *item.faults))
        offers.append(offer_of(proposing.context, matcher, whole, name, proposing.count))
    return offers


def _item_names(proposing: _Proposing, items: Sequence[SheetItem]) -> list[str]:
    """What the mapping file calls the items: those that a sheet has twice with what stands above
    them."""
    plain = [proposing.context.labels.plain(item.name) for item in items]
    often = Counter(plain)
    names, above = [], ""
    for item, label in zip(items, plain, strict=True):
        if often[label] == 1:
            above = item.name
        names.append(item.name if often[label] == 1 or not above else f"{above}／{item.name}")
    return names


def _record_offers(
    proposing: _Proposing, sheet: RecordSheet, faults: tuple[str, ...]
) -> list[Offer | RecordOffer]:
    """The columns of a sheet of records that must be settled, then its rows, numbered; ``faults``
    hold for all rows."""
    given = proposing.kind.rows.get(sheet.spec.file, ())
    fixed = FixedRows(sheet, given, proposing.context.labels) if given else None
    sheet = sheet if fixed is None else fixed.numbers
    columns = column_offers(sheet, proposing.context, proposing.count + 1)
    proposing.count += len(columns)
    offers: list[Offer | RecordOffer] = [*columns]
    records, year = proposing.dataset.records[sheet.spec.name], proposing.year
    sheet = with_columns(sheet, columns)
    rows = (
        fixed.offers(sheet, records, year, faults) if fixed else sheet.offers(records, year, faults)
    )
    for offer in rows:
        proposing.count += 1
        offers.append(replace(offer, number=proposing.count))
    return offers
