"""Columns that names hold together: 资产A、负债B；其中甲资产a、负债b；乙资产c、负债d."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.holding import fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import ADDS_TO, parts_relation
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_LEADS = regex("^其中|^(?:合计|共计?|总)+")
_SHARED = regex("受益|覆盖|惠及|涉及|带动|服务|参与")
_TOTAL = regex("(?:总额|总量|总计|合计|总数)$")
_ENDS = (4, 3, 2)
_FEWEST, _COLUMNS = 3, 2

_Column = tuple[Amount, ...]


def named_columns(phrase: Phrase) -> Iterator[NumberRelation]:
    """The columns of a list whose items repeat the names of the numbers before it, each number the
    first of its name and the sum of the others; where one of them fits, the others are read too."""
    if "其中" not in phrase.text and "；" not in phrase.text:
        return
    columns = [column for column in _columns(phrase) if _is_divided(phrase, column)]
    if len(columns) >= _COLUMNS and any(fills(column[1:], column[0]) for column in columns):
        for column in filter(_may_be_added, columns):
            yield parts_relation(Arithmetic.SUM, column[1:], column[0], column[0].start)


def _may_be_added(column: _Column) -> bool:
    """Whether a column fits, or counts what no two items share: a village may gain by two."""
    return fills(column[1:], column[0]) or not _SHARED.search(column[0].label)


def _columns(phrase: Phrase) -> Iterator[_Column]:
    """The numbers of one unit whose names end alike, as many in each column, three or more."""
    ends = Counter((a.base, end) for a in phrase.plain for end in _ends(a))
    named: dict[tuple[str, str], list[Amount]] = {}
    for amount in phrase.plain:
        shared = (end for end in _ends(amount) if ends[amount.base, end] >= _FEWEST)
        name = next(shared, "")
        if name and not amount.qualifier:
            named.setdefault((amount.base, name), []).append(amount)
    full = [tuple(column) for column in named.values() if len(column) >= _FEWEST]
    size = max(map(len, full), default=0)
    yield from (column for column in full if len(column) == size)


def _ends(amount: Amount) -> list[str]:
    """The ends of a number's name, the longest first."""
    name = _TOTAL.sub("", _LEADS.sub("", amount.label))
    return [name[-size:] for size in _ENDS if len(name) >= size]


def _is_divided(phrase: Phrase, column: _Column) -> bool:
    """Whether a list begins behind the first number of a column and before the second."""
    between = phrase.between(column[0].end, column[1].start)
    return bool(re.search("其中|；", between)) and not ADDS_TO.search(column[1].head)


def contradicts(relation: NumberRelation, columns: Sequence[NumberRelation]) -> bool:
    """Whether a relation mixes the numbers of columns, or takes another whole for them."""
    starts = {amount.start for amount in relation.terms}
    return any(
        starts & {amount.start for amount in column.terms}
        and (starts, relation.result) != ({a.start for a in column.terms}, column.result)
        for column in columns
    )
