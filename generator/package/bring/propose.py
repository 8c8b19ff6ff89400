"""Sheets to a proposal: each item matched, read in the unit of its cell, and compared with what is
there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model import files
from generator.model.dataset import Dataset
from generator.model.errors import Problem, raise_all
from generator.model.kind import Kind, RecordSpec
from generator.package.bring.items import SheetItem, column_items, count_items, row_items
from generator.package.bring.mapping import NOT_USED, Mapped, MappedItems
from generator.package.bring.matching import Match, Matcher
from generator.package.bring.proposal import Offer, Proposal, RecordOffer, SheetProposal, Standing
from generator.package.bring.reading import ItemValue, last_value, value_for, written_as
from generator.package.bring.record_rows import RecordSheet, record_sheet
from generator.package.bring.sheet_columns import SheetColumns, columns_of, of_year
from generator.package.bring.sheet_layout import SheetLayout, layouts_of
from generator.package.bring.sheets import BroughtSheet
from generator.package.bring.targets import CellTarget, Targets, targets_of
from generator.package.bring.wording_alike import LabelReader

_SAMPLE, _NAMED_ROWS = 30, 8
_YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_TELLING = 10
"""A number of last year tells rows apart from here on; small ones are often the same."""


@dataclass
class _Proposing:
    """A package, and the offers so far."""

    dataset: Dataset
    kind: Kind
    targets: Targets
    labels: LabelReader
    mapped: MappedItems
    confirmed: Mapping[int, str]
    count: int = 0

    @property
    def owners(self) -> list[str]:
        """What the place is called."""
        place = self.dataset.settings.place
        return [place[name] for name in ("name", "short") if place.get(name)]

    @property
    def year(self) -> int:
        """That of the report."""
        return self.dataset.settings.year


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
    proposing = _Proposing(dataset, kind, targets, labels, mapped, confirmed or {})
    layouts = (layout for sheet in sheets for layout in layouts_of(sheet))
    proposal = Proposal(_with_rivals([_sheet(proposing, layout) for layout in layouts]))
    raise_all(_unknown_numbers(proposing, proposal))
    return proposal


def _unknown_numbers(proposing: _Proposing, proposal: Proposal) -> Iterator[Problem]:
    """What a person said of offers that there are not, or that nobody can settle."""
    items = {offer.number for offer in proposal.offers if isinstance(offer, Offer)}
    for number in proposing.confirmed.keys() - items:
        message, todo = f"没有第{number}项可定", "请照提出的序号写；记录的行请在表里改好"
        yield Problem(message, todo, unreadable=True)


def _is_proper(word: str) -> bool:
    """Whether a word of the settings is a proper name: no level (县), no 我县."""
    return len(word) > 2 or (len(word) == 2 and not word.startswith(("我", "本")))


def _sheet(proposing: _Proposing, layout: SheetLayout) -> SheetProposal:
    columns = columns_of(layout, proposing.year, proposing.owners)
    records = record_sheet(layout, proposing.kind.records, proposing.mapped)
    offers: list[Offer | RecordOffer] = []
    if records is not None:
        offers += _record_offers(proposing, records)
    else:
        has_year = any(
            head in of_year(proposing.year) for texts in layout.heads.values() for head in texts
        )
        faults = () if has_year else tuple(_sheet_faults(proposing, layout))
        items = [
            replace(item, units_above=layout.units, faults=(*faults, *item.faults))
            for item in _best_items(proposing, layout, columns)
        ]
        offers += _offers(proposing, layout, items)
    remarks = [*_remarks(layout, columns), *_likely_records(proposing.kind.records, layout)]
    return SheetProposal(str(layout.sheet), layout.title, tuple(offers), tuple(remarks))


def _sheet_faults(proposing: _Proposing, layout: SheetLayout) -> Iterator[str]:
    """Why a sheet may not be that of the report's year."""
    titles = layout.titles or (layout.title, layout.sheet.file)
    years = {int(year) for title in titles for year in _YEAR.findall(title)}
    if years and proposing.year not in years:
        stated = "、".join(map(str, sorted(years)))
        yield f"表题写的是{stated}年，报告是{proposing.year}年的"


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
    counts = [] if int(of_rows) else count_items(layout, columns)
    if counts or (layout.totals and of_rows == of_columns == 0):
        return [*counts, *by_column]
    return by_row if by_row and of_rows >= of_columns else by_column


