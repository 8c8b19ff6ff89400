"""What was left over, what came, what went and what is left: four amounts of one unit or more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from generator.check.relations import Amount, Arithmetic, NumberRelation
from generator.check.relations.algebra.relation import relation_of
from generator.check.relations.numbers.amounts import Role
from generator.check.suspicions.open_numbers import OpenNumbers
from generator.model.regex import regex

_LEFT = regex(
    "结余|结转|余额|[年期季月]末|年底|现有|尚有|未(?:办|审|执)?结|剩余|库存|现存|在册|余$"
)
_BEFORE = regex("上年|上期|年初|期初|季初|月初|原有|结转|旧存|往年")
_FEWEST, _MOST = 4, 6


def suspected_balances(numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """上年结余38万元，拨付20万元，支出26万元，余额48万元: the last is called what is left, one before it
    what there was. The signs are those with which the numbers fit best."""
    by_unit: dict[str, list[Amount]] = defaultdict(list)
    for amount in numbers.sizes():
        by_unit[amount.base].append(amount)
    for row in by_unit.values():
        if _FEWEST <= len(row) <= _MOST and _is_balance(numbers, row):
            *terms, left = row
            signs = _best_signs(terms, left)
            yield relation_of(Arithmetic.BALANCE, tuple(terms), left, signs)


def _is_balance(numbers: OpenNumbers, row: Sequence[Amount]) -> bool:
    """Whether numbers are called so, and are plain and in no sum yet."""
    *terms, left = row
    named = _LEFT.search(left.label) and any(_BEFORE.search(term.label) for term in terms[:2])
    return bool(named) and all(
        amount.role in (Role.PLAIN, Role.BEFORE) and amount.start not in numbers.summed
        for amount in row
    )


def _best_signs(terms: Sequence[Amount], left: Amount) -> tuple[int, ...]:
    """The signs of the terms behind the first two, which both add, that come nearest to what is
    left."""
    ways = [(1, 1, *rest) for rest in product((1, -1), repeat=len(terms) - 2)]

    def miss(signs: tuple[int, ...]) -> Decimal:
        made = sum(sign * term.value for sign, term in zip(signs, terms, strict=True))
        return abs(Decimal(made) - left.value)

    return min(ways, key=miss)
