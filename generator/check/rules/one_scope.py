"""Whether two passages may speak of one thing: headings and lines above them tell places and times
apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.check.passages import Passage
from generator.model.regex import regex

_OWN = regex(
    r"[镇乡村街园]|社区|公司|\d{4}年|季度|半年|\d月|学校|[一二三四五六七八九十]中|中学|小学|医院|[局县区市州]$"
    r"|项目[一二三四五六七八九十\d]|标段|[一二三四五六七八九十\d][期批标]|第[一二三四五六七八九十\d]"
)
"""What makes a heading one of a place, a time or a thing of its own."""
_LINE = regex(r"[^，。；：:]{2,18}[：:。]?")
"""A line that stands above a paragraph as a heading does, with or without a number."""
_THIS_ONE = regex("[该其此]|本(?!县|市|省|区|州|级|年|季)|上述|前者|后者")


class Scopes:
    """What each passage of a text stands under."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._above = {
            id(passage): before.text.strip()
            for before, passage in pairwise(passages)
            if before.role in ("body", "heading", "title") and passage.role == "body"
        }

    def are_one(self, one: Passage, other: Passage) -> bool:
        """Whether no heading and no line above says that two passages are of two things."""
        headings = set(one.section.split("／")) ^ set(other.section.split("／"))
        if any(_OWN.search(title) for title in headings):
            return False
        lines = {self._line_above(passage) for passage in (one, other)}
        return "" in lines or len(lines) == 1 or not any(map(_OWN.search, lines))

    def _line_above(self, passage: Passage) -> str:
        """The line right above a passage that reads as a heading; "" where none does."""
        above = self._above.get(id(passage), "")
        return above if _LINE.fullmatch(above) else ""


def led_alike(one: str, other: str) -> bool:
    """Whether the words before two statements in their paragraphs are no two short ones (甲社区。)
    that tell places or times apart."""
    lines = [words.strip() for words in (one, other)]
    are_lines = all(map(_LINE.fullmatch, lines))
    return not are_lines or lines[0] == lines[1] or not any(map(_OWN.search, lines))


def points_back(words: str) -> bool:
    """Whether a statement is about what stands before it: 该项目, 本村."""
    return bool(_THIS_ONE.search(words))


def one_slip(one: str, other: str) -> bool:
    """Whether two numbers differ in one digit, or in the order of two that stand side by side."""
    if len(one) != len(other):
        return False
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(apart) == 1:
        return one[apart[0]].isdigit() and other[apart[0]].isdigit()
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1
    return swapped and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
