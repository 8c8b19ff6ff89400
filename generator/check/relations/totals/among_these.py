"""Parts of the number that stands before 中 in their own clause: 48362万元问题资金中已有43715万元得到
纠正."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import parts_relation
from generator.check.relations.numbers.amounts import Amount, Role, measured
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_AMONG = regex(
    r"(?P<of>[^，。；、\d]{0,12}?)(?:当中|之中|中|里)(?![央心等学小国型级期长医文专高旬转])[^，。；、\d]{0,10}"
)
_OF_OTHERS = regex("另|新增|[比较]|增|减")
_OF_ONE_SORT = ("人", "户", "头", "只", "辆", "亩", "公顷")
_SAID = (Role.SHARE, Role.GROWTH)


def among_these(phrase: Phrase) -> Iterator[NumberRelation]:
    """A number behind 中 that is part of the one before it, where no rate of it tells the same."""
    for whole, part in pairwise(phrase.amounts):
        beside = part.clause == whole.clause and part.base == whole.base != ""
        roles = whole.role is part.role is Role.PLAIN
        held = part.value <= whole.value or _is_sure(part)
        if beside and roles and held and _is_among(part) and not _has_rate(phrase, part):
            yield parts_relation(Arithmetic.PART, [part], whole, whole.start)


def _is_sure(part: Amount) -> bool:
    """Whether a unit counts one kind of thing: 12个乡镇中有43个村 are no parts of what is counted."""
    return measured(part.base) or part.base in _OF_ONE_SORT


def _is_among(part: Amount) -> bool:
    return bool(_AMONG.fullmatch(part.label)) and not _OF_OTHERS.search(part.label)


def _has_rate(phrase: Phrase, part: Amount) -> bool:
    """Whether a rate stands just behind a part, which tells how much of the whole it is."""
    behind = next((a for a in phrase.amounts if a.start > part.start), None)
    return behind is not None and behind.base == "%" and behind.role in _SAID
