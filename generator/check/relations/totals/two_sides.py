"""The two sides of an account: 收入、支出总计均为T：收入方为A加B；支出方为C、D."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.check.relations.algebra.holding import are_of_size, fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import OPEN_END, parts_relation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_BOTH = regex(
    r"收[^，。；\d]*支[^，。；\d]*(?:总[计额量]|决算|合计)[^，。；\d]*(?:[均各同都]为?|相等[，为]*)$"
)
_SIDES = (regex("收入|收方|来源"), regex("支出|支方|运用"))
_TWO = 2


def two_sides(phrase: Phrase) -> Iterator[NumberRelation]:
    """The sum of each side, both of which are the number that is called the total of both."""
    total = _total(phrase)
    if total is None:
        return
    behind = [a for a in phrase.amounts if a.start > total.start and a.base == total.base]
    sides = [tuple(side) for _, side in groupby(behind, key=lambda amount: amount.group)]
    if len(sides) == _TWO and all(map(_is_side, sides, _SIDES)):
        for side in sides:
            words = phrase.between(side[0].start, side[-1].end)
            whole = not OPEN_END.search(words) and "其中" not in words
            if fills(side, total) or (whole and are_of_size(side, total)):
                yield parts_relation(Arithmetic.SUM, side, total, min(total.start, side[0].start))


def _total(phrase: Phrase) -> Amount | None:
    """The number that both sides are, of the phrase or the last of the sentence before."""
    before = phrase.before.amounts[-1:] if phrase.before else ()
    own = [amount for amount in (*before, *phrase.amounts) if _BOTH.search(amount.label)]
    return own[0] if len(own) == 1 else None


def _is_side(side: Sequence[Amount], name: re.Pattern[str]) -> bool:
    """Whether two or more plain numbers are of one side by the words before the first."""
    plain = all(amount.role is Role.PLAIN and not amount.qualifier for amount in side)
    return len(side) >= _TWO and plain and bool(name.search(side[0].label))
