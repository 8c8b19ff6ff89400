"""Dates and spans of dates."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.cell import PartialDate as P
from generator.standard.wording.dates import date_range, day, full_day, month

DATES = st.dates(dt.date(2019, 1, 1), dt.date(2023, 12, 31)).map(
    lambda d: P(d.year, d.month, d.day)
)


@pytest.mark.parametrize(
    ("d", "year", "as_day", "as_month"),
    [
        (P(2021, 5, 18), 2021, "5月18日", "5月"),
        (P(2020, 5, 18), 2021, "2020年5月18日", "2020年5月"),
        (P(2021, 5, 18), None, "2021年5月18日", "2021年5月"),
        (P(2021, 5), 2021, "5月", "5月"),
        (P(2020, 5), 2021, "2020年5月", "2020年5月"),
        (P(2021), 2021, "2021年", "2021年"),
        (None, 2021, "", ""),
    ],
)
def test_day_and_month(d: P | None, year: int | None, as_day: str, as_month: str) -> None:
    assert (day(d, year), month(d, year)) == (as_day, as_month)


def test_full_day() -> None:
    assert full_day(P(2021, 11, 27)) == "2021年11月27日"
    assert full_day(P(2021, 1, 7)) == "2021年1月7日"
    assert full_day(None) == ""


@pytest.mark.parametrize(("d", "said"), [(P(2021, 11), "2021年11月"), (P(2021), "2021年")])
def test_full_day_needs_a_day(d: P, said: str) -> None:
    with pytest.raises(ValueError, match=f"日期“{said}”不完整"):
        full_day(d)


@pytest.mark.parametrize(
    ("start", "end", "style", "short", "text"),
    [
        (P(2021, 4, 30), P(2021, 5, 1), "—", False, "4月30日—5月1日"),
        (P(2021, 4, 30), P(2021, 5, 2), "-", False, "4月30日-5月2日"),
        (P(2021, 4, 30), P(2021, 5, 2), "-", True, "4月30日-5月2日"),
        (P(2021, 10, 12), P(2021, 10, 13), "至", False, "10月12日至13日"),
        (P(2021, 10, 12), P(2021, 10, 13), "-", True, "10月12-13日"),
        (P(2021, 10, 12), P(2021, 10, 13), "—", True, "10月12—13日"),
        (P(2021, 10, 12), P(2021, 10, 12), "—", True, "10月12日"),
        (P(2021, 10, 12), None, "至", False, "10月12日"),
        (None, P(2021, 10, 12), "至", False, ""),
        (None, None, "至", False, ""),
        (P(2020, 4, 30), P(2020, 5, 1), "至", False, "2020年4月30日至5月1日"),
        (P(2020, 4, 8), P(2020, 4, 10), "-", True, "2020年4月8-10日"),
        (P(2021, 12, 30), P(2022, 1, 2), "至", False, "2021年12月30日至2022年1月2日"),
        (P(2020, 12, 30), P(2021, 12, 30), "至", True, "2020年12月30日至2021年12月30日"),
        (P(2019, 7), P(2022, 6), "至", False, "2019年7月至2022年6月"),
        (P(2021, 6), P(2021, 9), "—", False, "6月—9月"),
        (P(2021, 6), P(2021, 9), "—", True, "6—9月"),
        (P(2020, 6), P(2020, 9), "-", True, "2020年6-9月"),
        (P(2018), P(2020), "-", True, "2018-2020年"),
        (P(2018), P(2020), "至", False, "2018年至2020年"),
        (P(2021, 5), P(2021, 6, 3), "至", True, "5月至6月3日"),
        (P(2019), P(2021, 6), "至", True, "2019年至2021年6月"),
    ],
)
def test_range(start: P | None, end: P | None, style: Any, short: bool, text: str) -> None:
    assert date_range(start, end, 2021, style=style, short=short) == text


def test_range_without_report_year() -> None:
    assert date_range(P(2021, 6), P(2021, 9)) == "2021年6月至9月"


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        (P(2021, 5, 2), P(2021, 4, 30), "结束日期2021年4月30日早于开始日期2021年5月2日"),
        (P(2021, 5), P(2021, 4, 30), "结束日期2021年4月30日早于开始日期2021年5月"),
        (P(2021), P(2020, 12), "结束日期2020年12月早于开始日期2021年"),
        (P(2021, 5, 18), P(2021, 5), "日期2021年5月18日和2021年5月一个包含另一个"),
        (P(2021), P(2021, 5), "日期2021年和2021年5月一个包含另一个"),
    ],
)
def test_range_refused(start: P, end: P, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        date_range(start, end, 2021)


def test_range_dash() -> None:
    style: Any = "~"
    with pytest.raises(ValueError, match="连接号“~”不认识"):
        date_range(P(2021), None, style=style)


def read(text: str, year: int, month: int) -> P:
    """A reader's view of a printed day, who knows the year and month from what stands before."""
    found = re.fullmatch(r"(?:(\d+)年)?(?:(\d+)月)?(\d+)日?", text)
    assert found
    return P(int(found[1] or year), int(found[2] or month), int(found[3]))


@given(DATES, DATES, st.booleans())
def test_range_can_be_read_back(first: P, second: P, short: bool) -> None:
    start, end = sorted((first, second))
    text = date_range(start, end, 2021, style="—", short=short)
    head, _, tail = text.partition("—")
    begin = read(head, 2021, 0)
    assert begin == start
    assert (read(tail, begin.year, begin.month) if tail else begin) == end
