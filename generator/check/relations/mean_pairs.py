"""Which count and which total belong to a price or a mean, where nothing fits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.check.relations.amounts import Amount, Role, measured
from generator.check.relations.sentence import Phrase
from generator.model.regex import regex

_FLOW = regex("^(?:[日月年]均|每[日天月年])")
_NAME, _TELLING = 2, 3
_INCOME = regex("收入|增收|工资|纯收入|可支配|耕地|生产总值|占有|产值|住房|消费|床位|花费|支出水平")
_KEPT = regex("收益|利润|效益|成本(?!保险|价)|节[约省]|纯")
"""What is kept or spent of a value is no part of its total."""


def plain_beside(each: Amount, amounts: Sequence[Amount]) -> list[Amount]:
    near = [a for a in amounts if a.group == each.group]
    plain = [a for a in near if a.role is Role.PLAIN]
    return plain or [a for a in near if _FLOW.search(a.label)]


def called_alike(each: Amount, counts: Sequence[Amount]) -> list[Amount]:
    """The counts beside a price; only those that its own name calls, where it calls one.

    人均救助水平 is of 救助25763人次, not of the 55513人 who are insured beside it.
    """
    plain = plain_beside(each, counts)
    name = re.sub("^[^均每]*(?:均|每[^，。；]?)|水平|标准|金额|[为达约是]", "", each.label)[:_NAME]
    called = [a for a in plain if len(name) == _NAME and name in a.label]
    return called or plain


def distance(each: Amount, count: Amount, total: Amount) -> int:
    """How far a count and a total stand from a price; farther where they stand behind it."""
    behind = sum(a.start > each.start for a in (count, total))
    return abs(each.start - count.start) + abs(each.start - total.start) + 20 * behind


def pairs_of(
    each: Amount, counts: Sequence[Amount], totals: Sequence[Amount]
) -> list[tuple[Amount, Amount]]:
    """Every count with every total that is more than one; things counted before others."""
    larger = [total for total in totals if total.value > each.value]
    pairs = [(count, total) for total in larger for count in counts if count is not total]
    return sorted(pairs, key=lambda pair: pair[0].base == each.base)


def belongs(each: Amount, count: Amount, total: Amount) -> bool:
    """Whether the total is what the price is of, so that a mismatch is one."""
    if any(a.qualifier for a in (count, total)) or each.qualifier not in ("", "约"):
        return False
    if measured(each.base) != measured(total.base):
        return False
    income = _INCOME.search(each.label)
    if income and income[0] not in total.label and not _is_spent_by_guests(count, total):
        return False
    if _KEPT.search(each.label) and not _KEPT.search(total.label):
        return False
    return max(abs(each.clause - count.clause), abs(each.clause - total.clause)) <= _TELLING


def _is_spent_by_guests(count: Amount, total: Amount) -> bool:
    """Whether guests are counted and their money: 人均消费 is of 旅游收入."""
    return "游客" in count.label and "旅游" in total.label


def across(
    phrase: Phrase, each: Amount, counts: Sequence[Amount], totals: Sequence[Amount]
) -> tuple[Amount, Amount] | None:
    """耕地2.38万亩，人均1.1亩 behind 21465人 and ；: the only count of the part before, but for what is
    listed, with the only total beside a mean or before ；; None where there are several."""
    own = [a for a in totals if a.group == each.group and a.start < each.start]
    before = each.group - 1
    own = own or [a for a in totals if a.group == before and _is_head(phrase, a)]
    said = [a for a in counts if a.group == each.group]
    heads = [a for a in counts if a.group == before and _is_head(phrase, a)]
    if said or len(own) != 1 or len(heads) != 1 or own[0] is heads[0]:
        return None
    beside = each.clause - own[0].clause == 1
    known = heads[0].role is own[0].role is Role.PLAIN and own[0].value > each.value
    known = known and not heads[0].qualifier and belongs(each, each, own[0])
    return (heads[0], own[0]) if beside and known and is_of_size(each, heads[0], own[0]) else None


def is_of_size(each: Amount, count: Amount, total: Amount) -> bool:
    """Whether a mean may be that of a total with a slip, and not of some of what is counted."""
    return total.value < 2 * each.value * count.value < 4 * total.value


def _is_head(phrase: Phrase, amount: Amount) -> bool:
    """Whether a number is none of a list that 其中 begins."""
    start = max(phrase.text.rfind("；", 0, max(0, amount.start - phrase.start)), 0)
    return "其中" not in phrase.text[start : amount.start - phrase.start]
