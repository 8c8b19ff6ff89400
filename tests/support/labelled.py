"""The labelled sentences of tests/check/relations/sentences.txt, and what the reader makes of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.check.relations import Arithmetic, NumberRelation, phrases, relations_of, verdict
from generator.check.suspicions import by_position

FILE = Path(__file__).parents[1] / "check" / "relations" / "sentences.txt"
APART = 7
_TOKEN = re.compile(r"\[\d+\]|\d[\d.]*[%‰]?(?:@\d)?")
_FAMILY = {"和": "sum", "差": "sum", "衡": "sum", "积": "product", "均": "product"}
_BY_DATES_AND_COUNTS = "数序"

Read = tuple[str, frozenset[int], bool]
"""A relation by its family, where its numbers stand, and whether it holds."""


@dataclass(frozen=True)
class Labelled:
    """A sentence with its number in the file and its labelled relations."""

    number: int
    text: str
    labels: tuple[str, ...]

    @property
    def apart(self) -> bool:
        """Whether it is kept apart: no rule was built on it."""
        return self.number % APART == 0

    def expected(self) -> set[Read]:
        """What a reader should make of it; dates and counted lists are other rules."""
        return {self._read(label) for label in self.labels if label[0] not in _BY_DATES_AND_COUNTS}

    def actual(self) -> set[Read]:
        """What the reader makes of it, and what its numbers show by their places."""
        read = phrases(self.text)
        known = relations_of(read)
        paired = (one for one in by_position(read, known) if not one.hint)
        return {_of(relation) for relation in (*known, *paired)}

    def _read(self, label: str) -> Read:
        printed = [token for token in tokens(label) if token[0] != "["]
        places = frozenset(token_place(self.text, token) for token in printed)
        return _FAMILY.get(label[0], label[0]), places, "!" not in label


def tokens(label: str) -> list[str]:
    """The numbers of a labelled relation as they are written there, in order."""
    return _TOKEN.findall(label[1:].partition("!")[0])


def token_place(text: str, token: str) -> int:
    """Where a number of a label stands in the sentence."""
    digits, _, nth = token.partition("@")
    exact = re.compile(rf"(?<![\d.]){re.escape(digits)}(?![\d.]*\d)")
    return [match.start() for match in exact.finditer(text)][int(nth or 1) - 1]


_NAMES = {
    Arithmetic.SUM: "sum",
    Arithmetic.BALANCE: "sum",
    Arithmetic.PART: "部",
    Arithmetic.SHARE: "比",
    Arithmetic.GROWTH: "增",
    Arithmetic.CHANGE: "变",
    Arithmetic.PRODUCT: "product",
    Arithmetic.AVERAGE: "product",
    Arithmetic.WHOLE: "构",
}


def _of(relation: NumberRelation) -> Read:
    amounts = [*relation.terms, *filter(None, [relation.result])]
    places = frozenset(amount.start for amount in amounts)
    return _NAMES[relation.sort], places, verdict(relation).holds


def sentences(file: Path = FILE) -> list[Labelled]:
    """All labelled sentences of a file, in order."""
    read: list[tuple[str, list[str]]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            read[-1][1].append(line.strip())
        elif line and not line.startswith(("#", "==")):
            read.append((line, []))
    return [Labelled(at, text, tuple(labels)) for at, (text, labels) in enumerate(read, 1)]
