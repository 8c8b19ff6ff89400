"""The count and the total near a price: those that fit, or else the nearest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.averages.counted_things import PERSONS
from generator.check.relations.averages.mean_pairs import (
    across,
    belongs,
    called_alike,
    distance,
    is_of_size,
    pairs_of,
    plain_beside,
)
from generator.check.relations.averages.time_factors import Factor, times_of
from generator.check.relations.numbers.amounts import SPREAD, Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

IS_MEAN = regex(
    "均|造价|成本|投资强度|每[百千万][^，。；、\\d]{0,4}[人口]|(?:折合|折算|相当于|合|摊到?|合计)(?:成|为|到|下来)?每"
)
_BOUNDS = ("以上", "以下", "以内", "不超过", "不低于", "不少于")
"""年用水180立方米以内: a bound is no count."""
_OF_ONE = regex("(?:其中)?最[多少高低大小](?:的|一)")
"""最多的一名法官结案486件: one of many is no total."""
_SOLD = regex("[^，。；：、]?[票卡间房床桌座包箱瓶餐]")
_FAR = 5
_YIELD = regex("(?:亩产|单产)[量为达]*$")
_AREA = regex("面积|播种|种植|栽种|收获")
_HARVEST = regex("(?:全年|预计|实现|总)*产量?(?:为|达到?|是)*$")


def near_price(phrase: Phrase, each: Amount) -> list[Amount]:
    """The numbers at most five clauses off that may be a count or a total."""
    roles = (Role.PLAIN, Role.EACH, Role.AFTER)
    others = [a for a in phrase.amounts if a.role in roles and a.start != each.start]
    others = [a for a in others if not (_OF_ONE.match(a.label) or a in classes(phrase))]
    near = [a for a in others if abs(a.clause - each.clause) <= _FAR]
    listed = next((a for a in phrase.amounts if a.label.startswith("其中")), None)
    # What a list divides counts as near where the list does: 862万件，其中同城86万件、…
    if listed is None or listed not in near:
        return near
    head = [a for a in others if a.base == listed.base and a.end <= listed.start][-1:]
    return [a for a in others if a in near or a in head]


def classes(phrase: Phrase) -> list[Amount]:
    """The numbers that count those of a size, and so not all: 50万元以上的8个."""
    pairs = pairwise(phrase.amounts)
    return [a for bound, a in pairs if bound.role is Role.THRESHOLD and a.label == "的"]


def first_fitting(
    each: Amount,
    counts: Sequence[Amount],
    totals: Sequence[Amount],
    factors: Sequence[Factor],
) -> list[NumberRelation]:
    """The first count and total with which a price is right; [] where there are none."""
    for count, total in pairs_of(each, counts, totals):
        if count.qualifier in _BOUNDS or each.qualifier in _BOUNDS:
            continue
        for factor in (one for one in factors if one[0] is not count):
            relation = price_relation(each, count, total, *factor)
            if verdict(relation).holds:
                return [relation]
    return []


def by_nearness(
    each: Amount,
    counts: Sequence[Amount],
    totals: Sequence[Amount],
    factors: Sequence[Factor],
) -> Iterator[NumberRelation]:
    """The count and the total nearest to a price, where they belong to it and nothing fits."""
    plain, sums = called_alike(each, counts), plain_beside(each, totals)
    pairs = [pair for pair in pairs_of(each, plain, sums) if belongs(each, *pair)]
    pairs = [pair for pair in pairs if not _is_of_more(each, pair[1], totals)]
    pairs = [pair for pair in pairs if not is_price_by_name(*pair)]
    if _YIELD.search(each.label):  # of another crop's area
        pairs = [pair for pair in pairs if is_of_size(each, *pair)]
    if each.label.startswith("其中"):
        pairs = [pair for pair in pairs if all(a.start > each.start for a in pair)]
    pairs = [pair for pair in pairs if pair[0] is not factors[0][0]]
    if pairs and len(factors) == 1:
        count, total = min(pairs, key=lambda pair: distance(each, *pair))
        by_head = count.base == "人次" and each.label.startswith("年")
        # One person is counted at several turns of a year.
        if not by_head:
            yield replace(price_relation(each, count, total, *factors[0]), explicit=False)


def _is_of_more(each: Amount, total: Amount, totals: Sequence[Amount]) -> bool:
    """Whether a total is that of what each of several got and of more: 3个县各安排500万元，市级配套300万元，
    共投入1800万元."""
    between = any(each.end <= a.start and a.end <= total.start for a in totals)
    return between and bool(re.search(SPREAD, each.label))


def is_price_by_name(count: Amount, total: Amount) -> bool:
    """Whether a count is of the name of what costs so much: 单次票30元，20次卡480元."""
    return bool(_SOLD.fullmatch(count.tail)) and count.tail == total.label


def is_per_day(phrase: Phrase, each: Amount, of: str) -> bool:
    """Whether a price is for a day of so many: 每人3天，每天1000元."""
    return of in ("天", "日") and any(a.base == "天" for a in times_of(phrase, each))


def by_days(
    phrase: Phrase, each: Amount, others: Sequence[Amount], totals: Sequence[Amount]
) -> Iterator[NumberRelation]:
    """How many people, for how many days, at how much a day; the number of days alone else."""
    days = [amount for amount in times_of(phrase, each) if amount.base == "天"]
    people = [amount for amount in others if amount.base in PERSONS]
    if len(days) > 1 or len(people) != 1:
        yield from first_fitting(each, days, totals, [(None, Decimal(1))])
        return
    factors = [(days[0], Decimal(1))]
    fitting = first_fitting(each, people, totals, factors)
    yield from fitting or by_nearness(each, people, totals, factors)


def of_yield(
    each: Amount,
    counts: Sequence[Amount],
    totals: Sequence[Amount],
    factors: Sequence[Factor],
) -> Iterator[NumberRelation]:
    """播种面积98.6万亩；平均亩产412.5公斤，总产量40.67万吨: the one area of the sentence and the harvest
    just behind what an acre bears, where no other crop is called."""
    areas = [a for a in counts if _AREA.search(a.label)]
    harvests = [a for a in totals if a.clause - each.clause == 1 and a.start > each.start]
    if not _YIELD.search(each.label) or len(areas) != 1 or len(harvests) != 1:
        return
    crop = _HARVEST.sub("", harvests[0].label)
    own = _HARVEST.fullmatch(harvests[0].label) or (crop and crop in areas[0].label)
    if own and len(factors) == 1 and is_of_size(each, areas[0], harvests[0]):
        yield price_relation(each, areas[0], harvests[0], *factors[0])


def from_across(
    phrase: Phrase,
    each: Amount,
    counts: Sequence[Amount],
    totals: Sequence[Amount],
    factors: Sequence[Factor],
) -> Iterator[NumberRelation]:
    """For information: the mean of numbers on the other side of ；."""
    pair = across(phrase, each, counts, totals) if len(factors) == 1 else None
    if pair and IS_MEAN.search(each.label):
        read = price_relation(each, *pair, None, factors[0][1])
        yield replace(read, hint=True, explicit=False)


def price_relation(
    each: Amount, count: Amount, total: Amount, time: Amount | None, factor: Decimal
) -> NumberRelation:
    """The average of a total where a price is called a mean, else the product with a count."""
    times = (time,) if time else ()
    start, end = _span(each, count, total, *times)
    if IS_MEAN.search(each.label):
        terms = (total, count, *times)
        return NumberRelation(Arithmetic.AVERAGE, terms, each, start, end, factor=factor)
    return NumberRelation(
        Arithmetic.PRODUCT, (each, count, *times), total, start, end, factor=factor
    )


def _span(*amounts: Amount) -> tuple[int, int]:
    return min(a.start for a in amounts), max(a.end for a in amounts)
