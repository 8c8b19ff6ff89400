"""Plans for a day that was past when the report was dated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.check.finding import Finding, Side
from generator.check.passages import prose
from generator.check.reader import sentences
from generator.check.rules.days import issue_dates
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_PLANNED = regex(
    r"(?P<word>计划|预计|预期|预定|力争|争取|将|拟)(?:于|在|到)?"
    r"(?P<date>(?P<year>20\d{2})年"
    r"(?:(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])日)?)?)"
    r"(?:份|年?底|末|初|中旬|上旬|下旬)?(?:之?前|以前)?[，]?(?P<deed>[^，。；、：\d（）《》]{0,12})"
)
_DEED = regex(
    "(?:完成|完工|竣工|建成|投产|投用|投入使用|投入运[行营]|开工|动工|启动|交付|通车|验收|达产|上市|开业|实施|开展|举办|召开)(?!率|情况|量|比|度)"
)
_SAID_AS_PAST = regex(
    "已|原|曾|当时|实际|提前|延[期迟长至]|推迟|滞后|逾期|未[能按完]|没有|没能|尚未|如期|按期|按时|调整|改为|终止|取消|时任|最初|起初"
)
"""What says that the plan is told as one of then, or how it came out."""
_QUOTED = regex("方案|规划|《|提出|要求|明确|规定|协议|合同|批复|文件|“|部署|目标|上年|去年|年初")
"""What says that the plan is another's, or of the past."""


def overdue(subject: Subject) -> Iterator[Finding]:
    """What the report says is planned is not planned for a day before its own date.

    查：写成将来的事（计划、预计、拟、力争、将于某年某月某日完成、开工、建成……），日期写明年份，而且早于成文日期。
    不查：没有写年份的；没有成文日期的；同一句里说了原计划、已经、实际、提前、推迟、未完成等的；转述方案、规划、要求、协议的；只写年份而年份
        就是成文那年的；月份就是成文那个月的。
    例：【签】2023年12月20日／项目计划于2023年3月完成。
        -> 计划于2023年3月完成，而成文日期是2023年12月20日，请核对日期，或写明现在怎样了。
    依据：逻辑。
    """
    for issued, where in islice(issue_dates(subject), 1):
        for passage in prose(subject.passages):
            for sentence in sentences(passage.text) if "20" in passage.text else ():
                for match in _planned(sentence.text):
                    if _is_before(match, issued):
                        start = sentence.start + match.start()
                        side = passage.side(start, sentence.start + match.end(), 8)
                        yield _finding(match, str(issued), (side, where))


def _planned(sentence: str) -> Iterator[re.Match[str]]:
    """The plans of a sentence with a year, unless it says that they are of then or of others."""
    for match in _PLANNED.finditer(sentence):
        is_else = _SAID_AS_PAST.search(sentence) or _QUOTED.search(sentence[: match.start()])
        if _DEED.search(match["deed"]) and not is_else:
            yield match


def _is_before(match: re.Match[str], issued: tuple[int, int, int]) -> bool:
    """Whether a date is past on a day, as exactly as it is told."""
    parts = [int(match[part]) for part in ("year", "month", "day") if match[part]]
    return tuple(parts) < issued[: len(parts)]


def _finding(match: re.Match[str], issued: str, sides: tuple[Side, Side]) -> Finding:
    words = re.sub(r"[，。；]$", "", match[0])
    message = f"{words}，而成文日期是{issued}，请核对日期，或写明现在怎样了。"
    return Finding(Severity.INFO, message, sides, f"不早于{issued}", match["date"])
