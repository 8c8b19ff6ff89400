"""A ratio without a unit just behind its two numbers: 用地3.2万平方米，建筑7.04万平方米，容积率2.2."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.averages.unit_products import is_off_by_a_slip
from generator.check.relations.numbers.amounts import Amount, Role, measured
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_RATIO = regex("(?:率|倍数|(?<![占同环对增])比值?)(?:[为是约达]|达到|约为)*$")
_FAR = 2


def plain_ratios(phrase: Phrase) -> Iterator[NumberRelation]:
    """The quotient of the two numbers before a ratio that fits; that of its size where none."""
    amounts = phrase.amounts
    for at, (before, ratio) in enumerate(pairwise(amounts)):
        pair = amounts[max(0, at - 1)], before
        alone = sum(a.base in (pair[0].base, before.base) for a in amounts[: at + 1]) == len(pair)
        if alone and _is_ratio(ratio) and _are_alike(*pair, ratio):
            tried = [_quotient(pair, ratio), _quotient(pair[::-1], ratio)]
            fits = [one for one in tried if verdict(one).holds]
            likely = [one for one in tried if is_off_by_a_slip(one)]
            yield from fits[:1] or (likely if len(likely) == 1 else [])


def _is_ratio(amount: Amount) -> bool:
    bare = not amount.base and not amount.power and not amount.tail and amount.quantity.exact
    return bare and bool(_RATIO.search(amount.label)) and amount.value > 0


def _are_alike(one: Amount, other: Amount, ratio: Amount) -> bool:
    """Whether two numbers are of one unit, or both counted, and stand just before a ratio."""
    plain = all(a.role is Role.PLAIN and not a.qualifier and a.value for a in (one, other))
    counted = not measured(one.base) and not measured(other.base) and bool(one.base and other.base)
    near = (
        one.clause < other.clause < ratio.clause
        and one.group == ratio.group
        and ratio.clause - one.clause <= _FAR
    )
    return plain and near and (counted or one.base == other.base != "")


def _quotient(pair: tuple[Amount, ...], ratio: Amount) -> NumberRelation:
    return replace(relation_of(Arithmetic.AVERAGE, pair, ratio), explicit=False)
