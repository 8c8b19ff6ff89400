"""By how much two things differ: 相差, 缺口, 比全市平均高, 低于限额, 甲标段比乙标段高."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.differences import difference, larger_first
from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

GAP = regex(
    r"(?:相差|差额|差距|顺差|逆差|核减|审减|节约|节省|盈余|富余|亏损|欠收|超收|短收"
    r"|收支缺口|资金缺口|差价|空编|空岗|空缺|[仍还尚]缺|缺编|超编|差)"
    r"[^，。；\d]{0,4}$"
)
THAN = regex(
    r"^(?P<one>[^，。；比较]{2,10})[比较](?P<other>[^，。；比较]{2,10}?)"
    r"(?:增加|减少|多|少|高|低|快|慢)(?:[出了]|支出|收入)?$"
)
_OVER_NAMED = regex(
    r"^(?:低于|高于|高出|低出|多出|超出|超过?|少于|多于)(?P<other>[^，。；\d]{2,8})$"
)
_OVER_A_NAME = regex(r"超(?:过|出)?(?P<of>[^，。；\d]{2,5}?|)(?:达|约)?")
_OVER_PLAN = regex(
    r"超(?:额|过|出)?(?:年度?|全年|省定|市定|下达)?(?:计划|任务|目标|预期|指标)(?:任务|完成)?[为达约]?"
)
_AGAINST = regex("低于|高于|超|多于|少于|短于|不足|比|较")
_REVIEW = tuple(
    regex(words)
    for words in (
        "[送报]审|申报|账面",
        "[核审]减(?!率|幅)|审计调减",
        "审定|核定|审核(?:金额|造价|确认)",
    )
)
"""The names of what was submitted, what was taken off and what was approved."""
_BARE_CHANGE = regex("(?:净|共)?(?:减少|增加|下降|减|增|少|多)[了出]?")
_SAID_OF_IT = (Role.DELTA, Role.GROWTH, Role.POINTS)
_NEAR, _TWO, _FAR = 2, 2, 3


def comparisons(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every difference of a phrase between two averages, or that names what it is of."""
    yield from _between_averages(phrase)
    yield from _against(phrase)
    yield from _reviewed(phrase)
    yield from _over_plan(phrase)
    yield from _after_share(phrase)
    for gap in phrase.amounts:
        before = [a for a in phrase.amounts if a.end <= gap.start and _is_in_unit_of(a, gap)]
        yield from _between_called(before, gap)
        yield from _against_named(before, gap)


def _is_in_unit_of(amount: Amount, gap: Amount) -> bool:
    """Whether a number is of the unit of a difference: percentages for percentage points."""
    if gap.role is Role.POINTS:
        return amount.quantity.unit == "%"
    return amount.base == gap.base and amount.role in (Role.PLAIN, Role.EACH)


def _reviewed(phrase: Phrase) -> Iterator[NumberRelation]:
    """核减A，审定B，送审C in any order: what was submitted less what was taken off is what is left."""
    found = [[a for a in phrase.plain if words.search(a.label)] for words in _REVIEW]
    if all(len(amounts) == 1 for amounts in found):
        (submitted,), (off,), (approved,) = found
        alike = submitted.base == off.base == approved.base
        if alike and submitted.group == approved.group:
            relation = difference(submitted, off, approved)
            alone = not _has_others(phrase, relation) or "账面" not in submitted.label
            yield from [relation] if alone or verdict(relation).holds else ()


def _has_others(phrase: Phrase, relation: NumberRelation) -> bool:
    """Whether other numbers of the unit stand among those of a difference."""
    base = relation.terms[0].base
    inside = [a for a in phrase.amounts if relation.start <= a.start < relation.end]
    return sum(a.base == base for a in inside) > len(relation.terms) + 1


def _over_plan(phrase: Phrase) -> Iterator[NumberRelation]:
    """186.4公里，完成计划180公里的103.6%，超计划6.4公里: what was done less what was planned."""
    for over in phrase.plain:
        if not _OVER_PLAN.fullmatch(over.label):
            continue
        near = list(_near_before(phrase, over))
        planned = [a for a in near if a.role is Role.TARGET]
        done = [a for a in near if a.role in (Role.PLAIN, Role.AFTER)]
        if len(planned) == len(done) == 1:
            yield difference(done[0], planned[0], over)


def _near_before(phrase: Phrase, over: Amount) -> Iterator[Amount]:
    """The numbers of the unit in the few clauses before one."""
    for amount in phrase.amounts:
        near = amount.group == over.group and over.clause - amount.clause <= _FAR
        if amount.end <= over.start and near and amount.base == over.base:
            yield amount


