"""What a number is compared with, where it stands in a bracket: 同比上年（36368件）上升4.2%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_EARLIER = regex(
    r"(?:同比|[与和较比])[^，。；\d]{0,4}(?:上年|去年|上[月季期]|同期|\d{4}年)(?:同[期月])?(?:数|水平)?$"
)
_PLANNED = regex("(?:目标|任务|计划|预算|指标)(?:数|任务|值)?[为是]?$")
_CHANGES = (Role.DELTA, Role.GROWTH, Role.POINTS)


def bases_in_brackets(phrase: Phrase) -> Iterator[Amount]:
    """The one number of each bracket behind 比上年, with the place of the change behind it."""
    for bracket in phrase.brackets:
        led = _EARLIER.search(phrase.between(phrase.start, bracket.start - 1))
        change = _change_behind(phrase, bracket)
        if led and change and len(bracket.amounts) == 1:
            (base,) = bracket.amounts
            base = replace(base, clause=change.clause, group=change.group)
            yield replace(base, role=Role.BASE, label=led[0])


def _change_behind(phrase: Phrase, bracket: Phrase) -> Amount | None:
    """The change that is the first number behind a bracket, in its clause."""
    first = next((a for a in phrase.amounts if a.start > bracket.end), None)
    if first is None or first.role not in _CHANGES:
        return None
    apart = re.search("[，,；;。]", phrase.between(bracket.end + 1, first.start))
    return None if apart else first


def target_in_bracket(phrase: Phrase, done: Amount) -> Amount | None:
    """The one number of the bracket just behind what was done, where it is what was planned: 新增
    就业4126人（目标任务3600人）."""
    for bracket in phrase.brackets:
        if bracket.start - 1 == done.end and len(bracket.amounts) == 1:
            planned = bracket.amounts[0]
            if planned.base == done.base and _PLANNED.search(planned.label):
                return planned
    return None
