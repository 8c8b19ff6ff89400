"""The parts of a rate just behind it: 每头保费60元，由省、县和农户分别承担30元、18元、12元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.check.relations.algebra.holding import are_of_size, fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.averages.unit_rates import UnitRate
from generator.check.relations.lists.parts import parts_relation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_SHARED = regex("分别|各?(?:承担|负担|补助|分担)|^分")
_PAIR = 2


def rate_parts(phrase: Phrase, rates: Sequence[UnitRate]) -> Iterator[NumberRelation]:
    """What fills a rate, in its own unit and in a row behind it; where it does not, only what the
    words call its parts."""
    priced = {rate.amount.start for rate in rates}
    for rate in rates:
        row = _row_behind(phrase, rate.amount, priced)
        filled = [row[:end] for end in range(_PAIR, len(row) + 1) if fills(row[:end], rate.amount)]
        told = len(row) >= _PAIR and _SHARED.search(row[0].label)
        if told and are_of_size(row, rate.amount):
            filled = filled or [row]
        for parts in filled[:1]:
            yield parts_relation(Arithmetic.SUM, tuple(parts), rate.amount, rate.amount.start)


def _row_behind(phrase: Phrase, whole: Amount, priced: set[int]) -> list[Amount]:
    behind = [a for a in phrase.amounts if a.start > whole.start]
    return list(takewhile(lambda a: _may_be_part(whole, a, priced), behind))


def _may_be_part(whole: Amount, part: Amount, priced: set[int]) -> bool:
    same = part.quantity.unit == whole.quantity.unit and part.group == whole.group
    return (
        same and part.role is Role.PLAIN and part.value < whole.value and part.start not in priced
    )
