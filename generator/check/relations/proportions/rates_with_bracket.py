"""Rates whose part and whole stand alone in the bracket just behind: 完工率87.5%（64个项目完工56个）; 参保率96.2%
（应参保4210人，已参保4050人）."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import alike, share_relation
from generator.check.relations.proportions.rate_stems import ANNOUNCED, RATE, likeness
from generator.model.regex import regex
from generator.model.replacing import replace

_SHARE = regex("占(?:比)?[为达]?$")
_AMONG = regex("[^，。；、\\d]{0,6}[中里有]")
_PAIR, _HUNDRED = 2, 100
_LEAST, _MOST = Decimal("0.6"), Decimal("1.6")


def rates_with_bracket(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every rate of a phrase with the two numbers of the bracket behind it, where they fit or their
    words say that they are its part and whole."""
    for bracket in phrase.brackets:
        rate = next((a for a in phrase.amounts if a.end == bracket.start - 1), None)
        if rate is None or rate.role is not Role.SHARE or len(bracket.amounts) != _PAIR:
            continue
        whole, part = sorted(bracket.amounts, key=lambda amount: amount.value, reverse=True)
        if rate.value > _HUNDRED or not _are_pair(part, whole):
            continue
        one = replace(share_relation(part, whole, rate), explicit=False)
        if verdict(one).holds or (_is_near(one) and _are_said(part, whole, rate)):
            yield one


def _are_pair(part: Amount, whole: Amount) -> bool:
    """Whether two numbers are plain and count the same."""
    plain = all(a.role in (Role.PLAIN, Role.TARGET) and a.value for a in (part, whole))
    return plain and alike(part, whole) and not (part.qualifier or whole.qualifier)


def _are_said(part: Amount, whole: Amount, rate: Amount) -> bool:
    """Whether words tell the part by the name of the rate, or the whole as what all are of."""
    name = RATE.search(rate.label)
    if name is None and not _SHARE.search(rate.label):
        return False
    among = whole.start < part.start and bool(_AMONG.match(whole.tail))
    alone = replace(whole, tail="")  # 64个项目完工51个: what stands between is said of the part
    called = name is not None and likeness(part, name["stem"]) > likeness(alone, name["stem"])
    return among or called or bool(name and ANNOUNCED.search(whole.label))


def _is_near(one: NumberRelation) -> bool:
    """Whether a rate misses by a slip, and not by something else altogether."""
    part, whole = one.terms
    given = part.value * _HUNDRED / whole.value
    return one.result is not None and _LEAST < given / one.result.value < _MOST
