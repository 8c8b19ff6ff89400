"""Parts and their whole that no word joins, where no chance makes their numbers agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.check.relations.algebra.holding import fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import bases, of_unit, one_a_clause, parts_relation
from generator.check.relations.lists.wordings import are_parallel
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase

_SIGNIFICANT, _MANY = 3, 4
_NEAR, _FAR = 2, 4
_TEN = 10
_PAIR = 2

_Fitting = tuple[Amount, tuple[Amount, ...]]
"""A whole and the parts that fill it."""


def agreeing(phrase: Phrase, taken: set[int]) -> Iterator[NumberRelation]:
    """下达经费2184万元，小学1260万元，初中924万元: the numbers behind a whole, a group of them, or
    those of the sentence behind it. ``taken`` are the places of parts that are read already."""
    used = set(taken)
    for whole, parts in (*_behind(phrase), *_groups(phrase), *_sentence_before(phrase)):
        starts = {part.start for part in parts}
        if not used & starts:
            used |= starts
            yield parts_relation(Arithmetic.SUM, parts, whole, min(whole.start, parts[0].start))


def _behind(phrase: Phrase) -> Iterator[_Fitting]:
    """The numbers just behind a whole, one a clause, as many as fill it."""
    for row in _rows(phrase):
        for at, whole in enumerate(row):
            parts = _parts_behind(whole, row[at + 1 :])
            if parts and _is_no_chance(phrase, whole, parts):
                yield whole, parts


def _rows(phrase: Phrase) -> Iterator[list[Amount]]:
    """The exact numbers of each unit."""
    for base in bases(phrase.plain):
        yield [amount for amount in of_unit(phrase.plain, base) if _is_exact(amount)]


def _is_exact(amount: Amount) -> bool:
    return bool(amount.value) and not amount.qualifier


def _parts_behind(whole: Amount, row: Sequence[Amount]) -> tuple[Amount, ...]:
    """The numbers of a row, one a clause, that fill the whole before them; () where they do not."""
    parts: list[Amount] = []
    most = _FAR if significant_digits(whole) >= _MANY else _NEAR
    clause = whole.clause
    for amount in row:
        step = amount.clause - clause
        if amount.group != whole.group or step > most or (parts and not step):
            break
        parts.append(amount)
        clause = amount.clause
        if len(parts) > 1 and fills(parts, whole):
            return tuple(parts)
    return ()


def _groups(phrase: Phrase) -> Iterator[_Fitting]:
    """工单2495件，交办2388件；按期回复2424件，逾期71件: all numbers of a group, of one before it."""
    for row in _rows(phrase):
        for group, items in groupby(row, key=lambda amount: amount.group):
            parts = tuple(items)
            before = [amount for amount in row if amount.group < group]
            yield from _filled(phrase, parts, before)


def _sentence_before(phrase: Phrase) -> Iterator[_Fitting]:
    """从业人员57.26万人。35岁以下9.05万人，…，55岁以上20.02万人: all numbers of a sentence."""
    for row in _rows(phrase) if phrase.before else ():
        before = (
            [a for a in of_unit(phrase.before.plain, row[0].base) if _is_exact(a)]
            if row and phrase.before
            else []
        )
        yield from _filled(phrase, tuple(row), before)


def _filled(
    phrase: Phrase, parts: tuple[Amount, ...], before: Sequence[Amount]
) -> Iterator[_Fitting]:
    """The first number before parts that they fill and that so many digits make no chance."""
    if len(parts) < _PAIR or not one_a_clause(parts) or _leaves_out(phrase, parts):
        return
    surely = (
        whole
        for whole in before
        if significant_digits(whole) >= _SIGNIFICANT and fills(parts, whole)
    )
    yield from ((whole, parts) for whole in [*surely][:1])


def _leaves_out(phrase: Phrase, parts: Sequence[Amount]) -> bool:
    """Whether a number of the unit stands among parts that is none of them."""
    inside = of_unit(phrase.plain, parts[0].base)
    return sum(parts[0].start <= a.start <= parts[-1].start for a in inside) > len(parts)


def named_together(phrase: Phrase) -> Iterator[NumberRelation]:
    """A46个、B18个、C3个，三类产品达67个: parts joined by 、 that agree with the number behind them."""
    for total in phrase.plain if "、" in phrase.text else ():
        parts = _joined_before(phrase, total)
        exact = len(parts) > 1 and not any(amount.qualifier for amount in (*parts, total))
        if exact and fills(parts, total) and _is_no_chance(phrase, total, parts):
            yield parts_relation(Arithmetic.SUM, parts, total, parts[0].start)


def _joined_before(phrase: Phrase, total: Amount) -> tuple[Amount, ...]:
    """The numbers of the unit in the clauses just before a number, as far as 、 joins them."""
    run: list[Amount] = []
    for amount in reversed(of_unit(phrase.plain, total.base, total.start)):
        if run and not phrase.between(amount.end, run[-1].start).startswith("、"):
            break
        run.append(amount)
    beside = bool(run) and total.clause - run[0].clause == 1
    return tuple(reversed(run)) if beside else ()


def _is_no_chance(phrase: Phrase, whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether so many digits agree, or the parts are so alike, that the sum is one."""
    if significant_digits(whole) >= _SIGNIFICANT or len(parts) > _SIGNIFICANT:
        return True
    return whole.value >= _TEN and (len(parts) > _PAIR or are_parallel(phrase, parts))


def significant_digits(amount: Amount) -> int:
    """How many digits of a number count: 30.0 has three, 3000 one."""
    whole, point, decimals = f"{amount.quantity.value:f}".partition(".")
    digits = f"{whole}{decimals}".lstrip("0")
    return len(digits if point else digits.rstrip("0"))
