"""What a share is of where it does not hold of the number that it was read of: of two or more that
、 joins (男166人、女120人；大专以上186人，占65.0%), or of one that is more than the part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.check.relations.agreeing import significant_digits
from generator.check.relations.amounts import Amount
from generator.check.relations.holding import verdict
from generator.check.relations.relation import NumberRelation
from generator.check.relations.sentence import Phrase
from generator.model.replacing import replace
from generator.standard.wording.numbers import EXACT

_ALL = 100
_PAIR = 2
_SIGNIFICANT = 3
_VISITS = {"人", "人次"}


def share_as_meant(relation: NumberRelation, phrase: Phrase) -> NumberRelation:
    """A share that does not hold as it was read: a doubtful one where it holds of another whole, or
    where people would be a share of visits."""
    named = relation.result is not None and len(relation.terms) == _PAIR
    if not (relation.certain and named) or verdict(relation).holds:
        return relation
    part, whole = relation.terms
    visits = {part.base, whole.base} == _VISITS
    digits = significant_digits(relation.result) if relation.result else 0
    telling = digits >= _SIGNIFICANT
    fits = telling and any(verdict(one).holds for one in _of_others(relation, phrase))
    return replace(relation, certain=False) if visits or fits else relation


def _of_others(relation: NumberRelation, phrase: Phrase) -> Iterator[NumberRelation]:
    """The share of the sum of a list that the whole is in, or of one that the part ends; where the
    part is more than the whole, of each other number before it."""
    part, whole = relation.terms
    same = [a for a in phrase.plain if a.base == whole.base and a.end <= part.start]
    for row in _rows(phrase, same):
        if len(row) > 1 and whole in row:
            yield replace(relation, terms=(part, _total(row, whole)))
    parts = [a for a in phrase.plain if a.base == part.base and a is not whole]
    for row in _rows(phrase, parts):
        if len(row) > 1 and part is row[-1]:
            yield replace(relation, terms=(_total(row, part), whole))
    if relation.result and relation.result.value < _ALL and part.value > whole.value:
        yield from (replace(relation, terms=(part, a)) for a in same if a is not whole)


def _total(row: Sequence[Amount], whole: Amount) -> Amount:
    """The sum of a list as the number that one of it is."""
    total = sum((amount.value for amount in row), Decimal(0))
    quantity = whole.quantity._replace(value=EXACT.scaleb(total, -whole.power))
    return replace(whole, quantity=quantity)


def _rows(phrase: Phrase, amounts: Sequence[Amount]) -> Iterator[list[Amount]]:
    """Numbers that 、 joins, one list after the other."""
    row: list[Amount] = list(amounts[:1])
    for one, other in pairwise(amounts):
        if phrase.between(one.end, other.start).startswith("、"):
            row.append(other)
        else:
            yield row
            row = [other]
    yield row
