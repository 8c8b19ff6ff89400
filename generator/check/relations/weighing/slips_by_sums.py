"""The one number of a wrong relation that other numbers of its sentence give: their sum or
difference puts the relation right, to the digit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from generator.check.relations.algebra import chance
from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation, is_quotient
from generator.check.relations.algebra.repairs import LikelySlip, with_digits
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.standard.wording.numbers import EXACT

_NEAREST = 8
_FEWEST = 2
_Given = tuple[Decimal, frozenset[int]]
"""A value, and where the numbers stand that give it."""


def slips_by_sums(
    wrong: Sequence[NumberRelation], sure: frozenset[int], read: Sequence[Phrase]
) -> Mapping[int, LikelySlip]:
    """The slips by the place of the number, none of which is ``sure``: one for each wrong rate or
    mean where only one of its numbers can be put right so, and chance does not explain it."""
    slips: dict[int, LikelySlip] = {}
    for relation in wrong:
        if relation.result and is_quotient(relation):
            amounts = _around(relation, read)
            found = {
                (slip.amount.start, slip.digits): slip
                for term in relation.terms
                if term.start not in sure
                for slip in _given(relation, relation.result, term, amounts)
            }
            if len(found) == 1:
                slips.update({place: slip for (place, _), slip in found.items()})
    return slips


def _around(relation: NumberRelation, read: Sequence[Phrase]) -> list[Amount]:
    """The numbers of the sentence of a relation, those of its brackets with them."""
    for phrase in read:
        if phrase.outer is None and phrase.start <= relation.start < phrase.end:
            inside = [amount for bracket in phrase.brackets for amount in bracket.amounts]
            return sorted([*phrase.amounts, *inside], key=lambda amount: amount.start)
    return []


def _given(
    relation: NumberRelation, result: Amount, term: Amount, amounts: Sequence[Amount]
) -> Iterator[LikelySlip]:
    """The digits of a number that others give and that put its relation right."""
    own = frozenset(one.start for one in (*relation.terms, result))
    like = [one for one in amounts if one.base == term.base and one.start != term.start]
    plain = [one for one in like if one.role in (Role.PLAIN, Role.DELTA)]
    near = sorted(plain, key=lambda one: abs(one.start - term.start))[:_NEAREST]
    given = [one for one in _sums(sorted(near, key=lambda one: one.start)) if not one[1] <= own]
    fits = {digits for value, _ in given if (digits := _fitting(relation, term, value))}
    by_chance = chance.of_quotients([relation.terms] * len(given), result)
    if len(fits) == 1 and by_chance <= chance.MOST_CHANCE:
        yield LikelySlip(term, (min(fits),), _FEWEST)


def _sums(amounts: Sequence[Amount]) -> Iterator[_Given]:
    """The sums and differences of two, and the sums of more that stand side by side."""
    for one, other in combinations(amounts, 2):
        places = frozenset((one.start, other.start))
        yield one.value + other.value, places
        yield abs(one.value - other.value), places
    for start, end in combinations(range(len(amounts) + 1), 2):
        if end - start > _FEWEST:
            row = amounts[start:end]
            yield sum((one.value for one in row), Decimal(0)), frozenset(one.start for one in row)


def _fitting(relation: NumberRelation, term: Amount, value: Decimal) -> str:
    """The digits of a value as a number would print it, exactly, where they put it right; else
    ""."""
    printed = EXACT.scaleb(value, -term.power)
    digits = EXACT.quantize(printed, Decimal(1).scaleb(-term.quantity.places))
    if digits != printed or not digits:
        return ""
    text = f"{digits:f}"
    return text if verdict(with_digits(relation, term, text)).holds else ""
