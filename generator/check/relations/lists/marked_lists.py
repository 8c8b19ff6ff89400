"""Lists that the marks alone set off from what else a sentence counts: the numbers that 、 joins
behind a number, and those between its colon and the next ；."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase

SAID_OF_IT = (Role.GROWTH, Role.DELTA, Role.POINTS, Role.SHARE)
_STEPS = ("、", "和", "，", "；", "：", "。")
JOINED, COMMA, GROUP, COLON, SENTENCE = 0, 2, 3, 4, len(_STEPS)
_PAIR, _MANY = 2, 3


class ListRead(Struct, frozen=True):
    """Parts with their whole; ``step`` is how much the mark behind the whole parts it from them, 0
    where it does no more than those between them."""

    parts: tuple[Amount, ...]
    whole: Amount
    step: int


def step_between(phrase: Phrase, one: Amount, other: Amount) -> int:
    """How much the marks between two numbers part them."""
    words = phrase.between(one.end, other.start)
    return max((at for at, mark in enumerate(_STEPS) if mark in words), default=0)


def marked_lists(phrase: Phrase) -> Iterator[ListRead]:
    """Each number with the list behind it that the marks set off, whatever else of its unit stands
    in the phrase."""
    values = [a for a in phrase.amounts if a.role not in SAID_OF_IT]
    for at, whole in enumerate(values):
        behind = alike_behind(values, at)
        if len(behind) < _PAIR:
            continue
        step = step_between(phrase, whole, behind[0])
        parts = _joined(phrase, behind) if step == COMMA else _of_colon(behind, step)
        if len(parts) >= (_PAIR if step == COMMA else _MANY):
            yield ListRead(parts, whole, step)


def alike_behind(values: Sequence[Amount], at: int) -> list[Amount]:
    """The numbers just behind one, as far as they may be parts of it; [] where it can have none."""
    whole = values[at]
    if not _is_alike(whole, whole):
        return []
    return [*takewhile(lambda amount: _is_alike(amount, whole), values[at + 1 :])]


def _is_alike(amount: Amount, whole: Amount) -> bool:
    """Whether a number may be a part of a whole: of its unit, plain and exact."""
    known = amount.role is Role.PLAIN and not amount.qualifier
    return known and amount.base == whole.base not in ("%", "‰", "")


def _joined(phrase: Phrase, behind: Sequence[Amount]) -> tuple[Amount, ...]:
    """The first numbers as far as 、 or 和 joins them."""
    run = [behind[0]]
    for amount in behind[1:]:
        if step_between(phrase, run[-1], amount) >= COMMA or amount.clause - run[-1].clause != 1:
            break
        run.append(amount)
    return tuple(run)


def _of_colon(behind: Sequence[Amount], step: int) -> tuple[Amount, ...]:
    """The numbers behind a colon up to the next ；."""
    group = behind[0].group
    return tuple(takewhile(lambda a: a.group == group, behind)) if step == COLON else ()
