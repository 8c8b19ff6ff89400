"""Parts whose shares of one whole make 100: they fill it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.relations.parts import parts_relation
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.wordings import overlap

_HUNDRED = Decimal(100)
_PAIR = 2


def filled_by(found: Sequence[NumberRelation]) -> Iterator[NumberRelation]:
    """The whole that parts fill whose shares make 100; of two parts only a hint."""
    by_whole: dict[int, list[NumberRelation]] = {}
    for relation in found:
        if relation.certain and len(relation.terms) == _PAIR:
            by_whole.setdefault(relation.terms[1].start, []).append(relation)
    for same in by_whole.values():
        parts = [relation.terms[0] for relation in same]
        if _make_hundred(same) and not overlap(parts):
            hint = len(parts) <= _PAIR
            whole = same[0].terms[1]
            yield parts_relation(Arithmetic.SUM, parts, whole, parts[0].start, hint=hint)


def _make_hundred(same: Sequence[NumberRelation]) -> bool:
    """Whether the shares of different parts of one whole make 100 but for rounding."""
    rates = [relation.result for relation in same if relation.result]
    parts = {relation.terms[0].start for relation in same}
    total = sum((rate.value for rate in rates), Decimal(0))
    near = abs(total - _HUNDRED) <= sum((rate.half for rate in rates), Decimal(0))
    return near and len(parts) == len(rates) > 1
