"""收入 less 支出, 收入总计A；支出总计B，收支相抵后结余C."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from generator.check.relations.amounts import Amount
from generator.check.relations.differences import difference, first_that_holds
from generator.check.relations.holding import verdict
from generator.check.relations.relation import NumberRelation
from generator.check.relations.sentence import Phrase

SURPLUS = re.compile("收支[^，。；]{0,6}(?:结余|结转|滚存)|当[年期]结余|本[年期]结余|收支结余")
_INCOME, _SPENDING = re.compile("收入|总收|收$"), re.compile("支出|总支|支$")
_AT_THE_HEAD = re.compile(
    "(?:[当本全][年期]|收支相抵后?)(?:度|累计)?(?:收支|基金)?(?:相抵后?)?(?:结余|节余|结转)(?:为|约)?$"
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
    elif all(len(row) == 1 for row in wholes):
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
            if verdict(relation).holds or not _has_transfers(income[0]):
                yield replace(relation, explicit=False)


def _has_transfers(income: Amount) -> bool:
    """Whether an income is that of a budget, to which others are added before it is spent."""
    return "预算" in income.label and "总" not in income.label


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
