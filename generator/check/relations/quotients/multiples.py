"""Multiples: 4.08亿元，是上年2.55亿元的1.6倍."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.numbers.amounts import SAID_OF_BEFORE, Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import alike, before_position, share_relation
from generator.model.regex import regex

_COMPARED = regex(r"(?:是|为|等于|相当于|达到?)(?:\d{4}年)?[^，。；、\d]{0,16}$")
_OF_IT = regex(
    r"(?:是|为|相当于|达到?)(?:原来|原先|原|之前|过去|上年|当初|年初|(?P<year>\d{4})年)的"
)
_OF_CALLED = regex(
    "(?:是|为|相当于|达到?)(?:年度|全年)?(?P<of>[^，。；、\\d]{2,6}?)[总]?[数量额值]?的(?:近|约)?"
)
_OF_TWO = regex(
    "(?P<one>[^，。；、\\d]{2,8}?)(?:总[量数额]|[量数额值])?(?:约|分别)?(?:是|为|相当于|达到?)"
    "(?P<other>[^，。；、\\d]{2,8}?)(?:总[量数额]|[量数额值])?的(?:近|约)?"
)
_FORMER_LATTER = regex("(?P<one>前者|后者)(?:约|仅|只)?(?:是|为|占|相当于)(?!(?P=one))[前后]者的")
_OF_THEN = regex("[上去前]年|同期|年初|\\d{4}年")
_BARE_RATE = regex("(?:同比|环比)?(?:增长|上升|提高|增幅|增加)[了为约达]*")
_TWO = 2
_CHANGES = (Role.GROWTH, Role.DELTA, Role.POINTS, Role.BASE)
_MOVED = (Role.GROWTH, Role.DELTA, Role.POINTS)
_VALUES = (Role.PLAIN, Role.EACH, Role.AFTER)


def multiples(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every number that is said to be so many times another one that stands there."""
    for compared, multiple in pairwise(phrase.amounts):
        times = multiple.quantity.unit == "倍" and multiple.role is Role.PLAIN
        if times and phrase.between(compared.end, multiple.start).startswith("的"):
            value = _value_before(phrase.amounts, compared)
            if value and compared.value and _COMPARED.search(compared.label):
                yield _times(value, compared, multiple)
                yield from _growth_behind(phrase, compared, multiple)
    yield from _of_two_called(phrase)
    yield from _of_the_two(phrase)
    yield from _of_what_it_was(phrase)
    yield from _of_what_is_called(phrase)


def _growth_behind(phrase: Phrase, compared: Amount, multiple: Amount) -> Iterator[NumberRelation]:
    """62.3万人次，是去年同期56.1万人次的1.11倍，增长11.1%: the rate behind says it again."""
    for rate in [a for a in phrase.amounts if a.start > multiple.start][:1]:
        beside = rate.clause - multiple.clause == 1 and rate.group == multiple.group
        again = rate.role is Role.GROWTH and rate.base == "%" and _BARE_RATE.fullmatch(rate.label)
        said = beside and again and _OF_THEN.search(compared.label)
        values = [a for a in before_position(phrase.amounts, compared.start) if alike(a, compared)]
        right = [a for a in values if a.value and verdict(_times(a, compared, multiple)).holds]
        for value in right[-1:] if said else ():
            yield relation_of(Arithmetic.CHANGE, (compared, value), rate)


def _of_what_is_called(phrase: Phrase) -> Iterator[NumberRelation]:
    """协议指标10名，实际完成14名，为协议数的1.4倍: so many times the one number that is called."""
    for value, multiple in pairwise(phrase.amounts):
        named = _OF_CALLED.fullmatch(multiple.label) if multiple.base == "倍" else None
        if named is None or multiple.clause - value.clause != 1 or value.role not in _VALUES:
            continue
        before = [a for a in before_position(phrase.plain, value.start) if alike(a, value)]
        called = [a for a in before if a.group == value.group and named["of"] in a.label]
        if len(called) == 1 and called[0].value and named["of"] not in value.label:
            yield _times(value, called[0], multiple)


def _of_two_called(phrase: Phrase) -> Iterator[NumberRelation]:
    """进港2864万件、出港1192万件，进港量是出港量的2.4倍: so many times one by the other, both called."""
    for multiple in phrase.amounts:
        named = _OF_TWO.fullmatch(multiple.label) if multiple.base == "倍" else None
        if named is None:
            continue
        before = [a for a in before_position(phrase.amounts, multiple.start) if a.role in _VALUES]
        near = [a for a in before if a.group == multiple.group]
        pair = [[a for a in near if named[name] in a.label] for name in ("one", "other")]
        one, other = pair[0][:1], pair[1][:1]
        if [len(called) for called in pair] == [1, 1] and one != other and alike(*one, *other):
            yield _times(one[0], other[0], multiple)


def _of_what_it_was(phrase: Phrase) -> Iterator[NumberRelation]:
    """由6.8万千瓦增长到17万千瓦，为原来的2.5倍."""
    values = [a for a in phrase.amounts if a.role not in _MOVED]
    for before, after, multiple in zip(values, values[1:], values[2:], strict=False):
        said = _OF_IT.fullmatch(multiple.label) if multiple.base == "倍" else None
        of_then = said is not None and (said["year"] or "") in before.label
        grown = before.role is Role.BEFORE and after.role is Role.AFTER and alike(before, after)
        if grown and before.value and of_then and after.group == multiple.group:
            yield _times(after, before, multiple)


def _of_the_two(phrase: Phrase) -> Iterator[NumberRelation]:
    """甲64.8亿元，乙19.44亿元，后者相当于前者的30%: of two numbers one by the other."""
    for rate in phrase.amounts:
        named = _FORMER_LATTER.fullmatch(rate.label)
        pair = _the_two_before(phrase, rate) if named else []
        if named is None or not pair:
            continue
        value, compared = pair if named["one"] == "前者" else pair[::-1]
        if rate.base == "%":
            yield share_relation(value, compared, rate)
        elif rate.base == "倍" and compared.value:
            yield _times(value, compared, rate)


def _the_two_before(phrase: Phrase, rate: Amount) -> list[Amount]:
    """The last two plain numbers of the group before another; [] where they count unlike things."""
    before = [a for a in before_position(phrase.plain, rate.start) if a.group == rate.group]
    pair = before[-_TWO:]
    return pair if len(pair) == _TWO and alike(*pair) else []


def _times(value: Amount, compared: Amount, multiple: Amount) -> NumberRelation:
    start = min(value.start, compared.start)
    return NumberRelation(Arithmetic.AVERAGE, (value, compared), multiple, start, multiple.end)


def _value_before(amounts: Sequence[Amount], compared: Amount) -> Amount | None:
    """The last number of the unit before what it is compared with, at most one clause before."""
    before = before_position(amounts, compared.start)
    said = [a for a in before if SAID_OF_BEFORE.search(a.label) or a.role in _CHANGES]
    steps = 1 + sum(a.group == compared.group for a in said)
    for amount in reversed([a for a in before if a not in said]):
        if compared.clause - amount.clause > steps or amount.group != compared.group:
            return None
        if amount.role in _VALUES and alike(amount, compared):
            return amount
    return None
