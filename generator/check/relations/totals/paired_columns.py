"""Two numbers of one unit in each item: 满分100分，得94.6分，其中A10分得9.6分、B90分得85分."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, permutations

from generator.check.relations.algebra.holding import are_of_size, fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import bases, of_unit, parts_relation
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_TWO = 2
_TOTALS = regex("满分|总|合计|共计")


def paired_columns(
    phrase: Phrase, position: int, inside: Sequence[Amount]
) -> Iterator[NumberRelation]:
    """Both columns of a list whose items hold two numbers each, with two wholes before it, where
    one of them fills one; the other then is that of the other whole, if it is of its size."""
    items = [tuple(row) for _, row in groupby(inside, key=lambda amount: amount.clause)]
    wholes = of_unit(phrase.plain, inside[0].base, position) if inside else []
    paired = len(items) > 1 and all(len(row) == _TWO for row in items)
    if not paired or len(wholes) < _TWO or len({a.base for a in (*inside, *wholes)}) > 1:
        return
    columns = list(zip(*items, strict=True))
    read = [list(zip(columns, order, strict=True)) for order in permutations(wholes, _TWO)]
    filled = [pairs for pairs in read if any(fills(*pair) for pair in pairs)]
    filled.sort(key=lambda pairs: sum(fills(*pair) for pair in pairs), reverse=True)
    for pairs in filled[:1]:
        if all(are_of_size(*pair) for pair in pairs):
            yield from (parts_relation(Arithmetic.SUM, *pair, position) for pair in pairs)


def totals_behind(phrase: Phrase) -> Iterator[NumberRelation]:
    """A50分、得48.6分，B30分、得28.9分，满分80分，总得分77.5分: the totals stand behind the items; where
    one column fits, the other is that of the other total."""
    for base in bases(phrase.plain):
        row = of_unit(phrase.plain, base)
        totals, items = row[-_TWO:], row[:-_TWO]
        named = all(_TOTALS.search(total.label) for total in totals)
        if not named or len(items) < _TWO * _TWO or len(items) % _TWO:
            continue
        read = [(items[at::_TWO], total) for at, total in enumerate(totals)]
        turned = [(items[1 - at :: _TWO], total) for at, total in enumerate(totals)]
        for pairs in (read, turned):
            sized = all(are_of_size(*pair) for pair in pairs)
            if sized and any(fills(*pair) for pair in pairs) and _alternate(items):
                yield from (parts_relation(Arithmetic.SUM, *p, p[0][0].start) for p in pairs)
                return


def _alternate(items: Sequence[Amount]) -> bool:
    """Whether the second number of each item has the same short name: 得."""
    return len({item.label for item in items[1::_TWO]}) == 1
