"""The parts of a rate that is paid: 费率1%，其中单位0.5%、个人0.5%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.check.relations.algebra.holding import fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import parts_relation
from generator.check.relations.lists.wordings import are_opposite
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_SHARE_OF = regex("(?P<named>[^，。；、]{2,10}?)占比?[为达约]?")
_MANY = 3
_PAID = regex("(?:费|缴存|缴纳|缴费|筹资|提取|计提|补贴|补助)(?:率|比例)")


def parts_of_rate(phrase: Phrase) -> Iterator[NumberRelation]:
    """A rate that several pay, and what each of them pays: they fill it, or can only fill it."""
    for at, whole in enumerate(phrase.amounts):
        behind = phrase.amounts[at + 1 :]
        paid = whole.role is Role.SHARE and bool(_PAID.search(whole.label))
        parts = _parts(phrase, whole, behind) if paid else ()
        if len(parts) > 1 and (fills(parts, whole) or are_opposite(parts)):
            yield parts_relation(Arithmetic.SUM, parts, whole, whole.start)
        named = _named_parts(whole, behind)
        if len(named) >= _MANY and fills(named, whole):
            yield parts_relation(Arithmetic.SUM, named, whole, whole.start)


def _named_parts(whole: Amount, behind: Sequence[Amount]) -> tuple[Amount, ...]:
    """超标天数占23.3%；超标天数中轻度占15.9%，中度占7.4%: the shares just behind that are named as
    parts of a share, as far as they go on."""
    name = _SHARE_OF.fullmatch(whole.label)
    led = behind and name and behind[0].label.startswith(f"{name['named']}中")
    if whole.role is not Role.SHARE or not led:
        return ()
    steps = takewhile(lambda step: step[1].clause - whole.clause == step[0], enumerate(behind, 1))
    return tuple(a for _, a in takewhile(lambda step: step[1].role is Role.SHARE, steps))


def _parts(phrase: Phrase, whole: Amount, behind: Sequence[Amount]) -> tuple[Amount, ...]:
    """The rates just behind 其中, as far as 、 or a comma joins them in one group."""
    if not behind or not behind[0].label.startswith("其中"):
        return ()
    parts: list[Amount] = []
    for amount in behind:
        near = amount.group == whole.group and amount.clause - whole.clause == len(parts) + 1
        if not near or amount.role is not Role.SHARE or amount.base != whole.base:
            break
        parts.append(amount)
    return tuple(parts)
