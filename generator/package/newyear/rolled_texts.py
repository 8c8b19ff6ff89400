"""Texts of people for the new year, and the old years that are left in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from generator.model.regex import regex
from generator.package.newyear.roll import YEAR, Roll, later_year

_CODE = regex(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.S)
_QUOTED = regex(r"《[^《》]*》|〔[^〔〕]*〕")
_CONFIRMED = regex(r"\{# \d{4}年仍适用 #\}")
_WORDS_BEFORE, _WORDS_AFTER = 8, 10


class Stale(Struct, frozen=True):
    """A year in the people's text that was left as it stands: the file, its line, the year, the
    words around it."""

    file: str
    line: int
    year: int
    words: str

    def __str__(self) -> str:
        return f"{self.file} 第{self.line}行：{self.year}年（…{self.words}…）"


def rolled_text(file: str, text: str, roll: Roll) -> tuple[str, list[Stale]]:
    """A text with its year words rolled; years of other times, and those in titles of documents,
    are left and told."""
    code, next_year = _spans(_CODE, text), _next_year(text, roll.old, roll.year)

    def is_left(year: re.Match[str]) -> bool:
        return next_year(year) == year[1] and not _inside(year, code)

    years = [year for year in YEAR.finditer(text) if int(year[1]) < roll.year]
    stale = [_stale(text, file, year) for year in filter(is_left, years)]
    return YEAR.sub(next_year, text), stale


def is_carried(text: str, then: str, old: int, year: int) -> bool:
    """Whether a text of ``year`` is that of ``old`` as it was copied: nobody has touched it since.

    例：
        >>> is_carried("2023年，落实协作任务。", "2022年，落实协作任务。", 2022, 2023)
        True
        >>> is_carried(confirmed("落实任务。", 2023), "落实任务。", 2022, 2023)
        False
    """
    copied = YEAR.sub(_next_year(then, old, year), then)
    return bool(text.strip()) and text.strip() == copied.strip()


def confirmed(text: str, year: int) -> str:
    """A text with a note, which prints nothing, that it holds for this year as it stands.

    例：
        >>> confirmed(confirmed("落实任务。", 2022), 2023)
        '落实任务。{# 2023年仍适用 #}'
    """
    return f"{_CONFIRMED.sub('', text).rstrip()}{{# {year}年仍适用 #}}"


def _next_year(text: str, old: int, year: int) -> Callable[[re.Match[str]], str]:
    """What becomes of a year of the text."""
    kept = [*_spans(_CODE, text), *_spans(_QUOTED, text)]
    return lambda found: found[1] if _inside(found, kept) else later_year(found[1], old, year)


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def _inside(match: re.Match[str], spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= match.start() < end for start, end in spans)


def _stale(text: str, file: str, year: re.Match[str]) -> Stale:
    around = text[max(0, year.start() - _WORDS_BEFORE) : year.end() + _WORDS_AFTER]
    words = " ".join(_CODE.sub("", around).split())
    return Stale(file, text.count("\n", 0, year.start()) + 1, int(year[1]), words)
