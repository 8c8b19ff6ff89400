"""Where a pattern stands in the sentences of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.passages import Passage, prose
from generator.check.subject import Subject


def in_prose(subject: Subject, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """The matches of a pattern in the passages that hold sentences, in order."""
    for passage in prose(subject.passages):
        for match in pattern.finditer(passage.text):
            yield passage, match
