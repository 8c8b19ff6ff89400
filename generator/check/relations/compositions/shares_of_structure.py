"""The members of a structure are the shares of the parts of a sum: 增加值1486亿元，其中一产129亿元、二产602亿元、
三产755亿元，三次产业结构为8.7∶40.5∶50.8."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.relations.algebra.holding import fills, verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import share_relation

_LEAST, _ALL = 3, Decimal(100)


def shares_of_structure(phrase: Phrase, members: Sequence[Amount]) -> Iterator[NumberRelation]:
    """The share of each part of the only sum of so many parts before a structure, in its sentence
    or the two before it, in their order; none where more than one member is not that of its part,
    which is then of other numbers."""
    size = len(members)
    told = [a for one in _with_sentences_before(phrase) for a in one.amounts]
    before = [a for a in told if a.end <= members[0].start and a.role is Role.PLAIN]
    found = list(_sums(before, size)) if size >= _LEAST else []
    if len(found) != 1:
        return
    whole, parts = found[0]
    shares = [share_relation(*pair) for pair in zip(parts, [whole] * size, members, strict=True)]
    wrong = [one for one in shares if not verdict(one).holds]
    if len(wrong) <= 1:
        yield from (one for one in shares if one not in wrong or not _is_fitted(one, members))


def _with_sentences_before(phrase: Phrase) -> Sequence[Phrase]:
    """A sentence behind the two before it, in the order of the text."""
    last = phrase.before
    earlier = last.before if last else None
    return [one for one in (earlier, last, phrase) if one]


def _is_fitted(share: NumberRelation, members: Sequence[Amount]) -> bool:
    """Whether a member was put up or down by a last digit, so that all make 100."""
    own = next(one for one in members if share.result and one.start == share.result.start)
    total = sum((one.value for one in members), Decimal(0))
    return total == _ALL and verdict(share).off <= own.half * 4


def _sums(before: Sequence[Amount], size: int) -> Iterator[tuple[Amount, Sequence[Amount]]]:
    """Every number with the so many of its unit that follow it and fill it."""
    for at, whole in enumerate(before):
        row = [a for a in before[at + 1 :] if a.base == whole.base]
        parts = row[:size]
        if len(parts) == size and not whole.qualifier and fills(parts, whole):
            yield whole, parts
