"""A change, the value that it leads to, and the rate: 减少41吨、降至369吨，减幅也为10.0%; what is there,
what of it is new, and the rate: 总藏量28.45万册，年内新增1.65万册，增长6.2%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.growth.two_states import TwoStates
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_ARRIVED = regex(r"^(?:总量|总额|总数|总计|累计|规模)?(?:已|约)?达到?(?:了|约)?$")
_NEW = regex("新[^，。；型老旧能]{1,6}$")
"""What is new may be all of the change, or some of what came and went."""
_BECAME = regex("(?:逐步|进一步|相应)?[增减升降提压缩扩调上下回涨跌][^，。；、\\d]{0,2}[至到为]了?")
_AGAINST_PLAN = regex("[比较][^，。；、\\d]{0,6}(?:预算|计划|概算|限额|限价|控制价|标底|安排|核定)")
_SAVED_BY = regex("(?:压减|压缩|节约|节省|节支|减支|下浮)(?:率|幅度?)?[为达约了]?")
_YEARLY = regex("年均|年平均|平均每|每[年月]|累计|分别|预计|目标|计划|力争|预期")
_BARE_RATE = regex(
    "^(?:同比|比上年|较上年|总体|整体|相应)?(?:[增减升降涨跌](?:长|少|加|幅|速)|下降|上升|提高|提升|降低|增长率)"
    "(?:[了为约达也均出]|达到|同样|相应)*$"
)


def rates_of_savings(phrase: Phrase) -> Iterator[NumberRelation]:
    """预算860万元，支出712.4万元，比预算节约147.6万元，压减17.2%: the rate behind the difference of the two
    numbers before it, of which it is that of what was spent to what was planned."""
    row = phrase.amounts
    for plan, spent, gap, rate in zip(row, row[1:], row[2:], row[3:], strict=False):
        steps = [b.clause - a.clause for a, b in pairwise((plan, spent, gap, rate))]
        alike = plan.base == spent.base == gap.base and plan.role is spent.role is Role.PLAIN
        said = _AGAINST_PLAN.match(gap.label) and _SAVED_BY.fullmatch(rate.label)
        off = abs(abs(plan.value - spent.value) - gap.value)
        fits = off <= plan.half + spent.half + gap.half
        beside = steps == [1, 1, 1] and plan.group == rate.group and rate.base == "%"
        if alike and said and fits and beside and spent.value < plan.value:
            yield relation_of(Arithmetic.CHANGE, (plan, spent), rate)


def growths_arriving(phrase: Phrase, pairs: Sequence[TwoStates]) -> Iterator[NumberRelation]:
    """The growth of each value that a change leads to, where no value before it stands; of what is
    new only where it is right."""
    led = {pair.after.start for pair in pairs}
    for row in zip(phrase.amounts, phrase.amounts[1:], phrase.amounts[2:], strict=False):
        first, second, rate = row
        if second.start not in led and _is_reached(second) and _follow(first, second, rate):
            read = _growth(first, second, rate)
            if first.role is Role.DELTA or (_is_new(first) and verdict(read).holds):
                yield read
        elif first.role is Role.PLAIN and _is_new(second) and _follow(second, first, rate):
            read = _growth(second, first, rate)
            yield from [read] if verdict(read).holds else []


def _is_new(amount: Amount) -> bool:
    return amount.role is Role.PLAIN and bool(_NEW.search(amount.label))


def _growth(change: Amount, value: Amount, rate: Amount) -> NumberRelation:
    sign = -1 if change.falls else 1
    return relation_of(Arithmetic.GROWTH, (value, change), rate, (sign,))


def _follow(change: Amount, value: Amount, rate: Amount) -> bool:
    """Whether a change, a value of its unit and a bare rate that goes the same way stand in clauses
    that follow."""
    first, second = sorted((change.clause, value.clause))
    near = second - first <= 1 and rate.clause - second == 1 and change.group == rate.group
    bare = rate.role is Role.GROWTH and rate.quantity.unit == "%" and _BARE_RATE.search(rate.label)
    alike = change.base == value.base and change.value < value.value
    yearly = any(_YEARLY.search(a.label) for a in (change, value, rate))
    return near and bool(bare) and alike and not yearly and change.falls == rate.falls


def _is_reached(value: Amount) -> bool:
    """Whether a number is what a change leads to: 降至369吨; 达到3960个."""
    became = value.role is Role.AFTER and _BECAME.fullmatch(value.label)
    return bool(became or _ARRIVED.search(value.label))
