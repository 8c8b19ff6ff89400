"""Days as they are printed, and the days with which a document is dated."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.check.finding import Side
from generator.check.reader import chinese_value
from generator.check.subject import Subject
from generator.model.regex import regex

DATE = regex(r"(?:(?P<year>(?:19|20)\d{2})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_NUMERALS = "一二三四五六七八九"
IN_NUMERALS = regex(
    rf"(?P<year>二[〇○零0OoО][〇○零0OoО{_NUMERALS}]{{2}})年"
    rf"(?P<month>十[一二]?|[{_NUMERALS}])月(?P<day>[二三]?十?[{_NUMERALS}]|[二三]?十)日"
)
"""A day in Chinese numerals, as under an old document: 二〇二二年九月一日."""


class PrintedDay(NamedTuple):
    """A day that is printed; it need not exist."""

    year: int
    month: int
    day: int

    @property
    def exists(self) -> bool:
        """Whether the calendar has it."""
        if not 1 <= self.month <= 12:
            return False
        return 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]

    @property
    def short(self) -> str:
        """Without the year."""
        return f"{self.month}月{self.day}日"

    def __str__(self) -> str:
        return f"{self.year}年{self.short}"


def day_of(match: re.Match[str], year: int) -> PrintedDay:
    """The day of a match, in ``year`` where none is printed."""
    return PrintedDay(int(match["year"] or year), int(match["month"]), int(match["day"]))


def full_days(text: str) -> Iterator[PrintedDay]:
    """The days that are printed with their year."""
    return (day_of(match, 0) for match in DATE.finditer(text) if match["year"])


def issue_dates(subject: Subject) -> Iterator[tuple[PrintedDay, Side]]:
    """The dates of signature and imprint, where they stand; the first is the 成文日期."""
    for passage in subject.passages:
        if passage.role in ("signature", "imprint"):
            yield from ((day, passage.side()) for day in full_days(passage.text))
            yield from ((day, passage.side()) for day in _in_numerals(passage.text))


def _in_numerals(text: str) -> Iterator[PrintedDay]:
    """The days in Chinese numerals."""
    for match in IN_NUMERALS.finditer(text):
        digits = "".join(str(_NUMERALS.find(numeral) + 1) for numeral in match["year"])
        month, day = chinese_value(match["month"]), chinese_value(match["day"])
        yield PrintedDay(int(digits), month, day)
