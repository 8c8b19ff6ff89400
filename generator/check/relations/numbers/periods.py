"""How many months and days a text is about: 1—6月, 上半年, 11月份, 本周, or else a year."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from decimal import Decimal

from generator.check.reader import chinese_value
from generator.model.regex import regex

_TO_MONTH = regex(r"1月?[-—–－~～至到]{1,2}(?P<last>1[0-2]|[2-9])月")
_NAMED = (("前三季度", 9), ("上半年", 6), ("一季度", 3))
_YEAR = regex(
    r"全年|年度|^[^，。；]{0,4}\d{4}年(?!\d{1,2}月|[初末底]|度?第|度?[一二三四]季|[上下]半年)"
)
_YEARS = regex(r"(?<!\d)(?P<number>[二三四五六七八九十]|\d{1,2})年(?:累计|来|间|共|合计|总计)")
_WEEK = regex("(?:[本上当一全]|第?\\d{1,2}|第[一二三四五六七八九十]{1,3})周(?![年边岁期转密])")
_ONE_MONTH = regex(r"(?<![-—–－~～至到\d])(?P<month>1[0-2]|[1-9])月份")
PERIOD = regex(
    r"1月?[-—–－~～至到]{1,2}(?:1[0-2]|[2-9])月|前?[一二三四]季度|[上下]半年"
    r"|(?<![-—–－~～\d])(?:1[0-2]|[1-9])月[底末份]"
)
"""What names the months that a text is about."""
_MONTHS, _DAYS_OF_WEEK = 12, 7
_COMMON, _LEAP = 2023, 2024


def tells_period(text: str) -> bool:
    """Whether the words say which months their numbers are of."""
    short = _WEEK.search(text) or _ONE_MONTH.search(text)
    return bool(short or last_month(text) or _YEAR.search(text) or _YEARS.search(text))


def months(text: str) -> tuple[Decimal, ...]:
    """How many months the words are about; 12 where they do not say."""
    return (Decimal(last_month(text) or _MONTHS),)


def days(text: str) -> tuple[Decimal, ...]:
    """How many days the words are about, in a common and in a leap year."""
    if _WEEK.search(text):
        return (Decimal(_DAYS_OF_WEEK),)
    last, one = last_month(text), _ONE_MONTH.search(text)
    if last is None and one:
        month = int(one["month"])
        lengths = (calendar.monthrange(year, month)[1] for year in (_COMMON, _LEAP))
        return tuple(dict.fromkeys(map(Decimal, lengths)))
    return tuple(dict.fromkeys(_days_to(last or _MONTHS)))


def years(text: str) -> tuple[Decimal, ...]:
    """How many years the words are about, as in 三年累计; () where they do not say."""
    match = _YEARS.search(text)
    if match is None:
        return ()
    number = match["number"]
    return (Decimal(number if number.isdigit() else chinese_value(number)),)


def _days_to(last: int) -> Iterator[Decimal]:
    for year in (_COMMON, _LEAP):
        lengths = (calendar.monthrange(year, month)[1] for month in range(1, last + 1))
        yield Decimal(sum(lengths))


def last_month(text: str) -> int | None:
    """The last month that the words name as the end of their period, counted from January."""
    if match := _TO_MONTH.search(text):
        return int(match["last"])
    return next((month for name, month in _NAMED if name in text), None)
