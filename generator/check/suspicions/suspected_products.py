"""Totals behind a price and a count, and means behind a total and a count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.check.relations import Amount, Arithmetic, NumberRelation
from generator.check.relations.algebra.relation import relation_of
from generator.check.relations.averages.price_units import per_of
from generator.check.relations.numbers.amounts import Role
from generator.check.suspicions.open_numbers import OpenNumbers, is_near, share_words
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.standard.wording.numbers import EXACT

_MEAN = regex(
    "(?P<time>[月日天])(?P<by>[人户])?均|(?P<each>[^，。；、\\d])均|(?:平均|均价)每(?P<one>[^，。；、\\d])"
)
_TIME_MEAN = regex("全年|[月日天]均|[为是约达]")
_OF_OTHERS = regex("全[省市县区]|其[中余]|上年|去年|同期")
"""A mean or total of more, or of others, than stand just before it."""
_NO_PRICE = regex(
    "分别|公示|起[始拍]|基准地?价|评估|挂牌|核载|限|水平|由|提高|扩大|增加|园均|[省市县区]"
)
"""A price that was asked, is an average or was changed gives no total."""
_RANGE = "至到—-～~"
_SPANS = ("天", "个月", "月", "年", "小时", "个学期")
_OF_TIME = {"月": Decimal(12), "日": Decimal(365), "天": Decimal(365)}
_BY_MONTH = regex("每月|月(?:[人户])?均")
_TOTALS = (Role.PLAIN, Role.TARGET, Role.AFTER)
_BEFORE, _SHORT = 5, 2
_ONE = Decimal(1)


def suspected_products(numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """The last price or total and count before a number that is nearly what they give."""
    for result in numbers.amounts:
        open_ = result.start not in numbers.reached and not result.qualifier
        if not open_ or _OF_OTHERS.match(result.label):
            continue
        mean = _MEAN.search(result.label)
        if result.role is Role.EACH and numbers.bracketed_behind(result):
            yield from _mean_of_so_many(numbers, result)
        elif result.role is Role.EACH and mean:
            by = _OF_TIME.get(mean["time"] or "", Decimal(1))
            yield from _mean(numbers, result, mean["by"] or mean["each"] or mean["one"] or "", by)
        elif result.role in (Role.PLAIN, Role.TARGET):
            yield from _product(numbers, result)
            yield from _fine(numbers, result)


def _mean(numbers: OpenNumbers, result: Amount, each: str, by: Decimal) -> Iterator[NumberRelation]:
    """A mean of the number of its unit before it, by the last count before it that is called as the
    mean is (村均 of 1204个行政村), and by the months or days of a year."""
    before = numbers.before(result, _BEFORE)
    totals = [a for a in before if a.base == result.base and a.role in _TOTALS]
    totals = [a for a in totals if result.group - a.group <= 1]
    counts = [a for a in before if each and each in a.base + a.tail and _is_count(a, result)][-1:]
    pairs: list[tuple[Amount, ...]] = [(total, one) for total in totals for one in counts]
    if not each:
        pairs = [(total,) for total in totals if _is_of_year(total, result)]
    near = [pair for pair in pairs if is_near(_divided(pair, by), result.value)][-1:]
    if near:
        yield replace(relation_of(Arithmetic.AVERAGE, near[0], result), factor=by)


def _mean_of_so_many(numbers: OpenNumbers, result: Amount) -> Iterator[NumberRelation]:
    """A mean of the last number of its unit before it by the count in the bracket behind it:
    每千人62.3户（按42.38万人计）."""
    of, times = per_of(result) or ("", Decimal(1))
    counts = [a for a in numbers.bracketed_behind(result) if a.base == of]
    totals = [a for a in numbers.before(result, _BEFORE) if a.base == result.base]
    for total, count in zip(totals[-1:], counts, strict=False):
        if is_near(EXACT.divide(total.value, count.value * times), result.value):
            yield replace(relation_of(Arithmetic.AVERAGE, (total, count), result), factor=times)


def _is_of_year(total: Amount, result: Amount) -> bool:
    """Whether a mean of a month or day is called as the number just before it, or nothing else."""
    said = _TIME_MEAN.sub("", result.label)
    named = not said or share_words(said, total.label)
    return result.clause - total.clause == 1 and named


def _divided(pair: Sequence[Amount], by: Decimal) -> Decimal:
    value = EXACT.divide(pair[0].value, by)
    return EXACT.divide(value, pair[1].value) if len(pair) > 1 else value


def _is_count(amount: Amount, result: Amount) -> bool:
    plain = amount.role in (Role.PLAIN, Role.TARGET) and not amount.label.startswith("其余")
    return plain and amount.base != result.base


def _product(numbers: OpenNumbers, result: Amount) -> Iterator[NumberRelation]:
    """A total of the last price before it, the count nearest to that, and the days or months
    between, of a month or of twelve."""
    before = [a for a in numbers.before(result, _BEFORE) if result.group - a.group <= 1]
    prices = [one for one in before if _is_price_of(one, result)]
    prices = [one for one in prices if one.start not in numbers.priced]
    ranged = numbers.phrase.between(result.start - 1, result.start) in _RANGE
    if not prices or ranged:
        return
    price = prices[-1]
    spans = [a for a in before if a.base in _SPANS and a.start > price.start][:1]
    counts = [a for a in before if a not in spans and _is_counted_by(a, price, result)]
    behind = [a for a in counts if a.start > price.start]
    count = (behind or counts)[-1:]
    own = any(a.clause == price.clause for a in counts) and count[0].clause == result.clause
    if len({a.base for a in behind}) < len(behind) or own:
        return
    yearly = _BY_MONTH.search(price.label) and "年" in result.label
    times = [Decimal(1), *([_OF_TIME["月"]] if yearly else [])]
    ways = [way for way in ((*count, *spans), count, spans) if way]
    near = [(way, by) for way in ways for by in times if _is_near_product(price, way, by, result)]
    if near:
        way, by = near[0]
        yield replace(relation_of(Arithmetic.PRODUCT, (price, *way), result), factor=by)


def _fine(numbers: OpenNumbers, result: Amount) -> Iterator[NumberRelation]:
    """货值1260元，处5倍罚款6300元: what follows a multiple of the number before, in its clause."""
    at = numbers.amounts.index(result)
    for value, times in pairwise(numbers.amounts[max(0, at - 2) : at]):
        said = times.base == "倍" and times.role is Role.PLAIN and times.clause == result.clause
        if said and value.base == result.base and _is_near_product(value, (times,), _ONE, result):
            yield relation_of(Arithmetic.PRODUCT, (value, times), result)


def _is_near_product(price: Amount, way: Sequence[Amount], by: Decimal, result: Amount) -> bool:
    value = price.value * by
    for one in way:
        value *= one.value
    return is_near(value, result.value)


def _is_price_of(price: Amount, result: Amount) -> bool:
    own = price.role is Role.EACH and price.group == result.group
    return own and price.base == result.base and not _NO_PRICE.search(price.label)


def _is_counted_by(count: Amount, price: Amount, result: Amount) -> bool:
    """Whether a number counts what a price is of: no rate, and no name of what the result is."""
    named = count.end + len(count.tail) == result.start and len(count.tail) <= _SHORT
    return _is_count(count, result) and count is not price and not named
