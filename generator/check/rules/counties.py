"""Places under the city and province that they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.rules.matches import finding_at
from generator.check.subject import Subject
from generator.model.severity import Severity
from generator.standard.divisions import Division, Mention, mentions, stem


def belong(subject: Subject) -> Iterator[Finding]:
    """A county or district is named under the city that it belongs to, a city under its province.

    查：市、州名后面紧接着县、区名，而这个县、区不归那个市、州管的（石家庄市清河县）。
    不查：中间有标点、别的字的；区划表里没有的；同名的县、区里有一个归它管的；书名号里的。
    例：石家庄市清河县派出干部6名。 -> “石家庄市清河县”：清河县属邢台市，不属石家庄市。
    依据：行政区划（GB/T 2260 的名称和隶属）。
    """
    for passage in subject.passages:
        for one, other in pairwise(_mentions(passage)):
            if one.end == other.start and _is_wrong(one, other):
                yield _finding(passage, one, other)


def _mentions(passage: Passage) -> list[Mention]:
    return list(mentions(passage.text))


def _is_wrong(one: Mention, other: Mention) -> bool:
    """Whether none of the divisions of the second name is below one of the first.

    Only a city may have others below it; a county before a county is no pair.
    """
    if not any(_is_city(division) for division in one.divisions):
        return False
    names = {stem(name) for division in one.divisions for name in division.names}
    above = {stem(name) for division in other.divisions for name in division.above}
    return not names & above


def _is_city(division: Division) -> bool:
    """Whether a division is a city or prefecture, below which counties stand."""
    return len(division.above) < 2


def _finding(passage: Passage, one: Mention, other: Mention) -> Finding:
    words = passage.text[one.start : other.end]
    name, city = passage.text[other.start : other.end], passage.text[one.start : one.end]
    right = "、".join(
        dict.fromkeys(division.above[-1] for division in other.divisions if division.above)
    )
    message = f"“{words}”：{name}属{right}，不属{city}"
    span = (one.start, other.end)
    return finding_at(passage, span, message, right, Severity.WARNING, around=8)
