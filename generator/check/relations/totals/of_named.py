"""Parts of what a sentence before names: 共有卫生机构4473个。全市卫生机构中，医院113个，…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.holding import are_of_size, fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import bases, parts_relation
from generator.check.relations.lists.wordings import are_whole
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_OF_NAMED = regex(
    r"\s*在?(?:全[国省市州县区镇乡村]的?)?(?P<named>[^，。；：、\d]{2,12})(?:当?中|里)[，,：:]"
)
_SAID_OF_IT = (Role.GROWTH, Role.DELTA, Role.POINTS, Role.SHARE)
_PAIR, _TAIL = 2, 4


def of_named(phrase: Phrase) -> Iterator[NumberRelation]:
    """The whole that a sentence before names and the parts that fill it, or can only fill it."""
    led = _OF_NAMED.match(phrase.text)
    if phrase.before is None:
        return
    for base in bases(phrase.plain):
        parts = _parts(phrase, base)
        same = [a for a in phrase.before.plain if a.base == base]
        named = _named(phrase.before, same, led["named"]) if led else _repeated(same, parts)
        whole = _whole(parts, same, named) if len(parts) >= _PAIR else None
        if whole:
            relation = parts_relation(Arithmetic.SUM, parts, whole, phrase.start)
            yield replace(relation, explicit=False)


def _whole(
    parts: Sequence[Amount], same: Sequence[Amount], named: Sequence[Amount]
) -> Amount | None:
    """The number that parts fill, by its name or another; else the only one, where they must."""
    for whole in (*named, *same) if named else ():
        if fills(parts, whole):
            return whole
    if len(same) != 1 or not named or not are_whole(parts):
        return None
    sized = are_of_size(parts, same[0])
    return same[0] if sized else None


def _repeated(same: Sequence[Amount], parts: Sequence[Amount]) -> list[Amount]:
    """处分720人。处分县处级15人，乡科级140人，其他565人: the list repeats the word of its whole."""
    words = parts[0].label if len(parts) > _PAIR and are_whole(parts) else ""
    return [a for a in same if len(a.label) >= _PAIR and words.startswith(a.label)]


def _named(before: Phrase, same: Sequence[Amount], named: str) -> list[Amount]:
    return [amount for amount in same if _is_named(before, amount, named)]


def _is_named(before: Phrase, whole: Amount, named: str) -> bool:
    """Whether the clause up to a number names it, a bracket between the two left out."""
    clause = re.split("[，。；：]", before.between(before.start, whole.start))[-1]
    return named in clause or clause.strip().endswith(named[-_TAIL:])


def _parts(phrase: Phrase, base: str) -> list[Amount]:
    """The numbers of the unit from the first on, one a clause, up to where anything else stands."""
    parts: list[Amount] = []
    end = phrase.start
    for amount in phrase.amounts:
        marks = len(re.findall("[，,；;：:]", phrase.between(end, amount.start)))
        if parts and marks != 1:
            break
        if amount.role not in _SAID_OF_IT:
            if amount.role is not Role.PLAIN or amount.base != base:
                break
            parts.append(amount)
        end = amount.end
    return parts
