"""Averages of a time: 日均, 月均, 年均 of the total of a year, or of the months that words name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.relations.amounts import Amount, Role
from generator.check.relations.holding import verdict
from generator.check.relations.periods import days, months, tells_period, years
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase

_OWN_DAYS = re.compile(r"期间|假期|周末|工作日|双十一|\d天")
"""The days that an average is of, where they are not all of the year."""
_SIZE = 20
PERIODS = {"day": days, "month": months, "year": years}


def averages_by_time(
    phrase: Phrase, each: Amount, totals: Sequence[Amount], of: str
) -> Iterator[NumberRelation]:
    """日均 of a year's total, or of that of the months that the words name.

    Where it does not fit only if the words say what months the total is of.
    """
    words = phrase.between(phrase.start, each.start)
    if _OWN_DAYS.search(words):
        return
    periods = PERIODS[of](words)
    for total in totals:
        tried = [_of_period(each, total, period) for period in periods]
        fitting = [relation for relation in tried if verdict(relation).holds]
        sized = [relation for relation in tried if _is_of_size(relation)]
        told = sized if _is_of_period(phrase, total, each) else []
        if fitting or told:
            yield (fitting or told)[0]
            return


def _is_of_size(relation: NumberRelation) -> bool:
    """Whether an average may be one of its total with a slip, and not of something else."""
    (total,), mean = relation.terms, relation.result
    expected = total.value / relation.factor
    return mean is not None and mean.value < _SIZE * expected < _SIZE * _SIZE * mean.value


def _is_of_period(phrase: Phrase, total: Amount, each: Amount) -> bool:
    """Whether the words say that a total beside an average is that of its period."""
    if total.group != each.group or total.role is not Role.PLAIN:
        return False
    between = [a for a in phrase.amounts if total.end <= a.start < each.start]
    only_grown = all(amount.role is Role.GROWTH for amount in between)
    beside = only_grown and 0 <= each.clause - total.clause <= 1 + len(between)
    named = bool(re.search("全年|年度", total.label))
    return named or (beside and tells_period(phrase.between(phrase.start, total.start)))


def _of_period(each: Amount, total: Amount, period: Decimal) -> NumberRelation:
    span = min(each.start, total.start), max(each.end, total.end)
    return NumberRelation(Arithmetic.AVERAGE, (total,), each, *span, factor=period, explicit=False)
