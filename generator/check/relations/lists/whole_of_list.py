"""Which number before a list is no whole of it: what is more than a plan, the last of a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.check.relations.algebra.holding import exceeds, fills
from generator.check.relations.lists.parts import of_unit
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_EXCESS = regex(
    r"^(?:已|实际|比[^，。；\d]{2,6})?(?:超|多完成|多支|多收|超额|净超|少支|少收|欠|尚欠|缺口)[^，。；\d]{0,6}$"
)
_JOINED = regex("[、和及与]")
_ROW_BEGINS = regex("分别|依次")


def beyond_excess(
    phrase: Phrase, parts: Sequence[Amount], wholes: tuple[Amount, ...]
) -> tuple[Amount, ...]:
    """The number that was done in place of that by which it is more than was planned, where a part
    is by itself more than the latter: 任务21000人，完成21463人，超任务463人，其中省外8127人; of a row
    the number before it: 412万人次，一至四季度分别为…和80万人次，其中过夜236万人次."""
    for excess in wholes[:1]:
        if not exceeds(parts[:1], excess) or fills(parts, excess):
            return wholes
        if is_last_of_row(phrase, excess):
            return _before_row(phrase, excess) or wholes
        if not _EXCESS.search(excess.label):
            return wholes
        before = [
            amount
            for amount in of_unit(phrase.amounts, excess.base, excess.start)
            if amount.role in (Role.PLAIN, Role.AFTER) and not _EXCESS.search(amount.label)
        ]
        done = [amount for amount in before if not _is_planned(amount)]
        return tuple(done[-1:]) or wholes
    return wholes


def _is_planned(amount: Amount) -> bool:
    """Whether the words around a number call it a plan."""
    return bool(re.search("计划|任务|目标|预算|对照", amount.label + amount.tail))


def _before_row(phrase: Phrase, last: Amount) -> tuple[Amount, ...]:
    """The number of the unit before a row of numbers, of which the last is given."""
    row = of_unit(phrase.plain, last.base, last.end)
    first = last
    for amount in reversed(row[:-1]):
        if not _JOINED.match(phrase.between(amount.end, first.start)):
            return (amount,)
        first = amount
    return ()


def is_last_of_row(phrase: Phrase, whole: Amount) -> bool:
    """Whether a number ends a row: 一至四季度分别为141.8万、226.4万和180.7万人次."""
    before = [amount for amount in phrase.amounts if amount.end <= whole.start]
    joined = [a for a in before[-1:] if _JOINED.match(phrase.between(a.end, whole.start))]
    words = phrase.between(phrase.start, whole.start)
    return bool(joined) and not whole.label.strip("、和及与") and bool(_ROW_BEGINS.search(words))
