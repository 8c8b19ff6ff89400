"""Parts of what was named before, in its own sentence or the one before: 在校生4.6万人，专任教师3527人，
在校生中寄宿生9746人; they need not be complete."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.holding import exceeds, fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import parts_relation
from generator.check.relations.lists.wordings import begins_anew, overlap
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.totals.among_these import among_these
from generator.model.regex import regex

_AMONG = regex(
    r"(?:(?<=[，；。])|^)\s*在?(?P<named>[^，。；：、\d其]{2,10}?)(?:当中|中|里)"
    r"(?![央心等学国型级])[，,：:]?(?=[^，。；：、\d]{1,14}\d)"
)
_BARE = regex("^(?:已经?|全[国省市县区镇乡]|上述|这些|所有)+|(?:资金|金额|款项?)$")
_SAID_OF_IT = (Role.SHARE, Role.GROWTH, Role.DELTA, Role.POINTS)
_END, _SURE, _STEP = 4, 3, 2


def within_named(phrase: Phrase, taken: set[int]) -> Iterator[NumberRelation]:
    """Every list of parts behind 甲中 with the number before that is called 甲; ``taken`` are the
    places of parts that are read already."""
    found = list(_AMONG.finditer(phrase.text))
    ends = [*(phrase.start + match.start() for match in found[1:]), phrase.end]
    for match, end in zip(found, ends, strict=False):
        start = phrase.start + match.end()
        inside = [a for a in phrase.amounts if start <= a.start < end]
        whole = _whole(phrase, match, inside)
        parts = _parts(inside, whole) if whole else ()
        if whole and parts and not taken.intersection(part.start for part in parts):
            taken.update(part.start for part in parts)
            yield from _related(parts, whole, match["named"])
    for relation in among_these(phrase):
        if not taken.intersection(term.start for term in relation.terms):
            yield relation


def _related(parts: Sequence[Amount], whole: Amount, named: str) -> Iterator[NumberRelation]:
    rows = [[part] for part in parts] if overlap(parts) else [parts]
    for row in rows:
        sure = not exceeds(row, whole) or (len(row) == 1 and whole.label.endswith(named[-_SURE:]))
        if sure and not (len(row) > 1 and fills(row, whole)):
            yield parts_relation(Arithmetic.PART, row, whole, whole.start)


def _whole(phrase: Phrase, match: re.Match[str], inside: Sequence[Amount]) -> Amount | None:
    """The last number before a list that is called as it says, in the unit of the first part."""
    first = next((a for a in inside if a.role is Role.PLAIN), None)
    if first is None:
        return None
    before = list(phrase.before.plain) if phrase.before else []
    own = [a for a in phrase.plain if a.end <= phrase.start + match.start()]
    called = [a for a in (*before, *own) if a.base == first.base and _is_called(a, match["named"])]
    return called[-1] if called else None


def _is_called(amount: Amount, named: str) -> bool:
    """Whether the words before a number end with a name: 累计支付 of 已支付资金."""
    name = _BARE.sub("", named)[-_END:]
    words = _BARE.sub("", amount.label.rstrip("为达约共是"))
    behind = amount.tail.startswith(name)
    return len(name) > 1 and (words.endswith(name) or behind)


def _parts(inside: Sequence[Amount], whole: Amount) -> tuple[Amount, ...]:
    """The numbers of the unit of a whole, one a clause, up to where something else begins."""
    parts: list[Amount] = []
    last = inside[0]
    for amount in inside:
        if amount.group != last.group or amount.clause - last.clause > _STEP:
            break
        last = amount
        if amount.role in _SAID_OF_IT:
            continue
        new = parts and (amount.clause == parts[-1].clause or begins_anew(amount.label))
        if amount.role is not Role.PLAIN or amount.base != whole.base or new:
            break
        parts.append(amount)
    return tuple(parts)
