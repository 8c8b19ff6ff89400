"""收入 less 支出, 收入总计A；支出总计B，收支相抵后结余C."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from generator.check.relations.amounts import Amount
from generator.check.relations.differences import difference, first_that_holds
from generator.check.relations.relation import NumberRelation

SURPLUS = re.compile("收支[^，。；]{0,6}(?:结余|结转|滚存)|当[年期]结余|本[年期]结余|收支结余")
_INCOME, _SPENDING = re.compile("收入|总收|收$"), re.compile("支出|总支|支$")


def surplus(earlier: Sequence[Amount], result: Amount) -> Iterator[NumberRelation]:
    """收入总计A；支出总计B，收支相抵后结余C."""
    income = _labelled(earlier, _INCOME)
    spending = _labelled(earlier, _SPENDING)
    pairs = product(reversed(income), reversed(spending))
    tried = [difference(*pair, result) for pair in pairs]
    fitting = first_that_holds(tried)
    if fitting or len(tried) == 1 or (tried and _are_totals(income[-1], spending[-1])):
        yield from fitting or tried[:1]


def _labelled(amounts: Sequence[Amount], words: re.Pattern[str]) -> list[Amount]:
    return [amount for amount in amounts if words.search(amount.label)]


def _are_totals(income: Amount, spending: Amount) -> bool:
    return all(re.search("总|合计", amount.label) for amount in (income, spending))
