"""Dates: they exist, they stand in order, and the document is not older than what it tells."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence

from generator.check.finding import Finding, Severity, cell_side
from generator.check.passages import Passage
from generator.check.reader import split
from generator.check.subject import Subject
from generator.model.cell import Source

_DATE = re.compile(r"(?:(?P<year>(?:19|20)\d{2})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_RANGE = re.compile(
    r"(?:(?:19|20)\d{2}年)?\d{1,2}月(?:\d{1,2}日?)?(?P<dash>-{1,2}|—{1,2}|–|～|~|至)(?:(?:19|20)\d{2}年)?(?:\d{1,2}月)?\d{1,2}[日月]"
)
_SPAN = re.compile(
    r"(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日?(?:-{1,2}|—{1,2}|–|～|~|至)(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日"
)
_PLAN = re.compile(r"预计|计划|拟|将于|底前|前完成|下一步|争取|力争|届时")
_CUTOFF = re.compile(
    r"截[至止](?:日期|时间|时点)?(?:为|是|：|:)?\s*(?P<date>(?:20\d{2})年\d{1,2}月\d{1,2}日)"
)
_NAMES = {"-": "-", "—": "—", "至": "至", "~": "～", "～": "～", "--": "--", "——": "——", "–": "–"}


def exist(subject: Subject) -> Iterator[Finding]:
    """A date that is printed exists: no 13月, no 4月31日. Source: the calendar."""
    for passage in subject.passages:
        for match in _DATE.finditer(passage.text):
            year, month, day = (
                int(match["year"] or subject.year or 2024),
                int(match["month"]),
                int(match["day"]),
            )
            if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
                yield Finding(
                    Severity.ERROR,
                    f"没有{match[0]}这一天。",
                    (passage.side(match.start(), match.end(), 10),),
                    "",
                    match[0],
                )


def spans(subject: Subject) -> Iterator[Finding]:
    """A span of dates does not end before it begins. Silent where the second date is of the next year (12月…1月)."""
    for passage in subject.passages:
        for match in _SPAN.finditer(passage.text):
            start = int(match["m1"]), int(match["d1"])
            end = int(match["m2"] or match["m1"]), int(match["d2"])
            if end < start and not (start[0] == 12 and end[0] < 6):
                yield Finding(
                    Severity.ERROR,
                    f"起止日期“{match[0]}”后一个早于前一个。",
                    (passage.side(match.start(), match.end(), 10),),
                    "",
                    match[0],
                )


def in_order(subject: Subject) -> Iterator[Finding]:
    """Things listed with a date at the head of each (；, or 1. 2. in a cell) stand in the order of their dates.

    Speaks where at least three items begin with a day of the same year; told once a list, at the first step back.
    Silent about prose that does not begin its items with dates. Source: practice of official lists.
    """
    for passage in subject.passages:
        if passage.role not in ("body", "note", "row"):
            continue
        for items in (_by_semicolon(passage), _by_number(passage)):
            dated = [
                (date, start, end)
                for text, start, end in items
                if (date := _leading(text, subject.year))
            ]
            for (first, at, stop), (second, from_, to) in zip(dated, dated[1:], strict=False):
                if len(dated) > 2 and len(dated) >= len(items) - 1 and second < first:
                    yield Finding(
                        Severity.WARNING,
                        f"按日期列举，{second[1]}月{second[2]}日排在{first[1]}月{first[2]}日之后。",
                        (
                            passage.side(from_, min(to, from_ + 40)),
                            passage.side(at, min(stop, at + 40)),
                        ),
                        f"{second[1]}月{second[2]}日在前",
                        f"{first[1]}月{first[2]}日在前",
                    )
                    break


def _by_semicolon(passage: Passage) -> list[tuple[str, int, int]]:
    return [
        (text, start, start + len(text))
        for text, start in split(passage.text[passage.lead :], "；;。", passage.lead)
        if text.strip()
    ]


def _by_number(passage: Passage) -> list[tuple[str, int, int]]:
    starts = [
        found.end()
        for found in re.finditer(
            r"(?:(?<=\t)|(?<=[》。；\s\u4e00-\u9fff]))\d{1,2}[.．、](?=\s*\d{1,2}月)", passage.text
        )
    ]
    ends = [*starts[1:], len(passage.text)][: len(starts)]
    return [(passage.text[a:b], a, b) for a, b in zip(starts, ends, strict=True)]


def _leading(text: str, year: int | None) -> tuple[int, int, int] | None:
    match = _DATE.match(text.strip())
    return (
        (int(match["year"] or year or 0), int(match["month"]), int(match["day"])) if match else None
    )


def issue_date(subject: Subject) -> Iterator[Finding]:
    """The document is not dated before the data cut-off, nor before an event that it tells as past.

    The cut-off is the one of report.yaml, or one that a note prints (统计数据截止日期为…). Events in plans (预计, 底前 …)
    are passed over. Source: GB/T 9704-2012, 7.3.5.4; the form's notes.
    """
    signed = [
        (date, passage)
        for passage in subject.passages
        if passage.role in ("signature", "imprint")
        for date in _full(passage.text)
    ]
    if not signed:
        return
    issued, where = signed[0]
    for passage, start, end, date in _cutoffs(subject):
        if issued < date:
            yield Finding(
                Severity.WARNING,
                f"成文日期{_said(issued)}早于数据截止日期{_said(date)}。",
                (where.side(), passage.side(start, end)),
                f"不早于{_said(date)}",
                _said(issued),
            )
    draft = None if list(_cutoffs(subject)) else subject.draft
    if (
        draft
        and (cutoff := draft.dataset.settings.cutoff)
        and issued < (cutoff.year, cutoff.month, cutoff.day)
    ):
        yield Finding(
            Severity.WARNING,
            f"成文日期{_said(issued)}早于report.yaml里的数据截止日期{cutoff}。",
            (where.side(), cell_side(Source("report.yaml", 0, "cutoff"), str(cutoff))),
            f"不早于{cutoff}",
            _said(issued),
        )
    for passage in subject.passages:
        if passage.role != "body" or re.search("下一步|打算|计划|思路", passage.section):
            continue
        for match in _DATE.finditer(passage.text):
            date = (
                int(match["year"] or subject.year or issued[0]),
                int(match["month"]),
                int(match["day"]),
            )
            clause = re.split("[。；]", passage.text[match.start() :])[0]
            if re.search("截[至止].{0,8}$", passage.text[: match.start()]):
                continue
            if (
                date > issued
                and not _PLAN.search(clause)
                and not _PLAN.search(passage.text[max(0, match.start() - 8) : match.start()])
            ):
                yield Finding(
                    Severity.WARNING,
                    f"{match[0]}的事写成已经发生，而成文日期是{_said(issued)}。",
                    (passage.side(match.start(), match.end(), 16), where.side()),
                    f"不晚于{_said(issued)}",
                    match[0],
                )


def _cutoffs(subject: Subject) -> Iterator[tuple[Passage, int, int, tuple[int, int, int]]]:
    for passage in subject.passages:
        for match in _CUTOFF.finditer(passage.text):
            if (
                "数据" in passage.text[max(0, match.start() - 8) : match.start()]
                or "数据" in match[0]
            ):
                yield passage, match.start(), match.end(), next(_full(match["date"]))


def _full(text: str) -> Iterator[tuple[int, int, int]]:
    for match in _DATE.finditer(text):
        if match["year"]:
            yield int(match["year"]), int(match["month"]), int(match["day"])


def _said(date: Sequence[int]) -> str:
    return f"{date[0]}年{date[1]}月{date[2]}日"


def range_style(subject: Subject) -> Iterator[Finding]:
    """Spans of dates are written in one way: one sign (— or 至) in the whole document.

    Told once a document, with one example of each way. Source: GB/T 15834-2011, 4.13.3; 同类别同形式 (GB/T 15835, 4.3).
    """
    first: dict[str, tuple[Passage, int, int]] = {}
    for passage in subject.passages:
        if passage.role == "body":
            for match in _RANGE.finditer(passage.text):
                first.setdefault(
                    _NAMES.get(match["dash"], match["dash"]), (passage, match.start(), match.end())
                )
    if len(first) > 1:
        told = "、".join(f"“{passage.text[start:end]}”" for passage, start, end in first.values())
        yield Finding(
            Severity.WARNING,
            f"起止日期的连接号不统一：{told}。",
            tuple(passage.side(start, end) for passage, start, end in first.values()),
            "一种写法",
            f"{len(first)}种写法",
        )
