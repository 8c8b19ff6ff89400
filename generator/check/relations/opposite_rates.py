"""Two rates of which one denies the other: 合格率97.9%，不合格率2.1%."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.check.relations.amounts import Amount, Role
from generator.check.relations.sentence import Phrase
from generator.model.regex import regex

_RATE = regex("(?:其中|总体|平均)?(?P<denied>[不未]?)(?P<name>[^，。；、]{1,6}率)[为达约是]*")


def opposite_rates(phrase: Phrase) -> Iterator[tuple[Amount, Amount]]:
    """Each two neighbouring rates of one name, one of them denied."""
    shares = [a for a in phrase.amounts if a.role is Role.SHARE and a.quantity.unit == "%"]
    for one, other in pairwise(shares):
        exact = not one.qualifier and not other.qualifier
        if exact and other.clause - one.clause == 1 and _are_opposite(one, other):
            yield one, other


def _are_opposite(one: Amount, other: Amount) -> bool:
    first, second = _RATE.fullmatch(one.label), _RATE.fullmatch(other.label)
    if first is None or second is None or first["name"] != second["name"]:
        return False
    return bool(first["denied"]) != bool(second["denied"])
