"""The one number of a wrong relation that other numbers of its sentence give: their sum or
difference puts the relation right, to the digit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from generator.check.relations.algebra import chance
from generator.check.relations.algebra.relation import NumberRelation, is_quotient
from generator.check.relations.algebra.repairs import LikelySlip, is_slip_of, puts_right
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
            found = {
                term.start: LikelySlip(term, (digits,), _FEWEST)
                for term in relation.terms
                if term.start not in sure
                if (digits := given_by_sums([relation], term, read))
            }
            slips.update(found if len(found) == 1 else {})
    return slips


def given_by_sums(
    relations: Sequence[NumberRelation], amount: Amount, read: Sequence[Phrase]
) -> str:
    """The digits that other numbers of its sentence give a number of wrong rates and means, and
    that put all of these right; "" where none do, several do, or chance explains it."""
    rates = [one for one in relations if one.result and is_quotient(one)]
    given = _values(relations, amount, _around(amount, read))
    fits = {
        digits
        for value in given
        if (digits := _printed(amount, value))
        and all(puts_right(one, amount, digits) for one in relations)
    }
    tried = [
        chance.of_quotients([one.terms] * len(given), one.result) for one in rates if one.result
    ]
    no_chance = bool(tried) and min(tried) <= chance.MOST_CHANCE
    return min(fits) if len(fits) == 1 and no_chance else ""


def _around(amount: Amount, read: Sequence[Phrase]) -> list[Amount]:
    """The numbers of the sentence of a number, those of its brackets with them."""
    for phrase in read:
        if phrase.outer is None and phrase.start <= amount.start < phrase.end:
            inside = [one for bracket in phrase.brackets for one in bracket.amounts]
            return sorted([*phrase.amounts, *inside], key=lambda one: one.start)
    return []


def _values(
    relations: Sequence[NumberRelation], amount: Amount, around: Sequence[Amount]
) -> list[Decimal]:
    """What numbers of the unit of a number make, the nearest of them; no two of one relation."""
    like = [one for one in around if one.base == amount.base and one.start != amount.start]
    plain = [one for one in like if one.role in (Role.PLAIN, Role.DELTA)]
    near = sorted(plain, key=lambda one: abs(one.start - amount.start))[:_NEAREST]
    given = _sums(sorted(near, key=lambda one: one.start))
    return [value for value, places in given if not any(places <= r.starts for r in relations)]


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


def _printed(amount: Amount, value: Decimal) -> str:
    """A value as a number would print it, exactly, where that may be by a slip; else ""."""
    exact = EXACT.scaleb(value, -amount.power)
    digits = EXACT.quantize(exact, Decimal(1).scaleb(-amount.quantity.places))
    text = f"{digits:f}"
    return text if digits == exact and digits > 0 and is_slip_of(amount, text) else ""
