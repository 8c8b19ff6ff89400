"""Readings of numbers that a list has explained: its parts are not reckoned from one another,
and do
not make another number too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from msgspec import Struct

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.agreeing import significant_digits

_RECKONED = (Arithmetic.SUM, Arithmetic.PART, Arithmetic.BALANCE)
_TELLING, _MANY = 3, 3


class Listed(Struct, frozen=True):
    """Where the parts of the lists stand that are told, the same with their wholes, and the
    parts of
    the lists that are filled by no chance."""

    told: Sequence[Set[int]]
    whole: Sequence[Set[int]]
    filled: Sequence[Set[int]]

    @classmethod
    def by(cls, read: Iterable[NumberRelation]) -> Listed:
        """The lists among what is read that can be read in one way only."""
        sums = [one for one in read if one.sort is Arithmetic.SUM and one.certain and not one.hint]
        many = [one for one in sums if len(one.terms) >= _MANY]
        filled = [_parts(one) for one in sums if verdict(one).holds and _is_telling(one)]
        return cls([_parts(one) for one in many], [one.starts for one in many], filled)


def is_within_list(one: NumberRelation, listed: Listed) -> bool:
    """Whether what does not hold is of parts of one list alone, 专任教师812人，保育员380人，其他240人, or of all
    its parts and another number than they fill: 应改7215座，三年计划2300座、2500座、2415座，累计完成5484座."""
    if one.sort not in _RECKONED:
        return False
    rows = listed.whole if one.sort is Arithmetic.BALANCE else listed.told
    among = any(one.starts <= row for row in rows)
    added = one.sort is not Arithmetic.BALANCE
    return among or (added and any(_parts(one) == parts for parts in listed.filled))


def _parts(one: NumberRelation) -> frozenset[int]:
    return frozenset(part.start for part in one.terms)


def _is_telling(one: NumberRelation) -> bool:
    """Whether so many digits agree that a sum is one by no chance."""
    return one.result is not None and significant_digits(one.result) >= _TELLING
