"""Shares beside their parts that vouch for one another: 15428人，按去向分为省外6215人（40.3%）、省内县外3107人
（20.1%）、县内6106人（39.6%）."""

from __future__ import annotations

from collections.abc import Iterator, Set

from generator.check.relations.algebra.holding import fills, verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.full_lists import pair_rows
from generator.check.relations.proportions.pairs import alike, counted, is_telling, share_relation
from generator.check.relations.proportions.pairs_in_step import pairs_in_step

_PAIR = 2


def vouched_shares(phrase: Phrase, known: Set[int]) -> Iterator[NumberRelation]:
    """The shares that others vouch for, but for those that are known."""
    yield from pairs_in_step(phrase)
    for one in _in_lists(phrase):
        if one.result and one.result.start not in known:
            yield one


def _in_lists(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every share of a list of which all but one are right of the number before it that their
    parts fill."""
    for row in pair_rows(phrase, wordless=True):
        parts = [part for part, _ in row]
        before = [a for a in counted(phrase.amounts) if row and a.end <= parts[0].start]
        wholes = (a for a in reversed(before) if alike(a, parts[0]) and fills(parts, a))
        for whole in wholes if len(row) >= _PAIR else ():
            found = [share_relation(part, whole, rate) for part, rate in row]
            right = [one for one in found if verdict(one).holds]
            if len(right) >= len(found) - 1 and any(is_telling(one) for one in right):
                yield from found
            break
