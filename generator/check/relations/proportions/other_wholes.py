"""What a share is of where it does not hold of the number that it was read of: of two or more that
、 joins (男166人、女120人；大专以上186人，占65.0%), or of one that is more than the part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.check.relations.algebra.holding import fills, verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.lists.agreeing import significant_digits
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import earlier
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
    fits = fits or _is_of_all(relation, phrase) or _is_of_an_earlier(relation, phrase)
    return replace(relation, certain=False) if visits or fits else relation


def _of_others(relation: NumberRelation, phrase: Phrase) -> Iterator[NumberRelation]:
    """The share of the sum of a list that the whole is in, or of one that the part ends; where the
    part is more than the whole, of each other number before it."""
    part, whole = relation.terms
    same = [a for a in phrase.plain if a.base == whole.base and a.end <= part.start]
    for row in _rows(phrase, same):
        if len(row) > 1 and whole in row:
            yield replace(relation, terms=(part, summed(row, whole)))
    parts = [a for a in phrase.plain if a.base == part.base and a is not whole]
    for row in _rows(phrase, parts):
        if len(row) > 1 and part is row[-1]:
            yield replace(relation, terms=(summed(row, part), whole))
    if relation.result and relation.result.value < _ALL and part.value > whole.value:
        yield from (replace(relation, terms=(part, a)) for a in same if a is not whole)


def _is_of_an_earlier(relation: NumberRelation, phrase: Phrase) -> bool:
    """Whether a share that was read of a number of a sentence before holds of another one there:
    公务员89人。大学学历71人。35岁以下的8人，占9%."""
    part, whole = relation.terms
    if whole in phrase.amounts:
        return False
    others = (a for a in earlier(phrase, part) if a is not whole)
    return any(verdict(replace(relation, terms=(part, a))).holds for a in others)


def _is_of_all(relation: NumberRelation, phrase: Phrase) -> bool:
    """Whether a rate of 100% stands behind all parts of its whole: 发现隐患286处，现场整改242处，限期整改44处，
    整改率100%."""
    part, whole = relation.terms
    rate = relation.result
    if rate is None or rate.value != _ALL or part.base != whole.base:
        return False
    inside = [a for a in phrase.plain if whole.end <= a.start and a.end <= rate.start]
    parts = [a for a in inside if a.base == whole.base]
    return len(parts) > 1 and fills(parts, whole)


def summed(row: Sequence[Amount], one: Amount) -> Amount:
    """The sum of a list as the number that one of it is."""
    total = sum((amount.value for amount in row), Decimal(0))
    quantity = one.quantity._replace(value=EXACT.scaleb(total, -one.power))
    return replace(one, quantity=quantity)


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
