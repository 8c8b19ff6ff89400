"""Whether a total is not what one rate and one count beside it give, as the sentence goes on:
tiers, other places, other years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.averages.mean_pairs import is_of_another_thing, is_of_applicants
from generator.check.relations.averages.unit_products import scale_of
from generator.check.relations.averages.unit_rates import UnitRate
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_YEAR = regex(r"(?:19|20)\d{2}(?=年)|上年|去年|前年|今年")
_CAP = regex(
    "限[载乘坐]|核载|定员"
    "|高峰|峰值|单日|万元|计划|预计|拟|最[高低多少]|封顶|起付|起步|限额|上限|下限|[不未]超|至少|控制在|以[上下内]|平均(?:资助|补助)标准|阶梯|档"
)
_ASKED = regex("公示|基准|标定|起[始拍]|挂牌|评估|保留价|指导价|限价|底价|标底|市场价|最低|保本")
_INCOME = regex("增收|收入|工资|薪")
_PAID = regex("增收|收入|工资|薪|报酬|劳务|分红|收益|务工")
_OTHER_INCOME = regex("可支配|耕地|生产总值|占有|产值|住房|消费|花费")
_COST, _SPENT = regex("成本"), regex("成本|支出|费|投入|投资|支付")
_KEPT = regex("收益|利润|效益|节[约省]|纯|盈|毛利")
_HELP, _PRICE = regex("补贴|补助|奖补|资助|救助|奖励|低保|津贴"), regex("价|票|收费|租金")
_BOUGHT, _SOLD = regex("购进|进价|采购|收购"), regex("售|销|产值|收入|成交")
_ABLE, _ACTUAL = regex("能力|设计|规模|限额"), regex("实际|完成|实收|实付")
_IN_PART = regex("实[收付缴]|已(?:经|支|拨|付|兑|到)|首[期批付]|预[付拨]|到位|尾款|尚欠|拖欠")
_OF_ALL, _OWN = regex("全[国省市州区]"), regex("[我本](?:[省市州县区镇乡村]|单位)|全[县镇乡村]")
_PARTS_OR_ALL = regex("[总共]|合计|分别|承担|负担|分摊|^分|^由|^其中")
_COMMON = set(
    "的年月日人户每均为达共计总全县市区乡镇村资金额费款元支出收入投付发放补助贴应需实各和"
)
_TOTAL = regex("(?:[合共总]计|总额|一共|共需|共[为约达]?)[为是约达]*$")
_BY_MONTH = regex("(?:月[人户]均|[人户]均月)")


def is_of_others(
    phrase: Phrase, one: NumberRelation, rate: UnitRate, rates: Sequence[UnitRate]
) -> bool:
    """Whether the sentence shows that a rate is not the only one of a total, or is of another."""
    others = [a for a in one.numbers if a.start != rate.amount.start]
    return (
        _is_one_of_tiers(phrase, rate, rates)
        or _is_compared(phrase, rate, others)
        or _is_of_another_year(rate, others)
        or _is_partly_or_elsewhere(rate, others)
        or bool(_CAP.search(rate.amount.label))
    )


def is_kin(rate: UnitRate, count: Amount, total: Amount) -> bool:
    """Whether by its name a total may be what a rate is of: no subsidy is of a fare, no outlay of
    what is earned, no price paid of one that was asked."""
    name, sum_name = rate.amount.label, total.label
    if is_of_applicants(rate.amount, total):
        return False
    for one, other in (
        (_ASKED, _ASKED),
        (_INCOME, _PAID),
        (_OTHER_INCOME, _OTHER_INCOME),
        (_KEPT, _KEPT),
        (_COST, _SPENT),
        (_BY_MONTH, _BY_MONTH),
    ):
        if one.search(name) and not other.search(sum_name):
            return False
    if _PRICE.search(name) and not _HELP.search(name) and _HELP.search(sum_name):
        return False
    if _HELP.search(name) and not _HELP.search(sum_name) and _SOLD.search(sum_name):
        return False
    if _BOUGHT.search(name) and _SOLD.search(sum_name):
        return False
    if "价" in name and _SOLD.search(sum_name):
        return True
    if _ABLE.search(name) and _ACTUAL.search(sum_name):
        return False
    said = bool(_TOTAL.search(sum_name)) or bool((set(name) & set(sum_name)) - _COMMON)
    return said or not is_of_another_thing(rate.amount, count, total)


def is_likely(
    phrase: Phrase, one: NumberRelation, each: Amount, rates: Mapping[int, UnitRate]
) -> bool:
    """Whether a reading of a price holds, or nothing shows that it is of others."""
    rate = rates.get(each.start)
    if rate is None or verdict(one).holds:
        return True
    own = [*rates.values()]
    others = [a for a in one.numbers if a.start != each.start]
    return not (
        _is_one_of_tiers(phrase, rate, own)
        or _is_compared(phrase, rate, others)
        or _is_of_another_year(rate, others)
        or _is_partly_or_elsewhere(rate, others)
    )


def _is_one_of_tiers(phrase: Phrase, rate: UnitRate, rates: Sequence[UnitRate]) -> bool:
    """Whether there are more rates of a kind than numbers of what they are for: 造林每亩500元，封山每亩
    100元，合计2.4万亩."""
    alike = [a for a in rates if (a.unit, a.per, a.times) == (rate.unit, rate.per, rate.times)]
    starts = {one.amount.start for one in rates}
    counts = [a for a in phrase.amounts if a.start not in starts and _counts(a, rate)]
    return bool(rate.per or not rate.times) and len(alike) > max(1, len(counts))


def _counts(amount: Amount, rate: UnitRate) -> bool:
    known = scale_of(rate, amount) is not None
    return amount.role in (Role.PLAIN, Role.AFTER) and not amount.qualifier and known


def _is_partly_or_elsewhere(rate: UnitRate, others: Sequence[Amount]) -> bool:
    """Whether a total is only what was paid so far, or the rate is that of a whole province."""
    words = "".join(a.label for a in others)
    in_part = _IN_PART.search(words) and not _IN_PART.search(rate.amount.label)
    return bool(in_part or (_OF_ALL.search(rate.amount.label) and _OWN.search(words)))


def _is_compared(phrase: Phrase, rate: UnitRate, others: Sequence[Amount]) -> bool:
    """Whether the number behind a rate is the same of another place, bare of what it is for:
    全市人均8650元，我县为8200元."""
    following = next((a for a in phrase.amounts if a.start > rate.amount.start), None)
    behind = any(a.start > rate.amount.start for a in others)
    if following is None or not behind or _PARTS_OR_ALL.search(following.label):
        return False
    if following.quantity.unit != rate.amount.quantity.unit:
        return False
    near = following.clause - rate.amount.clause == 1
    alike = rate.amount.value / 5 < following.value < rate.amount.value * 5
    return near and alike and following.role in (Role.PLAIN, Role.EACH) and rate.unit == "元"


def _is_of_another_year(rate: UnitRate, others: Sequence[Amount]) -> bool:
    own = set(_YEAR.findall(rate.amount.label))
    years = [set(_YEAR.findall(a.label)) for a in others]
    return any(one and own and one != own for one in years)
