"""Averages of a time: 日均, 月均, 年均 of the total of a year, or of the months that words name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.check.reader import Quantity
from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.numbers.periods import days, months, tells_period, years
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_OWN_DAYS = regex(r"期间|假期|周末|工作日|双十一|\d天")
"""The days that an average is of, where they are not all of the year."""
_PRINTED = regex(r"(?<![\d.])(?P<digits>\d{1,2})年(?=(?:来|间|累计|共|合计|总共)[^，。；、\d]*$)")
_CHANGED = "(?:提高|增加|净增|上升|提升|下降|减少|净减|压减|降低|新增)"
_IN_YEARS = regex(
    rf"(?P<count>[二两三四五六七八九]|\d)年(?:来|间|累计|共|合计|总共|净)*{_CHANGED}(?:了|约)?$"
)
_EACH_YEAR = regex(rf"(?:年均|平均每年|每年平均){_CHANGED}(?:了|约)?")
_EACH_DAY = regex("(?:日均|平均每[天日])(?P<what>[^，。；、]*?)(?:约|为|达到?|是)*")
_AIM = regex("以上|的?(?:目标|要求|任务|速度|标准)")
_ADDED = (Role.DELTA, Role.POINTS)
_COUNTS = "〇一二三四五六七八九"
_SIZE = 20
PERIODS = {"day": days, "month": months, "year": years}


def averages_by_time(
    phrase: Phrase, each: Amount, totals: Sequence[Amount], of: str
) -> Iterator[NumberRelation]:
    """日均 of a year's total, or of that of the months that the words name.

    Where it does not fit only if the words say what months the total is of.
    """
    words = phrase.between(phrase.start, each.start)
    if _OWN_DAYS.search(words):
        yield from _of_own_days(phrase, each, totals) if of == "day" else ()
        return
    periods = PERIODS[of](words)
    for total in totals:
        tried = [_of_period(each, total, period) for period in periods]
        tried = [_with_printed(phrase, one) for one in tried] if of == "year" else tried
        fitting = [relation for relation in tried if verdict(relation).holds]
        sized = [relation for relation in tried if _is_of_size(relation)]
        told = sized if _is_of_period(phrase, total, each) else []
        if fitting or told:
            yield (fitting or told)[0]
            return


def _of_own_days(
    phrase: Phrase, each: Amount, totals: Sequence[Amount]
) -> Iterator[NumberRelation]:
    """春运40天发送旅客468.3万人次，日均11.7万人次: the only days and the only total before a mean."""
    before = [a for a in phrase.amounts if a.end <= each.start and a.group == each.group]
    stated = [a for a in before if a.base in ("天", "日") and a.role is Role.PLAIN]
    own = [a for a in totals if a in before and a.role is Role.PLAIN]
    if len(stated) != 1 or len(own) != 1 or stated[0].qualifier or not stated[0].value:
        return
    (total,), (period,) = own, stated
    said = _EACH_DAY.fullmatch(each.label)
    if said is None or (said["what"] and said["what"] not in total.label):
        return
    between = [a for a in before if a.start > total.start]
    beside = 0 <= each.clause - total.clause <= 1 + len(between)
    if beside and period.start < total.start and total.clause - period.clause <= 1:
        start = min(total.start, period.start)
        terms = (total, period)
        yield NumberRelation(Arithmetic.AVERAGE, terms, each, start, each.end, explicit=False)


def yearly_changes(phrase: Phrase) -> Iterator[NumberRelation]:
    """四年提高4.7个百分点，年均提高1.2个百分点: what was added in all by the number of years; a rate
    of growth is none, which grows on itself."""
    for whole, mean in pairwise(phrase.amounts):
        said = _IN_YEARS.search(whole.label)
        verb = _EACH_YEAR.fullmatch(mean.label)
        added = whole.role in _ADDED and whole.quantity.unit == mean.quantity.unit
        added = added and not _AIM.match(mean.tail)
        if said and verb and added and 0 <= mean.clause - whole.clause <= 1:
            count = said["count"]
            factor = Decimal(count if count.isdigit() else _COUNTS.find(count.replace("两", "二")))
            span = whole.start, mean.end
            terms = (whole,)
            yield NumberRelation(Arithmetic.AVERAGE, terms, mean, *span, factor=factor)


def _with_printed(phrase: Phrase, one: NumberRelation) -> NumberRelation:
    """5年累计投入43.5亿元，年均8.7亿元: with the number of years, where it is printed before a total."""
    total = one.terms[0]
    said = _PRINTED.search(phrase.between(phrase.start, total.start))
    if said is None or Decimal(said["digits"]) != one.factor:
        return one
    start, end = phrase.start + said.start("digits"), phrase.start + said.end()
    value = Decimal(said["digits"])
    quantity = Quantity(value, "年", start, end, said[0], "", exact=True, places=0)
    years = Amount(quantity, start, end, "年", 0, Role.PLAIN, "", "", "", total.clause, total.group)
    return replace(one, terms=(total, years), factor=Decimal(1), start=start)


def _is_of_size(relation: NumberRelation) -> bool:
    """Whether an average may be one of its total with a slip, and not of something else."""
    total, *times = relation.terms
    mean = relation.result
    expected = total.value / (times[0].value if times else relation.factor)
    return mean is not None and mean.value < _SIZE * expected < _SIZE * _SIZE * mean.value


def _is_of_period(phrase: Phrase, total: Amount, each: Amount) -> bool:
    """Whether the words say that a total beside an average is that of its period."""
    if total.group != each.group or total.role is not Role.PLAIN:
        return False
    between = [a for a in phrase.amounts if total.end <= a.start < each.start]
    others = [a for a in between if a.role is not Role.GROWTH]
    only_grown = all(a.role is Role.PLAIN and a.base != total.base for a in others)
    beside = only_grown and 0 <= each.clause - total.clause <= 1 + len(between)
    named = bool(re.search("全年|年度", total.label))
    return named or (beside and tells_period(phrase.between(phrase.start, total.start)))


def _of_period(each: Amount, total: Amount, period: Decimal) -> NumberRelation:
    span = min(each.start, total.start), max(each.end, total.end)
    return NumberRelation(Arithmetic.AVERAGE, (total,), each, *span, factor=period, explicit=False)
