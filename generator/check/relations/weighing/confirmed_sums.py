"""Sums and balances that the digits of a sentence show by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import chain, pairwise, product

from generator.check.relations.algebra import chance
from generator.check.relations.algebra.holding import fills, verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.lists.parts import bases
from generator.check.relations.numbers.amounts import Amount, Role, measured

_NO_PARTS = (Role.EACH, Role.GROWTH, Role.POINTS, Role.BEFORE, Role.AFTER, Role.TARGET)
_PERCENT = ("%", "‰")
_PAIR, _THREE = 2, 3
_WINDOWS = (4, 5)
_HUNDRED = 100

_Filled = tuple[Amount, Sequence[Amount]]
"""A whole and numbers that may fill it."""


def is_size(amount: Amount) -> bool:
    """Whether a number is an exact amount of something, and no rate and no bound."""
    exact = bool(amount.value) and not amount.qualifier
    return exact and amount.base not in _PERCENT and amount.role is not Role.THRESHOLD


def confirmed_sums(amounts: Sequence[Amount], summed: Set[int]) -> Iterator[NumberRelation]:
    """Numbers of a unit that stand in a row and fill another one: the parts of a whole, and what
    is left of it, in any order; one of them at least in no sum of ``summed``."""
    taken = set(summed)
    for row in _rows(amounts):
        for whole, parts in _surely_filled(list(_runs(row))):
            starts = {amount.start for amount in (whole, *parts)}
            if not starts <= taken:
                taken |= starts
                yield relation_of(Arithmetic.SUM, tuple(parts), whole)


def confirmed_counts(amounts: Sequence[Amount], summed: Set[int]) -> Iterator[NumberRelation]:
    """Things counted in other units than their total, which stands just before or behind them:
    棉被1200床、帐篷85顶、折叠床430张，折合1715件."""
    taken = set(summed)
    tried = list(_counted_beside(amounts))
    for whole, parts in _surely_filled(tried):
        starts = {amount.start for amount in (whole, *parts)}
        if not starts & taken:
            taken |= starts
            yield relation_of(Arithmetic.SUM, tuple(parts), whole)


def _counted_beside(amounts: Sequence[Amount]) -> Iterator[_Filled]:
    """Each count with the rows of counts just before and just behind it, one a clause."""
    for at, whole in enumerate(amounts):
        before, behind = amounts[:at][::-1], amounts[at + 1 :]
        for row in (before, behind):
            parts = list(_counts_in_step([whole, *row]))
            for many in range(_PAIR, len(parts) + 1):
                mixed = any(part.base != whole.base for part in parts[:many])
                if mixed and _is_count(whole):
                    yield whole, sorted(parts[:many], key=lambda part: part.start)


def _counts_in_step(row: Sequence[Amount]) -> Iterator[Amount]:
    """The counts behind the first number of a row until one is none or shares its clause."""
    for one, other in pairwise(row):
        if not _is_count(other) or abs(other.clause - one.clause) != 1:
            return
        yield other


def _is_count(amount: Amount) -> bool:
    counted = is_size(amount) and amount.role is Role.PLAIN and not measured(amount.base)
    return counted and bool(amount.base) and not amount.power


def _rows(amounts: Sequence[Amount]) -> Iterator[list[Amount]]:
    """What may be added, by its unit."""
    for base in bases(amounts):
        yield [a for a in amounts if a.base == base and is_size(a) and a.role not in _NO_PARTS]


def _surely_filled(tried: Sequence[_Filled]) -> list[_Filled]:
    """The wholes that their parts fill, by no chance among all that were tried; long rows first."""
    sure = [
        (whole, parts)
        for whole, parts in tried
        if fills(parts, whole) and chance.of_sums(len(tried), whole, parts) <= chance.MOST_CHANCE
    ]
    return sorted(sure, key=lambda run: (-len(run[1]), run[0].start))


def _runs(row: Sequence[Amount]) -> Iterator[_Filled]:
    """Each number with each row of others of one unit that stand side by side once it is left
    out; changes are no parts of what is there."""
    for whole in row:
        others = [a for a in row if a is not whole and a.value < whole.value]
        for first in range(len(others)):
            for last in range(first + _PAIR, len(others) + 1):
                parts = others[first:last]
                if len({(part.quantity.unit, part.role is Role.DELTA) for part in parts}) == 1:
                    yield whole, parts


def confirmed_balances(amounts: Sequence[Amount]) -> Iterator[NumberRelation]:
    """What was there, what came and went, and what is there now: numbers of a unit in a row, the
    last one or the first one the end."""
    for row in _rows(amounts):
        tried = [*chain.from_iterable(_ends(row, at) for at in range(len(row) - _THREE))]
        sure = (
            one
            for one in tried
            if one.result
            and verdict(one).holds
            and chance.of_sums(len(tried), one.result, one.terms) <= chance.MOST_CHANCE
        )
        yield from [*sure][:1]


def _ends(row: Sequence[Amount], at: int) -> Iterator[NumberRelation]:
    """The balances of four numbers, and of five, from a place on."""
    for window in (row[at : at + many] for many in _WINDOWS if at + many <= len(row)):
        yield from _balances(window[0], window[1:-1], window[-1])
        yield from _balances(window[1], window[2:], window[0])


def _balances(first: Amount, middle: Sequence[Amount], last: Amount) -> Iterator[NumberRelation]:
    """What comes and what goes in every way, but for all of it coming or all going."""
    for signs in product((1, -1), repeat=len(middle)):
        if len({*signs}) > 1:
            yield relation_of(Arithmetic.BALANCE, (first, *middle), last, (1, *signs))


def confirmed_wholes(amounts: Sequence[Amount]) -> Iterator[NumberRelation]:
    """Shares in a row that make 100, three at least or with decimals."""
    shares = [a for a in amounts if a.quantity.unit == "%" and a.role is Role.SHARE]
    least = _PAIR if all(share.quantity.places for share in shares) else _THREE
    for first in range(len(shares)):
        for last in range(first + least, len(shares) + 1):
            parts = tuple(shares[first:last])
            if sum(share.value for share in parts) == _HUNDRED:
                yield NumberRelation(Arithmetic.WHOLE, parts, None, parts[0].start, parts[-1].end)
                return
