"""Relations that the numbers of a sentence show by themselves: so many of their digits agree that
no chance explains it. They always hold: what is read so is never told, but it is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

from msgspec import Struct

from generator.check.relations import chance
from generator.check.relations.amounts import Amount, Role
from generator.check.relations.confirmed_sums import (
    confirmed_balances,
    confirmed_sums,
    confirmed_wholes,
    is_size,
)
from generator.check.relations.holding import verdict
from generator.check.relations.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.sentence import Phrase
from generator.check.relations.stated_bases import is_of_before, says_a_change

_MOST_NUMBERS = 24
_NEAREST = (4, 8, _MOST_NUMBERS)
_PERCENT = ("%", "‰")
_CHANGES = (Role.GROWTH, Role.DELTA, Role.POINTS)
_SUMS = (Arithmetic.SUM, Arithmetic.BALANCE)
_THREE = 3


class Explained(Struct, frozen=True):
    """The places of the numbers that are explained by words: what words call a result, whether it
    holds or not, and what is in a sum that holds."""

    results: frozenset[int]
    summed: frozenset[int]

    @classmethod
    def by(cls, read: Iterable[NumberRelation]) -> Explained:
        """What the relations explain that can be read in one way only."""
        sure = [relation for relation in read if relation.certain]
        sums = [r for r in sure if r.sort in _SUMS and verdict(r).holds]
        return cls(
            frozenset(r.result.start for r in sure if r.result),
            frozenset(a.start for r in sums for a in (*r.terms, *filter(None, [r.result]))),
        )


def confirmed(phrase: Phrase, explained: Explained) -> Iterator[NumberRelation]:
    """The relations of a sentence and its brackets that their numbers alone make sure, but for
    those of numbers that are explained already."""
    inside = (amount for bracket in phrase.brackets for amount in bracket.amounts)
    amounts = sorted([*phrase.amounts, *inside], key=lambda amount: amount.start)
    if phrase.outer is not None or not _THREE <= len(amounts) <= _MOST_NUMBERS:
        return
    for result in amounts:
        if result.start not in explained.results and result.value > 0 and not result.qualifier:
            yield from _fitting(result, amounts)
    open_ = [amount for amount in amounts if amount.start not in explained.summed]
    yield from confirmed_sums(amounts, explained.summed)
    yield from confirmed_balances(open_)
    yield from confirmed_wholes(open_)


def _fitting(result: Amount, amounts: Sequence[Amount]) -> Iterator[NumberRelation]:
    """The relation nearest to its result of all that fit it, one of two states before one of a
    change; none where one may fit by chance. Numbers far off are asked where none near fits."""
    by_distance = sorted(amounts, key=lambda amount: abs(amount.start - result.start))
    for near in (by_distance[:most] for most in _NEAREST):
        tried = list(_tried(result, sorted(near, key=lambda amount: amount.start)))
        fits = [relation for relation in tried if verdict(relation).holds]
        if fits:
            terms = [relation.terms for relation in tried]
            if chance.of_quotients(terms, result) <= chance.MOST_CHANCE:
                yield min(fits, key=lambda one: (one.sort is Arithmetic.GROWTH, _spread(one)))
            return


def _tried(result: Amount, amounts: Sequence[Amount]) -> Iterator[NumberRelation]:
    sizes = [amount for amount in amounts if is_size(amount) and amount is not result]
    if result.role is Role.GROWTH and result.base in (*_PERCENT, "倍"):
        yield from _growths(result, sizes)
    elif result.base in _PERCENT and result.role in (Role.SHARE, Role.AFTER):
        yield from _shares(result, sizes)
    elif result.role is Role.EACH:
        yield from _averages(result, sizes)
    elif result.role is Role.DELTA:
        yield from _differences(result, [a for a in sizes if a.base == result.base])
    elif result.role is Role.POINTS:
        rates = [a for a in amounts if a.quantity.unit == "%" and a.start < result.start]
        yield from _differences(result, rates)
    elif result.base == "倍":
        yield from _multiples(result, sizes)
    elif is_size(result) and result.role in (Role.PLAIN, Role.TARGET):
        yield from _products(result, sizes)


def _shares(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    for part, whole in permutations(sizes, 2):
        if part.base == whole.base and part.role not in _CHANGES and part.value != whole.value:
            yield relation_of(Arithmetic.SHARE, (part, whole), result)


def _growths(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    if "年均" in result.label:
        return
    sign = -1 if result.falls else 1
    for one, other in permutations(sizes, 2):
        if one.base != other.base:
            continue
        if other.role is Role.DELTA and other.falls == result.falls:
            if result.falls or one.value > other.value:
                yield relation_of(Arithmetic.GROWTH, (one, other), result, (sign,))
        elif Role.DELTA not in (one.role, other.role):
            yield relation_of(Arithmetic.CHANGE, (one, other), result)


def _differences(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    """What changed from one of two values to the other, or by how much two things differ."""
    states = [size for size in sizes if size.role is not Role.DELTA]
    moved = says_a_change(result)
    for one, other in permutations(states, 2):
        if is_of_before(one) or (moved and one.start < other.start):
            yield relation_of(Arithmetic.CHANGE, (one, other), result)
        elif not moved and one.value > other.value and not is_of_before(other):
            yield relation_of(Arithmetic.BALANCE, (one, other), result, (1, -1))


def _products(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    """A price or a mean, what it is of, and the total behind them."""
    before = [amount for amount in sizes if amount.start < result.start]
    for each, count in permutations(before, 2):
        if each.role is Role.EACH and each.base == result.base != count.base:
            yield relation_of(Arithmetic.PRODUCT, (each, count), result)


def _multiples(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    for one, other in permutations(sizes, 2):
        if one.base == other.base != result.base:
            yield relation_of(Arithmetic.AVERAGE, (one, other), result)


def _averages(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    """Means of what stands before them: a count behind is of the next thing."""
    for total, count in permutations(sizes, 2):
        counted = count.start < result.start and count.role is not Role.EACH
        if counted and total.base == result.base != count.base:
            yield relation_of(Arithmetic.AVERAGE, (total, count), result)


def _spread(relation: NumberRelation) -> int:
    """How far its numbers stand from its result."""
    result = relation.result or relation.terms[0]
    return sum(abs(term.start - result.start) for term in relation.terms)
