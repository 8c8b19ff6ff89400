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
_WAS = regex("(?:上年|去年|上期)?(?:[年期]?[底末]|[年期]初)[^，。；、]{0,3}")
_COMES = regex("新增|增加|新收|收[入到]|缴存|产生|制发|入库|下达|到位|调入|迁入|发行")
_GOES = regex(
    "偿还|还[本款]|支[出付]|提取|退出|废止|处置|利用|核销|注销|出库|拨付|调出|迁出|减少|[办审执]结|结案"
)
_LIMIT = regex("限额|上限|额度|计划|任务|目标|其[中余]")
_FEWEST, _MOST, _PAIR = 4, 6, 2


def suspected_balances(numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """上年结余38万元，拨付20万元，支出26万元，余额48万元: one is called what is left, one what there was.
    The signs are those with which the numbers fit best."""
    by_unit: dict[str, list[Amount]] = defaultdict(list)
    for amount in numbers.sizes():
        if not _LIMIT.search(amount.label):
            by_unit[amount.base].append(amount)
    for row in by_unit.values():
        if _FEWEST <= len(row) <= _MOST and _is_free(numbers, row):
            terms = _terms_and_left(row)
            if terms:
                *moved, left = terms
                signs = _best_signs(moved, left)
                yield relation_of(Arithmetic.BALANCE, tuple(moved), left, signs)


def _is_free(numbers: OpenNumbers, row: Sequence[Amount]) -> bool:
    """Whether numbers are plain and in no sum yet."""
    return all(
        amount.role in (Role.PLAIN, Role.BEFORE) and amount.start not in numbers.summed
        for amount in row
    )


def _terms_and_left(row: Sequence[Amount]) -> Sequence[Amount]:
    """What there was, what came and went, and what is left, the last: as they stand where what
    there was is one of the first two and what is left the last; else where one number alone is
    called each, or what was left stands just behind what is. () where they are not called so."""
    before = [amount for amount in row if _BEFORE.search(amount.label)]
    left = [amount for amount in row if amount not in before and _LEFT.search(amount.label)]
    if row[-1] in left and any(_BEFORE.search(amount.label) for amount in row[:_PAIR]):
        return row
    if not left and before == [row[1]] and _WAS.fullmatch(row[1].label):
        left = [row[0]]
    if len(before) != 1 or len(left) != 1:
        return ()
    return [before[0], *(a for a in row if a not in (before[0], left[0])), left[0]]


def _best_signs(terms: Sequence[Amount], left: Amount) -> tuple[int, ...]:
    """The signs of the terms behind the first that come nearest to what is left: the second adds
    where it stands second; where the numbers stand otherwise, their words say which of them do, and
    some add and some do not."""
    moved = terms[0].start > min(term.start for term in terms) or left.start < terms[0].start
    ways = [(1, *rest) for rest in product((1, -1), repeat=len(terms) - 1)]
    ways = [way for way in ways if (_are_said(way, terms) if moved else way[1] > 0)] or ways

    def miss(signs: tuple[int, ...]) -> Decimal:
        made = sum(sign * term.value for sign, term in zip(signs, terms, strict=True))
        return abs(Decimal(made) - left.value)

    return min(ways, key=miss)


def _are_said(signs: Sequence[int], terms: Sequence[Amount]) -> bool:
    """Whether terms are said to come or to go as their signs say, and not all of them the same."""
    pairs = [*zip(signs, terms, strict=True)][1:]
    against = any((_GOES if sign > 0 else _COMES).search(term.label) for sign, term in pairs)
    return not against and len({sign for sign, _ in pairs}) > 1
