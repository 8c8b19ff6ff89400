"""A rate, the only count of its unit and the only total of its own: 每斤2.6元, 4.5吨, 2.34万元.

Which numbers belong together is told by units, by which stand beside one another, and by digits;
the words decide only what is none (a tier, a cap, another year).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from msgspec import Struct

from generator.check.relations.algebra import chance
from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.averages.mean_pairs import is_of_joined
from generator.check.relations.averages.near_prices import classes, is_price_by_name
from generator.check.relations.averages.other_rates import is_kin, is_of_others
from generator.check.relations.averages.unit_products import (
    TIME_UNITS,
    by_turns,
    is_off_by_a_slip,
    may_belong,
    periods,
    scale_of,
    size_of,
    unit_relation,
)
from generator.check.relations.averages.unit_rates import UnitRate
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.numbers.unit_scales import unit_in
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_TOGETHER = regex("[共总]|合计|累计")
_MOST_CHANCE = 0.1
_NAME = 2


class _Tried(Struct, frozen=True):
    """A relation that may be meant, how many other amounts stand among its numbers, and whether no
    other period can be meant."""

    relation: NumberRelation
    apart: int
    sure: bool


def unit_totals(
    phrase: Phrase, known: Set[int], rates: Sequence[UnitRate]
) -> Iterator[NumberRelation]:
    """Every rate that nothing is read of yet, with the count and the total that fit; else with
    those that can be no others."""
    for rate in rates:
        if rate.amount.start in known or not rate.amount.value:
            continue
        tried = list(_tried(phrase, rate, rates))
        fits = [one for one in tried if verdict(one.relation).holds]
        if fits:
            nearest = min(fits, key=lambda one: one.apart)
            if nearest.apart == 0 or _is_no_chance(rate, tried):
                yield nearest.relation
        else:
            yield from _only(phrase, rate, tried, rates)


def _is_no_chance(rate: UnitRate, tried: Sequence[_Tried]) -> bool:
    terms = [
        [a for a in (*one.relation.terms, one.relation.result) if a and a is not rate.amount]
        for one in tried
    ]
    return chance.of_quotients(terms, rate.amount) <= _MOST_CHANCE


def _tried(phrase: Phrase, rate: UnitRate, rates: Sequence[UnitRate]) -> Iterator[_Tried]:
    """All that a rate may be related to by its units."""
    starts = {one.amount.start for one in rates if one.per or not one.times}
    starts |= {rate.amount.start}
    open_ = [a for a in phrase.amounts if may_belong(a) and a.start not in starts]
    for count in open_:
        scale = scale_of(rate, count)
        for total in open_ if scale else ():
            size = size_of(rate, total)
            if (
                scale is None
                or size is None
                or total is count
                or is_price_by_name(count, total)
                or total.value * size <= rate.amount.value
            ):
                continue
            lengths, sure = periods(phrase, rate, total)
            for time, period in lengths:
                if time in (count, total):
                    continue
                factor = scale * period / size
                one = unit_relation(rate, count, total, time, factor)
                yield _Tried(one, _apart(phrase, one), sure)


def _apart(phrase: Phrase, one: NumberRelation) -> int:
    """How many numbers that are no rates, changes or times stand among those of a relation."""
    own = one.starts
    inside = [a for a in phrase.amounts if min(own) < a.start < max(own) and a.start not in own]
    return sum(may_belong(a) and a.base not in TIME_UNITS for a in inside)


def _are_known(phrase: Phrase, one: NumberRelation, rates: Sequence[UnitRate]) -> bool:
    """Whether the numbers among those of a relation are counted by other rates, joined to one of
    its own, or parts of its rate."""
    own = {a.start: a for a in one.numbers}
    inside = [a for a in phrase.amounts if min(own) < a.start < max(own) and a.start not in own]
    units = {a.quantity.unit for a in own.values()}
    return all(
        not may_belong(a)
        or a.quantity.unit in units
        or any(scale_of(rate, a) for rate in rates if rate.per)
        or any(phrase.between(*_gap(a, other)).startswith("、") for other in own.values())
        for a in inside
    )


def _gap(one: Amount, other: Amount) -> tuple[int, int]:
    first, second = sorted((one, other), key=lambda amount: amount.start)
    return first.end, second.start


def _only(
    phrase: Phrase, rate: UnitRate, tried: Sequence[_Tried], rates: Sequence[UnitRate]
) -> Iterator[NumberRelation]:
    """What does not fit and can be nothing else: the only one whose numbers stand side by side."""
    alike = [a for a in rates if (a.unit, a.per) == (rate.unit, rate.per)]
    beside = [one for one in tried if one.apart == 0]
    known = len(tried) == 1 and _are_known(phrase, tried[0].relation, rates)
    beside = beside or [one for one in tried if rate.per and known]
    if len(alike) > 1 or len(beside) != 1 or not beside[0].sure:
        return
    one = beside[0].relation
    others = [a for a in (*one.terms, one.result) if a and a is not rate.amount]
    if any(a.qualifier for a in (*others, rate.amount)) or any(
        a in classes(phrase) for a in others
    ):
        return
    if not _are_near(rate, others) or not is_off_by_a_slip(one):
        return
    count, total = _in_order(rate, others)
    several = [a for a in phrase.plain if a.quantity.unit == count.quantity.unit]
    if not rate.per and len(several) > 1:
        return
    listed = any("其中" in a.label for a in (rate.amount, total, count))
    if listed or is_of_joined(one, _totals(phrase, rate)):
        return
    if by_turns(rate, count) and not _TOGETHER.search(total.label):
        return
    if is_kin(rate, count, total) and not is_of_others(phrase, one, rate, rates):
        yield one


def _in_order(rate: UnitRate, others: Sequence[Amount]) -> tuple[Amount, Amount]:
    """The count and the total."""
    totals = [a for a in others if size_of(rate, a) is not None]
    counts = [a for a in others if a not in totals]
    return (counts or totals)[0], totals[-1]


def _totals(phrase: Phrase, rate: UnitRate) -> list[Amount]:
    return [a for a in phrase.amounts if may_belong(a) and unit_in(a) == rate.unit]


def _are_near(rate: UnitRate, others: Sequence[Amount]) -> bool:
    """Whether all stand between the same semicolons, or the price names what is counted."""
    groups = {rate.amount.group, *(a.group for a in others)}
    words = rate.amount.label
    names = {words[at : at + _NAME] for at in range(len(words) - 1)}
    far = [a for a in others if a.group != rate.amount.group]
    return len(groups) == 1 or all(any(name in a.label for name in names) for a in far)
