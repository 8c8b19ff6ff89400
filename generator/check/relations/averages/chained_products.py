"""Products of a rate, a rate of a time and its length, and of rates in rows: 日均供餐620份，每份补贴3元，按300天
计，补贴55.8万元; 每年维保费4.36万元，3年累计支付13.08万元; 每人95元，惠及2380人；每人110元，惠及4165人，分别支出….
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import pairwise

from generator.check.reader import Quantity
from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.averages.rate_periods import bases_of
from generator.check.relations.averages.unit_products import (
    is_off_by_a_slip,
    may_belong,
    periods,
    scale_of,
    size_of,
)
from generator.check.relations.averages.unit_rates import UnitRate
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_YEARS = regex(
    r"(?<![\d.第])(?P<digits>\d{1,2})年(?:来|间|累计|共|合计|总共|共计|总计)+[^，。；、\d]*$"
)
_EACH = regex("分别|依次|各自")
_BARE = "、和及与"
_PAIR, _NEAR = 2, 2


def chained_products(phrase: Phrase, rates: Sequence[UnitRate]) -> Iterator[NumberRelation]:
    """The products of a phrase of which more rates than one are factors, or years that are told."""
    found = [*_of_rates(phrase, rates), *_of_years(phrase, rates), *_in_rows(phrase, rates)]
    yield from found


def _of_rates(phrase: Phrase, rates: Sequence[UnitRate]) -> Iterator[NumberRelation]:
    """So many a day, each at so much, for so many days."""
    for flow, price in pairwise(rates):
        if not flow.times or flow.per or price.times or not price.per:
            continue
        lengths = [a for a in phrase.amounts if a.base in bases_of(flow.times)]
        scale = scale_of(price, flow.amount)
        behind = [a for a in phrase.amounts if a.start > price.amount.start and may_belong(a)]
        totals = [a for a in behind if size_of(price, a) is not None and _is_open(a, rates)]
        near = price.amount.clause - flow.amount.clause <= _NEAR
        if len(lengths) != 1 or scale is None or not totals or not near:
            continue
        total, size = totals[0], size_of(price, totals[0])
        if size is None or total.group != price.amount.group:
            continue
        one = relation_of(Arithmetic.PRODUCT, (flow.amount, price.amount, lengths[0]), total)
        one = replace(one, factor=scale / size, explicit=False)
        yield from _held_or_slip(one)


def _is_open(amount: Amount, rates: Sequence[UnitRate]) -> bool:
    return amount.start not in {rate.amount.start for rate in rates}


def _held_or_slip(one: NumberRelation) -> Iterator[NumberRelation]:
    """A product that holds, or one that misses by a slip, for information."""
    if verdict(one).holds:
        yield one
    elif is_off_by_a_slip(one) and not any(a.qualifier for a in one.numbers):
        yield replace(one, hint=True)


def _of_years(phrase: Phrase, rates: Sequence[UnitRate]) -> Iterator[NumberRelation]:
    """每年4.36万元，3年累计支付13.08万元: what is paid a year, by the years that the total names."""
    for rate in rates:
        mean = rate.amount
        if rate.times != ("年",) or rate.per or mean.quantity.unit[-1:] == "人":
            continue
        for total in phrase.amounts:
            said = _YEARS.search(phrase.between(phrase.start, total.start))
            near = 0 < total.clause - mean.clause <= _NEAR and total.group == mean.group
            between = [a for a in phrase.amounts if mean.end <= a.start < total.start]
            alone = not any(a.base == mean.base for a in between)
            if said and near and alone and total.base == mean.base and total.role is Role.PLAIN:
                years = _years(phrase, said.start("digits"), said["digits"], total)
                yield relation_of(Arithmetic.PRODUCT, (mean, years), total)
                break


def _years(phrase: Phrase, at: int, digits: str, beside: Amount) -> Amount:
    """A number of years, which is no quantity to the reader of numbers."""
    start = phrase.start + at
    end = start + len(digits) + 1
    quantity = Quantity(Decimal(digits), "年", start, end, f"{digits}年", "", exact=True, places=0)
    return Amount(
        quantity, start, end, "年", 0, Role.PLAIN, "", "", "", beside.clause, beside.group
    )


def _in_rows(phrase: Phrase, rates: Sequence[UnitRate]) -> Iterator[NumberRelation]:
    """Several rates, each with its count, and behind them as many totals in their order."""
    for totals in _rows_of_totals(phrase, rates):
        before = [rate for rate in rates if rate.amount.end <= totals[0].start][-len(totals) :]
        kinds = {(rate.unit, rate.per, rate.times) for rate in before}
        if len(before) != len(totals) or len(kinds) != 1 or size_of(before[0], totals[0]) is None:
            continue
        counted = [_counts(phrase, before, totals[0], behind=behind) for behind in (True, False)]
        tried = [
            _read(before, counts, totals, period)
            for counts in counted
            if len(counts) == len(totals)
            for _, period in periods(phrase, before[0], totals[0])[0]
        ]
        best = max(tried, key=_right, default=[])
        if best and _right(best) >= len(best) - 1:
            yield from best
            return


def _rows_of_totals(phrase: Phrase, rates: Sequence[UnitRate]) -> Iterator[list[Amount]]:
    """The numbers of one unit in a row that 分别 leads."""
    starts: Set[int] = {rate.amount.start for rate in rates}
    for at, first in enumerate(phrase.amounts):
        if first.start in starts or not _EACH.search(first.label) or not may_belong(first):
            continue
        row = [first]
        for amount in phrase.amounts[at + 1 :]:
            if amount.label.strip(_BARE) or amount.base != first.base:
                break
            row.append(amount)
        if len(row) >= _PAIR:
            yield row


def _counts(
    phrase: Phrase, rates: Sequence[UnitRate], total: Amount, *, behind: bool
) -> list[Amount]:
    """The count of each rate: the nearest behind it, or before it, up to the next rate."""
    edges = [rate.amount.start for rate in rates]
    ends = [*edges[1:], total.start] if behind else edges
    begins = edges if behind else [phrase.start, *edges[:-1]]
    found: list[Amount] = []
    for rate, begin, end in zip(rates, begins, ends, strict=True):
        own = [a for a in phrase.amounts if begin < a.start < end or (begin == a.start < end)]
        own = [a for a in own if may_belong(a) and a.start not in edges]
        own = [a for a in own if scale_of(rate, a) is not None]
        found += own[:1] if behind else own[-1:]
    return found


def _read(
    rates: Sequence[UnitRate], counts: Sequence[Amount], totals: Sequence[Amount], period: Decimal
) -> list[NumberRelation]:
    found = []
    for rate, count, total in zip(rates, counts, totals, strict=True):
        scale, size = scale_of(rate, count), size_of(rate, total)
        if scale is None or size is None:
            return []
        one = relation_of(Arithmetic.PRODUCT, (rate.amount, count), total)
        found.append(replace(one, factor=scale * period / size, explicit=False))
    return found


def _right(found: Sequence[NumberRelation]) -> int:
    return sum(verdict(one).holds for one in found)
