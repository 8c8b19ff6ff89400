"""What would make a wrong relation hold: one other digit, or one other number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, is_quotient
from generator.check.relations.algebra.solving import solutions
from generator.check.relations.numbers.amounts import Amount
from generator.model.replacing import replace
from generator.standard.wording.numbers import EXACT

_MOST, _FEW = 8, 3
_MOST_NUMBERS = 12
_TEN = 10
_LESS_THAN_TWICE = Decimal("1.75")


class LikelySlip(Struct, frozen=True):
    """A number, the digits that it should have, those that are as good where rounding leaves two
    or three, and how many relations they put right at once."""

    amount: Amount
    digits: tuple[str, ...]
    relations: int


def repairs(relation: NumberRelation) -> list[tuple[Amount, str]]:
    """The numbers of a relation with what each would be to put it right.

    First those that a single other digit would put right, each with the change that fits best, then
    what the others would be if all the rest were right, then what that makes of the first
    ones; at most eight in all. [] where the relation has more than twelve numbers.
    """
    amounts = relation.numbers
    if len(amounts) > _MOST_NUMBERS:
        return []
    by_digit = [(amount, _by_one_digit(relation, amount)) for amount in amounts]
    slips = [(amount, digits) for amount, digits in by_digit if digits]
    others = [amount for amount, digits in by_digit if not digits]
    rest = _by_the_rest(relation, others)
    nearer = _by_the_rest(relation, [amount for amount, _ in slips])
    ways = {(amount.start, digits): (amount, digits) for amount, digits in (*slips, *rest, *nearer)}
    return [*ways.values()][:_MOST]


def as_good(relations: Sequence[NumberRelation], amount: Amount, digits: str) -> list[str]:
    """All values of a number that put relations right where rounding leaves two or three of them,
    from the least; else the one: sums, differences and products leave no other."""
    fits = _fitting(relations, amount, digits)
    return fits if len(fits) <= _FEW else [digits]


def is_rough(relations: Sequence[NumberRelation], amount: Amount, digits: str) -> bool:
    """Whether rounding leaves more than three values that put relations right, so that a number
    should be about this one; no slip of one digit is so called."""
    slip = _but_for_one_digit(f"{amount.quantity.value:f}", digits)
    return not slip and len(_fitting(relations, amount, digits)) > _FEW


def _fitting(relations: Sequence[NumberRelation], amount: Amount, digits: str) -> list[str]:
    """The values of a number around one that put relations right, in order, four at most."""
    if not all(is_quotient(one) for one in relations):
        return [digits]
    step = Decimal(1).scaleb(-amount.quantity.places)
    fits = [digits]
    for way in (-step, step):
        value = Decimal(digits) + way
        while value > 0 and len(fits) <= _FEW and _put_right(relations, amount, f"{value:f}"):
            fits.append(f"{value:f}")
            value += way
    return sorted(fits, key=Decimal)


def _put_right(relations: Sequence[NumberRelation], amount: Amount, digits: str) -> bool:
    """Whether all relations of a number hold with other digits."""
    return all(_puts_right(relation, amount, digits) for relation in relations)


def is_slip(relation: NumberRelation) -> bool:
    """Whether one mistyped number may be why a relation does not hold: one other digit, digits that
    changed places, a digit more or less, the point or the unit at another place, or a number not
    twice or half of what stands there. Where none is, the words are more likely read wrongly. True
    where there are more than twelve numbers."""
    amounts = relation.numbers
    if len(amounts) > _MOST_NUMBERS:
        return True
    return any(_is_near(amount, digits) for amount, digits in repairs(relation))


def _is_near(amount: Amount, digits: str) -> bool:
    """Whether a number may have become another by a slip."""
    stands, right = amount.quantity.value, Decimal(digits)
    if min(stands, right) <= 0 or _but_for_one_digit(f"{stands:f}", digits):
        return True
    if sorted(f"{stands:f}") == sorted(digits) or _but_for_one_more(f"{stands:f}", digits):
        return True
    times = EXACT.divide(max(stands, right), min(stands, right))
    return times <= _LESS_THAN_TWICE or times.normalize().as_tuple().digits == (1,)


def _but_for_one_more(one: str, other: str) -> bool:
    """Whether one of two numbers has a digit more than the other: 23 and 3, 120 and 10."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    cut = {longer[:at] + longer[at + 1 :] for at in range(len(longer))}
    return len(longer) - len(shorter) == 1 and shorter in cut


def _but_for_one_digit(one: str, other: str) -> bool:
    """Whether two numbers differ in one digit alone."""
    differ = [own != its for own, its in zip(one, other, strict=False)]
    return len(one) == len(other) and other[0] != "0" and sum(differ) == 1


def _by_one_digit(relation: NumberRelation, amount: Amount) -> str:
    """The number with the one digit changed that fits best; "" where none does."""
    right = [digits for digits in _variants(amount) if _puts_right(relation, amount, digits)]
    fitting = [(verdict(with_digits(relation, amount, digits)).off, digits) for digits in right]
    return min(fitting)[1] if fitting else ""


def _by_the_rest(
    relation: NumberRelation, amounts: Sequence[Amount]
) -> Iterator[tuple[Amount, str]]:
    """What each number would be if all the others were right."""
    for amount in amounts:
        for digits in solutions(relation, amount):
            for way in (digits, _rounder(relation, amount, digits)):
                if way and _puts_right(relation, amount, way):
                    yield amount, way


def _rounder(relation: NumberRelation, amount: Amount, digits: str) -> str:
    """The roundest number beside one that is as good, where the one that is printed is round: 3000
    beside 3001 in place of 4200; "" where none is."""
    own, least = amount.quantity, (len(digits) + 1) // 2
    if own.places or own.value % _TEN or not Decimal(digits) % Decimal(1).scaleb(least):
        return ""
    for zeros in range(len(digits) - 1, least - 1, -1):
        rounded = EXACT.quantize(Decimal(digits), Decimal(1).scaleb(zeros))
        way = f"{EXACT.quantize(rounded, Decimal(1)):f}"
        if rounded and _puts_right(relation, amount, way):
            return way
    return ""


def _puts_right(relation: NumberRelation, amount: Amount, digits: str) -> bool:
    """Whether a relation holds with other digits, and is judged with them."""
    other = with_digits(relation, amount, digits)
    return verdict(other).holds and not _is_unjudged(other)


def _is_unjudged(relation: NumberRelation) -> bool:
    """Whether a growth is by more than its value: then there was nothing before it."""
    if relation.sort is not Arithmetic.GROWTH or relation.signs[0] < 0:
        return False
    value, change = relation.terms
    return change.value >= value.value


def _variants(amount: Amount) -> Iterator[str]:
    """The digits of a number with one of them changed; the first does not become 0."""
    digits = f"{amount.quantity.value:f}"
    for at, old in enumerate(digits):
        for new in "0123456789" if old.isdigit() else "":
            whole_zero = new == "0" and at == 0 and len(digits) > 1 and digits[1] != "."
            other = digits[:at] + new + digits[at + 1 :]
            if new != old and not whole_zero and Decimal(other):
                yield other


def with_digits(relation: NumberRelation, amount: Amount, digits: str) -> NumberRelation:
    """The relation with other digits in place of those of one of its numbers."""
    quantity = amount.quantity._replace(value=Decimal(digits))
    other = replace(amount, quantity=quantity)
    terms = tuple(other if term.start == amount.start else term for term in relation.terms)
    result = relation.result
    result = other if result and result.start == amount.start else result
    return replace(relation, terms=terms, result=result)
