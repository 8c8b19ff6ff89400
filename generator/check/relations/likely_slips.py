"""The one number of a text that is wrong in several of its relations at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

from msgspec import Struct

from generator.check.relations.amounts import Amount
from generator.check.relations.holding import Verdict, verdict
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.repairs import repairs, with_digits

Judged = tuple[NumberRelation, Verdict]
"""A relation, and whether it holds."""
_SEVERAL = 2


class LikelySlip(Struct, frozen=True):
    """A number, the digits that it should have, and how many relations those put right at once."""

    amount: Amount
    digits: str
    relations: int


def likely_slips(judged: Sequence[Judged]) -> Mapping[int, LikelySlip]:
    """The one number that is wrong in several relations of a text, and in none that holds, by the
    place where it stands: no number is wrong in more, and no other puts as many right."""
    holding = [one for one, told in judged if told.holds and one.sort is not Arithmetic.PART]
    sure = {amount.start for one in holding for amount in _amounts(one)}
    wrong: dict[int, list[NumberRelation]] = defaultdict(list)
    for one, told in judged:
        for amount in _amounts(one) if one.certain and not told.holds else ():
            wrong[amount.start].append(one)
    most = max(map(len, wrong.values()), default=0)
    worst = {place: own for place, own in wrong.items() if len(own) == most and place not in sure}
    slips = (_slip(*item) for item in worst.items() if most >= _SEVERAL)
    found = [*islice(filter(None, slips), _SEVERAL)]
    return {slip.amount.start: slip for slip in found} if len(found) == 1 else {}


def _amounts(relation: NumberRelation) -> list[Amount]:
    return [*relation.terms, *filter(None, [relation.result])]


def _slip(place: int, wrong: Sequence[NumberRelation]) -> LikelySlip | None:
    """The roundest digits of a number with which all relations hold that are wrong with it; None
    where there are none."""
    fits = [
        LikelySlip(amount, digits, len(wrong))
        for relation in wrong
        for amount, digits in repairs(relation)
        if amount.start == place and all(_holds_with(one, place, digits) for one in wrong)
    ]
    return max(fits, key=_roundness, default=None)


def _roundness(slip: LikelySlip) -> int:
    """How many zeros the digits end in."""
    return len(slip.digits) - len(slip.digits.rstrip("0"))


def _holds_with(relation: NumberRelation, place: int, digits: str) -> bool:
    amount = next(amount for amount in _amounts(relation) if amount.start == place)
    return verdict(with_digits(relation, amount, digits)).holds
