"""Whether a value can be the one that a change is said of, by its size: 日均1.68万人次，较上年的548万
人次增长11.9% is said of no number of that size."""

from __future__ import annotations

from decimal import Decimal

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.model.regex import regex
from generator.standard.wording.numbers import EXACT

_HUNDRED = Decimal(100)
_MOST, _BY_RATE = 10, 20
"""A rate that is off by a decimal place makes a value up to some ten times as large."""
_ROUNDED = Decimal("0.005")
_AGAINST = (Arithmetic.CHANGE, Arithmetic.BALANCE)
_PAIR, _NAMED = 2, 2
_VERBS = regex("[为是达到约的]+$")


def may_be_meant(relation: NumberRelation, most: int | None = None) -> bool:
    """Whether the value that a change is said of has the size that the other numbers give, or the
    name of its base, whatever was mistyped; true for all but changes and growths, and for 由…到…,
    which names both values. ``most`` is how many times as large or small it may be."""
    value, result = said_of(relation), relation.result
    if value is None or result is None:
        return True
    (other,) = (term for term in relation.terms if term is not value)
    given = _given(relation, other, result)
    most = most or (_BY_RATE if relation.sort is Arithmetic.GROWTH else _MOST)
    return _are_near(value.value, given, most) or _have_one_name(value, other)


def said_of(relation: NumberRelation) -> Amount | None:
    """The value that a change against a base, or by an amount, is said of; None for others."""
    if len(relation.terms) != _PAIR:
        return None
    if relation.sort is Arithmetic.GROWTH:
        return relation.terms[0]
    values = [term for term in relation.terms if term.role is not Role.BASE]
    return values[0] if relation.sort in _AGAINST and len(values) == 1 else None


def _given(relation: NumberRelation, other: Amount, result: Amount) -> Decimal:
    """The value that a base and its change give, or a change and its rate; 0 where none."""
    sign = -1 if result.falls else 1
    if relation.sort is Arithmetic.GROWTH:
        return other.value * (_HUNDRED / result.value + sign) if result.value else Decimal(0)
    if result.base in ("%", "倍") and other.base != result.base:
        return other.value * (1 + sign * result.value / (_HUNDRED if result.base == "%" else 1))
    return other.value + sign * result.value


def _are_near(one: Decimal, other: Decimal, most: int) -> bool:
    """Whether the larger of two values is at most so many times the other, or is it with other
    places (380万 for 38亿); also where one of them is no size."""
    if min(one, other) <= 0:
        return True
    times = EXACT.divide(max(one, other), min(one, other))
    scaled = EXACT.scaleb(times, -times.adjusted())
    return times <= most or min(abs(scaled - 1), abs(scaled / 10 - 1)) <= _ROUNDED


def _have_one_name(value: Amount, other: Amount) -> bool:
    """Whether the words before both numbers name one thing: 产量42吨，比上年产量380吨."""
    name, label = (_VERBS.sub("", amount.label) for amount in (value, other))
    return len(name) >= _NAMED and label.endswith(name)
