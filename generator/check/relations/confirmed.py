"""Relations that the numbers of a sentence show by themselves: so many of their digits agree that no
chance explains it. They always hold: what is read so is never told, but it is judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain, permutations, product

from generator.check.relations.amounts import Amount, Role, measured
from generator.check.relations.holding import fills, verdict
from generator.check.relations.parts import bases
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase

_MOST_NUMBERS = 24
_MOST_CHANCE = 0.04
"""How many fits by chance may be expected among all that were tried."""
_PER_WIDTH = 0.3
"""How likely two numbers of a sentence have a ratio within an interval of the width 1 of itself."""
_PERCENT = ("%", "‰")
_CHANGES = (Role.GROWTH, Role.DELTA, Role.POINTS)
_NO_PARTS = (Role.EACH, Role.GROWTH, Role.POINTS, Role.BEFORE, Role.AFTER, Role.TARGET)
_BEFORE = re.compile(r"[上去]年|年[初末底]|同期|由|从|(?:19|20)\d{2}年|期初|[上]季|上月")
_SUMS = (Arithmetic.SUM, Arithmetic.BALANCE)
_THREE = 3
_HUNDRED = 100


_Filled = tuple[Amount, Sequence[Amount]]
"""A whole and numbers that may fill it."""


@dataclass(frozen=True)
class Explained:
    """The places of the numbers that are explained by words: what words call a result, whether it
    holds or not, and what is in a sum that holds."""

    results: frozenset[int]
    summed: frozenset[int]

    @classmethod
    def by(cls, read: Iterable[NumberRelation]) -> Explained:
        """What the relations explain that can be read in one way only."""
        sure = [relation for relation in read if relation.certain]
        sums = [r for r in sure if r.sort in _SUMS and verdict(r).holds]
        return cls(
            frozenset(r.result.start for r in sure if r.result),
            frozenset(a.start for r in sums for a in (*r.terms, *filter(None, [r.result]))),
        )


def confirmed(phrase: Phrase, explained: Explained) -> Iterator[NumberRelation]:
    """The relations of a sentence and its brackets that their numbers alone make sure, but for
    those of numbers that are explained already."""
    inside = (amount for bracket in phrase.brackets for amount in bracket.amounts)
    amounts = sorted([*phrase.amounts, *inside], key=lambda amount: amount.start)
    if phrase.outer is not None or not _THREE <= len(amounts) <= _MOST_NUMBERS:
        return
    for result in amounts:
        if result.start not in explained.results and result.value > 0:
            yield from _fitting(result, amounts)
    yield from _sums(amounts, explained.summed)
    yield from _balances([a for a in amounts if a.start not in explained.summed])
    yield from _wholes([a for a in amounts if a.start not in explained.summed])


def _fitting(result: Amount, amounts: Sequence[Amount]) -> Iterator[NumberRelation]:
    """The relation nearest to its result of all that fit it; none where one may fit by chance."""
    tried = list(_tried(result, amounts))
    if not tried or len(tried) * _chance(result) > _MOST_CHANCE:
        return
    fits = [relation for relation in tried if verdict(relation).holds]
    if fits:
        yield min(fits, key=_spread)


def _tried(result: Amount, amounts: Sequence[Amount]) -> Iterator[NumberRelation]:
    sizes = [amount for amount in amounts if _is_size(amount) and amount is not result]
    if result.role is Role.GROWTH and result.base in (*_PERCENT, "倍"):
        yield from _growths(result, sizes)
    elif result.base in _PERCENT and result.role in (Role.SHARE, Role.AFTER):
        yield from _shares(result, sizes)
    elif result.role is Role.EACH:
        yield from _averages(result, sizes)
    elif result.role is Role.DELTA:
        yield from _changes(result, sizes)
    elif result.role is Role.POINTS:
        yield from _points(result, [a for a in amounts if a.quantity.unit == "%"])
    elif result.base == "倍":
        yield from _multiples(result, sizes)
    elif _is_size(result) and result.role in (Role.PLAIN, Role.TARGET):
        yield from _products(result, sizes)


def _shares(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    for part, whole in permutations(sizes, 2):
        if part.base == whole.base and part.role not in _CHANGES:
            yield _relation(Arithmetic.SHARE, (part, whole), result)


def _growths(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    sign = -1 if result.falls else 1
    for one, other in permutations(sizes, 2):
        if one.base != other.base:
            continue
        if other.role is Role.DELTA and other.falls == result.falls:
            yield _relation(Arithmetic.GROWTH, (one, other), result, (sign,))
        elif Role.DELTA not in (one.role, other.role):
            yield _relation(Arithmetic.CHANGE, (one, other), result)


def _changes(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    """Two values of which the first is of before, and the amount between them."""
    for before, after in permutations(sizes, 2):
        alike = before.base == after.base == result.base
        if alike and _is_before(before) and Role.DELTA not in (before.role, after.role):
            yield _relation(Arithmetic.CHANGE, (before, after), result)


def _points(result: Amount, rates: Sequence[Amount]) -> Iterator[NumberRelation]:
    """Two rates before it, and the points between them."""
    for one, other in permutations([rate for rate in rates if rate.start < result.start], 2):
        if _is_before(one):
            yield _relation(Arithmetic.CHANGE, (one, other), result)
        elif one.value > other.value and not _is_before(other):
            yield _relation(Arithmetic.BALANCE, (one, other), result, (1, -1))


def _products(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    """A price or a mean, what it is of, and the total behind them."""
    before = [amount for amount in sizes if amount.start < result.start]
    for each, count in permutations(before, 2):
        if each.role is Role.EACH and each.base == result.base != count.base:
            yield _relation(Arithmetic.PRODUCT, (each, count), result)


def _multiples(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    for one, other in permutations(sizes, 2):
        if one.base == other.base != result.base:
            yield _relation(Arithmetic.AVERAGE, (one, other), result)


def _averages(result: Amount, sizes: Sequence[Amount]) -> Iterator[NumberRelation]:
    """Means of what stands before them: a count behind is of the next thing."""
    for total, count in permutations(sizes, 2):
        counted = count.start < result.start and count.role is not Role.EACH
        if counted and total.base == result.base != count.base:
            yield _relation(Arithmetic.AVERAGE, (total, count), result)


def _sums(amounts: Sequence[Amount], summed: Set[int]) -> Iterator[NumberRelation]:
    """Numbers of a unit that stand in a row and fill another one: the parts of a whole, and what
    is left of it, in any order; one of them at least in no other sum."""
    taken = set(summed)
    for row in _rows(amounts):
        for whole, parts in _surely_filled(list(_runs(row))):
            starts = {amount.start for amount in (whole, *parts)}
            if not starts <= taken:
                taken |= starts
                yield _of_sum(whole, parts)


def _rows(amounts: Sequence[Amount]) -> Iterator[list[Amount]]:
    """What may be added, by its unit."""
    for base in bases(amounts):
        yield [a for a in amounts if a.base == base and _is_size(a) and a.role not in _NO_PARTS]


def _surely_filled(tried: Sequence[_Filled]) -> list[_Filled]:
    """The wholes that their parts fill, by no chance among all that were tried; long rows first."""
    sure = [
        (whole, parts)
        for whole, parts in tried
        if fills(parts, whole) and len(tried) * _chance_of_sum(whole, parts) <= _MOST_CHANCE
    ]
    return sorted(sure, key=lambda run: (-len(run[1]), run[0].start))


def _runs(row: Sequence[Amount]) -> Iterator[_Filled]:
    """Each number with each row of others that stand side by side once it is left out."""
    for whole in row:
        others = [a for a in row if a is not whole and a.value < whole.value]
        for first in range(len(others)):
            for last in range(first + 2, len(others) + 1):
                yield whole, others[first:last]


def _of_sum(whole: Amount, parts: Sequence[Amount]) -> NumberRelation:
    """A sum; a change where two states are compared and the third number says by how much."""
    changes = [amount for amount in parts if amount.role is Role.DELTA]
    if len(parts) == 2 and len(changes) == 1:
        (change,) = changes
        (state,) = [amount for amount in parts if amount is not change]
        before, after = (whole, state) if change.falls else (state, whole)
        if _is_before(before):
            return _relation(Arithmetic.CHANGE, (before, after), change)
    return _relation(Arithmetic.SUM, tuple(parts), whole)


def _balances(amounts: Sequence[Amount]) -> Iterator[NumberRelation]:
    """What was there, what came and went, and what is there now: numbers of a unit in a row, the
    last one or the first one the end."""
    for row in _rows(amounts):
        tried = [*chain.from_iterable(_ends(row, at) for at in range(len(row) - _THREE))]
        holding = [one for one in tried if verdict(one).holds and one.result]
        sure = (
            one
            for one in holding
            if len(tried) * _chance_of_sum(one.result or one.terms[0], one.terms) <= _MOST_CHANCE
        )
        yield from [*sure][:1]


def _ends(row: Sequence[Amount], at: int) -> Iterator[NumberRelation]:
    """Four numbers, and five, from a place on."""
    for many in (4, 5):
        window = row[at : at + many]
        if len(window) == many:
            for first, middle, last in (
                (window[0], window[1:-1], window[-1]),
                (window[1], window[2:], window[0]),
            ):
                for signs in product((1, -1), repeat=len(middle)):
                    if len({*signs}) > 1:
                        terms = (first, *middle)
                        yield _relation(Arithmetic.BALANCE, terms, last, (1, *signs))


def _is_before(amount: Amount) -> bool:
    return amount.role is Role.BEFORE or bool(_BEFORE.search(amount.label))


def _wholes(amounts: Sequence[Amount]) -> Iterator[NumberRelation]:
    """Shares in a row that make 100, three at least or with decimals."""
    shares = [a for a in amounts if a.quantity.unit == "%" and a.role is Role.SHARE]
    decimals = all(share.quantity.places for share in shares)
    least = 2 if decimals else _THREE
    for first in range(len(shares)):
        for last in range(first + least, len(shares) + 1):
            if sum(share.value for share in shares[first:last]) == _HUNDRED:
                parts = tuple(shares[first:last])
                yield NumberRelation(Arithmetic.WHOLE, parts, None, parts[0].start, parts[-1].end)
                return


def _relation(
    sort: Arithmetic, terms: tuple[Amount, ...], result: Amount, signs: tuple[int, ...] = ()
) -> NumberRelation:
    places = [*terms, result]
    return NumberRelation(
        sort,
        terms,
        result,
        min(amount.start for amount in places),
        max(amount.end for amount in places),
        signs,
    )


def _is_size(amount: Amount) -> bool:
    exact = bool(amount.value) and not amount.qualifier
    return exact and amount.base not in _PERCENT and amount.role is not Role.THRESHOLD


def _chance(result: Amount) -> float:
    """How likely two numbers give a result by chance: by how wide it is beside its value."""
    step = 10.0 ** (result.power - result.quantity.places)
    return _PER_WIDTH * step / float(result.value)


def _chance_of_sum(whole: Amount, parts: Sequence[Amount]) -> float:
    """How likely some numbers fill another one by chance, by what is rounded in all of them."""
    steps = sum(_step(amount) for amount in (whole, *parts)) if measured(whole.base) else 1.0
    return _PER_WIDTH * steps / float(whole.value)


def _step(amount: Amount) -> float:
    return 10.0 ** (amount.power - amount.quantity.places)


def _spread(relation: NumberRelation) -> int:
    """How far its numbers stand from its result."""
    result = relation.result or relation.terms[0]
    return sum(abs(term.start - result.start) for term in relation.terms)
