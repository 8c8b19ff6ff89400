"""People by age: 35岁及以下9万人，36至54岁28万人，55岁及以上20万人 are all of those named before; things by
size too: 10万元以下38个，10万至50万元147个，50万元以上46个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.holding import are_of_size, fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import bases, of_unit, one_a_clause, parts_relation
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_AGE = regex(r"岁|\d")
_YOUNGEST = regex(
    r"岁(?:及)?以下|(?<![0-9])0[—–～~至到-]|\d[^，。；、\d]{0,4}(?:以下|以内)|不足\d|未满\d"
)
_OLDEST = regex(r"岁(?:及)?以上|\d[^，。；、\d]{0,4}以上|超过\d")
_BELOW = regex(r"岁(?:及)?以下|\d[^，。；、\d]{0,4}以下")
"""Said of two steps, the one holds the other: 35岁以下, 45岁以下."""
_FEWEST, _CUMULATIVE = 3, 2


def age_groups(phrase: Phrase) -> Iterator[NumberRelation]:
    """What is counted in steps of age or size, from 以下 to 以上, and the number that they are of."""
    if not _YOUNGEST.search(phrase.text) or not _OLDEST.search(phrase.text):
        return
    for base in bases(phrase.plain):
        parts = in_steps(phrase, of_unit(phrase.plain, base))
        if parts:
            yield from _of_whole(phrase, parts)


def in_steps(phrase: Phrase, row: Sequence[Amount]) -> tuple[Amount, ...]:
    """The numbers of a row behind an age each, where the first is of the youngest and the last of
    the oldest; () where they are not all."""
    aged = [at for at in range(len(row)) if _AGE.search(_words_before(phrase, row, at))]
    first = next((at for at in aged if _YOUNGEST.search(_words_before(phrase, row, at))), None)
    if first is None:
        return ()
    last = next((at for at in aged if at > first and _is_last(phrase, row, at)), first)
    parts = tuple(row[first : last + 1])
    steps = aged[aged.index(first) : aged.index(last) + 1]
    below = [at for at in steps if _BELOW.search(_words_before(phrase, row, at))]
    above = [at for at in steps if _is_last(phrase, row, at)]
    gapless = len(steps) == len(parts) and max(len(below), len(above)) < _CUMULATIVE
    whole = len(parts) >= _FEWEST and gapless and one_a_clause(parts)
    return parts if whole else ()


def _is_last(phrase: Phrase, row: Sequence[Amount], at: int) -> bool:
    return bool(_OLDEST.search(_words_before(phrase, row, at)))


def _words_before(phrase: Phrase, row: Sequence[Amount], at: int) -> str:
    """The words between a number and the one before it in its row, in its own clause."""
    start = row[at - 1].end if at else phrase.start
    return re.split("[，。；：]", phrase.between(start, row[at].start))[-1]


def _of_whole(phrase: Phrase, parts: Sequence[Amount]) -> Iterator[NumberRelation]:
    """The parts with the nearest number before them that they fill, or nearly fill."""
    own = _heads(phrase, of_unit(phrase.plain, parts[0].base, parts[0].start))
    before = own[::-1] or _of_sentence_before(phrase, parts[0].base)
    fitting = [whole for whole in before if fills(parts, whole)]
    sized = [whole for whole in before if are_of_size(parts, whole)]
    for whole in (fitting or sized)[:1]:
        yield parts_relation(Arithmetic.SUM, parts, whole, min(whole.start, parts[0].start))


def _of_sentence_before(phrase: Phrase, base: str) -> list[Amount]:
    """The numbers of the sentence before, those that 其中 begins left out, the last first."""
    before = phrase.before
    while before and before.text.startswith("其中"):
        before = before.before
    return _heads(before, of_unit(before.plain, base))[::-1] if before else []


def _heads(phrase: Phrase, amounts: Sequence[Amount]) -> list[Amount]:
    """The numbers that stand behind no 其中."""
    return [a for a in amounts if "其中" not in phrase.between(phrase.start, a.start)]


def all_by_age(phrase: Phrase, parts: Sequence[Amount]) -> bool:
    """Whether each of three or more parts is named by an age: 80至89岁7430人, 90至99岁1185人."""
    return len(parts) >= _FEWEST and _by_age(phrase, parts) == len(parts)


def some_by_age(phrase: Phrase, parts: Sequence[Amount]) -> bool:
    """Whether some of the parts are named by an age and some by what people of any age may be:
    80岁以上, 独居."""
    return 0 < _by_age(phrase, parts) < len(parts)


def _by_age(phrase: Phrase, parts: Sequence[Amount]) -> int:
    """How many parts are named by an age."""
    ages = {amount.clause for amount in phrase.amounts if amount.base in ("岁", "周岁")}
    return sum(part.clause in ages for part in parts)
