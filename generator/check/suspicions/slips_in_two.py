"""The one number of a sentence that is wrong in two ways at once: another value of it makes a sum
of the sentence and one of its rates or means hold together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations, product

from msgspec import Struct

from generator.check.relations import Amount, Arithmetic, NumberRelation, Phrase, verdict
from generator.check.relations.algebra import chance
from generator.check.relations.algebra.differences import larger_first
from generator.check.relations.algebra.relation import relation_of
from generator.check.relations.algebra.repairs import is_slip_of, puts_right
from generator.check.relations.averages.price_units import per_of
from generator.check.relations.lists.agreeing import significant_digits
from generator.check.relations.numbers.amounts import Role
from generator.check.relations.weighing.confirmed_sums import is_size
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.standard.wording.numbers import EXACT

_RATED = (Role.GROWTH, Role.POINTS)
_NO_PARTS = (*_RATED, Role.EACH)
_RATES = {"%": 100, "‰": 1000}
_CHANGES = (Role.GROWTH, Role.DELTA, Role.POINTS)
_TOTAL = regex("共|合计|总")
_PAIR, _MOST_PARTS = 2, 8
_MOST_CHANCE, _TELLING, _JUST_BEHIND = 0.06, 7, 2


class _Fit(Struct, frozen=True):
    """A sum that one number would make hold with other digits."""

    amount: Amount
    digits: str
    relation: NumberRelation

    @property
    def value(self) -> Decimal:
        """What the number should be, in its base unit."""
        return EXACT.scaleb(Decimal(self.digits), self.amount.power)

    @property
    def is_in_order(self) -> bool:
        """Whether the whole stands before its parts, or is called a total behind them."""
        whole, parts = self.relation.result, self.relation.terms
        named = whole is not None and bool(_TOTAL.search(whole.label))
        return named or (whole is not None and whole.start < min(part.start for part in parts))

    def is_of_all(self, sizes: Sequence[Amount]) -> bool:
        """Whether it is of all numbers of its unit, the whole the first or the last of them."""
        row = [a for a in sizes if a.base == self.amount.base and a.role not in _NO_PARTS]
        whole = self.relation.result
        return whole in (row[0], row[-1]) and len(self.relation.numbers) == len(row)


def slips_in_two(
    phrase: Phrase, amounts: Sequence[Amount], known: Sequence[NumberRelation]
) -> list[NumberRelation]:
    """The sum and the rates that the likeliest slip of a sentence breaks; [] where there is none,
    where several numbers may be it, or where chance explains it. ``amounts`` are those of the
    phrase and its brackets, ``known`` is what is read of them: what holds there is right."""
    held = [one for one in known if verdict(one).holds and one.sort is not Arithmetic.PART]
    rated = frozenset(one.result.start for one in held if one.result)
    sizes = [a for a in amounts if is_size(a)]
    rates = [a for a in amounts if _is_rate(a) and a.start not in rated]
    if not rates or len(sizes) <= _PAIR:
        return []
    open_ = [*_open(sizes, held)]
    beside = [(rate, _sizes_of(rate, sizes, phrase)) for rate in rates]
    for some in ([fit for fit in open_ if fit.is_of_all(sizes)], open_):
        tried = [(fit, one) for fit in _by_value(some) for one in _rated(fit, beside)]
        right = [(fit, one) for fit, one in tried if _puts_right(one, fit)]
        if right and sum(_by_chance(one) for _, one in tried) <= _MOST_CHANCE:
            return _only(right)
    return []


def _only(right: Sequence[tuple[_Fit, NumberRelation]]) -> list[NumberRelation]:
    """The sum and the rates of the one number that puts them right, of one in order before others;
    [] where several do."""
    in_order = [(fit, one) for fit, one in right if fit.is_in_order] or right
    first = in_order[0][0]
    if any(fit is not first for fit, _ in in_order):
        return []
    return [first.relation, *(one for _, one in in_order)]


def _is_rate(amount: Amount) -> bool:
    rate = amount.base in _RATES and amount.role in (Role.SHARE, Role.GROWTH, Role.AFTER)
    return (rate or amount.role is Role.EACH) and bool(amount.value) and not amount.qualifier


def _sizes_of(rate: Amount, sizes: Sequence[Amount], phrase: Phrase) -> list[Amount]:
    """The numbers before a rate, and that in the bracket just behind it."""
    brackets = [one for one in phrase.brackets if 0 < one.start - rate.end <= _JUST_BEHIND]
    inside = {amount.start for one in brackets for amount in one.amounts}
    return [a for a in sizes if a.start < rate.start or a.start in inside]


def _open(sizes: Sequence[Amount], held: Sequence[NumberRelation]) -> Iterator[_Fit]:
    """The sums with other digits of a number that is in nothing that holds, which make it none of
    the others."""
    sure = frozenset().union(*(one.starts for one in held))
    printed = {(amount.base, amount.value) for amount in sizes}
    for fit in _sums(sizes):
        if fit.amount.start not in sure and (fit.amount.base, fit.value) not in printed:
            yield fit


def _by_value(fits: Sequence[_Fit]) -> list[_Fit]:
    """One sum of those that make the same of a number, one in order before others."""
    by_value: dict[tuple[int, str], _Fit] = {}
    for fit in sorted(fits, key=lambda one: not one.is_in_order):
        by_value.setdefault((fit.amount.start, fit.digits), fit)
    return [*by_value.values()]


def _sums(sizes: Sequence[Amount]) -> Iterator[_Fit]:
    """Each sum of numbers of one unit that stand side by side, and each difference, with each of
    its numbers so changed that it holds, by a slip."""
    for base in dict.fromkeys(amount.base for amount in sizes):
        row = [a for a in sizes if a.base == base and a.role not in _RATED]
        parts = [a for a in row if a.role is not Role.EACH]
        for relation in (*_runs(parts), *_differences(row)):
            for amount in relation.numbers:
                for value in _exact_values(relation, amount):
                    digits = _printed(value, amount)
                    if digits and is_slip_of(amount, digits):
                        yield _Fit(amount, digits, relation)


def _runs(row: Sequence[Amount]) -> Iterator[NumberRelation]:
    """Each number as the whole of each run of others that stand side by side once it is left out,
    of one unit and alike changes or not."""
    for whole in row:
        others = [a for a in row if a is not whole]
        for first, last in product(range(len(others)), range(len(others) + 1)):
            parts = others[first:last]
            if not _PAIR <= len(parts) <= _MOST_PARTS:
                continue
            changes = {amount.role is Role.DELTA for amount in (whole, *parts)}
            if len({part.quantity.unit for part in parts}) == len(changes) == 1:
                yield relation_of(Arithmetic.SUM, tuple(parts), whole)


def _differences(row: Sequence[Amount]) -> Iterator[NumberRelation]:
    """Each change as the difference of each two values."""
    for change in (a for a in row if a.role is Role.DELTA):
        states = [a for a in row if a.role is not Role.DELTA]
        for one, other in combinations(states, _PAIR):
            if (one.role is Role.EACH) == (other.role is Role.EACH):
                yield larger_first(one, other, change)


def _exact_values(relation: NumberRelation, amount: Amount) -> list[Decimal]:
    """What a number must be for a sum to hold, or for the difference of two: two values there."""
    one, *others = relation.terms
    result = relation.result or one
    if relation.sort is Arithmetic.BALANCE and amount is result:
        return [abs(one.value - others[0].value)]
    if relation.sort is Arithmetic.BALANCE:
        other = others[0].value if amount is one else one.value
        return [other - result.value, other + result.value]
    rest = sum((part.value for part in relation.terms if part is not amount), Decimal(0))
    return [rest if amount is result else result.value - rest]


def _printed(value: Decimal, amount: Amount) -> str:
    """A value as a number prints it; "" where it needs more decimals, or is nothing."""
    exact = EXACT.scaleb(value, -amount.power)
    digits = EXACT.quantize(exact, Decimal(1).scaleb(-amount.quantity.places))
    return f"{digits:f}" if digits == exact and digits > 0 else ""


def _rated(
    fit: _Fit, beside: Sequence[tuple[Amount, Sequence[Amount]]]
) -> Iterator[NumberRelation]:
    """The shares, growths and means that rates may tell of a number and another one."""
    for rate, sizes in beside:
        for one, other in permutations(sizes, _PAIR):
            if fit.amount in (one, other) and _is_telling(fit, one, other, rate):
                yield from _rate_of(one, other, rate)


def _rate_of(one: Amount, other: Amount, rate: Amount) -> Iterator[NumberRelation]:
    if rate.role is Role.EACH:
        yield from _mean_of(one, other, rate)
    elif one.base != other.base:
        return
    elif rate.role is Role.GROWTH:
        if other.role is Role.DELTA and other.falls == rate.falls:
            sign = -1 if rate.falls else 1
            yield relation_of(Arithmetic.GROWTH, (one, other), rate, (sign,))
    elif not {one.role, other.role} & {*_CHANGES}:
        yield relation_of(Arithmetic.SHARE, (one, other), rate)


def _mean_of(total: Amount, count: Amount, mean: Amount) -> Iterator[NumberRelation]:
    """The mean of a total by a count before it, which it is called after where it says of what."""
    of, times = per_of(mean) or ("", Decimal(1))
    counted = not of or of in count.base + count.tail
    unlike = total.base == mean.base != count.base and Role.EACH not in (total.role, count.role)
    if unlike and counted and max(total.start, count.start) < mean.start:
        yield replace(relation_of(Arithmetic.AVERAGE, (total, count), mean), factor=times)


def _is_telling(fit: _Fit, one: Amount, other: Amount, rate: Amount) -> bool:
    """Whether what a number should be, another one and their rate have so many digits that they are
    no round numbers."""
    beside = other if fit.amount is one else one
    own = len(fit.digits.replace(".", "").strip("0"))
    exact = significant_digits(rate)
    return exact > 1 and own + significant_digits(beside) + exact >= _TELLING


def _puts_right(relation: NumberRelation, fit: _Fit) -> bool:
    """Whether the value that a sum gives makes a rate hold that does not hold as it stands."""
    holds = verdict(relation).holds
    return not holds and puts_right(relation, fit.amount, fit.digits)


def _by_chance(one: NumberRelation) -> float:
    """How likely a rate fits by chance: half of the shares that are tried are more or less than
    all."""
    fits = chance.of_quotients([one.terms], one.result) if one.result else 0.0
    return fits / 2 if one.sort is Arithmetic.SHARE else fits
