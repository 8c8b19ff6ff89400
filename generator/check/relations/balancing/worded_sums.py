"""What words reckon one by one: 现存640顶，系结存580顶加上调入210顶、再减去调出150顶; 收入A；支出B；收支相抵，结余C."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.numbers.amounts import BALANCED, Amount
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_ADDED = regex(r"^(?:[再又并另后]|以及)*(?:加上?(?![快强大工固深装急速])|计入|并入)")
_TAKEN = regex(r"^(?:[再又并另后]|以及)*(?:减去?(?![少免半轻灾])|减掉|扣除|扣减|剔除|除去|冲减)")
_IS = regex(r"^(?:[系是为即]|等于|也就是|由)")
_GIVES = regex(r"[后得即]|等于|[合共总]计|[实净尚]")
_LEAST_STEPS = 2


def worded_sums(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every row of numbers that words add and take off, with what it gives before or behind it."""
    for at, first in enumerate(phrase.amounts):
        steps = _steps(phrase.amounts[at:])
        if len(steps) < _LEAST_STEPS or -1 not in map(step_of, steps):
            continue
        signs = (1, *map(step_of, steps))
        behind = phrase.amounts[at + len(steps) + 1 :][:1]
        before = phrase.amounts[max(0, at - 1) : at]
        for result in _given(first, steps, before, behind):
            yield relation_of(Arithmetic.BALANCE, (first, *steps), result, signs)


def _given(
    first: Amount, steps: Sequence[Amount], before: Sequence[Amount], behind: Sequence[Amount]
) -> Sequence[Amount]:
    """The number that a row of steps gives: that which 系 or 即 joins to it before, else that behind
    it."""
    joined = _IS.match(first.label)
    for result in before if joined else ():
        if result.base == first.base and first.clause - result.clause == 1:
            return [result]
    for result in behind:
        beside = result.base == first.base and result.clause - steps[-1].clause <= 1
        if beside and _GIVES.search(steps[-1].tail[-2:] + result.label):
            return [result]
    return ()


def step_of(amount: Amount) -> int:
    """1 for a number that words add, -1 for one that they take off, 0 for any other."""
    if amount.role not in BALANCED:
        return 0
    return 1 if _ADDED.match(amount.label) else -1 if _TAKEN.match(amount.label) else 0


def _steps(row: Sequence[Amount]) -> list[Amount]:
    """The numbers in the unit of the first that words add or take off one by one behind it."""
    steps: list[Amount] = []
    for amount in row[1:]:
        if amount.base != row[0].base or not step_of(amount):
            break
        steps.append(amount)
    return steps
