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
    others = [a for a in phrase.plain if a.group == each.group and abs(a.clause - each.clause) <= 5]
    totals = [a for a in others if a.base == each.base]
    if per in ("day", "month"):
        yield from _by_time(each, totals, per)
        return
    scale = _TON if per == "吨" else Decimal(1)
    counts = [a for a in others if a.base != each.base and _counts(a, _BASES.get(per, per))]
    pairs = [(count, total) for total in totals for count in counts if total.value > each.value]
    factors = _factors(phrase, each, totals)
    for count, total in pairs:
        for time, factor in factors:
            relation = _relation(each, count, total, time, factor * scale)
            if verdict(relation).holds:
                yield relation
                return
    if len(pairs) == 1 and len(factors) == 1 and _belongs(each, *pairs[0]):
        time, factor = factors[0]
        yield replace(_relation(each, *pairs[0], time, factor * scale), explicit=False)


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
    times = [a for a in phrase.amounts if a.base in ("天", "个月", "次", "年") and a is not each]
    monthly = re.search("每月|每人每月|月", each.label)
    if monthly and not times and any("年" in total.label for total in totals):
        return [(None, _MONTHS)]
    days = [a for a in times if a.base == "天" and re.search("[天日]", each.label)]
    months = [a for a in times if a.base == "个月" and monthly]
    if len(times) == 1 and (days or months):
        return [(times[0], Decimal(1))]
    factors: list[tuple[Amount | None, Decimal]] = [(None, Decimal(1))]
    factors += [(a, Decimal(1)) for a in times]
    if times or re.search("[天日月次]", each.label):
        factors += [(None, _MONTHS), (None, _DAYS)]
    return factors


def _belongs(each: Amount, count: Amount, total: Amount) -> bool:
    """Whether the total is what the price is of, so that a mismatch is one."""
    if each.qualifier or count.qualifier or total.qualifier or _INCOME.search(each.label):
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
