"""What shares of one whole say of the parts that have them: they fill it or leave some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.relations.algebra.holding import fills, verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import parts_relation
from generator.check.relations.lists.wordings import are_whole, overlap
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_CALLED_SHARE = regex("占|比重")
_HUNDRED = Decimal(100)
_PAIR = 2


def filled_by(phrase: Phrase, found: Sequence[NumberRelation]) -> Iterator[NumberRelation]:
    """The whole that parts fill whose shares make 100, of two parts only a hint; the whole of which
    parts whose shares make less leave something."""
    by_whole: dict[int, list[NumberRelation]] = {}
    for relation in found:
        if relation.certain and len(relation.terms) == _PAIR:
            by_whole.setdefault(relation.terms[1].start, []).append(relation)
    for same in by_whole.values():
        if _are_of_parts(phrase, same):
            yield from _of_whole(phrase, same)


def _are_of_parts(phrase: Phrase, same: Sequence[NumberRelation]) -> bool:
    """Whether shares of one whole are those of different parts that hold nothing in common."""
    parts = [relation.terms[0] for relation in same]
    different = len({part.start for part in parts}) == len(parts) > 1
    return different and not overlap(parts) and not _is_nested(phrase, parts)


def _is_nested(phrase: Phrase, parts: Sequence[Amount]) -> bool:
    """Whether 其中 stands between the parts: those behind it are of one before it."""
    first, last = min(a.start for a in parts), max(a.start for a in parts)
    return "其中" in phrase.between(first, last)


def _of_whole(phrase: Phrase, same: Sequence[NumberRelation]) -> Iterator[NumberRelation]:
    parts, whole = [relation.terms[0] for relation in same], same[0].terms[1]
    left = _left_of_hundred(same)
    if left > 0 and whole.role is Role.PLAIN and all(_is_called_share(one) for one in same):
        yield parts_relation(Arithmetic.PART, parts, whole, parts[0].start)
    elif not left:
        listed = _with_one_more(phrase, parts, whole)
        hint = len(listed) <= _PAIR
        if fills(listed, whole) or not _may_leave_a_little(same):
            yield parts_relation(Arithmetic.SUM, listed, whole, parts[0].start, hint=hint)


def _is_called_share(relation: NumberRelation) -> bool:
    """Whether the words call it a share, and not a rate: rates of one whole may be of the same."""
    return relation.result is not None and bool(_CALLED_SHARE.search(relation.result.label))


def _left_of_hundred(same: Sequence[NumberRelation]) -> Decimal:
    """What shares leave of 100, 0 where rounding explains it."""
    rates = [relation.result for relation in same if relation.result]
    left = _HUNDRED - sum((rate.value for rate in rates), Decimal(0))
    rounded = abs(left) <= sum((rate.half for rate in rates), Decimal(0))
    return Decimal(0) if rounded else left


def _with_one_more(phrase: Phrase, parts: Sequence[Amount], whole: Amount) -> Sequence[Amount]:
    """The parts with the number of the list just behind them where that one fills the whole:
    投诉9880件、占73%，举报3618件、占27%，咨询1件."""
    behind = [a for a in phrase.amounts if a.start > parts[-1].end and a.role is not Role.SHARE][:1]
    more = [*parts, *(a for a in behind if a.role is Role.PLAIN and a.base == whole.base)]
    return parts if fills(parts, whole) or not fills(more, whole) else more


def _may_leave_a_little(same: Sequence[NumberRelation]) -> bool:
    """Whether every share holds and its part is little less than the whole: what is left rounds to
    nothing and need not be named."""
    parts, whole = [relation.terms[0] for relation in same], same[0].terms[1]
    total = sum((part.value for part in parts), Decimal(0))
    right = all(verdict(relation).holds for relation in same)
    return right and total < whole.value and not are_whole(parts)