def _weight(proposing: _Proposing, layout: SheetLayout, items: Sequence[SheetItem]) -> float:
    """How many of the items the package knows; a little more where some of the first ones are like
    what it knows."""
    matcher = Matcher(proposing.targets, proposing.labels, layout.title)
    matches = [matcher.match(item, exactly=True) for item in items]
    known = [
        bool(match.candidates) or bool(proposing.mapped.of(layout.title, item.label))
        for match, item in zip(matches, items, strict=True)
        if not item.is_heading
    ]
    first = [item for item in items if not item.is_heading][:_SAMPLE]
    alike = [item for item in first if matcher.match(item).candidates]
    return sum(known) + len(alike) / (_SAMPLE + 1)


def _offers(proposing: _Proposing, layout: SheetLayout, items: Sequence[SheetItem]) -> list[Offer]:
    matcher = Matcher(proposing.targets, proposing.labels, layout.title)
    known = dict(zip(range(len(items)), _item_names(proposing, items), strict=True))
    offers = []
    for at, item in enumerate(items):
        match = matcher.match(item)
        if item.is_heading:
            continue
        proposing.count += 1
        offers.append(_offer(proposing, matcher, item, known[at], match))
    return offers


def _item_names(proposing: _Proposing, items: Sequence[SheetItem]) -> list[str]:
    """What the mapping file calls the items: those that a sheet has twice with what stands above
    them."""
    plain = [proposing.labels.plain(item.label) for item in items]
    often = Counter(plain)
    names, above = [], ""
    for item, label in zip(items, plain, strict=True):
        if often[label] == 1:
            above = item.label
        names.append(item.label if often[label] == 1 or not above else f"{above}／{item.label}")
    return names


@dataclass(frozen=True)
class _Decision:
    """Where an item goes, and who said so: a person now, the mapping of earlier times, or nobody,
    then it is by the labels alone. ``reasons`` are why a person is asked all the same."""

    key: str
    is_now: bool
    reasons: tuple[str, ...] = ()


def _offer(
    proposing: _Proposing, matcher: Matcher, item: SheetItem, name: str, match: Match
) -> Offer:
    """The offer of an item: what a person says now counts, then what was settled earlier, then what
    the labels say."""
    mapped = Mapped(proposing.labels.topic(item.title), name, item.unit, "", item.source)
    number, written = proposing.count, written_as(item, item.unit)
    offer = Offer(number, item.source, written, (), "", Standing.HOMELESS, mapped)
    decision = _decision(proposing, item, name, match)
    if decision is None:
        return _by_labels(proposing, offer, item, match) if match.candidates else offer
    if decision.key == NOT_USED:
        return replace(offer, standing=Standing.NOT_USED, mapped=replace(mapped, key=NOT_USED))
    target = proposing.targets.of(decision.key)
    if target is None or target.heading:
        unknown = (f"没有“{decision.key}”这个键或代码",)
        return replace(offer, standing=Standing.DOUBT, reasons=unknown)
    matcher.settle(target)
    read = value_for(item, target, proposing.year)
    asked = (*decision.reasons, *_other_years(item, proposing.year), *item.faults, *read.faults)
    reasons = () if decision.is_now else asked
    return _filled(offer, item, (target,), read, reasons)


def _decision(proposing: _Proposing, item: SheetItem, name: str, match: Match) -> _Decision | None:
    """What somebody said of an item, None where nobody did."""
    said = proposing.confirmed.get(proposing.count)
    if said == "" and match.candidates:
        said = match.candidates[0].ident
    if said:
        return _Decision(said, is_now=True)
    entries = proposing.mapped.of(item.title, name)
    same = [entry for entry in entries if entry.unit == item.unit]
    keys = {entry.key for entry in same or entries}
    if len(keys) != 1:
        return None
    other = "" if same else f"上回的单位是“{entries[0].unit}”，这回是“{item.unit}”"
    return _Decision(keys.pop(), is_now=False, reasons=(other,) if other else ())


