"""Rows of a form that carry no codes, matched to the catalogue by label and position."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.model.kind import FormRow

_ALIKE = 0.8
_LEAD = re.compile(
    r"^(其中[:：]?|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．]|[①-⑳])+"
)


@dataclass(frozen=True)
class FormLine:
    """A row of a filed form: its row in the sheet, its label and unit as they stand there, whether it holds a value."""

    row: int
    label: str
    unit: str
    filled: bool


def folded(label: str) -> str:
    """A label without numbering, blanks, punctuation and full-width forms: what two prints of one row share."""
    plain = re.sub(r"\s", "", label)
    plain = _LEAD.sub("", plain)
    plain = unicodedata.normalize("NFKC", plain)
    return re.sub(r"[^\w%]", "", plain)


def match(lines: Sequence[FormLine], catalogue: Sequence[FormRow], year: int) -> dict[int, FormRow]:
    """The catalogue row of each line, by the row in the sheet; a line without a sure counterpart is left out.

    Both lists keep their order (the best alignment of the two), so that labels which occur often are told apart by
    the rows around them; a row below another one is sure only where that one is matched above it.
    """
    pairs = _align(
        lines, [(row, folded(row.label.replace("{year}", str(year)))) for row in catalogue]
    )
    codes = {row.code for _, row in pairs}
    often = [folded(row.label) for row in catalogue]
    return {
        line.row: row
        for line, row in pairs
        if often.count(folded(row.label)) == 1 or not row.parent or row.parent in codes
    }


def _score(line: FormLine, row: FormRow, label: str, there: str) -> float:
    """How well a line fits a row: 0 for not at all; the same label counts most, the same unit decides between alike."""
    if there == label:
        alike = 1.0
    else:
        alike = SequenceMatcher(None, there, label, autojunk=False).ratio()
        if alike < _ALIKE:
            return 0
    if line.unit and row.unit and _unit(line.unit) != _unit(row.unit):
        return 0 if alike < 1 or (row.unit in _MONEY and line.unit in _MONEY) else alike
    return alike + 0.1 if line.unit and row.unit else alike


_MONEY = {"元", "万元", "亿元"}


def _unit(unit: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", unit))


def _align(
    lines: Sequence[FormLine], rows: Sequence[tuple[FormRow, str]]
) -> list[tuple[FormLine, FormRow]]:
    """The pairs of the best alignment (the sum of scores is greatest; of equal ones the nearest rows are taken)."""
    labels = [folded(line.label) for line in lines]
    best = [[0.0] * (len(rows) + 1) for _ in range(len(lines) + 1)]
    scores = [[0.0] * len(rows) for _ in lines]
    for i in range(len(lines) - 1, -1, -1):
        for j in range(len(rows) - 1, -1, -1):
            if labels[i]:
                scores[i][j] = _score(lines[i], *rows[j], labels[i])
            taken = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], taken)
    pairs, i, j = [], 0, 0
    while i < len(lines) and j < len(rows):
        if scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            pairs.append((lines[i], rows[j][0]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            i += 1
    return pairs
