"""Sheets to a proposal: each item matched, read in the unit of its cell, and compared with what is
there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.model import files
from generator.model.dataset import Dataset
from generator.model.kind import Kind, RecordSpec
from generator.package.bring.items import SheetItem, column_items, count_items, row_items
from generator.package.bring.mapping import NOT_USED, Mapped, MappedItems
from generator.package.bring.matching import Match, Matcher
from generator.package.bring.proposal import Offer, Proposal, RecordOffer, SheetProposal, Standing
from generator.package.bring.reading import ItemValue, last_value, value_for, written_as
from generator.package.bring.record_rows import RecordSheet, record_sheet
from generator.package.bring.sheet_columns import SheetColumns, columns_of
from generator.package.bring.sheet_layout import SheetLayout, layout_of
from generator.package.bring.sheets import BroughtSheet
from generator.package.bring.targets import Target, Targets, targets_of
from generator.package.bring.wording_alike import LabelReader

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
    takers: dict[str, Offer] = field(default_factory=dict)

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
    return Proposal(tuple(_sheet(proposing, layout_of(sheet)) for sheet in sheets))


def _is_proper(word: str) -> bool:
    """Whether a word of the settings is a proper name: no level (县), no 我县."""
    return len(word) > 2 or (len(word) == 2 and not word.startswith(("我", "本")))


def _sheet(proposing: _Proposing, layout: SheetLayout) -> SheetProposal:
    owners = list(proposing.dataset.settings.place.values())
    columns = columns_of(layout, proposing.year, owners)
    remarks = [f"没有取“{head}”列" for head in columns.passed]
    if layout.sheet.grid.hidden:
        remarks.append("这张工作表是隐藏的，照样读了")
    records = record_sheet(layout, proposing.kind.records, proposing.mapped)
    offers: list[Offer | RecordOffer] = []
    if records is not None:
        offers += _record_offers(proposing, records)
    else:
        items = [
            replace(item, units_above=layout.units)
            for item in _best_items(proposing, layout, columns, owners)
        ]
        offers += _offers(proposing, layout, items)
        remarks += _likely_records(proposing.kind.records, layout)
    return SheetProposal(str(layout.sheet), layout.title, tuple(offers), tuple(remarks))


def _likely_records(specs: Sequence[RecordSpec], layout: SheetLayout) -> Iterator[str]:
    """What to do with a sheet that is called like a record file, and has other headings."""
    for spec in specs:
        if spec.name == layout.sheet.name or spec.name in layout.title:
            fields = "、".join(field.name for field in spec.fields)
            yield f"像是“{spec.name}”（{spec.file}）：把标题改成其中的词就能取：{fields}"


def _best_items(
    proposing: _Proposing, layout: SheetLayout, columns: SheetColumns, owners: Sequence[str]
) -> list[SheetItem]:
    """The items of the rows or of the columns, whichever the package knows better; and the count of
    a list, unless the rows are known."""
    by_row = row_items(layout, columns, proposing.year, owners)
    by_column = column_items(layout, columns)
    of_rows, of_columns = (_weight(proposing, layout, items) for items in (by_row, by_column))
    counts = count_items(layout, columns)
    if counts and of_rows < 1:
        return [*counts, *by_column]
    if not of_columns and not of_rows and len(layout.body) > 1 and layout.totals:
        return by_column
    return by_row if of_rows >= of_columns and by_row else by_column


def _weight(proposing: _Proposing, layout: SheetLayout, items: Sequence[SheetItem]) -> float:
    """How many of the items the package knows: surely, or perhaps."""
    matcher = Matcher(proposing.targets, proposing.labels, layout.title)
    matches = [matcher.match(item) for item in items if not item.is_heading]
    kept = [item for item in items if proposing.mapped.of(layout.title, item.label)]
    exact = [match for match in matches if match.candidates and "不完全" not in str(match.doubts)]
    alike = [match for match in matches if match.candidates]
    return len(kept) + len(exact) + len(alike) / (10 * len(items) + 1)


def _offers(proposing: _Proposing, layout: SheetLayout, items: Sequence[SheetItem]) -> list[Offer]:
    matcher = Matcher(proposing.targets, proposing.labels, layout.title)
    known = dict(zip(range(len(items)), _item_names(proposing, items), strict=True))
    offers = []
    for at, item in enumerate(items):
        match = matcher.match(item)
        if item.is_heading:
            continue
        proposing.count += 1
        offer = _offer(proposing, matcher, item, known[at], match)
        offers.append(_against_others(proposing, offer))
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
    reasons = () if decision.is_now else (*decision.reasons, *item.faults, *read.faults)
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
    match = _told_by_last_year(item, match)
    read = value_for(item, match.candidates[0], proposing.year)
    reasons = (*match.doubts, *item.doubts, *item.faults, *read.doubts, *read.faults)
    return _filled(offer, item, match.candidates, read, reasons)


def _told_by_last_year(item: SheetItem, match: Match) -> Match:
    """The match, sure where of all candidates one alone has last year's number of the sheet, and
    that is not a small one."""
    if match.is_sure:
        return match
    same = [target for target in match.candidates if _has_same_last(item, target)]
    return Match((same[0],)) if len(same) == 1 else match


def _has_same_last(item: SheetItem, target: Target) -> bool:
    last = last_value(item, item.unit, target)
    return last is not None and last == target.last and abs(last) >= _TELLING


def _filled(
    offer: Offer,
    item: SheetItem,
    candidates: tuple[Target, ...],
    read: ItemValue,
    reasons: tuple[str, ...],
) -> Offer:
    """The offer with its value, and how it stands to what is in the package."""
    target = candidates[0]
    if not read.text:
        reasons = reasons or read.faults
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


def _against_package(offer: Offer, target: Target, read: ItemValue) -> Offer:
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


def _against_others(proposing: _Proposing, offer: Offer) -> Offer:
    """The offer, unless another one of this call goes to the same cell."""
    if offer.standing is not Standing.SURE:
        return offer
    first = proposing.takers.setdefault(offer.target.ident, offer)
    if first is offer:
        return offer
    if (first.value, first.qualifier) == (offer.value, offer.qualifier):
        return replace(offer, standing=Standing.SAME, reasons=(f"和第{first.number}项相同",))
    reasons = (f"第{first.number}项（{first.source}）说是{first.value}{first.target.unit}",)
    return replace(offer, standing=Standing.CONFLICT, reasons=reasons)


def _record_offers(proposing: _Proposing, sheet: RecordSheet) -> list[RecordOffer]:
    """The rows of a sheet of records, numbered."""
    records = proposing.dataset.records[sheet.spec.name]
    offers = []
    for offer in sheet.offers(records, proposing.year):
        proposing.count += 1
        offers.append(replace(offer, number=proposing.count))
    return offers
