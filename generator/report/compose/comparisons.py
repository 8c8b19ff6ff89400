"""Comparisons with last year in a text as composed: one a section, each figure compared once.

Only the whole text says which comparisons print: a clause may vanish, and a list may be made before
the sentence that stands above it. So the words write all of them, marked, and here those that are
too many are taken out again; punctuation that dangles then is ``markup``'s to remove.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.kind import Kind
from generator.model.regex import regex
from generator.model.settings import Settings
from generator.report.compose.block_marks import ANCHOR, BODY, CLOSE, COMPARED, COMPARED_END, OPEN

_COMPARISON = regex(f"{COMPARED}([^{BODY}]*){BODY}([^{COMPARED_END}]*){COMPARED_END}")
_HEADING = regex(f"(?:{OPEN}[^{BODY}]*{BODY}|{CLOSE}|{ANCHOR}[^{BODY}]*{BODY}|\\s)*#{{1,3}}[^#]")


def compared_keys(settings: Settings, kind: Kind) -> frozenset[str] | None:
    """The keys that the outline compares with last year: those that report.yaml names, else the
    main figures of the kind; None where neither says anything."""
    if settings.compare is not None:
        return frozenset(settings.compare)
    if not kind.outline:
        return None
    return frozenset(key for section in kind.outline for key in section.main)


def once_a_section(text: str) -> str:
    """The text with the first comparison of each section, without marks; a section goes as far as
    the next heading of levels 1 to 3."""
    return "\n".join(_Comparisons().lines(text.split("\n")))


class _Comparisons:
    """Which comparisons one text has told: of which figures, and whether in this section."""

    def __init__(self) -> None:
        self._keys: set[str] = set()
        self._told_here = False

    def lines(self, lines: list[str]) -> Iterator[str]:
        """The lines with the comparisons that stay."""
        for line in lines:
            if _HEADING.match(line):
                self._told_here = False
            yield _COMPARISON.sub(self._kept, line)

    def _kept(self, comparison: re.Match[str]) -> str:
        """The words of a comparison that is told, "" for one too many."""
        key, words = comparison[1], comparison[2]
        if self._told_here or key in self._keys:
            return ""
        self._told_here = True
        self._keys.add(key)
        return words
