"""What would make a wrong relation hold: one other digit, or one other number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.check.relations.amounts import Amount
from generator.check.relations.holding import verdict
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.solving import solutions
from generator.model.replacing import replace
from generator.standard.wording.numbers import EXACT

_MOST = 5
_MOST_NUMBERS = 12
_TEN = 10
_LESS_THAN_TWICE = Decimal("1.9")


class LikelySlip(Struct, frozen=True):
    """A number, the digits that it should have, and how many relations those put right at once."""

    amount: Amount
    digits: str
    relations: int


def repairs(relation: NumberRelation) -> list[tuple[Amount, str]]:
    """The numbers of a relation with what each would be to put it right.

    First those that a single other digit would put right, each with the change that fits best, then
    what the others would be if all the rest were right, then what that makes of the first
    ones where it is nearer; at most five in all. [] where the relation has more than twelve
    numbers.
    """
    amounts = [*relation.terms, *filter(None, [relation.result])]
    if len(amounts) > _MOST_NUMBERS:
        return []
    by_digit = [(amount, _by_one_digit(relation, amount)) for amount in amounts]
    slips = [(amount, digits) for amount, digits in by_digit if digits]
    others = [amount for amount, digits in by_digit if not digits]
    rest = list(_by_the_rest(relation, others))
    nearer = _by_the_rest(relation, [amount for amount, _ in slips])
    return [*slips, *rest, *(one for one in nearer if one not in slips)][:_MOST]


def is_slip(relation: NumberRelation) -> bool:
    """Whether one mistyped number may be why a relation does not hold: one other digit, the point
    or the unit at another place, or a number not twice or half of what stands there. Where none is,
    the words are more likely read wrongly. True where there are more than twelve numbers."""
    amounts = [*relation.terms, *filter(None, [relation.result])]
    if len(amounts) > _MOST_NUMBERS:
        return True
    return any(_is_near(amount, digits) for amount, digits in repairs(relation))


def _is_near(amount: Amount, digits: str) -> bool:
    """Whether a number may have become another by a slip."""
    stands, right = amount.quantity.value, Decimal(digits)
    if min(stands, right) <= 0 or _but_for_one_digit(f"{stands:f}", digits):
        return True
    times = EXACT.divide(max(stands, right), min(stands, right))
    return times <= _LESS_THAN_TWICE or times.normalize().as_tuple().digits == (1,)


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
    terms = tuple(other if term is amount else term for term in relation.terms)
    result = other if relation.result is amount else relation.result
    return replace(relation, terms=terms, result=result)
