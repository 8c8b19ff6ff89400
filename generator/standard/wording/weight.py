"""What numbers weigh against one another: whole and parts, the largest, a task and what is done.

Only sizes are compared here; the words stand beside what they say.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum

from generator.standard.wording.numbers import EXACT, num

HALF = 2
"""A part is the main one where this many times of it are more than the whole."""


class PartsAre(Enum):
    """How parts stand to their whole."""

    SMALLER = "其中"
    ALL = "均为"
    CONTRADICTORY = ""


def adds_up(whole: Decimal, parts: Sequence[Decimal | None]) -> bool:
    """Whether parts may stand beside their whole: the known ones are not more, and not less where
    none is unknown. No part at all adds up."""
    known = [part for part in parts if part is not None]
    if len(known) < len(parts) or not parts:
        return sum(known) <= whole
    return sum(known) == whole


def parts_of(whole: Decimal, parts: Sequence[Decimal | None], *, adding: bool = False) -> PartsAre:
    """How parts stand to their whole; unknown ones and those of 0 say nothing.

    ALL: one part is the whole. CONTRADICTORY: a part is more than the whole, one is the whole and
    there are others, or parts that are to add up (``adding``) do not.
    """
    told = [part for part in parts if part]
    if any(part > whole for part in told) or (adding and not adds_up(whole, parts)):
        return PartsAre.CONTRADICTORY
    if whole in told:
        return PartsAre.ALL if len(told) == 1 else PartsAre.CONTRADICTORY
    return PartsAre.SMALLER


def main_part(whole: Decimal | None, parts: Sequence[Decimal | None]) -> int | None:
    """Which part is more than half of the whole; None where none is, where the whole is unknown, or
    where the parts that are known are more than the whole."""
    known = [part for part in parts if part is not None]
    if whole is None or whole <= 0 or sum(known) > whole:
        return None
    for index, part in enumerate(parts):
        if part is not None and HALF * part > whole:
            return index
    return None


def largest(sizes: Sequence[Decimal | None], most: int) -> list[int]:
    """Which are the largest, the largest first, ``most`` at most; unknown ones come last, equal
    ones in their order."""

    def rank(index: int) -> tuple[bool, Decimal]:
        size = sizes[index]
        return size is None, -(size or Decimal(0))

    return sorted(range(len(sizes)), key=rank)[:most]


def share_of_task(done: Decimal | None, task: Decimal | None) -> str:
    """完成年度任务的120%; 完成年度任务 where it is exactly done; "" where one is unknown, nothing was to
    be done or nothing was done."""
    if done is None or task is None or task <= 0 or done <= 0:
        return ""
    share = EXACT.divide(EXACT.scaleb(done, 2), task)
    return "完成年度任务" if done == task else f"完成年度任务的{num(share, 2)}%"
