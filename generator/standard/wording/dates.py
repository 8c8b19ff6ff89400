"""Dates and spans of dates, as precise as they were given, without padding.

GB/T 15835-2011, 5.1.4.
"""

from __future__ import annotations

from typing import Literal

from generator.model.cell import PartialDate

Dash = Literal["至", "—", "-"]


def day(d: PartialDate | None, year: int | None = None) -> str:
    """5月18日; with its year (2020年5月18日) where that is not ``year``, the report's; "" for None.

    ``year`` None prints the year always. What the date lacks is not printed: 5月, 2021年.
    """
    if d is None:
        return ""
    shown_year = d.year if d.year != year or not d.month else 0
    return _part(shown_year, "年") + _part(d.month, "月") + _part(d.day, "日")


def _part(number: int, unit: str) -> str:
    return f"{number}{unit}" if number else ""


def month(d: PartialDate | None, year: int | None = None) -> str:
    """6月, or 2020年6月 where the year is not ``year`` (None: always); "" for None.

    2021年 where no month is given.
    """
    return "" if d is None else day(PartialDate(d.year, d.month), year)


def full_day(d: PartialDate | None) -> str:
    """2021年11月27日, as a document is dated (GB/T 9704-2012, 7.3.5.4); "" for None.

    ValueError where the day is not given.
    """
    if d is not None and not d.day:
        raise ValueError(f"日期“{day(d)}”不完整，应写明年、月、日")
    return day(d)


def _fields(d: PartialDate) -> tuple[int, ...]:
    """Year, month and day as far as they are given."""
    return tuple(part for part in (d.year, d.month, d.day) if part)


def date_range(
    start: PartialDate | None,
    end: PartialDate | None,
    year: int | None = None,
    *,
    style: Dash = "至",
    short: bool = False,
) -> str:
    """A span of dates: 4月30日—5月1日, 10月12日至13日, 2019年7月至2022年6月; "" where ``start`` is None.

    ``end`` None or equal is a single date. ``year`` as in ``day``; two years are both printed.
    ``short`` writes the unit once: 10月12-13日, 2018-2020年. ValueError where the end is before the
    start, where one date holds the other (5月18日, 5月), and for another style.
    """
    if style not in ("至", "—", "-"):
        raise ValueError(f"起止日期的连接号“{style}”不认识，应为“至”、“—”或“-”")
    if start is None or end is None or start == end:
        return day(start, year)
    _check_order(start, end)
    head = day(start, year if start.year == end.year else None)
    siblings = _fields(start)[:-1] == _fields(end)[:-1]
    if short and siblings:
        head = head[:-1]
    return head + style + _without_shared(start, end)


def _check_order(start: PartialDate, end: PartialDate) -> None:
    """ValueError where the end is before the start, or where one date holds the other."""
    first, last = _fields(start), _fields(end)
    depth = min(len(first), len(last))
    if last[:depth] < first[:depth]:
        raise ValueError(f"结束日期{day(end)}早于开始日期{day(start)}")
    if last[:depth] == first[:depth]:
        raise ValueError(f"日期{day(start)}和{day(end)}一个包含另一个，不能写成起止日期")


def _without_shared(start: PartialDate, end: PartialDate) -> str:
    """The end without what it shares with the start: 13日, 6月13日, 2022年6月."""
    if start.year != end.year:
        return day(end)
    same_month = start.month == end.month
    return f"{end.day}日" if end.day and same_month else day(end, end.year)
