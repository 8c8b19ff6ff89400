"""What something changed by, just behind the two values it went from and to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.relations import Amount, Arithmetic, NumberRelation
from generator.check.relations.amounts import Role
from generator.check.relations.relation import relation_of
from generator.check.suspicions.open_numbers import OpenNumbers, is_near
from generator.model.regex import regex
from generator.standard.wording.numbers import EXACT

_POINTS = ("百分点", "个百分点")
_GAP = regex("缺口|[差余]额|价差|差距|相差|[顺逆]差|结余|盈余|亏损|净[增减]")
_YEARLY = regex("每年|均")
_ONCE, _NOW = regex("年初|期初|上年|去年|原"), regex("年末|期末|年底|今年|本年|现")
_CHANGED = regex("[少多快慢增减升降压缩长短高低]")
_AGAINST = regex("[比较]|同比|环比")
_PAIR = 2
_STATES = (Role.PLAIN, Role.SHARE, Role.AFTER, Role.BEFORE)


def suspected_changes(numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """由23人降为17人，少亡8人: the number behind two that 由…到… joins, of their unit or a rate; the points
    behind two rates, and what is called a gap behind two amounts."""
    triples = zip(numbers.all, numbers.all[1:], numbers.all[2:], strict=False)
    for one, other, result in triples:
        beside = result.group == other.group and result.clause - other.clause <= 1
        if not beside or one.base != other.base or not numbers.is_open(result):
            continue
        states = _states(one, other)
        if states and _may_be_change(*states, result):
            yield relation_of(Arithmetic.CHANGE, states, result)
        elif _is_difference(numbers, one, other, result):
            yield relation_of(Arithmetic.BALANCE, (one, other), result, (1, -1))
        elif _is_growth(one, other, result):
            yield relation_of(Arithmetic.GROWTH, (one, other), result, (-1 if other.falls else 1,))


def _states(one: Amount, other: Amount) -> tuple[Amount, Amount] | None:
    """The value before and the one after, by 由…到… or by 年初 and 年末; None where they are neither."""
    if one.role is Role.BEFORE and other.role is Role.AFTER:
        return one, other
    plain = one.role in _STATES and other.role in _STATES
    for before, after in ((one, other), (other, one)):
        if plain and _ONCE.search(before.label) and _NOW.search(after.label):
            return before, after
    return None


def _may_be_change(before: Amount, after: Amount, change: Amount) -> bool:
    moved = abs(after.value - before.value)
    points = before.base == "%" and change.base in _POINTS
    if _YEARLY.search(change.label):
        return False
    if change.base == before.base or points:
        told = change.role in (Role.DELTA, Role.POINTS) or _CHANGED.search(change.label)
        return bool(told) and change.value < max(before.value, after.value)
    rate = change.base == "%" and change.role is not Role.SHARE and bool(before.value)
    return rate and is_near(EXACT.divide(moved * 100, before.value), change.value)


def _is_difference(numbers: OpenNumbers, one: Amount, other: Amount, result: Amount) -> bool:
    """Whether a number is called the gap of two before it, or is the points between two rates."""
    states = one.role in _STATES and other.role in _STATES
    free = one.start not in numbers.explained and other.start not in numbers.explained
    points = one.base == "%" and result.base in _POINTS
    gap = result.base == one.base and bool(_GAP.search(result.label))
    near = is_near(abs(one.value - other.value), result.value)
    return states and free and near and (points or gap)


def _is_growth(value: Amount, change: Amount, rate: Amount) -> bool:
    """Whether a rate is that of a change and of the value before it, but for a slip."""
    roles = (value.role, change.role, rate.role) == (Role.PLAIN, Role.DELTA, Role.GROWTH)
    of = _AGAINST.split(change.label)[0]
    if len(of) >= _PAIR and not set(of) & set(value.label):
        return False
    base = value.value + change.value if change.falls else value.value - change.value
    if not roles or base <= 0:
        return False
    return is_near(EXACT.divide(change.value * 100, base), rate.value)
