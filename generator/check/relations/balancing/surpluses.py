"""收入 less 支出, 收入总计A；支出总计B，收支相抵后结余C."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from generator.check.relations.algebra.differences import (
    difference,
    first_that_holds,
    larger_first,
)
from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_SURPLUS = regex(
    "收支[^，。；]{0,6}(?:结余|结转|滚存)|当[年期]结余|本[年期]结余|收支结余"
    "|(?:当[年期]|本[年期]|全年|基金)(?:收支|基金)?(?:缺口|赤字|亏空|透支|盈余|逆差|顺差)|收支(?:缺口|赤字|逆差|顺差)"
)
_OFFSET = regex(
    "[，；](?:收支|两[项者]|二者|收入与支出)?(?:相抵|轧抵|轧差|品迭|冲抵|两抵)(?:之?后|的结果)?[，,]$"
)
_LEFT = regex("结[转余]|节余|盈余|净余|滚存|赤字|缺口")
_LEFT_OF = regex(
    "(?:(?<!滚存)(?<!累计)(?<!历年)结[转余]|盈余|净余|赤字|缺口|差额|亏空|亏损|收不抵支)[为达约是]*$"
)
_TWO = 2
_INCOME, _SPENDING = regex("收入|总收|收$"), regex("支出|总支|支$")
_AT_THE_HEAD = regex(
    "(?:[当本全][年期]|收支相抵后?)(?:度|累计)?(?:收支|基金)?(?:相抵后?)?(?:结余|节余|结转)(?:为|约)?$"
)
_OF_BUDGET = regex("预算|政府性基金|财政收入")


def tells_surplus(phrase: Phrase, result: Amount) -> bool:
    """Whether a number is what came less what was spent, by its words or the clause before it:
    收支相抵，结转下年1.1亿元."""
    ahead = phrase.between(phrase.start, result.start - len(result.label))
    return bool(
        _SURPLUS.search(result.label) or (_OFFSET.search(ahead) and _LEFT.search(result.label))
    )


def surplus(phrase: Phrase, earlier: Sequence[Amount], result: Amount) -> Iterator[NumberRelation]:
    """收入总计A；支出总计B，收支相抵后结余C."""
    income = _labelled(earlier, _INCOME)
    spending = _labelled(earlier, _SPENDING)
    fitting = _first_that_fits(income, spending, result)
    wholes = _no_parts(phrase, income), _no_parts(phrase, spending)
    if fitting:
        yield from fitting
    elif income and spending and _are_totals(income[-1], spending[-1]):
        yield difference(income[-1], spending[-1], result)
    elif all(len(row) == 1 for row in wholes) and not _is_joined(phrase, wholes[0][0]):
        yield difference(wholes[0][0], wholes[1][0], result)


def surplus_behind(phrase: Phrase, flat: Sequence[Amount]) -> Iterator[NumberRelation]:
    """收入A，其中…；支出B。当年收支结余C: what is left stands at the head of the next sentence."""
    for result in flat[:1] if phrase.before else ():
        if not _AT_THE_HEAD.match(result.label) or phrase.before is None:
            continue
        own = [a for a in phrase.before.plain if a.base == result.base]
        income = _no_parts(phrase.before, _labelled(own, _INCOME))
        spending = _no_parts(phrase.before, _labelled(own, _SPENDING))
        if len(income) == len(spending) == 1:
            relation = difference(income[0], spending[0], result)
            alone = not (_has_transfers(income[0]) or _has_mate(own, income[0], spending[0]))
            if alone or verdict(relation).holds:
                yield replace(relation, explicit=False)


def surplus_of_bracket(phrase: Phrase) -> Iterator[NumberRelation]:
    """缺口0.68亿元（收入26.13亿元，支出26.81亿元）: what came and what was spent stand alone in the bracket
    behind what is left of the two."""
    if phrase.outer is None or len(phrase.amounts) != _TWO:
        return
    income, spending = phrase.amounts
    named = _INCOME.search(income.label) and _SPENDING.search(spending.label)
    alike = income.base == spending.base and income.role is spending.role is Role.PLAIN
    for result in phrase.outer.plain if named and alike else ():
        if result.end == phrase.start - 1 and result.base == income.base:
            yield from (
                [larger_first(income, spending, result)] if _LEFT_OF.search(result.label) else ()
            )


def _has_transfers(income: Amount) -> bool:
    """Whether an income is that of a budget, to which others are added before it is spent."""
    return bool(_OF_BUDGET.search(income.label)) and "总" not in income.label


def _is_joined(phrase: Phrase, income: Amount) -> bool:
    """Whether 、 joins another number to an income, and no spending: 征缴收入3.1亿元、财政补贴3.7亿元."""
    behind = [a for a in phrase.plain if a.start > income.start][:1]
    behind = [a for a in behind if not _SPENDING.search(a.label)]
    return any("、" in phrase.between(income.end, other.start) for other in behind)


def _has_mate(own: Sequence[Amount], income: Amount, spending: Amount) -> bool:
    """Whether a number just behind an income, before what was spent, is an income beside it:
    个人缴费收入1.45亿元，财政补助2.76亿元；支出4.05亿元."""
    behind = [a for a in own if income.end <= a.start < spending.start][:1]
    return any(
        a.clause - income.clause == 1 and a.group == income.group and "其中" not in a.label
        for a in behind
    )


def _no_parts(phrase: Phrase, amounts: Sequence[Amount]) -> list[Amount]:
    """The numbers that are no part of a list that 其中 began before them, up to the ；."""
    return [
        amount
        for amount in amounts
        if "其中" not in re.split("[；;]", phrase.between(phrase.start, amount.start))[-1]
    ]


def _first_that_fits(
    income: Sequence[Amount], spending: Sequence[Amount], result: Amount
) -> list[NumberRelation]:
    """The difference of an income and a spending that is the result, the last first."""
    pairs = product(reversed(income), reversed(spending))
    return first_that_holds([difference(*pair, result) for pair in pairs])


def _labelled(amounts: Sequence[Amount], words: re.Pattern[str]) -> list[Amount]:
    return [amount for amount in amounts if words.search(amount.label)]


def _are_totals(income: Amount, spending: Amount) -> bool:
    return all(re.search("总|合计", amount.label) for amount in (income, spending))
