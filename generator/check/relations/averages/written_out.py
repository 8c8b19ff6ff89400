"""Products that are written out: 1000元（5元×200天）, 5元×200天=1000元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase

_TIMES, _EQUALS = "×xX*＊", "=＝"


def written_out(phrase: Phrase) -> Iterator[NumberRelation]:
    """The factors between signs of multiplication, with what stands behind the sign of equality or
    before their bracket."""
    at = 0
    while at < len(phrase.amounts):
        factors = _factors_from(phrase, phrase.amounts[at:])
        at += len(factors)
        result = _result(phrase, factors, phrase.amounts[at : at + 1])
        if result and len(factors) > 1 and not any(one.base == "%" for one in factors):
            start = min(factors[0].start, result.start)
            end = max(factors[-1].end, result.end)
            yield NumberRelation(Arithmetic.PRODUCT, tuple(factors), result, start, end)


def _factors_from(phrase: Phrase, amounts: Sequence[Amount]) -> list[Amount]:
    """A number and those that a sign of multiplication joins to it."""
    factors = list(amounts[:1])
    for amount in amounts[1:]:
        between = phrase.between(factors[-1].end, amount.start).strip()
        if len(between) != 1 or between not in _TIMES:
            break
        factors.append(amount)
    return factors


def _result(
    phrase: Phrase, factors: Sequence[Amount], following: Sequence[Amount]
) -> Amount | None:
    """What a product is said to be; None where nothing is."""
    for amount in following:
        between = phrase.between(factors[-1].end, amount.start).strip()
        if len(between) == 1 and between in _EQUALS:
            return amount
    alone = phrase.between(factors[-1].end, phrase.end).strip() == "" and not factors[0].label
    if phrase.outer is None or not alone:
        return None
    before = (amount for amount in phrase.outer.amounts if amount.end == phrase.start - 1)
    return next(before, None)
