"""Lists that no word announces, by their form: a number, and behind it nothing but numbers of its unit, one
a clause, whose names are of one kind; or such numbers and behind them what they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from generator.check.relations.amounts import Amount, Role
from generator.check.relations.holding import are_of_size
from generator.check.relations.kindred import are_kindred, bare_name
from generator.check.relations.parts import OPEN_END, before_bracket, one_a_clause, parts_relation
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase
from generator.check.relations.wordings import are_opposite, overlap
from generator.model.regex import regex

_SAID_OF_IT = (Role.GROWTH, Role.DELTA, Role.POINTS, Role.SHARE)
_SUMS = (Arithmetic.SUM, Arithmetic.PART, Arithmetic.BALANCE)
_OPEN = regex(
    "其中|主要|重点|部分|代表|例如|比如|特别|尤其|仅|光|单|另外?|此外|同时|其次|规上|规模以上|限上|高新|龙头"
)
_TIME = regex(
    "去年|上年|前年|同期|今年|本年|当年|历年|往年|[上下]半年|[一二三四]季度|[前首]|(?:19|20)\\d{2}年|\\d月"
    "|计划|目标|任务|指标|标准|限额|以上|以下|以内|年[初末底]|期[初末]|累计|每|均|比|较|超"
)
_TOTAL = regex("总|共|合计|现有|合并|全(?![国省市区县镇乡村州年])")
_IN_ALL = regex("总|共|合计|合并|全部|实有|先后")
_ALL_BEHIND = regex("^[^，。；、\\d]{0,8}(?:全部|全都|悉数|均)")
_REST = regex("其[余他它]|余下|剩")
"""余下的为单雨量站: what is left has no number, so that the list is not all."""
_STEPS = ("、", "和", "，", "；", "：", "。")
_MANY, _PAIR = 3, 2


class Placed(Struct, frozen=True):
    """Where the numbers stand that are read as parts, and those that are read as wholes."""

    parts: frozenset[int]
    wholes: frozenset[int]

    @classmethod
    def by(cls, known: Iterable[NumberRelation]) -> Placed:
        """What is known that can be read in one way only."""
        sums = [one for one in known if one.sort in _SUMS and one.certain]
        return cls(
            frozenset(term.start for one in sums for term in one.terms),
            frozenset(one.result.start for one in sums if one.result),
        )


class FoundList(Struct, frozen=True):
    """Parts with their whole; ``apart`` where the marks set the whole off from the parts."""

    parts: tuple[Amount, ...]
    whole: Amount
    apart: bool


def plain_lists(phrase: Phrase, placed: Placed) -> Iterator[NumberRelation]:
    """The lists of a phrase of which nothing else is read, for information where they do not fit."""
    used: set[int] = set()
    for found in _lists(phrase):
        starts = {part.start for part in found.parts}
        taken = starts & (placed.parts | used) or found.whole.start in placed.wholes
        if not taken and _is_list(phrase, found):
            used |= starts
            yield parts_relation(
                Arithmetic.SUM, found.parts, found.whole, found.parts[0].start, hint=True
            )


def _lists(phrase: Phrase) -> Iterator[FoundList]:
    """Every way in which the numbers of a phrase stand as parts and a whole."""
    row = _row(phrase)
    if not row:
        return
    groups = [tuple(group) for _, group in groupby(row, key=lambda amount: amount.group)]
    firsts = tuple(group[0] for group in groups)
    outside = before_bracket(phrase, row[0].base) or _before(phrase, row[0].base)
    for whole in outside:
        yield FoundList(firsts if len(groups) > 1 else row, whole, apart=True)
    if len(groups) == 1:
        yield FoundList(row[1:], row[0], _sets_off(phrase, row))
        yield FoundList(row[:-1], row[-1], apart=False)
        return
    if len(groups[0]) == 1:
        yield FoundList(firsts[1:], firsts[0], apart=False)
    for group in groups:
        yield FoundList(group[1:], group[0], _sets_off(phrase, group))


def _row(phrase: Phrase) -> tuple[Amount, ...]:
    """The numbers of a phrase but for what is said of each; () where they are not all plain, exact
    and of one unit."""
    row = tuple(a for a in phrase.amounts if a.role not in _SAID_OF_IT)
    plain = all(a.role is Role.PLAIN and not a.qualifier and a.base == row[0].base for a in row)
    return row if row and plain and row[0].base not in ("%", "‰", "") else ()


def _before(phrase: Phrase, base: str) -> tuple[Amount, ...]:
    """The only number of the unit in the sentence before, if it is the last number there."""
    if phrase.before is None or phrase.outer is not None:
        return ()
    values = [a for a in phrase.before.amounts if a.role not in _SAID_OF_IT]
    same = [a for a in values if a.base == base and a.role is Role.PLAIN and not a.qualifier]
    return tuple(same) if len(same) == 1 and values[-1:] == same else ()


def _sets_off(phrase: Phrase, row: Sequence[Amount]) -> bool:
    """Whether the mark behind the first number parts more than any between those behind it."""
    if len(row) <= _PAIR:
        return False
    steps = [_step(phrase, one, other) for one, other in zip(row, row[1:], strict=False)]
    return steps[0] > max(steps[1:])


def _step(phrase: Phrase, one: Amount, other: Amount) -> int:
    """How much the marks between two numbers part them."""
    words = phrase.between(one.end, other.start)
    return max((at for at, mark in enumerate(_STEPS) if mark in words), default=0)


def _is_list(phrase: Phrase, found: FoundList) -> bool:
    """Whether parts by their form and size are those of a whole."""
    parts, whole = found.parts, found.whole
    if len(parts) < _PAIR or not one_a_clause(parts) or not are_of_size(parts, whole):
        return False
    if max(part.value for part in parts) >= whole.value:
        return False
    words = _words(phrase, found)
    if _REST.search(phrase.between(max(parts[-1].end, whole.end), phrase.end)):
        return False
    if OPEN_END.search(words) or _OPEN.search(words) or overlap(parts):
        return False
    names = [part.label for part in parts]
    if any(_TIME.search(name) for name in names) or not _are_named(phrase, parts):
        return False
    if whole.start > parts[-1].start:
        told = _IN_ALL.search(whole.label) or _ALL_BEHIND.match(whole.tail)
        return bool(told) and not _is_like(whole, parts)
    names = [whole.label, *names]
    told = found.apart or bool(_TOTAL.search(whole.label) and not are_kindred(names))
    return told and not _is_like(whole, parts)


def _words(phrase: Phrase, found: FoundList) -> str:
    """The words from the first number to a little behind the last."""
    start = min(found.parts[0].start - len(found.parts[0].label), found.whole.start)
    return phrase.between(start, max(found.parts[-1].end, found.whole.end) + _PAIR)


def _are_named(phrase: Phrase, parts: Sequence[Amount]) -> bool:
    joined = all(
        "、" in phrase.between(a.end, b.start) for a, b in zip(parts, parts[1:], strict=False)
    )
    return are_kindred([part.label for part in parts], joined=joined) or are_opposite(parts)


def _is_like(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether the name of a whole is one more of the row."""
    return bare_name(whole.label) in {bare_name(part.label) for part in parts}
