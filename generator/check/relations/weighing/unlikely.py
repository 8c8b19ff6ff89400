"""Readings that the other readings of a sentence, or their own numbers, show to be none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from decimal import Decimal

from generator.check.relations.algebra.holding import exceeds, verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.agreeing import significant_digits
from generator.check.relations.lists.some_by_name import leaves_some_out
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.weighing.fitting_otherwise import fits_otherwise
from generator.check.relations.weighing.same_shape import OF_ALL
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.standard.wording.numbers import EXACT

_SUMS = (Arithmetic.SUM, Arithmetic.PART)
_SAVING = regex("节[约资省支]率|下浮率|降价率")
_SPENT = regex("交易|成交|中标|合同|实际|采购(?:金?额|规模)")
_TELLING, _PAIR = 3, 2
_NEARLY = Decimal("0.9")
_HAS_SHARE = regex(
    "^(?!其|此|前者|后者|[两三四五六七八九]|分别|合计|约|仅|共|各)(?P<name>[^，。；、\\d占的]{2,})占(?:了|比)?$"
)
_DAYS_OF_YEARS, _WORKDAYS = (Decimal(365), Decimal(366)), range(244, 256)
_EQUITY = regex("净|权益|抵债")
_AGAINST = regex(
    "(?<![同环])[比较](?P<state>\\d{4}年|[^，。；、\\d]{2,10}?)(?:净|同比|累计|实际)*"
    "(?:压|缩|减|增|上[升涨]|下[降跌]|提[高升速]|节|降|升|多|少|高|低)"
)
_STATE = regex("(?<![同环])[比较](?P<state>(?:年初|全年|年度)?(?:计划|目标|任务|预算|概算))数?$")
_LOSS = regex("(?<![\\d年月日号期—－-])[-－−]\\d|[^，。；、\\d]负\\d")
_LAST_YEAR = regex("(?:上年|去年)?同期|去年|上一年度?|上年度")
_MAIN = regex("主要[^，。；、]{0,6}(?:项目|支出|收入|指标|内容|情况)")


def without_unlikely(
    read: dict[object, NumberRelation], phrases: Iterable[Phrase]
) -> dict[object, NumberRelation]:
    """What is read in phrases but for what does not hold and cannot be meant."""
    held = [one for one in read.values() if one.certain and verdict(one).holds]
    sums = [one.starts for one in held if _is_telling_sum(one)]
    priced = [one.starts for one in held if one.sort is Arithmetic.SUM and _is_of_a_rate(one)]
    rated = [_starts(one.terms) for one in held if one.sort is Arithmetic.SHARE]
    rated = [pair for pair in rated if _are_alone(pair, phrases)] if rated else []
    return {
        numbers: replace(one, hint=False) if one.hint and leaves_some_out(one) else one
        for numbers, one in read.items()
        if not (one.sort in _SUMS and any(one.starts < starts for starts in priced))
        if verdict(one).holds
        or not (
            _is_of_groups(one)
            or _counts_twice(one, sums)
            or _is_rated_twice(one, rated)
            or _is_of_all(one, phrases)
            or _is_of_both(one)
            or _lists_the_main(one, phrases)
            or _is_divided_twice(one)
            or _is_of_several(one, phrases)
            or _is_of_another_part(one)
            or _is_of_known_whole(one, held)
            or _lacks_one(one, held)
            or leaves_some_out(one)
            or _is_against_another(one)
            or _is_by_workdays(one)
            or _is_no_equity(one)
            or _is_beside_a_loss(one, phrases)
            or fits_otherwise(one, phrases)
        )
    }


def _is_beside_a_loss(one: NumberRelation, phrases: Iterable[Phrase]) -> bool:
    """Whether a part is more than its whole where another is less than nothing: 市级2434万元，其中市直2701
    万元，高新区-267万元."""
    whole = one.result if one.sort in (Arithmetic.SUM, Arithmetic.PART) else None
    if whole is None or not exceeds(one.terms, whole):
        return False
    own = next((phrase for phrase in phrases if whole in phrase.amounts), None)
    return own is not None and bool(_LOSS.search(own.between(whole.end, own.end)))


def _is_rated_twice(one: NumberRelation, rated: Sequence[Set[int]]) -> bool:
    """Whether a rate is read of two numbers of which another one is: 化解11.75亿元，任务9.8亿元，完成率
    119.9%，累计化解进度78.6%."""
    return one.sort is Arithmetic.SHARE and _starts(one.terms) in rated


def _is_of_a_rate(one: NumberRelation) -> bool:
    return one.result is not None and one.result.role is Role.EACH


def _is_of_all(one: NumberRelation, phrases: Iterable[Phrase]) -> bool:
    """Whether a rate is that of all by its name, and its numbers are those of the last of several
    groups: 甲队抽检186批次，合格179批次；乙队抽检214批次，合格210批次，全市合格率97.3%."""
    rate = one.result if one.sort is Arithmetic.SHARE else None
    if rate is None or not OF_ALL.match(rate.label) or OF_ALL.match(one.terms[0].label):
        return False
    rows = [phrase.amounts for phrase in phrases]
    own = next((row for row in rows if _starts(one.terms) <= _starts(row)), ())
    first = min(one.terms, key=lambda amount: amount.start)
    return any(a.group < first.group and a.base == first.base for a in own)


def _is_of_both(one: NumberRelation) -> bool:
    """Whether what was saved is a rate of what was spent and what was saved: 交易额32.6亿元，节约1.86亿元，
    节约率5.4%."""
    rate = one.result if one.sort is Arithmetic.SHARE else None
    if rate is None or len(one.terms) < _PAIR or not _SAVING.search(rate.label):
        return False
    part, whole = one.terms
    spent = _SPENT.search(whole.label) and whole.base == part.base
    in_all = part.value + whole.value
    of_both = EXACT.divide(part.value * 100, in_all) if spent and in_all else Decimal(0)
    return bool(spent) and abs(of_both - rate.value) <= rate.half * _PAIR


def _lists_the_main(one: NumberRelation, phrases: Iterable[Phrase]) -> bool:
    """Whether a list that is less than its whole is of the main items: 主要支出项目具体情况是…"""
    whole = one.result if one.sort is Arithmetic.SUM else None
    if whole is None or whole.start > one.terms[0].start:
        return False
    total = sum((part.value for part in one.terms), Decimal(0))
    first = one.terms[0]
    own = next((phrase for phrase in phrases if first in phrase.amounts), None)
    lead = own.between(max(own.start, whole.end), first.start) if own else ""
    return total < whole.value and bool(_MAIN.search(lead))


def _is_divided_twice(one: NumberRelation) -> bool:
    """Whether the first of two parts is nearly all of the whole, and the second is far more than
    what it leaves: 出境16792万人次，其中因私16166万人次，赴港澳台11271万人次, which are of two divisions."""
    whole = one.result if one.sort in _SUMS and len(one.terms) == _PAIR else None
    if whole is None or whole.start > one.terms[0].start:
        return False
    first, second = (part.value for part in one.terms)
    return whole.value * _NEARLY <= first < whole.value < second * _PAIR


def _is_of_several(one: NumberRelation, phrases: Iterable[Phrase]) -> bool:
    """Whether parts fill their whole with those that 、 joins before it: 3个国控、2个省控断面，其中Ⅱ类4个、Ⅲ类
    1个."""
    whole = one.result if one.sort in _SUMS else None
    if whole is None or whole.start > one.terms[0].start:
        return False
    own = next((phrase for phrase in phrases if whole in phrase.amounts), None)
    rest = sum((part.value for part in one.terms), Decimal(0)) - whole.value
    before = [a for a in own.amounts if a.start < whole.start] if own else []
    last = whole
    for amount in reversed(before):
        joined = own is not None and "、" in own.between(amount.end, last.start)
        if not joined or amount.base != whole.base or rest <= 0:
            break
        rest, last = rest - amount.value, amount
    return last is not whole and rest == 0


def _is_of_another_part(one: NumberRelation) -> bool:
    """Whether a share names what has it, and that is not called as the part: 四级3283人，重度占47.8%."""
    rate = one.result if one.sort is Arithmetic.SHARE else None
    named = _HAS_SHARE.match(rate.label) if rate else None
    part = one.terms[0]
    return bool(named) and not set(named["name"] if named else "") & set(part.label + part.head)


def _is_of_known_whole(one: NumberRelation, held: Iterable[NumberRelation]) -> bool:
    """Whether a share is one of the whole of another: 76件，占总量83件的91.6%，其余7件占8.4%."""
    shares = (other for other in held if other.sort is one.sort is Arithmetic.SHARE)
    wholes = (other.terms[-1] for other in shares if len(other.terms) == _PAIR)
    part = one.terms[0]
    return any(verdict(replace(one, terms=(part, whole))).holds for whole in wholes)


def _lacks_one(one: NumberRelation, held: Iterable[NumberRelation]) -> bool:
    """Whether a list makes its total with a number more, of a sentence before: 收入5431亿元。加上结转586亿
    元、国债13000亿元，收入总量为19017亿元."""
    sums = (other for other in held if other.sort is one.sort is Arithmetic.SUM)
    return any(other.result is one.result and one.starts < other.starts for other in sums)


def _is_against_another(one: NumberRelation) -> bool:
    """Whether a rate is against another state than what stands before it: 比法定时限压缩63.2天，比承诺时限压缩
    62%; 完成38.6亿元，比计划36亿元多2.6亿元，比上年增长9.4%."""
    if one.result is None or one.sort not in (Arithmetic.GROWTH, Arithmetic.CHANGE):
        return False
    grows = one.sort is Arithmetic.GROWTH
    base = _AGAINST.search(one.terms[-1].label) if grows else _STATE.search(one.terms[0].label)
    found = [base, _AGAINST.search(one.result.label)]
    names = {_LAST_YEAR.sub("上年", match["state"]) for match in found if match}
    return all(found) and len(names) > 1


def _is_by_workdays(one: NumberRelation) -> bool:
    """Whether a mean of a day is one of the workdays of a year: 全年办件21.4万件，日均856件."""
    if one.factor not in _DAYS_OF_YEARS:
        return False
    return any(verdict(replace(one, factor=Decimal(days))).holds for days in _WORKDAYS)


def _is_no_equity(one: NumberRelation) -> bool:
    """Whether assets less debts would be a loss or another amount that is no equity."""
    labels = [term.label for term in one.terms]
    sides = any("资产" in label for label in labels) and any("负债" in label for label in labels)
    result = one.result if one.sort is Arithmetic.BALANCE else None
    return sides and result is not None and not _EQUITY.search(result.label)


def _are_alone(pair: Set[int], phrases: Iterable[Phrase]) -> bool:
    """Whether a phrase has no numbers of their unit but two."""
    rows = [phrase.amounts for phrase in phrases]
    own = next((row for row in rows if pair <= _starts(row)), ())
    bases = {amount.base for amount in own if amount.start in pair}
    return bool(own) and sum(amount.base in bases for amount in own) == len(pair)


def _is_telling_sum(one: NumberRelation) -> bool:
    """Whether a total stands before its parts, with so many digits that it is none by chance."""
    whole = one.result if one.sort is Arithmetic.SUM else None
    first = whole is not None and all(whole.start < part.start for part in one.terms)
    return first and whole is not None and significant_digits(whole) >= _TELLING


def _is_of_groups(one: NumberRelation) -> bool:
    """Whether a whole is a mean and a part is more: then the parts are the means of groups, and no
    shares of it: 人均收入34718元，其中城镇居民43265元、农村居民22984元."""
    whole = one.result
    mean = one.sort in _SUMS and whole is not None and whole.role is Role.EACH
    return mean and whole is not None and any(part.value > whole.value for part in one.terms)


def _counts_twice(one: NumberRelation, sums: Iterable[Set[int]]) -> bool:
    """Whether parts are a total and all its parts, which another list is: 安排5000万元，动支3127万元，
    用于A1860万元、B727万元、C540万元，剩余1873万元."""
    return one.sort in _SUMS and any(summed <= _starts(one.terms) for summed in sums)


def _starts(amounts: Sequence[Amount]) -> frozenset[int]:
    return frozenset(amount.start for amount in amounts)
