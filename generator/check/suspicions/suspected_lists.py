"""Amounts of one unit in a row that nearly fill the amount before or behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.relations import Amount, Arithmetic, NumberRelation, Phrase
from generator.check.relations.amounts import Role, measured
from generator.check.relations.holding import fills
from generator.check.relations.parts import parts_relation
from generator.check.relations.wordings import end_alike, overlap
from generator.check.suspicions.open_numbers import RATES, OpenNumbers, is_near
from generator.model.regex import regex
from generator.model.replacing import replace

_CHANGED = (Role.GROWTH, Role.POINTS)
_SAID_OF_PART = (Role.GROWTH, Role.POINTS, Role.SHARE)
_IN_ALL = regex("总|共|合计|全年|累计|全部")
_LARGEST, _FEWEST, _MOST = Decimal("1.4"), 2, 8


def suspected_lists(numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """Those before a number that is called their total, in its unit or counted in units of their own, then
    a number with those behind it, then one with those in its bracket."""
    values = [amount for amount in numbers.amounts if amount.role not in _SAID_OF_PART]
    for at, whole in enumerate(values):
        if _IN_ALL.search(whole.label) and _is_plain(numbers, whole):
            yield from _filling(_before(numbers, values[:at], whole), whole)
    for at, whole in enumerate(numbers.amounts):
        if _is_plain(numbers, whole):
            yield from _filling(_behind(numbers, at), whole)
    for bracket in numbers.phrase.brackets:
        ahead = [amount for amount in numbers.amounts if amount.end <= bracket.start]
        if ahead and bracket.start - ahead[-1].end <= 1 and _is_plain(numbers, ahead[-1]):
            yield from _filling(_inside(numbers, bracket, ahead[-1]), ahead[-1])


def _before(numbers: OpenNumbers, values: Sequence[Amount], whole: Amount) -> list[Amount]:
    """The numbers of the unit of a total that stand before it; all that are counted, if it is counted
    and none of its unit stands there. [] where one of them is no plain number."""
    same = [amount for amount in values if amount.base == whole.base]
    counted = [] if measured(whole.base) else [a for a in values if not measured(a.base)]
    parts = same or counted
    plain = all(_is_plain(numbers, amount) for amount in parts)
    return parts if parts and plain and whole.clause - parts[-1].clause <= 1 else []


def _inside(numbers: OpenNumbers, bracket: Phrase, whole: Amount) -> list[Amount]:
    """The numbers of a bracket, all in the unit of the number before it or all without a unit; []
    where something else stands there."""
    units = {amount.base for amount in bracket.amounts}
    plain = all(
        amount.role is Role.PLAIN and not amount.qualifier and amount.start not in numbers.summed
        for amount in bracket.amounts
    )
    same = plain and units in ({whole.base}, {""})
    return (
        [replace(part, base=whole.base, power=whole.power) for part in bracket.amounts]
        if same
        else []
    )


def _is_plain(numbers: OpenNumbers, amount: Amount) -> bool:
    """Whether a number is an exact amount that is in no sum yet."""
    plain = amount.role in (Role.PLAIN, Role.TARGET) and not amount.qualifier
    return plain and amount.base not in RATES and amount.start not in numbers.summed


def _behind(numbers: OpenNumbers, at: int) -> list[Amount]:
    """The numbers of the unit just behind one, up to one that grew or of another unit; those up to
    the next ； where there are several of them."""
    whole, parts = numbers.amounts[at], list[Amount]()
    for amount in numbers.amounts[at + 1 :]:
        small = amount.value <= whole.value * _LARGEST
        if amount.base in RATES and amount.role not in _CHANGED:
            continue
        if amount.base != whole.base or not small or not _is_plain(numbers, amount):
            break
        if len(parts) >= _FEWEST and amount.group != parts[-1].group == whole.group:
            break
        parts.append(amount)
    return parts


def _filling(parts: Sequence[Amount], whole: Amount) -> Iterator[NumberRelation]:
    """The parts with their whole where they nearly fill it, no first ones of them do, and they are
    called otherwise than it."""
    if not _FEWEST <= len(parts) <= _MOST or end_alike((whole, *parts)) or overlap(parts):
        return
    total = sum((part.value for part in parts), Decimal(0))
    filled = any(fills(parts[:most], whole) for most in range(_FEWEST, len(parts) + 1))
    if is_near(total, whole.value) and not filled:
        start = min(parts[0].start, whole.start)
        yield parts_relation(Arithmetic.SUM, tuple(parts), whole, start, hint=True)
