"""Shares of several parts in their order: A 3个、B 2个，分别占60%、40%."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.check.relations.algebra.holding import fills, verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import (
    alike,
    before_position,
    counted,
    is_telling,
    sentences_before,
    share_relation,
)
from generator.check.relations.proportions.shares_in_step import shares_in_step
from generator.model.regex import regex

RESPECTIVELY = regex(
    r"分别占[^，。；]{0,12}$|(?:占比|比重|比例|份额)(?:分别|依次)[为是达]$|依次占[^，。；]{0,12}$"
)
_SHARE_OF = regex(r"(?:各|约)?占[^，。；、\d]{0,16}")
_RATE_OF_EACH = regex("[率度比](?:分别|依次|各)[为是达]?到?$|(?:分别|依次)完成[^，。；]{0,10}的$")
_TOTAL = regex("合计|共计|总计|合成|累计|共同?|总[数量额]")
_BARE = "和及与以并、"
_PAIR = 2


def respective_shares(phrase: Phrase) -> Iterator[NumberRelation]:
    """总数，A 3个、B 2个，分别占60%、40%: each share with its part."""
    in_step = list(shares_in_step(phrase, list(_rows(phrase))))
    known = {one.result.start for one in in_step if one.result}
    yield from in_step
    for index, first in enumerate(phrase.amounts):
        if first.role is not Role.SHARE or first.start in known:
            continue
        rates = _rates_from(first, phrase.amounts[index + 1 :])
        own = counted(before_position(phrase.amounts, first.start))
        target = phrase.amounts[index - 1] if index else first
        if RESPECTIVELY.search(first.label):
            yield from _each_with_its_part(phrase, own, rates)
        elif _are_in_order(own, rates):
            parts, before = own[-len(rates) :], own[: -len(rates)]
            each = _each_of_its_own(parts, rates, before)
            yield from each or _right_of_any(parts, rates, [*before[::-1], *_earlier(phrase)])
        elif target.role is Role.TARGET and target.label.startswith("分别占"):
            yield from _of(own[-len(rates) :], rates, [target])


def _rows(phrase: Phrase) -> Iterator[list[Amount]]:
    """The rates that stand in a row, two of them or more."""
    last = 0
    for index, first in enumerate(phrase.amounts):
        if first.role is Role.SHARE and first.start >= last:
            rates = _rates_from(first, phrase.amounts[index + 1 :])
            if len(rates) >= _PAIR:
                last = rates[-1].end
                yield rates


def _rates_from(first: Amount, following: Sequence[Amount]) -> list[Amount]:
    """A rate and the bare ones that follow it, one a clause."""
    rates = [first]
    for amount in following:
        bare = not amount.label.strip(_BARE) and amount.clause == rates[-1].clause + 1
        if amount.quantity.unit != "%" or not bare:
            break
        rates.append(amount)
    return rates


def _are_in_order(own: Sequence[Amount], rates: Sequence[Amount]) -> bool:
    """Whether parts in their order have as many shares in theirs just behind: 规模分别为23亿元和
    77亿元，占全部规模的23%和77%."""
    parts = own[-len(rates) :]
    if len(rates) < _PAIR or len(parts) != len(rates):
        return False
    led = "分别" in parts[0].label and not any(a.label.strip(_BARE) for a in parts[1:])
    beside = rates[0].clause - parts[-1].clause == 1
    called = _RATE_OF_EACH.search(rates[0].label) and parts[0].base == parts[-1].base
    return beside and bool(called or (led and _SHARE_OF.fullmatch(rates[0].label)))


def _each_with_its_part(
    phrase: Phrase, own: Sequence[Amount], rates: Sequence[Amount]
) -> Iterator[NumberRelation]:
    """Each of several rates with its part, of the number before the parts; else of one of a
    sentence before that all of them are right of, or all but one."""
    parts, wholes = own[-len(rates) :], own[: -len(rates)]
    if _is_their_total(own[-len(rates) - 1 : -1], own[-1:]):
        yield from _of(own[-len(rates) - 1 : -1], rates, own[-1:])
        return
    if wholes and alike(wholes[-1], parts[0]):
        farther = [a for a in wholes[::-1] if alike(a, parts[0])]
        yield from list(_right_of_any(parts, rates, farther)) or _of(parts, rates, wholes)
        return
    first = parts[0].start if parts else phrase.start
    means = [a for a in phrase.amounts if a.role is Role.EACH and a.end <= first]
    yield from _right_of_any(parts, rates, (*means[::-1], *_earlier(phrase)))


def _is_their_total(parts: Sequence[Amount], last: Sequence[Amount]) -> bool:
    """Whether the number behind some parts is what they make together: 合成国有土地18.64万亩."""
    filled = any(fills(parts, whole) or _TOTAL.search(whole.label) for whole in last)
    alike_all = all(
        alike(part, whole) and part.value < whole.value for part in parts for whole in last
    )
    return len(parts) >= _PAIR and filled and alike_all


def _earlier(phrase: Phrase) -> Iterator[Amount]:
    """The numbers of the sentences before, those of the nearest first."""
    for sentence in sentences_before(phrase):
        yield from counted(sentence.amounts)


def _each_of_its_own(
    parts: Sequence[Amount], rates: Sequence[Amount], before: Sequence[Amount]
) -> list[NumberRelation]:
    """建议86件、提案124件，A类分别为62件和86件，占72.1%和69.4%: each share with its part and a whole of
    its own, in their order, where all are right or all but one; [] where more are not."""
    for at in range(len(before) - len(rates), -1, -1):
        row = zip(parts, before[at : at + len(rates)], rates, strict=True)
        found = [share_relation(*one) for one in row]
        right = [one for one in found if verdict(one).holds]
        if all(alike(*one.terms) for one in found) and _are_enough(found, right):
            return found
    return []


def _right_of_any(
    parts: Sequence[Amount], rates: Sequence[Amount], wholes: Iterable[Amount]
) -> Iterator[NumberRelation]:
    """Each of several rates with its part of the first number of which all but one are right."""
    for whole in wholes:
        found = list(_of(parts, rates, [whole]))
        right = [one for one in found if verdict(one).holds]
        if _are_enough(found, right):
            yield from found
            return


def _are_enough(found: Sequence[NumberRelation], right: Sequence[NumberRelation]) -> bool:
    """Whether the shares are right of a number by no chance."""
    telling = any(is_telling(one) for one in right) or len(right) == len(found) > _PAIR
    return telling and len(found) - len(right) <= (len(found) >= _PAIR)


def _of(
    parts: Sequence[Amount], rates: Sequence[Amount], wholes: Sequence[Amount]
) -> Iterator[NumberRelation]:
    """Each of several rates with its part of the last of the wholes."""
    if len(rates) < _PAIR or len(parts) != len(rates) or not wholes:
        return
    whole = wholes[-1]
    if len({a.base for a in (whole, *parts)}) == 1:
        for part, rate in zip(parts, rates, strict=True):
            yield share_relation(part, whole, rate)
