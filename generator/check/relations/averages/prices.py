"""The prices and means of a phrase as they are now: 补助标准由每人89元提至94元 is 94元."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role, is_each
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_LEAVES = regex("(?:分别)?[由从](?:上年|去年|年初|原来?|\\d{4}年)?的?$")
_ARRIVES = regex("[提增降减升上调下变扩缩改涨回高加低少整为]*[到至为]了?$")


def prices(phrase: Phrase) -> Iterator[tuple[Amount, Amount | None]]:
    """Every price or mean, the latter of two states of one with the former."""
    amounts = phrase.amounts
    for one, following in zip_longest(amounts, amounts[1:]):
        if one.role is Role.AFTER:
            name = _ARRIVES.sub("", one.label)
            if is_each(one.quantity.unit, name, one.tail):
                yield replace(one, role=Role.EACH, label=name), None
        elif one.role is Role.EACH:
            now = _become(one, following) if following else None
            name = _LEAVES.sub("", one.label)
            yield (replace(now, role=Role.EACH, label=name), one) if now else (one, None)


def _become(one: Amount, following: Amount) -> Amount | None:
    """The number behind a price if it is what became of it."""
    beside = following.base == one.base and following.clause == one.clause
    return following if beside and following.role is Role.AFTER else None


def is_between(relation: NumberRelation, then: Amount | None, now: Amount) -> bool:
    """Whether a total is by its size of both prices, of the one for a time and then of the other:
    水价由2.8元调整为3.1元，全年用水1.2万吨，水费3.5万元."""
    others = [a for a in relation.terms if a.start != now.start]
    sizes = [a for a in (*others, relation.result) if a and a.start != now.start]
    if then is None or not sizes or verdict(relation).holds:
        return False
    total = max((a for a in sizes if a.base == now.base), key=_value, default=None)
    counts = [a for a in sizes if a is not total]
    if total is None or not all(a.value for a in counts):
        return False
    mean = total.value / relation.factor
    for count in counts:
        mean /= count.value
    return min(then.value, now.value) <= mean <= max(then.value, now.value)


def _value(amount: Amount) -> Decimal:
    return amount.value
