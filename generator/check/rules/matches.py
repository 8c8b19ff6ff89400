"""Where a pattern stands in the passages of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.check.passages import Passage, prose
from generator.check.subject import Subject


def matches(
    passages: Iterable[Passage], pattern: re.Pattern[str]
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """The matches of a pattern in passages, in order."""
    for passage in passages:
        for match in pattern.finditer(passage.text):
            yield passage, match


def in_prose(subject: Subject, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """The matches of a pattern in the passages that hold sentences, in order."""
    return matches(prose(subject.passages), pattern)
