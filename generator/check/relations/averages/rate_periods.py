"""For how long a rate of so much a month, a day or a year is paid: 上半年, 第三季度, 6个月."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_BASES = {
    "月": ("个月", "月"),
    "天": ("天", "日", "个工作日", "工作日"),
    "学期": ("学期", "个学期"),
    "次": ("次",),
}
_HALF, _QUARTER = regex("[上下]半年"), regex("(?<!前三)季度")
_THREE_QUARTERS = regex("前三季度")
_ONE_MONTH = regex("[当本上每]月|月份")
_YEAR = regex("[全每一当]年|年度|年[^，。；]{0,4}共")
_OF_ENTITLED = regex("标准|低保|保障|供养|养老|失业|津贴|护理|残疾|累计|五保|特困|孤儿")
"""Of whom not all were there in every month."""

Period = tuple[Amount | None, Decimal]


def stated_months(words: str) -> Decimal | None:
    """How many months words name that are fewer than a year; None where they name none."""
    if _THREE_QUARTERS.search(words):
        return Decimal(9)
    if _HALF.search(words):
        return Decimal(6)
    return Decimal(3) if _QUARTER.search(words) else None


def bases_of(times: Sequence[str]) -> set[str]:
    """The units in which times are counted."""
    return {base for time in times for base in _BASES.get(time, ())}


def periods_of(
    phrase: Phrase, times: Sequence[str], rate: Amount, total: Amount
) -> tuple[Sequence[Period], bool]:
    """What else a rate may be multiplied by, and whether the words leave no other."""
    printed = [a for a in phrase.amounts if a.base in bases_of(times)]
    if len(printed) == 1:
        return [(printed[0], Decimal(1))], True
    if "月" in times:
        months = stated_months(total.label) or stated_months(phrase.text)
        if months:
            return [(None, months)], True
        if _ONE_MONTH.search(total.label):
            return [(None, Decimal(1))], True
        if _YEAR.search(total.label) and not _OF_ENTITLED.search(rate.label + total.label):
            return [(None, Decimal(12))], True
        return [(None, Decimal(12)), (None, Decimal(1))], False
    if "天" in times:
        return [(None, Decimal(1)), (None, Decimal(365))], False
    whole_year = "年" not in times or not (stated_months(phrase.text) or "学期" in phrase.text)
    return [(None, Decimal(1))], whole_year and len(printed) == 0
