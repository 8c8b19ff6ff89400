"""Where a pattern stands in the passages of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.check.finding import Finding
from generator.check.passages import Passage, prose
from generator.check.subject import Subject
from generator.model.severity import Severity


def matches(
    passages: Iterable[Passage], pattern: re.Pattern[str], sign: str = ""
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """The matches of a pattern in passages, in order; each holds the ``sign``, which is soon found
    to be in none."""
    for passage in passages:
        if sign not in passage.text:
            continue
        for match in pattern.finditer(passage.text):
            yield passage, match


def in_prose(subject: Subject, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """The matches of a pattern in the passages that hold sentences, in order."""
    return matches(prose(subject.passages), pattern)


def finding_at(
    passage: Passage,
    span: tuple[int, int],
    message: str,
    expected: str = "",
    severity: Severity = Severity.WARNING,
    *,
    around: int,
) -> Finding:
    """The finding on the words of a span, quoted with ``around`` characters before and behind;
    ``message`` comes without its full stop."""
    start, end = span
    side = passage.side(start, end, around)
    return Finding(severity, f"{message}。", (side,), expected, passage.text[start:end])
