"""A note for the writer."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class NoteSort(Enum):
    """What a note is about; the value is what a clerk calls it. The weightiest stand
    first."""

    FALL = "比上年少"
    PARTS = "分项不合"
    PROBLEM = "问题线索"
    ONLY_FIGURES = "只有数字"
    LENGTH = "篇幅"
    MEASURE = "措施"
    UNUSED = "没有用上"


class WriterNote(Struct, frozen=True):
    """One thing that a person should think of, in a sentence.

    ``section`` are the headings above, without numbers, joined by ／; ``block`` is the block of the
    innermost heading that a template has, "" where the note belongs to no heading.
    """

    sort: NoteSort
    section: str
    text: str
    block: str = ""
