"""One number that is said of each of several names: 高中、初中各招28名 are 56 of 96 recruited."""

from __future__ import annotations

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_EACH = regex(
    r"(?:^|[，。；：])(?:其中|包括)?(?P<names>[^，。；：\d]{3,80})各[^，。；：、\d]{0,4}$"
)
_LONGEST = 12
_AND = regex("、|和|与|及|以及")
_ADDED = (Arithmetic.SUM, Arithmetic.BALANCE)


def for_each(relation: NumberRelation, phrase: Phrase) -> NumberRelation:
    """A sum or balance with what each of several is counted as often as names stand before it."""
    if relation.sort not in _ADDED or "各" not in phrase.text:
        return relation
    times = [_times(phrase, term) for term in relation.terms]
    if max(times) == 1:
        return relation
    signs = relation.signs or (1,) * len(times)
    terms = [t for t, many in zip(relation.terms, times, strict=True) for _ in range(many)]
    counted = [s for s, many in zip(signs, times, strict=True) for _ in range(many)]
    told = tuple(counted) if relation.signs else ()
    other = replace(relation, terms=tuple(terms), signs=told)
    if verdict(other).holds or not verdict(relation).holds:
        return other
    return relation


def _times(phrase: Phrase, amount: Amount) -> int:
    """How many names stand before 各 and a number."""
    said = _EACH.search(phrase.between(phrase.start, amount.start))
    if said is None or amount.role not in (Role.PLAIN, Role.EACH):
        return 1
    names = _AND.split(said["names"])
    return len(names) if all(0 < len(name) <= _LONGEST for name in names) else 1
