"""Parts that only a whole can have, with no word that begins them: 总数，已… 1个，未… 2个."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.holding import are_of_size, fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import bases, of_unit, one_a_clause, parts_relation
from generator.check.relations.lists.wordings import (
    are_negated,
    are_opposite,
    are_stages,
    are_whole,
)
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_AT_AN_END = regex("^(?:期|年|月|季)[初末底]")
_DIVIDED = regex("按[^，。；]{1,12}分|从[^，。；]{1,12}看")
_AMONG = regex("[^，。；、]{2,8}中(?![央心等学小国型级])")
"""新增企业中制造业1216户: no part beside 注销企业412户."""
_OWED = regex("应[付收]|欠[付缴]|缺口")
"""尚有应付工程款0.42亿元: owed for what was done, and no part of what was planned."""
_REST_OF = regex("^其[他它余]")
_MOST, _NEAR_BY = 5, 4


def unannounced(phrase: Phrase, taken: set[int]) -> Iterator[NumberRelation]:
    """总数，已… 1个，未… 2个: parts that only a whole can have, with no word that begins them.

    Of several columns (户, 人) one that fits vouches for the others.
    """
    found: list[tuple[Amount, tuple[Amount, ...]]] = []
    for base in bases(phrase.plain):
        found.extend(_whole_and_parts(phrase, of_unit(phrase.plain, base), set(taken)))
    clauses = {parts[0].clause for whole, parts in found if fills(parts, whole)}
    for whole, parts in found:
        if _are_near(whole, parts[0]):
            yield from _closed(phrase, parts, whole, vouched=parts[0].clause in clauses)


def _whole_and_parts(
    phrase: Phrase, row: Sequence[Amount], taken: set[int]
) -> Iterator[tuple[Amount, tuple[Amount, ...]]]:
    """Each number with the parts behind it that make up a whole; adds them to ``taken``."""
    for at in range(1, len(row) - 1):
        parts = _whole_from(row, at)
        if parts and _REST_OF.search(parts[-1].label):
            at, parts = _outermost(row, at, parts)
        mates = phrase.between(row[at - 1].end, row[at].start).startswith("、")
        last = row[at + len(parts) : at + len(parts) + 1] if parts else ()
        cut = any(phrase.between(parts[-1].end, one.start).startswith("、") for one in last)
        divided = bool(parts) and "其中" in phrase.between(parts[0].end, parts[-1].start)
        if len(parts) > 1 and row[at].start not in taken and not (mates or cut or divided):
            taken.update(part.start for part in parts)
            yield row[at - 1], parts


def _outermost(
    row: Sequence[Amount], at: int, parts: tuple[Amount, ...]
) -> tuple[int, tuple[Amount, ...]]:
    """The first number that all behind it fill, up to 其他; where none does, the list as it is.

    接警39.3万起，救火17.4万起，抢险10.4万起，救助5.4万起、其他6.1万起: the whole is 39.3, not 10.4.
    """
    end = row.index(parts[-1]) + 1
    for first in range(1, at):
        longer = tuple(row[first:end])
        if one_a_clause(longer) and fills(longer, row[first - 1]):
            return first, longer
    return at, parts


def _are_near(whole: Amount, part: Amount) -> bool:
    return part.clause - whole.clause <= 2 and whole.group == part.group


def _whole_from(row: Sequence[Amount], at: int) -> tuple[Amount, ...]:
    """The longest run from ``at`` on whose labels make up a whole; () where none does."""
    for end in range(min(len(row), at + _MOST), at + 1, -1):
        parts = tuple(row[at:end])
        near = parts[-1].clause - parts[0].clause <= 2 * len(parts)
        at_one_time = not any(_AT_AN_END.search(part.label) for part in parts)
        at_one_time = at_one_time and not any(_AMONG.match(part.label) for part in parts[1:])
        at_one_time = at_one_time and not any(_is_said_again(row, part) for part in parts)
        if near and at_one_time and one_a_clause(parts) and are_whole(parts):
            return parts
    return ()


def _is_said_again(row: Sequence[Amount], part: Amount) -> bool:
    """Whether a number only takes up one before it: 已建成9处，在建2处；已建成的9处中…."""
    earlier = (one for one in row if one.start < part.start and one.value == part.value)
    return part.label.endswith("的") and any(earlier)


def _closed(
    phrase: Phrase, parts: Sequence[Amount], whole: Amount, *, vouched: bool
) -> Iterator[NumberRelation]:
    """The parts and their whole; a hint where only the names of the parts say that they fill it."""
    if fills(parts, whole):
        yield parts_relation(Arithmetic.SUM, parts, whole, whole.start)
        return
    if any(_OWED.search(part.label + part.tail[:_NEAR_BY]) for part in parts):
        return
    if _is_filled_behind(phrase, parts, whole) or are_opposite((whole, *parts)):
        return
    sure = vouched or _tells_whole(phrase, parts, whole)
    beside = parts[0].clause - whole.clause == 1 and are_of_size(parts, whole)
    if not sure and not _exceeds_each(parts, whole) and not beside:
        return
    divided = _DIVIDED.search(phrase.text[: whole.start - phrase.start])
    told = sure or bool(divided)
    certain = told or are_of_size(parts, whole)
    yield parts_relation(Arithmetic.SUM, parts, whole, whole.start, certain=certain, hint=not told)


def _is_filled_behind(phrase: Phrase, parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether the next number or two of the unit make parts fill: 合格, 不合格, 待复检."""
    behind = [a for a in of_unit(phrase.plain, whole.base) if a.start > parts[-1].start]
    return any(fills((*parts, *behind[:count]), whole) for count in (1, 2))


def _tells_whole(phrase: Phrase, parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether the words say that the parts are all of the whole."""
    if are_stages(parts) or whole.tail.startswith("中"):
        return True
    first = of_unit(phrase.plain, whole.base)[0]
    # Of money what is not spent is what is left: a balance.
    return are_negated(parts) and whole is first and whole.base != "元"


def _exceeds_each(parts: Sequence[Amount], whole: Amount) -> bool:
    return whole.value > max(part.value for part in parts)
