"""Who issued a document: the organ that is named, the letters of its number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.check.finding import Finding, Side
from generator.check.passages import Passage
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_ISSUED = regex(
    r"(?P<issuer>[\u4e00-\u9fff（）、]{4,40}?)(?:联合)?(?:制定)?"
    r"(?P<verb>出台|印发|制定|通过|起草|起草制定|制定印发|下发)了?"
    r"(?P<title>《[^《》]+》)"
    r"(?:（(?P<number>[\u4e00-\u9fff]{2,10})〔\d{4}〕\d+号）)?"
)
_OFFICE = regex(r"办公室|办$")
_OFFICE_LETTERS = ("办发", "办字", "办函")
_AROUND_ORGAN = regex(r"^(中共|中国共产党)|联合$|\d+月\d+日，?")


class _Issue(Struct, frozen=True):
    """Words that say who issued a document; ``letters`` of its number are "" where none stands."""

    passage: Passage
    match: re.Match[str]

    @property
    def title(self) -> str:
        return self.match["title"]

    @property
    def issuer(self) -> str:
        return re.split("[，。；：]", self.match["issuer"])[-1]

    @property
    def organ(self) -> str:
        """The issuer without 中共 and a date before it."""
        return _AROUND_ORGAN.sub("", self.issuer).strip("，、 ")

    @property
    def letters(self) -> str:
        return self.match["number"] or ""

    @property
    def side(self) -> Side:
        return self.passage.side(self.match.start("issuer"), self.match.end("title"))


def issuers(subject: Subject) -> Iterator[Finding]:
    """The issuer fits the letters of the document number, and a document has one issuer.

    查：办公室印发的用了机关的代字，机关印发的用了“…办发”；同一文件前后说是不同机关制发的（供参考）。
    不查：没有写文号的代字；几个机关联合发文的；一个机关名称包含另一个的。
    例：3月5日，清河县人民政府印发《甲办法》（清政办发〔2023〕6号）。
        -> 发文机关写“清河县人民政府”，文号“清政办发”是办公室的代字。
    依据：GB/T 9704—2012 第7.2.5条（规定）：发文字号由发文机关代字、年份、发文顺序号组成。
    """
    issues = [
        _Issue(passage, match)
        for passage in subject.passages
        if "《" in passage.text
        for match in _ISSUED.finditer(passage.text)
    ]
    for issue in issues:
        yield from _wrong_letters(issue)
    by_title: dict[str, list[_Issue]] = defaultdict(list)
    for issue in issues:
        by_title[issue.title].append(issue)
    for group in by_title.values():
        yield from _several_organs(group)


def _wrong_letters(issue: _Issue) -> Iterator[Finding]:
    """The letters of an office behind its organ, or those of the organ behind its office."""
    issuer, letters, match = issue.issuer, issue.letters, issue.match
    fault = _fault(issuer, letters)
    if letters and fault and "、" not in issuer:
        message = f"发文机关写“{issuer}”，文号“{letters}”{fault}。"
        organ = issue.passage.side(match.start("issuer"), match.start("verb"))
        number = issue.passage.side(match.end("title"), match.end())
        yield Finding(Severity.WARNING, message, (organ, number), issuer, letters)


def _fault(issuer: str, letters: str) -> str:
    """What is wrong with the letters behind this issuer; "" where nothing is."""
    if _OFFICE.search(issuer):
        return "" if letters.endswith(_OFFICE_LETTERS) else "不是办公室的代字"
    return "是办公室的代字" if letters.endswith("办发") else ""


def _several_organs(issues: Sequence[_Issue]) -> Iterator[Finding]:
    """One document that is said to come from organs of which none is part of another."""
    organs = list(dict.fromkeys(issue.organ for issue in issues))
    nested = any(one in other for one in organs for other in organs if one != other)
    if len(organs) > 1 and not nested:
        first = issues[0]
        second = next(issue for issue in issues if issue.organ != first.organ)
        message = f"{first.title}的制发机关前后不一：{'、'.join(organs)}。"
        yield Finding(Severity.INFO, message, (first.side, second.side), organs[0], organs[1])
