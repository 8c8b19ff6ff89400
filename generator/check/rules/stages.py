"""What begins is not finished before: 开工 and 完工, 起 and 止, 招标 and 签约."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from generator.check.finding import Finding
from generator.check.passages import Passage, prose
from generator.check.reader import split
from generator.check.rules.dates import turned_spans
from generator.check.rules.steps_in_time import NO_SUBJECT, ORDINAL, steps_in_time
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_DATE = regex(
    r"(?:(?P<year>(?:19|20)\d{2})年|(?P<same>同年|当年)|(?P<next>次年|翌年))?"
    r"(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?"
)
_BEGINS = regex(
    "^[^，。；]{0,10}?(?:开工(?:建设)?|启动|动工|开学|开始|开班|立项|批复|招标|起(?:实施|施行|至)?|进场|签订合同)"
)
_ENDS = regex(
    "^[^，。；]{0,10}?(?:完工|竣工|(?:建成|完成)(?=[，。；、）]|并|投|通车|交付|使用|验收|全部|主体|工程|$)|封顶|验收|投产|投入使用"
    "|结束|放假|结业|交付|(?<![停防禁终制])止(?=[，。；）]|$))"
)
_OF_SCHOOL = regex("开[学班]")
_SCHOOL_ENDS = regex("放假|结业|结束|止")
_OBJECT = regex("(?:开工建设|建设|启动|动工|改造|实施)[\u4e00-\u9fff“”（）]{2,}$")
_LEADS_ON = regex(
    "^(?:日|底|初|中旬|上旬|下旬)?(?:起)?(?:实施|开展|施行)?(?:，|、)?(?:至|到|—|-|～)$"
)
_PLANNED = regex("预计|计划|拟|力争|原定|前$|此前|上年")
_LONGEST = 60


class _Dated(Struct, frozen=True):
    """A date of a sentence: year, month and day (None where it is not printed)."""

    year: int
    month: int
    day: int | None
    start: int
    end: int
    text: str

    def is_before(self, other: _Dated) -> bool:
        """Whether it is earlier for certain: by months where one has no day."""
        if self.day is None or other.day is None:
            return (self.year, self.month) < (other.year, other.month)
        return (self.year, self.month, self.day) < (other.year, other.month, other.day)


def in_stages(subject: Subject) -> Iterator[Finding]:
    """A thing does not end before it began.

    查：同一句里写了年份的“…开工（启动、开学、起），…完工（竣工、验收、放假、止）”，后一个日期早于前一个；
        “2023年7月10日至2023年6月30日”；一件事相连的两步（立案与开庭、进驻与撤离、封顶与验收等），没有写年份的也查。
    不查：“起止日期”已经说的；没有写年份的一般日期，秋冬到来年春天的；计划、预计的日期；两个日期说的不是同一件事的起和止的。
    例：项目于2023年9月12日开工，2023年5月3日完工。 -> 完工的2023年5月3日早于开工的2023年9月12日。
    依据：逻辑。
    """
    for passage in prose(subject.passages):
        told = list(_ended_before(passage))
        yield from told
        shown = {finding.actual for finding in told}
        steps = steps_in_time(passage) if passage.text.count("月") > 1 else ()
        yield from (finding for finding in steps if finding.actual not in shown)


def _ended_before(passage: Passage) -> Iterator[Finding]:
    """The dates of what ends that are earlier than those of what begins, by their words."""
    elsewhere = turned_spans(passage.text)
    for item, offset in split(passage.text, "。；;"):
        for one, other in pairwise(_dates(item)):
            words = _relation(item, one, other)
            told = offset + other.end in elsewhere
            if words and not told and other.is_before(one):
                yield _finding(passage, offset, one, other, words)


def _dates(item: str) -> list[_Dated]:
    """The dates of a sentence from the first one with a year on; others take the year before."""
    dates: list[_Dated] = []
    for match in _DATE.finditer(item):
        year = int(match["year"]) if match["year"] else 0
        if not year and dates:
            year = dates[-1].year + bool(match["next"])
        if year:
            day = int(match["day"]) if match["day"] else None
            start, end = match.span()
            dates.append(_Dated(year, int(match["month"]), day, start, end, match[0]))
    return dates


def _relation(item: str, one: _Dated, other: _Dated) -> str:
    """What the second date ends that the first begins; "" where they do not belong together."""
    between = item[one.end : other.start]
    if len(between) > _LONGEST or _PLANNED.search(item[max(0, one.start - 6) : other.end + 2]):
        return ""
    if _LEADS_ON.match(between):
        return "起止"
    begins, ends = _BEGINS.search(between), _ENDS.search(item[other.end :])
    if not begins or not ends or not are_of_one_matter(between, item[other.end :]):
        return ""
    if _OF_SCHOOL.search(begins[0]) and not _SCHOOL_ENDS.search(ends[0]):
        return ""
    begun = begins[0].removesuffix("建设")
    return f"{ends[0][-2:]} {begun[-2:]}"


def are_of_one_matter(between: str, behind: str) -> bool:
    """Whether what stands between two dates and behind the second is of one matter: the second has
    no subject of its own (乙桥5月竣工), neither names an object (开工建设北区) nor another stage."""
    first, _, subject = between.rpartition("，")
    stages = [set(ORDINAL.findall(words)) for words in (between, behind.split("，")[0])]
    return (
        bool(NO_SUBJECT.fullmatch(subject))
        and stages[0] == stages[1]
        and not _OBJECT.search(first.split("，")[-1])
    )


def _finding(passage: Passage, offset: int, one: _Dated, other: _Dated, words: str) -> Finding:
    side = passage.side(offset + one.start, offset + other.end, 8)
    ended, _, begun = words.partition(" ")
    message = f"{ended}的{other.text}早于{begun}的{one.text}。"
    if not begun:
        message = f"起止日期后一个（{other.text}）早于前一个（{one.text}）。"
    severity = Severity.WARNING if begun else Severity.ERROR
    return Finding(severity, message, (side,), "", other.text)
