"""Prices in a row with as many counts and totals in their order: 新建2.1万亩、改造1.1万亩，亩均投资分别为2400元、
1800元，对应投资5040万元、1980万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_JOINED = regex(
    "(?:、|和|及|与|以及|以?及其)[^，。；：、\\d]*|[^，。；：、\\d]{0,6}、[^，。；：、\\d]*"
)
_ROLES = (Role.PLAIN, Role.EACH, Role.AFTER, Role.TARGET)
_PERCENT = ("%", "‰")
_IS_MEAN = regex("均|造价|成本|强度")
_MONTHS, _THOUSANDTH = Decimal(12), Decimal("0.001")
_LARGER = {"米": "公里", "公斤": "吨"}
_PAIR = 2

_Row = tuple[Amount, ...]


def price_rows(phrase: Phrase) -> Iterator[NumberRelation]:
    """Each of several prices with its count and its total, where all are right or all but one."""
    rows = [row for row in _rows(phrase) if len(row) >= _PAIR]
    for prices in rows:
        if prices[0].role is Role.EACH:
            others = [row for row in rows if row is not prices and len(row) == len(prices)]
            tried = [_read(prices, *pair, factor) for pair, factor in _pairs(prices, others)]
            yield from max(tried, key=_right, default=[])


def _rows(phrase: Phrase) -> Iterator[_Row]:
    """The numbers of one unit that 、 or 和 joins."""
    row: list[Amount] = []
    for amount in phrase.amounts:
        may_be = amount.role in _ROLES and amount.base not in _PERCENT
        if row and may_be and _goes_on(phrase, row[-1], amount):
            row.append(amount)
            continue
        yield tuple(row)
        row = [amount] if may_be else []
    yield tuple(row)


def _goes_on(phrase: Phrase, last: Amount, amount: Amount) -> bool:
    joined = _JOINED.fullmatch(phrase.between(last.end, amount.start))
    return joined is not None and amount.base == last.base


def _scale(prices: _Row, counts: _Row) -> Decimal:
    """How much of its base unit a price is for: a thousand of 米 for 每公里."""
    large = counts[0].base in _LARGER and _LARGER[counts[0].base] in prices[0].label
    return _THOUSANDTH if large else Decimal(1)


def _pairs(prices: _Row, rows: Sequence[_Row]) -> Iterator[tuple[tuple[_Row, _Row], Decimal]]:
    """What may be the counts and the totals of prices, and for how many months each is."""
    for counts, totals in permutations(rows, _PAIR):
        if totals[0].base == prices[0].base != counts[0].base:
            scale = _scale(prices, counts)
            yield (counts, totals), scale
            if "月" in prices[0].label:
                yield (counts, totals), scale * _MONTHS


def _read(prices: _Row, counts: _Row, totals: _Row, factor: Decimal) -> list[NumberRelation]:
    """The relation of each price; none where more than one of them is not right."""
    name = prices[0].label
    found = []
    for each, count, total in zip(prices, counts, totals, strict=True):
        each = replace(each, role=Role.EACH, label=each.label or name)
        one = (
            relation_of(Arithmetic.AVERAGE, (total, count), each)
            if _IS_MEAN.search(name)
            else relation_of(Arithmetic.PRODUCT, (each, count), total)
        )
        found.append(replace(one, factor=factor))
    right = _right(found)
    return found if right and right >= len(found) - 1 else []


def _right(found: Sequence[NumberRelation]) -> int:
    return sum(verdict(one).holds for one in found)
