"""What one digit, changed in one number, would make a wrong relation hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.check.relations.amounts import Amount
from generator.check.relations.holding import verdict
from generator.check.relations.relation import NumberRelation

_MOST = 5
_MOST_NUMBERS = 12


def repairs(relation: NumberRelation) -> list[tuple[Amount, str]]:
    """The numbers of a relation that a single other digit would put right, with what they become.

    For each number the change that fits best, at most five in all; [] where the relation has more
    than twelve numbers.
    """
    amounts = [*relation.terms, *filter(None, [relation.result])]
    if len(amounts) > _MOST_NUMBERS:
        return []
    found: list[tuple[Amount, str]] = []
    for amount in amounts:
        tried = [(verdict(_with(relation, amount, digits)), digits) for digits in _variants(amount)]
        fitting = [(judged.off, digits) for judged, digits in tried if judged.holds]
        if fitting:
            found.append((amount, min(fitting)[1]))
    return found[:_MOST]


def _variants(amount: Amount) -> Iterator[str]:
    """The digits of a number with one of them changed; the first does not become 0."""
    digits = f"{amount.quantity.value:f}"
    for at, old in enumerate(digits):
        for new in "0123456789" if old.isdigit() else "":
            whole_zero = new == "0" and at == 0 and len(digits) > 1 and digits[1] != "."
            other = digits[:at] + new + digits[at + 1 :]
            if new != old and not whole_zero and Decimal(other):
                yield other


def _with(relation: NumberRelation, amount: Amount, digits: str) -> NumberRelation:
    """The relation with another value in place of one of its numbers."""
    quantity = replace(amount.quantity, value=Decimal(digits))
    other = replace(amount, quantity=quantity)
    terms = tuple(other if term is amount else term for term in relation.terms)
    result = other if relation.result is amount else relation.result
    return replace(relation, terms=terms, result=result)
