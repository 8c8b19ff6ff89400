"""Products and averages: each, how many, and all together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import dropwhile

from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.averages.averages_by_time import PERIODS, averages_by_time
from generator.check.relations.averages.counted_things import PERSONS, counts_things
from generator.check.relations.averages.mean_lists import behind_items, behind_lists, parts_before
from generator.check.relations.averages.mean_pairs import is_of_joined
from generator.check.relations.averages.near_prices import (
    IS_MEAN,
    by_days,
    by_nearness,
    first_fitting,
    from_across,
    is_per_day,
    near_price,
    of_yield,
    price_relation,
)
from generator.check.relations.averages.other_rates import is_likely
from generator.check.relations.averages.plain_ratios import plain_ratios
from generator.check.relations.averages.price_rows import price_rows
from generator.check.relations.averages.price_units import per_of
from generator.check.relations.averages.prices import is_between, prices
from generator.check.relations.averages.rate_parts import rate_parts
from generator.check.relations.averages.rate_times import rate_times
from generator.check.relations.averages.time_factors import Factor, factors_of
from generator.check.relations.averages.unit_columns import unit_columns
from generator.check.relations.averages.unit_rates import unit_rates
from generator.check.relations.averages.unit_totals import unit_totals
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_FLOW = regex("^(?:[日月年]均|每[日天月年])")
_LEFT_OUT = regex(
    "限[载乘坐]|核载|核定载|定员|分别|预计|计划|以上|最高|标准(?!厂房|化|地|田|件|间|仓|煤)"
)
_RECKONED = regex(
    "测算|计算|核算|共(?:计|需)?(?:领取|发放|兑现|支付|支出|拨付|补助|奖励|应[拨发])|应拨|应发"
)
_OF_A_HEAD = regex("人均|生均|户均|亩均|每")
_CLOSE = Decimal("0.003")
_THOUSANDTH = Decimal("0.001")
_BASES = {"吨": "公斤", "公里": "米"}
_PEOPLE = regex("人口|常住|户籍|学生|总人数|职工")
"""Of whom so many of others are: 每万人口医师2.6人."""
_OF_PEOPLE = regex("每[百千万]")
_CHANGES = (Role.GROWTH, Role.DELTA, Role.POINTS)
_TOGETHER = regex("[共总合需计]|支付|发放|支出|兑付|补助")
_TELLING_DIGITS = 3
_OF_WHAT = regex("每个?(?P<noun>[^，。；、\\d个]{2,4}?)(?:的|有|拥有|人口|平均|[为达约是]|$)")


def products(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every price or average of a phrase with what it is of and the total."""
    told = list(unit_rates(phrase))
    in_rows = list(price_rows(phrase)) or list(unit_columns(phrase, told))
    known = {start for one in in_rows for start in one.starts}
    yield from in_rows
    in_times = list(rate_times(told))
    known |= {one.result.start for one in in_times if one.result}
    yield from in_times
    rates = {rate.amount.start: rate for rate in told}
    for each, then in prices(phrase):
        if each.start not in known and not _is_left_out(phrase, each):
            read = [one for one in _read(phrase, each) if not is_between(one, then, each)]
            read = [one for one in read if is_likely(phrase, one, each, rates)]
            known |= {each.start} if read else set()
            yield from read
    yield from rate_parts(phrase, told)
    yield from plain_ratios(phrase)
    yield from unit_totals(phrase, known, told)
    yield from _in_bracket(phrase)


def _is_left_out(phrase: Phrase, each: Amount) -> bool:
    """Whether a price is none of the numbers beside it; a standard per head by which a sum is
    reckoned is: 人均补助标准94元，按48.6万人测算，应筹集4568.4万元."""
    out = _LEFT_OUT.search(each.label)
    reckoned = _RECKONED.search(phrase.between(each.end, phrase.end))
    standard = out is not None and out[0] == "标准" and bool(_OF_A_HEAD.search(each.label))
    return out is not None and not (standard and reckoned)


def _in_bracket(phrase: Phrase) -> Iterator[NumberRelation]:
    """为1430人追回工资2574万元（人均1.8万元）: an average alone in the bracket behind its total."""
    if phrase.outer is None or len(phrase.amounts) != 1:
        return
    (each,) = phrase.amounts
    before = [a for a in phrase.outer.amounts if a.end == phrase.start - 1]
    if before and each.role is Role.EACH and before[0].base == each.base:
        own = replace(each, clause=before[0].clause, group=before[0].group)
        yield from _read(phrase.outer, own)


