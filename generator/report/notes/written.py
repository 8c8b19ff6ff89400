"""The sections of a report as composed: each heading of a template with the words below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.model import files
from generator.model.document import plain
from generator.model.regex import regex
from generator.report.markup import parse_line
from generator.report.markup.block_lines import BlockLine, block_lines
from generator.report.progress.sections import BEFORE, SEPARATOR

_HEADING = regex(r"(#{1,4})\s+(.*)")


class WrittenSection(Struct, frozen=True):
    """What stands between a heading of a template and the next one.

    ``block`` is the block of the heading ("" before the first), ``section`` the headings above,
    without numbers; ``text`` what a reader sees, a paragraph a line; ``by_person`` is true where a
    people's text is part of it.
    """

    block: str
    section: str
    text: str = ""
    by_person: bool = False

    @property
    def length(self) -> int:
        """Characters, white space left out."""
        return len("".join(self.text.split()))


def written_sections(composed: str) -> tuple[WrittenSection, ...]:
    """The sections of a report in order, what stands above the first heading among them."""
    reader = _SectionReader()
    for line in block_lines(composed):
        reader.read(line)
    return tuple(reader.ended())


class _SectionReader:
    """Gathers lines below the heading that was read last."""

    def __init__(self) -> None:
        self._done: list[WrittenSection] = []
        self._above: dict[int, str] = {}
        self._block, self._texts, self._by_person = "", [], False

    _texts: list[str]

    def read(self, line: BlockLine) -> None:
        """A line: a heading of a template begins a section, all else is its text."""
        peoples = any(block.startswith(files.TEXTS) for block in line.within)
        heading = _HEADING.match(line.text.strip())
        words = plain(parse_line(heading[2] if heading else line.text)).strip()
        if heading and not peoples:
            self._begin(line.block, len(heading[1]), words.rstrip("。"))
        elif words:
            self._texts.append(words)
            self._by_person |= peoples

    def _begin(self, block: str, level: int, title: str) -> None:
        self._done.append(self._section())
        self._above = {outer: words for outer, words in self._above.items() if outer < level}
        self._above[level] = title
        self._block, self._texts, self._by_person = block, [], False

    def _section(self) -> WrittenSection:
        section = SEPARATOR.join(self._above[level] for level in sorted(self._above)) or BEFORE
        return WrittenSection(self._block, section, "\n".join(self._texts), self._by_person)

    def ended(self) -> Sequence[WrittenSection]:
        """All sections, the last one too."""
        return [*self._done, self._section()]


def blocks_of(written: Sequence[WrittenSection]) -> Mapping[str, str]:
    """The block of the heading of each section, by the headings above."""
    return {section.section: section.block for section in reversed(written)}
