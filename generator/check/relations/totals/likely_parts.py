"""Parts behind a number that by name and size are all of it, though no word says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.holding import are_of_size, leaves_some, misses_by_a_digit
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.kindred import may_cross
from generator.check.relations.lists.parts import parts_relation
from generator.check.relations.lists.wordings import end_alike, overlap
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_TOTAL = regex("(?<!生产)(?:总[^，。；、]{1,3}|合计|共计?|产生量)[为达]?$")
_VERB = regex(
    "总|已|完成|支付|拨付|到位|投入|下达|实际|新增|增|减|占|比|超|结余|剩余|未|其中|人均|户均"
)
_CHIEF = regex("其中|重点|主要|等|前|新|规上|规模以上|限上|高新|龙头|脱贫|民族")
_SAID_OF_PART = (Role.GROWTH, Role.DELTA, Role.POINTS, Role.SHARE)
_TIMES = regex("(?:节|日|假期|期间|[春夏秋冬]季)")
_MEASURES = ("面积", "产量", "产值")
"""林地面积, 草场面积: what names so ended have in common is how they are measured."""
_SHORT, _THREE = 9, 3


def likely_parts(phrase: Phrase, taken: set[int]) -> Iterator[NumberRelation]:
    """总投资2.34亿元，中央1.5亿元，专项债6000万元: a hint where they do not fill it.

    来信95件、增长6%，来访19件、下降2%，网上信访29件: one of parts called alike only where one digit is
    off. ``taken`` are the places of parts that are read already.
    """
    for read in (_joined_sorts, _kin):
        for relation in read(phrase, taken):
            taken = taken | {amount.start for amount in relation.terms}
            yield relation
    for whole in phrase.plain:
        parts = () if whole.qualifier else _parts_behind(phrase, whole)
        if not parts or taken.intersection(amount.start for amount in (whole, *parts)):
            continue
        named = _TOTAL.search(whole.label) and _may_fill(parts, whole)
        slip = end_alike(parts) and misses_by_a_digit(parts, whole)
        if (named or slip) and not overlap(parts):
            yield parts_relation(Arithmetic.SUM, parts, whole, whole.start, hint=True)


def _may_fill(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether parts are of the size of a whole, and neither hold one another nor are days on which
    a little of it came."""
    labels = [part.label for part in parts]
    some = any(map(_TIMES.search, labels)) and leaves_some(parts, whole)
    return are_of_size(parts, whole) and not may_cross(labels) and not some


def _kin(phrase: Phrase, taken: set[int]) -> Iterator[NumberRelation]:
    """技术合同1286份，开发合同412份，转让合同186份，服务合同688份: three or more parts, one a clause just
    behind their whole, whose names all end as its name does."""
    for whole in phrase.plain:
        parts: list[Amount] = []
        last = whole
        for amount in phrase.amounts[phrase.amounts.index(whole) + 1 :]:
            beside = amount.group == whole.group and amount.clause - last.clause <= 1
            if beside and amount.role in _SAID_OF_PART and amount.role is not Role.SHARE:
                last = amount
            elif beside and amount.clause > last.clause and _is_name(amount, whole):
                parts.append(amount)
                last = amount
            else:
                break
        larger = any(part.value >= whole.value for part in parts)
        unlike = larger and whole.label.endswith(_MEASURES)
        kin = len(parts) >= _THREE and not unlike and end_alike((whole, *parts))
        free = not taken.intersection(amount.start for amount in (whole, *parts))
        sized = kin and free and not whole.qualifier and are_of_size(parts, whole)
        named = not any(_CHIEF.search(part.label) for part in parts)
        named = named and not may_cross([part.label for part in parts])
        if sized and named and not overlap(parts):
            yield parts_relation(Arithmetic.SUM, parts, whole, whole.start, hint=True)


def _joined_sorts(phrase: Phrase, taken: set[int]) -> Iterator[NumberRelation]:
    """58个问题，立行立改类31个、限期整改类19个、长期坚持类8个: three or more parts that 、 joins just behind
    their whole and whose names end alike."""
    row = phrase.plain if "、" in phrase.text else ()
    for at, whole in enumerate(row):
        parts: list[Amount] = []
        for amount in row[at + 1 :]:
            mark = phrase.between((parts or [whole])[-1].end, amount.start)
            joined = "、" in mark[:_SHORT] and "，" not in mark if parts else "，" in mark[:_SHORT]
            if not joined or amount.clause - (parts or [whole])[-1].clause != 1:
                break
            parts.append(amount)
        named = len(parts) >= _THREE and all(_is_name(part, whole) for part in parts)
        alike = named and len({part.label[-1] for part in parts}) == 1
        free = not taken.intersection(amount.start for amount in (whole, *parts))
        sized = alike and free and not whole.qualifier and are_of_size(parts, whole)
        named = not any(_CHIEF.search(part.label) for part in parts)
        named = named and not may_cross([part.label for part in parts])
        if sized and named and not overlap(parts):
            yield parts_relation(Arithmetic.SUM, parts, whole, whole.start, hint=True)


def _parts_behind(phrase: Phrase, whole: Amount) -> tuple[Amount, ...]:
    """The numbers behind a whole up to the end of its group, one a clause, each with a short name
    and no verb, and what is said of each behind it; () where anything else stands there or they are
    fewer than three."""
    behind = [a for a in phrase.amounts if a.start > whole.start and a.group == whole.group]
    said = {a.clause for a in behind if a.role in _SAID_OF_PART}
    parts = [a for a in behind if a.role not in _SAID_OF_PART]
    clauses = {a.clause for a in parts}
    every = clauses | said == set(range(whole.clause + 1, whole.clause + 1 + len(clauses | said)))
    in_step = len(parts) == len(clauses) >= _THREE and every
    return tuple(parts) if in_step and all(_is_name(a, whole) for a in parts) else ()


def _is_name(part: Amount, whole: Amount) -> bool:
    """Whether a number of the unit of a whole has a short name with no verb."""
    of_whole = part.role is Role.PLAIN and part.base == whole.base
    return of_whole and 0 < len(part.label) <= _SHORT and not _VERB.search(part.label)