def _read(phrase: Phrase, each: Amount) -> Iterator[NumberRelation]:
    """The pair of count and total that fits; else the nearest that the words tell."""
    per = per_of(each)
    if per is None:
        return
    each = behind_items(phrase, behind_lists(phrase, _behind_changes(phrase, each)))
    of, _ = per
    others = [
        a
        for a in near_price(phrase, each)
        if not (_is_total_of_prices(phrase, each, a) or _goes_on(phrase, each, a))
    ]
    totals = _in_unit_of(each, others)
    if of in PERIODS:
        yield from averages_by_time(phrase, each, totals, of)
    elif is_per_day(phrase, each, of):
        yield from by_days(phrase, each, others, totals)
    else:
        yield from _by_count(phrase, each, others, per)


def _behind_changes(phrase: Phrase, each: Amount) -> Amount:
    """A mean as it would stand without the changes before it: 412.6万人次、30.95亿元，同比分别增长12.4%、
    14.9%，人均花费750元."""
    own = [a for a in phrase.amounts if a.end <= each.start and a.group == each.group]
    own = list(dropwhile(lambda a: a.role is not Role.PLAIN, own))
    said = [a for a in own if a.role in _CHANGES or (not a.label and a.base == "%")]
    return replace(each, clause=each.clause - len({a.clause for a in said}))


def _by_count(
    phrase: Phrase, each: Amount, others: Sequence[Amount], per: tuple[str, Decimal]
) -> Iterator[NumberRelation]:
    """The count and the total of what a price is for."""
    own = list(_in_numbers(phrase, each, others, per))
    if own or phrase.before is None:
        yield from own
    else:
        yield from _of_sentence_before(phrase.before, each, per)


def _in_numbers(
    phrase: Phrase, each: Amount, others: Sequence[Amount], per: tuple[str, Decimal]
) -> Iterator[NumberRelation]:
    """The count and the total among the numbers beside a price."""
    of, _ = per
    counted = _BASES.get(of, of)
    totals = _in_unit_of(each, others)
    counts = [a for a in others if counts_things(a, counted) and not _FLOW.match(a.label)]
    if of in _BASES:  # a road of 27.4公里 and not its width of 8.5米
        counts = [a for a in counts if a.quantity.unit.endswith(of)] or counts
    factors = _scaled(phrase, each, totals, per)
    fitting = first_fitting(each, counts, [*totals, *_turns(each, others)], factors)
    listed = parts_before(phrase, each)
    totals = [total for total in totals if total not in listed] or totals
    counts = [a for a in counts if a not in listed and not _is_of_a_part(phrase, each, a, of)]
    exact = [amount for amount in counts if amount.base == counted not in PERSONS]
    alone = not _is_in_list(phrase, each)
    if fitting or (alone and (of or not _is_one_of_several(phrase, each, exact or counts))):
        near = list(by_nearness(each, exact or counts, totals, factors))
        near = near or list(of_yield(each, exact or counts, totals, factors))
        near = near or list(from_across(phrase, each, exact or counts, totals, factors))
        near = [one for one in near if not _is_of_most(one, others)]
        yield from fitting or (
            one for one in near if not (_is_of_the_rest(one) or is_of_joined(one, totals))
        )


def _is_of_the_rest(relation: NumberRelation) -> bool:
    """全部企业入库1.04亿元，其余1312户户均3.65万元: whether a total is that of all, and a count that
    of the rest."""
    rest = [a.start for a in relation.terms if a.label.startswith(("其余", "其他", "余下"))]
    return any(a.start < rest[0] for a in relation.terms) if rest else False


def _is_of_most(relation: NumberRelation, others: Sequence[Amount]) -> bool:
    """每人1200元，培训8620人，其中免费3120人，发放660万元: whether a price is for those of a count whom 其中
    does not take out."""
    result = relation.result
    numbers = (*relation.terms, result) if result else ()
    out = [a for a in others if a.label.startswith("其中")]
    counts = [a for a in numbers for part in out if a.base == part.base and a.start < part.start]
    if not counts or result is None:
        return False
    count, most = counts[0], max(a.value for a in numbers)
    if count.value == most:
        return False
    # the total by all the other numbers, whatever their order
    of_one = relation.factor
    for amount in numbers:
        of_one *= Decimal(1) if amount is count or amount.value == most else amount.value
    sums = [of_one * (count.value - part.value) for part in out if part.base == count.base]
    return any(abs(one - most) <= most * _CLOSE for one in sums)


