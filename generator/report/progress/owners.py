"""Who owes a part of a package: who is named in departments.csv, else whom the row names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from functools import cache
from operator import itemgetter

from generator.model.dataset import Department
from generator.model.regex import regex

_SHEET = regex(r"\.(?:xlsx|csv|docx)(?:“.*)?$", re.IGNORECASE)
"""The ending of a file, and the sheet and cell in it, as 来源 has them after ``nigao bring``."""


class Owners:
    """The departments of a package; ``unused`` are what they own and nothing is called."""

    def __init__(self, departments: Sequence[Department]) -> None:
        self._departments = tuple(departments)
        self._matched: set[str] = set()
        self._best = cache(self._most_particular)

    def of(self, names: Iterable[str], said: str = "") -> str:
        """The department that owns what has these names: that of the longest name or pattern.

        Else the one that ``said`` (来源) names, else ``said``; "" where nobody is named. Of a cell
        that ``nigao bring`` took (县人社局.xlsx“Sheet1”C4) that is who sent the file, 县人社局.
        """
        if not self._departments:
            return _SHEET.sub("", said) if said else ""
        owned = [best for name in names if (best := self._best(name))]
        if owned:
            return max(owned, key=itemgetter(0))[1]
        named = (item.name for item in self._departments if item.name in said)
        return next(named, _SHEET.sub("", said))

    def unused(self) -> list[tuple[Department, str]]:
        """What fitted nothing that was asked for so far."""
        return [
            (department, word)
            for department in self._departments
            for word in department.owns
            if word not in self._matched
        ]

    def _most_particular(self, name: str) -> tuple[int, str] | None:
        """How long the best pattern for a name is, and its department; None where none fits."""
        best: tuple[int, str] | None = None
        for department in self._departments:
            for word in department.owns:
                if fits(word, name):
                    self._matched.add(word)
                    length = len(word.replace("*", ""))
                    best = max(best or (-1, ""), (length, department.name), key=lambda it: it[0])
        return best


def fits(word: str, name: str) -> bool:
    """Whether a name or pattern of 负责 means what is called ``name``.

    A name means itself and what is below it: 就业 also 就业.合计, 2.1 also 2.1.1, text/ every text.
    In a pattern * stands for anything.
    """
    if "*" in word:
        return fnmatchcase(name, word.replace("[", "[[]"))
    return name == word or name.startswith((f"{word.rstrip('.')}.", f"{word.rstrip('/')}/"))
