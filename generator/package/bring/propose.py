"""Sheets to a proposal: each item matched, read in the unit of its cell, and compared with what is
there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.dataset import Dataset
from generator.model.errors import Problem, raise_all
from generator.model.kind import Kind, RecordSpec
from generator.package.bring.column_items import column_items
from generator.package.bring.list_items import list_items
from generator.package.bring.mapping import Mapped, MappedItems
from generator.package.bring.matching import Matcher
from generator.package.bring.offering import OfferContext, offer_of
from generator.package.bring.proposal import Offer, Proposal, RecordOffer, SheetProposal, Standing
from generator.package.bring.record_rows import RecordSheet, record_sheet
from generator.package.bring.rivals import with_rivals
from generator.package.bring.row_items import row_items
from generator.package.bring.sheet_columns import SheetColumns, columns_of, of_year
from generator.package.bring.sheet_items import SheetItem
from generator.package.bring.sheet_layout import SheetLayout, layouts_of
from generator.package.bring.sheets import BroughtSheet
from generator.package.bring.targets import targets_of
from generator.package.bring.wording_alike import LabelReader

_SAMPLE, _NAMED_ROWS = 30, 8
_OWNER = re.compile(r"([\u4e00-\u9fff]{1,8}?[县市区旗])\s*(?:19|20)[0-9]{2}年")
_YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@dataclass
class _Proposing:
    """A package, and the offers so far."""

    dataset: Dataset
    kind: Kind
    context: OfferContext
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
    targets, mapped = targets_of(dataset, kind), MappedItems(tuple(mapping), labels)
    context = OfferContext(targets, labels, mapped, confirmed or {}, settings.year)
    proposing = _Proposing(dataset, kind, context)
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
    records = record_sheet(layout, proposing.kind.records, proposing.context.mapped)
    faults = tuple(_sheet_faults(proposing, layout))
    offers: list[Offer | RecordOffer] = []
    if records is not None:
        offers += _record_offers(proposing, records, faults)
    else:
        items = [
            replace(item, units_above=layout.units, faults=(*faults, *item.faults))
            for item in _best_items(proposing, layout, columns)
        ]
        offers += _offers(proposing, layout, items)
    remarks = list(_remarks(layout, columns))
    if not any(offer.standing in (Standing.SURE, Standing.SAME) for offer in offers):
        remarks += _likely_records(proposing.kind.records, layout)
    shown, title = str(layout.sheet), layout.title
    return SheetProposal(layout.sheet.file, shown, title, tuple(offers), tuple(remarks))


def _sheet_faults(proposing: _Proposing, layout: SheetLayout) -> Iterator[str]:
    """Why a sheet may not be that of the place, or of the report's year."""
    titles = layout.titles or (layout.title, layout.sheet.file)
    yield from _other_owner(proposing, titles)
    heads = {head for texts in layout.heads.values() for head in texts}
    if heads & of_year(proposing.year):
        return
    years = {int(year) for title in titles for year in _YEAR.findall(title)}
    if years and proposing.year not in years:
        stated = "、".join(map(str, sorted(years)))
        yield f"表题写的是{stated}年，报告是{proposing.year}年的"


def _other_owner(proposing: _Proposing, titles: Sequence[str]) -> Iterator[str]:
    """Why a sheet may be that of another county: its title begins with one, and a year."""
    settings = proposing.dataset.settings
    own = "、".join((*settings.place.values(), *settings.partner.values()))
    for title in titles:
        match = _OWNER.match(title)
        if match and match[1] not in own:
            yield f"表题写的是{match[1]}"


def _remarks(layout: SheetLayout, columns: SheetColumns) -> Iterator[str]:
    """What was left out of a sheet, and what was read although it is hidden."""
    for head in columns.passed:
        yield f"没有取“{head}”列"
    if layout.grid.hidden:
        yield "这张工作表是隐藏的，照样读了"
    if layout.hidden_rows:
        rows = "、".join(map(str, layout.hidden_rows[:_NAMED_ROWS]))
        yield f"第{rows}行是隐藏的，照样读了"


def _likely_records(specs: Sequence[RecordSpec], layout: SheetLayout) -> Iterator[str]:
    """What to do with a sheet that is called like a record file, and has other headings."""
    for spec in specs:
        if spec.name == layout.sheet.name or spec.name in layout.title:
            fields = "、".join(field.name for field in spec.fields)
            yield f"像是“{spec.name}”（{spec.file}）：把标题改成其中的词就能取：{fields}"


def _best_items(
    proposing: _Proposing, layout: SheetLayout, columns: SheetColumns
) -> list[SheetItem]:
    """The items of the rows or of the columns, whichever the package knows better; with the count
    of a list where it knows no row."""
    by_row = row_items(layout, columns, proposing.year, proposing.owners)
    by_column = column_items(layout, columns, proposing.owners)
    of_rows, of_columns = (_weight(proposing, layout, items) for items in (by_row, by_column))
    counts = [] if int(of_rows) else list_items(layout, columns)
    if counts or (layout.totals and of_rows == of_columns == 0):
        return [*counts, *by_column]
    return by_row if by_row and of_rows >= of_columns else by_column


def _weight(proposing: _Proposing, layout: SheetLayout, items: Sequence[SheetItem]) -> float:
    """How many of the items the package knows; a little more where some of the first ones are like
    what it knows."""
    matcher = proposing.matcher(layout.title)
    matches = [matcher.match(item, exactly=True) for item in items]
    known = [
        bool(match.candidates) or bool(proposing.context.mapped.of(layout.title, item.label))
        for match, item in zip(matches, items, strict=True)
        if not item.is_heading
    ]
    first = [item for item in items if not item.is_heading][:_SAMPLE]
    rows = [replace(item, label=item.label.split("／")[0]) for item in first]
    alike = [item for item in rows if matcher.match(item).candidates]
    return sum(known) + len(alike) / (_SAMPLE + 1)


def _offers(proposing: _Proposing, layout: SheetLayout, items: Sequence[SheetItem]) -> list[Offer]:
    """The offers of the items of a sheet, numbered; headings only tell where the others stand."""
    matcher = proposing.matcher(layout.title)
    offers = []
    for item, name in zip(items, _item_names(proposing, items), strict=True):
        if item.is_heading:
            matcher.match(item)
            continue
        proposing.count += 1
        offers.append(offer_of(proposing.context, matcher, item, name, proposing.count))
    return offers


def _item_names(proposing: _Proposing, items: Sequence[SheetItem]) -> list[str]:
    """What the mapping file calls the items: those that a sheet has twice with what stands above
    them."""
    plain = [proposing.context.labels.plain(item.label) for item in items]
    often = Counter(plain)
    names, above = [], ""
    for item, label in zip(items, plain, strict=True):
        if often[label] == 1:
            above = item.label
        names.append(item.label if often[label] == 1 or not above else f"{above}／{item.label}")
    return names


def _record_offers(
    proposing: _Proposing, sheet: RecordSheet, faults: tuple[str, ...]
) -> list[RecordOffer]:
    """The rows of a sheet of records, numbered; ``faults`` hold for all of them."""
    records = proposing.dataset.records[sheet.spec.name]
    offers = []
    for offer in sheet.offers(records, proposing.year, faults):
        proposing.count += 1
        offers.append(replace(offer, number=proposing.count))
    return offers
