"""The ids of blocks: names that do not move when the data change."""

from __future__ import annotations

from collections import Counter

from generator.model.document import Text


class BlockIds:
    """Names the blocks of one part (letter, report, case_1) after the part, the block of the
    template, and the record or paragraph of people's text that they stand for. Only what would be
    the same name twice is counted."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.used: Counter[str] = Counter()
        self._given: set[str] = set()

    def heading(self, block: str, record: str, text: Text) -> str:
        """The id of a heading: its words that do not follow the data belong to it."""
        words = "".join(run.text for run in text if run.mark is None)
        return self._unique(f"{self._name(block, '' if words else record)}#{words}")

    def paragraph(self, block: str, record: str) -> str:
        """The id of a paragraph."""
        return self._unique(self._name(block, record))

    def _name(self, block: str, record: str) -> str:
        return f"{self.part}/{block}" + (f"[{record}]" if record else "")

    def _unique(self, name: str) -> str:
        self.used[name] += 1
        count = self.used[name]
        unique = name if count == 1 else f"{name}~{count}"
        if unique in self._given:  # the words of another heading end so
            return self._unique(name)
        self._given.add(unique)
        return unique
