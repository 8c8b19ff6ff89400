"""The lists between a mean and the wholes that it is of: 全长12.6公里，分三段实施：上段4.3公里、中段5.1公里、
下段3.2公里，概算8190万元，公里造价650万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from generator.check.relations.algebra.holding import fills
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_COST = regex("造价|投资|成本")
_BARE = regex("[^，。；、日月年]均|每[^，。；、日月年]")
_NAME = regex("(?<=[^、])、(?=[^、，。；]*[、，])")
_PAIR, _FEW = 2, 3


def behind_lists(phrase: Phrase, each: Amount) -> Amount:
    """What a thing cost for each of its units, and a mean with no name of its own (户均), as they
    would stand without the lists before them."""
    clauses = {part.clause for part in parts_before(phrase, each)}
    near = _COST.search(each.label) or _BARE.fullmatch(each.label)
    return replace(each, clause=each.clause - len(clauses)) if near else each


def behind_items(phrase: Phrase, each: Amount) -> Amount:
    """A mean as it would stand without the list of what 、 joins before it: 5个：青潭、石梁、柏岗."""
    names = 0
    before = [a for a in phrase.amounts if a.end <= each.start and a.group == each.group]
    for one, other in pairwise([*before[-_FEW:], each]):
        names += len(_NAME.findall(phrase.between(one.end, other.start)))
    return replace(each, clause=each.clause - names) if names else each


def parts_before(phrase: Phrase, each: Amount) -> list[Amount]:
    """The parts before a mean, which is of what they fill."""
    return [part for row in _filling(phrase, each) for part in row]


def _beside(amounts: Sequence[Amount], base: str) -> list[Amount]:
    """The first numbers of a unit."""
    return [*takewhile(lambda amount: amount.base == base, amounts)]


def _filling(phrase: Phrase, each: Amount) -> Iterator[Sequence[Amount]]:
    """The rows of parts of a unit just behind their whole and apart from the mean."""
    before = [a for a in phrase.amounts if a.end <= each.start and a.group == each.group]
    for at, whole in enumerate(before):
        row = _beside(before[at + 1 :], whole.base)
        while len(row) >= _PAIR and not fills(row, whole):
            row.pop()
        plain = all(a.role is Role.PLAIN for a in (whole, *row))
        apart = bool(row) and "，" in phrase.between(row[-1].end, each.start)
        if len(row) >= _PAIR and plain and apart:
            yield row
