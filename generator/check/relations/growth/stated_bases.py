"""Growths whose value before stands in the sentence: they are read as changes from it."""

from __future__ import annotations

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_BEFORE = regex(r"[上去]年|年[初末底]|同期|由|从|(?:19|20)\d{2}年|期初|[上]季|上月")
_MOVED = regex(r"(?<!偏)(?:[增减升降涨跌]|提高|回落|扩大|缩小|压减|改善|反弹)[^，。；\d]{0,2}$")
"""提高, 净增: words of a change in time; 高, 多, 快于, 相差 compare two things."""
_IMPROVED = regex("(?:改造|巩固|质量|能力|提质|素质|学历)提[升高][^，。；\\d]{0,2}$")
"""改造提升23000亩: what was done, and no change of a number."""
_SUMS = (Arithmetic.SUM, Arithmetic.BALANCE)
_THREE = 3


def is_of_before(amount: Amount) -> bool:
    """Whether the words before a number say that it is of a time before."""
    return amount.role is Role.BEFORE or bool(_BEFORE.search(amount.label))


def says_a_change(amount: Amount) -> bool:
    """Whether the words before a number tell a change in time, and no comparison of two things."""
    return bool(_MOVED.search(amount.label)) and not _IMPROVED.search(amount.label)


def from_stated_base(relation: NumberRelation, phrase: Phrase) -> NumberRelation:
    """年初32287户，…，年末34826户，净增2539户，增长7.9%: a growth by an amount, and a sum with it,
    as the change from the value that stands before it; any other relation as it is."""
    if relation.result is None or not verdict(relation).holds:
        return relation
    if relation.sort is Arithmetic.GROWTH:
        return _of_growth(relation, relation.result, phrase)
    if relation.sort in _SUMS and len(relation.terms) == _THREE - 1:
        return _of_sum(relation, (*relation.terms, relation.result))
    return relation


def _of_growth(relation: NumberRelation, rate: Amount, phrase: Phrase) -> NumberRelation:
    value, change = relation.terms
    for amount in phrase.amounts:
        beside = amount.start < value.start and amount.base == value.base
        if beside and amount.role is not Role.DELTA and not amount.qualifier:
            by_amount = relation_of(Arithmetic.CHANGE, (amount, value), change)
            by_rate = relation_of(Arithmetic.CHANGE, (amount, value), rate)
            if verdict(by_amount).holds and verdict(by_rate).holds:
                return by_rate
    return relation


def _of_sum(relation: NumberRelation, numbers: tuple[Amount, ...]) -> NumberRelation:
    changes = [a for a in numbers if says_a_change(a) and a.role is not Role.PLAIN]
    states = sorted((a for a in numbers if a not in changes), key=lambda amount: amount.start)
    if len(changes) == 1 and len(states) == _THREE - 1 and is_of_before(states[0]):
        change = relation_of(Arithmetic.CHANGE, tuple(states), changes[0])
        return change if verdict(change).holds else relation
    return relation
