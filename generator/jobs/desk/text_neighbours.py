"""What prints around the texts of a report: headings, sentences, levels."""

from __future__ import annotations

from generator.figures import Draft
from generator.figures.plaintext import Line, lines
from generator.model import files
from generator.model.document import AnnexLabel, Document, Heading, Paragraph, plain
from generator.model.regex import regex
from generator.report.trace import text_of_block

_SENTENCE = regex(r"[^。！？；]*[。！？；][”’」』）]*|[^。！？；]+$")
DEEPEST = 4
"""The deepest level of headings (GB/T 9704-2012, 7.3.3)."""


class TextNeighbours:
    """What prints around the texts of a report."""

    def __init__(self, draft: Draft) -> None:
        self._lines = list(lines(draft.document))
        self._at: dict[str, tuple[int, int]] = {}
        self._levels: dict[str, int] = {}
        heads, level = _levels(draft.document), DEEPEST
        for index, line in enumerate(self._lines):
            level = heads.get(line.block, level)
            name = text_of_block(line.block) or _wanted(line)
            if name:
                self._at[name] = (self._at.get(name, (index, index))[0], index)
                self._levels.setdefault(name, level + 1)

    def level_below(self, name: str) -> int | None:
        """The level of headings right below those above a text, past the deepest where none stands
        above it; None where it is not printed."""
        return self._levels.get(name)

    def of(self, name: str) -> tuple[str, str, str]:
        """The headings above a text, the sentence before it, the sentence after it."""
        if name not in self._at:
            return "", "", ""
        first, last = self._at[name]
        before = self._sentences(first - 1)
        after = self._sentences(last + 1)
        return self._lines[first].section, (before or [""])[-1], (after or [""])[0]

    def _sentences(self, index: int) -> list[str]:
        if not 0 <= index < len(self._lines):
            return []
        return [found[0] for found in _SENTENCE.finditer(plain(self._lines[index].text).strip())]


def _levels(document: Document) -> dict[str, int]:
    """The levels of headings that are no text's own, by the block that they stand in; an annex
    begins anew."""
    levels = {}
    for section in document.sections:
        for block in section.blocks:
            head = block.lead if isinstance(block, Paragraph) else block
            if isinstance(head, AnnexLabel):
                levels[block.id] = 0
            elif isinstance(head, Heading) and not text_of_block(head.id):
                levels[block.id] = head.level
    return levels


def _wanted(line: Line) -> str:
    """The text whose gap a line prints, "" for none."""
    keys = (run.mark.key for run in line.text if run.mark and run.mark.origin == "gap")
    return next((k.removeprefix(files.TEXTS) for k in keys if k.startswith(files.TEXTS)), "")
