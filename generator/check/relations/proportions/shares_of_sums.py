"""Shares of a part that a sum of the sentence has: 过夜312.5万人次、一日游604.8万人次，总计917.3万人次，过夜占34.1%."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role, measured
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import share_relation
from generator.model.regex import regex
from generator.model.replacing import replace

_NAMED = regex(
    "(?:其中|而|仅|光|单)?(?P<name>[^，。；、：\\d]{2,10}?)(?:[这]?一[项类块个])?(?:就|即|又|约|仅|只|则)?"
    "(?:占(?:比|到|了|据)?|贡献|比重|占总[数量额]的?)(?:了|约|达|为|近)*"
)


_OF = regex(
    "占(?:到|了|比)?(?P<of>[^，。；、\\d的]{2,10}?)(?:总[数量额]|数|量)?的?(?:比[例重])?[为达]?$"
)
_AGAIN = regex("(?:即|也就是|合|共|约合|折合)(?:为|有|约)?")
_OF_COUNT = regex("占(?P<of>[^，。；、\\d的]{2,8}?)(?:总?[数量])的")
_PAIR = 2


def shares_of_sums(phrase: Phrase, known: Collection[NumberRelation]) -> Iterator[NumberRelation]:
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


def called_by_rate(phrase: Phrase) -> Iterator[NumberRelation]:
    """手术7318台，三四级手术占手术总量的48.9%，即3579台: the number that 即 says again what a share makes, of
    the one number before that is called so."""
    for rate, part in pairwise(phrase.amounts):
        named = _OF.search(rate.label) if rate.quantity.unit == "%" else None
        again = _AGAIN.fullmatch(part.label) and part.clause - rate.clause == 1
        if named is None or rate.role is not Role.SHARE or not again:
            continue
        before = [a for a in phrase.plain if a.end <= rate.start and a.base == part.base]
        called = [a for a in before if named["of"] in a.label + a.tail]
        if len(called) == 1 and not part.qualifier:
            yield share_relation(part, called[0], rate)


def of_called_in_other_units(phrase: Phrase) -> Iterator[NumberRelation]:
    """已登簿7.52万宗，…，发证7.39万本，占已登簿数的98.3%: of the one number that is called just so, though
    it is counted in another unit."""
    for part, rate in pairwise(phrase.amounts):
        named = _OF_COUNT.fullmatch(rate.label) if rate.quantity.unit == "%" else None
        beside = rate.clause - part.clause == 1 and part.role is Role.PLAIN and not part.qualifier
        if named is None or not beside or rate.role is not Role.SHARE:
            continue
        before = [a for a in phrase.plain if a.end <= part.start]
        called = [a for a in before if a.label.endswith(named["of"]) and not a.qualifier]
        counts = [a for a in (part, *called) if a.base and not measured(a.base)]
        if len(called) == 1 and len(counts) == _PAIR and called[0].base != part.base:
            relation = share_relation(part, called[0], rate)
            yield replace(relation, hint=not verdict(relation).holds)


def _is_called(amount: Amount, name: str) -> bool:
    return amount.label.endswith(name) or name == amount.label.removeprefix("其中")
