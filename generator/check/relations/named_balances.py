"""Balances that have names of their own: 资产 less 负债 is 净资产, 出生率 less 死亡率 the 自然增长率."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.check.reader import Quantity
from generator.check.relations.amounts import Amount, Role
from generator.check.relations.differences import difference, larger_first
from generator.check.relations.relation import NumberRelation
from generator.check.relations.sentence import Phrase

_KNOWN = tuple(
    (re.compile(one), re.compile(other), re.compile(result))
    for one, other, result in (
        (
            r"(?<![净动定良形货融险活置增])资产(?:总额|总计|合计|总量|规模)?(?:为|达到?|约)*$",
            r"(?<![动性有息期增解还少置])负债(?:总额|总计|合计|总量|规模)?(?:为|达到?|约)*$",
            r"(?:(?<!归母)(?<!国有)净资产|(?<!归属于母公司)所有者权益)(?:总额|合计|总计)?(?:为|达到?|约)*$",
        ),
    )
)
_NEGATIVE_RATE = re.compile(
    r"(?P<label>自然增长率)(?:约|为|是)?(?P<sign>[-−－—–]|负)(?P<digits>\d+(?:\.\d+)?)(?P<unit>‰|%)"
)
_BORN, _DIED = re.compile("出生率(?:约|为|是)?$"), re.compile("死亡率(?:约|为|是)?$")
_MARKS = re.compile("[，,；;：:、]")


def named_balances(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every balance of a phrase whose three numbers are called by their names."""
    for names in _KNOWN:
        yield from _by_labels(phrase, names)
    for match in _NEGATIVE_RATE.finditer(phrase.text):
        yield from _of_population(phrase, match)


def _by_labels(
    phrase: Phrase, names: tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]
) -> Iterator[NumberRelation]:
    """资产A；负债B；净资产C: each is called once before its balance, the nearest where a list
    goes on (中央企业资产A、负债B、净资产C；地方…)."""
    first, second, third = names
    results = [a for a in phrase.plain if third.search(a.label)]
    began = phrase.start
    for result in results:
        own = [a for a in phrase.plain if began <= a.start < result.start]
        rows = [[a for a in own if name.search(a.label)] for name in (first, second)]
        if all(len(row) == 1 and row[0].base == result.base for row in rows):
            yield replace(difference(rows[0][0], rows[1][0], result), explicit=False)
        began = result.end


def _of_population(phrase: Phrase, match: re.Match[str]) -> Iterator[NumberRelation]:
    """出生率6.1‰，死亡率7.3‰，自然增长率-1.2‰: a minus before a rate is no part of its number."""
    result = _rate(phrase, match)
    before = [a for a in phrase.amounts if a.end <= result.start and a.base == result.base]
    rows = [[a for a in before if name.search(a.label)] for name in (_BORN, _DIED)]
    if all(len(row) == 1 for row in rows):
        yield larger_first(rows[0][0], rows[1][0], result)


def _rate(phrase: Phrase, match: re.Match[str]) -> Amount:
    """The digits of a rate behind a minus as a number with its label."""
    start, end = phrase.start + match.start("digits"), phrase.start + match.end()
    digits = match["digits"]
    places = len(digits.partition(".")[2])
    label = match["label"]
    quantity = Quantity(
        Decimal(digits),
        match["unit"],
        start,
        end,
        phrase.text[match.start("digits") : match.end()],
        label,
        exact=True,
        places=places,
    )
    clause = len(_MARKS.findall(phrase.text, 0, match.start()))
    return Amount(quantity, start, end, match["unit"], 0, Role.SHARE, label, label, "", clause, 0)
