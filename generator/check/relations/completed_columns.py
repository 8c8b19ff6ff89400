"""Shares of which two of a row hold by their digits, so that the others of the row are of the same
whole: 税收6.78亿元、社保费3.96亿元、非税0.69亿元，三者占59.3%、34.6%和6.0%."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.check.relations.amounts import Amount, Role
from generator.check.relations.holding import verdict
from generator.check.relations.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.sentence import Phrase
from generator.model.replacing import replace

_PAIR = 2


def in_columns(
    phrase: Phrase, read: Iterable[NumberRelation], told: frozenset[int]
) -> Iterator[NumberRelation]:
    """The shares of a row that those which hold show; ``told`` are the places of the results that
    are read already."""
    places = {amount.start: at for at, amount in enumerate(phrase.amounts)}
    for (whole, step), rates in _columns(read, places).items():
        if len(rates) >= _PAIR:
            for rate in _row(phrase.amounts, rates):
                part = phrase.amounts[rate - step] if rate >= step else None
                result = phrase.amounts[rate]
                if part and _is_part(part, phrase.amounts[whole]) and result.start not in told:
                    one = relation_of(Arithmetic.SHARE, (part, phrase.amounts[whole]), result)
                    yield replace(one, explicit=False)


def _columns(
    read: Iterable[NumberRelation], places: dict[int, int]
) -> dict[tuple[int, int], list[int]]:
    """The rates that hold, by their whole and by how many numbers they stand behind their part."""
    columns: dict[tuple[int, int], list[int]] = defaultdict(list)
    for one in read:
        is_share = one.sort is Arithmetic.SHARE and one.certain and len(one.terms) == _PAIR
        if is_share and one.result and verdict(one).holds:
            part, whole = (places.get(term.start) for term in one.terms)
            rate = places.get(one.result.start)
            if part is not None and whole is not None and rate is not None:
                columns[whole, rate - part].append(rate)
    return columns


def _row(amounts: Sequence[Amount], rates: Sequence[int]) -> list[int]:
    """The rates that stand side by side with some of them, one a clause."""
    first, last = min(rates), max(rates)
    while first and _is_next(amounts[first - 1], amounts[first]):
        first -= 1
    while last + 1 < len(amounts) and _is_next(amounts[last], amounts[last + 1]):
        last += 1
    row = range(first, last + 1)
    whole = all(_is_next(amounts[at], amounts[at + 1]) for at in row[:-1])
    return [at for at in row if at not in rates] if whole else []


def _is_next(one: Amount, other: Amount) -> bool:
    """Whether nothing but 、 or 和 joins two rates."""
    rates = one.base == other.base == "%" and other.clause - one.clause <= 1
    return rates and other.role is Role.SHARE and not other.label.strip("和与及")


def _is_part(amount: Amount, whole: Amount) -> bool:
    return amount.base == whole.base and amount.role is Role.PLAIN and not amount.qualifier
