"""Rows of numbers whose names stand before the first of them, 小学、初中、高中教师分别为A、B和C: they divide the
number whose name they end in, or the only one of their unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.holding import are_of_size, exceeds, fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.kindred import may_cross, named_in_order
from generator.check.relations.lists.parts import OPEN_END, of_unit, one_a_clause, parts_relation
from generator.check.relations.lists.wordings import overlap
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_AND = regex("[、，]?(?:和|与|及|以及)?|、")
_VERB = regex("(?:为|达到?|是|有|共|约)+$")
_SOME = regex("其中|主要|重点|新增|同比|增|减|每|均|标准|上年|去年|计划|目标|任务|得分|排名")
_MANY, _PAIR = 3, 2


def ordered_lists(phrase: Phrase, taken: set[int]) -> Iterator[NumberRelation]:
    """Every row of a phrase with the number that it divides; a hint where it does not fill it.
    ``taken`` are the places of parts that are read already."""
    for row in _rows(phrase):
        if taken.intersection(amount.start for amount in row):
            continue
        words = phrase.between(phrase.start, row[0].start)
        names = named_in_order(words, len(row))
        before = of_unit(phrase.plain, row[0].base, row[0].start)
        wholes = _called(before, names) or (before if _may_be_all(phrase, row, before) else [])
        for whole in wholes[:1]:
            open_ = _SOME.search(phrase.between(whole.end, row[0].start)) or may_cross(names)
            if fills(row, whole) or (are_of_size(row, whole) and not open_):
                hint = not fills(row, whole)
                yield parts_relation(Arithmetic.SUM, row, whole, whole.start, hint=hint)


def _rows(phrase: Phrase) -> Iterator[tuple[Amount, ...]]:
    """The plain exact numbers of one unit that 、 and 和 join without names of their own."""
    row: list[Amount] = []
    for amount in (*phrase.amounts, None):
        if amount and row and _is_next(phrase, row[-1], amount):
            row.append(amount)
            continue
        if len(row) >= _PAIR and one_a_clause(row):
            yield tuple(row)
        row = [amount] if amount and _is_plain(amount) else []


def _is_next(phrase: Phrase, last: Amount, amount: Amount) -> bool:
    joined = _AND.fullmatch(phrase.between(last.end, amount.start))
    return bool(joined) and amount.base == last.base and _is_plain(amount)


def _is_plain(amount: Amount) -> bool:
    return amount.role is Role.PLAIN and bool(amount.base) and not amount.qualifier


def _called(before: Sequence[Amount], names: Sequence[str]) -> list[Amount]:
    """The numbers whose name is what the last of some names ends in and the others leave out: 教师 of
    小学、初中、高中教师."""
    if not names:
        return []
    *others, last = names
    called = [_VERB.sub("", amount.label) for amount in before]
    ends = [_common_end(last, name) for name in called]
    return [
        amount
        for amount, end in zip(before, ends, strict=True)
        if len(end) >= _PAIR and end != last and not any(one.endswith(end) for one in others)
    ]


def _common_end(one: str, other: str) -> str:
    """What two names both end in."""
    size = 0
    while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1]:
        size += 1
    return one[len(one) - size :]


def _may_be_all(phrase: Phrase, row: Sequence[Amount], before: Sequence[Amount]) -> bool:
    """Whether three numbers or more fill, or a little exceed, the only number of their unit."""
    words = phrase.between(phrase.start, row[-1].end + 1)
    alone = len(before) == 1 and len(row) >= _MANY and not OPEN_END.search(words)
    return alone and not overlap(row) and (fills(row, before[0]) or exceeds(row, before[0]))
