"""Parts of a whole of which one thing may be two: each is at most the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.holding import exceeds
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.age_groups import some_by_age
from generator.check.relations.lists.list_words import ListWord
from generator.check.relations.lists.parts import parts_relation
from generator.check.relations.lists.parts_of_whole import share_behind
from generator.check.relations.lists.wordings import are_degrees, are_stages
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase

_PAIR = 2


def overlapping_parts(
    phrase: Phrase, word: ListWord, parts: Sequence[Amount], whole: Amount
) -> Iterator[NumberRelation]:
    """The first of parts that may overlap, each of which is at most the whole, and the others that
    have a share of their own: 35岁以下213名，占75%，女性119名，占41.9%."""
    if _are_one_list(phrase, word, parts) and not exceeds(parts, whole):
        yield parts_relation(Arithmetic.PART, parts, whole, word.start)
        return
    if are_stages(parts) or not exceeds(parts[:1], whole):
        yield parts_relation(Arithmetic.PART, parts[:1], whole, word.start)
    by_age = some_by_age(phrase, parts) or are_degrees(parts)
    for part in parts[1:]:
        if (by_age or share_behind(phrase, part)) and not exceeds([part], whole):
            yield parts_relation(Arithmetic.PART, [part], whole, word.start)


def _are_one_list(phrase: Phrase, word: ListWord, parts: Sequence[Amount]) -> bool:
    """Whether two parts are named as one list: 包括脱贫家庭学生1208人次、残疾学生174人次."""
    if len(parts) != _PAIR or some_by_age(phrase, parts):
        return False
    joined = phrase.between(parts[0].end, parts[1].start).startswith("、")
    return joined and word.lists
