"""A rate, the only count of its unit and the only total of its own: 每斤2.6元, 4.5吨, 2.34万元.

Which numbers belong together is told by units, by which stand beside one another, and by digits; the
words decide only what is none (a tier, a cap, another year).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from msgspec import Struct

from generator.check.relations import chance
from generator.check.relations.amounts import Amount, Role
from generator.check.relations.counted_things import PERSONS, counts_things
from generator.check.relations.holding import verdict
from generator.check.relations.mean_pairs import is_of_joined
from generator.check.relations.other_rates import is_kin, is_of_others
from generator.check.relations.rate_periods import Period, bases_of, periods_of
from generator.check.relations.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.sentence import Phrase
from generator.check.relations.unit_rates import UnitRate, unit_rates
from generator.check.relations.unit_scales import conversion, unit_in
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.standard.wording.numbers import EXACT

_OPEN = (Role.PLAIN, Role.AFTER, Role.EACH)
_TIMES = ("天", "日", "年", "个月", "月", "岁", "小时", "分钟", "周", "学期", "个学期", "")
_BOUNDS = ("以上", "以下", "以内", "不超过", "不低于", "不少于", "超", "超过", "突破", "逾")
_SEATS = regex("学位|座位|床位|席位|名额|岗位|铺位")
_IS_MEAN = regex("均|造价|成本|(?:折合|折算|相当于|合|摊到?|合计)(?:成|为|到|下来)?每")
_LEAST, _MOST = Decimal("0.55"), Decimal("1.85")
_MOST_CHANCE = 0.1
_NAME = 2


class _Tried(Struct, frozen=True):
    """A relation that may be meant, how many other amounts stand among its numbers, and whether no
    other period can be meant."""

    relation: NumberRelation
    apart: int
    sure: bool


def unit_totals(phrase: Phrase, known: Set[int]) -> Iterator[NumberRelation]:
    """Every rate that nothing is read of yet, with the count and the total that fit; else with those
    that can be no others."""
    rates = list(unit_rates(phrase))
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
    starts = {one.amount.start for one in rates}
    open_ = [a for a in phrase.amounts if _is_open(a) and a.start not in starts]
    for count in open_:
        scale = _scale_of(rate, count)
        for total in open_ if scale else ():
            size = _size_of(rate, total)
            if size is None or total is count or total.value * size <= rate.amount.value:
                continue
            periods, sure = _periods(phrase, rate, total)
            for time, period in periods:
                if time in (count, total):
                    continue
                factor = scale * period / size
                one = _relation(rate, count, total, time, factor)
                yield _Tried(one, _apart(phrase, one), sure)


def _periods(phrase: Phrase, rate: UnitRate, total: Amount) -> tuple[Sequence[Period], bool]:
    """What else is multiplied; nothing where a rate of a time alone is counted by times."""
    if rate.times and not rate.per:
        return [(None, Decimal(1))], True
    return periods_of(phrase, rate.times, total)


def _is_open(amount: Amount) -> bool:
    open_ = amount.role in _OPEN and amount.qualifier not in _BOUNDS and bool(amount.value)
    return open_ and amount.base not in ("%", "‰") and not amount.label.endswith("每")


def _scale_of(rate: UnitRate, count: Amount) -> Decimal | None:
    """How many of what a rate is for one counted is; None where it counts something else."""
    unit, many = unit_in(count), Decimal(1).scaleb(-rate.many)
    if rate.times and not rate.per:
        return Decimal(1) if unit in bases_of(rate.times) and _is_printed_time(count) else None
    if not rate.per:
        counted = bool(unit) and unit not in _TIMES and conversion(rate.unit, unit) is None
        return _thousandth(count) if counted and not unit.endswith("元") else None
    scale = conversion(unit, rate.per)
    if scale is None:
        scale = Decimal(1) if counts_things(count, rate.per) else None
    return scale * many if scale else None


def _is_printed_time(amount: Amount) -> bool:
    """Whether a number says for how long, and does not stand against another time."""
    return amount.role is Role.PLAIN and not amount.qualifier


def _thousandth(count: Amount) -> Decimal:
    """A price whose unit is not said is for one of that in which its count is printed."""
    unit = count.quantity.unit.lstrip("万亿")
    return conversion(unit_in(count), unit) or Decimal(1)


def _size_of(rate: UnitRate, total: Amount) -> Decimal | None:
    """How many of the unit of a rate one of a total's is; None for another kind of unit."""
    unit = unit_in(total)
    if rate.unit in PERSONS and unit == "个" and _SEATS.search(total.label + total.tail):
        return Decimal(1)
    if {rate.unit, unit} <= PERSONS:
        return Decimal(1)
    return conversion(unit, rate.unit)


