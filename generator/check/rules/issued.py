"""The date of a document: not before its data end, nor before what it tells as past."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from generator.check.finding import Finding, Side, cell_side
from generator.check.passages import Passage
from generator.check.rules.days import DATE, PrintedDay, day_of, full_days, issue_dates
from generator.check.rules.matches import matches
from generator.check.subject import Subject
from generator.model import files
from generator.model.cell import Source
from generator.model.regex import regex
from generator.model.severity import Severity

_PLAN = regex(
    "预计|预报|计划|拟|将[于要会在到有达是]|即将|将(?:召开|举行|举办|开展|启动|闭幕|到期|届满|建成|完成|完工|竣工|投)"
    "|底前|前完成|下一步|争取|力争|届时|约定|期限|时限|定于|原定|有效期|到期|截止|要闭幕|要举[办行]"
)
_ASKED = regex("规定|要求|每年|历年|每逢")
_DEADLINE = regex("(?:之前|以前|前|止|起)(?!后)")
"""What makes a date one until which, or from which, something is to be done."""
_PLANS = regex("下一步|下步|今后|打算|计划|思路|安排|展望|下半年|重点任务")
_YEAR_SAID = regex(r"(?P<year>20\d{2})年|(?P<last>去年|上年|上一年|前年)|(?P<this>今年|本年)")
_UNTIL, _NEAR = regex("截[至止].{0,8}$"), 12
_CLAUSE_END = regex("[。；]")
_CUTOFF = regex(
    r"截[至止](?:日期|时间|时点)?(?:为|是|：|:)?\s*(?P<date>(?:20\d{2})年\d{1,2}月\d{1,2}日)"
)
_THIRD = regex(
    r"(?:(?P<year>20\d{2})年)?(?<!\d)(?P<month>1[0-2]|[1-9])月(?:份)?(?P<third>[上中下]旬|底)"
)
_FIRST_DAYS = {"上旬": 1, "中旬": 11, "下旬": 21, "底": 21}
_EARLY, _FAR = 3, 4
"""A document of the first months, and one that is older than a day without a year by more than
four months, may speak of the year before."""


class _Cutoff(Struct, frozen=True):
    """The day up to which the data go, as printed; ``origin`` says where, "" for the text."""

    day: PrintedDay
    printed: str
    side: Side
    origin: str = ""


def issue_date(subject: Subject) -> Iterator[Finding]:
    """The document is not dated before the data cut-off, nor before an event that it tells as past.

    查：成文日期早于数据截止日期（附注写的，没有写时是 report.yaml 的 cutoff）；写成已经发生的事（几月几日，几月上旬、中旬、下旬）晚于成文日期。
    不查：计划里的事（预计、预报、约定、拟、底前等词，某日前，或在“下一步”“打算”“计划”“思路”“安排”的标题下）；没有成文日期的；
        没有写年份，而前面说的是上年、去年的，或者比成文日期晚四个月以上的（说的可能是上年）。
    例：【签】2023年11月20日／11月27日召开推进会。
        -> 11月27日的事写成已经发生，而成文日期是2023年11月20日。
    依据：GB/T 9704—2012 第7.3.5.4条（规定）：署会议通过或者签发的日期；统计表填表说明。
    """
    for issued, where in islice(issue_dates(subject), 1):
        yield from _before_cutoff(subject, issued, where)
        for passage in subject.passages:
            if passage.role == "body" and not _PLANS.search(passage.section):
                yield from _after_issue(subject, passage, issued, where)


def _before_cutoff(subject: Subject, issued: PrintedDay, where: Side) -> Iterator[Finding]:
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
    day = PrintedDay(set_by_hand.year, set_by_hand.month, set_by_hand.day)
    side = cell_side(Source(files.REPORT, 0, "cutoff"), str(set_by_hand))
    return [_Cutoff(day, str(set_by_hand), side, "report.yaml里的")]


def _printed_cutoffs(subject: Subject) -> Iterator[_Cutoff]:
    for passage, match in matches(subject.passages, _CUTOFF):
        if "数据" in passage.text[max(0, match.start() - 8) : match.start()]:
            day = next(full_days(match["date"]))
            yield _Cutoff(day, str(day), passage.side(match.start(), match.end()))


def _after_issue(
    subject: Subject, passage: Passage, issued: PrintedDay, where: Side
) -> Iterator[Finding]:
    for match, day in _days_in(passage.text, subject.year or issued.year):
        in_doubt = not match["year"] and _may_be_of_last_year(subject, day, issued)
        if day > issued and not in_doubt and not _is_planned(passage.text, match):
            yield Finding(
                Severity.WARNING,
                f"{match[0]}的事写成已经发生，而成文日期是{issued}。",
                (passage.side(match.start(), match.end(), 16), where),
                f"不晚于{issued}",
                match[0],
            )


def _may_be_of_last_year(subject: Subject, day: PrintedDay, issued: PrintedDay) -> bool:
    """Whether a day without a year, in a document that does not say its own, may be long past."""
    is_far = (day.year - issued.year) * 12 + day.month - issued.month > _FAR
    return subject.year is None and (issued.month <= _EARLY or is_far)


def _days_in(text: str, year: int) -> Iterator[tuple[re.Match[str], PrintedDay]]:
    """The days of a text, and the first day of 上旬, 中旬 and 下旬 of a month; without a year they
    are of the one that the text said last, and none where that is a later one."""
    years = list(_YEAR_SAID.finditer(text))
    ends = [one.end() for one in years]
    for pattern in (DATE, _THIRD):
        for match in pattern.finditer(text):
            behind = bisect_right(ends, match.start())
            said = int(match["year"] or _year_said(years[max(0, behind - 1) : behind], year))
            if not match["year"] and said > year:
                continue
            if pattern is DATE:
                yield match, day_of(match, said)
            else:
                yield match, PrintedDay(said, int(match["month"]), _FIRST_DAYS[match["third"]])


def _year_said(before: Sequence[re.Match[str]], year: int) -> int:
    """The last year that was said, in digits or as 去年, 今年; ``year`` where none was."""
    for said in before:
        return int(said["year"]) if said["year"] else year - bool(said["last"])
    return year


def _is_planned(text: str, match: re.Match[str]) -> bool:
    """Whether the clause of a date speaks of plans, the date is one until which or from which
    something is to be done, or 截至 stands before it."""
    start = match.start()
    if _UNTIL.search(text, max(0, start - _NEAR), start) or _DEADLINE.match(text, match.end()):
        return True
    end = _CLAUSE_END.search(text, start)
    clause = text[start : end.start() if end else len(text)]
    before = text[max(0, start - 8) : start]
    return bool(_PLAN.search(clause) or _PLAN.search(before) or _ASKED.search(before))
