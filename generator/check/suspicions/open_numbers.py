"""The numbers of a sentence that no relation explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, pairwise, permutations, product
from operator import mul

from msgspec import Struct

from generator.check.relations import Amount, Arithmetic, NumberRelation, Phrase, verdict
from generator.check.relations.algebra.relation import relation_of
from generator.check.relations.algebra.repairs import is_slip
from generator.check.relations.numbers.amounts import Role
from generator.check.relations.weighing.confirmed_sums import is_size
from generator.model.replacing import replace
from generator.standard.wording.numbers import EXACT

_MOST, _LEAST = Decimal("1.75"), Decimal("0.55")
_FEWEST, _MOST_SIGNS, _BY_CHANCE = 3, 8, 1.0
RATES = ("%", "‰", "倍", "")
"""Units of what is no amount of a thing; \"\" where none is printed."""
_MOST_OFF = Decimal("0.66")
_SUMS = (Arithmetic.SUM, Arithmetic.PART)
_OF_RATES = (Arithmetic.SHARE, Arithmetic.PRODUCT, Arithmetic.AVERAGE, Arithmetic.WHOLE)


class OpenNumbers(Struct, frozen=True):
    """The numbers of a sentence outside its brackets, in order, and ``all`` with those inside.

    ``explained`` are the places of those in a relation that is sure or holds, ``reached`` of its
    results and of the shares that make 100, ``summed`` of those in any sum, difference or change,
    or in what can be read in two ways. ``sums`` are the sums, differences and changes that hold or
    are told, ``shares`` the shares that hold, ``priced`` the numbers of products and means.
    """

    phrase: Phrase
    amounts: tuple[Amount, ...]
    all: tuple[Amount, ...]
    explained: frozenset[int]
    reached: frozenset[int]
    summed: frozenset[int]
    sums: tuple[NumberRelation, ...]
    shares: tuple[NumberRelation, ...]
    priced: frozenset[int]

    @classmethod
    def of(cls, phrase: Phrase, own: Sequence[NumberRelation]) -> OpenNumbers:
        """The numbers of a phrase beside what is read of them."""
        sure = [one for one in own if _is_judged(one)]
        sums = [one for one in own if one.sort not in _OF_RATES or not one.certain]
        results = [one.result for one in sure if one.result]
        hundreds = [one for one in sure if one.sort is Arithmetic.WHOLE]
        inside = (a for bracket in phrase.brackets for a in bracket.amounts)
        amounts = phrase.amounts
        return cls(
            phrase,
            amounts,
            tuple(sorted([*amounts, *inside], key=lambda amount: amount.start)),
            _starts(sure),
            _starts(hundreds) | {amount.start for amount in results},
            _starts(sums),
            tuple(one for one in own if one.sort not in _OF_RATES and _is_judged(one)),
            tuple(one for one in sure if one.sort is Arithmetic.SHARE and verdict(one).holds),
            _starts(one for one in sure if one.sort in (Arithmetic.PRODUCT, Arithmetic.AVERAGE)),
        )

    def sizes(self) -> list[Amount]:
        """The exact amounts of things, no rates and no bounds."""
        return [amount for amount in self.all if is_size(amount) and amount.base not in RATES]

    def is_open(self, amount: Amount) -> bool:
        """Whether nothing explains a number."""
        return amount.start not in self.explained

    def is_counted(self, part: Amount, whole: Amount) -> bool:
        """Whether a number is added to something else than a whole; what has parts of its own, or
        is one of the whole, may be its part all the same."""
        own = (one for one in self.sums if part.start in one.starts)
        return any(not _leaves_free(one, part, whole) for one in own)

    def is_rated(self, total: Decimal, whole: Amount) -> bool:
        """Whether a rate of the sentence is that of a total in a whole: 两项占79.1%."""
        rate = EXACT.divide(total * 100, whole.value) if whole.value else Decimal(0)
        rates = (a for a in self.all if a.base == "%" and a.role is Role.SHARE)
        return any(abs(rate - one.value) <= one.half for one in rates)

    def inside(self, bracket: Phrase) -> list[Amount]:
        """The numbers of a bracket of the sentence, up to its first ；."""
        return [a for a in self.all if bracket.start <= a.start < bracket.end and not a.group]

    def just_before(self, bracket: Phrase) -> list[Amount]:
        """The numbers that stand in a row just before a bracket, the last one first."""
        row: list[Amount] = []
        start = bracket.start - 1
        for amount in reversed([a for a in self.amounts if a.end <= start]):
            if amount.end < start:
                break
            row.append(amount)
            start = amount.start
        return row

    def is_part_of(self, part: Amount, whole: Amount) -> bool:
        """Whether a number is known to be a part of another one."""
        own = (one for one in self.sums if one.sort in _SUMS and one.result)
        whole_of = (one for one in own if one.result and one.result.start == whole.start)
        return any(term.start == part.start for one in whole_of for term in one.terms)

    def ends_list(self, amount: Amount) -> bool:
        """Whether a number is the last part of a sum: what stands behind it is another matter."""
        sums = (one for one in self.sums if one.sort is Arithmetic.SUM)
        return any(one.terms[-1].start == amount.start for one in sums)

    def is_filled(self, whole: Amount) -> bool:
        """Whether parts that are known fill a number."""
        sums = (one.result for one in self.sums if one.sort is Arithmetic.SUM)
        return any(result and result.start == whole.start for result in sums)

    def are_rated(self, parts: Iterable[Amount], whole: Amount) -> bool:
        """Whether the share of one number in another holds, so that both are right: of each part
        but one in a whole, or of the whole in a part."""
        places = [part.start for part in parts]
        held = {(one.terms[0].start, one.terms[-1].start) for one in self.shares}
        rated = sum((place, whole.start) in held for place in places)
        return rated + 1 >= len(places) or any((whole.start, place) in held for place in places)

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
        by_chance = 2.0 ** len(row) / float(max(row))
        return by_chance < _BY_CHANCE and any(
            row[0] == sum(map(mul, signs, row[1:])) for signs in ways
        )