def _relation(
    rate: UnitRate, count: Amount, total: Amount, time: Amount | None, factor: Decimal
) -> NumberRelation:
    times = (time,) if time else ()
    last = rate.amount.start > max(count.start, total.start)
    if last or _IS_MEAN.search(rate.amount.label):
        one = relation_of(Arithmetic.AVERAGE, (total, count, *times), rate.amount)
    else:
        one = relation_of(Arithmetic.PRODUCT, (rate.amount, count, *times), total)
    return replace(one, factor=factor, explicit=False)


def _apart(phrase: Phrase, one: NumberRelation) -> int:
    """How many numbers that are no rates, changes or times stand among those of a relation."""
    own = {a.start for a in (*one.terms, *filter(None, [one.result]))}
    inside = [a for a in phrase.amounts if min(own) < a.start < max(own) and a.start not in own]
    return sum(_is_open(a) and a.base not in _TIMES for a in inside)


def _only(
    phrase: Phrase, rate: UnitRate, tried: Sequence[_Tried], rates: Sequence[UnitRate]
) -> Iterator[NumberRelation]:
    """What does not fit and can be nothing else: the only one whose numbers stand side by side."""
    alike = [a for a in rates if (a.unit, a.per) == (rate.unit, rate.per)]
    beside = [one for one in tried if one.apart == 0]
    beside = beside or [one for one in tried if rate.per and len(tried) == 1]
    if len(alike) > 1 or len(beside) != 1 or not beside[0].sure:
        return
    one = beside[0].relation
    others = [a for a in (*one.terms, one.result) if a and a is not rate.amount]
    if any(a.qualifier for a in (*others, rate.amount)):
        return
    if not _are_near(rate, others) or not _is_of_size(rate, one):
        return
    count, total = _in_order(rate, others)
    listed = any("其中" in a.label for a in (rate.amount, total, count))
    if listed or is_of_joined(one, _totals(phrase, rate)):
        return
    if is_kin(rate, count, total) and not is_of_others(phrase, one, rate, rates):
        yield one


def _in_order(rate: UnitRate, others: Sequence[Amount]) -> tuple[Amount, Amount]:
    """The count and the total."""
    totals = [a for a in others if _size_of(rate, a) is not None]
    counts = [a for a in others if a not in totals]
    return (counts or totals)[0], totals[-1]


def _totals(phrase: Phrase, rate: UnitRate) -> list[Amount]:
    return [a for a in phrase.amounts if _is_open(a) and unit_in(a) == rate.unit]


def _are_near(rate: UnitRate, others: Sequence[Amount]) -> bool:
    """Whether all stand between the same semicolons, or the price names what is counted."""
    groups = {rate.amount.group, *(a.group for a in others)}
    words = rate.amount.label
    names = {words[at : at + _NAME] for at in range(len(words) - 1)}
    far = [a for a in others if a.group != rate.amount.group]
    return len(groups) == 1 or all(any(name in a.label for name in names) for a in far)


def _is_of_size(rate: UnitRate, one: NumberRelation) -> bool:
    """Whether the numbers miss one another by a slip, and not by something else altogether."""
    result = one.result
    if result is None:
        return False
    if one.sort is Arithmetic.PRODUCT:
        value = one.factor
        for term in one.terms:
            value *= term.value
    else:
        value = one.terms[0].value / one.factor
        for term in one.terms[1:]:
            value = EXACT.divide(value, term.value)
    return result.value * _LEAST < value < result.value * _MOST
