"""What something changed by, just behind the two values it went from and to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.check.relations import Amount, Arithmetic, NumberRelation
from generator.check.relations.algebra.relation import relation_of
from generator.check.relations.numbers.amounts import Role
from generator.check.relations.weighing.confirmed_sums import is_size
from generator.check.suspicions.open_numbers import OpenNumbers, is_near
from generator.model.regex import regex
from generator.standard.wording.numbers import EXACT

_WAS = regex("(?:即|而)?(?:上年|去年|上期|同期|上月|年初|期初)(?!增|减|相)")
_LEVEL = regex("(?<!占)[比较](?![重例率])|高[出于]|低于|超[出过]")
_MOST_OFF = Decimal("0.6")
_POINTS = ("百分点", "个百分点")
_PLANNED = regex("[比较](?:年初|全年|年度)?(?:计划|目标|任务|预算|概算)")
_GAP = regex(
    "缺口|[差余]额|价差|差距|相差|[顺逆]差|结余|盈余|亏损|净[增减]|[尚还仍][差欠缺]|欠账|空缺|缺额"
)
_NET = regex("净(?P<of>(?!资产)[^，。；、\\d净]{2})$")
_ALL_YEARS = regex("累计|滚存")
_YEARLY = regex("每年|均")
_ONCE, _NOW = regex("年初|期初|上年|去年|原"), regex("年末|期末|年底|今年|本年|现")
_CHANGED = regex("[少多快慢增减升降压缩长短高低]")
_AGAINST = regex("[比较]|同比|环比")
_PAIR, _NAME = 2, 2
_STATES = (Role.PLAIN, Role.SHARE, Role.AFTER, Role.BEFORE)


def suspected_changes(numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """由23人降为17人，少亡8人: the number behind two that 由…到… joins, of their unit or a rate; the points
    behind two rates, and what is called a gap behind two amounts."""
    triples = [*zip(numbers.all, numbers.all[1:], numbers.all[2:], strict=False)]
    yield from _against_before(numbers, triples)
    yield from _over_level(numbers)
    yield from _growths(numbers)
    yield from _gaps(numbers)
    for one, other, result in triples:
        beside = result.group == other.group and result.clause - other.clause <= 1
        if not beside or one.base != other.base or not numbers.is_open(result):
            continue
        states = _states(one, other)
        if states and _may_be_change(*states, result):
            yield relation_of(Arithmetic.CHANGE, states, result)
        elif _are_points(numbers, one, other, result):
            yield relation_of(Arithmetic.BALANCE, (one, other), result, (1, -1))


def _against_before(
    numbers: OpenNumbers, triples: Iterable[tuple[Amount, Amount, Amount]]
) -> Iterator[NumberRelation]:
    """比上年多25365人次，上年为387240人次; 升2.3个百分点，上年53.0%: a value, its change and what it was, in
    whatever order the last two stand."""
    for value, *two in triples:
        changes = [one for one in two if one.role in (Role.DELTA, Role.POINTS)]
        before = [one for one in two if _WAS.match(one.label) and one.base == value.base != ""]
        if len(changes) != 1 or len(before) != 1 or value.role not in _STATES:
            continue
        apart = two[-1].clause - value.clause > _PAIR and value.group == two[-1].group
        fits = _may_be_change(before[0], value, changes[0]) and numbers.is_open(changes[0])
        if fits and not apart:
            yield relation_of(Arithmetic.CHANGE, (before[0], value), changes[0])


def _over_level(numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """比例为91.7%，高出全市平均（88.9%）2.8个百分点: points just behind the rate that they are over, and the rate
    before it to which they lead most nearly."""
    for level, points in pairwise(numbers.all):
        beside = points.clause - level.clause <= 1 and level.group == points.group
        if points.role is not Role.POINTS or not beside or points.start in numbers.explained:
            continue
        before = [a for a in numbers.all if a.base == level.base == "%" and a.end <= level.start]
        states = [a for a in before if a.role in _STATES and a.group == points.group]
        gaps = [(abs(abs(a.value - level.value) - points.value), a) for a in states]
        for gap, value in sorted(gaps, key=lambda one: one[0])[:1]:
            near = len(gaps) == 1 or gap <= points.value * _MOST_OFF
            words = numbers.phrase.between(value.end, level.start)
            if _LEVEL.search(words) and near:
                larger = sorted((value, level), key=lambda amount: -amount.value)
                yield relation_of(Arithmetic.BALANCE, tuple(larger), points, (1, -1))


def _growths(numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """发放补助3216.8万元，人均10816元；较上年增支187.5万元，增长6.2%: a change with its rate just behind, and
    the last value before it that is no mean."""
    for at, (change, rate) in enumerate(pairwise(numbers.amounts)):
        if change.role is not Role.DELTA or not numbers.is_open(rate):
            continue
        before = [
            a for a in numbers.amounts[:at] if a.base == change.base and a.value > change.value
        ]
        values = [a for a in before if a.role in (Role.PLAIN, Role.EACH)]
        named = [a for a in values if _share_name(a, change)]
        for value in (named or [a for a in values if a.role is Role.PLAIN])[-1:]:
            beside = rate.clause - change.clause <= 1 and not _is_over_plan(numbers, value, change)
            if beside and _is_growth(value, change, rate):
                signs = (-1 if change.falls else 1,)
                yield relation_of(Arithmetic.GROWTH, (value, change), rate, signs)


def _is_over_plan(numbers: OpenNumbers, value: Amount, change: Amount) -> bool:
    """Whether a value differs by so much from what was planned: 比计划36亿元多2.6亿元."""
    return bool(_PLANNED.search(numbers.phrase.between(value.end, change.start)))


def _share_name(value: Amount, change: Amount) -> bool:
    """Whether a change begins as its value does: 农村居民 of 农村居民人均可支配收入 and 农村居民增收."""
    return len(change.label) > _PAIR and change.label[:_NAME] == value.label[:_NAME]


def _gaps(numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """需资金171万元；已下拨114万元，拨付进度66.7%，尚差57万元: what is called a gap behind the last two
    amounts of its unit."""
    for gap in numbers.amounts:
        states = [a for a in numbers.all if a.end <= gap.start and a.base == gap.base]
        pair = [a for a in states if a.role in (Role.PLAIN, Role.SHARE) and is_size(a)][-_PAIR:]
        plain = gap.role in (Role.PLAIN, Role.DELTA) and numbers.is_open(gap)
        if len(pair) < _PAIR or not plain or gap.clause - pair[-1].clause > _PAIR:
            continue
        if _is_gap_of(gap, pair) and is_near(abs(pair[0].value - pair[1].value), gap.value):
            larger = sorted(pair, key=lambda amount: -amount.value)
            yield relation_of(Arithmetic.BALANCE, tuple(larger), gap, (1, -1))


def _is_gap_of(gap: Amount, pair: Sequence[Amount]) -> bool:
    """Whether a number is called a gap, or what one of two is, net of the other: 迁出, 净迁出; what
    they are called as well is none of them: 涉农贷款余额, 绿色贷款余额."""
    if any(_GAP.search(one.label) or "净" in one.label for one in pair):
        return False
    net = _NET.search(gap.label)
    named = net is not None and any(one.label.endswith(net["of"]) for one in pair)
    return named or bool(_GAP.search(gap.label) and not _ALL_YEARS.search(gap.label))


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


def _are_points(numbers: OpenNumbers, one: Amount, other: Amount, result: Amount) -> bool:
    """Whether a number is the points between two rates, of which nothing else is said."""
    states = one.role in _STATES and other.role in _STATES
    free = one.start not in numbers.explained and other.start not in numbers.explained
    near = is_near(abs(one.value - other.value), result.value)
    return states and free and near and one.base == "%" and result.base in _POINTS


def _is_growth(value: Amount, change: Amount, rate: Amount) -> bool:
    """Whether a rate is that of a change and of the value before it, but for a slip."""
    grown = change.role is Role.DELTA and rate.role is Role.GROWTH
    of = _AGAINST.split(change.label)[0]
    if len(of) >= _PAIR and not set(of) & set(value.label):
        return False
    base = value.value + change.value if change.falls else value.value - change.value
    if not grown or base <= 0:
        return False
    return is_near(EXACT.divide(change.value * 100, base), rate.value)
