"""A part that is more than the only number it can be a share of, 随迁子女12480人，公办学校16423人，占94.0%; the
share of the largest part by its name, 占比最高的是基础设施，达50.3%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.relations.algebra.holding import are_of_size, verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import alike, counted, earlier, share_relation
from generator.model.regex import regex
from generator.model.replacing import replace

_BARE_SHARE = regex("占(?:比|到|了)?(?:总[数量额]|全部)?的?[为达约是]*")
_OTHER_THING = regex("上年|去年|同期|另|此外|出口|进口|收入|支出|其余|其他|累计|全[省国市县]")
_NAME = r"(?P<what>[^，。；、\d]{2,12})"
_LARGEST = tuple(
    regex(words)
    for words in (
        rf"(?:占比|比重|份额)最[高大多]的?(?:是|为|类型是|类别是){_NAME}[，,](?:占比?|比重)?(?:高?达到?|为|是|约)*$",
        rf"(?:其中|以)?{_NAME}(?:的?占比|比重|份额)(?:最[高大多]|居首位?)[，,](?:高?达到?|为|是|约)*$",
    )
)
_MOST = Decimal("1.6")
_HUNDRED, _LONGEST, _PAIR = 100, 40, 2


def parts_above(phrase: Phrase, known: set[int]) -> Iterator[NumberRelation]:
    """For information: the shares, of which nothing else is read, of a number that is less than
    their part."""
    for part, rate in zip(phrase.amounts, phrase.amounts[1:], strict=False):
        bare = rate.role is Role.SHARE and _BARE_SHARE.fullmatch(rate.label)
        beside = rate.clause - part.clause == 1 and rate.group == part.group
        if bare and beside and rate.start not in known and part in phrase.plain:
            yield from _of_the_only(phrase, part, rate)


def _of_the_only(phrase: Phrase, part: Amount, rate: Amount) -> Iterator[NumberRelation]:
    before = [a for a in counted(phrase.amounts) if a.start < part.start and alike(a, part)]
    if len(before) != 1 or earlier(phrase, part) or part.qualifier or rate.qualifier:
        return
    (whole,) = before
    above = whole.value < part.value <= whole.value * _MOST and rate.value < _HUNDRED
    beside = part.clause - whole.clause <= _PAIR and part.group == whole.group
    foreign = any(_OTHER_THING.search(a.label) for a in (whole, part))
    both = part.value * _HUNDRED / (part.value + whole.value)
    of_both = abs(both - rate.value) <= 1
    if above and beside and not foreign and not of_both:
        yield replace(share_relation(part, whole, rate), hint=True, explicit=False)


def largest_parts(phrase: Phrase) -> Iterator[NumberRelation]:
    """The share of the part that is called the largest, in what all the parts fill."""
    for at, rate in enumerate(phrase.amounts):
        if rate.role is not Role.SHARE or rate.qualifier:
            continue
        words = phrase.between(rate.start - _LONGEST, rate.start)
        said = next((match for one in _LARGEST if (match := one.search(words))), None)
        if said:
            yield from _of_called(phrase.amounts[:at], rate, said["what"])


def _of_called(before: Sequence[Amount], rate: Amount, what: str) -> Iterator[NumberRelation]:
    """The share of the one number that is called so, of the first of a row that all others fill."""
    called = [a for a in counted(before) if what in a.label]
    called = called or [a for a in counted(before) if len(a.label) > 1 and what.startswith(a.label)]
    if len(called) != 1:
        return
    row = [a for a in counted(before) if alike(a, called[0])]
    whole, *parts = row
    relation = share_relation(called[0], whole, rate)
    full = len(parts) > 1 and whole is not called[0] and are_of_size(parts, whole)
    if full or (whole is not called[0] and verdict(relation).holds):
        yield relation
