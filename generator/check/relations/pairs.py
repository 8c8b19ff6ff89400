"""A part and its whole for a percentage: which numbers may be the two, and which pair is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.amounts import Amount, Role
from generator.check.relations.holding import verdict
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase

OTHER_UNITS = ("%", "‰", "个百分点", "百分点", "")
_SENTENCES_BACK = 3


def before_position(amounts: Sequence[Amount], position: int) -> list[Amount]:
    """The numbers that end before a position."""
    return [a for a in amounts if a.end <= position]


def counted(amounts: Sequence[Amount]) -> list[Amount]:
    """The plain numbers that have a unit and are no rates."""
    roles = (Role.PLAIN, Role.AFTER)
    return [a for a in amounts if a.role in roles and a.base not in OTHER_UNITS]


def alike(one: Amount, other: Amount) -> bool:
    """Whether two numbers count the same: 人 and 人次 too."""
    bases = {one.base.removesuffix("次"), other.base.removesuffix("次")}
    return len(bases) == 1 or bases == {"人", "张"}


def earlier(phrase: Phrase, part: Amount) -> list[Amount]:
    """The plain numbers of the sentences before in the paragraph that count the same, no less."""
    found: list[Amount] = []
    before = phrase.before
    for _ in range(_SENTENCES_BACK):
        if before is None:
            break
        same = [a for a in before.plain if alike(a, part) and a.value >= part.value]
        found = same + found
        before = before.before
    return found


def chosen(
    rate: Amount, parts: Sequence[Amount], wholes: Sequence[Amount], *, sure: bool
) -> Iterator[NumberRelation]:
    """The pair that fits the rate; else the nearest, certain only where it is the only one.

    ``sure`` is false where nothing is to be read that does not fit.
    """
    pairs = [(part, whole) for part in parts for whole in wholes if alike(part, whole)]
    for part, whole in pairs:
        relation = share_relation(part, whole, rate)
        if verdict(relation).holds:
            yield relation
            return
    if pairs and sure:
        part, whole = _nearest(pairs, parts[0])
        same_whole = len({id(pair[1]) for pair in pairs}) == 1
        yield share_relation(part, whole, rate, certain=same_whole)


def _nearest(pairs: Sequence[tuple[Amount, Amount]], part: Amount) -> tuple[Amount, Amount]:
    """The last pair of a part; the first of the others where it has none."""
    own = [pair for pair in pairs if pair[0] is part]
    return own[-1] if own else pairs[0]


def share_relation(
    part: Amount, whole: Amount, rate: Amount, *, certain: bool = True
) -> NumberRelation:
    """A part, its whole and the share that the one is said to be of the other."""
    start, end = min(part.start, whole.start), max(part.end, whole.end, rate.end)
    return NumberRelation(Arithmetic.SHARE, (part, whole), rate, start, end, certain=certain)
