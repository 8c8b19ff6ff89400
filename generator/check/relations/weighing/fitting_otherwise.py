"""Readings that do not hold, whose numbers fit otherwise by digits that are no chance: what was
taken off the second number leaves the one behind, a part holds those behind it, a rate is of the
plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.check.relations.algebra.holding import exceeds, verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.agreeing import significant_digits
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.other_wholes import summed
from generator.check.relations.proportions.pairs import sentences_before
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.standard.wording.numbers import EXACT

_TELLING, _PAIR = 3, 2
_HUNDRED = Decimal(100)
_NET = regex("净")
_OF_PLAN = regex("(?:计划|预算|任务|目标|年初)[^，。；、\\d]{0,8}(?:的|完成率|完成)?$")
_DAYS_OF_YEARS = (Decimal(365), Decimal(366))


def fits_otherwise(one: NumberRelation, phrases: Iterable[Phrase]) -> bool:
    """Whether the numbers of a reading that does not hold fit otherwise, in three digits."""
    if one.sort is Arithmetic.BALANCE:
        return _leaves_the_next(one, phrases)
    if one.sort in (Arithmetic.SUM, Arithmetic.PART):
        whole = one.result
        return whole is not None and (
            _is_a_net(one.terms, whole)
            or _holds_those_behind(one.terms, whole)
            or _fill_an_earlier(one.terms, whole, phrases)
        )
    if one.sort is Arithmetic.SHARE and len(one.terms) == _PAIR and one.result is not None:
        return any(verdict(other).holds for other in _other_shares(one, one.result, phrases))
    return False


def _leaves_the_next(one: NumberRelation, phrases: Iterable[Phrase]) -> bool:
    """Whether what seems left of two numbers is taken off the second, or added to it, and makes the
    number behind: 申报1328个，筛选后1043个，核减39个，入库1004个."""
    result = one.result
    if result is None or len(one.terms) != _PAIR:
        return False
    last = max(one.terms, key=lambda term: term.start)
    made = (last.value - result.value, last.value + result.value)
    own = next((phrase for phrase in phrases if result in phrase.amounts), None)
    behind = [a for a in own.amounts if a.start > result.start] if own else []
    following = [a for a in behind if a.base == result.base][:1]
    return any(a.value in made and significant_digits(a) >= _TELLING for a in following)


def _is_a_net(terms: Sequence[Amount], whole: Amount) -> bool:
    """Whether a number is what is left of those that 其中 begins: 利息净收入3418亿元，其中利息收入5660亿元."""
    net = _NET.search(whole.label) and not any(_NET.search(term.label) for term in terms)
    return bool(net) and exceeds(terms, whole)


def _holds_those_behind(terms: Sequence[Amount], whole: Amount) -> bool:
    """Whether parts are more than their whole, as one of them is the sum of the two or more behind
    it: 新增债券331446万元，市本级留用90000万元，转贷县（市、区）241446万元."""
    if not exceeds(terms, whole):
        return False
    for at, term in enumerate(terms[:-_PAIR]):
        behind = terms[at + 1 :]
        sums = (sum(a.value for a in behind[:size]) for size in range(_PAIR, len(behind) + 1))
        if significant_digits(term) >= _TELLING and term.value in sums:
            return True
    return False


def _fill_an_earlier(terms: Sequence[Amount], whole: Amount, phrases: Iterable[Phrase]) -> bool:
    """Whether three parts or more fill another number before their whole, in the same sentence or
    the three before it: 查出问题79个。已整改73个，其中甲类61个、乙类14个、丙类4个."""
    if len(terms) <= _PAIR or whole.start > terms[0].start:
        return False
    total = sum(term.value for term in terms)
    own = next((phrase for phrase in phrases if whole in phrase.amounts), None)
    read = (*sentences_before(own), own) if own else ()
    earlier = (a for phrase in read for a in phrase.plain if a.start < whole.start)
    same = (a for a in earlier if a.base == whole.base and a.value == total)
    return any(significant_digits(a) >= _PAIR for a in same)


def _other_shares(
    one: NumberRelation, rate: Amount, phrases: Iterable[Phrase]
) -> Iterator[NumberRelation]:
    """A share of the plan that its whole is so many per cent of, and one of the days of a year."""
    part, whole = one.terms
    own = next((phrase for phrase in phrases if whole in phrase.amounts), None)
    if own is None or significant_digits(rate) < _TELLING:
        return
    for other in own.amounts:
        beside = whole.end <= other.start < rate.start and other.clause - whole.clause <= 1
        if beside and other.quantity.unit == "%" and other.value and _OF_PLAN.search(other.label):
            planned = EXACT.divide(whole.value * _HUNDRED, other.value)
            quantity = whole.quantity._replace(value=EXACT.scaleb(planned, -whole.power))
            yield replace(one, terms=(part, replace(whole, quantity=quantity)))
    if part.base == whole.base == "天":
        for days in _DAYS_OF_YEARS:
            yield replace(one, terms=(summed((part, whole), part),), factor=days)
