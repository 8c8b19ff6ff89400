"""How likely numbers of a sentence agree by chance: what decides whether their digits alone show a
relation."""

from __future__ import annotations

from collections.abc import Sequence

from generator.check.relations.numbers.amounts import Amount, measured

MOST_CHANCE = 0.04
"""How many fits by chance may be expected among all that are tried."""
_PER_WIDTH = 0.3
"""How likely two numbers of a sentence have a ratio within an interval of the width 1 of itself."""


def of_quotients(tried: Sequence[Sequence[Amount]], result: Amount) -> float:
    """How many of the pairs may be expected to give a result by chance: by how wide the result is
    beside its value, and they beside theirs."""
    own = _step(result) / float(result.value)
    return _PER_WIDTH * sum(own + sum(map(_width, terms)) for terms in tried)


def of_differences(tried: Sequence[Sequence[Amount]], result: Amount) -> float:
    """How many of the pairs may be expected to differ by a result by chance: by the finest digit
    that is printed beside the larger one."""
    return sum(_of_difference(terms, result) for terms in tried)


def _of_difference(terms: Sequence[Amount], result: Amount) -> float:
    finest = min(_step(amount) for amount in (*terms, result))
    rounded = any(amount.half for amount in (*terms, result))
    window = finest * (len(terms) + 1 if rounded else 1)
    return window / max(float(term.value) for term in terms)


def of_sums(tried: int, whole: Amount, parts: Sequence[Amount]) -> float:
    """How many of so many sums may be expected to fit by chance, by what is rounded in one."""
    rounded = sum(_step(amount) for amount in (whole, *parts)) if measured(whole.base) else 1.0
    return tried * _PER_WIDTH * rounded / float(whole.value)


def _width(amount: Amount) -> float:
    """How wide a number is beside its value; nothing where it is counted."""
    return 2 * float(amount.half / amount.value)


def _step(amount: Amount) -> float:
    """The last digit that a number prints, in its base unit."""
    return 10.0 ** (amount.power - amount.quantity.places)
