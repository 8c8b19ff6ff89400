"""A total of things that are counted in several ways: 结婚登记1263对、离婚登记487对、补领证件356件，合计2106件."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from generator.check.relations.algebra.holding import are_of_size, fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import parts_relation
from generator.check.relations.numbers.amounts import Amount, Role, measured
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_TOTAL = regex(
    "(?:(?:以上|上述|这些|[两三四五]项)[^，。；、\\d]{0,4})?(?:合计|共计|总计|一共)[^，。；、\\d]{0,4}|共"
)
_ANY_THING = ("件", "个", "项", "台", "件次", "")
_NO_THINGS = ("天", "日", "年", "个月", "岁", "次", "分", "时", "小时", "分钟")
_PAIR = 2


def mixed_units(phrase: Phrase) -> Iterator[NumberRelation]:
    """The sum of what 、 joins just before a total, one of whose units is not that of the total."""
    for at, total in enumerate(phrase.amounts):
        if not _TOTAL.fullmatch(total.label) or total.base not in _ANY_THING:
            continue
        parts = _joined(phrase, at)
        mixed = any(part.base != total.base for part in parts)
        if len(parts) >= _PAIR and mixed and _is_beside(parts, total):
            hint = not fills(parts, total)
            if not hint or are_of_size(parts, total):
                yield parts_relation(Arithmetic.SUM, parts, total, parts[0].start, hint=hint)


def _joined(phrase: Phrase, end: int) -> list[Amount]:
    """The counted things before a place that 、 or 和 joins, one a clause."""
    before = [*takewhile(_is_counted, reversed(phrase.amounts[:end]))][::-1]
    row = before[-1:]
    for amount in reversed(before[:-1]):
        gap = phrase.between(amount.end, row[0].start)
        if not re.match("、|和|及|与", gap) or row[0].clause - amount.clause != 1:
            break
        row.insert(0, amount)
    return row


def _is_counted(amount: Amount) -> bool:
    plain = amount.role is Role.PLAIN and not amount.qualifier
    return plain and not measured(amount.base) and amount.base not in _NO_THINGS


def _is_beside(parts: list[Amount], total: Amount) -> bool:
    return total.clause - parts[-1].clause == 1 and total.group == parts[0].group