def _is_in_list(phrase: Phrase, each: Amount) -> bool:
    """Whether 、 joins a price to another of its unit: 小学生均720元、初中生均940元;
    152人每人5000元、136人每人2500元."""
    alike = [a for a in phrase.amounts if a.base == each.base]
    behind = [a for a in alike if a.start > each.start and a.role is Role.PLAIN][:1]
    named = [a for a in behind if a.label and not _TOGETHER.search(a.label)]
    others = [*(a for a in alike if a.role is Role.EACH), *named]
    gaps = [phrase.between(min(a.end, each.end), max(a.start, each.start)) for a in others]
    return any(gap.startswith("、") and not re.search(r"[，；]", gap) for gap in gaps)


def _scaled(
    phrase: Phrase, each: Amount, totals: Sequence[Amount], per: tuple[str, Decimal]
) -> list[Factor]:
    """What else is multiplied, with the size of what a price is for: a hundred households."""
    of, times = per
    scale = times * _THOUSANDTH if of in _BASES else times
    return [(time, factor * scale) for time, factor in factors_of(phrase, each, totals)]


def _of_sentence_before(
    before: Phrase, each: Amount, per: tuple[str, Decimal]
) -> Iterator[NumberRelation]:
    """家庭户2706户，家庭户人口7073人。平均每个家庭户2.61人: the count and the total of the sentence
    before; where they do not fit only those that the mean calls by name."""
    counted = _BASES.get(per[0], per[0])
    totals = _in_unit_of(each, before.plain)
    counts = [a for a in before.plain if counts_things(a, counted) and a.base != each.base]
    factors: list[Factor] = [(None, per[1])]
    digits = re.sub(r"\D", "", each.quantity.text).lstrip("0")
    if len(digits) >= _TELLING_DIGITS and per[0] not in _BASES and IS_MEAN.search(each.label):
        yield from first_fitting(each, counts, totals, factors) or _by_name(each, counts, totals)


def _by_name(
    each: Amount, counts: Sequence[Amount], totals: Sequence[Amount]
) -> Iterator[NumberRelation]:
    """The one count and the one total whose names hold that of what a mean is of."""
    named = _OF_WHAT.search(each.label)
    if named is None:
        return
    called = [[a for a in row if named["noun"] in a.label] for row in (counts, totals)]
    if all(len(row) == 1 for row in called) and called[0][0] is not called[1][0]:
        one = price_relation(each, called[0][0], called[1][0], None, Decimal(1))
        yield replace(one, explicit=False)


def _is_one_of_several(phrase: Phrase, each: Amount, counts: Sequence[Amount]) -> bool:
    """Whether a phrase counts more than one thing before a bare mean: 7个…，13个…，平均投资6亿元."""
    bases = {count.base for count in counts}
    return sum(a.base in bases and a.end <= each.start for a in phrase.plain) > 1


def _is_of_a_part(phrase: Phrase, each: Amount, count: Amount, of: str) -> bool:
    """Whether a number cannot be what a total was divided by: one in the unit of the mean itself
    that is not per person, or of a part named behind it (平均投资6亿元，其中超过10亿元的5个)."""
    behind = "其中" in phrase.between(each.end, count.start)
    in_hundreds = of in PERSONS and bool(_OF_PEOPLE.search(each.label))
    foreign = not _PEOPLE.search(count.label) if in_hundreds else of not in PERSONS
    called = bool(of) and count.tail.endswith(of)
    return behind or (count.base == each.base and foreign and not called)


def _is_total_of_prices(phrase: Phrase, each: Amount, total: Amount) -> bool:
    """Whether a number before 其中 is the total of several prices behind it and so of none alone:
    180万元，其中甲等村3个每村30万元，乙等村6个每村15万元."""
    if total.base != each.base or "其中" not in phrase.between(total.end, each.start):
        return False
    prices = [a for a in phrase.amounts if a.role is Role.EACH and a.start > total.end]
    return sum(per_of(a) == per_of(each) and a.base == each.base for a in prices) > 1


def _goes_on(phrase: Phrase, each: Amount, other: Amount) -> bool:
    """Whether a number is the next of a row of averages: 班均43人、45人."""
    bare = not other.label and other.base == each.base
    return bare and phrase.between(each.end, other.start) in ("、", "和", "与")


def _turns(each: Amount, others: Sequence[Amount]) -> list[Amount]:
    """培训48期2160人次，平均每期45人: people as often as they came."""
    return [a for a in others if each.base == "人" and a.base == "人次"]


def _in_unit_of(each: Amount, others: Sequence[Amount]) -> list[Amount]:
    return [amount for amount in others if amount.base == each.base]
