"""Balances: what is left, missing or too much, the net of two numbers, opening and closing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.relations.algebra.differences import (
    difference,
    first_that_holds,
    fitting_difference,
    larger_first,
)
from generator.check.relations.algebra.holding import fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.balancing.against_levels import against_levels
from generator.check.relations.balancing.carried_over import carried_over
from generator.check.relations.balancing.framed_balances import framed_balances
from generator.check.relations.balancing.gaps import gaps
from generator.check.relations.balancing.limits import what_limits_leave
from generator.check.relations.balancing.named_balances import named_balances
from generator.check.relations.balancing.nets import (
    NET,
    is_of_one,
    net_of,
    net_of_bracket,
    net_of_what_follows,
)
from generator.check.relations.balancing.openings import between_states, closed_behind, closing
from generator.check.relations.balancing.parts_of_change import parts_of_change
from generator.check.relations.balancing.rated_remains import rated_remains
from generator.check.relations.balancing.remainders import after_taking_off, left, tells_left
from generator.check.relations.balancing.same_state import is_of_same, leaves_some_behind
from generator.check.relations.balancing.schedules import schedules
from generator.check.relations.balancing.surpluses import (
    surplus,
    surplus_behind,
    surplus_of_bracket,
    tells_surplus,
)
from generator.check.relations.balancing.worded_sums import worded_sums
from generator.check.relations.growth.comparisons import GAP, comparisons
from generator.check.relations.numbers.amounts import BALANCED, Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_OVER = regex(
    r"^(?:已|实际)?超(?![标员载速龄])[^，。；]{0,4}$|(?:延期|超额|超概算|超预算|超支|超出|多[支付收报领列记计完])[^，。；]{0,4}$"
)
"""By how much something is over; 设立超500亿元 only says at least."""
_OVER_PLAN = regex("^(?:已|实际)?超(?:额|出)?(?:年度|全年)?(?:计划|目标)")
_GAP_IF_IT_FITS = regex(r"^(?:调[减增]|[多少][^，。；少余次达增减\d]{1,3})$")
_LESS_THAN = (
    (regex("空编|缺编"), regex("编制|核定|定编")),
    (
        regex("节约|节省"),
        regex("预算|概算|估算|控制|计划|[原应]|上年|送审|中标|成交|合同|实际|招标|采购|审"),
    ),
)
"""Differences by their words, and the words of one of the two numbers: free posts are those that
were approved less those that are held."""
_PLANNED = regex("任务|计划|目标|限额|预算|概算|标准")
_PILED_UP = regex("(?:累计|滚存|历年)[^，。；、]{0,4}[结盈]余|累计结存|滚存")
"""What is left of all years, which the flows of one do not give."""
_OF_TRADE = regex("[顺逆]差")
_YEARLY = regex("年均|年平均|累计|分别|预计|目标|计划|力争")
_AGAINST_TIME = regex("同比|环比|同期|上年|去年|相比|[比较]")
_SIZE, _MOST_PARTS = 20, 6
_NEAR = 2


def balances(phrase: Phrase) -> Iterator[NumberRelation]:
    """期初, 新增, 退出, 期末; 安排, 支付, 未支; 新增, 退出, 净增; 收入, 支出, 结余."""
    flat = [a for a in phrase.amounts if a.role in BALANCED or a.quantity.unit == "‰"]
    yield from after_taking_off(flat)
    yield from between_states(phrase)
    yield from closed_behind(phrase, flat)
    yield from net_of_what_follows(flat)
    yield from net_of_bracket(phrase)
    for index, result in enumerate(flat):
        earlier = [a for a in flat[:index] if a.base == result.base]
        row = [a for a in earlier if a.group == result.group]
        if not _completes(earlier, result):
            yield from _balance(phrase, row, earlier, result)
    yield from surplus_behind(phrase, flat)
    yield from surplus_of_bracket(phrase)
    yield from named_balances(phrase)
    yield from what_limits_leave(phrase)
    yield from gaps(phrase)
    yield from parts_of_change(phrase)
    yield from comparisons(phrase)
    yield from against_levels(phrase)
    yield from carried_over(phrase)
    yield from rated_remains(phrase)
    yield from schedules(phrase)
    yield from framed_balances(phrase)
    yield from worded_sums(phrase)


def _completes(earlier: Sequence[Amount], result: Amount) -> bool:
    """Whether a number is the last part of one before it, two or more between them: 体检1260人，
    合格1120人，不合格98人，待复检42人."""
    wholes = range(max(0, len(earlier) - _MOST_PARTS), len(earlier) - 2 + 1)
    return any(fills((*earlier[at + 1 :], result), earlier[at]) for at in wholes[:-1])


def _balance(
    phrase: Phrase, row: Sequence[Amount], earlier: Sequence[Amount], result: Amount
) -> Iterator[NumberRelation]:
    """The balance that the words around a number say it is of the numbers before."""
    near = len(row) > 1 and row[-1].clause >= result.clause - 2
    if NET.search(result.label):
        yield from () if is_of_one(phrase, result) else net_of(phrase, earlier, result)
    elif near and (closed := closing(phrase, row, result)):
        told = not leaves_some_behind(phrase, result) and is_of_same(result, row)
        yield from closed if told else first_that_holds(closed)
    elif _PILED_UP.search(result.label):
        return
    elif tells_surplus(phrase, result):
        yield from surplus(phrase, earlier, result)
    elif GAP.search(result.label) and len(row) == 2:
        yield from _gap(phrase, row, result)
    elif tells_left(result):
        yield from left(phrase, row if near else (), earlier, result)
    elif near and _tells_over(result) and not _is_joined(phrase, row[-1], result):
        yield from _over(phrase, row, result)
    else:
        yield from _apart(phrase, row, result)


def _is_joined(phrase: Phrase, before: Amount, result: Amount) -> bool:
    """高速网19万公里、铁路网16万公里、超5万公里高铁网: whether 、 joins a number to the one before it, so that
    超 says no more than that it is larger."""
    return phrase.between(before.end, result.start - len(result.label)).endswith("、")


def _tells_over(result: Amount) -> bool:
    said = _OVER_PLAN.sub("", result.label)
    against = _YEARLY.search(said) or re.search("^同比|^[比较](?:上年|去年)", result.label)
    return bool(_OVER.search(result.label)) and not against


def _over(phrase: Phrase, row: Sequence[Amount], result: Amount) -> Iterator[NumberRelation]:
    """预算2600万元，支出2748万元，超支148万元."""
    planned, spent = row[-2:]
    if _PLANNED.search(spent.label) and not _PLANNED.search(planned.label):
        planned, spent = spent, planned
    of_plan = _OVER_PLAN.match(result.label) and not _PLANNED.search(planned.label)
    if of_plan:
        yield from fitting_difference(row, result)
    elif _is_of_size(spent.value - planned.value, result):
        yield from fitting_difference(row, result) or [difference(spent, planned, result)]
        yield from _rate_over(phrase, planned, spent, result)


def _apart(phrase: Phrase, row: Sequence[Amount], result: Amount) -> Iterator[NumberRelation]:
    """By how much two numbers differ; of a word that may mean something else where it fits."""
    if GAP.search(result.label):
        yield from _gap(phrase, row, result)
    elif _GAP_IF_IT_FITS.search(result.label):
        yield from fitting_difference(row[-2:], result)


def _is_of_size(expected: Decimal, result: Amount) -> bool:
    """Whether a number may be a difference with a slip, and not something else altogether."""
    return result.value < _SIZE * abs(expected) < _SIZE * _SIZE * result.value


def _last_said(phrase: Phrase, row: Sequence[Amount], result: Amount) -> int:
    """The clause of a number, or of the rate that stands between it and those before."""
    between = [a for a in phrase.amounts if row[-1].end <= a.start < result.start]
    rates = [a for a in between if a.quantity.unit == "%"]
    return rates[0].clause if len(between) == len(rates) == 1 else result.clause


def _has_change(row: Sequence[Amount]) -> bool:
    """Whether one of some numbers is a change against another time: 同比增加7.92亿元."""
    return any(a.role is Role.DELTA and _AGAINST_TIME.search(a.label) for a in row)


def _lacks_its_whole(row: Sequence[Amount], result: Amount) -> bool:
    """Whether a difference is by its words one of numbers of which none stands before it."""
    return any(
        gap.search(result.label) and not any(of.search(a.label + a.tail) for a in row)
        for gap, of in _LESS_THAN
    )


def _gap(phrase: Phrase, row: Sequence[Amount], result: Amount) -> Iterator[NumberRelation]:
    """账面1840万元，盘点1716万元，相差124万元; where nothing fits, of two numbers only, none of them
    a change against another time."""
    fitting = fitting_difference(row, result)
    trade = [a for word in ("出口", "进口") for a in row if a.label.endswith(word)]
    if fitting:
        yield fitting[0]
    elif _OF_TRADE.search(result.label):
        yield from (larger_first(trade[0], one, result) for one in trade[1:_NEAR])
    elif (
        "其中" in phrase.between(phrase.start, result.start)
        or _has_change(row)
        or _lacks_its_whole(row, result)
    ):
        return
    elif len(row) == 2 and row[-1].clause >= _last_said(phrase, row, result) - 1:
        yield replace(larger_first(row[0], row[1], result), explicit=False)


def _rate_over(
    phrase: Phrase, planned: Amount, spent: Amount, over: Amount
) -> Iterator[NumberRelation]:
    """超概算234万元，超9%."""
    for rate in phrase.amounts:
        beside = rate.start > over.end and rate.clause == over.clause + 1
        if beside and rate.quantity.unit == "%" and rate.label.startswith("超"):
            yield NumberRelation(Arithmetic.CHANGE, (planned, spent), rate, planned.start, rate.end)
