"""The numbers of a sentence that no relation explains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import permutations, product
from operator import mul

from msgspec import Struct

from generator.check.relations import Amount, Arithmetic, NumberRelation, Phrase, verdict
from generator.check.relations.amounts import Role
from generator.check.relations.confirmed_sums import is_size
from generator.check.relations.relation import relation_of
from generator.model.replacing import replace

_MOST, _LEAST = Decimal("1.75"), Decimal("0.55")
_FEWEST, _MOST_SIGNS = 3, 8
RATES = ("%", "‰", "倍", "")
"""Units of what is no amount of a thing; \"\" where none is printed."""
_OF_RATES = (Arithmetic.SHARE, Arithmetic.PRODUCT, Arithmetic.AVERAGE, Arithmetic.WHOLE)


class OpenNumbers(Struct, frozen=True):
    """The numbers of a sentence outside its brackets, in order, and ``all`` with those inside.

    ``explained`` are the places of those in a relation that is sure or holds, ``results`` of those
    that words give as the result of one, in whatever way it is read, ``summed`` of those in any
    sum, difference or change, or in what can be read in two ways.
    """

    phrase: Phrase
    amounts: tuple[Amount, ...]
    all: tuple[Amount, ...]
    explained: frozenset[int]
    results: frozenset[int]
    summed: frozenset[int]

    @classmethod
    def of(cls, phrase: Phrase, own: Sequence[NumberRelation]) -> OpenNumbers:
        """The numbers of a phrase beside what is read of them."""
        sure = [one for one in own if one.certain or verdict(one).holds]
        sums = [one for one in own if one.sort not in _OF_RATES or not one.certain]
        results = (one.result for one in own)
        inside = (amount for bracket in phrase.brackets for amount in bracket.amounts)
        amounts = in_their_units(phrase.amounts)
        return cls(
            phrase,
            amounts,
            tuple(sorted([*amounts, *inside], key=lambda amount: amount.start)),
            _starts(sure),
            frozenset(amount.start for amount in results if amount),
            _starts(sums),
        )

    def sizes(self) -> list[Amount]:
        """The exact amounts of things, no rates and no bounds."""
        return [amount for amount in self.all if is_size(amount) and amount.base not in RATES]

    def is_open(self, amount: Amount) -> bool:
        """Whether nothing explains a number."""
        return amount.start not in self.explained and amount.start not in self.results

    def before(self, amount: Amount, most: int) -> list[Amount]:
        """The exact amounts among the last ``most`` numbers before one, in order."""
        at = self.all.index(amount)
        return [one for one in self.all[max(0, at - most) : at] if is_size(one)]

    def bracketed_behind(self, amount: Amount) -> list[Amount]:
        """The exact amount that stands alone in the bracket just behind a number: （按48.26万人计）."""
        beside = [one for one in self.phrase.brackets if one.start - 1 == amount.end]
        return [a for one in beside if len(one.amounts) == 1 for a in one.amounts if is_size(a)]

    def add_up(self, base: str) -> bool:
        """Whether all amounts of a unit, some less the others, give one another, whatever is said
        of them: 38 + 120 - 96 = 62."""
        row = [amount.value for amount in self.sizes() if amount.base == base]
        if not _FEWEST <= len(row) <= _MOST_SIGNS:
            return False
        ways = product((1, -1), repeat=len(row) - 1)
        return any(row[0] == sum(map(mul, signs, row[1:])) for signs in ways)


def _starts(known: Iterable[NumberRelation]) -> frozenset[int]:
    """Where the numbers of relations stand."""
    return frozenset().union(*(one.starts for one in known))


def in_their_units(amounts: Sequence[Amount]) -> tuple[Amount, ...]:
    """The numbers, bare ones in the unit of the next one that 、 joins to them (4125、355万元), else of
    the one before (47个，完工41，在建5)."""
    known: list[Amount] = []
    for amount in amounts:
        bare = not amount.base and amount.role is Role.PLAIN and not amount.tail.strip()
        known.append(_in_unit_of(amount, known[-1]) if bare and known else amount)
    for at in range(len(known) - 1, 0, -1):
        one, behind = known[at - 1], known[at]
        joined = not amounts[at - 1].base and one.clause == behind.clause - 1
        if joined and not behind.label.strip("和与及、"):
            known[at - 1] = _in_unit_of(amounts[at - 1], behind)
    return tuple(known)


def _in_unit_of(amount: Amount, other: Amount) -> Amount:
    """A bare number in the unit of another one, its own 万 or 亿 kept."""
    if other.base in RATES or other.role is not Role.PLAIN:
        return amount
    unit = amount.quantity.unit or other.quantity.unit
    quantity = amount.quantity._replace(unit=unit)
    return replace(amount, quantity=quantity, base=other.base, power=amount.power or other.power)


def is_near(value: Decimal, other: Decimal) -> bool:
    """Whether one number may be another one but for a slip: between 0.55 and 1.75 times it."""
    return other > 0 and other * _LEAST <= value <= other * _MOST


def fits_any(sort: Arithmetic, sizes: Sequence[Amount], result: Amount) -> bool:
    """Whether any two amounts give the result: then it is of them, whatever stands nearer."""
    return any(
        verdict(relation_of(sort, pair, result)).holds
        for pair in permutations(sizes, 2)
        if sort is not Arithmetic.SHARE or pair[0].base == pair[1].base
    )
