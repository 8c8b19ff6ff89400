"""Rates, counts and totals in rows of as many, each told by its unit: 羊420只、鸡1.5万羽，每只1300元、每羽85元，
收入54.6万元和127.5万元. One rate of several counts, and one count of several rates, are such rows too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, product

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.averages.unit_products import (
    is_off_by_a_slip,
    may_belong,
    periods,
    quotient_of,
    scale_of,
    size_of,
    unit_relation,
)
from generator.check.relations.averages.unit_rates import UnitRate
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_JOINED = regex("[^，。；：、\\d]{0,6}(?:、|和|及|与|以及)[^，。；：、\\d]*")
_PAIR = 2
_ALIKE = Decimal("1.005")
_MOST_ROWS = 8

_Row = tuple[Amount, ...]


def unit_columns(phrase: Phrase, rates: Sequence[UnitRate]) -> Iterator[NumberRelation]:
    """The relations of all rows of totals whose rates and counts are right but for one at most."""
    by_place = {rate.amount.start: rate for rate in rates}
    rows = list(_rows(phrase, by_place))
    if not by_place or not _PAIR <= len(rows) <= _MOST_ROWS:
        return
    priced = [row for row in rows if all(a.start in by_place for a in row)]
    others = [row for row in rows if not any(a.start in by_place for a in row)]
    for prices in priced:
        tried = chain.from_iterable(
            _tried(phrase, [by_place[a.start] for a in prices], counts, totals)
            for counts, totals in product(others, others)
            if counts is not totals and _fit(prices, counts, totals)
        )
        yield from max(tried, key=_right, default=())


def _rows(phrase: Phrase, rates: Mapping[int, UnitRate]) -> Iterator[_Row]:
    """The numbers that 、 or 和 joins, prices apart from others and money from what is counted."""
    row: list[Amount] = []
    for amount in filter(may_belong, phrase.amounts):
        if row and not _goes_on(phrase, row[-1], amount, rates):
            yield tuple(row)
            row = []
        row.append(amount)
    if row:
        yield tuple(row)


def _goes_on(phrase: Phrase, last: Amount, amount: Amount, rates: Mapping[int, UnitRate]) -> bool:
    alike = (last.start in rates) == (amount.start in rates)
    money = last.base.endswith("元") == amount.base.endswith("元")
    joined = _JOINED.fullmatch(phrase.between(last.end, amount.start))
    return alike and money and joined is not None


def _fit(prices: _Row, counts: _Row, totals: _Row) -> bool:
    """Whether there are as many of all, or one that is for all; several of one at least beside the
    totals."""
    several = len(totals)
    lengths = {len(prices), len(counts)}
    return several >= _PAIR and several in lengths and lengths <= {1, several}


def _tried(
    phrase: Phrase, rates: Sequence[UnitRate], counts: _Row, totals: _Row
) -> Iterator[Sequence[NumberRelation]]:
    """The relations of rows for each length of time; none where more than one is not right."""
    several = len(totals)
    rates = rates if len(rates) == several else [*rates] * several
    counts = counts if len(counts) == several else counts * several
    lengths, _ = periods(phrase, rates[0], totals[0])
    for time, period in lengths:
        found = []
        for rate, count, total in zip(rates, counts, totals, strict=True):
            scale, size = scale_of(rate, count), size_of(rate, total)
            if scale and size and total.value * size > rate.amount.value:
                found.append(unit_relation(rate, count, total, time, scale * period / size))
        wrong = [one for one in found if not verdict(one).holds]
        told = several > len(wrong) <= 1 or _are_off_alike(found)
        if len(found) == several and told and all(map(is_off_by_a_slip, wrong)):
            yield found


def _are_off_alike(found: Sequence[NumberRelation]) -> bool:
    """Whether all miss by the same: then what they share is wrong."""
    off = [quotient_of(one) for one in found]
    return max(off) < min(off) * _ALIKE


def _right(found: Sequence[NumberRelation]) -> int:
    return sum(verdict(one).holds for one in found)
