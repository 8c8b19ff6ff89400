"""Parts in a bracket behind their whole, and items each with its bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.relations.algebra.holding import exceeds, fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.balancing.openings import sign_of
from generator.check.relations.lists.parts import (
    BEGINS_LIST,
    OPEN_END,
    TOGETHER,
    bases,
    before_bracket,
    of_unit,
    one_a_clause,
    parts_relation,
)
from generator.check.relations.lists.wordings import are_whole, overlap
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_INCLUDES = regex(r"^(?:含|包括|其中|不含|另)")
_PLANNED = regex(
    "^按|目标|任务|计划|预算|上年|去年|同期|原|应|总|每|折|共|合计|累计|占|约|比|较|其余|剩余|超|限"
)
_SIDES = regex("收入|流入|进项"), regex("成本|支出|费用|流出|销项|开支")
_PAIR, _HUNDRED = 2, 100
_JOINED = regex(r"[、，和及与][^，。；、：\d]{1,30}")


def in_bracket(phrase: Phrase) -> Iterator[NumberRelation]:
    """总数（A 1人、B 2人)."""
    if not _is_plain_bracket(phrase):
        return
    for base in bases(phrase.plain):
        parts = tuple(of_unit(phrase.plain, base))
        wholes = before_bracket(phrase, base)
        if wholes and len(parts) > 1 and one_a_clause(parts):
            yield from _bracketed(phrase, parts, wholes[0])


def _is_plain_bracket(phrase: Phrase) -> bool:
    """Whether a bracket has plain numbers only and no word that begins a list."""
    if phrase.outer is None or BEGINS_LIST.search(phrase.text):
        return False
    return all(amount.role in (Role.PLAIN, Role.SHARE) for amount in phrase.amounts)


def _bracketed(phrase: Phrase, parts: Sequence[Amount], whole: Amount) -> Iterator[NumberRelation]:
    loose = _INCLUDES.search(phrase.text) or OPEN_END.search(phrase.text)
    if fills(parts, whole):
        yield parts_relation(Arithmetic.SUM, parts, whole, phrase.start)
    elif overlap(parts) or _are_two_sides(parts) or any(sign_of(part) < 0 for part in parts):
        return
    elif (loose or _are_some(parts, whole)) and not exceeds(parts, whole):
        yield parts_relation(Arithmetic.PART, parts, whole, phrase.start)
    else:
        yield parts_relation(Arithmetic.SUM, parts, whole, phrase.start)


def _are_two_sides(parts: Sequence[Amount]) -> bool:
    """Whether some of the numbers are what came and others what it cost: 亏损2.4亿元（收入36.4亿元，成本
    38.8亿元）."""
    return all(any(side.search(part.label) for part in parts) for side in _SIDES)


def _are_some(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether parts are so few of their whole that they are only what is worth naming of it."""
    total = sum((part.value for part in parts), Decimal(0))
    return not are_whole(parts) and total * _PAIR < whole.value


def single_part(phrase: Phrase) -> Iterator[NumberRelation]:
    """吸纳就业726人（脱贫人口258人）: one number that is a part of the one before its bracket."""
    if phrase.outer is None or len(phrase.amounts) != 1:
        return
    for part in filter(_is_part, phrase.plain):
        named = part.label.startswith(("其中", "含"))
        for whole in _before_bracket(phrase, phrase.outer, part):
            if named or not exceeds((part,), whole):
                yield parts_relation(Arithmetic.PART, (part,), whole, whole.start)


def _is_part(part: Amount) -> bool:
    """Whether the words before a number name a part, not a plan, a share, another year or the
    base of a ratio: 107.8（女性为100）."""
    index = not part.base and part.value == _HUNDRED
    return bool(part.label) and not index and not _PLANNED.search(part.label)


def _before_bracket(phrase: Phrase, outer: Phrase, part: Amount) -> list[Amount]:
    """The number of the same unit that a bracket follows."""
    return [a for a in outer.plain if a.end == phrase.start - 1 and a.base == part.base]


def itemised(phrase: Phrase) -> Iterator[NumberRelation]:
    """总数，实施A（1万元）、B（2万元）: every item has its number in a bracket of its own."""
    runs: list[list[Phrase]] = []
    for bracket in phrase.brackets:
        if not _is_item(bracket):
            continue
        if runs and _goes_on(phrase, runs[-1][-1], bracket):
            runs[-1].append(bracket)
        else:
            runs.append([bracket])
    for run in runs:
        yield from _of_items(phrase, run)


def _is_item(bracket: Phrase) -> bool:
    """Whether a bracket holds one plain number and does not begin with 含 or the like."""
    single = len(bracket.plain) == 1 and len(bracket.amounts) == 1
    return single and not _INCLUDES.search(bracket.text)


def _goes_on(phrase: Phrase, last: Phrase, bracket: Phrase) -> bool:
    """Whether a bracket is the next item behind ``last``, in the same unit."""
    joined = _JOINED.fullmatch(phrase.between(last.end + 1, bracket.start - 1))
    return joined is not None and last.plain[0].base == bracket.plain[0].base


def _of_items(phrase: Phrase, run: Sequence[Phrase]) -> Iterator[NumberRelation]:
    parts = tuple(bracket.plain[0] for bracket in run)
    yield from _items_together(phrase, parts)
    before = of_unit(phrase.plain, parts[0].base, parts[0].start - 1)
    if len(parts) > 1 and before:
        behind = phrase.between(run[-1].end + 1, run[-1].end + 3)
        yield from _items_of_whole(phrase, parts, before[-1], open_=behind.startswith("等"))


def _items_of_whole(
    phrase: Phrase, parts: Sequence[Amount], whole: Amount, *, open_: bool
) -> Iterator[NumberRelation]:
    """The items and the whole before them; ``open_`` where 等 ends the items."""
    if fills(parts, whole):
        yield parts_relation(Arithmetic.SUM, parts, whole, whole.start)
    elif open_:
        yield parts_relation(Arithmetic.PART, parts, whole, whole.start)
    elif not re.search("[；;。]", phrase.between(whole.end, parts[0].start)):
        yield parts_relation(Arithmetic.SUM, parts, whole, whole.start, certain=whole.base == "元")


def _items_together(phrase: Phrase, parts: Sequence[Amount]) -> Iterator[NumberRelation]:
    """A（2对）、B（3对）共计5对."""
    for total in phrase.amounts:
        behind = total.start > parts[-1].end and total.base == parts[0].base
        if len(parts) > 1 and behind and TOGETHER.search(total.label):
            yield parts_relation(Arithmetic.SUM, parts, total, parts[0].start)
            return
