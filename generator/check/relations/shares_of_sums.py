"""Shares of a part that a sum of the sentence has: 过夜312.5万人次、一日游604.8万人次，总计917.3万人次，过夜占34.1%."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.check.relations.amounts import Amount, Role
from generator.check.relations.holding import verdict
from generator.check.relations.pairs import share_relation
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase
from generator.model.regex import regex

_NAMED = regex(
    "(?:其中|而|仅|光|单)?(?P<name>[^，。；、：\\d]{2,10}?)(?:[这]?一[项类块个])?(?:就|即|又|约|仅|只|则)?"
    "(?:占(?:比|到|了|据)?|贡献|比重|占总[数量额]的?)(?:了|约|达|为|近)*"
)


def shares_of_sums(
    phrase: Phrase, known: Collection[NumberRelation]
) -> Iterator[NumberRelation]:
    """The share of every part that is called again behind the sum that it is in, where no other
    number of the phrase is called so and nothing is known of the share."""
    rated = {one.result.start for one in known if one.result}
    sums = [one for one in known if one.sort is Arithmetic.SUM and one.certain]
    for rate in phrase.amounts:
        named = _NAMED.fullmatch(rate.label) if rate.quantity.unit == "%" else None
        if named is None or rate.role is not Role.SHARE or rate.start in rated:
            continue
        called = [a for a in phrase.plain if a.end <= rate.start and _is_called(a, named["name"])]
        own = [one for one in sums if called and called[0] in one.terms and verdict(one).holds]
        if len(called) == 1 and len(own) == 1 and own[0].result:
            yield share_relation(called[0], own[0].result, rate)


def _is_called(amount: Amount, name: str) -> bool:
    return amount.label.endswith(name) or name == amount.label.removeprefix("其中")
