"""The difference of two numbers, and which two of several a difference is of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount

_LAST = 4
_NEAR = 2


def difference(one: Amount, other: Amount, result: Amount) -> NumberRelation:
    """The first number less the second."""
    start = min(one.start, other.start, result.start)
    end = max(one.end, other.end, result.end)
    return NumberRelation(Arithmetic.BALANCE, (one, other), result, start, end, signs=(1, -1))


def larger_first(one: Amount, other: Amount, result: Amount) -> NumberRelation:
    """The larger of two numbers less the smaller."""
    if one.value < other.value and result.value >= 0:
        one, other = other, one
    return difference(one, other, result)


def fitting_difference(row: Sequence[Amount], result: Amount) -> list[NumberRelation]:
    """The difference of two of the last numbers that is the result, the nearest; [] if none is."""
    pairs = combinations(reversed(row[-_LAST:]), 2)
    tried = (larger_first(one, other, result) for one, other in pairs)
    return next(([relation] for relation in tried if verdict(relation).holds), [])


def first_that_holds(tried: Sequence[NumberRelation]) -> list[NumberRelation]:
    return [relation for relation in tried if verdict(relation).holds][:1]


def follow(*amounts: Amount) -> bool:
    """Whether numbers of one unit stand in clauses that follow, in one group."""
    first = amounts[0]
    steps = [b.clause - a.clause for a, b in pairwise(amounts)]
    alike = all(a.base == first.base and a.group == first.group for a in amounts)
    return alike and max(steps) <= _NEAR
