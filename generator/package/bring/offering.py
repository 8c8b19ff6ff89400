"""An item of a sheet to an offer: where it goes, its value there, and how it stands to what is
there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.model import files
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.bring.mapping import NOT_USED, Mapped, MappedItems
from generator.package.bring.matching import Match, Matcher
from generator.package.bring.proposal import Offer, Standing
from generator.package.bring.reading import ItemValue, last_value, value_for, written_as
from generator.package.bring.sheet_items import SheetItem
from generator.package.bring.targets import CellTarget, Targets
from generator.package.bring.wording_alike import LabelReader

_YEAR = regex("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_TELLING = 10
"""A number of last year tells rows apart from here on; small ones are often the same."""
_CLEAR_FIRST = "要换请先清空那一格"


class OfferContext(Struct, frozen=True):
    """What decides where items go: the cells of the package, how labels are read, what was settled
    earlier, what a person says now of offers by number, and the year of the report."""

    targets: Targets
    labels: LabelReader
    mapped: MappedItems
    confirmed: Mapping[int, str]
    year: int


class _Decision(Struct, frozen=True):
    """Where an item goes, and who said so: a person now, the mapping of earlier times, or nobody,
    then it is by the labels alone. ``reasons`` are why a person is asked all the same."""

    key: str
    is_now: bool
    reasons: tuple[str, ...] = ()


def offer_of(
    context: OfferContext, matcher: Matcher, item: SheetItem, name: str, number: int
) -> Offer:
    """The offer of an item, of that number: what a person says now counts, then what was settled
    earlier, then what the labels say.

    ``name`` is what the mapping file calls it. The matcher learns where the item goes.
    """
    match = matcher.match(item)
    mapped = Mapped(context.labels.topic(item.title), name, item.unit, "", item.source)
    written = written_as(item, item.unit)
    offer = Offer(number, item.source, written, (), "", Standing.HOMELESS, mapped)
    decision = _decision(context, item, name, context.confirmed.get(number), match)
    if decision is None:
        return _by_labels(context, offer, item, match) if match.candidates else offer
    if decision.key == NOT_USED:
        return replace(offer, standing=Standing.NOT_USED, mapped=replace(mapped, key=NOT_USED))
    target = context.targets.of(decision.key)
    if target is None or target.heading:
        unknown = (f"没有“{decision.key}”这个键或代码",)
        return replace(offer, standing=Standing.DOUBT, reasons=unknown)
    matcher.settle(target)
    read = value_for(item, target, context.year)
    asked = (*decision.reasons, *_other_years(item, context.year), *item.faults, *read.faults)
    reasons = () if decision.is_now else asked
    return _filled(offer, item, (target,), read, reasons)


def _decision(
    context: OfferContext, item: SheetItem, name: str, said: str | None, match: Match
) -> _Decision | None:
    """What somebody said of an item, None where nobody did."""
    if said == "" and match.candidates:
        said = match.candidates[0].ident
    if said:
        return _Decision(said, is_now=True)
    entries = context.mapped.of(item.title, name)
    same = [entry for entry in entries if entry.unit == item.unit]
    keys = {entry.key for entry in same or entries}
    if len(keys) != 1:
        return None
    other = "" if same else f"上回的单位是“{entries[0].unit}”，这回是“{item.unit}”"
    return _Decision(keys.pop(), is_now=False, reasons=(other,) if other else ())


def _by_labels(context: OfferContext, offer: Offer, item: SheetItem, match: Match) -> Offer:
    """The offer of an item of which nobody said where it goes."""
    match = _with_last_year(item, match)
    read = value_for(item, match.candidates[0], context.year)
    years = tuple(_other_years(item, context.year))
    reasons = (*match.doubts, *years, *item.doubts, *item.faults, *read.doubts, *read.faults)
    return _filled(offer, item, match.candidates, read, tuple(dict.fromkeys(reasons)))


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
    return against_package(filled, target, read)


def against_package(
    offer: Offer, target: CellTarget, read: ItemValue, todo: str = _CLEAR_FIRST
) -> Offer:
    """The offer, unless its cell is filled already or computed; ``todo`` is how the sheet's value
    is taken where the cell holds another one."""
    if offer.standing is not Standing.SURE:
        return offer
    if target.closed:
        return replace(offer, standing=Standing.NOT_USED, reasons=(target.closed,))
    if not target.written and target.qualifier in ("", offer.qualifier):
        return offer
    if not target.written:
        reasons = (f"“修饰”里已经写着“{target.qualifier}”，和表里不同，没有改；请先清空那一格",)
        return replace(offer, standing=Standing.CONFLICT, reasons=reasons)
    if target.value == read.value and target.qualifier == offer.qualifier:
        return replace(offer, standing=Standing.SAME)
    there = f"{target.qualifier}{target.written}{target.unit_shown}"
    reasons = (f"已经填了{there}，没有改；{todo}",)
    return replace(offer, standing=Standing.CONFLICT, reasons=reasons)
