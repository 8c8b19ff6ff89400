"""What would make a wrong relation hold: one other digit, or one other number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.check.relations.amounts import Amount
from generator.check.relations.holding import verdict
from generator.check.relations.relation import NumberRelation
from generator.check.relations.solving import solved

_MOST = 5
_MOST_NUMBERS = 12


def repairs(relation: NumberRelation) -> list[tuple[Amount, str]]:
    """The numbers of a relation with what each would be to put it right.

    First those that a single other digit would put right, each with the change that fits best, then
    what the others would be if all the rest were right; at most five in all. [] where the relation
    has more than twelve numbers.
    """
    amounts = [*relation.terms, *filter(None, [relation.result])]
    if len(amounts) > _MOST_NUMBERS:
        return []
    by_digit = [(amount, _by_one_digit(relation, amount)) for amount in amounts]
    slips = [(amount, digits) for amount, digits in by_digit if digits]
    others = [amount for amount, digits in by_digit if not digits]
    return [*slips, *_by_the_rest(relation, others)][:_MOST]


def _by_one_digit(relation: NumberRelation, amount: Amount) -> str:
    """The number with the one digit changed that fits best; "" where none does."""
    tried = [
        (verdict(with_digits(relation, amount, digits)), digits) for digits in _variants(amount)
    ]
    fitting = [(judged.off, digits) for judged, digits in tried if judged.holds]
    return min(fitting)[1] if fitting else ""


def _by_the_rest(
    relation: NumberRelation, amounts: Sequence[Amount]
) -> Iterator[tuple[Amount, str]]:
    """What each number would be if all the others were right."""
    for amount in amounts:
        digits = solved(relation, amount)
        if digits and verdict(with_digits(relation, amount, digits)).holds:
            yield amount, digits


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
