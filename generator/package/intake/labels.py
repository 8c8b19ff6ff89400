"""Rows of a form that carry no codes, matched to the catalogue by label and position."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from generator.model.kind import FormRow
from generator.model.regex import regex

_ALIKE = 0.8
_SAME_UNIT = 0.1
_MONEY = {"元", "万元", "亿元"}
_LEAD = regex(
    r"^(其中[:：]?|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．]|[①-⑳])+"
)


class FormLine(Struct, frozen=True):
    """A row of a filed form: its row in the sheet, its label and unit as they stand there, whether
    it holds a value."""

    row: int
    label: str
    unit: str
    filled: bool


def folded(label: str) -> str:
    """A label without numbering, blanks, punctuation and full-width forms: what two prints of one
    row share."""
    plain = re.sub(r"\s", "", label)
    plain = _LEAD.sub("", plain)
    plain = unicodedata.normalize("NFKC", plain)
    return re.sub(r"[^\w%]", "", plain)


def another_row(
    label: str, form: FormRow, catalogue: Iterable[FormRow], year: int
) -> FormRow | None:
    """The row of the catalogue that a label names where it is not that of ``form``, at any level;
    None for its own, none, or one that no row has."""
    there = folded(label)
    if not there or there in _names(form, year):
        return None
    return next((row for row in catalogue if there in _names(row, year)), None)


def _names(form: FormRow, year: int) -> set[str]:
    """What a row may be called, folded."""
    levels = (label for _, label in form.levels)
    labels = (form.label_of(year), form.issued, *levels)
    return {folded(label) for label in labels}


def match(lines: Sequence[FormLine], catalogue: Sequence[FormRow], year: int) -> dict[int, FormRow]:
    """The catalogue row of each line, by the row in the sheet; a line without a sure counterpart is
    left out.

    Both lists keep their order (the best alignment of the two), so that labels which occur often
    are told apart by the rows around them; a row below another one is sure only where that one is
    matched above it.
    """
    pairs = _align(lines, catalogue, _scores(lines, catalogue, year))
    codes = {row.code for _, row in pairs}
    often = Counter(folded(row.label) for row in catalogue)
    return {
        line.row: row
        for line, row in pairs
        if often[folded(row.label)] == 1 or not row.parent or row.parent in codes
    }


def _scores(
    lines: Sequence[FormLine], catalogue: Sequence[FormRow], year: int
) -> list[list[float]]:
    """How well each line fits each row of the catalogue."""
    labels = [(folded(row.label_of(year)), folded(row.issued)) for row in catalogue]
    scores = []
    for line in lines:
        there = folded(line.label)
        fits = [max(_alike(there, label), _alike(there, issued)) for label, issued in labels]
        scores.append([_score(line, row, fit) for row, fit in zip(catalogue, fits, strict=True)])
    return scores


def _alike(one: str, two: str) -> float:
    """1 for the same label, 0 for too different ones, and for none."""
    if one == two:
        return 1.0 if one else 0.0
    ratio = SequenceMatcher(None, one, two, autojunk=False).ratio() if one else 0.0
    return ratio if ratio >= _ALIKE else 0.0


def _score(line: FormLine, row: FormRow, alike: float) -> float:
    """How well a line fits a row: 0 for not at all; the same label counts most, the same unit
    decides between alike."""
    if not alike or not line.unit or not row.unit:
        return alike
    if _unit(line.unit) == _unit(row.unit):
        return alike + _SAME_UNIT
    both_money = line.unit in _MONEY and row.unit in _MONEY
    return 0.0 if alike < 1 or both_money else alike


def _unit(unit: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", unit))


def _align(
    lines: Sequence[FormLine], catalogue: Sequence[FormRow], scores: Sequence[Sequence[float]]
) -> list[tuple[FormLine, FormRow]]:
    """The pairs of the best alignment: the sum of scores is greatest, of equal ones the nearest
    rows are taken."""
    best = _best_sums(scores, len(catalogue))
    pairs, i, j = [], 0, 0
    while i < len(lines) and j < len(catalogue):
        if scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            pairs.append((lines[i], catalogue[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            i += 1
    return pairs


def _best_sums(scores: Sequence[Sequence[float]], width: int) -> list[list[float]]:
    """The greatest sum of scores that the lines from ``i`` on and the rows from ``j`` on can
    have."""
    best = [[0.0] * (width + 1) for _ in range(len(scores) + 1)]
    for i in reversed(range(len(scores))):
        for j in reversed(range(width)):
            taken = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], taken)
    return best
