"""Units: amounts name their money, a unit stands once, ranges repeat % and 万 (GB/T 15835)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.finding import Finding, Severity
from generator.check.passages import Passage, prose
from generator.check.reader import masked
from generator.check.subject import Subject

_MONEY_WORDS = r"资金|投资|金额|补助|补贴|奖补|捐款|折款|折价|产值|销售额|经费|费用|总价值|价值"
_BARE = re.compile(
    rf"(?:{_MONEY_WORDS})(?:约|近|达|共|共计|为)?(?P<number>\d+(?:\.\d+)?[万亿])(?=[，。；、）)])"
    r"|(?<=万元)[，、；][^，、；。（）()\d]{2,16}(?P<listed>\d+(?:\.\d+)?万)(?=[，、；。)）])"
)
_TWICE = re.compile(
    r"人次(?P<number>\d+人)(?!次)|(?P<same>人次|户|期|场|家|个|名|项|所|次)数?(?P<twice>\d+(?P=same))(?=[，。；、）])"
)
_RANGE = re.compile(r"(?<![\d.])\d+(?:\.\d+)?[-—～~至]\d+(?:\.\d+)?(?:%|万|亿)")
_YEAR_RANGE = re.compile(r"(?:19|20)\d{2}[-—～~至](?:19|20)\d{2}")
_SMALL = re.compile(r"\d(?P<word>千|百|十)(?![米克瓦帕伏卡分余多])(?=[个元人户名亩])")
_DECIMAL = re.compile(r"(?<![\d.A-Za-z])\.\d")
_BOTH = re.compile(r"(?:约|近|大约|将近)\d+(?:\.\d+)?[\u4e00-\u9fff%]{0,3}(?:左右|上下)")
_PERSONS = re.compile(r"\d+户、(?P<number>\d+)(?=脱贫|贫困|群众|农民|农村|村民|劳动力|居民|困难)")
_WIDE = re.compile(r"[０-９．％]+")


def money_without_unit(subject: Subject) -> Iterator[Finding]:
    """An amount ends in 元: 50万 after 资金, or in a list behind an amount in 万元, lacks it.

    Silent where no word speaks of money (种植2万亩, 3万株). Source: GB/T 15835-2011, 5.3.
    """
    for passage in prose(subject.passages):
        for match in _BARE.finditer(passage.text):
            group = "number" if match["number"] else "listed"
            yield _told(
                passage,
                Severity.WARNING,
                f"金额“{match[group]}”缺“元”",
                match.start(group),
                match.end(group),
                match[group] + "元",
            )


def unit_twice(subject: Subject) -> Iterator[Finding]:
    """The unit stands once: 人次80人 mixes two, 户数30户 is allowed only with 数.

    Source: 单位与数量一致 (GB 3100 practice).
    """
    for passage in prose(subject.passages):
        for match in _TWICE.finditer(passage.text):
            number = match["number"] or match["twice"]
            if match["number"] or "数" not in match[0]:
                yield _told(
                    passage,
                    Severity.WARNING,
                    f"“{match[0]}”单位重复或混用",
                    match.start(),
                    match.end(),
                    number,
                )


def ranges(subject: Subject) -> Iterator[Finding]:
    """A range repeats % 万 亿: 15%—30%, 9亿—16亿. For information. Source: GB/T 15835-2011, 5.1.3."""
    for passage in prose(subject.passages):
        for match in _RANGE.finditer(passage.text):
            if not _YEAR_RANGE.match(match[0]):
                yield _told(
                    passage,
                    Severity.INFO,
                    f"范围“{match[0]}”前一个数也要写“{match[0][-1]}”",
                    match.start(),
                    match.end(),
                    "",
                )


def digits(subject: Subject) -> Iterator[Finding]:
    """Only 万 and 亿 follow Arabic digits (not 3千元), decimals keep their 0, digits are half-width.

    Source: GB/T 15835-2011, 5.1.2, 5.1.7, 5.3.
    """
    for passage in prose(subject.passages):
        for pattern, told in (
            (_SMALL, "阿拉伯数字后只能跟“万”“亿”"),
            (_DECIMAL, "小数点前要写0"),
            (_WIDE, "数字应当用半角"),
        ):
            for match in pattern.finditer(passage.text):
                yield _told(
                    passage,
                    Severity.WARNING,
                    f"“{match[0]}”：{told}",
                    match.start(),
                    match.end(),
                    "",
                )


def two_qualifiers(subject: Subject) -> Iterator[Finding]:
    """约 and 左右 are not used together. Source: practice of official writing."""
    for passage in prose(subject.passages):
        for match in _BOTH.finditer(passage.text):
            yield _told(
                passage,
                Severity.WARNING,
                f"“{match[0]}”概数词用了两个",
                match.start(),
                match.end(),
                "",
            )


def persons(subject: Subject) -> Iterator[Finding]:
    """A number of persons behind a number of households has its unit: 8161户、30682人脱贫人口.

    Speaks only before 群众, 劳动力 and the like. Source: GB/T 15835-2011, 4.1.1.
    """
    for passage in prose(subject.passages):
        for match in _PERSONS.finditer(masked(passage.text)):
            yield _told(
                passage,
                Severity.WARNING,
                f"“{match['number']}”后缺单位",
                match.start(),
                match.end(),
                match["number"] + "名",
            )


def _told(
    passage: Passage, severity: Severity, message: str, start: int, end: int, expected: str
) -> Finding:
    return Finding(
        severity, f"{message}。", (passage.side(start, end, 12),), expected, passage.text[start:end]
    )
