"""The steps of one matter by their dates: 立案 before 开庭, 开工 before 完工."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.reader import sentences
from generator.model.regex import regex
from generator.model.severity import Severity

_DATE = regex(
    r"(?<![\d.])(?:(?P<year>(?:19|20)\d{2})年)?(?P<month>1[0-2]|[1-9])月"
    r"(?:(?P<day>[12]\d|3[01]|[1-9])日|(?P<third>[上中下]旬|底|末|初))(?P<event>[^，。；、\d（）]{0,16})"
)
_DAYS = {"初": 1, "上旬": 1, "中旬": 11, "下旬": 21, "底": 28, "末": 28}
_STEPS = tuple(
    (regex(first), regex(second))
    for first, second in (
        ("(?:开|动)工|奠基|破土", "封顶|完工|竣工|投产|投运|试车|试运|通车|验收|建成|交付|合龙"),
        ("封顶|主体完工|合龙", "竣工|验收|试车|投产|投运|交付|通车"),
        ("立案", "开庭|宣判|结案|审结|判决|移送审查|提起公诉"),
        ("开庭|庭审", "宣判|判决|审结"),
        ("宣判|判决", "生效|执行|发还"),
        ("进驻|进点|进场", "撤离|撤点|离场|离开|结束"),
        ("发布|公告|发标", "截止|开标|评审|签约|中标"),
        ("截止|开标", "签约|中标|公示结果|签订"),
        ("签约|签订", "开工|动工|投产"),
        ("受理", "办结|审结|颁证|发证"),
        ("启动|开幕|开始|开班", "结束|闭幕|收官|结业|完成"),
        ("投产", "达产"),
    )
)
_ELSE = regex("计划|预计|原定|拟|力争|提前|截至|同期|上年|次年|翌年|比|较|以来|另")
NO_SUBJECT = regex("[于在已并后即再又至到将、，]*")
"""What may stand before the second date where it is one of the same matter."""
ORDINAL = regex("[一二三四五六七八九十]+[期轮批次审标]")
_WINTER, _SPRING = 10, 5


class _Step(NamedTuple):
    """A date with what happened then."""

    day: tuple[int, int, int]
    shown: str
    event: str
    start: int
    end: int


def steps_in_time(passage: Passage) -> Iterator[Finding]:
    """The pairs of steps in a sentence of which the second is dated before the first."""
    for sentence in sentences(passage.text):
        for group in re.finditer("[^；;]+", sentence.text):
            if not _ELSE.search(group[0]):
                start = sentence.start + group.start()
                for first, second in pairwise(_steps(group[0], start)):
                    if _are_of_one(sentence.text[first.end - sentence.start :], first, second):
                        yield from _judge(passage, first, second)


def _are_of_one(behind: str, first: _Step, second: _Step) -> bool:
    """Whether two steps are of one matter: the second has no subject before its date (甲项目7月开工，
    乙项目6月竣工), names no other stage (启动二轮, 结束一轮), and neither says which one is meant (6月
    验收的2号楼). ``behind`` is what stands behind the first."""
    between = re.split("[，、]", behind[: second.start - first.end])[-1]
    stages = [set(ORDINAL.findall(step.event)) for step in (first, second)]
    which = any(step.event.endswith("的") or "的" in step.event[:6] for step in (first, second))
    return bool(NO_SUBJECT.fullmatch(between)) and stages[0] == stages[1] and not which


def _judge(passage: Passage, first: _Step, second: _Step) -> Iterator[Finding]:
    known = any(a.search(first.event) and b.search(second.event) for a, b in _STEPS)
    into_next_year = first.day[1] >= _WINTER and second.day[1] < _SPRING
    if known and second.day < first.day and not (into_next_year and "年" not in second.shown):
        message = f"{second.event}的{second.shown}早于{first.event}的{first.shown}。"
        side = passage.side(first.start, second.end)
        yield Finding(Severity.WARNING, message, (side,), f"不早于{first.shown}", second.shown)


def _steps(text: str, start: int) -> list[_Step]:
    """The dates of a text with their events; one without its year is of the year before it."""
    steps: list[_Step] = []
    year = 0
    for match in _DATE.finditer(text):
        year = int(match["year"] or year)
        day = int(match["day"]) if match["day"] else _DAYS[match["third"]]
        shown = match[0].removesuffix(match["event"])
        span = start + match.start(), start + match.end()
        steps.append(_Step((year, int(match["month"]), day), shown, match["event"], *span))
    return steps
