"""Means whose count or total stands farther off, behind a list, a change or a semicolon, and is the
only one that it can be: 发明专利1374件，增长18.6%，常住人口95.2万人，每万人口拥有14.43件."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.averages.counted_things import PERSONS
from generator.check.relations.averages.mean_pairs import (
    is_of_joined,
    own_name,
)
from generator.check.relations.averages.other_rates import is_kin, is_of_others
from generator.check.relations.averages.unit_products import (
    is_off_by_a_slip,
    may_belong,
    scale_of,
    size_of,
)
from generator.check.relations.averages.unit_rates import UnitRate
from generator.check.relations.lists.heads import heads
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_IS_MEAN = regex("均|平均|亩产|单产|造价|密度|每.{1,8}(?:拥有|占有|享有|配备|有)|^每[百千万]")
_OF_ALL = regex("全[国省市州县区旗镇乡]")
_CLASSIFIERS = "名位个家所座处台件条支辆班口"
_POPULATION = regex("人口|常住|户籍|服务")
_GENERAL = regex("亩产|单产|产量|密度|拥有|占有|享有|人口|造价|每[百千万]|数?量|[个件名位的有]")
_EACH = regex("每[十百千万]?(?:平方公里|平方米|立方米|公里|公斤|[^，。；、\\d])")
_ALL = regex("总|合计|共")
_BY = regex("^(?:按|以|其中)?[^，。；、\\d]{0,4}(?:常住|户籍|服务)?人口")
_NAME, _FAR = 2, 1


def called_means(
    phrase: Phrase, known: Set[int], rates: Sequence[UnitRate]
) -> Iterator[NumberRelation]:
    """Every mean that nothing is read of yet, with the one count and the one total that it can be
    of; for information where it does not hold."""
    for rate in rates:
        mean = rate.amount
        if mean.start in known or rate.times or not rate.per or not _IS_MEAN.search(mean.label):
            continue
        alike = [a for a in rates if (a.unit, a.per) == (rate.unit, rate.per)]
        count, total = _pair(phrase, rate, rates)
        if len(alike) > 1 or count is None or total is None or count is total:
            continue
        scale, size = scale_of(rate, count), size_of(rate, total)
        if scale is None or size is None or total.value * size <= mean.value:
            continue
        one = relation_of(Arithmetic.AVERAGE, (total, count), mean)
        one = replace(one, factor=scale / size, explicit=False)
        if verdict(one).holds:
            yield one
        elif _can_be_no_other(phrase, one, rate, rates, count, total):
            yield replace(one, hint=True)


def _pair(
    phrase: Phrase, rate: UnitRate, rates: Sequence[UnitRate]
) -> tuple[Amount | None, Amount | None]:
    """The count and the total of a mean: those in the bracket behind it, those that it names, else
    the only ones."""
    own = _open(phrase, rate, rates)
    counts = [a for a in own if _may_be_count(rate, a)]
    totals = [a for a in own if size_of(rate, a) is not None and not _is_of_people(rate, a)]
    if not set(_starts(counts)) & set(_starts(totals)):
        return _count(phrase, rate, counts), _total(phrase, rate, totals)
    called = [a for a in counts if _is_called(rate, a)]
    if len(called) == 1:
        return called[0], _total(phrase, rate, [a for a in totals if a is not called[0]])
    named = [a for a in heads(phrase, totals) if _is_named(rate.amount, a)]
    if len(named) == 1 and own_name(rate.amount) and _precedes(named[0], rate.amount):
        others = [a for a in counts if a is not named[0]]
        count = _count(phrase, rate, others)
        if count and (rate.many or not _is_named(rate.amount, count)):
            return count, named[0]
    return None, None


def _precedes(total: Amount, mean: Amount) -> bool:
    return mean.clause - total.clause <= _FAR and total.group == mean.group


def _starts(amounts: Sequence[Amount]) -> list[int]:
    return [amount.start for amount in amounts]


def _may_be_count(rate: UnitRate, amount: Amount) -> bool:
    """Whether a number counts what a mean is for, and is not in its unit unless it is called so."""
    if scale_of(rate, amount) is None:
        return False
    in_unit = size_of(rate, amount) is not None
    return not in_unit or rate.per in PERSONS or rate.per in amount.label + amount.tail


def _is_of_people(rate: UnitRate, amount: Amount) -> bool:
    """Whether a number is the people for so many of whom a mean is: 每千人口."""
    return bool(rate.many) and bool(_POPULATION.search(amount.label + amount.tail))


def _is_called(rate: UnitRate, count: Amount) -> bool:
    """Whether a mean names what a number counts: 教练员14人，平均每名教练带训12人; 27个司法所，所均3个."""
    name = own_name(rate.amount)[:_NAME] if rate.per in _CLASSIFIERS else ""
    words = count.label + count.tail
    said = len(name) == _NAME and name in words
    return said or (rate.per not in PERSONS and rate.per in words and count.base != rate.per)


def _can_be_no_other(
    phrase: Phrase,
    one: NumberRelation,
    rate: UnitRate,
    rates: Sequence[UnitRate],
    count: Amount,
    total: Amount,
) -> bool:
    mean = rate.amount
    rough = any(a.qualifier for a in (count, total)) or mean.qualifier not in ("", "约")
    if rough or not is_off_by_a_slip(one) or _OF_ALL.match(mean.label):
        return False
    if "旅游" in total.label and "游客" in phrase.between(phrase.start, count.end):
        return not is_of_others(phrase, one, rate, rates)
    kin = is_kin(rate, count, total) or _is_named(mean, total)
    if not kin or not _goes_with(mean, count, total):
        return False
    sums = [a for a in phrase.amounts if size_of(rate, a) is not None and may_belong(a)]
    return not (is_of_others(phrase, one, rate, rates) or is_of_joined(one, sums))


def _goes_with(mean: Amount, count: Amount, total: Amount) -> bool:
    """Whether what a mean is called stands beside its numbers too; 次均费用 is none of 基金支付."""
    name = _GENERAL.sub("", own_name(replace(mean, label=_EACH.sub("", mean.label))))
    words = total.label + total.tail + count.label + count.tail
    size = _NAME if len(name) > _NAME else 1
    pieces = [name[at : at + size] for at in range(len(name) - size + 1)]
    return not pieces or any(piece in words for piece in pieces)


def _open(phrase: Phrase, rate: UnitRate, rates: Sequence[UnitRate]) -> list[Amount]:
    """The values of the sentence that are no rates and stand before a mean, and those in the
    bracket behind it."""
    starts = {one.amount.start for one in rates}
    mean = rate.amount
    own = [a for a in phrase.amounts if may_belong(a) and a.start not in starts]
    own = [a for a in own if a.role is not Role.EACH and a.end <= mean.start]
    behind = [bracket for bracket in phrase.brackets if bracket.start - 1 == mean.end]
    inside = [a for bracket in behind for a in bracket.plain if may_belong(a)]
    beside = [replace(a, clause=mean.clause, group=mean.group) for a in inside]
    following = [a for a in phrase.amounts if a.start > mean.start and a.clause - mean.clause == 1]
    beside += [a for a in following if may_belong(a) and _BY.search(a.label)]
    return [*own, *beside]


def _count(phrase: Phrase, rate: UnitRate, counts: Sequence[Amount]) -> Amount | None:
    """The only number of what a mean is for: of its part of the sentence, or of the one before."""
    if rate.many and rate.per in PERSONS:
        people = [a for a in counts if _POPULATION.search(a.label + a.tail)]
        counts = people or [a for a in counts if a.power] or counts
    called = [a for a in counts if _is_called(rate, a)]
    return _only(called if len(called) == 1 else heads(phrase, counts), rate)


def _total(phrase: Phrase, rate: UnitRate, totals: Sequence[Amount]) -> Amount | None:
    """The only number in the unit of a mean that is no part of another, the one that it names, or
    the one just before it."""
    own = heads(phrase, totals)
    for said in (_is_named, _is_all, _is_just_before):
        found = [a for a in own if said(rate.amount, a)]
        if len(found) == 1:
            return _only(found, rate)
    return _only(own, rate)


def _is_all(_: Amount, total: Amount) -> bool:
    return bool(_ALL.search(total.label))


def _is_just_before(mean: Amount, total: Amount) -> bool:
    return mean.clause - total.clause == 1 and total.group == mean.group


def _only(amounts: Sequence[Amount], rate: UnitRate) -> Amount | None:
    """The only number in the part of the sentence that a mean stands in, else in that before."""
    own = [a for a in amounts if a.group == rate.amount.group]
    before = [a for a in amounts if rate.amount.group - a.group == _FAR]
    found = own or before
    return found[0] if len(found) == 1 else None


def _is_named(mean: Amount, total: Amount) -> bool:
    """Whether a mean and a total share a word."""
    words = mean.label
    names = (words[at : at + _NAME] for at in range(len(words) - _NAME + 1))
    return any(name in total.label for name in names)
