"""Two rates of which one denies the other: 合格率97.9%，不合格率2.1%."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_RATE = regex("(?:其中|总体|平均)?(?P<denied>[不未]?)(?P<name>[^，。；、]{1,6}率)[为达约是]*")

_GRADE = regex(
    "(?:优秀?|(?<!优)良好?|优等|中等|一般|基本[^，。；、]{2}|比?较[^，。；、]{2})率(?:[为达约是])*$"
)
"""The rate of one grade; 优良率 is that of two."""


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


def with_grades(phrase: Phrase, pair: tuple[Amount, Amount]) -> tuple[Amount, ...]:
    """The two rates with the grades that lead to them: 优秀率11.4%、良好率32.8%、及格率49.5%、不及格率6.3%."""
    run = list(pair)
    for share in reversed([a for a in phrase.amounts if a.start < pair[0].start]):
        beside = run[0].clause - share.clause == 1 and share.group == run[0].group
        if not beside or share.role is not Role.SHARE or not _GRADE.search(share.label):
            break
        run.insert(0, share)
    return tuple(run)