def _by_labels(proposing: _Proposing, offer: Offer, item: SheetItem, match: Match) -> Offer:
    """The offer of an item of which nobody said where it goes."""
    match = _with_last_year(item, match)
    read = value_for(item, match.candidates[0], proposing.year)
    years = tuple(_other_years(item, proposing.year))
    reasons = (*match.doubts, *years, *item.doubts, *item.faults, *read.doubts, *read.faults)
    return _filled(offer, item, match.candidates, read, reasons)


def _other_years(item: SheetItem, year: int) -> Iterator[str]:
    """Why a label speaks of another year."""
    years = {int(stated) for stated in _YEAR.findall(item.label)}
    if years and year not in years:
        yield "指标名写的是别的年份"


def _with_last_year(item: SheetItem, match: Match) -> Match:
    """The match, sure where of all candidates one alone has last year's number of the sheet, and
    that is not a small one."""
    if match.is_sure:
        return match
    same = [target for target in match.candidates if _has_same_last(item, target)]
    return Match((same[0],)) if len(same) == 1 else match


def _has_same_last(item: SheetItem, target: CellTarget) -> bool:
    last = last_value(item, item.unit, target)
    return last is not None and last == target.last and abs(last) >= _TELLING


def _filled(
    offer: Offer,
    item: SheetItem,
    candidates: tuple[CellTarget, ...],
    read: ItemValue,
    reasons: tuple[str, ...],
) -> Offer:
    """The offer with its value, and how it stands to what is in the package."""
    target = candidates[0]
    if not read.text:
        reasons = reasons or read.faults or ("读不出数",)
    filled = replace(
        offer,
        candidates=candidates,
        written=written_as(item, read.unit),
        value=read.text,
        qualifier=read.qualifier if target.file == files.FIGURES else "",
        standing=Standing.DOUBT if reasons or len(candidates) > 1 else Standing.SURE,
        mapped=replace(offer.mapped, key=target.key),
        notes=read.notes,
        reasons=reasons,
        readings=read.readings,
    )
    return _against_package(filled, target, read)


def _against_package(offer: Offer, target: CellTarget, read: ItemValue) -> Offer:
    """The offer, unless its cell is filled already or computed."""
    if offer.standing is not Standing.SURE:
        return offer
    if target.computed:
        reasons = ("这一格由公式算出，或照原样填报，不从表里取",)
        return replace(offer, standing=Standing.NOT_USED, reasons=reasons)
    if not target.written:
        return offer
    if target.value == read.value and target.qualifier == offer.qualifier:
        return replace(offer, standing=Standing.SAME)
    there = f"{target.qualifier}{target.written}{target.unit}"
    reasons = (f"已经填了{there}，没有改；要换请先清空那一格",)
    return replace(offer, standing=Standing.CONFLICT, reasons=reasons)


def _with_rivals(sheets: Sequence[SheetProposal]) -> tuple[SheetProposal, ...]:
    """The sheets, where several offers go to one cell: the first alone if all say the same, else
    all are conflicts."""
    rivals: dict[str, list[Offer]] = {}
    for sheet in sheets:
        for offer in sheet.offers:
            if isinstance(offer, Offer) and offer.standing is Standing.SURE:
                rivals.setdefault(offer.target.ident, []).append(offer)
    settled = {
        offer.number: _against_rivals(offer, [other for other in others if other is not offer])
        for others in rivals.values()
        for offer in others
    }
    return tuple(
        replace(sheet, offers=tuple(settled.get(offer.number, offer) for offer in sheet.offers))
        for sheet in sheets
    )


def _against_rivals(offer: Offer, others: Sequence[Offer]) -> Offer:
    for other in others:
        if (other.value, other.qualifier) != (offer.value, offer.qualifier):
            said = f"{other.qualifier}{other.value}{other.target.unit}"
            reasons = (f"第{other.number}项（{other.source}）说是{said}",)
            return replace(offer, standing=Standing.CONFLICT, reasons=reasons)
    earlier = [other.number for other in others if other.number < offer.number]
    if not earlier:
        return offer
    return replace(offer, standing=Standing.SAME, reasons=(f"和第{earlier[0]}项相同",))


def _record_offers(proposing: _Proposing, sheet: RecordSheet) -> list[RecordOffer]:
    """The rows of a sheet of records, numbered."""
    records = proposing.dataset.records[sheet.spec.name]
    offers = []
    for offer in sheet.offers(records, proposing.year):
        proposing.count += 1
        offers.append(replace(offer, number=proposing.count))
    return offers
