"""By how much a rate or an average differs from a level that is named with its number: 增长6.8%，较
全年8%的目标低1.2个百分点; 农村快于城镇2.1个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.differences import difference, larger_first
from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role, as_exact
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_BEFORE_LEVEL = regex(
    r"^(?P<subject>[^，。；比较]{0,10}?)(?:[比较与跟]|相比|高于|低于|高出|低出|超过|超出|超|快于|慢于|优于|好于|少于|多于)"
    r"(?P<of>[^，。；、]*)$"
)
_TO_GAP = regex(
    r"的?[^，。；、\d]{0,10}(?:高|低|快|慢|多|少|提前|落后|领先)?(?:相?差|差距)?(?:出|了|于)?(?:近|约|达)?"
)
_CHANGES = regex("提[高升]|[上回]升|升高|下降|降低|回落|改善|增[加长]|减少")
_OF_THEN = regex(r"[上去前]年|\d{4}年|同期|年[初末底]|上[月季]|“十[二三四]五”末|前$")
"""What was is no level: 比2020年的95.8%高 tells of a change."""
_PLANNED = regex("目标|计划|任务|指标|标准|预期|要求")
_WORDS_OF_RATE = regex("增速|增幅|降幅|涨幅|增长率|同比|分别|均|也|还|又|且|并|平均|水平")
_FASTER = regex(
    r"^(?:其中)?(?P<one>[^，。；比较]{2,10}?)(?:的?(?:增速|增幅|涨幅|收入增速))?"
    r"(?P<verb>快于|高于|高出|慢于|低于|低)(?P<other>[^，。；\d]{2,8}?)(?:增速|增幅)?$"
)
_SLOWER = ("慢于", "低于", "低")
_WAY = regex("[增降升涨跌减]")
_THREE, _TAIL = 3, 8


def against_levels(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every difference of a number and a level just before it, and of two rates called by name."""
    amounts = phrase.amounts
    for value, level, gap in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if _is_measured_against(phrase, value, level, gap):
            relation = larger_first(value, as_exact(level), gap)
            alone = _is_of_value(value, level) and not _may_be_of_other(phrase, value, level, gap)
            if alone or verdict(relation).holds:
                yield relation
    for gap in amounts:
        if gap.role is Role.POINTS:
            yield from _between_named(phrase, gap)


def _is_measured_against(phrase: Phrase, value: Amount, level: Amount, gap: Amount) -> bool:
    """Whether a level is what the number in the clause before it is compared with, by the gap."""
    beside = level.clause - value.clause <= 1 and gap.clause == level.clause
    one_group = value.group == gap.group and value.clause < level.clause
    said = _BEFORE_LEVEL.fullmatch(level.label)
    words = phrase.between(level.end, gap.start)
    joined = _TO_GAP.fullmatch(words) and not _CHANGES.search(words)
    then = _OF_THEN.search(level.label) and not _PLANNED.search(level.tail)
    told = beside and one_group and said and joined and not then
    return bool(told) and _are_alike(value, level, gap)


def _are_alike(value: Amount, level: Amount, gap: Amount) -> bool:
    """Whether two percentages differ by points, or two averages by a smaller amount."""
    if gap.role is Role.POINTS:
        planned = _PLANNED.search(level.label + level.tail)
        rates = value.quantity.unit == level.quantity.unit == "%" and not value.qualifier
        rates = rates and bool(planned or not level.qualifier)
        one_way = _falls(value) == _falls(level) or (
            planned and not _WAY.search(level.tail[:_TAIL])
        )
        return rates and bool(one_way) and value.role is not Role.BEFORE
    means = value.role is level.role is Role.EACH
    one = value.base == level.base == gap.base and not value.qualifier and not level.qualifier
    return means and one and gap.value < min(value.value, level.value)


def _falls(rate: Amount) -> bool:
    """Whether a percentage is a fall by the words around it; 降至0.6% is what it fell to."""
    if rate.role is Role.AFTER:
        return False
    words = f"{rate.label[-6:]}{rate.tail[:6]}"
    return bool(re.search("降|减|负|跌|缩", words))


def _is_of_value(value: Amount, level: Amount) -> bool:
    """Whether the words before the comparison name nothing else than the value: 前三季度增速较."""
    said = _BEFORE_LEVEL.fullmatch(level.label)
    name = _WORDS_OF_RATE.sub("", said["subject"]) if said else ""
    return not name or name in value.label


def _may_be_of_other(phrase: Phrase, value: Amount, level: Amount, gap: Amount) -> bool:
    """Whether a number stands in a list behind others of its unit, one of which is what a level is
    compared with: 失业率3.2%，其中青年6.4%，低于4.5%的控制目标1.3个百分点."""
    before = [a for a in phrase.amounts if a.end <= value.start and _is_of_unit(a, value)]
    within = any("其中" in phrase.between(a.end, value.start) for a in before)
    fitting = (verdict(larger_first(other, as_exact(level), gap)) for other in before)
    return within or any(fit.holds for fit in fitting)


def _is_of_unit(one: Amount, other: Amount) -> bool:
    return (one.base, one.quantity.unit) == (other.base, other.quantity.unit)


def _between_named(phrase: Phrase, gap: Amount) -> Iterator[NumberRelation]:
    """城镇收入A，增长4.7%，农村收入B，增长6.8%，农村快于城镇2.1个百分点."""
    said = _FASTER.fullmatch(gap.label)
    rates = [a for a in phrase.amounts if a.end <= gap.start and a.role is Role.GROWTH]
    rates = [a for a in rates if a.quantity.unit == "%"]
    if said is None or any(map(_falls, rates)):
        return
    one, other = _called(phrase, rates, said["one"]), _called(phrase, rates, said["other"])
    if one and other and one is not other:
        pair = (other, one) if said["verb"] in _SLOWER else (one, other)
        yield difference(*pair, gap)


def _called(phrase: Phrase, rates: Sequence[Amount], name: str) -> Amount | None:
    """The one rate of what has a name; None where several or none are."""
    found = [rate for rate in rates if name in _subject(phrase, rate)]
    return found[0] if len(found) == 1 and len(name) > 1 else None


def _subject(phrase: Phrase, rate: Amount) -> str:
    """The words before a rate, and before the numbers just before it, back to another rate."""
    words = rate.label
    before = [a for a in phrase.amounts if a.end <= rate.start]
    for amount in reversed(before[-_THREE:]):
        if amount.quantity.unit == "%" or amount.group != rate.group:
            break
        words = amount.label + words
    return words
