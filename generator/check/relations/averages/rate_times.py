"""One rate in two lengths of time: 每户每年42元，折合每月3.5元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.averages.unit_products import is_off_by_a_slip
from generator.check.relations.averages.unit_rates import UnitRate
from generator.model.regex import regex
from generator.model.replacing import replace

_SAME = regex("^(?:即|合|折合|折算|相当于|也就是|平均|约合)")
_TIMES = {
    ("年", "月"): Decimal(12),
    ("月", "天"): Decimal(30),
    ("年", "天"): Decimal(365),
    ("年", "周"): Decimal(52),
}


def rate_times(rates: Sequence[UnitRate]) -> Iterator[NumberRelation]:
    """A rate and just behind it the same for a part of its time, or for a longer one."""
    for one, other in pairwise(rates):
        factor = _factor(one, other)
        near = other.amount.clause - one.amount.clause == 1
        if factor is None or not near or one.unit != other.unit:
            continue
        read = relation_of(Arithmetic.AVERAGE, (one.amount,), other.amount)
        read = replace(read, factor=factor, explicit=False)
        same = _SAME.search(other.amount.label)
        if verdict(read).holds or (same and is_off_by_a_slip(read)):
            yield read


def _factor(one: UnitRate, other: UnitRate) -> Decimal | None:
    """How many of the time of the second are in that of the first."""
    times = (one.times[-1:], other.times[-1:])
    if not all(times) or (other.per and other.per != one.per):
        return None
    pair = (times[0][0], times[1][0])
    if pair in _TIMES:
        return _TIMES[pair]
    reverse = _TIMES.get(pair[::-1])
    return 1 / reverse if reverse else None
