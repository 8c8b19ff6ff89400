"""Which count and which total belong to a price or a mean, where nothing fits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role, measured
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.other_wholes import summed
from generator.model.regex import regex
from generator.model.replacing import replace

_FLOW = regex("^(?:[日月年]均|每[日天月年])")
_NAME, _TELLING = 2, 3
_YEAR = regex(r"(?:19|20)\d{2}|上年|去年|今年")
_MEAN = regex("均|造价")
_UNIT = "(?:平方公里|平方米|立方米|公里|千瓦时|公斤|[^，。；])"
_OF_ONE = regex(rf"^[^均每]*(?:均|每{_UNIT}?)|(?:每{_UNIT}|均[^，。；])|水平|标准|单价|平均|的")
_NO_NAME = regex(
    r"(?:19|20)\d{2}年|上年|去年|今年|全[县市区年省]|[共总合]计?|累计|本级|财政|资金|支出|投入|投资|金额|[为达约需应]"
    "|第?[一二三四]季度|[上下]半年|[当本]月|[日月年](?=[拨支发兑付])|发放|补助|安排|兑付|拨付|下达|筹集|支付|实际|年度|预计|测算|所|已"
)
_INCOME = regex("收入|增收|工资|纯收入|可支配|耕地|生产总值|占有|产值|住房|消费|床位|花费|支出水平")
_ASKED = regex("公示|基准|标定|起[始拍]|挂牌|评估|保留价|指导价|限价|底价|标底")
"""出让126亩，公示地价38万元/亩，成交价款5292万元: what was asked is not what was paid."""
_BY_MONTH = regex("(?:月[人户]均|[人户]均月)[^，。；]*水平")
"""月人均补助水平: of those who were helped in a month, of whom a year counts more."""
_APPLIED = regex("(?:报名|报考|应聘|咨询)[^，。；、\\d]{0,4}$")
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
    if (
        income
        and income[0] not in total.label + total.tail
        and not _is_spent_by_guests(count, total)
    ):
        return False
    asked = _ASKED.search(each.label)
    if asked and asked[0] not in total.label:
        return False
    if _BY_MONTH.search(each.label) and "月" not in total.label:
        return False
    if _KEPT.search(each.label) and not _KEPT.search(total.label):
        return False
    if is_of_another_thing(each, count, total) or is_of_applicants(each, total):
        return False
    return max(abs(each.clause - count.clause), abs(each.clause - total.clause)) <= _TELLING


def is_of_applicants(each: Amount, total: Amount) -> bool:
    """Whether a total is of those who asked, a mean of those who were taken: 每班招生42人, 报名512人."""
    return bool(_APPLIED.search(total.label)) and not _APPLIED.search(each.label)


def is_of_another_thing(each: Amount, count: Amount, total: Amount) -> bool:
    """Whether a total behind a mean is of another year, or has a name of its own of which the mean
    says nothing: 5辆，2023年车均运行维护费2.1万元，2024年会议费支出3.6万元."""
    if total.start < each.start:
        return False
    years = [set(_YEAR.findall(a.label)) for a in (each, total)]
    if years[1] and years[0] != years[1]:
        return True
    own = _NO_NAME.sub("", _OF_ONE.sub("", each.label))
    name = _NO_NAME.sub("", total.label)
    pieces = (name[at : at + _NAME] for at in range(len(name) - 1))
    of_mean = _MEAN.search(each.label) and count.start < each.start and "总" not in total.label
    named = len(name) > _NAME and (len(own) > _NAME or bool(of_mean and own))
    return named and not any(piece in each.label for piece in pieces)


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


def is_of_joined(relation: NumberRelation, totals: Sequence[Amount]) -> bool:
    """Whether a mean is that of its total and those before it together: 补助252万元，自筹378万元，涉及126户，
    户均5万元."""
    total, *counts = relation.terms
    if relation.sort is not Arithmetic.AVERAGE:
        return False
    own = [a for a in totals if a.group == total.group and a.role is Role.PLAIN]
    run = [a for a in own if a.start <= total.start]
    together = (
        replace(relation, terms=(summed(run[first:], total), *counts))
        for first in range(len(run) - 1)
        if not any(a.label.startswith("其中") for a in run[first + 1 :])
    )
    return any(verdict(one).holds for one in together)
