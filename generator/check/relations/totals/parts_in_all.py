"""Parts that words behind them or at their head put into the number before: 1本占了77本; 国保6处、省保38处
都算在内; 涉及挤占840万元、虚报127万元等. They are at most the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.holding import exceeds
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import parts_relation
from generator.check.relations.lists.wordings import overlap
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_INSIDE = regex(r"[^，。；、\d]{0,8}(?<!不)(?:[包含算计列纳]|统计|涵盖)[^，。；、\d不]{0,4}在内")
_TAKES_UP = regex(r"[^，。；、\d]{2,14}占(?:了|去|到|据)(?:其中的?)?$")
_TOUCHES = regex(
    r"^(?:主要|共|分别)?(?:涉及|涵盖|有|包含|集中在|表现为|是|为|如)[^，。；、\d]{2,14}$"
)
_AND_MORE = regex(r"等(?:[^，。；、\d级次额]{0,6}$|[，。；])")
_OPENED = regex("其中|另|此外")


def parts_in_all(phrase: Phrase, taken: set[int]) -> Iterator[NumberRelation]:
    """Every row of such parts just behind the number that they are of; ``taken`` are the places of
    parts that are read already."""
    for whole, row in _rows(phrase):
        free = not taken.intersection(part.start for part in row)
        sure = not overlap(row) or not exceeds(row, whole)
        if free and sure and _is_said(phrase, row):
            yield parts_relation(Arithmetic.PART, row, whole, whole.start)


def _rows(phrase: Phrase) -> Iterator[tuple[Amount, tuple[Amount, ...]]]:
    """Each number with those behind it in the next clause that 、 joins, in its unit."""
    for at, whole in enumerate(phrase.amounts):
        row: list[Amount] = []
        for part in phrase.amounts[at + 1 :]:
            last = row[-1] if row else whole
            mark = phrase.between(last.end, part.start)
            joined = ("、" in mark and "，" not in mark) if row else "，" in mark
            alike = part.base == whole.base and part.role is Role.PLAIN
            if not (joined and alike and part.clause - last.clause == 1):
                break
            row.append(part)
        fits = whole.role is Role.PLAIN and bool(whole.base) and not whole.qualifier
        if row and fits and row[0].group == whole.group:
            yield whole, tuple(row)


def _is_said(phrase: Phrase, row: Sequence[Amount]) -> bool:
    """Whether words put a row into the number before it."""
    first, last = row[0], row[-1]
    if _OPENED.search(first.label):
        return False
    behind = phrase.between(last.end, phrase.end)
    if _INSIDE.match(last.tail):
        return True
    if len(row) == 1:
        return bool(_TAKES_UP.search(first.label))
    return bool(_TOUCHES.search(first.label) and _AND_MORE.match(behind))
