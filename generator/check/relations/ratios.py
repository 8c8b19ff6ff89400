"""Ratios: 三次产业结构21.4∶38.2∶40.4 makes 100, 生师比13∶1 is the quotient of two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.reader import Quantity
from generator.check.relations.amounts import Amount, Role
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase

_NUMBER = r"\d+(?:\.\d+)?"
_RUN = rf"{_NUMBER}(?:[:：∶︰]{_NUMBER}){{2,}}"
_PARTS = re.compile(
    r"(?:结构|构成|比重|比例|产业)[^，。；：\d]{0,12}?(?:由|从|为|是|调整)?"
    rf"(?P<one>{_RUN})(?:[^，。；：\d]{{1,8}}(?P<two>{_RUN}))?"
)
_QUOTIENT = re.compile(
    rf"(?P<name>[^，。；、\d]{{0,12}}比)(?:为|是|达到?)?(?P<number>{_NUMBER})[:：∶︰]1(?![\d.])"
)
_NEAR_HUNDRED = (Decimal(50), Decimal(190))


def ratios(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every ratio of a phrase that can be recomputed."""
    for match in _PARTS.finditer(phrase.text):
        for group in ("one", "two"):
            if match[group]:
                yield from _structure(phrase, match.start(group), match[group])
    for match in _QUOTIENT.finditer(phrase.text):
        yield from _quotient(phrase, match)


def _structure(phrase: Phrase, at: int, words: str) -> Iterator[NumberRelation]:
    terms = tuple(
        _number(phrase, at + match.start(), match[0]) for match in re.finditer(_NUMBER, words)
    )
    total = sum((term.value for term in terms), Decimal(0))
    if _NEAR_HUNDRED[0] <= total <= _NEAR_HUNDRED[1]:
        yield NumberRelation(Arithmetic.WHOLE, terms, None, terms[0].start, terms[-1].end)


def _quotient(phrase: Phrase, match: re.Match[str]) -> Iterator[NumberRelation]:
    result = _number(phrase, match.start("number"), match["number"])
    before = [
        a for a in phrase.amounts if a.end <= result.start and a.role in (Role.PLAIN, Role.EACH)
    ]
    if len(before) > 1 and "性别" not in match["name"]:
        one, other = before[-2:]
        larger, smaller = (one, other) if one.value >= other.value else (other, one)
        alike = one.base == other.base or "竞争" in match["name"]
        if smaller.value and alike:
            yield NumberRelation(
                Arithmetic.AVERAGE, (larger, smaller), result, one.start, result.end
            )


def _number(phrase: Phrase, at: int, digits: str) -> Amount:
    """A number of a ratio, which has no unit."""
    start, end = phrase.start + at, phrase.start + at + len(digits)
    places = len(digits.partition(".")[2])
    quantity = Quantity(Decimal(digits), "", start, end, digits, "", exact=True, places=places)
    return Amount(quantity, start, end, "%", 0, Role.SHARE, "", "", "", 0, 0)
