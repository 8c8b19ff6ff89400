"""Parts of what a sentence before names: 共有卫生机构4473个。全市卫生机构中，医院113个，…"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.relations.amounts import Amount, Role
from generator.check.relations.holding import fills, nearly_fills, slightly_exceeds
from generator.check.relations.parts import bases, parts_relation
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase
from generator.check.relations.wordings import are_whole

_OF_NAMED = re.compile(
    r"\s*在?(?:全[国省市州县区镇乡村]的?)?(?P<named>[^，。；：、\d]{2,12})(?:当?中|里)[，,：:]"
)
_SAID_OF_IT = (Role.GROWTH, Role.DELTA, Role.POINTS, Role.SHARE)
_PAIR, _TAIL = 2, 4


def of_named(phrase: Phrase) -> Iterator[NumberRelation]:
    """The whole that a sentence before names and the parts that fill it, or can only fill it."""
    led = _OF_NAMED.match(phrase.text)
    if led is None or phrase.before is None:
        return
    for base in bases(phrase.plain):
        parts = _parts(phrase, base)
        same = [a for a in phrase.before.plain if a.base == base]
        named = [a for a in same if _is_named(phrase.before, a, led["named"])]
        for whole in named[-1:] if len(parts) >= _PAIR else ():
            sized = nearly_fills(parts, whole) and slightly_exceeds(parts, whole)
            if fills(parts, whole) or (are_whole(parts) and sized):
                yield parts_relation(Arithmetic.SUM, parts, whole, phrase.start)


def _is_named(before: Phrase, whole: Amount, named: str) -> bool:
    """Whether the clause up to a number names it, a bracket between the two left out."""
    clause = re.split("[，。；：]", before.between(before.start, whole.start))[-1]
    return named in clause or clause.strip().endswith(named[-_TAIL:])


def _parts(phrase: Phrase, base: str) -> list[Amount]:
    """The numbers of the unit from the first on, one a clause, up to where anything else stands."""
    parts: list[Amount] = []
    clause = -1
    for amount in phrase.amounts:
        if parts and amount.clause - clause > 1:
            break
        if amount.role in _SAID_OF_IT:
            clause = amount.clause
            continue
        if amount.role is not Role.PLAIN or amount.base != base:
            break
        parts.append(amount)
        clause = amount.clause
    return parts