def _is_judged(one: NumberRelation) -> bool:
    """Whether a relation holds, or is told as one that does not."""
    told = verdict(one)
    near = one.result is None or told.off <= one.result.value * _MOST_OFF
    return told.holds or (one.certain and (near or is_slip(one)))


def _leaves_free(one: NumberRelation, part: Amount, whole: Amount) -> bool:
    """Whether a sum says only what parts a number has, or that it is one of those of a whole."""
    if one.sort not in _SUMS or one.result is None:
        return False
    piece = one.sort is Arithmetic.PART and one.result.start == whole.start and not one.hint
    return one.result.start == part.start or piece


def _starts(known: Iterable[NumberRelation]) -> frozenset[int]:
    """Where the numbers of relations stand."""
    return frozenset().union(*(one.starts for one in known))


def is_near(value: Decimal, other: Decimal) -> bool:
    """Whether one number may be another one but for a slip: between 0.55 and 1.75 times it."""
    return other > 0 and other * _LEAST <= value <= other * _MOST


def fits_any(sort: Arithmetic, sizes: Sequence[Amount], result: Amount) -> bool:
    """Whether any two amounts give the result, or one and the sum of two: then it is of them,
    whatever stands nearer."""
    return any(
        verdict(relation_of(sort, pair, result)).holds
        for pair in chain(permutations(sizes, 2), _with_sums(sizes))
        if sort is not Arithmetic.SHARE or pair[0].base == pair[1].base
    )


def _with_sums(sizes: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Each amount with the sum of two of one unit side by side: 逮捕168人，不捕72人，不捕率30%."""
    for one, other in pairwise(sizes):
        if one.base == other.base:
            both = _as_sum(one, other)
            yield from ((size, both) for size in sizes)
            yield from ((both, size) for size in sizes if size not in (one, other))


def _as_sum(one: Amount, other: Amount) -> Amount:
    """What two amounts make, as the first of them."""
    value = EXACT.scaleb(one.value + other.value, -one.power)
    return replace(one, quantity=one.quantity._replace(value=value))


def share_words(one: str, other: str) -> bool:
    """Whether two labels have two characters in a row in common."""
    return any(one[at : at + 2] in other for at in range(len(one) - 1))
