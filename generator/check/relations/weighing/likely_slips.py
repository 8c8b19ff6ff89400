"""The one number of a text that is wrong in several of its relations at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from itertools import islice
from operator import itemgetter

from generator.check.relations.algebra.holding import Verdict, verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, is_quotient
from generator.check.relations.algebra.repairs import LikelySlip, as_good, repairs, with_digits
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.weighing.slips_by_sums import slips_by_sums

Judged = tuple[NumberRelation, Verdict]
"""A relation, and whether it holds."""
_SEVERAL = 2


def likely_slips(judged: Sequence[Judged], read: Sequence[Phrase]) -> Mapping[int, LikelySlip]:
    """The one number that is wrong in several relations of a text, and in none that holds, by the
    place where it stands: no number is wrong in more, and no other puts as many right. Where there
    is none, those that other numbers of the phrases ``read`` give."""
    holding = [one for one, told in judged if told.holds and one.sort is not Arithmetic.PART]
    sure = frozenset(amount.start for one in holding for amount in one.numbers)
    several = _in_several(judged, sure)
    wrong = [one for one, told in judged if one.certain and not told.holds]
    return several or slips_by_sums(wrong, sure, read)


def _in_several(judged: Sequence[Judged], sure: Set[int]) -> Mapping[int, LikelySlip]:
    """The number that is wrong in most relations, and puts all of them right; {} where not one
    number is."""
    wrong: dict[int, list[NumberRelation]] = defaultdict(list)
    for one, told in judged:
        for amount in one.numbers if one.certain and not told.holds else ():
            wrong[amount.start].append(one)
    most = max(map(len, wrong.values()), default=0)
    worst = {place: own for place, own in wrong.items() if len(own) == most and place not in sure}
    slips = (_slip(*item) for item in worst.items() if most >= _SEVERAL)
    found = [*islice(filter(None, slips), _SEVERAL)]
    return {slip.amount.start: slip for slip in found} if len(found) == 1 else {}


def _slip(place: int, wrong: Sequence[NumberRelation]) -> LikelySlip | None:
    """The digits of a number with which all relations hold that are wrong with it, those that a sum
    or difference gives, then the roundest, with those that are as good; None where none are."""
    fits = [
        (_is_exact(relation), _roundness(digits), amount, digits)
        for relation in wrong
        for amount, digits in repairs(relation)
        if amount.start == place and all(_holds_with(one, place, digits) for one in wrong)
    ]
    if not fits:
        return None
    *_, amount, digits = max(fits, key=itemgetter(0, 1))
    return LikelySlip(amount, tuple(as_good(wrong, amount, digits)), len(wrong))


def _is_exact(relation: NumberRelation) -> bool:
    """Whether a relation leaves its numbers no room: rates and prices are rounded, sums and
    differences are not."""
    return not is_quotient(relation) and relation.sort not in (Arithmetic.PRODUCT, Arithmetic.PART)


def _roundness(digits: str) -> int:
    """How many zeros the digits end in."""
    return len(digits) - len(digits.rstrip("0"))


def _holds_with(relation: NumberRelation, place: int, digits: str) -> bool:
    amount = next(amount for amount in relation.numbers if amount.start == place)
    return verdict(with_digits(relation, amount, digits)).holds
