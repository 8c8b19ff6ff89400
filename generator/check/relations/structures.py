"""Shares that make a whole: 分别占60%、30%、10%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.relations.amounts import Amount, Role
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase

_FULL = re.compile("合计|共计|全部|构成|总计")
_REST = re.compile("^其[他它余]|其他")
_DIVIDED = re.compile(
    r"按[^，。；]{1,12}分|[从分][^，。；]{1,12}看|结构|构成|三次产业|分别占|(?:占比|比重|比例)分别"
)
_BEGINS = re.compile("占|比重|构成|比例")
_NEAR = Decimal(75), Decimal(130)
_MANY = 3


def structures(phrase: Phrase) -> Iterator[NumberRelation]:
    """Shares in one list that make a whole: they say 合计 or 全部, are divided by something, or
    the last is 其他; shares that stand apart where they make 100.
    """
    found = False
    for run in _runs(phrase):
        if len(run) > 1 and _is_full(phrase, run):
            found = True
            yield _whole(run)
    apart = _apart(phrase)
    if not found and len(apart) > 1 and _fits(apart):
        yield _whole(apart)


def _runs(phrase: Phrase) -> Iterator[list[Amount]]:
    run: list[Amount] = []
    for amount in phrase.amounts:
        if _goes_on(run, amount):
            run.append(amount)
            continue
        yield run
        run = [amount] if _goes_on([], amount) else []
    yield run


def _goes_on(run: Sequence[Amount], amount: Amount) -> bool:
    """Whether a number is the next share of a list, or the first of a new one."""
    if amount.quantity.unit != "%" or amount.role is not Role.SHARE:
        return False
    if not run:
        return bool(_BEGINS.search(amount.label))
    said = "占" in amount.label or not re.search("[率度]$", amount.label)
    return said and amount.clause - run[-1].clause == 1


def _apart(phrase: Phrase) -> list[Amount]:
    """The shares of a sentence that say 占, each behind its own number or in its own bracket."""
    inner = [bracket.amounts[0] for bracket in phrase.brackets if len(bracket.amounts) == 1]
    own = [amount for amount in phrase.amounts if amount.role is Role.SHARE]
    shares = [a for a in (*own, *inner) if a.quantity.unit == "%" and a.label.startswith("占")]
    return sorted(shares, key=lambda amount: amount.start)


def _whole(run: Sequence[Amount]) -> NumberRelation:
    return NumberRelation(Arithmetic.WHOLE, tuple(run), None, run[0].start, run[-1].end)


def _fits(run: Sequence[Amount]) -> bool:
    """Whether shares make 100 but for rounding."""
    total = sum((amount.value for amount in run), Decimal(0))
    return abs(total - 100) <= sum((amount.half for amount in run), Decimal(0))


def _is_full(phrase: Phrase, run: Sequence[Amount]) -> bool:
    behind = phrase.between(run[-1].end, run[-1].end + 10)
    between = phrase.between(run[0].start, run[-1].start)
    if "其中" in between:
        return False
    if _fits(run) or _FULL.search(behind) or _REST.search(run[-1].label):
        return True
    divided = _DIVIDED.search(phrase.between(phrase.start, run[0].start))
    return bool(divided) and _is_nearly_full(run) and not re.search("等$|等[^级]", behind[:2])


def _is_nearly_full(run: Sequence[Amount]) -> bool:
    total = sum((amount.value for amount in run), Decimal(0))
    return _NEAR[0] <= total <= _NEAR[1] and len(run) >= _MANY
