"""Packages below to the values of the package above: what each would be, made of which cells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import count

from msgspec import Struct

from generator.model import files
from generator.model.dataset import Dataset
from generator.model.kind import FormRow, Kind
from generator.model.replacing import replace
from generator.model.rollup import RollUp, rolled_text
from generator.package.bring.mapping import Mapped
from generator.package.bring.proposal import NEEDS_PERSON, Offer, RecordOffer, Standing
from generator.package.bring.reading import oddities
from generator.package.bring.targets import CellTarget, targets_of
from generator.package.rollup.county import County, CountyValue
from generator.package.rollup.records import RolledFile, rolled_records
from generator.standard.wording.numbers import num

_NOT_MAPPED = Mapped("", "", "", "")


class RolledValue(Struct, frozen=True):
    """A value of the package above: how it is made, what each place has for it, and the offer to
    write it; None where nothing is written (left to fill, computed there)."""

    target: CellTarget
    way: RollUp
    parts: tuple[CountyValue, ...]
    offer: Offer | None = None

    @property
    def known(self) -> tuple[CountyValue, ...]:
        """The places that have it."""
        return tuple(part for part in self.parts if part.value is not None)

    @property
    def lacking(self) -> tuple[str, ...]:
        """The places that have none."""
        return tuple(part.place for part in self.parts if part.value is None)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was converted, and what was not read, by place."""
        said = ((part.place, part.doubt or part.note) for part in self.parts)
        return tuple(f"{place}：{note}" for place, note in said if note)

    @property
    def total(self) -> Decimal | None:
        """The sum of those that have it; None where nobody has, or one is no number."""
        numbers = [part.value for part in self.known if isinstance(part.value, Decimal)]
        return sum(numbers, Decimal(0)) if numbers and len(numbers) == len(self.known) else None


class RolledUp(Struct, frozen=True):
    """What the packages below make of the package above; ``without`` are the places that it was
    made of before, and is no more."""

    counties: tuple[County, ...]
    values: tuple[RolledValue, ...]
    records: tuple[RolledFile, ...]
    without: tuple[str, ...] = ()

    @property
    def offers(self) -> tuple[Offer | RecordOffer, ...]:
        """All that would be written, by number."""
        values = [value.offer for value in self.values if value.offer]
        rows = (offer for file in self.records for offer in (*file.offers, *file.gone))
        return (*values, *rows)

    @property
    def needs_person(self) -> bool:
        """Whether something is asked, or differs from what the package has."""
        return any(offer.standing in NEEDS_PERSON for offer in self.offers)

    def count(self, standing: Standing) -> int:
        """How many offers stand so."""
        return sum(offer.standing is standing for offer in self.offers)


def roll_up(
    counties: Sequence[County], dataset: Dataset, kind: Kind, taken: Collection[int] | None = ()
) -> RolledUp:
    """What the counties make of the package ``dataset``, as the kind says.

    ``taken`` are the numbers of doubts and conflicts that a person settled: what the counties give
    is written (None: all of them).
    """
    numbers = count(1)
    values = []
    for target in targets_of(dataset, kind).all:
        if not target.heading:
            value = _value(target, _way(target, kind), counties, kind)
            values.append(replace(value, offer=_offer(value, numbers)))
    records = rolled_records(counties, dataset, kind, numbers)
    rolled = RolledUp(tuple(counties), tuple(values), records)
    return replace(
        rolled,
        values=tuple(_settled_value(value, taken) for value in values),
        records=tuple(file.settled(taken) for file in records),
    )


def _settled_value(value: RolledValue, taken: Collection[int] | None) -> RolledValue:
    offer = value.offer
    if offer is None or offer.standing not in NEEDS_PERSON:
        return value
    if taken is not None and offer.number not in taken:
        return value
    return replace(value, offer=replace(offer, standing=Standing.SURE))


def _way(target: CellTarget, kind: Kind) -> RollUp:
    """How the kind says that a value is made."""
    if target.file == files.INDICATORS:
        form = kind.catalogue[target.ident]
        return RollUp.COMPUTED if form.formula and not form.rollup.value else form.rollup
    derived = kind.derived.get(target.key)
    return derived.rollup if derived else RollUp.UNSAID


