"""A part and its whole for a percentage: which numbers may be the two, and which pair is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

OTHER_UNITS = ("%", "‰", "个百分点", "百分点", "")
_FOREIGN = ("美元", "港元", "欧元", "日元", "英镑")
_THESE = regex("[^，。；]{0,8}[中里](?![央心小等国部型级学])")
_THEN = regex(r"\d{4}年|上年|去年|同期|上[一次届期]|以前")
_SENTENCES_BACK, _TELLING = 3, 3
_TWICE, _HUNDRED, _FINE = 2, 100, Decimal("0.01")


def before_position(amounts: Sequence[Amount], position: int) -> list[Amount]:
    """The numbers that end before a position."""
    return [a for a in amounts if a.end <= position]


def counted(amounts: Sequence[Amount]) -> list[Amount]:
    """The plain numbers that have a unit and are no rates."""
    roles = (Role.PLAIN, Role.AFTER)
    return [a for a in amounts if a.role in roles and _has_unit(a)]


def valued(amounts: Sequence[Amount]) -> list[Amount]:
    """The numbers, in place of a change the value that it is of: 用水15200万立方米，比红线少用1300万立方米."""
    row: list[Amount] = []
    for at, amount in enumerate(amounts):
        values = [a for a in counted(amounts[:at]) if alike(a, amount) and a.group == amount.group]
        row.append(values[-1] if values and amount.role is Role.DELTA else amount)
    return row


def _has_unit(amount: Amount) -> bool:
    """Whether a number counts something; the unit of 1.3亿美元 stands behind the number."""
    return amount.base not in OTHER_UNITS or amount.tail.startswith(_FOREIGN)


def is_telling(relation: NumberRelation) -> bool:
    """Whether a rate has three or more digits and its numbers are as fine, so that hardly two of
    them fit it by chance: 1.3 of 1.4 may be 86.9%."""
    rate = relation.result
    digits = re.sub(r"\D", "", f"{rate.quantity.value:f}").lstrip("0") if rate else ""
    width = sum((a.half / a.value for a in relation.terms if a.value), Decimal(0))
    return len(digits) >= _TELLING and are_exact(*relation.terms) and width <= _FINE


def are_these(whole: Amount) -> bool:
    """Whether what follows a number is of these and of nothing else: 52件建议中甲类33件."""
    return bool(_THESE.match(whole.tail))


def is_of_then(part: Amount) -> bool:
    """Whether a number is that of another time: 2010年城镇人口."""
    return bool(_THEN.search(part.label))


def is_of_another_size(relation: NumberRelation) -> bool:
    """Whether a part is far above the whole that its share would be of, and by no slip of a place:
    达标532个，占全部的88%, behind 22个."""
    part, whole = relation.terms
    rate = relation.result
    slipped = replace(part, power=part.power - 1)
    far = part.value > whole.value * _TWICE and rate is not None and rate.value <= _HUNDRED
    return far and not verdict(replace(relation, terms=(slipped, whole))).holds


def sentences_before(phrase: Phrase) -> Iterator[Phrase]:
    """The three sentences before in the paragraph, the nearest first."""
    before = phrase.before
    for _ in range(_SENTENCES_BACK):
        if before is None:
            return
        yield before
        before = before.before


def alike(one: Amount, other: Amount) -> bool:
    """Whether two numbers count the same: 人 and 人次 too."""
    bases = {one.base.removesuffix("次"), other.base.removesuffix("次")}
    return len(bases) == 1 or bases == {"人", "张"}


def earlier(phrase: Phrase, part: Amount) -> list[Amount]:
    """The plain numbers of the sentences before in the paragraph that count the same, no less."""
    found: list[Amount] = []
    for before in sentences_before(phrase):
        same = [a for a in before.plain if alike(a, part) and a.value >= part.value]
        found = same + found
    return found


def chosen(
    rate: Amount, parts: Sequence[Amount], wholes: Sequence[Amount], *, sure: bool
) -> Iterator[NumberRelation]:
    """The pair that fits the rate; else the nearest, certain only where it is the only one.

    ``sure`` is false where nothing is to be read that does not fit.
    """
    pairs = [(part, whole) for part in parts for whole in wholes if alike(part, whole)]
    for part, whole in pairs:
        relation = share_relation(part, whole, rate)
        if are_exact(part, whole) and verdict(relation).holds:
            yield relation
            return
    if pairs and sure:
        part, whole = _nearest(pairs, parts[0])
        same_whole = len({id(pair[1]) for pair in pairs}) == 1
        yield share_relation(part, whole, rate, certain=same_whole)


def are_exact(*amounts: Amount) -> bool:
    """Whether numbers are exact, so that a share that fits them does not by their width."""
    return not any(amount.qualifier for amount in amounts)


def _nearest(pairs: Sequence[tuple[Amount, Amount]], part: Amount) -> tuple[Amount, Amount]:
    """The last pair of a part; the first of the others where it has none."""
    own = [pair for pair in pairs if pair[0] is part]
    return own[-1] if own else pairs[0]


def row_mates(amounts: Sequence[Amount], part: Amount) -> list[Amount]:
    """The numbers of other units that stand in a row with one: 8.6万元 of 逾期3户8.6万元."""
    row = [a for a in amounts if a.clause == part.clause and a.head == part.head]
    joined = any(not a.label for a in row)
    return [a for a in row if a.base != part.base] if joined else []


def share_relation(
    part: Amount, whole: Amount, rate: Amount, *, certain: bool = True
) -> NumberRelation:
    """A part, its whole and the share that the one is said to be of the other."""
    start, end = min(part.start, whole.start), max(part.end, whole.end, rate.end)
    return NumberRelation(Arithmetic.SHARE, (part, whole), rate, start, end, certain=certain)
