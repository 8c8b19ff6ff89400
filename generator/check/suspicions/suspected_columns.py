"""Numbers beside those of a sum or balance, each in the other unit of its row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.check.relations import Amount, Arithmetic, NumberRelation, verdict
from generator.check.relations.algebra.relation import relation_of
from generator.check.suspicions.open_numbers import OpenNumbers

_FEWEST = 3


def suspected_columns(numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """年初存1246户3985人，新增178户521人，退出409户1327人，年末1015户4179人: what holds of the households must
    hold of the people."""
    beside = _beside(numbers)
    for one in numbers.sums:
        row = [beside.get(amount.start) for amount in one.numbers]
        other = [amount for amount in row if amount is not None]
        whole = len(other) == len(row) >= _FEWEST and len({a.base for a in other}) == 1
        holds = one.sort is not Arithmetic.PART and one.result and verdict(one).holds
        free = not any(amount.start in numbers.summed for amount in other)
        if whole and holds and free:
            yield relation_of(one.sort, tuple(other[:-1]), other[-1], one.signs)


def _beside(numbers: OpenNumbers) -> Mapping[int, Amount]:
    """The number that stands just behind each, or just before it, without a word between."""
    pairs = zip(numbers.all, numbers.all[1:], strict=False)
    rows = [(one, other) for one, other in pairs if one.end == other.start]
    return {one.start: other for one, other in rows} | {other.start: one for one, other in rows}
