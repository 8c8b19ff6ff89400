"""The one number of a text that is wrong in several of its relations at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from operator import itemgetter

from generator.check.relations.algebra.holding import Verdict, verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, is_quotient
from generator.check.relations.algebra.repairs import (
    LikelySlip,
    as_good,
    is_rough,
    repairs,
    with_digits,
)
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.weighing.slips_by_sums import given_by_sums, slips_by_sums

Judged = tuple[NumberRelation, Verdict]
"""A relation, and whether it holds."""
Way = tuple[Amount, str]
"""A number, and the digits that it should have."""
_SEVERAL = 2


def likely_slips(judged: Sequence[Judged], read: Sequence[Phrase]) -> Mapping[int, LikelySlip]:
    """The one number that is wrong in several relations of a text, and in none that holds, by the
    place where it stands: no other puts as many right. Where there is none, those that other
    numbers of the phrases ``read`` give."""
    holding = [one for one, told in judged if told.holds and one.sort is not Arithmetic.PART]
    sure = frozenset(amount.start for one in holding for amount in one.numbers)
    wrong = [one for one, told in judged if one.certain and not told.holds]
    return _in_several(wrong, sure, read) or slips_by_sums(wrong, sure, read)


def _in_several(
    wrong: Sequence[NumberRelation], sure: Set[int], read: Sequence[Phrase]
) -> Mapping[int, LikelySlip]:
    """The number that is wrong in several relations and puts all of those right, in most of them;
    {} where not one number is."""
    by_place: dict[int, list[NumberRelation]] = defaultdict(list)
    for one in wrong:
        for amount in one.numbers:
            by_place[amount.start].append(one)
    several = {place: own for place, own in by_place.items() if len(own) >= _SEVERAL}
    slips = [_slip(place, own, read) for place, own in several.items() if place not in sure]
    found = [slip for slip in slips if slip]
    most = max((slip.relations for slip in found), default=0)
    likeliest = [slip for slip in found if slip.relations == most]
    return {slip.amount.start: slip for slip in likeliest} if len(likeliest) == 1 else {}


def _slip(place: int, wrong: Sequence[NumberRelation], read: Sequence[Phrase]) -> LikelySlip | None:
    """The digits of a number with which all relations hold that are wrong with it: those that other
    numbers give, those that a sum or difference gives, then the roundest, with those that are as
    good; None where none are."""
    (own,) = {
        amount.start: amount for one in wrong for amount in one.numbers if amount.start == place
    }.values()
    given = given_by_sums(wrong, own, read)
    if given:
        return LikelySlip(own, (given,), len(wrong))
    fits = [
        (_is_exact(relation), _roundness(digits), amount, digits)
        for relation in wrong
        for amount, digits in repairs(relation)
        if amount.start == place and all(_holds_with(one, place, digits) for one in wrong)
    ]
    if not fits:
        return None
    *_, amount, digits = max(fits, key=itemgetter(0, 1))
    ways = tuple(as_good(wrong, amount, digits))
    return LikelySlip(amount, ways, len(wrong), is_rough(wrong, amount, digits))


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


def uncontradicted(
    relation: NumberRelation, ways: Sequence[Way], judged: Sequence[Judged]
) -> list[Way]:
    """The ways to put a relation right that break none that holds, of other numbers as well as its
    own; all where none is left and its result is in one that holds, too."""
    holding = [one for one, told in judged if told.holds and one.sort is not Arithmetic.PART]
    held = [one for one in holding if not one.starts <= relation.starts]
    free = [way for way in ways if not any(_breaks(one, *way) for one in held)]
    result = relation.result
    sure = result is None or any(result.start in one.starts for one in held)
    return [*ways] if sure and not free else free


def _breaks(relation: NumberRelation, amount: Amount, digits: str) -> bool:
    """Whether a relation that holds would not with other digits of one of its numbers."""
    return amount.start in relation.starts and not _holds_with(relation, amount.start, digits)
