"""What so much of one unit is for: 每亩, 户均, 亩产, 元/立方米, 单价. By form, whatever is called so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct

from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.numbers.unit_scales import UNITS, unit_in
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_UNIT = "|".join(UNITS)
_TIMES = "个?(?:月|季度?|学期|学年|年度?|周|[天日])"
_PER = regex(
    rf"[每单](?!价|位|体|项资|产|耗)(?P<many>(?:[十百万]|千(?![瓦米克]))?)"
    rf"(?:(?P<time>{_TIMES})|(?P<unit>{_UNIT}|人次|[^，。；、\d\s]))"
    rf"|(?P<mean>{_UNIT}|人次|[^，。；、\d\s平年月日天周都全皆均])均(?!价|衡|匀|已|可)"
    r"|(?P<priced>[担亩斤吨单件箱套头只株棵张瓶袋])均价|(?P<yield>亩产|单产)"
    r"|^(?P<lead>吨|亩|公里|平方米|立方米|千瓦|公斤|度(?=电))(?=[^，。；、\d均]{2,10}$)|^(?P<flowing>[月年])(?=[补工津薪报租收奖])"
    r"|(?:^|单位|每)(?P<money>[万亿]元)(?=GDP|[^，。；、\d]{2,})"
    r"|(?P<flow>[年月日天周]均?(?=[人户生]均?)"
    r"|(?<![当本上下每个\d一二三四五六七八九十])[日月](?=均|产|处理|供|发|接待|销|生产|加工|收|行驶|用|耗))"
)
_BEHIND = regex(rf"[/每](?P<unit>{_UNIT}|人次|[^，。；、\d\s])(?:[/·每](?P<time>{_TIMES}))?")
_HAVE_ONE = regex(
    "(?:拥有|就有|便有|有|配备?|配有|设|共用|享有|负责|服务)[了着]?[一1](?P<unit>[^，。；\\d])"
)
_PRICE = regex(
    "(?:单价|均价|价格?|单耗|单产)(?:[为是达约按]|统一|核定|核算|确定|执行|定|平均|每)*$"
    "|^(?:均|平均)[价重][为是达约]?$|平均(?!每)[^，。；、\\d]{1,6}$"
)
_NO_PRICE = regex(
    "(?:人口|人数|职工)[为是约]?$|(?:总|造|代|估|作|市|全|竞|评|定额|地|物|溢|差)价格?[为是达约]*$|[增提上下降]|高于|低于|涨"
)
_MANY = {"": 0, "十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_CHANGES = (Role.DELTA, Role.GROWTH, Role.POINTS, Role.BASE, Role.BEFORE, Role.TARGET)


class UnitRate(Struct, frozen=True):
    """A number that is for one of a unit: ``per`` is that unit ("" for any thing), ``many`` how
    many of them as a power of ten, ``times`` the times that it is for as well (每人每月), ``unit``
    its own."""

    amount: Amount
    per: str
    times: tuple[str, ...]
    unit: str
    many: int = 0


def unit_rates(phrase: Phrase) -> Iterator[UnitRate]:
    """Every number of a phrase that is for one of a unit; those that 、 joins bare to it too."""
    last: UnitRate | None = None
    for amount, following in zip_longest(phrase.amounts, phrase.amounts[1:]):
        rate = rate_of(amount)
        if last and _became(last.amount, amount):
            rate = None  # which of the two a total is of, nobody says
        if rate is None and last and _is_next(phrase, last.amount, amount):
            rate = UnitRate(amount, last.per, last.times, last.unit, last.many)
        if rate and not (following and _became(amount, following)):
            yield rate
        last = rate


def rate_of(amount: Amount) -> UnitRate | None:
    """A number with what it is for by the words beside it; None where it is no rate."""
    unit = unit_in(amount)
    if not unit or unit in ("%", "‰") or amount.role in _CHANGES:
        return None
    if amount.label.endswith("每"):
        have = _HAVE_ONE.match(amount.tail)
        return UnitRate(amount, have["unit"], (), unit) if have else None
    behind = _BEHIND.match(amount.tail)
    if behind:
        return _of(amount, [behind["unit"]], [behind["time"]], unit)
    said = list(_PER.finditer(amount.label))
    things = [_thing_of(match) for match in said]
    times = [m["time"] or m["flow"] or m["flowing"] for m in said]
    money = next((m["money"] for m in said if m["money"]), "")
    if money and unit != "元":
        return UnitRate(amount, "元", (), unit, _MANY[money[0]])
    many = next((_MANY[m["many"]] for m in said if m["unit"]), 0)
    if any(things) or any(times):
        return _of(amount, things, times, unit, many)
    priced = _PRICE.search(amount.label) and not _NO_PRICE.search(amount.label)
    return UnitRate(amount, "", (), unit) if priced else None


def _thing_of(match: re.Match[str]) -> str:
    """The unit that words name; "" where they name a time or none."""
    named: str = match["unit"] or match["mean"] or match["priced"] or match["lead"] or ""
    return "亩" if match["yield"] == "亩产" else named


def _of(
    amount: Amount,
    things: list[str],
    times: list[str | None],
    unit: str,
    many: int = 0,
) -> UnitRate:
    own = [thing for thing in things if thing]
    told = tuple(dict.fromkeys(_short(time) for time in times if time))
    if own[:1] and own[0] in ("天", "日", "年", "月"):
        own, told = own[1:], (*told, _short(own[0]))
    return UnitRate(amount, own[0] if own else "", told, unit, many)


def _short(time: str) -> str:
    """The name of a time without what may be left out: 月 for 个月."""
    return time.replace("个", "").replace("日", "天").removesuffix("度")[:2].removesuffix("均")


def _became(one: Amount, following: Amount) -> bool:
    """Whether the second of two numbers is what became of the first."""
    beside = following.clause == one.clause and following.base == one.base
    return beside and following.role is Role.AFTER


def _is_next(phrase: Phrase, last: Amount, amount: Amount) -> bool:
    bare = amount.base == last.base and amount.role in (Role.PLAIN, Role.EACH)
    return bare and phrase.between(last.end, amount.start) in ("、", "和", "与", "及")
