"""Which words of a report the templates of its kind wrote, and no person."""

from __future__ import annotations

from generator.check.passages import Passage
from generator.check.subject import Subject


def templates_of(subject: Subject) -> str:
    """All templates of the kind; "" for a text without data."""
    return "\n".join(subject.draft.kind.templates.values()) if subject.draft else ""


def are_of_template(templates: str, passage: Passage, start: int, end: int) -> bool:
    """Whether all words of a stretch stand in the templates, but for those that follow the data."""
    words = [
        passage.text[max(start, first) : min(end, last)].strip()
        for run, first, last in passage.run_spans()
        if run.mark is None and max(start, first) < min(end, last)
    ]
    return any(words) and all(word in templates for word in words)
