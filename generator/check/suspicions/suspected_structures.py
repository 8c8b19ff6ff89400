"""Shares in a row, with nothing else in their sentence, that nearly make 100."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.check.relations import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Role
from generator.check.suspicions.open_numbers import OpenNumbers
from generator.model.regex import regex

_NO_SHARE = regex("系数|率|指数|其中|前|最")
_REST = regex("其[余他它]|余下|剩|以上|分别")
_LEAST, _HUNDRED, _MOST = Decimal(80), Decimal(100), Decimal(140)
_FEWEST = 3


def suspected_structures(numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """省内占62.7%，省外36.1%，境外4.2%: three or more shares that are all of a sentence behind its first."""
    shares = [amount for amount in numbers.amounts if amount.base == "%"]
    if len(shares) < _FEWEST or numbers.amounts[-len(shares) :] != tuple(shares):
        return
    open_ = all(numbers.is_open(a) and a.role is Role.SHARE and not a.qualifier for a in shares)
    total = sum((amount.value for amount in shares), Decimal(0))
    named = any(_NO_SHARE.search(amount.label) for amount in shares)
    alone = len({amount.group for amount in shares}) == 1
    rest = total < _HUNDRED and _REST.search(numbers.phrase.text)
    if open_ and alone and not named and not rest and _LEAST < total < _MOST:
        start, end = shares[0].start, shares[-1].end
        yield NumberRelation(Arithmetic.WHOLE, tuple(shares), None, start, end)
