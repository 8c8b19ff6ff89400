"""Multiples: 4.08亿元，是上年2.55亿元的1.6倍."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.relations.amounts import Amount, Role
from generator.check.relations.pairs import alike, before_position
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase

_COMPARED = re.compile(r"(?:是|为|等于|相当于|达到?)[^，。；、\d]{0,16}$")
_VALUES = (Role.PLAIN, Role.EACH, Role.AFTER)


def multiples(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every number that is said to be so many times another one that stands there."""
    for compared, multiple in pairwise(phrase.amounts):
        times = multiple.quantity.unit == "倍" and multiple.role is Role.PLAIN
        if times and phrase.between(compared.end, multiple.start).startswith("的"):
            value = _value_before(phrase.amounts, compared)
            if value and compared.value and _COMPARED.search(compared.label):
                terms = (value, compared)
                yield NumberRelation(Arithmetic.AVERAGE, terms, multiple, value.start, multiple.end)


def _value_before(amounts: Sequence[Amount], compared: Amount) -> Amount | None:
    """The last number of the unit before what it is compared with, at most one clause before."""
    for amount in reversed(before_position(amounts, compared.start)):
        if compared.clause - amount.clause > 1 or amount.group != compared.group:
            return None
        if amount.role in _VALUES and alike(amount, compared):
            return amount
    return None
