"""What is left behind a rate that tells what was done of what: 排查4873条；整改4731条，整改率97.1%，未完成
142条."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.differences import difference
from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.balancing.remainders import tells_left
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import is_telling, share_relation
from generator.model.regex import regex
from generator.model.replacing import replace

_LEFT = regex(
    r"^(?:尚|仍|还)?(?:剩余?|其余|余下?|未|有|缺|欠|待|剩下|在办|结转|结余)|(?:尚|仍|还)(?:有|剩|余|需|欠|缺)?$"
)
_OF_LESS = regex("其中|含|重大|重点|较大|大额|部分|应[付收]")
_CAME = regex("到位|下达|落实|筹[集措]|争取|拨入|安排")
_TIMES_OFF, _FAR, _ROW = 2, 4, 4
_COUNTED = (Role.PLAIN, Role.TARGET, Role.AFTER)


def rated_remains(phrase: Phrase) -> Iterator[NumberRelation]:
    """What is left, with the two numbers before it of which a rate is that of one to the other;
    where several rates stand before it, those that fit, or the one that its name points at."""
    by_rest: dict[int, list[NumberRelation]] = {}
    for rate in phrase.amounts:
        if rate.role is Role.SHARE and rate.quantity.unit == "%":
            for relation in _behind(phrase, rate):
                by_rest.setdefault(relation.end, []).append(relation)
    for found in by_rest.values():
        yield from _meant(found)


def _meant(found: Sequence[NumberRelation]) -> Iterator[NumberRelation]:
    """The one of some differences with one result that is meant."""
    fitting = [relation for relation in found if verdict(relation).holds]
    rest = found[0].result
    of_funds = rest and "缺口" in rest.label + rest.tail
    named = [one for one in found if _CAME.search(one.terms[1].label)] if of_funds else []
    sure = fitting or (found if len(found) == 1 else named)
    yield from sure[:1] if fitting or len(sure) == 1 else ()


def _behind(phrase: Phrase, rate: Amount) -> Iterator[NumberRelation]:
    for whole, done in _rated(phrase, rate)[:1]:
        rest = _rest(phrase, rate, done)
        if rest and _is_of_size(whole, done, rest):
            relation = replace(difference(whole, done, rest), explicit=False)
            if not _has_mate(phrase, rest) or verdict(relation).holds:
                yield relation


def _rated(phrase: Phrase, rate: Amount) -> list[tuple[Amount, Amount]]:
    """The numbers before a rate of which it is that of one to the other, the nearest first: the two
    of 占限额5.8万立方米的56.4%, or any of a row for what is called a rate."""
    before = [a for a in phrase.amounts if a.end <= rate.start]
    wholes = before[-1:] if before and before[-1].role is Role.TARGET else []
    if "率" in rate.label:
        wholes = [*wholes, *reversed([a for a in before if a.role in _COUNTED])]
    found: list[tuple[Amount, Amount]] = []
    own = [a for a in before if a.role in (Role.PLAIN, Role.AFTER) and a.group == rate.group]
    for done in reversed(own[-_ROW:]):
        for whole in wholes:
            relation = share_relation(done, whole, rate)
            larger = whole.value > done.value and whole.base == done.base
            if larger and is_telling(relation) and verdict(relation).holds:
                found.append((whole, done))
    return found


def _has_mate(phrase: Phrase, rest: Amount) -> bool:
    """Whether another number of the unit stands just behind: 尚有62件正在核实、16件已退回."""
    behind = (a for a in phrase.amounts if a.start > rest.start and a.base == rest.base)
    return any(a.clause - rest.clause == 1 and a.group == rest.group for a in behind)


def _rest(phrase: Phrase, rate: Amount, done: Amount) -> Amount | None:
    """The first number of the unit behind a rate, those behind a 其中 left out, that is left."""
    for amount in phrase.amounts:
        near = rate.end <= amount.start and amount.clause - rate.clause <= _FAR
        if not near or amount.base != done.base or amount.role is not Role.PLAIN:
            continue
        part = "其中" in re.split("[；;]", phrase.between(rate.end, amount.start))[-1]
        if not part:
            return amount if _is_left(amount) else None
    return None


def _is_left(amount: Amount) -> bool:
    said = tells_left(amount) or _LEFT.search(amount.label)
    return bool(said) and not _OF_LESS.search(amount.label + amount.tail[:6])


def _is_of_size(whole: Amount, done: Amount, rest: Amount) -> bool:
    """Whether a number may be all that is left, with a slip, and not a part of it."""
    left = whole.value - done.value
    return left < rest.value * _TIMES_OFF and rest.value < left * _TIMES_OFF
