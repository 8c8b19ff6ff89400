"""The numbers of a row without those that lists explain, so that what is reckoned is seen:
新增28家，其中批发9
家、零售19家；退出6家，净增22家."""

from __future__ import annotations

from collections.abc import Sequence

from generator.check.relations.algebra.holding import fills
from generator.check.relations.lists.parts import TOGETHER, one_a_clause
from generator.check.relations.numbers.amounts import Amount, Role
from generator.model.regex import regex

_IN_ALL = regex("(?:合计|共计?|总计|小计|累计)[^，。；、\\d]{0,4}$")
_PAIR = 2


def without_lists(row: Sequence[Amount]) -> list[Amount]:
    """A row without the parts that fill the number before them, or one behind them that adds
    them up."""
    left = list(row)
    for amount in row:
        if amount in left:
            at = left.index(amount)
            parts = _parts_behind(left, at) or _parts_before(left, at)
            left = [one for one in left if one not in parts]
    return left


def _parts_behind(row: Sequence[Amount], at: int) -> Sequence[Amount]:
    """The numbers just behind one that fill it, one a clause."""
    for end in range(len(row), at + _PAIR, -1):
        parts = row[at + 1 : end]
        plain = all(part.role is Role.PLAIN for part in parts) and one_a_clause(parts)
        if plain and fills(parts, row[at]):
            return parts
    return ()


def _parts_before(row: Sequence[Amount], at: int) -> Sequence[Amount]:
    """The numbers just before one that says of itself that it adds them up."""
    if not (TOGETHER.search(row[at].label) or _IN_ALL.search(row[at].label)):
        return ()
    for first in range(at - _PAIR + 1):
        if fills(row[first:at], row[at]):
            return row[first:at]
    return ()
