"""Products and averages: each, how many, and all together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.check.relations.amounts import Amount, Role
from generator.check.relations.holding import verdict
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase

_PER = re.compile(
    r"(?P<mean>[人户亩村县校笔次班组套件场期家栋座])均"
    r"|每(?P<each>平方米|平方公里|立方米|公里|公斤|[人户亩村个家名座套台场期次班组所处栋件生吨只头株口位])"
    r"|(?P<day>日均)|(?P<month>月均)|(?P<yield>亩产)"
)
_PRICE = re.compile("单价|均价|造价")
_INCOME = re.compile("收入|增收|工资|纯收入|可支配|耕地|生产总值|占有|产值|住房|消费|床位|支出水平")
_KEPT = re.compile("收益|利润|效益|成本|节[约省]|纯")
"""What is kept or spent of a value is no part of its total."""
_LEFT_OUT = re.compile("分别|预计|计划|以上|最高")
_PERSONS = {"人", "人次", "生", "位", "名"}
_COUNTED = {
    "个",
    "家",
    "座",
    "所",
    "处",
    "台",
    "套",
    "栋",
    "件",
    "场",
    "期",
    "次",
    "班",
    "组",
    "口",
    "只",
    "头",
    "株",
}
_TON = Decimal("0.001")
_BASES = {"吨": "公斤", "公里": "米"}
_DAYS, _MONTHS = Decimal(365), Decimal(12)


def products(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every price or average of a phrase with what it is of and the total."""
    for each in phrase.amounts:
        if each.role is Role.EACH and not _LEFT_OUT.search(each.label):
            yield from _read(phrase, each)


def _read(phrase: Phrase, each: Amount) -> Iterator[NumberRelation]:
    """The pair of count and total that fits; else the only pair that there is."""
    per = _per(each)
    if per is None:
        return
    others = _near(phrase, each)
    totals = [a for a in others if a.base == each.base]
    if per in ("day", "month"):
        yield from _by_time(each, totals, per)
        return
    counts = _counts_for(each, others, per)
    scale = _TON if per == "吨" else Decimal(1)
    factors = [(time, factor * scale) for time, factor in _factors(phrase, each, totals)]
    yield from _by_count(each, counts, totals, factors)


def _near(phrase: Phrase, each: Amount) -> list[Amount]:
    """The plain numbers of the group of a price, at most five clauses off."""
    plain = [a for a in phrase.plain if a.group == each.group]
    return [a for a in plain if abs(a.clause - each.clause) <= 5]


def _counts_for(each: Amount, others: Sequence[Amount], per: str) -> list[Amount]:
    """The numbers that count what a price is for."""
    base = _BASES.get(per, per)
    return [a for a in others if a.base != each.base and _counts(a, base)]


def _by_count(
    each: Amount,
    counts: Sequence[Amount],
    totals: Sequence[Amount],
    factors: Sequence[tuple[Amount | None, Decimal]],
) -> Iterator[NumberRelation]:
    """The pair of count and total that fits with a factor; else the only one, if it belongs."""
    pairs = _pairs(each, counts, totals)
    readings = [_relation(each, *pair, *factor) for pair in pairs for factor in factors]
    fitting = next((reading for reading in readings if verdict(reading).holds), None)
    if fitting is not None:
        yield fitting
    elif len(readings) == 1 and _belongs(each, *pairs[0]):
        yield replace(readings[0], explicit=False)


def _pairs(
    each: Amount, counts: Sequence[Amount], totals: Sequence[Amount]
) -> list[tuple[Amount, Amount]]:
    """Every count with every total that is more than one."""
    larger = [total for total in totals if total.value > each.value]
    return [(count, total) for total in larger for count in counts]


def _per(each: Amount) -> str | None:
    """What a price or average is for: 户 of 户均, "" for any thing, None where it does not say."""
    behind = re.match(
        r"[/每](?P<of>平方米|平方公里|立方米|公里|公斤|吨|人|户|亩|村|个|家|名|座|套|台)", each.tail
    )
    if behind:
        return behind["of"]
    if match := _PER.search(each.label):
        if match["day"]:
            return "day"
        if match["month"]:
            return "month"
        return "亩" if match["yield"] else match["mean"] or match["each"]
    return "" if _PRICE.search(each.label) else None


def _counts(amount: Amount, per: str) -> bool:
    """Whether a number counts what a price is for."""
    base = amount.base
    if per in _PERSONS:
        return base in _PERSONS
    if per == "":
        return base in _COUNTED
    return base == per or (per in _COUNTED and base == "个") or (per == "个" and base in _COUNTED)


def _factors(
    phrase: Phrase, each: Amount, totals: Sequence[Amount]
) -> list[tuple[Amount | None, Decimal]]:
    """What else may be multiplied: the months of a year, a number of months or days."""
    times = _times(phrase, each)
    if not times and _is_monthly_of_year(each, totals):
        return [(None, _MONTHS)]
    if len(times) == 1 and _is_time_of(times[0], each):
        return [(times[0], Decimal(1))]
    factors: list[tuple[Amount | None, Decimal]] = [(None, Decimal(1))]
    factors += [(a, Decimal(1)) for a in times]
    if times or re.search("[天日月次]", each.label):
        factors += [(None, _MONTHS), (None, _DAYS)]
    return factors


def _times(phrase: Phrase, each: Amount) -> list[Amount]:
    """The numbers of days, months, years or turns beside a price."""
    return [a for a in phrase.amounts if a.base in ("天", "个月", "次", "年") and a is not each]


def _is_monthly_of_year(each: Amount, totals: Sequence[Amount]) -> bool:
    """Whether a price is for a month and a total for a year."""
    return "月" in each.label and any("年" in total.label for total in totals)


def _is_time_of(time: Amount, each: Amount) -> bool:
    """Whether a number counts the days or months that a price is for."""
    if time.base == "天":
        return bool(re.search("[天日]", each.label))
    return time.base == "个月" and "月" in each.label


def _belongs(each: Amount, count: Amount, total: Amount) -> bool:
    """Whether the total is what the price is of, so that a mismatch is one."""
    if each.qualifier or count.qualifier or total.qualifier or _INCOME.search(each.label):
        return False
    if _KEPT.search(each.label) and not _KEPT.search(total.label):
        return False
    return abs(each.clause - count.clause) <= 3 and abs(each.clause - total.clause) <= 3


def _by_time(each: Amount, totals: Sequence[Amount], per: str) -> Iterator[NumberRelation]:
    """日均 of a year's total: silent where the year is not the one meant."""
    factor = _DAYS if per == "day" else _MONTHS
    for total in totals:
        relation = NumberRelation(
            Arithmetic.AVERAGE, (total,), each, *_span(each, total), factor=factor, certain=False
        )
        if verdict(relation).holds:
            yield relation


def _relation(
    each: Amount, count: Amount, total: Amount, time: Amount | None, factor: Decimal
) -> NumberRelation:
    times = (time,) if time else ()
    start, end = _span(each, count, total, *times)
    if re.search("均", each.label):
        terms = (total, count, *times)
        return NumberRelation(Arithmetic.AVERAGE, terms, each, start, end, factor=factor)
    return NumberRelation(
        Arithmetic.PRODUCT, (each, count, *times), total, start, end, factor=factor
    )


def _span(*amounts: Amount) -> tuple[int, int]:
    return min(a.start for a in amounts), max(a.end for a in amounts)
