"""Two values of one thing: 由A增加到B; B，比上年的A; B，比上年（A）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from msgspec import Struct

from generator.check.relations.growth.bracket_bases import bases_in_brackets
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

CHANGES = (Role.DELTA, Role.GROWTH, Role.POINTS)
VALUES = (Role.PLAIN, Role.EACH, Role.SHARE, Role.AFTER)
_LED = regex(r"(?<!理)由(?!于)|(?<!自)从|上年|去年|年初|[上年]年?[底末]|的$|原|之前|同期|\d{4}年")
_LEAVES = regex("(?:^|[^理缘来])[由从](?!此)[^，。；]*$")
_FLOW = regex("(?:新增|办结|注销|退出|核销|化解|减少|增加|转出|转入|处置)$")
_SAID_BETWEEN = (Role.SHARE, Role.TARGET, Role.GROWTH)
"""完成预算150万元的146.7%: what may stand between a value and what it is compared with."""
_BARE_UNITS = ("万", "亿")
_NEAR, _FAR, _NOUN, _SEVERAL = 2, 4, 8, 2


class TwoStates(Struct, frozen=True):
    """Two values of one thing; ``last`` is the number behind which their changes stand."""

    before: Amount
    after: Amount
    last: Amount

    @property
    def start(self) -> int:
        return min(self.before.start, self.after.start)


def two_states(phrase: Phrase) -> Iterator[TwoStates]:
    """由A增加到B; B，比上年的A增加C; B，比上年（A）增加C."""
    for before, amount in pairwise(phrase.amounts):
        if amount.role is Role.AFTER and _leads_to(phrase, before, amount):
            yield TwoStates(_beginning(phrase, before), amount, amount)
    bases = [amount for amount in phrase.amounts if amount.role is Role.BASE]
    for base in (*bases, *bases_in_brackets(phrase)):
        value = _compared(phrase, base)
        if value:
            yield TwoStates(base, value, base)


def _beginning(phrase: Phrase, before: Amount) -> Amount:
    """由46条经新增85条、办结97条后降为34条: what 由 leads, where a flow stands behind it."""
    if not _FLOW.search(before.label):
        return before
    led = [a for a in phrase.amounts if a.start < before.start and a.group == before.group]
    led = [a for a in led if are_alike(a, before) and _LEAVES.search(a.label)]
    return led[-1] if led and before.clause - led[-1].clause <= _NEAR else before


def are_alike(one: Amount, other: Amount) -> bool:
    """Whether two numbers have one unit."""
    same_percent = (one.quantity.unit == "%") == (other.quantity.unit == "%")
    return one.base == other.base and same_percent


def _leads_to(phrase: Phrase, before: Amount, after: Amount) -> bool:
    """Whether two numbers stand in 由A…到B, or A的…增加到B."""
    if not are_alike(before, after):
        return False
    clause = re.split("[，。；：]", phrase.between(phrase.start, before.start))[-1]
    goes_on = after.clause - before.clause == 1 and before.role is Role.BEFORE
    return bool(_LED.search(clause)) and (goes_on or after.clause == before.clause)


def _compared(phrase: Phrase, base: Amount) -> Amount | None:
    """The value that is compared with a base: the last of its unit, or the one before that fits
    where the last is one of a list; None where neither is sure."""
    earlier = [a for a in phrase.amounts if a.end <= base.start]
    value = _nearest(earlier, base)
    change = _change_behind(phrase, base)
    if value is None or change is None or _fits(value, base, change):
        return value
    whole = _of_what_is_listed(earlier, base, change)
    return whole or (None if _ends_a_list(phrase, value, earlier) else value)


def _nearest(earlier: Sequence[Amount], base: Amount) -> Amount | None:
    """The last value of the unit, at most two clauses before; four if only shares stand between."""
    farthest = _FAR
    for amount in reversed(earlier):
        if amount.group != base.group or base.clause - amount.clause > farthest:
            return None
        if amount.role in VALUES and _is_of_unit(amount, base):
            return amount
        if amount.role not in _SAID_BETWEEN:
            farthest = _NEAR
    return None


def _is_of_unit(value: Amount, base: Amount) -> bool:
    """Whether a number counts what another does; 为314万残疾人 counts 人 too."""
    if are_alike(value, base):
        return True
    bare = value.quantity.unit in _BARE_UNITS and bool(base.base)
    return bare and base.base in value.tail[:_NOUN]


def _change_behind(phrase: Phrase, base: Amount) -> Amount | None:
    """The amount by which a value differs from a base, just behind it."""
    behind = next((a for a in phrase.amounts if a.start >= base.end), None)
    by_amount = behind is not None and behind.role is Role.DELTA and behind.base == base.base
    return behind if by_amount else None


def _fits(value: Amount, base: Amount, change: Amount) -> bool:
    """Whether a value is a base and its change, whatever was rounded."""
    sign = -1 if change.falls else 1
    half = value.half + base.half + change.half
    return abs(value.value - base.value - sign * change.value) <= half


def _of_what_is_listed(earlier: Sequence[Amount], base: Amount, change: Amount) -> Amount | None:
    """The one value of the unit farther before that fits a base and its change."""
    values = [a for a in earlier if a.group == base.group and a.role is Role.PLAIN]
    fitting = [a for a in values if are_alike(a, base) and _fits(a, base, change)]
    return fitting[0] if len(fitting) == 1 else None


def _ends_a_list(phrase: Phrase, value: Amount, earlier: Sequence[Amount]) -> bool:
    """Whether a value is the last of several behind 其中: what is compared may be their whole."""
    alike = [a for a in reversed(earlier) if are_alike(a, value) and a.group == value.group]
    row = list(takewhile(lambda a: a.role is Role.PLAIN, alike))
    listed = [a for a in row if "其中" in phrase.between(phrase.start, a.start)]
    return _SEVERAL <= len(listed) < len(row)
