"""Under which headings of the report blocks, keys and cells stand, those of dropped paragraphs and
headings too."""

from __future__ import annotations

import re

from msgspec import Struct, field

from generator.model import marks
from generator.model.cell import Source
from generator.model.document import plain
from generator.model.regex import regex
from generator.report.markup import parse_line
from generator.report.markup.block_lines import BLOCK_SIGNS

_HEADING = regex(r"(#{1,4})\s+(.*)")
_MARK = regex(re.escape(marks.OPEN) + f"([^{marks.BODY}]*){marks.BODY}")
BEFORE, SEPARATOR = "（标题前）", "／"
"""The section of what stands above the first heading."""


class Sections(Struct, frozen=True):
    """The headings from the outermost, without numbers, joined by ／: all of them in ``order``, and
    those above each block, key and cell."""

    order: dict[str, None] = field(default_factory=lambda: {BEFORE: None})
    blocks: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    sources: dict[Source, str] = field(default_factory=dict)


def sections_of(composed: str) -> Sections:
    """Where all stands in a report as composed; of what stands several times the first place."""
    sections = Sections()
    above: dict[int, str] = {}
    for line in composed.split("\n"):
        heading = _HEADING.match(BLOCK_SIGNS.sub("", line).strip())
        if heading:
            level = len(heading[1])
            above = {outer: title for outer, title in above.items() if outer < level}
            above[level] = plain(parse_line(heading[2])).strip().rstrip("。")
        section = SEPARATOR.join(above[level] for level in sorted(above)) or BEFORE
        sections.order.setdefault(section)
        _note_blocks(line, section, sections)
        _note_marks(line, section, sections)
    return sections


def _note_blocks(line: str, section: str, sections: Sections) -> None:
    for sign in BLOCK_SIGNS.finditer(line):
        if sign[1] is not None:
            sections.blocks.setdefault(sign[1], section)


def _note_marks(line: str, section: str, sections: Sections) -> None:
    for opening in _MARK.finditer(line):
        mark = marks.parse(opening[1])
        sections.keys.setdefault(mark.key, section)
        for source in mark.sources:
            sections.sources.setdefault(source, section)
