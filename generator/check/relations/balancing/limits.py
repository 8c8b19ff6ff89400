"""What a limit leaves: 余额58.36亿元，控制在61.20亿元限额以内，尚有2.84亿元空间."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.differences import difference
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role, as_exact
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_LIMIT = "(?:限额|上限|指标|控制数|控制目标|红线|总量控制)"
_IS_LIMIT = regex(rf"{_LIMIT}[^，。；、\d]{{0,4}}$")
_IS_LIMIT_BEHIND = regex(rf"(?:的|以内的?)?[^，。；、\d]{{0,8}}?{_LIMIT}")
_KEPT_UNDER = regex(r"控制在|未[突超]|没有[突超]|不超|低于|小于|少于|以内")
_STATE = regex(r"余额(?:合计|总额)?(?:为|达到?|约)*$")
_LEFT = regex(r"^(?:尚|还|仍|剩|留|余|可用|结余|富余|新增)|(?:空间|额度|余[量地])(?:为|约|有)*$")
_ROOM = regex("空间|额度|余[量地]|限额|指标|名额")
_OF_BEFORE = regex("[年期月]初|上[年期]|去年")


def what_limits_leave(phrase: Phrase) -> Iterator[NumberRelation]:
    """The limit less what stands beside it, for every number that is called what is left of it."""
    for left in phrase.plain:
        if not _LEFT.search(left.label) or not _ROOM.search(left.label + left.tail[:8]):
            continue
        before = [
            a
            for a in phrase.amounts
            if a.end <= left.start and a.base == left.base and a.group == left.group
        ]
        limits = [a for a in before if _is_limit(a)]
        states = _kept_under(phrase, before, limits) if len(limits) == 1 else []
        if len(states) == 1:
            yield difference(as_exact(limits[0]), states[0], left)


def _is_limit(amount: Amount) -> bool:
    """Whether the words before a number call it a limit, or those behind it."""
    behind = _IS_LIMIT_BEHIND.match(amount.tail)
    return bool(_IS_LIMIT.search(amount.label) or behind)


def _kept_under(phrase: Phrase, before: Sequence[Amount], limits: Sequence[Amount]) -> list[Amount]:
    """What is kept under a limit: what is called a balance, or the last number before the limit
    that no 其中 divides off."""
    others = [
        a
        for a in before
        if a not in limits and a.role in (Role.PLAIN, Role.AFTER) and not _OF_BEFORE.search(a.label)
    ]
    named = [a for a in others if _STATE.search(a.label)]
    if named or not _KEPT_UNDER.search(limits[0].label + limits[0].tail):
        return named
    listed = phrase.text.find("其中")
    end = phrase.start + listed if listed >= 0 else limits[0].start
    return [a for a in others if a.end <= min(end, limits[0].start)][-1:]
