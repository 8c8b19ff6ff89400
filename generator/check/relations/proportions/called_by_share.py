"""The part and the whole of a share by what the words of the share call them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import alike
from generator.check.relations.proportions.share_wholes import (
    is_a_name,
    is_of_another,
    is_surely_named,
    is_wider,
)
from generator.model.regex import regex
from generator.model.replacing import replace

_IN_ALL = regex("总[数量额]|合计|共计|总计")
_SAID_OF_IT = (Role.GROWTH, Role.DELTA, Role.POINTS, Role.SHARE)
_HALF, _NAME = 2, 4


def total_behind(own: Sequence[Amount], part: Amount, said: str) -> list[Amount]:
    """4G基站862个、5G基站412个，基站总数1274个，其中5G占32.3%: the total that 其中 divides, behind what is
    named again."""
    last = own[-1]
    total = last.start > part.start and _IN_ALL.search(last.label) and alike(last, part)
    return [last] if total and said.startswith("其中") and last.value > part.value else []


def around_bracket(phrase: Phrase, part: Amount, named: str) -> list[Amount]:
    """公开8642条（政务类5217条，占60.4%）: the number just before the bracket that a share stands in."""
    outer = phrase.outer.plain if phrase.outer and not named else ()
    return [a for a in outer if a.end == phrase.start - 1 and alike(a, part)]


def named_behind(phrase: Phrase, rate: Amount, part: Amount, named: str) -> list[Amount]:
    """占项目总投资的15%，项目总投资8000万元; 为目标的102.1%（目标2800人）: what is named just behind."""
    brackets = [one for one in phrase.brackets if one.start - 1 == rate.end]
    inside = [a for one in brackets for a in one.amounts if len(one.amounts) == 1]
    behind = [a for a in phrase.amounts if a.start > rate.start][:1]
    beside = [a for a in behind if a.clause - rate.clause == 1 and a.group == rate.group]
    own = [a for a in (*inside, *beside) if alike(a, part) and len(a.label) >= _HALF]
    end = named[-_NAME:]
    return [
        a for a in own if len(end) >= _HALF and (a.label.endswith(end) or end.endswith(a.label))
    ]


def stands_beside(phrase: Phrase, part: Amount, rate: Amount) -> bool:
    """Whether a share stands just behind its number, or behind the growth and the shares of it.

    咨询2157件，同比增长2%，环比下降7.1%，占受理总量的63%.
    """
    between = [a for a in phrase.amounts if part.end <= a.start < rate.start]
    row = [part, *between, rate]
    steps = all(after.clause - before.clause <= 1 for before, after in pairwise(row))
    own = all(a.role in _SAID_OF_IT for a in between) and rate.group == part.group
    last = between[-1:] != [] and between[-1].role is Role.DELTA
    in_a_row = len(between) == 1 and _are_in_a_row(part, between[0]) and steps
    return rate.clause - part.clause <= 1 or (steps and own and not last) or in_a_row


def as_named(phrase: Phrase, relation: NumberRelation, named: str) -> NumberRelation:
    """The relation, certain only where the words behind 占 surely name its whole."""
    part, whole = relation.terms
    loose = is_a_name(named) and not is_surely_named(phrase, whole, named)
    loose = loose or is_wider(part, whole, named) or is_of_another(phrase, whole, named)
    explicit = bool(named) or "其中" in phrase.between(phrase.start, part.start)
    explicit = explicit and whole.start >= phrase.start
    return replace(relation, certain=relation.certain and not loose, explicit=explicit)


def called_just_so(own: Sequence[Amount], said: str, rate: Amount) -> Amount | None:
    """The one number of a group that bears just the words before 占; 消除风险人数占: the number of people
    in the clause before."""
    beside = [a for a in own if a.group == rate.group]
    alike = [a for a in beside if said and a.label.removeprefix("其中") == said]
    if len(alike) == 1:
        return alike[0]
    before = [a for a in beside if a.clause == rate.clause - 1]
    return next((a for a in before if a.base and said.endswith(f"{a.base}数")), None)


def called_by(own: Sequence[Amount], subject: str) -> Amount | None:
    """The number that the words before 占 name."""
    if len(subject) < _HALF:
        return None
    for amount in reversed(own):
        words = amount.label + amount.tail
        named = subject in words and f"非{subject}" not in words
        called = re.sub("^其中", "", amount.label)[-4:]
        leads = len(called) == _HALF and subject.startswith(called)
        if named or leads or (len(called) > _HALF and called in subject):
            return None if _is_narrower(subject, called, words) else amount
    return None


def _is_narrower(subject: str, called: str, words: str) -> bool:
    """Whether the words before 占 name a kind that a number does not: 工业到位资金占 behind
    到位资金36亿元, where no number stands for the kind."""
    kind = subject.removesuffix(called)
    return len(kind) == _HALF and kind != subject and kind not in words


def last_in_unit(own: Sequence[Amount], named: str) -> Amount | None:
    """The last number; of several in its clause the one in the unit that the whole names: 占户数."""
    last = own[-1:]
    mates = [a for a in own if a.clause == last[0].clause or _are_in_a_row(a, last[0])]
    told = [a for a in mates if a.base and named.endswith((f"{a.base}数", f"总{a.base}数"))]
    return next(reversed(told or mates), None)


def _are_in_a_row(one: Amount, other: Amount) -> bool:
    """Whether a number without words stands just behind another: 11份、637万元."""
    return not other.label and other.start - one.end == 1


def in_its_clause(own: Sequence[Amount], part: Amount) -> list[Amount]:
    """The numbers of another unit in the clause of a part: 11户 of 11户27人."""
    return [a for a in own if a.clause == part.clause and a.base != part.base]
