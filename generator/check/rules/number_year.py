"""The document number and the date of the document are of one year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_NUMBER = regex(r"\s*[\u4e00-\u9fff]{2,12}〔((?:19|20)\d{2})〕\d+号\s*(?:签发人.*)?")
_DATE = regex(r"((?:19|20)\d{2})年\d{1,2}月\d{1,2}日")
_FIRST = 8
"""The number of a document stands among its first lines."""


def same_year(subject: Subject) -> Iterator[Finding]:
    """The year of the document number is that of the date of the document.

    查：版头的发文字号年份与成文日期的年份不同。
    不查：正文里引用的文号；没有发文字号或成文日期的。
    例：【头】青政发〔2024〕7号／【签】2023年12月1日 -> 发文字号的年份是2024年，成文日期是2023年。
    依据：《党政机关公文处理工作条例》第九条（规定）：发文字号由机关代字、年份、顺序号组成。
    """
    number = _number(subject.passages)
    signed = _signed(subject.passages)
    if number and signed and number[1] != signed[1]:
        message = f"发文字号的年份是{number[1]}年，成文日期是{signed[1]}年。"
        sides = number[0].side(), signed[0].side()
        yield Finding(Severity.WARNING, message, sides, signed[1], number[1])


def _number(passages: Sequence[Passage]) -> tuple[Passage, str] | None:
    """The line that holds the number of the document, and its year."""
    for passage in passages[:_FIRST]:
        match = _NUMBER.fullmatch(passage.text)
        if match and not passage.part:
            return passage, match[1]
    return None


def _signed(passages: Sequence[Passage]) -> tuple[Passage, str] | None:
    """The line of the date of the document, and its year."""
    for passage in passages:
        match = _DATE.search(passage.text) if passage.role == "signature" else None
        if match:
            return passage, match[1]
    return None
