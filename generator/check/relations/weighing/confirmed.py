"""Relations that the numbers of a sentence show by themselves: so many of their digits agree that
no chance explains it. They always hold: what is read so is never told, but it is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from decimal import Decimal
from itertools import permutations

from msgspec import Struct

from generator.check.relations.algebra import chance
from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.averages.price_units import per_of
from generator.check.relations.growth.stated_bases import is_of_before, says_a_change
from generator.check.relations.numbers.amounts import BALANCED, Amount, Role, measured
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.weighing.confirmed_sums import (
    confirmed_balances,
    confirmed_counts,
    confirmed_sums,
    confirmed_wholes,
    is_size,
)
from generator.model.regex import regex
from generator.model.replacing import replace

_MOST_NUMBERS = 24
_NEAREST = (4, 8, _MOST_NUMBERS)
_WHOLE = {"%": 100, "‰": 1000}
_PERCENT = tuple(_WHOLE)
_CHANGES = (Role.GROWTH, Role.DELTA, Role.POINTS)
_SUMS = (Arithmetic.SUM, Arithmetic.BALANCE)
_TOTALS = (*_SUMS, Arithmetic.PART)
_RATIO = regex("(?:比|比例|比值|倍数)(?:由[^，。；、\\d]{0,6})?(?:[为是约达]|达到)*$")
_TIMES = ("个月", "天", "次", "期")
_THREE, _JUST_BEHIND = 3, 8


class Explained(Struct, frozen=True):
    """The places of the numbers that are explained by words: what words call a result, whether it
    holds or not, that of no sum, and what is in a sum that holds."""

    results: frozenset[int]
    reckoned: frozenset[int]
    summed: frozenset[int]

    @classmethod
    def by(cls, read: Iterable[NumberRelation]) -> Explained:
        """What the relations explain that can be read in one way only."""
        sure = [relation for relation in read if relation.certain]
        sums = [r for r in sure if r.sort in _SUMS and verdict(r).holds]
        return cls(
            frozenset(r.result.start for r in sure if r.result),
            frozenset(r.result.start for r in sure if r.result and r.sort not in _TOTALS),
            frozenset(a.start for r in sums for a in (*r.terms, *filter(None, [r.result]))),
        )


def confirmed(phrase: Phrase, explained: Explained) -> Iterator[NumberRelation]:
    """The relations of a sentence and its brackets that their numbers alone make sure, but for
    those of numbers that are explained already."""
    bracketed = [amount for bracket in phrase.brackets for amount in bracket.amounts]
    amounts = sorted([*phrase.amounts, *bracketed], key=lambda amount: amount.start)
    inside = frozenset(amount.start for amount in bracketed)
    if phrase.outer is not None or not _THREE <= len(amounts) <= _MOST_NUMBERS:
        return
    for result in amounts:
        differs = result.role in (Role.DELTA, Role.POINTS)
        known = explained.results if differs else explained.reckoned
        if result.start not in known and result.value > 0 and not result.qualifier:
            yield from _fitting(result, amounts, inside)
    open_ = [amount for amount in amounts if amount.start not in explained.summed]
    yield from confirmed_sums(amounts, explained.summed)
    yield from confirmed_counts(amounts, explained.summed)
    yield from confirmed_balances(open_)
    yield from confirmed_wholes(open_)


def _fitting(
    result: Amount, amounts: Sequence[Amount], inside: Set[int]
) -> Iterator[NumberRelation]:
    """The relation nearest to its result of all that fit it, one of two states before one of a
    change; none where one may fit by chance. Numbers far off are asked where none near fits;
    ``inside`` are the places of those in brackets."""
    by_distance = sorted(amounts, key=lambda amount: abs(amount.start - result.start))
    nearest = [sorted(by_distance[:most], key=lambda a: a.start) for most in _NEAREST]
    ways = [*((_tried, near) for near in nearest), (_tried_across, nearest[1])]
    for way, near in ways:
        tried = list(way(result, near, inside))
        fits = [relation for relation in tried if verdict(relation).holds]
        if fits:
            if _expected(tried, result) <= chance.MOST_CHANCE:
                yield min(fits, key=lambda one: (one.sort is Arithmetic.GROWTH, _spread(one)))
            return


def _expected(tried: Sequence[NumberRelation], result: Amount) -> float:
    """How many of the relations may be expected to fit by chance."""
    terms = [one.terms for one in tried]
    if result.role in (Role.DELTA, Role.POINTS):
        return chance.of_differences(terms, result)
    return chance.of_quotients(terms, result)


def _tried(result: Amount, amounts: Sequence[Amount], inside: Set[int]) -> Iterator[NumberRelation]:
    sizes = [amount for amount in amounts if is_size(amount) and amount is not result]
    if result.role is Role.GROWTH and result.base in (*_PERCENT, "倍"):
        yield from _growths(result, sizes)
    elif result.base in _PERCENT and result.role in (Role.SHARE, Role.AFTER):
        yield from _shares(result, sizes)
    elif result.role is Role.EACH:
        yield from _averages(result, sizes, inside)
    elif result.role is Role.DELTA:
        yield from _differences(result, [a for a in sizes if a.base == result.base])
    elif result.role is Role.POINTS:
        rates = [a for a in amounts if a.quantity.unit == "%"]
        rates = [a for a in rates if a.start < result.start or is_of_before(a)]
        yield from _differences(result, rates)
    elif result.base == "倍" or _is_plain_ratio(result):
        yield from _multiples(result, sizes)
    elif _may_be_a_product(result):
        yield from _products(result, sizes)


def _is_plain_ratio(result: Amount) -> bool:
    """Whether a number is called a ratio and has no unit: 收入比为1.71."""
    return not result.base and bool(result.quantity.places and _RATIO.search(result.head))


def _may_be_a_product(result: Amount) -> bool:
    return is_size(result) and result.role in (Role.PLAIN, Role.TARGET) and result.base != "倍"


def _tried_across(
    result: Amount, amounts: Sequence[Amount], _: Set[int]
) -> Iterator[NumberRelation]:
    """The shares of things counted in other units: 托位1146个，收托721人，使用率62.9%."""
    if result.base not in _PERCENT or result.role is not Role.SHARE:
        return
    sizes = [a for a in amounts if is_size(a) and a.role not in (*_CHANGES, Role.EACH)]
    counted = [a for a in sizes if a.base and not measured(a.base)]
    for part, whole in permutations(counted, 2):
        if part.base != whole.base and part.value < whole.value:
            yield relation_of(Arithmetic.SHARE, (part, whole), result)


def _shares(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    exceeds = result.quantity.value > _WHOLE[result.base]
    for part, whole in permutations(sizes, 2):
        alike = part.base == whole.base and part.role not in _CHANGES
        if alike and part.value != whole.value and (part.value > whole.value) == exceeds:
            yield relation_of(Arithmetic.SHARE, (part, whole), result)


def _growths(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    if "年均" in result.label:
        return
    falls = result.falls
    sign = -1 if falls else 1
    for one, other in permutations(sizes, 2):
        if one.base != other.base:
            continue
        if other.role is Role.DELTA and other.falls == falls:
            if falls or one.value > other.value:
                yield relation_of(Arithmetic.GROWTH, (one, other), result, (sign,))
        elif Role.DELTA not in (one.role, other.role) and (other.value < one.value) == falls:
            sides = {one.start < result.start, other.start < result.start}
            if len(sides) == 1 or (other.start < result.start and is_of_before(one)):
                yield relation_of(Arithmetic.CHANGE, (one, other), result)


def _differences(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    """What changed from one of two values to the other, or by how much two things differ."""
    states = [size for size in sizes if size.role is not Role.DELTA]
    moved = says_a_change(result)
    for one, other in permutations(states, 2):
        if is_of_before(one) or (moved and one.start < other.start):
            yield relation_of(Arithmetic.CHANGE, (one, other), result)
        elif not moved and one.value > other.value and not is_of_before(other):
            if result.role is Role.POINTS and one.value - other.value != result.value:
                continue
            yield relation_of(Arithmetic.BALANCE, (one, other), result, (1, -1))


def _products(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    """A price or a mean, what it is of, and the total behind them."""
    before = [amount for amount in sizes if amount.start < result.start]
    for each, count in permutations(before, 2):
        priced = each.role is Role.EACH or (each.role in BALANCED and count.base == "倍")
        if priced and each.base == result.base != count.base:
            yield relation_of(Arithmetic.PRODUCT, (each, count), result)
            for time in (a for a in before if a.base in _TIMES and a is not count):
                yield relation_of(Arithmetic.PRODUCT, (each, count, time), result)


def _multiples(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    for one, other in permutations(sizes, 2):
        if one.base == other.base != result.base:
            yield relation_of(Arithmetic.AVERAGE, (one, other), result)


def _averages(
    result: Amount, sizes: Sequence[Amount], inside: Set[int]
) -> Iterator[NumberRelation]:
    """Means of what stands before them, or just behind them in a bracket: another count behind is
    of the next thing. 每千人77.6户（按48.26万人计）."""
    of, times = per_of(result) or ("", Decimal(1))
    for total, count in permutations(sizes, 2):
        behind = count.start in inside and count.start - result.end <= _JUST_BEHIND
        before = count.start < result.start or behind
        counted = before and count.role is not Role.EACH and (times == 1 or count.base == of)
        if counted and total.base == result.base != count.base and total.start < result.start:
            one = relation_of(Arithmetic.AVERAGE, (total, count), result)
            yield replace(one, factor=times)


def _spread(relation: NumberRelation) -> int:
    """How far its numbers stand from its result."""
    result = relation.result or relation.terms[0]
    return sum(abs(term.start - result.start) for term in relation.terms)
