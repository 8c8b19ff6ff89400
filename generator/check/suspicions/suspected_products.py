"""Totals behind a price and a count, and means behind a total and a count."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from math import prod

from generator.check.relations import Amount, Arithmetic, NumberRelation
from generator.check.relations.amounts import Role, measured
from generator.check.relations.price_units import per_of
from generator.check.relations.relation import relation_of
from generator.check.suspicions.open_numbers import OpenNumbers, fits_any, is_near
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.standard.wording.numbers import EXACT

_MEAN = regex("[^，。；、\\d]均|平均每|每[百千万]")
_NO_PRICE = regex(
    "公示|起[始拍]|基准地?价|评估|挂牌|核载|限|水平|由|提高|扩大|增加|园均|[省市县]|(?<![景园社小校])区"
)
"""A price that was asked, is an average or was changed gives no total."""
_RANGE = "至到—-～~"
_OF_TIME = "日天月年季周"
_BY_MONTH = regex("每月|月(?:[人户])?均")
_PER_TIME = regex("每[天日月年次]")
_TIMES = ("天", "个月", "次")
_TOTALS = (Role.PLAIN, Role.TARGET, Role.AFTER)
_BEFORE, _SHORT, _PAIR = 4, 2, 2
_YEAR = Decimal(12)


def suspected_products(numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """The last price or total and count before a number that is nearly what they give."""
    for result in (amount for amount in numbers.amounts if not amount.qualifier):
        mean = per_of(result) if _MEAN.search(result.label) else None
        if result.role is Role.EACH and mean and mean[0] and numbers.is_open(result):
            yield from _mean(numbers, result, *mean)
        elif result.role in (Role.PLAIN, Role.TARGET):
            yield from _product(numbers, result)


def _mean(
    numbers: OpenNumbers, result: Amount, each: str, times: Decimal
) -> Iterator[NumberRelation]:
    """A mean of the number of its unit before it, by the last count before it, or the one in a
    bracket just behind it, that is called as the mean is: 村均 of 1204个行政村."""
    before = numbers.before(result, _BEFORE)
    behind = numbers.bracketed_behind(result)
    counts = [a for a in (*before, *behind) if a.base == each or _is_counted(a, each)][-1:]
    like = [a for a in before if a.base == result.base]
    beside = like if len(like) == 1 else [a for a in like if a.group == result.group]
    explained = bool(counts) and counts[-1] in behind
    totals = [a for a in beside if a.role in _TOTALS and (explained or numbers.is_open(a))]
    pairs = [(total, count) for count in counts for total in totals if total is not count]
    if each in _OF_TIME or not pairs:
        return
    total, count = pairs[-1]
    near = is_near(EXACT.divide(total.value, count.value * times), result.value)
    if near and not fits_any(Arithmetic.AVERAGE, numbers.sizes(), result):
        yield replace(relation_of(Arithmetic.AVERAGE, pairs[-1], result), factor=times)


def _is_counted(amount: Amount, each: str) -> bool:
    counted = not measured(amount.base) and amount.role is not Role.EACH
    return counted and each in amount.base + amount.tail


def _product(numbers: OpenNumbers, result: Amount) -> Iterator[NumberRelation]:
    """A total of the last price and the last count before it, of a month, of twelve or of as many
    times as are said; two of the three in no relation."""
    before = numbers.before(result, _BEFORE)
    own = [one for one in before if one.group == result.group]
    pairs = [pair for pair in permutations(own, 2) if _is_price_of(*pair, result)]
    pairs = [pair for pair in pairs if sum(map(numbers.is_open, (*pair, result))) >= _PAIR]
    ranged = numbers.phrase.between(result.start - 1, result.start) in _RANGE
    if not pairs or ranged:
        return
    price, count = max(pairs, key=_nearest_thing)
    if sum(one.base == count.base for one in numbers.sizes()) > 1:
        return
    fitting = (way for way in _ways(numbers, price, count, result) if _is_nearly(way))
    near = next(fitting, None)
    if near and not fits_any(Arithmetic.PRODUCT, numbers.sizes(), result):
        yield near


def _ways(
    numbers: OpenNumbers, price: Amount, count: Amount, result: Amount
) -> Iterator[NumberRelation]:
    """The products of a price and a count, with the times that are said or else those of a year."""
    of_time = [a for a in numbers.before(result, _BEFORE + 1) if a.base in _TIMES]
    said = [a for a in of_time if a is not count and _PER_TIME.search(price.label)]
    for time in said:
        yield relation_of(Arithmetic.PRODUCT, (price, count, time), result)
    if not said:
        yield relation_of(Arithmetic.PRODUCT, (price, count), result)
        if _BY_MONTH.search(price.label):
            of_year = relation_of(Arithmetic.PRODUCT, (price, count), result)
            yield replace(of_year, factor=_YEAR)


def _nearest_thing(pair: tuple[Amount, Amount]) -> tuple[int, bool, int]:
    """Where the later price and count stand, things before times: 200天，惠及32600名."""
    price, count = pair
    return price.start, count.base not in _TIMES, count.start


def _is_nearly(product: NumberRelation) -> bool:
    """Whether the factors nearly give the result."""
    given = product.factor * prod(term.value for term in product.terms)
    return product.result is not None and is_near(given, product.result.value)


def _is_price_of(price: Amount, count: Amount, result: Amount) -> bool:
    priced = price.role is Role.EACH and count.role is not Role.EACH
    named = count.end + len(count.tail) == result.start and len(count.tail) <= _SHORT
    priced = priced and not named and not _NO_PRICE.search(price.label)
    return priced and price.base == result.base != count.base
