"""What else a price is multiplied by: the months of a year, a number of days or turns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from generator.check.relations.averages.rate_periods import stated_months
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase

_DAYS, _MONTHS = Decimal(365), Decimal(12)

Factor = tuple[Amount | None, Decimal]


def factors_of(phrase: Phrase, each: Amount, totals: Sequence[Amount]) -> list[Factor]:
    """What else may be multiplied: the months of a year, a number of months or days."""
    times = times_of(phrase, each)
    months = _stated_months(each, totals)
    if not times and months:
        return [(None, months)]
    if not times and _is_monthly_of_year(each, totals):
        return [(None, _MONTHS)]
    if not times and _is_monthly_of_month(each, totals):
        return [(None, Decimal(1))]
    if len(times) == 1 and _is_time_of(times[0], each):
        return [(times[0], Decimal(1))]
    factors: list[Factor] = [(None, Decimal(1))]
    factors += [(a, Decimal(1)) for a in times]
    if times or re.search("[天月]|日(?!常)|每次", each.label):
        factors += [(None, _MONTHS), (None, _DAYS)]
    return factors


def times_of(phrase: Phrase, each: Amount) -> list[Amount]:
    """The numbers of days, months, years or turns beside a price."""
    units = {"天", "个月", "次", "年"} - {each.base}
    return [a for a in phrase.amounts if a.base in units and a is not each]


def _stated_months(each: Amount, totals: Sequence[Amount]) -> Decimal | None:
    """The months of half a year or a quarter that the words before a total of what is paid a month
    name."""
    if "月" not in each.label:
        return None
    named = (stated_months(total.label) for total in totals)
    return next(filter(None, named), None) or stated_months(each.label)


def _is_monthly_of_year(each: Amount, totals: Sequence[Amount]) -> bool:
    return "月" in each.label and any("年" in total.label for total in totals)


def _is_monthly_of_month(each: Amount, totals: Sequence[Amount]) -> bool:
    return "月" in each.label and len(totals) == 1 and totals[0].label.startswith(("月", "每月"))


def _is_time_of(time: Amount, each: Amount) -> bool:
    """Whether a number counts the days or months that a price is for."""
    if time.base == "天":
        return bool(re.search("[天日]", each.label))
    return time.base == "个月" and "月" in each.label
