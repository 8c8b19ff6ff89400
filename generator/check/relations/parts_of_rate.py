"""The parts of a rate that is paid: 费率1%，其中单位0.5%、个人0.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.relations.amounts import Amount, Role
from generator.check.relations.holding import fills
from generator.check.relations.parts import parts_relation
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase
from generator.check.relations.wordings import are_opposite

_PAID = re.compile("(?:费|缴存|缴纳|缴费|筹资|提取|计提|补贴|补助)(?:率|比例)")


def parts_of_rate(phrase: Phrase) -> Iterator[NumberRelation]:
    """A rate that several pay, and what each of them pays: they fill it, or can only fill it."""
    for at, whole in enumerate(phrase.amounts):
        behind = phrase.amounts[at + 1 :]
        paid = whole.role is Role.SHARE and bool(_PAID.search(whole.label))
        parts = _parts(phrase, whole, behind) if paid else ()
        if len(parts) > 1 and (fills(parts, whole) or are_opposite(parts)):
            yield parts_relation(Arithmetic.SUM, parts, whole, whole.start)


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