def _after_share(phrase: Phrase) -> Iterator[NumberRelation]:
    """218.3万人次，为去年同期242.7万人次的89.9%，减少24.4万人次: by how much the two differ."""
    amounts = phrase.amounts
    for value, base, rate, gap in zip(amounts, amounts[1:], amounts[2:], amounts[3:], strict=False):
        said = base.role is Role.TARGET and rate.role is Role.SHARE and gap.role is Role.DELTA
        beside = gap.clause - rate.clause == 1 and gap.group == value.group
        if said and beside and _BARE_CHANGE.fullmatch(gap.label) and _are_alike(value, base, gap):
            yield larger_first(value, base, gap)


def _are_alike(*amounts: Amount) -> bool:
    return len({amount.base for amount in amounts}) == 1


def _between_averages(phrase: Phrase) -> Iterator[NumberRelation]:
    """城镇人均收入A，农村人均收入B，相差C."""
    means = [a for a in phrase.amounts if a.role is Role.EACH]
    gaps = [a for a in phrase.amounts if a.role is Role.PLAIN and GAP.search(a.label)]
    for gap in gaps:
        before = [a for a in means if a.end <= gap.start and a.base == gap.base]
        small = any(gap.value < a.value for a in before[-_TWO:])
        if len(before) >= _TWO and small and _only_changes_between(phrase, before[-1], gap):
            yield larger_first(before[-2], before[-1], gap)


def _only_changes_between(phrase: Phrase, last: Amount, gap: Amount) -> bool:
    """Whether a difference stands near the last number that it may be of, or behind what is said of
    that one alone: 745元，比上年提高35元，增长4.9%，相差133元."""
    between = [a for a in phrase.amounts if last.end <= a.start < gap.start]
    said = all(a.role in _SAID_OF_IT for a in between)
    return gap.clause - last.clause <= (_NEAR + len(between) if said else _NEAR)


def _between_called(before: Sequence[Amount], gap: Amount) -> Iterator[NumberRelation]:
    """甲标段A，乙标段B，甲标段比乙标段高C: the names say which two numbers differ."""
    names = THAN.search(gap.label)
    if names is None or gap.role not in (Role.DELTA, Role.POINTS):
        return
    one = _only_called(before, names["one"])
    other = _only_called(before, names["other"])
    if one is None or other is None or one is other:
        return
    if gap.falls:
        yield difference(other, one, gap)
    else:
        yield difference(one, other, gap)


def _only_called(amounts: Sequence[Amount], name: str) -> Amount | None:
    """The one number whose label holds a name; None where several or none do."""
    called = [amount for amount in amounts if name in amount.label]
    if not called and len(name) > _TWO and name[-1] in "数额值量":
        return _only_called(amounts, name[:-1])
    return called[0] if len(called) == 1 else None


def _against_named(before: Sequence[Amount], gap: Amount) -> Iterator[NumberRelation]:
    """限额为18千克，实测值15.3千克，低于限额2.7千克: two numbers, one of them called by name."""
    named = _OVER_NAMED.search(gap.label)
    if named is None or len(before) != _TWO or gap.clause - before[-1].clause != 1:
        return
    # What is no less than half of them is the value of what is named, said again.
    small = all(gap.value * 2 < amount.value for amount in before)
    if small and _only_called(before, named["other"]):
        yield replace(larger_first(before[0], before[1], gap), explicit=False)


def _against(phrase: Phrase) -> Iterator[NumberRelation]:
    """低于限额51亿元2.4亿元: a value, what it is compared with, and by how much it differs."""
    amounts = phrase.amounts
    for value, base, gap in zip(amounts, amounts[1:], amounts[2:], strict=False):
        joined = gap.start == base.end and _AGAINST.search(base.label)
        if joined and value.base == base.base == gap.base:
            yield larger_first(value, base, gap)


def over_named(phrase: Phrase) -> Iterator[NumberRelation]:
    """概算12800万元，结算14336万元，超概算12%: by how many % a number is more than one named."""
    for rate in phrase.amounts:
        name = _OVER_A_NAME.fullmatch(rate.label) if rate.quantity.unit == "%" else None
        if name is not None:
            yield from _over(phrase, rate, name["of"])


def _over(phrase: Phrase, rate: Amount, of: str) -> Iterator[NumberRelation]:
    """By how many % a number is more than the one that is called; the amount may stand between."""
    before = [a for a in phrase.plain if a.end <= rate.start and a.group == rate.group]
    step, name = 1, of
    if before and before[-1].label.startswith("超"):
        step, name = _TWO, of or before.pop().label.lstrip("超过出")
    for planned, spent in zip(before[-2:-1], before[-1:], strict=False):
        beside = rate.clause - spent.clause == step
        if beside and _tells_which(name, planned, spent):
            span = planned.start, rate.end
            yield NumberRelation(Arithmetic.CHANGE, (planned, spent), rate, *span)


def _tells_which(name: str, one: Amount, other: Amount) -> bool:
    """Whether a name calls the first of two numbers of one unit and not the second."""
    called = bool(name) and name in one.label and name not in other.label
    return called and one.base == other.base
