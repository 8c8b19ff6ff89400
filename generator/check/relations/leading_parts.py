"""What the first of a list are together: A 34件、B 41件、…，共163件，前三类113件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.reader import chinese_value
from generator.check.relations.amounts import Amount
from generator.check.relations.holding import fills
from generator.check.relations.parts import of_unit, parts_relation
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase

_LEADING = re.compile(
    r"[前首](?P<count>[两二三四五六七八九])(?!个?(?:年|季|月|批|期|轮|次|届|周|天|日|旬|阶段))"
    r"(?:大?[类项个位名种者]|大)?[^，。；、\d]{0,6}"
)
_FEWEST = 3


def leading_parts(phrase: Phrase) -> Iterator[NumberRelation]:
    """The first so many of a list and their sum; where they are not its largest too, only one that
    fits."""
    for total in phrase.plain:
        said = _LEADING.fullmatch(total.label)
        listed = _list_before(phrase, total) if said else []
        count = chinese_value(said["count"].replace("两", "二")) if said else 0
        if len(listed) < max(count, _FEWEST):
            continue
        first, largest = listed[:count], _largest(listed, count)
        parts = next((row for row in (first, largest) if fills(row, total)), None)
        if parts or first == largest:
            terms = tuple(parts or first)
            yield parts_relation(Arithmetic.SUM, terms, total, terms[0].start)


def _list_before(phrase: Phrase, total: Amount) -> list[Amount]:
    """The first numbers of the unit that 、 joins before a total."""
    run: list[Amount] = []
    for amount in of_unit(phrase.plain, total.base, total.start):
        joined = bool(run) and phrase.between(run[-1].end, amount.start).startswith("、")
        if len(run) > 1 and not joined:
            break
        run = [*run, amount] if joined else [amount]
    return run


def _largest(listed: Sequence[Amount], count: int) -> list[Amount]:
    """So many of the largest numbers, in their order."""
    kept = sorted(listed, key=lambda amount: -amount.value)[:count]
    return [amount for amount in listed if amount in kept]
