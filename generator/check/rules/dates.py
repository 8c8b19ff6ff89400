"""Dates: they exist, they stand in order, and the document is not older than what it tells."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from msgspec import Struct

from generator.check.finding import Finding, Side, cell_side
from generator.check.passages import Passage
from generator.check.reader import split
from generator.check.rules.matches import matches
from generator.check.subject import Subject
from generator.model import files
from generator.model.cell import Source
from generator.model.regex import regex
from generator.model.severity import Severity

_DATE = regex(r"(?:(?P<year>(?:19|20)\d{2})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_DASH = "-{1,2}|—{1,2}|–|～|~|至"
_RANGE = regex(
    rf"(?:(?:19|20)\d{{2}}年)?\d{{1,2}}月(?:\d{{1,2}}日?)?(?P<dash>{_DASH})"
    r"(?:(?:19|20)\d{2}年)?(?:\d{1,2}月)?\d{1,2}[日月]"
)
_SPAN = regex(
    rf"(?P<m1>\d{{1,2}})月(?P<d1>\d{{1,2}})日?(?:{_DASH})(?:(?P<m2>\d{{1,2}})月)?(?P<d2>\d{{1,2}})日"
)
_NUMBERED = regex(r"(?:(?<=\t)|(?<=[》。；\s\u4e00-\u9fff]))\d{1,2}[.．、](?=\s*\d{1,2}月)")
_PLAN = regex(r"预计|计划|拟|将于|底前|前完成|下一步|争取|力争|届时")
_PLANS = regex("下一步|打算|计划|思路")
_UNTIL = regex("截[至止].{0,8}$")
_CUTOFF = regex(
    r"截[至止](?:日期|时间|时点)?(?:为|是|：|:)?\s*(?P<date>(?:20\d{2})年\d{1,2}月\d{1,2}日)"
)
_THIRD = regex(
    r"(?:(?P<year>20\d{2})年)?(?<!\d)(?P<month>1[0-2]|[1-9])月(?:份)?(?P<third>[上中下]旬|底)"
)
_FIRST_DAYS = {"上旬": 1, "中旬": 11, "下旬": 21, "底": 21}
_EARLY = 3
"""A document of the first months speaks of the months of the year before."""
_LEAP_YEAR = 2024
_FEWEST = 3
"""A list by dates has at least so many."""


class _Day(NamedTuple):
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


class _Item(Struct, frozen=True):
    """An item of a list with the day that it begins with."""

    passage: Passage
    day: _Day
    start: int
    end: int

    @property
    def side(self) -> Side:
        """Its first words."""
        return self.passage.side(self.start, min(self.end, self.start + 40))


class _Cutoff(Struct, frozen=True):
    """The day up to which the data go, as printed; ``origin`` says where, "" for the text."""

    day: _Day
    printed: str
    side: Side
    origin: str = ""


def exist(subject: Subject) -> Iterator[Finding]:
    """A date that is printed exists.

    查：没有的日子，如13月1日、4月31日、平年的2月29日（没有写年份的按报告年份算）。
    不查：只写月份、不写日的。
    例：4月31日召开会议。 -> 没有4月31日这一天。
    依据：历法。
    """
    for passage, match in matches(subject.passages, _DATE, "日"):
        if not _day(match, subject.year or _LEAP_YEAR).exists:
            side = passage.side(match.start(), match.end(), 10)
            yield Finding(Severity.ERROR, f"没有{match[0]}这一天。", (side,), "", match[0])


def spans(subject: Subject) -> Iterator[Finding]:
    """A span of dates does not end before it begins.

    查：起止日期后一个早于前一个。
    不查：跨年的（12月…至次年5月以前）。
    例：5月20日至3月5日开展培训。 -> 起止日期“5月20日至3月5日”后一个早于前一个。
    依据：逻辑。
    """
    for passage, match in matches(subject.passages, _SPAN, "日"):
        if _ends_before_start(match):
            message = f"起止日期“{match[0]}”后一个早于前一个。"
            side = passage.side(match.start(), match.end(), 10)
            yield Finding(Severity.ERROR, message, (side,), "", match[0])


def turned_spans(text: str) -> set[int]:
    """Where the spans of a text end that ``spans`` tells."""
    return {match.end() for match in _SPAN.finditer(text) if _ends_before_start(match)}


def _ends_before_start(span: re.Match[str]) -> bool:
    start = int(span["m1"]), int(span["d1"])
    end = int(span["m2"] or span["m1"]), int(span["d2"])
    into_next_year = start[0] == 12 and end[0] < 6
    return end < start and not into_next_year


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
        if match := _DATE.match(text.strip()):
            yield _Item(passage, _day(match, year or 0), start, start + len(text))


def issue_date(subject: Subject) -> Iterator[Finding]:
    """The document is not dated before the data cut-off, nor before an event that it tells as past.

    查：成文日期早于数据截止日期（附注写的，没有写时是 report.yaml 的 cutoff）；写成已经发生的事（几月几日，几月上旬、中旬、下旬）晚于成文日期。
    不查：计划里的事（预计、拟、底前等词，或在“下一步”“打算”“计划”“思路”的标题下）；没有成文日期的。
    例：【签】2023年11月20日／11月27日召开推进会。
        -> 11月27日的事写成已经发生，而成文日期是2023年11月20日。
    依据：GB/T 9704—2012 第7.3.5.4条（规定）：署会议通过或者签发的日期；统计表填表说明。
    """
    for issued, where in islice(issue_dates(subject), 1):
        yield from _before_cutoff(subject, issued, where)
        for passage in subject.passages:
            if passage.role == "body" and not _PLANS.search(passage.section):
                yield from _after_issue(subject, passage, issued, where)


def issue_dates(subject: Subject) -> Iterator[tuple[_Day, Side]]:
    """The dates of signature and imprint, where they stand; the first is the 成文日期."""
    for passage in subject.passages:
        if passage.role in ("signature", "imprint"):
            yield from ((day, passage.side()) for day in _full_days(passage.text))


def _before_cutoff(subject: Subject, issued: _Day, where: Side) -> Iterator[Finding]:
    for cutoff in _cutoffs(subject):
        if issued < cutoff.day:
            yield Finding(
                Severity.WARNING,
                f"成文日期{issued}早于{cutoff.origin}数据截止日期{cutoff.printed}。",
                (where, cutoff.side),
                f"不早于{cutoff.printed}",
                str(issued),
            )


def _cutoffs(subject: Subject) -> list[_Cutoff]:
    """The cut-off dates that the text prints, or else that of report.yaml."""
    printed = list(_printed_cutoffs(subject))
    set_by_hand = subject.draft.dataset.settings.cutoff if subject.draft else None
    if printed or set_by_hand is None:
        return printed
    day = _Day(set_by_hand.year, set_by_hand.month, set_by_hand.day)
    side = cell_side(Source(files.REPORT, 0, "cutoff"), str(set_by_hand))
    return [_Cutoff(day, str(set_by_hand), side, "report.yaml里的")]


def _printed_cutoffs(subject: Subject) -> Iterator[_Cutoff]:
    for passage, match in matches(subject.passages, _CUTOFF):
        if "数据" in passage.text[max(0, match.start() - 8) : match.start()]:
            day = next(_full_days(match["date"]))
            yield _Cutoff(day, str(day), passage.side(match.start(), match.end()))


def _after_issue(
    subject: Subject, passage: Passage, issued: _Day, where: Side
) -> Iterator[Finding]:
    for match, day in _days_in(passage.text, subject.year or issued.year):
        in_doubt = subject.year is None and not match["year"] and issued.month <= _EARLY
        if day > issued and not in_doubt and not _is_planned(passage.text, match):
            yield Finding(
                Severity.WARNING,
                f"{match[0]}的事写成已经发生，而成文日期是{issued}。",
                (passage.side(match.start(), match.end(), 16), where),
                f"不晚于{issued}",
                match[0],
            )


def _days_in(text: str, year: int) -> Iterator[tuple[re.Match[str], _Day]]:
    """The days of a text, and the first day of 上旬, 中旬 and 下旬 of a month."""
    for match in _DATE.finditer(text):
        yield match, _day(match, year)
    for match in _THIRD.finditer(text):
        first = _FIRST_DAYS[match["third"]]
        yield match, _Day(int(match["year"] or year), int(match["month"]), first)


def _is_planned(text: str, match: re.Match[str]) -> bool:
    """Whether the clause of a date speaks of plans, or 截至 stands before the date."""
    start = match.start()
    if _UNTIL.search(text[:start]):
        return True
    clause = re.split("[。；]", text[start:])[0]
    return bool(_PLAN.search(clause) or _PLAN.search(text[max(0, start - 8) : start]))


def _day(match: re.Match[str], year: int) -> _Day:
    """The day of a match, in ``year`` where none is printed."""
    return _Day(int(match["year"] or year), int(match["month"]), int(match["day"]))


def _full_days(text: str) -> Iterator[_Day]:
    """The days that are printed with their year."""
    return (_day(match, 0) for match in _DATE.finditer(text) if match["year"])


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
