"""Rates behind two amounts of one unit that miss them by a slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.relations import Amount, Arithmetic, NumberRelation
from generator.check.relations.algebra.relation import relation_of
from generator.check.relations.numbers.amounts import Role
from generator.check.relations.weighing.confirmed_sums import is_size
from generator.check.suspicions.open_numbers import OpenNumbers, is_near, share_words
from generator.model.regex import regex
from generator.standard.wording.numbers import EXACT

_TIMES = {"%": Decimal(100), "‰": Decimal(1000)}
_OF_PLAN = regex("预算|计划|任务|目标|指标")
_PLAN = regex("预算(?!收入|支出|资金)|计划|任务|目标|指标|应")
_OF_NAMED = regex("占(?P<whole>[^，。；]{2,})的")
_OF_WHOLE = regex("占|^(?:(?:已|共|累计)?完成(?:了|率)?|比例|比重)[为是约达]?$")
_NOT_OF_ONE = regex(
    "分别|[两三四五六七八九二]项|合计|[两三]者|^全[省市县区]|按期|限时|审限|法定|[^，]{4,}覆盖率|普及率|[生亡长]率"
)
_ALL = ("总数", "全部", "总量", "总额")
_NO_STEM = regex("完成|达到?|约|仅|[为是了的至到总]|综合|占比|比例|比重|率")
_NEGATED = regex("[未不无]")
_BEFORE, _STEM, _ALIKE, _SHORT = 6, 3, 2, 4
_NO_STATE = (Role.EACH, Role.DELTA, Role.POINTS)


def suspected_shares(numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """A rate and the amount just before it, of one of its unit before that: 藏书1240册，扫描868册，电子化占
    50.0%."""
    for rate in numbers.amounts:
        share = rate.base in _TIMES and rate.role is Role.SHARE and not rate.qualifier
        if not share or rate.start in numbers.reached or _leads_others(numbers, rate):
            continue
        pair = _part_and_whole(numbers, rate)
        if pair:
            yield relation_of(Arithmetic.SHARE, pair, rate)


def _leads_others(numbers: OpenNumbers, rate: Amount) -> bool:
    """出栏率27%、36.1%、69.3%: whether bare rates follow, each of a number of its own."""
    behind = numbers.all[numbers.all.index(rate) + 1 :][:1]
    return any(one.base == rate.base and not one.label for one in behind)


def _part_and_whole(numbers: OpenNumbers, rate: Amount) -> tuple[Amount, Amount] | None:
    """What a rate is said of, and the amount of its unit of which it is most nearly the rate; None
    where no amount can be meant or all are far off."""
    states = [a for a in numbers.all if is_size(a) and a.role not in _NO_STATE]
    before = [a for a in states if a.end <= rate.start][-_BEFORE:]
    next_ = numbers.all[numbers.all.index(rate) + 1 :][:1]
    behind = [a for a in next_ if a in states and a.group == rate.group]
    part = _part(before, behind, rate)
    if part is None or _NOT_OF_ONE.search(rate.label):
        return None
    like = [one for one in states if one.base == part.base and one.value != part.value]
    wholes = [
        one
        for one in like
        if (_may_be_whole(one, part, rate) and _is_of(rate, part, one))
        or (numbers.is_part_of(part, one) and _is_bare(rate))
    ]
    near = [(off, whole) for whole in wholes if (off := _off(part, whole, rate)) is not None]
    return (part, min(near, key=lambda one: one[0])[1]) if near else None


def _part(before: Sequence[Amount], behind: Sequence[Amount], rate: Amount) -> Amount | None:
    """The last of the amounts before a rate that it is called after (立案率 of 立案418件), else the one
    just behind it that it is called after, else the one just before it; None for none."""
    called = [one for one in before if _is_named_after(rate, one)]
    follows = [one for one in behind if _is_named_after(rate, one)]
    last = [one for one in before[-1:] if rate.clause - one.clause <= 1]
    return [*last, *follows, *called][-1] if last or called or follows else None


def _may_be_whole(whole: Amount, part: Amount, rate: Amount) -> bool:
    """Whether a number stands where the whole of a part may: before it, or behind it and larger, up
    to the rate, or as far as to the clause but one behind where the rate names it."""
    planned = _PLAN.search(whole.label)
    if whole.start < part.start:
        return whole.value > part.value or bool(planned) or _is_named_after(rate, part)
    named = planned or _OF_NAMED.search(rate.label)
    near = whole.start < rate.start or (named and whole.clause - rate.clause <= _ALIKE)
    return bool(near) and (whole.value > part.value or bool(planned))


def _is_bare(rate: Amount) -> bool:
    """Whether a rate has a short name and says of nothing that it is of it."""
    return len(rate.label) <= _SHORT and not _OF_NAMED.search(rate.label)


def _is_named_after(rate: Amount, part: Amount) -> bool:
    """Whether a rate is called after its part: 查结率 of 查结21个."""
    stem = _NO_STEM.sub("", rate.label)[-_ALIKE:]
    return len(stem) == _ALIKE and stem in part.label


def _off(part: Amount, whole: Amount, rate: Amount) -> Decimal | None:
    """How many times too large or small a rate is; None where it is more than a slip."""
    exact = EXACT.divide(part.value * _TIMES[rate.base], whole.value)
    if not exact or not is_near(exact, rate.value):
        return None
    return EXACT.divide(max(exact, rate.value), min(exact, rate.value))


def _is_of(rate: Amount, part: Amount, whole: Amount) -> bool:
    """Whether a rate may by its words be of a whole: 完成预算的 of a plan, 占X的 of what is called so, a
    rate called after its part (年检率 of 参检) of any."""
    if _OF_PLAN.search(rate.label):
        return bool(_PLAN.search(whole.label))
    named = _OF_NAMED.search(rate.label)
    if named and named["whole"] not in _ALL:
        own = named["whole"] in part.label
        return named["whole"] == whole.label if own else share_words(named["whole"], whole.label)
    if _OF_WHOLE.search(rate.label):
        return True
    return _is_called_after(rate.label, part.label, whole.label)


def _is_called_after(rate: str, part: str, whole: str) -> bool:
    """Whether a rate has a character of its part in its name, and what it begins with, if it is
    long, is said of one of the two: 招聘完成率 of 招聘计划 and 实际聘用, no 审判案件结案率 of 案件."""
    stem = _NO_STEM.sub("", rate)
    if _NEGATED.search(part) and not _NEGATED.search(rate):
        return False
    begins = len(stem) <= _SHORT or stem[:_ALIKE] in part or stem[:_ALIKE] in whole
    return begins and any(char in part for char in stem[-_STEM:])
