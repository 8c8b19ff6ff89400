"""Dates: they exist, they stand in order, their spans do not end before they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.check.finding import Finding, Side
from generator.check.passages import Passage
from generator.check.reader import split
from generator.check.rules.days import DATE, PrintedDay, day_of
from generator.check.rules.matches import matches
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_DASH = "-{1,2}|—{1,2}|–|～|~|至"
_RANGE = regex(
    rf"(?:(?:19|20)\d{{2}}年)?\d{{1,2}}月(?:\d{{1,2}}日?)?(?P<dash>{_DASH})"
    r"(?:(?:19|20)\d{2}年)?(?:\d{1,2}月)?\d{1,2}[日月]"
)
_SPAN = regex(
    rf"(?P<m1>\d{{1,2}})月(?P<d1>\d{{1,2}})日?(?:{_DASH})(?:(?P<m2>\d{{1,2}})月)?(?P<d2>\d{{1,2}})日"
)
_YEARS = regex(
    rf"(?<![\d.A-Za-z/—-])(?<![A-Za-z/] )(?P<y1>20\d\d)年?度?(?:{_DASH})(?P<y2>20\d\d)年(?!版)"
)
_NUMBERED = regex(r"(?:(?<=\t)|(?<=[》。；\s\u4e00-\u9fff]))\d{1,2}[.．、](?=\s*\d{1,2}月)")
_AUTUMN, _SUMMER, _LAST_DAYS = 9, 7, 28
"""What begins in autumn (供暖期, 学年) may end before the summer of the next year; a year may run from
any month to the last day of the one before."""
_OF_A_YEAR = regex("年度|学年|财年|周期|保险|合同|[效务险期]期|一年")
_NEAR = 12
_LEAP_YEAR = 2024
_FEWEST = 3
"""A list by dates has at least so many."""


class _Item(Struct, frozen=True):
    """An item of a list with the day that it begins with."""

    passage: Passage
    day: PrintedDay
    start: int
    end: int

    @property
    def side(self) -> Side:
        """Its first words."""
        return self.passage.side(self.start, min(self.end, self.start + 40))


def exist(subject: Subject) -> Iterator[Finding]:
    """A date that is printed exists.

    查：没有的日子，如13月1日、4月31日、平年的2月29日（没有写年份的按报告年份算）。
    不查：只写月份、不写日的。
    例：4月31日召开会议。 -> 没有4月31日这一天。
    依据：历法。
    """
    for passage, match in matches(subject.passages, DATE, "日"):
        if not day_of(match, subject.year or _LEAP_YEAR).exists:
            side = passage.side(match.start(), match.end(), 10)
            yield Finding(Severity.ERROR, f"没有{match[0]}这一天。", (side,), "", match[0])


def spans(subject: Subject) -> Iterator[Finding]:
    """A span of dates does not end before it begins.

    查：起止日期后一个早于前一个；起止年份后一个早于前一个（2022—2020年）。
    不查：跨年的（9月以后到来年7月，年度、合同期等7月1日至6月30日）。不在同一个月的，可能跨年，只提醒。
    例：5月20日至3月5日开展培训。 -> 起止日期“5月20日至3月5日”后一个早于前一个。
    依据：逻辑。
    """
    for passage, match in matches(subject.passages, _SPAN, "日"):
        if _ends_before_start(match):
            message = f"起止日期“{match[0]}”后一个早于前一个。"
            side = passage.side(match.start(), match.end(), 10)
            in_one_month = match["m2"] in (None, match["m1"])
            severity = Severity.ERROR if in_one_month else Severity.WARNING
            yield Finding(severity, message, (side,), "", match[0])
    for passage, match in matches(subject.passages, _YEARS, "年"):
        if match["y2"] < match["y1"]:
            message = f"起止年份“{match[0]}”后一个早于前一个。"
            side = passage.side(match.start(), match.end(), 10)
            yield Finding(Severity.WARNING, message, (side,), "", match[0])


def turned_spans(text: str) -> set[int]:
    """Where the spans of a text end that ``spans`` tells."""
    return {match.end() for match in _SPAN.finditer(text) if _ends_before_start(match)}


def _ends_before_start(span: re.Match[str]) -> bool:
    start = int(span["m1"]), int(span["d1"])
    end = int(span["m2"] or span["m1"]), int(span["d2"])
    into_next_year = start[0] >= _AUTUMN and end[0] <= _SUMMER
    closes_year = start[1] == 1 and end[0] == start[0] - 1 and end[1] >= _LAST_DAYS
    before = span.string[max(0, span.start() - _NEAR) : span.start()]
    whole_year = closes_year and _OF_A_YEAR.search(before)
    return end < start and not into_next_year and not whole_year


def in_order(subject: Subject) -> Iterator[Finding]:
    """Things listed with a date at the head of each stand in the order of their dates.

    查：用分号分开、或在一格里编号“1.2.”列举的事，至少三项以日期开头，后一项早于前一项；一处列举报一次。
    不查：不以日期开头的叙述；只有一两项的。
    例：3月2日开会；6月4日调研；5月1日座谈。 -> 按日期列举，5月1日排在6月4日之后。
    依据：按时间顺序列举（实务）。
    """
    for passage in subject.passages:
        if passage.role in ("body", "note", "row") and passage.text.count("日") >= _FEWEST:
            for items in (_by_semicolon(passage), _by_number(passage)):
                yield from _first_step_back(passage, items, subject.year)


def _by_semicolon(passage: Passage) -> list[tuple[str, int]]:
    """The items between semicolons, each with its start; a heading that runs in is none."""
    items = split(passage.text[passage.lead :], "；;。", passage.lead)
    return [(text, start) for text, start in items if text.strip()]


def _by_number(passage: Passage) -> list[tuple[str, int]]:
    """The items behind 1. 2. before a month, each with its start."""
    starts = [match.end() for match in _NUMBERED.finditer(passage.text)]
    ends = [*starts[1:], len(passage.text)]
    return [(passage.text[start:end], start) for start, end in zip(starts, ends, strict=False)]


def _first_step_back(
    passage: Passage, items: Sequence[tuple[str, int]], year: int | None
) -> Iterator[Finding]:
    """The first item that is earlier than the one before it, where nearly all begin with a day."""
    dated = list(_dated(passage, items, year))
    if len(dated) < _FEWEST or len(dated) < len(items) - 1:
        return
    for first, second in zip(dated, dated[1:], strict=False):
        if second.day < first.day:
            earlier, later = second.day.short, first.day.short
            yield Finding(
                Severity.WARNING,
                f"按日期列举，{earlier}排在{later}之后。",
                (second.side, first.side),
                f"{earlier}在前",
                f"{later}在前",
            )
            return


def _dated(passage: Passage, items: Sequence[tuple[str, int]], year: int | None) -> Iterator[_Item]:
    """The items that begin with a day."""
    for text, start in items:
        if match := DATE.match(text.strip()):
            yield _Item(passage, day_of(match, year or 0), start, start + len(text))


def range_style(subject: Subject) -> Iterator[Finding]:
    """Spans of dates are written in one way: one sign (— or 至) in the whole document.

    查：正文里起止日期的连接号不止一种（—、至、-、～等）；全文报一次，每种举一例。
    不查：标题、表格、附注；全文只用一种的。
    例：3月1日—5日培训，6月1日至7日调研。 -> 起止日期的连接号不统一：“3月1日—5日”、“6月1日至7日”。
    依据：GB/T 15834—2011 第4.13.3条（规定）：时间起止用一字线；GB/T 15835—2011：同类别同形式。
    """
    styles = _styles(subject)
    if len(styles) > 1:
        quoted = "、".join(f"“{match[0]}”" for _, match in styles.values())
        yield Finding(
            Severity.WARNING,
            f"起止日期的连接号不统一：{quoted}。",
            tuple(passage.side(*match.span()) for passage, match in styles.values()),
            "一种写法",
            f"{len(styles)}种写法",
        )


def _styles(subject: Subject) -> dict[str, tuple[Passage, re.Match[str]]]:
    """The signs between the dates of spans, each with its first example."""
    first: dict[str, tuple[Passage, re.Match[str]]] = {}
    body = (passage for passage in subject.passages if passage.role == "body")
    for passage, match in matches(body, _RANGE):
        sign = match["dash"].replace("~", "～")
        first.setdefault(sign, (passage, match))
    return first
