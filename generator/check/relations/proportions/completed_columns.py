"""Shares of which two of a row hold by their digits, so that the others of the row are of the same
whole: 税收6.78亿元、社保费3.96亿元、非税0.69亿元，三者占59.3%、34.6%和6.0%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import share_relation
from generator.model.replacing import replace

_LEAST, _VOUCHING = 3, 2


def in_columns(phrase: Phrase) -> Iterator[NumberRelation]:
    """The shares of each row behind as many parts of one whole."""
    for rates in _rows(phrase.amounts):
        for one in _of_a_whole(phrase.amounts, rates):
            yield replace(one, explicit=False)


def _rows(amounts: Sequence[Amount]) -> Iterator[list[Amount]]:
    """The rows of three and more shares that nothing but 、 and 和 joins."""
    row: list[Amount] = []
    for amount in amounts:
        if row and _is_next(row[-1], amount):
            row.append(amount)
            continue
        if len(row) >= _LEAST:
            yield row
        row = [amount] if amount.base == "%" and amount.role is Role.SHARE else []
    if len(row) >= _LEAST:
        yield row


def _is_next(one: Amount, other: Amount) -> bool:
    share = other.base == "%" and other.role is Role.SHARE
    return share and other.clause - one.clause <= 1 and not other.label.strip("和与及")


def _of_a_whole(amounts: Sequence[Amount], rates: Sequence[Amount]) -> list[NumberRelation]:
    """The shares of the parts just before a row in the first whole of which all of them but one
    hold, two at least; none where there is no such whole."""
    before = [a for a in amounts if a.end <= rates[0].start and a.role is Role.PLAIN]
    own = [a for a in before if a.base == before[-1].base]
    parts = own[-len(rates) :]
    for whole in own[: -len(rates)]:
        shares = [
            share_relation(part, whole, rate) for part, rate in zip(parts, rates, strict=True)
        ]
        right = sum(verdict(one).holds for one in shares)
        if right >= max(_VOUCHING, len(rates) - 1):
            return shares
    return []