def _value(target: CellTarget, way: RollUp, counties: Sequence[County], kind: Kind) -> RolledValue:
    form = kind.catalogue.get(target.ident) if target.file == files.INDICATORS else None
    parts = (_part(county, target, form) for county in counties)
    return RolledValue(target, way, tuple(parts))


def _part(county: County, target: CellTarget, form: FormRow | None) -> CountyValue:
    """What a county has; a doubt where its form has another row of that code."""
    part = county.part(target)
    why = county.other_row(form) if form is not None and part.value is not None else ""
    return CountyValue(county.place, None, doubt=why, filed=part.filed) if why else part


def _offer(value: RolledValue, numbers: Iterator[int]) -> Offer | None:
    """What would be written for a value, numbered; None for nothing."""
    if value.way is RollUp.COMPUTED:
        return _formula(value, numbers)
    if value.target.closed:
        return None
    text = _text(value)
    if text:
        return _standing(value, text, numbers)
    return _withdrawn(value, numbers) if value.target.is_rolled_up else None


def _text(value: RolledValue) -> str:
    """What the places make of a value, "" for nothing."""
    if value.way is RollUp.LISTED:
        return _listed(value)
    return num(value.total) if value.way.adds_up else ""


def _withdrawn(value: RolledValue, numbers: Iterator[int]) -> Offer:
    """The offer to take out what was rolled up before, and what no place gives any more."""
    target = value.target
    filled = f"已经填了{target.qualifier}{target.written}{target.unit}，来源写的是汇总"
    reason = f"{filled}，各地现在合不出这个数，没有改；取它就清空"
    return Offer(
        next(numbers),
        "",
        _of_each(value),
        (target,),
        "",
        Standing.CONFLICT,
        _NOT_MAPPED,
        notes=value.notes,
        reasons=(reason,),
    )


def _formula(value: RolledValue, numbers: Iterator[int]) -> Offer | None:
    """The sign that a blank cell of the form is computed."""
    target = value.target
    if target.file != files.INDICATORS or target.written or target.closed:
        return None
    return Offer(next(numbers), "", "", (target,), "=", Standing.SURE, _NOT_MAPPED)


def _listed(value: RolledValue) -> str:
    """The texts of all places, one after the other."""
    return "；".join(f"{part.place}：{part.value}" for part in value.known)


def _standing(value: RolledValue, text: str, numbers: Iterator[int]) -> Offer:
    """The offer, and how it stands to what the package has."""
    target = value.target
    sources = [source for part in value.known for source in part.sources]
    reasons = tuple(_doubts(value))
    same = target.value == value.total if value.way.adds_up else target.written == text
    standing = Standing.DOUBT if reasons else Standing.SURE
    if target.written and same:
        standing = Standing.SAME
    elif target.written:
        standing = Standing.CONFLICT
        reasons = (f"已经填了{target.qualifier}{target.written}{target.unit}，没有改", *reasons)
    return Offer(
        next(numbers),
        rolled_text(sources, value.lacking),
        _of_each(value),
        (target,),
        text,
        standing,
        _NOT_MAPPED,
        notes=value.notes,
        reasons=reasons,
    )


def _doubts(value: RolledValue) -> Iterator[str]:
    """Why a sum or a list is not all of the places', or has a number that can hardly be meant."""
    if value.lacking:
        yield f"只有{len(value.known)}个地方有数，缺{'、'.join(value.lacking)}"
    for part in value.known:
        if part.lacking:
            yield f"{part.place}的只是几个地方的合计，缺{'、'.join(part.lacking)}"
    for part in value.known if value.way.adds_up else ():
        if isinstance(part.value, Decimal):
            yield from (f"{part.place}的{odd}" for odd in oddities(part.value, value.target.unit))
    vague = [part for part in value.known if part.qualifier]
    if vague:
        yield f"{'、'.join(f'{part.place}写的是{part.filed}' for part in vague)}，合计不是准数"


def _of_each(value: RolledValue) -> str:
    """What each place has."""
    told = (f"{part.place}{_shown(part)}" for part in value.known)
    return "、".join(told)


def _shown(part: CountyValue) -> str:
    return num(part.value) if isinstance(part.value, Decimal) else f"“{part.value}”"
