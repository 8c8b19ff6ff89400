"""The product of a rate, what is counted in its unit and the total in its own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.averages.counted_things import PERSONS, counts_things
from generator.check.relations.averages.rate_periods import Period, bases_of, periods_of
from generator.check.relations.averages.unit_rates import UnitRate
from generator.check.relations.numbers.amounts import Amount, Role, unit_of
from generator.check.relations.numbers.unit_scales import conversion, unit_in
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.standard.wording.numbers import EXACT

_OPEN = (Role.PLAIN, Role.AFTER, Role.EACH)
TIME_UNITS = (
    "天",
    "日",
    "年",
    "个月",
    "月",
    "岁",
    "小时",
    "分钟",
    "周",
    "学期",
    "个学期",
    "个工作日",
    "工作日",
    "",
)
_BOUNDS = ("以上", "以下", "以内", "不超过", "不低于", "不少于", "超", "超过", "突破", "逾")
_SEATS = regex("学位|座位|床位|席位|名额|岗位|铺位")
_TURNS = {"车": ("趟", "车次"), "船": ("趟", "航次"), "班": ("班次",), "机": ("架次",)}
"""每车装12吨，跑了35趟: what is loaded once for each turn."""
_IS_MEAN = regex("均|造价|成本|(?:折合|折算|相当于|合|摊到?|合计)(?:成|为|到|下来)?每")
_LEAST, _MOST = Decimal("0.55"), Decimal("1.85")


def may_belong(amount: Amount) -> bool:
    open_ = amount.role in _OPEN and amount.qualifier not in _BOUNDS and bool(amount.value)
    return open_ and amount.base not in ("%", "‰") and not amount.label.endswith("每")


def periods(phrase: Phrase, rate: UnitRate, total: Amount) -> tuple[Sequence[Period], bool]:
    """What else is multiplied; nothing where a rate of a time alone is counted by times."""
    if rate.times and not rate.per and rate.unit != "元":
        return [(None, Decimal(1))], True
    return periods_of(phrase, rate.times, rate.amount, total)


def scale_of(rate: UnitRate, count: Amount) -> Decimal | None:
    """How many of what a rate is for one counted is; None where it counts something else."""
    unit, many = unit_in(count), Decimal(1).scaleb(-rate.many)
    if rate.times and not rate.per:
        worked = "天" in rate.times and count.tail.startswith("工作日")
        flows = (worked or unit in bases_of(rate.times)) and _is_printed_time(count)
        paid = rate.unit == "元" and unit in PERSONS
        return Decimal(1) if flows or paid else None
    if not rate.per:
        counted = bool(unit) and unit not in TIME_UNITS and conversion(rate.unit, unit) is None
        return _thousandth(count) if counted and not unit.endswith("元") else None
    scale = conversion(unit, rate.per)
    if scale is None:
        scale = Decimal(1) if _counts(count, unit, rate.per) else None
    return scale * many if scale else None


def _counts(count: Amount, unit: str, per: str) -> bool:
    return unit == unit_of(per)[0] or unit in _TURNS.get(per, ()) or counts_things(count, per)


def by_turns(rate: UnitRate, count: Amount) -> bool:
    """Whether a number counts the turns of what a rate is for."""
    return unit_in(count) in _TURNS.get(rate.per, ())


def _is_printed_time(amount: Amount) -> bool:
    """Whether a number says for how long, and does not stand against another time."""
    return amount.role is Role.PLAIN and not amount.qualifier


def _thousandth(count: Amount) -> Decimal:
    """A price whose unit is not said is for one of that in which its count is printed."""
    unit = count.quantity.unit.lstrip("万亿")
    return conversion(unit_in(count), unit) or Decimal(1)


def size_of(rate: UnitRate, total: Amount) -> Decimal | None:
    """How many of the unit of a rate one of a total's is; None for another kind of unit."""
    unit = unit_in(total)
    if rate.unit in PERSONS and unit == "个" and _SEATS.search(total.label + total.tail):
        return Decimal(1)
    if {rate.unit, unit} <= PERSONS:
        return Decimal(1)
    return conversion(unit, rate.unit)


def unit_relation(
    rate: UnitRate, count: Amount, total: Amount, time: Amount | None, factor: Decimal
) -> NumberRelation:
    times = (time,) if time else ()
    last = rate.amount.start > max(count.start, total.start)
    lasts = rate.times and not rate.per and count.start > max(total.start, rate.amount.start)
    if lasts:  # how long a stock lasts
        one = relation_of(Arithmetic.AVERAGE, (total, rate.amount), count)
    elif last or _IS_MEAN.search(rate.amount.label):
        one = relation_of(Arithmetic.AVERAGE, (total, count, *times), rate.amount)
    else:
        one = relation_of(Arithmetic.PRODUCT, (rate.amount, count, *times), total)
    return replace(one, factor=factor, explicit=False)


def is_off_by_a_slip(one: NumberRelation) -> bool:
    """Whether the numbers miss one another by a slip, and not by something else altogether."""
    return _LEAST < quotient_of(one) < _MOST


def quotient_of(one: NumberRelation) -> Decimal:
    """What the terms give beside what the result says; 0 where one of them is nothing."""
    result = one.result
    if result is None or not all(a.value for a in (*one.terms, result)):
        return Decimal(0)
    if one.sort is Arithmetic.PRODUCT:
        value = one.factor
        for term in one.terms:
            value *= term.value
    else:
        value = EXACT.divide(one.terms[0].value, one.factor)
        for term in one.terms[1:]:
            value = EXACT.divide(value, term.value)
    return EXACT.divide(value, result.value)
